/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-report-compare.h"
#include "report-bench.h"

/* Each change as "trend id: before → after", in one text. */
static char *
dup_changes (AlaReport *earlier,
             AlaReport *later)
{
  g_autoptr (GListModel) changes = ala_report_compare (earlier, later);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, i);
      g_autofree char *line = ala_report_change_dup_text (change);

      g_assert_cmpstr (ala_report_change_get_title (change), !=, "");
      g_string_append_printf (text, "%s %s: %s\n", ala_report_trend_get_nick (ala_report_change_get_trend (change)),
                              ala_report_change_get_id (change), line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_changes(earlier, later, expected)                 \
  G_STMT_START                                                   \
    {                                                            \
      g_autofree char *told_ = dup_changes (earlier, later);     \
      g_assert_cmpstr (told_, ==, expected);                     \
    }                                                            \
  G_STMT_END

static void
test_nothing (ReportBench   *bench,
              gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (AlaReport) later = report_bench_make_like (report, "\"milliseconds\" : 0", "\"milliseconds\" : 5");
  g_autoptr (GListModel) changes = ala_report_compare (report, later);

  assert_changes (report, report, "");
  assert_changes (report, later, "");
  g_assert_cmpint (ala_report_get_trend (changes), ==, ALA_REPORT_BETTER);
}

static void
test_checks (ReportBench   *bench,
             gconstpointer  unused)
{
  g_autoptr (AlaReport) earlier = NULL, later = NULL;

  report_bench_add (bench, "server", ALA_CHECK_PASSED, "Fine", NULL);
  report_bench_add (bench, "clock", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_OFFLINE, "No"));
  report_bench_add (bench, "identity", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_OFFLINE, "No"));
  report_bench_add (bench, "old", ALA_CHECK_PASSED, "Fine", NULL);
  earlier = report_bench_make (bench);

  g_ptr_array_set_size (bench->checks, 0);
  report_bench_add (bench, "server", ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_ADDRESS_PLAIN_HTTP, "No"));
  report_bench_add (bench, "clock", ALA_CHECK_PASSED, "Fine", NULL);
  report_bench_add (bench, "identity", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_TOKEN_REVOKED, "No"));
  report_bench_add (bench, "fresh", ALA_CHECK_PASSED, "Fine", NULL);
  report_bench_add (bench, "broken", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_FORBIDDEN, "No"));
  later = report_bench_make (bench);

  assert_changes (earlier, later,
                  "worse check-server: Passed → Warning: The connection is not encrypted\n"
                  "worse check-broken: nothing → Failed: The user may not see this\n"
                  "better check-clock: Failed: This computer is offline → Passed\n"
                  "other check-identity: Failed: This computer is offline → Failed: The token was revoked\n"
                  "other check-fresh: nothing → Passed\n"
                  "other check-old: Passed → nothing\n");
}

static void
test_verdict (ReportBench   *bench,
              gconstpointer  unused)
{
  g_autoptr (AlaReport) failed = report_bench_make_full (bench);
  g_autoptr (AlaReport) passed = report_bench_make_like (failed, "\"verdict\" : \"failed\"", "\"verdict\" : \"passed\"");
  g_autoptr (AlaReport) open = report_bench_make_like (failed, "\"verdict\" : \"failed\"", "\"verdict\" : \"waiting\"");
  g_autoptr (GListModel) changes = ala_report_compare (passed, failed);

  assert_changes (failed, passed, "better verdict: Something Has to Be Mended → The Link Works\n");
  assert_changes (passed, failed, "worse verdict: The Link Works → Something Has to Be Mended\n");
  assert_changes (open, failed, "other verdict: The Link Has Not Been Checked → Something Has to Be Mended\n");
  g_assert_cmpint (ala_report_get_trend (changes), ==, ALA_REPORT_WORSE);
}

