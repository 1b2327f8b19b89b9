/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-account.h"

#include "check-bench.h"

#define MYSELF "/rest/api/2/myself"

static void
test_identity_on_data_center (CheckBench    *bench,
                              gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"key\": \"JIRAUSER1\", \"displayName\": \"Test User\", \"active\": true}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "Test User (test)"));
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "Test User");
}

static void
test_identity_on_cloud (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"accountId\": \"5b10ac8d82e05b22cc7d4ef5\", \"displayName\": \"Test User\", \"active\": true}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "Test User");
}

static void
test_identity_inactive (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"displayName\": \"Test User\", \"active\": false}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_USER_INACTIVE);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "Test User"));
}

/* Jira's friendliest way of saying no: 200, and nobody is signed in. */
static void
test_identity_anonymous (CheckBench    *bench,
                         gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_test_server_reply (bench->server, MYSELF, 200, "application/json", "{\"name\": \"test\"}", "X-AUSERNAME", "anonymous", NULL);
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_ANONYMOUS);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "");
}

static void
test_identity_names_nobody (CheckBench    *bench,
                            gconstpointer  unused)
{
  static const char * const replies[] = {
    "{}", "[]", "[{\"name\": \"test\"}]", "{\"name\": 5}", "{\"name\": \"\"}", "{\"name\": null, \"displayName\": \"Test\"}",
    "{\"name\": [\"test\"]}", "{\"name\": {\"name\": \"test\"}}", "{\"accountId\": true}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      g_test_message ("%s", replies[i]);
      check_bench_reply (bench, MYSELF, replies[i]);
      check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
      g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "");
    }
}

/* What is not needed may be of any type. */
static void
test_identity_with_odd_members (CheckBench    *bench,
                                gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"displayName\": [], \"active\": \"false\", \"key\": {}}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "test");
}

static void
test_identity_fails_in_words (CheckBench    *bench,
                              gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_IDENTITY_CHECK, MYSELF);
}

#define ADD(name, function) \
  g_test_add ("/checks-account/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("identity/on-data-center", test_identity_on_data_center);
  ADD ("identity/on-cloud", test_identity_on_cloud);
  ADD ("identity/inactive", test_identity_inactive);
  ADD ("identity/anonymous", test_identity_anonymous);
  ADD ("identity/names-nobody", test_identity_names_nobody);
  ADD ("identity/with-odd-members", test_identity_with_odd_members);
  ADD ("identity/fails-in-words", test_identity_fails_in_words);
  return g_test_run ();
}
