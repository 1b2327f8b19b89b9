/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-permissions.h"

#include "check-bench.h"

#define MYPERMISSIONS "/rest/api/2/mypermissions"

/* A reply with every permission of the profile, but for those that @entry says. */
static char *
list_permissions (CheckBench *bench,
                  const char *key,
                  const char *entry)
{
  const char * const *needed = ala_profile_get_permissions (bench->profile);
  g_autoptr (GString) json = g_string_new ("{\"permissions\": {");
  gboolean admin_listed = FALSE;

  for (guint i = 0; needed[i] != NULL; i++)
    {
      admin_listed |= g_str_equal (needed[i], "ADMINISTER");
      if (g_strcmp0 (needed[i], key) == 0)
        g_string_append_printf (json, "\"%s\": %s, ", needed[i], entry);
      else
        g_string_append_printf (json, "\"%s\": {\"key\": \"%s\", \"name\": \"Name of %s\", \"havePermission\": true}, ",
                                needed[i], needed[i], needed[i]);
    }
  if (!admin_listed)
    g_string_append_printf (json, "\"ADMINISTER\": %s, ", g_strcmp0 (key, "ADMINISTER") == 0
                            ? entry : "{\"name\": \"Administer Jira\", \"havePermission\": true}");
  g_string_append (json, "\"SOMETHING\": {\"name\": \"Something\", \"havePermission\": false}}}");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static AlaCheck *
run_permissions (CheckBench *bench,
                 const char *key,
                 const char *entry)
{
  g_autofree char *json = list_permissions (bench, key, entry);

  check_bench_reply (bench, MYPERMISSIONS, json);
  return check_bench_run (bench, ALA_TYPE_PERMISSIONS_CHECK);
}

static void
test_permissions_all (CheckBench    *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = run_permissions (bench, NULL, NULL);
  const char * const *needed = ala_profile_get_permissions (bench->profile);
  g_autoptr (AlaOAuthParams) query = NULL;
  g_auto (GStrv) asked = NULL;

  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);

  /* Cloud answers only what it is asked. */
  query = ala_oauth_params_parse (g_uri_get_query (soup_server_message_get_uri (ala_test_server_peek_last (bench->server))), -1, 0);
  asked = g_strsplit (ala_oauth_params_get (query, "permissions"), ",", -1);
  for (guint i = 0; needed[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char * const *) asked, needed[i]));
  g_assert_true (g_strv_contains ((const char * const *) asked, "ADMINISTER"));
}

static void
test_permissions_missing (CheckBench    *bench,
                          gconstpointer  unused)
{
  static const char * const entries[] = {
    "{\"name\": \"Browse Projects\", \"havePermission\": false}",
    "{\"name\": \"Browse Projects\", \"havePermission\": true, \"deprecatedKey\": true}",
    "{\"name\": \"Browse Projects\", \"havePermission\": \"true\"}",
    "{\"name\": \"Browse Projects\", \"havePermission\": 1}",
    "{\"name\": \"Browse Projects\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (AlaCheck) check = run_permissions (bench, "BROWSE_PROJECTS", entries[i]);

      g_test_message ("%s", entries[i]);
      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_PERMISSIONS_MISSING);
      g_assert_nonnull (strstr (ala_check_get_error (check)->message, "Browse Projects"));
      g_assert_null (strstr (ala_check_get_error (check)->message, "Name of"));
      g_assert_null (strstr (ala_check_get_error (check)->message, "Something"));
    }
}

static void
test_permissions_without_entry (CheckBench    *bench,
                                gconstpointer  unused)
{
  static const char * const entries[] = { "null", "true", "[]", "\"yes\"", "{\"name\": {}, \"havePermission\": false}" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (AlaCheck) check = run_permissions (bench, "BROWSE_PROJECTS", entries[i]);

      g_test_message ("%s", entries[i]);
      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_PERMISSIONS_MISSING);
      g_assert_nonnull (strstr (ala_check_get_error (check)->message, "BROWSE_PROJECTS"));
    }
}

/* Somebody else can create the webhooks: that is worth a warning, no more. */
static void
test_permissions_without_administration (CheckBench    *bench,
                                         gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = run_permissions (bench, "ADMINISTER", "{\"name\": \"Administer Jira\", \"havePermission\": false}");

  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PERMISSIONS_MISSING);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "Administer Jira"));
}

