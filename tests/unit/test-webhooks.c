/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-webhooks.h"

#include <string.h>

#include "ala-practice-jira.h"
#include "ala-test-server.h"
#include "practice-product.h"

#define CONSUMER "zephyr"
#define URL      "https://zephyr.example.com/hook"
#define OLD      "/rest/webhooks/1.0/webhook"
#define NEW      "/rest/jira-webhook/1.0/webhooks"

static const char *const events[] = { "jira:issue_updated", "jira:version_created", "project_updated", NULL };

/* A practice Jira with a link and a token, or a scripted server. */
typedef struct
{
  AlaPracticeJira *jira;     /* (nullable) */
  AlaTestServer *server;     /* (nullable) */
  AlaJiraClient *client;
} Fixture;

static AlaJiraClient *
new_client (const char *url,
            const char *consumer,
            AlaKeyPair *pair,
            const char *token)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaSecret) secret = ala_secret_new (token, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (url, &error);
  AlaJiraClient *client;

  g_assert_no_error (error);
  ala_http_session_set_timeout (session, 1);
  client = ala_jira_client_new (session, address, consumer, pair);
  ala_jira_client_set_access_token (client, secret);

  return client;
}

static void
set_up_as (Fixture    *self,
           const char *generation,
           const char *user)
{
  g_autoptr (PracticeProduct) product = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;

  self->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  g_assert_true (ala_practice_jira_set_generation (self->jira, generation));
  product = practice_product_new (ala_practice_jira_get_url (self->jira), CONSUMER);
  g_assert_true (ala_practice_jira_add_link (self->jira, "Zephyr", CONSUMER, product->public_key, NULL, NULL));
  token = practice_product_link (product, user);
  self->client = new_client (ala_practice_jira_get_url (self->jira), CONSUMER, product->pair, token);
}

static void
set_up (Fixture       *self,
        gconstpointer  generation)
{
  set_up_as (self, generation, "admin");
}

static void
set_up_user (Fixture       *self,
             gconstpointer  generation)
{
  set_up_as (self, generation, "alex");
}

static void
set_up_script (Fixture       *self,
               gconstpointer  unused)
{
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  pair = ala_key_pair_generate (ALA_KEY_BITS_MIN, &error);
  g_assert_no_error (error);
  self->server = ala_test_server_new (NULL);
  self->client = new_client (ala_test_server_get_url (self->server), "key", pair, "token");
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_assert_finalize_object (self->client);
  if (self->jira != NULL)
    g_assert_finalize_object (self->jira);
  g_clear_pointer (&self->server, ala_test_server_free);
}

static GPtrArray *
list (AlaWebhooks  *webhooks,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_webhooks_list_async (webhooks, URL, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);

  return ala_webhooks_list_finish (webhooks, result, error);
}

static AlaWebhook *
save (AlaWebhooks  *webhooks,
      AlaWebhook   *webhook,
      AlaWebhook   *before,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_webhooks_save_async (webhooks, webhook, before, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);

  return ala_webhooks_save_finish (webhooks, result, error);
}

static gboolean
delete (AlaWebhooks  *webhooks,
        AlaWebhook   *webhook,
        GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_webhooks_delete_async (webhooks, webhook, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);

  return ala_webhooks_delete_finish (webhooks, result, error);
}

static void
assert_length (AlaWebhooks *webhooks,
               guint        length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) there = list (webhooks, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (there->len, ==, length);
}

/* The whole life of a webhook, in whatever generation, and with what is said of the version right, wrong or not at all. */
static void
live (Fixture    *self,
      AlaEdition  edition,
      const char *version)
{
  static const char *const all[] = { "jira:issue_updated", "jira:version_created", "project_updated", "project_deleted", NULL };
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, edition, version);
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Zephyr", URL, events, "project = ZEP");
  g_autoptr (AlaWebhook) made = NULL;
  g_autoptr (AlaWebhook) completed = NULL;
  g_autoptr (AlaWebhook) changed = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;

  made = save (webhooks, draft, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ala_webhook_get_id (made), !=, "");
  g_assert_true (ala_webhooks_judge (draft, made, &error));

  there = list (webhooks, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (there->len, ==, 1);
  g_assert_cmpuint (ala_webhook_compare (there->pdata[0], draft), ==, ALA_WEBHOOK_SAME);

  completed = ala_webhook_new_completed (there->pdata[0], all);
  changed = save (webhooks, completed, there->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_true (ala_webhooks_judge (completed, changed, &error));
  g_assert_cmpstr (ala_webhook_get_id (changed), ==, ala_webhook_get_id (made));
  g_assert_cmpstr (ala_webhook_get_jql (changed), ==, "project = ZEP");
  assert_length (webhooks, 1);

  g_assert_true (delete (webhooks, changed, &error));
  assert_length (webhooks, 0);

  /* One that is gone is as good as deleted. */
  g_assert_true (delete (webhooks, changed, &error));
  g_assert_no_error (error);
}

static void
test_life (Fixture       *self,
           gconstpointer  generation)
{
  const gboolean cloud = g_str_has_prefix (generation, "cloud");
  AlaEdition edition = cloud ? ALA_EDITION_CLOUD : ALA_EDITION_SERVER;

  live (self, edition, g_str_equal (generation, "data-center-10") ? "10.3.2" : cloud ? "1001.0.0-SNAPSHOT" : "9.12.15");
  live (self, ALA_EDITION_UNKNOWN, "");
  live (self, edition, "10.0.0");
  live (self, edition, "9.0.0");
}

static void
test_forbidden (Fixture       *self,
                gconstpointer  unused)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_UNKNOWN, "");
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Zephyr", URL, events, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (list (webhooks, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOKS_FORBIDDEN);
  g_clear_error (&error);
  g_assert_null (save (webhooks, draft, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOKS_FORBIDDEN);
}

