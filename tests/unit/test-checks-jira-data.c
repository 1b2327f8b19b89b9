/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-jira-data.h"

#include "check-bench.h"

#define LINK_TYPES  "/rest/api/2/issueLinkType"
#define PRIORITIES  "/rest/api/2/priority"
#define ATTACHMENTS "/rest/api/2/attachment/meta"

/* A product that asks for nothing of Jira. */
static void
ask_for_nothing (CheckBench *bench)
{
  static const char json[] =
    "{\"format\": 1, \"id\": \"modest\", \"rank\": 9, \"name\": \"Modest\", \"description\": \"Needs little.\","
    " \"consumer-key\": \"modest\", \"application-name\": \"Modest\", \"url-label\": \"Address\", \"url-suffix\": \"\","
    " \"key-bits\": 2048, \"key-note\": \"\", \"private-key-form\": \"pkcs8-pem\", \"fields\": [{\"id\": \"url\", \"label\": \"URL\", \"value\": \"jira-url\"}], \"permissions\": [],"
    " \"events\": [], \"afterwards\": []}";
  g_autoptr (GError) error = NULL;

  g_clear_object (&bench->profile);
  bench->profile = ala_profile_new_from_json (json, -1, &error);
  g_assert_no_error (error);
}

static AlaCheck *
run (CheckBench *bench,
     GType       type,
     const char *path,
     const char *json)
{
  g_test_message ("%s: %s", path, json);
  check_bench_reply (bench, path, json);
  return check_bench_run (bench, type);
}

static void
test_link_types (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_LINK_TYPES_CHECK, LINK_TYPES,
                                    "{\"issueLinkTypes\": [{\"id\": \"1\", \"name\": \"Blocks\", \"outward\": \"blocks\"},"
                                    " {\"name\": \"Relates\", \"outward\": {}}, {\"id\": \"3\"}, null, 7]}");
  g_autoptr (AlaFinding) finding = NULL;

  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "2 ways"));
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (check)), ==, 2);
  finding = g_list_model_get_item (ala_check_get_findings (check), 0);
  g_assert_cmpstr (ala_finding_get_id (finding), ==, "1");
  g_assert_cmpstr (ala_finding_get_label (finding), ==, "Blocks");
  g_assert_cmpstr (ala_finding_get_text (finding), ==, "blocks");
}

/* Jira says so by 404, or by a list without entries. */
static void
test_link_types_off (CheckBench    *bench,
                     gconstpointer  unused)
{
  static const char * const lists[] = { "[]", "[{}]", "[{\"name\": 5}]", "[null, [], \"Blocks\"]" };
  g_autoptr (AlaCheck) refused = NULL, modest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"issueLinkTypes\": %s}", lists[i]);
      g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_LINK_TYPES_CHECK, LINK_TYPES, json);

      check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_ISSUE_LINKING_OFF);
    }

  ala_test_server_reply (bench->server, LINK_TYPES, 404, "application/json",
                         "{\"errorMessages\": [\"Issue linking is currently disabled.\"]}", NULL);
  refused = check_bench_run (bench, ALA_TYPE_LINK_TYPES_CHECK);
  check_bench_assert_problem (refused, ALA_CHECK_WARNING, ALA_PROBLEM_ISSUE_LINKING_OFF);
  g_assert_nonnull (strstr (ala_check_get_error (refused)->message, "Issue linking is currently disabled."));

  ask_for_nothing (bench);
  modest = check_bench_run (bench, ALA_TYPE_LINK_TYPES_CHECK);
  check_bench_assert_problem (modest, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (modest), "Modest"));
}

static void
test_priorities (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) some = run (bench, ALA_TYPE_PRIORITIES_CHECK, PRIORITIES,
                                   "[{\"id\": \"1\", \"name\": \"Major\"}, {\"id\": 2, \"name\": \"Minor\"}]");
  g_autoptr (AlaCheck) none = run (bench, ALA_TYPE_PRIORITIES_CHECK, PRIORITIES, "[]");
  g_autoptr (AlaCheck) nameless = run (bench, ALA_TYPE_PRIORITIES_CHECK, PRIORITIES, "[{\"name\": \"\"}, {}, 1.5]");

  check_bench_assert_problem (some, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (some)), ==, 2);
  check_bench_assert_problem (none, ALA_CHECK_WARNING, ALA_PROBLEM_NO_PRIORITIES);
  check_bench_assert_problem (nameless, ALA_CHECK_WARNING, ALA_PROBLEM_NO_PRIORITIES);
}

