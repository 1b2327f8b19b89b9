/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "ala-report.h"
#include "ala-webhook-task.h"
#include "report-bench.h"

static void
assert_verdict (ReportBench   *bench,
                AlaCheckState  state)
{
  g_autoptr (AlaReport) report = report_bench_make (bench);

  g_assert_cmpint (ala_report_get_verdict (report), ==, state);
  g_assert_cmpstr (ala_report_get_headline (report), !=, "");
  g_assert_cmpstr (ala_report_get_explanation (report), !=, "");
}

static void
test_verdict (ReportBench   *bench,
              gconstpointer  unused)
{
  assert_verdict (bench, ALA_CHECK_WAITING);
  report_bench_add (bench, "server", ALA_CHECK_PASSED, "Fine", NULL);
  assert_verdict (bench, ALA_CHECK_PASSED);
  report_bench_add (bench, "clock", ALA_CHECK_SKIPPED, "Not checked", NULL);
  assert_verdict (bench, ALA_CHECK_PASSED);
  report_bench_add (bench, "token", ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_TOKEN_EXPIRED, "Soon"));
  assert_verdict (bench, ALA_CHECK_WARNING);
  report_bench_add (bench, "projects", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_NO_PROJECTS, "None"));
  assert_verdict (bench, ALA_CHECK_FAILED);
}

/* Nobody is told that all is well who has not looked at all. */
static void
test_nothing_is_promised (ReportBench   *bench,
                          gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL;

  report_bench_add (bench, "server", ALA_CHECK_PASSED, "Fine", NULL);
  report_bench_add (bench, "clock", ALA_CHECK_WAITING, NULL, NULL);
  report = report_bench_make (bench);

  g_assert_cmpint (ala_report_get_verdict (report), ==, ALA_CHECK_WAITING);
  g_assert_cmpuint (g_list_model_get_n_items (ala_report_get_checks (report)), ==, 1);
  g_assert_null (ala_report_find_check (report, "clock"));

  report_bench_add (bench, "projects", ALA_CHECK_RUNNING, NULL, NULL);
  assert_verdict (bench, ALA_CHECK_WAITING);
}

static void
test_values (ReportBench   *bench,
             gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *host = ala_report_dup_host (report);
  AlaReportCheck *check = ala_report_find_check (report, "permissions");

  g_assert_cmpstr (ala_report_get_link (report), ==, ala_setup_get_id (bench->setup));
  g_assert_cmpstr (ala_report_get_jira_url (report), ==, "https://jira.example.com");
  g_assert_cmpstr (host, ==, "jira.example.com");
  g_assert_cmpstr (ala_report_get_version (report), ==, "9.12.4");
  g_assert_cmpint (ala_report_get_edition (report), ==, ALA_EDITION_SERVER);
  g_assert_cmpstr (ala_report_get_user (report), ==, "Käthe Muster");
  g_assert_cmpstr (ala_report_get_product (report), ==, "Zephyr Enterprise");
  g_assert_cmpuint (ala_report_get_key_bits (report), ==, 2048);
  g_assert_cmpint (ala_report_get_token_expires (report), ==, 1857766500);
  g_assert_cmpint (ala_report_get_certificate_expires (report), ==, 1810000000);
  g_assert_cmpint (ala_report_get_checked (report), ==, 1700000200);
  g_assert_cmpint (ala_report_get_created (report), >, 1700000200);
  g_assert_cmpstr (ala_report_get_language (report), ==, "en");
  g_assert_false (ala_report_get_rehearsal (report));

  g_assert_cmpstr (ala_report_check_get_problem (ala_report_find_check (report, "server")), ==, "");
  g_assert_cmpint (ala_report_check_get_state (check), ==, ALA_CHECK_FAILED);
  g_assert_cmpstr (ala_report_check_get_title (check), ==, "Permissions");
  g_assert_cmpstr (ala_report_check_get_problem (check), ==, "permissions-missing");
  g_assert_cmpstr (ala_report_check_get_seen (check), ==, "These permissions are missing: Link Issues.");
  g_assert_cmpstr (ala_report_check_get_cause (check), ==, ala_problem_get_cause (ALA_PROBLEM_PERMISSIONS_MISSING));
  g_assert_cmpstr (ala_report_check_get_remedy (check), ==, ala_problem_get_remedy (ALA_PROBLEM_PERMISSIONS_MISSING));
}

/* A report is a snapshot. */
static void
test_it_stays (ReportBench   *bench,
               gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);

  for (guint i = 0; i < bench->checks->len; i++)
    ala_check_reset (g_ptr_array_index (bench->checks, i));
  ala_setup_set_user (bench->setup, "Somebody else");

  g_assert_cmpint (ala_report_get_verdict (report), ==, ALA_CHECK_FAILED);
  g_assert_cmpuint (g_list_model_get_n_items (ala_report_get_checks (report)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (
                      ala_report_check_get_findings (ala_report_find_check (report, "permissions"))), ==, 3);
  g_assert_cmpstr (ala_report_get_user (report), ==, "Käthe Muster");
}

