/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-key.h"

#include "check-bench.h"

#define DAY ((gint64) 24 * 60 * 60)

static void
use_key (CheckBench *bench,
         guint       bits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (bits, &error);
  AlaJiraClient *client;

  g_assert_no_error (error);
  client = ala_jira_client_new (ala_jira_client_get_session (bench->client), ala_jira_client_get_address (bench->client), "key", pair);
  g_object_unref (bench->client);
  bench->client = client;
}

static void
test_key_sizes (CheckBench    *bench,
                gconstpointer  unused)
{
  static const struct
  {
    guint bits;
    AlaCheckState state;
    AlaProblem problem;
  } cases[] = {
    { 1024, ALA_CHECK_WARNING, ALA_PROBLEM_KEY_SMALL },
    { 2048, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
    { 3072, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bits = g_strdup_printf ("%u", cases[i].bits);
      g_autoptr (AlaFinding) fingerprint = NULL;
      g_autoptr (AlaCheck) check = NULL;

      use_key (bench, cases[i].bits);
      check = check_bench_run (bench, ALA_TYPE_KEY_CHECK);
      check_bench_assert_problem (check, cases[i].state, cases[i].problem);
      g_assert_nonnull (strstr (ala_check_get_summary (check), bits));
      fingerprint = g_list_model_get_item (ala_check_get_findings (check), 0);
      g_assert_cmpstr (ala_finding_get_text (fingerprint), ==,
                       ala_key_pair_get_fingerprint (ala_jira_client_get_key_pair (bench->client)));
    }

  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 0);
}

/* What the product's vendor says of sizes stands beside the warning. */
static void
test_key_advice (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = check_bench_run (bench, ALA_TYPE_KEY_CHECK);
  g_autoptr (AlaFinding) advice = g_list_model_get_item (ala_check_get_findings (check), 1);

  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_KEY_SMALL);
  g_assert_cmpstr (ala_finding_get_text (advice), ==, ala_profile_get_key_note (bench->profile));
  g_assert_cmpint (ala_finding_get_state (advice), ==, ALA_CHECK_WARNING);
}

static AlaCheck *
run_token (CheckBench *bench,
           gint64      left)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ala_setup_set_authorized (bench->setup, now - DAY, now + left);
  return check_bench_run (bench, ALA_TYPE_TOKEN_CHECK);
}

static void
test_token_ends (CheckBench    *bench,
                 gconstpointer  unused)
{
  static const struct
  {
    gint64 left;
    AlaCheckState state;
    AlaProblem problem;
  } cases[] = {
    { 5 * 365 * DAY, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
    { 60 * DAY + 60, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
    { 60 * DAY - 60, ALA_CHECK_WARNING, ALA_PROBLEM_TOKEN_ENDS_SOON },
    { 60, ALA_CHECK_WARNING, ALA_PROBLEM_TOKEN_ENDS_SOON },
    { -60, ALA_CHECK_FAILED, ALA_PROBLEM_TOKEN_EXPIRED },
    { -400 * DAY, ALA_CHECK_FAILED, ALA_PROBLEM_TOKEN_EXPIRED },
    { G_MAXINT64 / 4, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = run_token (bench, cases[i].left);

      check_bench_assert_problem (check, cases[i].state, cases[i].problem);
    }
}

/* Jira judges by its own clock. */
static void
test_token_by_jiras_clock (CheckBench    *bench,
                           gconstpointer  unused)
{
  g_autoptr (AlaCheck) ahead = NULL, behind = NULL;

  ala_setup_set_clock_offset (bench->setup, 61 * DAY);
  ahead = run_token (bench, 60 * DAY);
  check_bench_assert_problem (ahead, ALA_CHECK_FAILED, ALA_PROBLEM_TOKEN_EXPIRED);
  ala_setup_set_clock_offset (bench->setup, -61 * DAY);
  behind = run_token (bench, 2 * DAY);
  check_bench_assert_problem (behind, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
}

static void
test_token_without_end (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_setup_set_authorized (bench->setup, g_get_real_time () / G_USEC_PER_SEC, 0);
  check = check_bench_run (bench, ALA_TYPE_TOKEN_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 0);

  /* Nothing to look at is nothing against the link. */
  g_assert_cmpstr (ala_setup_get_verdict (bench->setup), ==, "passed");
}

#define ADD(name, function) \
  g_test_add ("/checks-key/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("key/sizes", test_key_sizes);
  ADD ("key/advice", test_key_advice);
  ADD ("token/ends", test_token_ends);
  ADD ("token/by-jiras-clock", test_token_by_jiras_clock);
  ADD ("token/without-end", test_token_without_end);
  return g_test_run ();
}