static void
test_faults (Fixture       *self,
             gconstpointer  generation)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_UNKNOWN, "");
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Zephyr", URL, events, NULL);
  g_autoptr (AlaWebhook) made = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean new = g_str_equal (generation, "data-center-10");
  static const struct
  {
    const char *fault;
    AlaWebhookPart differs;
  } views[] = {
    { "webhook-incomplete", ALA_WEBHOOK_EVENTS },
    { "webhook-disabled", ALA_WEBHOOK_ACTIVE },
    { "webhook-narrow", ALA_WEBHOOK_JQL },
    { "webhook-failing", ALA_WEBHOOK_SAME },
  };

  ala_practice_jira_set_fault (self->jira, "webhooks-not-found", TRUE);
  g_assert_null (list (webhooks, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOKS_NOT_FOUND);
  g_clear_error (&error);
  ala_practice_jira_set_fault (self->jira, "webhooks-not-found", FALSE);

  /* Fields that Jira leaves out in silence are seen when the webhook is read back. */
  ala_practice_jira_set_fault (self->jira, "webhook-not-as-sent", TRUE);
  made = save (webhooks, draft, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ala_webhooks_judge (draft, made, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOK_NOT_AS_SENT);
  g_assert_nonnull (strstr (error->message, "the events"));
  g_clear_error (&error);
  ala_practice_jira_set_fault (self->jira, "webhook-not-as-sent", FALSE);
  g_assert_true (delete (webhooks, made, &error));
  g_clear_object (&made);
  made = save (webhooks, draft, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GPtrArray) there = NULL;

      g_assert_true (ala_practice_jira_set_fault (self->jira, views[i].fault, TRUE));
      there = list (webhooks, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ala_webhook_compare (there->pdata[0], made), ==, views[i].differs);
      g_assert_cmpint (ala_webhook_get_failures (there->pdata[0]), ==,
                       !new ? -1 : g_str_equal (views[i].fault, "webhook-failing") ? 7 : 0);
      ala_practice_jira_set_fault (self->jira, views[i].fault, FALSE);
    }
}

/* Scripted */

static void
reply (Fixture    *self,
       const char *path,
       guint       status,
       const char *json)
{
  ala_test_server_reply (self->server, path, status, "application/json", json, "X-AUSERNAME", "admin", NULL);
}

/* Cloud's resource for apps is never asked, whatever Jira says. */
static void
assert_no_app_webhooks (Fixture *self)
{
  g_assert_cmpuint (ala_test_server_count (self->server, "/rest/api/2/webhook"), ==, 0);
  g_assert_cmpuint (ala_test_server_count (self->server, "/rest/api/3/webhook"), ==, 0);
}

static void
test_which_api (Fixture       *self,
                gconstpointer  unused)
{
  static const struct
  {
    AlaEdition edition;
    const char *version;
    gboolean new;
  } cases[] = {
    { ALA_EDITION_SERVER, "8.20.30", FALSE },
    { ALA_EDITION_SERVER, "9.17.0", FALSE },
    { ALA_EDITION_SERVER, "10.0.0", TRUE },
    { ALA_EDITION_SERVER, "11.3.1", TRUE },
    { ALA_EDITION_CLOUD, "1001.0.0-SNAPSHOT", FALSE },
    { ALA_EDITION_UNKNOWN, "1001.0.0", FALSE },
    { ALA_EDITION_UNKNOWN, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, cases[i].edition, cases[i].version);
      guint before_old = ala_test_server_count (self->server, OLD);
      guint before_new = ala_test_server_count (self->server, NEW);

      reply (self, OLD, 200, "[]");
      reply (self, NEW, 200, "[]");
      assert_length (webhooks, 0);
      g_assert_cmpuint (ala_test_server_count (self->server, OLD), ==, before_old + !cases[i].new);
      g_assert_cmpuint (ala_test_server_count (self->server, NEW), ==, before_new + cases[i].new);
    }
  assert_no_app_webhooks (self);
}