static void
test_permissions_none_listed (CheckBench    *bench,
                              gconstpointer  unused)
{
  static const char * const replies[] = { "{}", "[]", "{\"permissions\": []}", "{\"permissions\": null}", "{\"permissions\": 7}" };
  g_autoptr (AlaCheck) empty = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      check_bench_reply (bench, MYPERMISSIONS, replies[i]);
      check = check_bench_run (bench, ALA_TYPE_PERMISSIONS_CHECK);
      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
    }

  check_bench_reply (bench, MYPERMISSIONS, "{\"permissions\": {}}");
  empty = check_bench_run (bench, ALA_TYPE_PERMISSIONS_CHECK);
  check_bench_assert_problem (empty, ALA_CHECK_FAILED, ALA_PROBLEM_PERMISSIONS_MISSING);
}

static void
test_permissions_fail_in_words (CheckBench    *bench,
                                gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PERMISSIONS_CHECK, MYPERMISSIONS);
}

/* The right to administer Jira counts by who makes the webhooks. */
static void
test_permissions_by_webhook_plan (CheckBench    *bench,
                                  gconstpointer  unused)
{
  static const struct
  {
    AlaWebhookPlan plan;
    AlaCheckState without;
    AlaCheckState finding;
  } cases[] = {
    { ALA_WEBHOOK_PLAN_UNDECIDED, ALA_CHECK_WARNING, ALA_CHECK_WARNING },
    { ALA_WEBHOOK_PLAN_AUTOMATIC, ALA_CHECK_FAILED, ALA_CHECK_FAILED },
    { ALA_WEBHOOK_PLAN_MANUAL, ALA_CHECK_PASSED, ALA_CHECK_SKIPPED },
    { ALA_WEBHOOK_PLAN_NONE, ALA_CHECK_PASSED, ALA_CHECK_SKIPPED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) with = NULL;
      g_autoptr (AlaCheck) without = NULL;

      ala_setup_set_webhook_plan (bench->setup, cases[i].plan);
      with = run_permissions (bench, NULL, NULL);
      g_assert_cmpint (ala_check_get_state (with), ==, ALA_CHECK_PASSED);
      g_assert_cmpint (check_bench_get_finding_state (with, "ADMINISTER"), ==, ALA_CHECK_PASSED);

      without = run_permissions (bench, "ADMINISTER",
                                 "{\"name\": \"Administer Jira\", \"type\": \"GLOBAL\", \"havePermission\": false}");
      g_assert_cmpint (ala_check_get_state (without), ==, cases[i].without);
      g_assert_cmpint (check_bench_get_finding_state (without, "ADMINISTER"), ==, cases[i].finding);
    }
}

/* Each permission is found, by Jira's own word, and what is missing says where it is granted. */
static void
test_permissions_findings (CheckBench    *bench,
                           gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = run_permissions (bench, "LINK_ISSUES", "{\"name\": \"Vorgänge verknüpfen\", \"havePermission\": false}");
  GListModel *findings = ala_check_get_findings (check);
  guint n = g_strv_length ((char **) ala_profile_get_permissions (bench->profile));

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, n + 1);
  for (guint i = 0; i < n + 1; i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);
      gboolean missing = g_str_equal (ala_finding_get_id (finding), "LINK_ISSUES");

      g_assert_cmpint (ala_finding_get_state (finding), ==, missing ? ALA_CHECK_FAILED : ALA_CHECK_PASSED);
      if (missing)
        {
          g_assert_cmpstr (ala_finding_get_label (finding), ==, "Vorgänge verknüpfen");
          g_assert_nonnull (strstr (ala_finding_get_text (finding), "Project settings > Permissions"));
        }
    }
}

#define ADD(name, function) \
  g_test_add ("/checks-permissions/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_permissions_all);
  ADD ("missing", test_permissions_missing);
  ADD ("without-entry", test_permissions_without_entry);
  ADD ("without-administration", test_permissions_without_administration);
  ADD ("by-webhook-plan", test_permissions_by_webhook_plan);
  ADD ("findings", test_permissions_findings);
  ADD ("none-listed", test_permissions_none_listed);
  ADD ("fail-in-words", test_permissions_fail_in_words);
  return g_test_run ();
}
