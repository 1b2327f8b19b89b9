/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-parameters.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-oauth-request.h"
#include "check-bench.h"

#define MYSELF "/rest/api/2/myself"

/* A Jira that verifies, and what stands in front of it. */
typedef struct
{
  const char *drop;    /* (nullable): a parameter that gets lost */
  const char *change;  /* (nullable): a parameter that gets another value */
  const char *twice;   /* (nullable): a parameter that comes twice */
  const char *host;    /* (nullable): the host that Jira sees */
  gboolean no_query;   /* whether the query is dropped */
  gboolean silent;     /* whether Jira does not show what it verified */
  gboolean accept;     /* whether Jira takes any signature */
  AlaPublicKey *key;   /* (nullable): the key by which a right signature would be noticed */
  guint right;         /* how many signatures were right */
  char *seen_header;
} Jira;

static void
refuse (SoupServerMessage *message,
        const char        *base_string)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  g_autofree char *form = NULL;

  ala_oauth_params_add (params, "oauth_problem", "signature_invalid");
  if (base_string != NULL)
    ala_oauth_params_add (params, "oauth_signature_base_string", base_string);
  form = ala_oauth_params_to_form (params);
  soup_server_message_set_status (message, 401, NULL);
  soup_server_message_set_response (message, "application/x-www-form-urlencoded;charset=UTF-8", SOUP_MEMORY_COPY, form, strlen (form));
}

static void
jira_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Jira *jira = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  const char *header = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autoptr (AlaOAuthParams) params = ala_oauth_parse_header (header);
  g_autofree char *address = NULL;
  g_autofree char *base_string = NULL;
  g_autoptr (AlaOAuthRequest) request = NULL;

  g_free (jira->seen_header);
  jira->seen_header = g_strdup (header);
  if (jira->host != NULL)
    address = g_strdup_printf ("http://%s%s?%s", jira->host, g_uri_get_path (uri), g_uri_get_query (uri));
  else
    address = g_uri_to_string_partial (uri, jira->no_query ? G_URI_HIDE_QUERY : G_URI_HIDE_NONE);

  request = ala_oauth_request_new ("GET", address);
  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    {
      const char *name = ala_oauth_params_get_name (params, i);

      if (g_strcmp0 (name, jira->drop) == 0)
        continue;
      ala_oauth_request_add_oauth (request, name, g_strcmp0 (name, jira->change) == 0 ? "changed" : ala_oauth_params_get_value (params, i));
      if (g_strcmp0 (name, jira->twice) == 0)
        ala_oauth_request_add_oauth (request, name, ala_oauth_params_get_value (params, i));
    }
  if (jira->key != NULL && ala_oauth_request_verify (request, jira->key))
    jira->right++;

  base_string = ala_oauth_request_dup_base_string (request);
  if (jira->accept)
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{\"name\": \"test\"}", 16);
    }
  else
    {
      refuse (message, jira->silent ? NULL : base_string);
    }
}

static AlaCheck *
run (CheckBench *bench,
     Jira       *jira)
{
  AlaCheck *check;

  ala_test_server_handle (bench->server, MYSELF, jira_cb, jira);
  check = check_bench_run (bench, ALA_TYPE_PARAMETERS_CHECK);
  g_clear_pointer (&jira->seen_header, g_free);
  return check;
}

static AlaCheckState
get_finding (AlaCheck   *check,
             const char *id)
{
  GListModel *findings = ala_check_get_findings (check);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (ala_finding_get_id (finding), id))
        return ala_finding_get_state (finding);
    }

  g_error ("no finding %s", id);
}

/* The signature is wrong on purpose, and all arrives. */
static void
test_arrive (CheckBench    *bench,
             gconstpointer  unused)
{
  g_autofree char *pem = ala_key_export_public_pem (ala_jira_client_get_key_pair (bench->client));
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPublicKey) key = ala_public_key_new_from_text (pem, &error);
  Jira jira = { .key = key };
  g_autoptr (AlaCheck) check = NULL;

  g_assert_no_error (error);
  check = run (bench, &jira);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (check)), ==, 6);
  g_assert_cmpint (get_finding (check, "oauth_token"), ==, ALA_CHECK_PASSED);
  g_assert_cmpint (get_finding (check, "oauth_signature"), ==, ALA_CHECK_PASSED);
  g_assert_cmpuint (jira.right, ==, 0);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 1);
}

