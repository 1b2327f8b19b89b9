/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/*
 * How long the checks take, from the access token to the last result, against a practice Jira that lets every reply wait.
 *
 * floor: the longest chain of requests of which one needs the answer of another: every check is run with nothing but what it
 * needs, over connections that are open, and the slowest of these is what no order of requests could beat.
 * jira:  the same addresses, read one after the other by python3-jira in a program of its own.
 */
#include "config.h"

#include <locale.h>

#include "ala-authorization.h"
#include "ala-check-runner.h"
#include "ala-check-warm-up.h"
#include "ala-cli-person.h"
#include "ala-cli-wait.h"
#include "ala-key-export.h"
#include "ala-practice-jira.h"
#include "ala-profiles.h"

#define CONSUMER_KEY "benchmark"
#define GENERATION   "data-center-10"

/* What is wanted at this latency. */
#define GOAL_LATENCY 100
#define GOAL_FLOOR   1.3
#define GOAL_JIRA    5.0

/* Milliseconds from the page in the browser until Allow is clicked: nobody is quicker, and most read first. */
#define PERSON_READS 1000

static const char *python;
static const char *script;

/* --- A Jira in a thread of its own, so that it and we do not take each other's time --- */

typedef struct
{
  gboolean secure;
  guint latency;
  const char *public_key;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex lock;
  GCond ready;
  char *url; /* once it serves */
  char *ca_pem;
} Server;

static gpointer
serve (gpointer data)
{
  Server *server = data;
  g_autoptr (AlaPracticeJira) jira = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (server->context);
  jira = server->secure ? ala_practice_jira_new_secure (0, &error) : ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  g_assert_true (ala_practice_jira_set_generation (jira, GENERATION));
  ala_practice_jira_add_link (jira, "Benchmark", CONSUMER_KEY, server->public_key, NULL, &error);
  g_assert_no_error (error);
  ala_practice_jira_set_latency (jira, server->latency);

  g_mutex_lock (&server->lock);
  server->url = g_strdup (ala_practice_jira_get_url (jira));
  server->ca_pem = g_strdup (ala_practice_jira_get_ca_pem (jira));
  g_cond_signal (&server->ready);
  g_mutex_unlock (&server->lock);

  g_main_loop_run (server->loop);
  g_clear_object (&jira);
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

static void
server_start (Server     *server,
              gboolean    secure,
              guint       latency,
              const char *public_key)
{
  server->secure = secure;
  server->latency = latency;
  server->public_key = public_key;
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  g_mutex_init (&server->lock);
  g_cond_init (&server->ready);
  server->thread = g_thread_new ("jira", serve, server);
  g_mutex_lock (&server->lock);
  while (server->url == NULL)
    g_cond_wait (&server->ready, &server->lock);
  g_mutex_unlock (&server->lock);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
server_stop (Server *server)
{
  g_main_context_invoke (server->context, quit_cb, server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_mutex_clear (&server->lock);
  g_cond_clear (&server->ready);
  g_free (server->url);
  g_free (server->ca_pem);
}

/* --- The link, as far as it is needed --- */

typedef struct
{
  AlaHttpSession *session;
  AlaJiraClient *client;
  AlaAccessToken *token;
  AlaSetup *setup;
  AlaProfile *profile;
} Link;

static void
link_clear (Link *link)
{
  g_clear_object (&link->client);
  g_clear_object (&link->session);
  g_clear_object (&link->setup);
  g_clear_object (&link->profile);
  g_clear_pointer (&link->token, ala_access_token_free);
}

static void
let_read (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (PERSON_READS, quit_cb, loop);
  g_main_loop_run (loop);
}

/* The dance with a person in the browser; ends when the access token has come. */
static void
link_authorize (Link       *link,
                Server     *server,
                AlaKeyPair *pair)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaAuthorization) authorization = NULL;
  g_autoptr (AlaCliBrowser) browser = NULL;
  g_autoptr (AlaCliPage) page = NULL;
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaTrust) trust = NULL;
  g_autoptr (GAsyncResult) prepared = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  AlaCliPerson person = { NULL, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };

  link->session = ala_http_session_new ();
  if (server->ca_pem != NULL)
    {
      trust = ala_trust_new_from_pem (server->ca_pem, &error);
      g_assert_no_error (error);
      ala_http_session_set_trust (link->session, trust);
    }
  address = ala_jira_address_new (server->url, &error);
  g_assert_no_error (error);
  link->client = ala_jira_client_new (link->session, address, CONSUMER_KEY, pair);
  link->setup = ala_setup_new ();
  link->profile = g_list_model_get_item (G_LIST_MODEL (profiles), 0);
  ala_setup_set_jira_url (link->setup, server->url);
  ala_setup_set_consumer_key (link->setup, CONSUMER_KEY);

  browser = ala_cli_browser_new (trust);
  person.browser = browser;
  authorization = ala_authorization_new (link->client);
  ala_check_warm_up (authorization, link->client);
  ala_authorization_prepare_async (authorization, NULL, ala_cli_keep_result, &prepared);
  ala_cli_wait (&prepared);
  ala_authorization_prepare_finish (authorization, prepared, &error);
  g_assert_no_error (error);

  ala_authorization_run_async (authorization, NULL, ala_cli_keep_result, &result);
  let_read ();
  page = ala_cli_person_allow (&person, ala_authorization_get_authorize_url (authorization), &error);
  g_assert_no_error (error);
  ala_cli_wait (&result);
  link->token = ala_authorization_run_finish (authorization, result, &error);
  g_assert_no_error (error);

  ala_jira_client_set_access_token (link->client, link->token->token);
  ala_setup_set_authorized (link->setup, g_get_real_time () / G_USEC_PER_SEC, link->token->expires_at);
}

