/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "ala-report-html.h"
#include "ala-report-text.h"
#include "judge.h"
#include "report-bench.h"

/* Addresses that a browser would ask, and code that it would run. */
static const char * const foreign[] = {
  "<script", "javascript:", " src=", " href=", "url(", "@import", "<link", "<img", "<iframe", "<object", " on", "<form", "<base",
};

/* Markup as it can be: nothing of what a server said is among it. */
static void
test_nothing_foreign (ReportBench   *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *html = ala_report_to_html (report);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_tags = 0;

  for (g_regex_match (tags, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *tag = g_match_info_fetch (match, 0);

      n_tags++;
      for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
        if (strstr (tag, foreign[i]) != NULL)
          g_error ("%s is in %s", foreign[i], tag);
    }
  g_assert_cmpuint (n_tags, >, 100);
  g_assert_null (strstr (html, "url("));
  g_assert_null (strstr (html, "@import"));
  g_assert_nonnull (strstr (html, "default-src 'none'"));
}

static void
test_escaped (ReportBench   *bench,
              gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *html = ala_report_to_html (report);

  g_assert_nonnull (strstr (html, "&lt;b&gt;here&lt;/b&gt; &amp; &quot;there&quot;"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  g_assert_nonnull (strstr (html, "Link Issues &lt;&amp;&gt;"));
  g_assert_null (strstr (html, "&lt;td&gt;"));
}

/* An independent parser takes it, as XML, which forgives nothing. */
static void
test_well_formed (ReportBench   *bench,
                  gconstpointer  unused)
{
  g_autoptr (AlaReport) empty = report_bench_make (bench);
  g_autoptr (AlaReport) full = report_bench_make_full (bench);
  g_autoptr (AlaReport) odd = NULL;
  AlaReport *reports[3] = { empty, full, NULL };

  ala_setup_set_user (bench->setup, "\001\002 ]]> <!-- \xf0\x9f\x98\x80 \xef\xbf\xbf");
  odd = report_bench_make (bench);
  reports[2] = odd;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *html = ala_report_to_html (reports[i]);
      g_autofree char *path = judge_write ("report.xml", html, -1);
      g_autofree char *said = judge_ask ("xmllint", "--noout", "--nonet", path, NULL);

      g_assert_cmpstr (said, ==, "");
    }
}

static void
assert_has (const char *html,
            const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (strstr (html, escaped) == NULL)
    g_error ("“%s” is not on the page", text);
}

static void
test_says_everything (ReportBench   *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *html = ala_report_to_html (report);
  GListModel *checks = ala_report_get_checks (report), *tasks = ala_report_get_tasks (report);

  assert_has (html, ala_report_get_headline (report));
  assert_has (html, ala_report_get_explanation (report));
  assert_has (html, "jira.example.com");
  assert_has (html, "9.12.4");
  assert_has (html, "Käthe Muster");
  assert_has (html, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  assert_has (html, "2048 bits");
  g_assert_nonnull (strstr (html, "<html lang=\"en\""));
  g_assert_nonnull (strstr (html, "<th scope=\"row\">"));

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (checks, i);
      GListModel *findings = ala_report_check_get_findings (check);

      assert_has (html, ala_report_check_get_title (check));
      assert_has (html, ala_report_check_get_summary (check));
      assert_has (html, ala_report_check_get_seen (check));
      assert_has (html, ala_report_check_get_cause (check));
      assert_has (html, ala_report_check_get_remedy (check));
      assert_has (html, ala_report_check_get_problem (check));
      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, j);

          assert_has (html, ala_finding_get_label (finding));
          assert_has (html, ala_finding_get_text (finding));
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      assert_has (html, ala_report_task_get_title (task));
      assert_has (html, ala_report_task_get_text (task));
    }
}

static void
test_rehearsal (ReportBench   *bench,
                gconstpointer  unused)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new_with (bench->checks);
  g_autoptr (AlaReport) rehearsal = ala_report_new (runner, bench->setup, bench->profile, TRUE);
  g_autoptr (AlaReport) real = ala_report_new (runner, bench->setup, bench->profile, FALSE);
  g_autofree char *html = ala_report_to_html (rehearsal), *text = ala_report_to_text (rehearsal);
  g_autofree char *real_html = ala_report_to_html (real), *real_text = ala_report_to_text (real);

  g_assert_nonnull (strstr (html, "practice Jira"));
  g_assert_nonnull (strstr (text, "practice Jira"));
  g_assert_null (strstr (real_html, "practice Jira"));
  g_assert_null (strstr (real_text, "practice Jira"));
}

#define ADD(path, test) \
  g_test_add ("/report-html/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-foreign", test_nothing_foreign);
  ADD ("escaped", test_escaped);
  ADD ("well-formed", test_well_formed);
  ADD ("says-everything", test_says_everything);
  ADD ("rehearsal", test_rehearsal);
  return g_test_run ();
}