static void
test_lost_on_the_way (CheckBench    *bench,
                      gconstpointer  unused)
{
  static const char * const names[] = { "oauth_consumer_key", "oauth_token", "oauth_signature_method", "oauth_timestamp", "oauth_nonce" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Jira lost = { .drop = names[i] };
      Jira changed = { .change = names[i] };
      Jira twice = { .twice = names[i] };
      Jira *cases[] = { &lost, &changed, &twice };

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autoptr (AlaCheck) check = run (bench, cases[j]);

          check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS);
          g_assert_nonnull (strstr (ala_check_get_error (check)->message, names[i]));
          g_assert_cmpint (get_finding (check, names[i]), ==, ALA_CHECK_FAILED);
          g_assert_cmpint (get_finding (check, names[(i + 1) % G_N_ELEMENTS (names)]), ==, ALA_CHECK_PASSED);
        }
    }
}

static void
test_another_address (CheckBench    *bench,
                      gconstpointer  unused)
{
  Jira jira = { .host = "jira.internal:8080" };
  g_autoptr (AlaCheck) check = run (bench, &jira);

  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "jira.internal"));
  g_assert_cmpint (get_finding (check, "oauth_token"), ==, ALA_CHECK_PASSED);
}

/* Then requests without a query work, and others will not. */
static void
test_changed_query (CheckBench    *bench,
                    gconstpointer  unused)
{
  Jira jira = { .no_query = TRUE };
  g_autoptr (AlaCheck) check = run (bench, &jira);

  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS);
  g_assert_cmpint (get_finding (check, "oauth_token"), ==, ALA_CHECK_PASSED);
}

static void
test_not_shown (CheckBench    *bench,
                gconstpointer  unused)
{
  Jira jira = { .silent = TRUE };
  g_autoptr (AlaCheck) silent = run (bench, &jira);
  g_autoptr (AlaCheck) nonsense = NULL;

  check_bench_assert_problem (silent, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (silent)), ==, 0);

  ala_test_server_reply (bench->server, MYSELF, 401, "text/plain",
                         "oauth_problem=signature_invalid&oauth_signature_base_string=GET%26nonsense", NULL);
  nonsense = check_bench_run (bench, ALA_TYPE_PARAMETERS_CHECK);
  check_bench_assert_problem (nonsense, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
}

static void
test_any_signature_will_do (CheckBench    *bench,
                            gconstpointer  unused)
{
  Jira jira = { .accept = TRUE };
  g_autoptr (AlaCheck) check = run (bench, &jira);

  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_SIGNATURE_IGNORED);
}

/* What Jira refuses before it looks at the signature is told by the check of the account. */
static void
test_refused_for_something_else (CheckBench    *bench,
                                 gconstpointer  unused)
{
  static const struct
  {
    const char *body;
    AlaCheckState state;
    AlaProblem problem;
  } cases[] = {
    { "oauth_problem=token_rejected", ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { "oauth_problem=consumer_key_unknown", ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { "oauth_problem=timestamp_refused", ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { "oauth_problem=of_the_future", ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { "oauth_problem=parameter_absent&oauth_parameters_absent=oauth_nonce", ALA_CHECK_FAILED, ALA_PROBLEM_PARAMETER_ABSENT },
    { "oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_nonce", ALA_CHECK_FAILED, ALA_PROBLEM_PARAMETER_REJECTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      ala_test_server_reply (bench->server, MYSELF, 401, "application/x-www-form-urlencoded", cases[i].body, NULL);
      check = check_bench_run (bench, ALA_TYPE_PARAMETERS_CHECK);
      check_bench_assert_problem (check, cases[i].state, cases[i].problem);
    }
}

/* Neither the token nor anything else of the request is told. */
static void
test_tells_no_secret (CheckBench    *bench,
                      gconstpointer  unused)
{
  static const char token[] = "W1jjOV4sq2iEqxO4ZYZTJVdgbjtKc2ye";
  Jira jira = { .change = "oauth_token", .host = "jira.internal" };
  g_autoptr (AlaCheck) check = run (bench, &jira);
  GListModel *findings = ala_check_get_findings (check);

  g_assert_null (strstr (ala_check_get_error (check)->message, token));
  g_assert_null (ala_problem_get_note (ala_check_get_error (check), ALA_NOTE_JIRA_BASE_STRING));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      g_assert_null (strstr (ala_finding_get_text (finding), token));
    }
}

static void
test_fails_in_words (CheckBench    *bench,
                     gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PARAMETERS_CHECK, MYSELF);
}

#define ADD(name, function) \
  g_test_add ("/checks-parameters/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("arrive", test_arrive);
  ADD ("lost-on-the-way", test_lost_on_the_way);
  ADD ("another-address", test_another_address);
  ADD ("changed-query", test_changed_query);
  ADD ("not-shown", test_not_shown);
  ADD ("any-signature-will-do", test_any_signature_will_do);
  ADD ("refused-for-something-else", test_refused_for_something_else);
  ADD ("tells-no-secret", test_tells_no_secret);
  ADD ("fails-in-words", test_fails_in_words);
  return g_test_run ();
}