/* Where the list does not tell of deliveries they are asked for, of those that concern the product. */
static void
test_statistics (Fixture       *self,
                 gconstpointer  unused)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "10.3.2");
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;

  reply (self, NEW, 200, "[{\"id\": 1, \"url\": \"" URL "\"}, {\"id\": 2, \"url\": \"https://other.example.com/\"},"
                         " {\"id\": 3, \"url\": \"https://zephyr.example.com/else\"}, {\"id\": 4, \"url\": \"" URL "\","
                         " \"statistics\": {\"counts\": {\"failures\": 2}}}]");
  reply (self, NEW "/1/statistics", 200, "{\"counts\": {\"errors\": 4}, \"lastError\": \"late\"}");
  reply (self, NEW "/3/statistics", 500, "{}");
  there = list (webhooks, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ala_webhook_get_failures (there->pdata[0]), ==, 4);
  g_assert_cmpstr (ala_webhook_get_last_error (there->pdata[0]), ==, "late");
  g_assert_cmpint (ala_webhook_get_failures (there->pdata[1]), ==, -1);
  g_assert_cmpint (ala_webhook_get_failures (there->pdata[2]), ==, -1);
  g_assert_cmpint (ala_webhook_get_failures (there->pdata[3]), ==, 2);
  g_assert_cmpuint (ala_test_server_count (self->server, NEW "/2/statistics"), ==, 0);
  g_assert_cmpuint (ala_test_server_count (self->server, NEW "/4/statistics"), ==, 0);
}

/* However Jira tells which webhook it made. */
static void
test_read_back (Fixture       *self,
                gconstpointer  unused)
{
  static const char one[] = "{\"self\": \"http://j" OLD "/7\", \"name\": \"Zephyr\", \"url\": \"" URL "\", \"enabled\": true,"
                            " \"events\": [\"project_updated\", \"jira:version_created\", \"jira:issue_updated\"]}";
  static const struct
  {
    const char *body;
    const char *location; /* (nullable) */
  } cases[] = {
    { one, NULL },
    { "", "/jira" OLD "/7" },
    { "not even JSON", "https://jira.example.com" OLD "/7?x=y" },
    { "{}", NULL },
    { "{\"id\": \"../../7\"}", NULL },
  };
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Zephyr", URL, events, NULL);
  g_autofree char *several = g_strdup_printf ("[{\"name\": \"Zephyr\", \"url\": \"https://z/\"}, %s]", one);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
      g_autoptr (AlaWebhook) made = NULL;
      g_autoptr (GError) error = NULL;

      ala_test_server_reply (self->server, OLD, 201, "application/json", cases[i].body, "Location",
                             cases[i].location != NULL ? cases[i].location : "/", NULL);
      reply (self, OLD "/7", 200, one);
      if (i >= 3)
        {
          /* The list answers at the address to which the webhook was sent. */
          reply (self, OLD, 200, several);
        }
      made = save (webhooks, draft, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ala_webhook_get_id (made), ==, "7");
      g_assert_true (ala_webhooks_judge (draft, made, &error));
    }

  /* Taken, and then nowhere to be seen. */
  {
    g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
    g_autoptr (GError) error = NULL;

    reply (self, OLD, 200, "[]");
    g_assert_null (save (webhooks, draft, NULL, &error));
    g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOK_NOT_AS_SENT);
  }
  assert_no_app_webhooks (self);
}

/* What has the number of a webhook now may be another one: it is left alone. */
static void
test_deletes_only_its_own (Fixture       *self,
                           gconstpointer  unused)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;
  const char *method;

  reply (self, OLD, 200, "[{\"self\": \"http://j/7\", \"name\": \"Zephyr\", \"url\": \"" URL "\"}]");
  reply (self, OLD "/7", 200, "{\"self\": \"http://j/7\", \"name\": \"Chat\", \"url\": \"https://chat.example.com/\"}");
  there = list (webhooks, &error);
  g_assert_no_error (error);
  g_assert_false (delete (webhooks, there->pdata[0], &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOK_NOT_AS_SENT);
  method = soup_server_message_get_method (ala_test_server_peek_last (self->server));
  g_assert_cmpstr (method, ==, "GET");
}