/* Ten thousand entries are counted, and not all shown. */
static void
test_priorities_without_end (CheckBench    *bench,
                             gconstpointer  unused)
{
  g_autoptr (GString) json = g_string_new ("[{\"name\": \"P\"}");
  g_autoptr (AlaCheck) check = NULL;

  for (guint i = 1; i < 10000; i++)
    g_string_append (json, ",{\"name\": \"P\"}");
  g_string_append_c (json, ']');
  check_bench_reply (bench, PRIORITIES, json->str);
  check = check_bench_run (bench, ALA_TYPE_PRIORITIES_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "10000"));
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (check)), <=, 50);
}

static void
test_attachments (CheckBench    *bench,
                  gconstpointer  unused)
{
  static const struct
  {
    const char *json;
    const char *words;
  } cases[] = {
    { "{\"enabled\": true, \"uploadLimit\": 10485760}", "10.5" },
    { "{\"enabled\": true, \"uploadLimit\": 10485760000}", "10.5" },
    { "{\"enabled\": true}", "Files can" },
    { "{\"enabled\": true, \"uploadLimit\": -1}", "Files can" },
    { "{\"enabled\": true, \"uploadLimit\": \"10\"}", "Files can" },
    { "{\"enabled\": true, \"uploadLimit\": null}", "Files can" },
    { "{\"enabled\": true, \"uploadLimit\": [1]}", "Files can" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_ATTACHMENTS_CHECK, ATTACHMENTS, cases[i].json);

      check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
      g_assert_nonnull (strstr (ala_check_get_summary (check), cases[i].words));
    }
}

static void
test_attachments_off (CheckBench    *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaCheck) off = run (bench, ALA_TYPE_ATTACHMENTS_CHECK, ATTACHMENTS, "{\"enabled\": false, \"uploadLimit\": 5}");
  g_autoptr (AlaCheck) modest = NULL;

  check_bench_assert_problem (off, ALA_CHECK_WARNING, ALA_PROBLEM_ATTACHMENTS_OFF);
  ask_for_nothing (bench);
  modest = check_bench_run (bench, ALA_TYPE_ATTACHMENTS_CHECK);
  check_bench_assert_problem (modest, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
}

static void
test_other_types (CheckBench    *bench,
                  gconstpointer  unused)
{
  static const char * const link_types[] = { "[]", "{}", "{\"issueLinkTypes\": {}}", "{\"issueLinkTypes\": null}" };
  static const char * const priorities[] = { "{}", "{\"values\": []}" };
  static const char * const attachments[] = {
    "[]", "{}", "{\"enabled\": \"true\"}", "{\"enabled\": 1}", "{\"enabled\": null}", "{\"enabled\": {}}", "[{\"enabled\": true}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (link_types); i++)
    {
      g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_LINK_TYPES_CHECK, LINK_TYPES, link_types[i]);

      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    {
      g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_PRIORITIES_CHECK, PRIORITIES, priorities[i]);

      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (attachments); i++)
    {
      g_autoptr (AlaCheck) check = run (bench, ALA_TYPE_ATTACHMENTS_CHECK, ATTACHMENTS, attachments[i]);

      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
    }
}

static void
test_fail_in_words (CheckBench    *bench,
                    gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PRIORITIES_CHECK, PRIORITIES);
  check_bench_assert_fails_in_words (bench, ALA_TYPE_ATTACHMENTS_CHECK, ATTACHMENTS);
  bench->tolerated = 404;
  check_bench_assert_fails_in_words (bench, ALA_TYPE_LINK_TYPES_CHECK, LINK_TYPES);
}

#define ADD(name, function) \
  g_test_add ("/checks-jira-data/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("link-types", test_link_types);
  ADD ("link-types-off", test_link_types_off);
  ADD ("priorities", test_priorities);
  ADD ("priorities-without-end", test_priorities_without_end);
  ADD ("attachments", test_attachments);
  ADD ("attachments-off", test_attachments_off);
  ADD ("other-types", test_other_types);
  ADD ("fail-in-words", test_fail_in_words);
  return g_test_run ();
}