/* Thousands of projects are no page. The bad ones are read. */
static void
test_findings_are_bounded (ReportBench   *bench,
                           gconstpointer  unused)
{
  AlaCheck *check = report_bench_add (bench, "permissions", ALA_CHECK_RUNNING, NULL, NULL);
  g_autoptr (AlaReport) report = NULL;
  AlaReportCheck *told;
  GListModel *findings;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%u", i);

      ala_check_add_finding (check, i % 100 == 99 ? ALA_CHECK_FAILED : ALA_CHECK_PASSED, id, id, NULL);
    }
  ala_check_end (check, ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_PERMISSIONS_MISSING, "Some"));
  report = report_bench_make (bench);
  told = ala_report_find_check (report, "permissions");
  findings = ala_report_check_get_findings (told);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 100);
  g_assert_cmpuint (ala_report_check_get_left_out (told), ==, 900);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpint (ala_finding_get_state (finding), ==, i < 10 ? ALA_CHECK_FAILED : ALA_CHECK_PASSED);
    }
}

/* What is left to do */

static char *
dup_tasks (ReportBench *bench)
{
  g_autoptr (AlaReport) report = report_bench_make (bench);
  g_autoptr (GString) ids = g_string_new (NULL);
  GListModel *tasks = ala_report_get_tasks (report);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      g_assert_cmpstr (ala_report_task_get_title (task), !=, "");
      g_string_append_printf (ids, "%s ", ala_report_task_get_id (task));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_tasks(bench, expected)                   \
  G_STMT_START                                          \
    {                                                   \
      g_autofree char *told_ = dup_tasks (bench);       \
      g_assert_cmpstr (told_, ==, expected);            \
    }                                                   \
  G_STMT_END

static void
test_tasks (ReportBench   *bench,
            gconstpointer  unused)
{
  GListModel *fields = ala_profile_get_fields (bench->profile);

  assert_tasks (bench, "hand-over webhooks afterwards-1 afterwards-2 ");

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      ala_setup_set_done (bench->setup, tick, TRUE);
    }
  assert_tasks (bench, "webhooks afterwards-1 afterwards-2 ");

  /* Decided is not done. */
  ala_setup_set_webhook_plan (bench->setup, ALA_WEBHOOK_PLAN_MANUAL);
  assert_tasks (bench, "webhooks afterwards-1 afterwards-2 ");
  ala_setup_set_done (bench->setup, ALA_WEBHOOK_TASK_DONE, TRUE);
  assert_tasks (bench, "afterwards-1 afterwards-2 ");
  ala_setup_set_webhook_plan (bench->setup, ALA_WEBHOOK_PLAN_NONE);
  assert_tasks (bench, "afterwards-1 afterwards-2 ");
  ala_setup_set_webhook_plan (bench->setup, ALA_WEBHOOK_PLAN_AUTOMATIC);
  assert_tasks (bench, "webhooks afterwards-1 afterwards-2 ");
}

/* What a check saw in Jira counts for more than a decision that nobody noted. */
static void
test_webhooks_that_are_there (ReportBench   *bench,
                              gconstpointer  unused)
{
  AlaCheck *check = report_bench_add (bench, "webhooks", ALA_CHECK_PASSED, "The account may make them", NULL);

  assert_tasks (bench, "hand-over webhooks afterwards-1 afterwards-2 ");
  ala_check_begin (check);
  ala_check_add_finding (check, ALA_CHECK_PASSED, "1", "Zephyr", NULL);
  ala_check_end (check, ALA_CHECK_PASSED, "All there", NULL);
  assert_tasks (bench, "hand-over afterwards-1 afterwards-2 ");
  ala_check_begin (check);
  ala_check_end (check, ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_WEBHOOKS_FORBIDDEN, "No"));
  assert_tasks (bench, "check-webhooks hand-over afterwards-1 afterwards-2 ");
}

static void
test_remedies (ReportBench   *bench,
               gconstpointer  unused)
{
  report_bench_add (bench, "server", ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_ADDRESS_PLAIN_HTTP, "Open"));
  report_bench_add (bench, "identity", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_TOKEN_REVOKED, "No"));
  report_bench_add (bench, "permissions", ALA_CHECK_FAILED, NULL, ala_problem_new_error (ALA_PROBLEM_TOKEN_REVOKED, "No"));
  report_bench_add (bench, "priorities", ALA_CHECK_WARNING, NULL, ala_problem_new_error (ALA_PROBLEM_TOKEN_REVOKED, "No"));

  /* One trouble is mended once; failures before remarks. */
  assert_tasks (bench, "check-identity check-server hand-over webhooks afterwards-1 afterwards-2 ");
}

/* The address of a webhook often carries a password. */
static void
test_addresses_are_cut (ReportBench   *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL;

  ala_setup_set_webhook_url (bench->setup, "https://hook:geheim@zephyr.example.com/flex/hook?token=sesam#x");
  report_bench_add (bench, "server", ALA_CHECK_FAILED, NULL,
                    ala_problem_new_error (ALA_PROBLEM_REDIRECTED, "“https://a:sesam@b.example/?t=sesam” leads away."));
  report = report_bench_make (bench);

  g_assert_cmpstr (ala_report_get_webhook_url (report), ==, "https://…@zephyr.example.com/flex/hook?…");
  g_assert_cmpstr (ala_report_check_get_seen (ala_report_find_check (report, "server")), ==,
                   "“https://…@b.example/?…” leads away.");
}

#define ADD(path, test) \
  g_test_add ("/report/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("verdict", test_verdict);
  ADD ("nothing-is-promised", test_nothing_is_promised);
  ADD ("values", test_values);
  ADD ("it-stays", test_it_stays);
  ADD ("findings-are-bounded", test_findings_are_bounded);
  ADD ("tasks", test_tasks);
  ADD ("webhooks-that-are-there", test_webhooks_that_are_there);
  ADD ("remedies", test_remedies);
  ADD ("addresses-are-cut", test_addresses_are_cut);
  return g_test_run ();
}