static void
assert_both_fail (Fixture    *self,
                  AlaProblem  problem,
                  const char *why)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Zephyr", URL, events, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) there = list (webhooks, &error);

  g_test_message ("%s: %s", why, error != NULL ? error->message : "none");
  g_assert_null (there);
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
  g_clear_error (&error);
  g_assert_null (save (webhooks, draft, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
}

static void
test_hostile (Fixture       *self,
              gconstpointer  unused)
{
  static const struct
  {
    guint status;
    AlaProblem problem;
  } statuses[] = {
    { 400, ALA_PROBLEM_BAD_REQUEST }, { 401, ALA_PROBLEM_WEBHOOKS_FORBIDDEN }, { 403, ALA_PROBLEM_WEBHOOKS_FORBIDDEN },
    { 409, ALA_PROBLEM_BAD_REQUEST }, { 500, ALA_PROBLEM_SERVER_ERROR }, { 503, ALA_PROBLEM_MAINTENANCE },
  };
  static const struct
  {
    const char *body;
    AlaProblem problem;
  } bodies[] = {
    { "", ALA_PROBLEM_REPLY_EMPTY }, { "[{\"url\":", ALA_PROBLEM_REPLY_TRUNCATED }, { "{}", ALA_PROBLEM_REPLY_MALFORMED },
    { "{\"values\": 7}", ALA_PROBLEM_REPLY_MALFORMED }, { "\"text\"", ALA_PROBLEM_REPLY_MALFORMED },
    { "\xff\xfe", ALA_PROBLEM_REPLY_MALFORMED },
  };
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nothing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *why = g_strdup_printf ("status %u", statuses[i].status);

      reply (self, OLD, statuses[i].status, "{\"errorMessages\": [\"No\"]}");
      assert_both_fail (self, statuses[i].problem, why);
    }

  ala_test_server_reply (self->server, OLD, 429, "application/json", "{}", "Retry-After", "17", NULL);
  assert_both_fail (self, ALA_PROBLEM_RATE_LIMITED, "429");
  g_assert_null (list (webhooks, &error));
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_RETRY_AFTER), ==, "17");
  g_clear_error (&error);

  ala_test_server_reply (self->server, OLD, 302, "text/html", "", "Location", "/login.jsp?os_destination=%2F", NULL);
  assert_both_fail (self, ALA_PROBLEM_LOGIN_PAGE, "login");
  ala_test_server_reply (self->server, OLD, 200, "text/html", "<html><body>Log in</body></html>", NULL);
  assert_both_fail (self, ALA_PROBLEM_REPLY_HTML, "a page");
  ala_test_server_reply (self->server, OLD, 200, "application/json", "[]", "X-AUSERNAME", "anonymous", NULL);
  assert_both_fail (self, ALA_PROBLEM_ANONYMOUS, "nobody");
  ala_test_server_reply_raw (self->server, OLD, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[1", ALA_TEST_HOLD);
  assert_both_fail (self, ALA_PROBLEM_NETWORK_TIMEOUT, "never ends");

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *readable = g_strescape (bodies[i].body, NULL);

      g_test_message ("%s", readable);
      reply (self, OLD, 200, bodies[i].body);
      g_assert_null (list (webhooks, &error));
      g_assert_error (error, ALA_PROBLEM_ERROR, (int) bodies[i].problem);
      g_clear_error (&error);
    }

  reply (self, OLD, 200, "[null, 7, \"x\", [], {\"url\": 7}]");
  nothing = list (webhooks, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* Twenty megabytes of webhooks, which are parsed beside the main loop. */
static void
test_large (Fixture       *self,
            gconstpointer  unused)
{
  g_autoptr (AlaWebhooks) webhooks = ala_webhooks_new (self->client, ALA_EDITION_SERVER, "9.12.0");
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *padding = g_strnfill (2000, 'x');

  while (json->len < 20 * 1024 * 1024)
    g_string_append_printf (json, "{\"id\": 1, \"url\": \"" URL "?%s\", \"events\": [\"e\"]},", padding);
  g_string_append (json, "{}]");
  reply (self, OLD, 200, json->str);
  there = list (webhooks, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (there->len, >, 9000);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const generations[] = { "server-8", "data-center-9", "data-center-10", "cloud-2020", "cloud-2024" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (generations); i++)
    {
      g_autofree char *life = g_strconcat ("/webhooks/life/", generations[i], NULL);
      g_autofree char *forbidden = g_strconcat ("/webhooks/forbidden/", generations[i], NULL);
      g_autofree char *faults = g_strconcat ("/webhooks/faults/", generations[i], NULL);

      g_test_add (life, Fixture, generations[i], set_up, test_life, tear_down);
      g_test_add (forbidden, Fixture, generations[i], set_up_user, test_forbidden, tear_down);
      g_test_add (faults, Fixture, generations[i], set_up, test_faults, tear_down);
    }
#define add(name, test) g_test_add ("/webhooks/" name, Fixture, NULL, set_up_script, test, tear_down)
  add ("which-api", test_which_api);
  add ("statistics", test_statistics);
  add ("read-back", test_read_back);
  add ("deletes-only-its-own", test_deletes_only_its_own);
  add ("hostile", test_hostile);
  add ("large", test_large);
#undef add

  return g_test_run ();
}
