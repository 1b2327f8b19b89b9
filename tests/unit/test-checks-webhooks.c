/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-webhooks.h"

#include "ala-profiles.h"
#include "check-bench.h"

#define OLD "/rest/webhooks/1.0/webhook"
#define NEW "/rest/jira-webhook/1.0/webhooks"
#define URL "https://zephyr.example.com/hook"

#define EVENTS_BUT_ONE \
  "\"jira:issue_updated\", \"jira:issue_deleted\", \"jira:version_released\", \"jira:version_unreleased\", \"jira:version_created\"," \
  " \"jira:version_moved\", \"jira:version_updated\", \"jira:version_deleted\", \"project_updated\""
#define WEBHOOK(more, events) "{\"id\": 1, \"name\": \"Zephyr\", \"url\": \"" URL "\", " more " \"events\": [" events "]}"
#define WHOLE(more) WEBHOOK (more, EVENTS_BUT_ONE ", \"project_deleted\"")

static void
decide (CheckBench     *bench,
        AlaWebhookPlan  plan)
{
  ala_setup_set_webhook_plan (bench->setup, plan);
  ala_setup_set_product_url (bench->setup, "https://zephyr.example.com/flex");
  ala_setup_set_webhook_url (bench->setup, plan == ALA_WEBHOOK_PLAN_MANUAL ? URL : "");
}

static void
count_findings (AlaCheck *check,
                guint     passed,
                guint     warnings)
{
  GListModel *findings = ala_check_get_findings (check);
  guint n_passed = 0, n_warnings = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpstr (ala_finding_get_text (finding), !=, "");
      n_passed += ala_finding_get_state (finding) == ALA_CHECK_PASSED;
      n_warnings += ala_finding_get_state (finding) == ALA_CHECK_WARNING;
    }
  g_assert_cmpuint (n_passed, ==, passed);
  g_assert_cmpuint (n_warnings, ==, warnings);
}

/* What is there, by what was decided. */
static void
test_plans (CheckBench    *bench,
            gconstpointer  unused)
{
  static const struct
  {
    AlaWebhookPlan plan;
    gboolean finished;
    const char *json;
    AlaCheckState state;
    AlaProblem problem;
    guint passed, warnings; /* findings: ten events, and the webhooks of the product */
  } cases[] = {
    { ALA_WEBHOOK_PLAN_UNDECIDED, FALSE, "[]", ALA_CHECK_PASSED, ALA_PROBLEM_NONE, 0, 0 },
    { ALA_WEBHOOK_PLAN_UNDECIDED, FALSE, "[" WHOLE () "]", ALA_CHECK_PASSED, ALA_PROBLEM_NONE, 11, 0 },
    { ALA_WEBHOOK_PLAN_AUTOMATIC, FALSE, "[]", ALA_CHECK_PASSED, ALA_PROBLEM_NONE, 0, 0 },
    { ALA_WEBHOOK_PLAN_AUTOMATIC, TRUE, "[]", ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOK_MISSING, 0, 10 },
    { ALA_WEBHOOK_PLAN_AUTOMATIC, TRUE, "[" WHOLE () "]", ALA_CHECK_PASSED, ALA_PROBLEM_NONE, 11, 0 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[]", ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOK_MISSING, 0, 10 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[" WHOLE () "]", ALA_CHECK_PASSED, ALA_PROBLEM_NONE, 11, 0 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[" WEBHOOK (, EVENTS_BUT_ONE) "]", ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOK_INCOMPLETE, 10, 1 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[" WHOLE ("\"active\": false,") "]", ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOK_DISABLED, 0, 11 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[" WHOLE ("\"jqlFilter\": \"a = b\",") "]", ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOK_NARROW, 8, 3 },
    { ALA_WEBHOOK_PLAN_MANUAL, FALSE, "[" WHOLE ("\"statistics\": {\"failures\": 2},") "]", ALA_CHECK_WARNING,
      ALA_PROBLEM_WEBHOOK_FAILING, 10, 1 },
    { ALA_WEBHOOK_PLAN_NONE, TRUE, "[]", ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      g_test_message ("%u: %s", i, cases[i].json);
      decide (bench, cases[i].plan);
      ala_setup_set_finished (bench->setup, cases[i].finished ? 1700000000 : 0);
      check_bench_reply (bench, OLD, cases[i].json);
      check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
      check_bench_assert_problem (check, cases[i].state, cases[i].problem);
      g_assert_cmpstr (ala_check_get_summary (check), !=, "");
      count_findings (check, cases[i].passed, cases[i].warnings);
    }
}

/* Who is no administrator cannot look. That is worth a word only where the product is to do it with the same rights. */
static void
test_no_right (CheckBench    *bench,
               gconstpointer  unused)
{
  static const struct
  {
    AlaWebhookPlan plan;
    AlaCheckState state;
    AlaProblem problem;
  } cases[] = {
    { ALA_WEBHOOK_PLAN_UNDECIDED, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { ALA_WEBHOOK_PLAN_MANUAL, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE },
    { ALA_WEBHOOK_PLAN_AUTOMATIC, ALA_CHECK_WARNING, ALA_PROBLEM_WEBHOOKS_FORBIDDEN },
  };
  static const guint statuses[] = { 401, 403 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
      {
        g_autoptr (AlaCheck) check = NULL;

        decide (bench, cases[i].plan);
        ala_test_server_reply (bench->server, OLD, statuses[j], "application/json", "{\"message\": \"no\"}", NULL);
        check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
        check_bench_assert_problem (check, cases[i].state, cases[i].problem);
      }

  ala_test_server_reply (bench->server, OLD, 404, "application/json", "{}", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      decide (bench, cases[i].plan);
      check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
      check_bench_assert_problem (check, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
    }
}

/* Nothing that happens to this one question makes a link look broken of which nobody has decided yet. */
static void
test_undecided_is_never_red (CheckBench    *bench,
                             gconstpointer  unused)
{
  static const guint statuses[] = { 400, 429, 500, 503 };

  decide (bench, ALA_WEBHOOK_PLAN_UNDECIDED);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      ala_test_server_reply (bench->server, OLD, statuses[i], "text/html", "<html>", NULL);
      check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
      g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WARNING);
    }
}

static void
test_which_api (CheckBench    *bench,
                gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_set_cloud (bench);
  decide (bench, ALA_WEBHOOK_PLAN_MANUAL);
  check_bench_reply (bench, OLD, "[" WHOLE () "]");
  check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, NEW), ==, 0);
}

static void
test_product_without (CheckBench    *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaCheck) check = NULL;

  g_set_object (&bench->profile, ala_profiles_find (profiles, "generic"));
  check = check_bench_run (bench, ALA_TYPE_WEBHOOKS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, test) g_test_add ("/checks/webhooks/" name, CheckBench, NULL, check_bench_set_up, test, check_bench_tear_down)
  add ("plans", test_plans);
  add ("no-right", test_no_right);
  add ("undecided-is-never-red", test_undecided_is_never_red);
  add ("which-api", test_which_api);
  add ("product-without", test_product_without);
#undef add

  return g_test_run ();
}