/* Returns: milliseconds until all checks of @runner have ended */
static double
run (AlaCheckRunner *runner,
     Link           *link)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  double elapsed;

  ala_check_runner_run_async (runner, link->client, link->setup, link->profile, NULL, NULL, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  elapsed = (double) (g_get_monotonic_time () - begun) / 1000;
  ala_check_runner_run_finish (runner, result, &error);
  g_assert_no_error (error);
  if (ala_check_runner_get_verdict (runner) == ALA_CHECK_FAILED)
    g_error ("a check failed, so its time says nothing");

  return elapsed;
}

/* A runner with one check and what it needs. */
static AlaCheckRunner *
new_chain (AlaCheckRunner *all,
           AlaCheck       *check)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);

  for (; check != NULL; check = ala_check_get_needs (check) != NULL
                                ? ala_check_runner_find (all, ala_check_get_needs (check)) : NULL)
    g_ptr_array_add (checks, g_object_new (G_OBJECT_TYPE (check), NULL));

  return ala_check_runner_new_with (checks);
}

static double
measure_floor (AlaCheckRunner *all,
               Link           *link,
               const char    **slowest)
{
  double floor = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (all), i);
      g_autoptr (AlaCheckRunner) chain = new_chain (all, check);
      double elapsed = run (chain, link);

      if (elapsed > floor)
        {
          floor = elapsed;
          *slowest = ala_check_get_id (check);
        }
    }

  return floor;
}

/* --- The other program --- */