static void
test_findings (ReportBench   *bench,
               gconstpointer  unused)
{
  g_autoptr (AlaReport) earlier = report_bench_make_full (bench);
  g_autoptr (AlaReport) later = NULL, cut = NULL;
  AlaCheck *check;

  g_ptr_array_remove_index (bench->checks, 3);
  check = report_bench_add (bench, "permissions", ALA_CHECK_RUNNING, NULL, NULL);
  ala_check_add_finding (check, ALA_CHECK_FAILED, "BROWSE_PROJECTS", "Browse Projects", NULL);
  ala_check_add_finding (check, ALA_CHECK_PASSED, "LINK_ISSUES", "Link Issues", NULL);
  ala_check_add_finding (check, ALA_CHECK_FAILED, "MOVE_ISSUES", "Move Issues", NULL);
  ala_check_add_finding (check, ALA_CHECK_PASSED, "EDIT_ISSUES", "Edit Issues", NULL);
  ala_check_end (check, ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING, "Two"));
  later = report_bench_make (bench);

  assert_changes (earlier, later,
                  "worse check-permissions-BROWSE_PROJECTS: Passed → Failed\n"
                  "worse check-permissions-MOVE_ISSUES: nothing → Failed\n"
                  "better check-permissions-LINK_ISSUES: Failed → Passed\n"
                  "better check-permissions-ADMINISTER: Warning → nothing\n");

  /* What one of them does not list may have been there. */
  cut = report_bench_make_like (earlier, "\"findingsLeftOut\" : 0", "\"findingsLeftOut\" : 7");
  assert_changes (cut, later,
                  "worse check-permissions-BROWSE_PROJECTS: Passed → Failed\n"
                  "better check-permissions-LINK_ISSUES: Failed → Passed\n"
                  "better check-permissions-ADMINISTER: Warning → nothing\n");
}

/* Ten thousand projects that changed are not ten thousand lines. */
static void
test_findings_are_bounded (ReportBench   *bench,
                           gconstpointer  unused)
{
  AlaReport *reports[2];
  g_autoptr (GListModel) changes = NULL;

  for (guint i = 0; i < 2; i++)
    {
      AlaCheck *check = report_bench_add (bench, "permissions", ALA_CHECK_RUNNING, NULL, NULL);

      for (guint j = 0; j < 100; j++)
        {
          g_autofree char *id = g_strdup_printf ("P%u", j);

          ala_check_add_finding (check, i == 0 ? ALA_CHECK_PASSED : ALA_CHECK_FAILED, id, id, NULL);
        }
      ala_check_end (check, i == 0 ? ALA_CHECK_PASSED : ALA_CHECK_FAILED, "So",
                     i == 0 ? NULL : ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING, "All"));
      reports[i] = report_bench_make (bench);
      g_ptr_array_set_size (bench->checks, 0);
    }

  changes = ala_report_compare (reports[0], reports[1]);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1 + 1 + 50);
  g_object_unref (reports[0]);
  g_object_unref (reports[1]);
}

static void
test_facts (ReportBench   *bench,
            gconstpointer  unused)
{
  static const char * const cases[][3] = {
    { "9.12.4", "10.3.0", "other jira-version: Jira Server or Data Center 9.12.4 → Jira Server or Data Center 10.3.0\n" },
    { "abcdef\"", "abcde0\"",
      "other key-fingerprint: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      " → 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde0\n" },
    { "Käthe Muster", "Max Muster", "other user: Käthe Muster → Max Muster\n" },
    { "Käthe Muster", "", "other user: Käthe Muster → nothing\n" },
    { "\"plan\" : \"undecided\"", "\"plan\" : \"manual\"",
      "other webhook-plan: Not decided yet → An administrator of Jira makes them\n" },
    { "\"bits\" : 2048", "\"bits\" : 4096", "other key-bits: 2048 bits → 4096 bits\n" },
  };
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (AlaReport) renewed = report_bench_make_like (report, "\"expires\" : \"2028", "\"expires\" : \"2031");
  g_autoptr (GListModel) changes = ala_report_compare (report, renewed);
  g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaReport) later = report_bench_make_like (report, cases[i][0], cases[i][1]);

      assert_changes (report, later, cases[i][2]);
    }

  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  g_assert_cmpstr (ala_report_change_get_id (change), ==, "token-expires");
}

#define ADD(path, test) \
  g_test_add ("/report-compare/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing", test_nothing);
  ADD ("checks", test_checks);
  ADD ("verdict", test_verdict);
  ADD ("findings", test_findings);
  ADD ("findings-are-bounded", test_findings_are_bounded);
  ADD ("facts", test_facts);
  return g_test_run ();
}
