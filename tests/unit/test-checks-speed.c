/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-speed.h"

#include <string.h>

#include "ala-check-runner.h"
#include "ala-checks-account.h"
#include "ala-checks-jira-data.h"
#include "check-bench.h"

#define MYSELF     "/rest/api/2/myself"
#define PRIORITIES "/rest/api/2/priority"

/* Longer than the check calls slow; the clock is the one of the main loop. */
#define SLOW_MS 1050

static gboolean
unpause_cb (gpointer user_data)
{
  soup_server_message_unpause (user_data);
  return G_SOURCE_REMOVE;
}

static void
slow_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{\"name\": \"test\"}", 16);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, SLOW_MS, unpause_cb, g_object_ref (message), g_object_unref);
}

/* Runs the account, priorities and the response time together. Returns: (transfer full): the runner */
static AlaCheckRunner *
run (CheckBench         *bench,
     const char * const *only)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AlaCheckRunner *runner;

  g_ptr_array_add (checks, g_object_new (ALA_TYPE_SPEED_CHECK, NULL));
  g_ptr_array_add (checks, g_object_new (ALA_TYPE_IDENTITY_CHECK, NULL));
  g_ptr_array_add (checks, g_object_new (ALA_TYPE_PRIORITIES_CHECK, NULL));
  runner = ala_check_runner_new_with (checks);
  ala_check_runner_run_async (runner, bench->client, bench->setup, bench->profile, only, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  ala_check_runner_run_finish (runner, result, &error);
  g_assert_no_error (error);

  return runner;
}

/* It sees every signed request of the run, and comes last although it stands first. */
static void
test_counts_the_run (CheckBench    *bench,
                     gconstpointer  unused)
{
  g_autoptr (AlaCheckRunner) runner = NULL;
  AlaCheck *check;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\"}");
  check_bench_reply (bench, PRIORITIES, "[]");
  runner = run (bench, NULL);
  check = ala_check_runner_find (runner, "response-time");
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "median of 2 signed requests"));
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (check)), ==, 3);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 2);
}

/* A refusal of another check takes nothing away from it. */
static void
test_beside_failures (CheckBench    *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaCheckRunner) runner = NULL;
  g_autoptr (AlaCheckRunner) alone = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\"}");
  ala_test_server_reply (bench->server, PRIORITIES, 500, "text/plain", "", NULL);
  runner = run (bench, NULL);
  check_bench_assert_problem (ala_check_runner_find (runner, "priorities"), ALA_CHECK_FAILED, ALA_PROBLEM_SERVER_ERROR);
  check_bench_assert_problem (ala_check_runner_find (runner, "response-time"), ALA_CHECK_PASSED, ALA_PROBLEM_NONE);

  ala_test_server_reply (bench->server, MYSELF, 401, "text/plain", "", NULL);
  alone = run (bench, NULL);
  check_bench_assert_problem (ala_check_runner_find (alone, "response-time"), ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
}

static void
test_slow (CheckBench    *bench,
           gconstpointer  unused)
{
  static const char * const only[] = { "response-time", NULL };
  g_autoptr (AlaCheckRunner) runner = NULL;

  ala_http_session_set_timeout (ala_jira_client_get_session (bench->client), 5);
  ala_test_server_handle (bench->server, MYSELF, slow_cb, NULL);
  runner = run (bench, only);
  check_bench_assert_problem (ala_check_runner_find (runner, "response-time"), ALA_CHECK_WARNING, ALA_PROBLEM_JIRA_SLOW);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 1);
}

/* Alone it asks by itself. */
static void
test_asks_by_itself (CheckBench    *bench,
                     gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\"}");
  check = check_bench_run (bench, ALA_TYPE_SPEED_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, MYSELF), ==, 3);
}

static void
test_fails_in_words (CheckBench    *bench,
                     gconstpointer  unused)
{
  g_autoptr (AlaCheck) refused = NULL, endless = NULL;

  ala_test_server_reply (bench->server, MYSELF, 503, "text/plain", "", NULL);
  refused = check_bench_run (bench, ALA_TYPE_SPEED_CHECK);
  check_bench_assert_problem (refused, ALA_CHECK_FAILED, ALA_PROBLEM_MAINTENANCE);

  ala_test_server_reply_raw (bench->server, MYSELF, "HTTP/1.1 200 OK\r\n\r\n", ALA_TEST_HOLD);
  endless = check_bench_run (bench, ALA_TYPE_SPEED_CHECK);
  check_bench_assert_problem (endless, ALA_CHECK_FAILED, ALA_PROBLEM_NETWORK_TIMEOUT);
}

#define ADD(name, function) \
  g_test_add ("/checks-speed/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts-the-run", test_counts_the_run);
  ADD ("beside-failures", test_beside_failures);
  ADD ("slow", test_slow);
  ADD ("asks-by-itself", test_asks_by_itself);
  ADD ("fails-in-words", test_fails_in_words);
  return g_test_run ();
}
