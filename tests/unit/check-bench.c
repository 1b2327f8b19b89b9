/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check-bench.h"

#include <string.h>

#include "ala-check-runner.h"
#include "ala-profiles.h"

/* Twenty megabytes, which is still less than what the program reads. */
#define LARGE (20 * 1024 * 1024)

void
check_bench_set_up (CheckBench    *self,
                    gconstpointer  unused)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaSecret) token = ala_secret_new ("W1jjOV4sq2iEqxO4ZYZTJVdgbjtKc2ye", -1);
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  self->server = ala_test_server_new (NULL);
  address = ala_jira_address_new (ala_test_server_get_url (self->server), &error);
  g_assert_no_error (error);
  pair = ala_key_pair_generate (ALA_KEY_BITS_MIN, &error);
  g_assert_no_error (error);

  /* For the reply that never comes. */
  ala_http_session_set_timeout (session, 1);
  self->client = ala_jira_client_new (session, address, "key", pair);
  ala_jira_client_set_access_token (self->client, token);
  self->setup = ala_setup_new ();
  self->profile = g_list_model_get_item (G_LIST_MODEL (profiles), 0);
}

/* A thread that read a large reply lets go of its task a moment after the answer was told. */
static void
assert_goes (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (g_atomic_pointer_get (&weak) != NULL && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  g_assert_null (weak);
}

void
check_bench_tear_down (CheckBench    *self,
                       gconstpointer  unused)
{
  assert_goes (self->client);
  g_assert_finalize_object (self->setup);
  g_clear_object (&self->profile);
  ala_test_server_free (self->server);
}

AlaCheck *
check_bench_run (CheckBench *self,
                 GType       type)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (AlaCheckRunner) runner = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AlaCheck *check = g_object_new (type, NULL);

  g_ptr_array_add (checks, check);
  runner = ala_check_runner_new_with (checks);
  ala_check_runner_run_async (runner, self->client, self->setup, self->profile, NULL, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  ala_check_runner_run_finish (runner, result, &error);
  g_assert_no_error (error);

  return check;
}

AlaCheckState
check_bench_get_finding_state (AlaCheck   *check,
                               const char *id)
{
  GListModel *findings = ala_check_get_findings (check);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (ala_finding_get_id (finding), id))
        return ala_finding_get_state (finding);
    }

  g_error ("%s found nothing about %s", ala_check_get_id (check), id);
}

void
check_bench_reply (CheckBench *self,
                   const char *path,
                   const char *json)
{
  ala_test_server_reply (self->server, path, 200, "application/json", json, "X-AUSERNAME", "test", NULL);
}

void
check_bench_set_cloud (CheckBench *self)
{
  static const char info[] = "{\"baseUrl\": \"https://test.atlassian.net\", \"version\": \"1001.0.0\","
                             " \"deploymentType\": \"Cloud\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraServer) server = ala_jira_server_new_from_json (ala_jira_client_get_address (self->client),
                                                                    info, -1, &error);

  g_assert_no_error (error);
  ala_setup_set_server (self->setup, server);
}

static void
assert_fails (CheckBench *self,
              GType       type,
              const char *why)
{
  g_autoptr (AlaCheck) check = check_bench_run (self, type);
  g_autofree char *readable = g_strescape (why, NULL);
  AlaProblem problem = ala_problem_from_error (ala_check_get_error (check));

  g_test_message ("%s: %s", readable, ala_problem_get_id (problem));
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_FAILED);
  g_assert_cmpint (problem, !=, ALA_PROBLEM_NONE);
  g_assert_cmpint (problem, !=, ALA_PROBLEM_UNEXPECTED);
  g_assert_cmpstr (ala_check_get_summary (check), ==, ala_problem_get_title (problem));
}

void
check_bench_assert_fails_in_words (CheckBench *self,
                                   GType       type,
                                   const char *path)
{
  static const guint statuses[] = { 400, 401, 403, 404, 429, 500, 503 };
  g_autofree char *large = g_strdup_printf ("{\"a\": \"%*s\"}", LARGE - 10, "");
  static const char * const bodies[] = { "", "null", "nul", "{\"values\": [", "{", "[", "true", "\"text\"", "\xff\xfe", "1e999" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *why = g_strdup_printf ("status %u", statuses[i]);

      if (statuses[i] == self->tolerated)
        continue;
      ala_test_server_reply (self->server, path, statuses[i], "application/json", "{\"errorMessages\": [\"No\"]}",
                             /* Longer than anybody waits for the next try: the tests do not either. */
                             "Retry-After", "61", NULL);
      assert_fails (self, type, why);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      check_bench_reply (self, path, bodies[i]);
      assert_fails (self, type, bodies[i]);
    }

  memset (large + 7, 'x', LARGE - 10);
  check_bench_reply (self, path, large);
  assert_fails (self, type, "twenty megabytes");

  ala_test_server_reply (self->server, path, 200, "text/html", "<html><body>Log in</body></html>", NULL);
  assert_fails (self, type, "a page");
  ala_test_server_reply (self->server, path, 302, "text/html", "", "Location", "/login.jsp?os_destination=%2F", NULL);
  assert_fails (self, type, "a redirect to the login");
  ala_test_server_reply (self->server, path, 302, "text/html", "", "Location", "https://sso.example.com/", NULL);
  assert_fails (self, type, "a redirect to a gateway");
  ala_test_server_reply_raw (self->server, path,
                             "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"a\":",
                             ALA_TEST_CLOSE);
  assert_fails (self, type, "cut off");
  ala_test_server_reply_raw (self->server, path, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[1",
                             ALA_TEST_HOLD);
  assert_fails (self, type, "never ends");
}