static void
replied_cb (AlaJiraClient *client,
            AlaHttpReply  *reply,
            gpointer       user_data)
{
  GPtrArray *addresses = user_data;

  /* What is not there is asked for once to learn so; scripts do not. */
  if (ala_http_reply_get_status (reply) == 200)
    g_ptr_array_add (addresses, g_strdup (ala_http_reply_get_uri (reply)));
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* Returns: milliseconds, 0 when python3-jira is not installed */
static double
measure_jira (Link       *link,
              Server     *server,
              AlaKeyPair *pair,
              GPtrArray  *addresses)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (AlaSecret) pem = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "server", server->url);
  add_member (builder, "ca", server->ca_pem != NULL ? server->ca_pem : "");
  add_member (builder, "consumer_key", CONSUMER_KEY);
  add_member (builder, "access_token", ala_secret_peek (link->token->token));
  add_member (builder, "access_token_secret", ala_secret_peek (link->token->secret));
  add_member (builder, "key_cert", ala_secret_peek (pem));
  json_builder_set_member_name (builder, "addresses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < addresses->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (addresses, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  input = json_to_string (root, FALSE);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, python, script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    return 0;

  return g_ascii_strtod (output, NULL);
}

/* --- The table --- */

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (GArray *values)
{
  g_array_sort (values, compare);
  return g_array_index (values, double, values->len / 2);
}

/* Returns: whether the goals are met, where there are any */
static gboolean
measure (AlaKeyPair *pair,
         gboolean    secure,
         guint       latency)
{
  guint n = latency > GOAL_LATENCY ? 3 : 5;
  g_autofree char *public_key = ala_key_export_public_body (pair);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  const char *slowest = "";
  Server server = { 0 };
  double jira = 0;
  gboolean met;

  server_start (&server, secure, latency, public_key);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaCheckRunner) runner = ala_check_runner_new ();
      Link link = { NULL };
      double elapsed, floor, ratio;

      link_authorize (&link, &server, pair);
      g_ptr_array_set_size (addresses, 0);
      g_signal_connect (link.client, "replied", G_CALLBACK (replied_cb), addresses);
      elapsed = run (runner, &link);
      g_signal_handlers_disconnect_by_data (link.client, addresses);
      floor = measure_floor (runner, &link, &slowest);
      ratio = elapsed / floor;
      g_array_append_val (ours, elapsed);
      g_array_append_val (floors, floor);
      g_array_append_val (ratios, ratio);
      if (i == n - 1)
        jira = measure_jira (&link, &server, pair, addresses);
      link_clear (&link);
    }
  server_stop (&server);

  met = latency != GOAL_LATENCY || (median (ratios) <= GOAL_FLOOR && (jira == 0 || jira / median (ours) >= GOAL_JIRA));
  g_print ("%-5s %7u %9.1f %9.1f %6.2f  %-14s", secure ? "https" : "http", latency, median (ours), median (floors), median (ratios),
           slowest);
  if (jira > 0)
    g_print (" %10.1f %6.1f  %u\n", jira, jira / median (ours), addresses->len);
  else
    g_print (" %10s %6s  %u\n", "absent", "", addresses->len);

  return met;
}

int
main (int   argc,
      char *argv[])
{
  static const guint latencies[] = { 0, 20, 100, 300 };
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;
  gboolean met = TRUE;

  setlocale (LC_ALL, "");
  if (argc != 3 && argc != 5)
    g_error ("usage: %s PYTHON SCRIPT [http|https LATENCY]", argv[0]);
  python = argv[1];
  script = argv[2];
  pair = ala_key_pair_generate (2048, &error);
  g_assert_no_error (error);

  g_print ("      latency    checks     floor  ratio  longest chain   python3-jira faster  signed requests\n"
           "           ms        ms        ms                               ms\n");
  if (argc == 5)
    met = measure (pair, g_str_equal (argv[3], "https"), (guint) g_ascii_strtoull (argv[4], NULL, 10));
  for (guint secure = 0; argc == 3 && secure < 2; secure++)
    for (guint i = 0; i < G_N_ELEMENTS (latencies); i++)
      met = measure (pair, secure != 0, latencies[i]) && met;

  g_print ("At %d ms at most %.1f times the floor, and at least %.0f times faster than python3-jira: %s\n", GOAL_LATENCY, GOAL_FLOOR,
           GOAL_JIRA, met ? "yes" : "no");
  return met ? 0 : 1;
}
