/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "ala-report-facts.h"
#include "ala-report-text.h"
#include "report-bench.h"

static const char *
find (const char *text,
      const char *what)
{
  const char *found = strstr (text, what);

  if (found == NULL)
    g_error ("“%s” is not in:\n%s", what, text);
  return found;
}

static void
test_order (ReportBench   *bench,
            gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *text = ala_report_to_text (report);
  const char *left, *checks, *link;

  g_assert_true (g_str_has_prefix (text, "[Failed] Something Has to Be Mended\n"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  left = find (text, "\nLeft to Do\n1. Permissions are missing\n");
  checks = find (text, "\nChecks\n[Passed] Server: Jira answers <b>here</b>");
  link = find (text, "\nThe Link\nAddress of Jira: https://jira.example.com\n");
  g_assert_true (left < checks && checks < link);

  find (checks, "[Failed] Permissions: ");
  find (checks, "    Seen [permissions-missing]: These permissions are missing: Link Issues.\n    Cause: ");
  find (checks, "\n    ✗ Link Issues <&>: Missing in ABC\n    ! Administer Jira: Only for webhooks\n    ✓ Browse Projects\n");
  find (checks, "[Skipped] Projects: Not checked");
}

static void
test_more_than_is_shown (ReportBench   *bench,
                         gconstpointer  unused)
{
  AlaCheck *check = report_bench_add (bench, "permissions", ALA_CHECK_RUNNING, NULL, NULL);
  g_autoptr (AlaReport) report = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 150; i++)
    ala_check_add_finding (check, ALA_CHECK_PASSED, "id", "Label\nof two lines", NULL);
  ala_check_end (check, ALA_CHECK_PASSED, "Fine", NULL);
  report = report_bench_make (bench);
  text = ala_report_to_text (report);

  find (text, "\n    ✓ Label\n    of two lines\n");
  find (text, "\n    … and 50 more\n");
}

static const char *
get_fact (GPtrArray  *facts,
          const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (facts, i);

      g_assert_cmpstr (fact->label, !=, "");
      g_assert_cmpstr (fact->value, !=, "");
      if (g_str_equal (fact->id, id))
        return fact->value;
    }

  return NULL;
}

static void
test_facts (ReportBench   *bench,
            gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make (bench);
  g_autoptr (GPtrArray) facts = ala_report_list_facts (report);

  g_assert_cmpstr (get_fact (facts, "jira-version"), ==, "Jira Server or Data Center 9.12.4");
  g_assert_cmpstr (get_fact (facts, "webhook-plan"), ==, "Not decided yet");
  g_assert_cmpstr (get_fact (facts, "clock"), ==, "Jira’s clock and this computer’s agree to the second");
  g_assert_nonnull (strstr (get_fact (facts, "token-expires"), "2028"));
  g_assert_nonnull (strstr (get_fact (facts, "certificate-expires"), "2027"));
  g_assert_null (get_fact (facts, "webhook-url"));
  g_assert_nonnull (strstr (get_fact (facts, "program-version"), "Applink Assistant "));
}

/* What nobody knows is not told. */
static void
test_facts_of_nothing (ReportBench   *bench,
                       gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  g_object_unref (bench->setup);
  bench->setup = ala_setup_new ();
  report = report_bench_make (bench);
  facts = ala_report_list_facts (report);

  g_assert_null (get_fact (facts, "jira-url"));
  g_assert_null (get_fact (facts, "clock"));
  g_assert_null (get_fact (facts, "token-expires"));
  g_assert_null (get_fact (facts, "key-bits"));

  ala_setup_set_authorized (bench->setup, 1700000000, 0);
  g_clear_object (&report);
  g_clear_pointer (&facts, g_ptr_array_unref);
  report = report_bench_make (bench);
  facts = ala_report_list_facts (report);
  g_assert_cmpstr (get_fact (facts, "token-expires"), ==, "Jira did not say");
}

static void
test_clock_that_is_off (ReportBench   *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL;
  g_autofree char *text = NULL;

  g_object_set (bench->setup, "clock-offset", G_GINT64_CONSTANT (-280), NULL);
  report = report_bench_make (bench);
  text = ala_report_to_text (report);

  find (text, "Clocks: Jira’s clock is 5 minutes behind this computer’s. Beyond five minutes Jira refuses");
}

#define ADD(path, test) \
  g_test_add ("/report-text/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("more-than-is-shown", test_more_than_is_shown);
  ADD ("facts", test_facts);
  ADD ("facts-of-nothing", test_facts_of_nothing);
  ADD ("clock-that-is-off", test_clock_that_is_off);
  return g_test_run ();
}
