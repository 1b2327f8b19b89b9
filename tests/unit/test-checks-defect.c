/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-defect.h"

#include "ala-check-runner.h"
#include "ala-checks-issue-types.h"
#include "check-bench.h"

#define WHOLE "/rest/api/2/issue/createmeta"
#define TYPES WHOLE "/ABC/issuetypes"
#define FIELDS TYPES "/7"
#define MYPERMISSIONS "/rest/api/2/mypermissions"

#define BUG "{\"id\": \"7\", \"name\": \"Bug\", \"subtask\": false}"
#define STORY "{\"id\": \"8\", \"name\": \"Story\"}"
#define SUBTASK "{\"id\": \"9\", \"name\": \"Sub-task\", \"subtask\": true}"
#define SUMMARY "{\"fieldId\": \"summary\", \"name\": \"Summary\", \"required\": true, \"hasDefaultValue\": false}"
#define REPORTER "{\"fieldId\": \"reporter\", \"name\": \"Reporter\", \"required\": true, \"hasDefaultValue\": true}"
#define LABELS "{\"fieldId\": \"labels\", \"name\": \"Labels\", \"required\": false}"
#define SITE "{\"fieldId\": \"customfield_1\", \"name\": \"Site\", \"required\": true, \"hasDefaultValue\": false}"

static void
set_server (CheckBench *bench,
            const char *version)
{
  g_autofree char *json = g_strdup_printf ("{\"baseUrl\": \"http://127.0.0.1\", \"version\": \"%s\", \"deploymentType\": \"Server\"}",
                                           version);
  g_autoptr (AlaJiraServer) server = ala_jira_server_new_from_json (ala_jira_client_get_address (bench->client), json, -1, NULL);

  g_assert_nonnull (server);
  ala_setup_set_server (bench->setup, server);
}

static void
choose_project (CheckBench *bench)
{
  static const char * const chosen[] = { "ABC", NULL };

  ala_setup_set_projects (bench->setup, chosen);
}

static void
set_right (CheckBench *bench,
           gboolean    granted)
{
  g_autofree char *json = g_strdup_printf ("{\"permissions\": {\"CREATE_ISSUES\": {\"name\": \"Create Issues\", \"type\": \"PROJECT\","
                                           " \"havePermission\": %s}}}", granted ? "true" : "false");

  check_bench_reply (bench, MYPERMISSIONS, json);
}

/* Both checks, one after the other. Returns: (transfer full): the rehearsal */
static AlaCheck *
rehearse (CheckBench *bench,
          AlaCheck  **types)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (AlaCheckRunner) runner = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  AlaCheck *defect = g_object_new (ALA_TYPE_DEFECT_CHECK, NULL);

  *types = g_object_new (ALA_TYPE_ISSUE_TYPES_CHECK, NULL);
  g_ptr_array_add (checks, *types);
  g_ptr_array_add (checks, defect);
  runner = ala_check_runner_new_with (checks);
  ala_check_runner_run_async (runner, bench->client, bench->setup, bench->profile, NULL, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  g_assert_true (ala_check_runner_run_finish (runner, result, NULL));

  return defect;
}

static void
reply_pages (CheckBench *bench,
             const char *types_name,
             const char *fields_name)
{
  g_autofree char *types = g_strdup_printf ("{\"startAt\": 0, \"total\": 3, \"%s\": [" STORY "," BUG "," SUBTASK "]}", types_name);
  g_autofree char *fields = g_strdup_printf ("{\"startAt\": 0, \"total\": 3, \"%s\": [" SUMMARY "," REPORTER "," LABELS "]}",
                                             fields_name);

  check_bench_reply (bench, TYPES, types);
  check_bench_reply (bench, FIELDS, fields);
}

static void
reply_whole (CheckBench *bench)
{
  check_bench_reply (bench, WHOLE,
                     "{\"projects\": [{\"key\": \"OTHER\", \"issuetypes\": [{\"id\": \"1\", \"name\": \"Bug\"}]},"
                     " {\"key\": \"ABC\", \"issuetypes\": [" SUBTASK ", {\"id\": \"7\", \"name\": \"Bug\", \"fields\": {"
                     " \"summary\": {\"name\": \"Summary\", \"required\": true},"
                     " \"customfield_1\": {\"name\": \"Site\", \"required\": true, \"hasDefaultValue\": false}}}]}]}");
}

static void
test_in_pages (CheckBench    *bench,
               gconstpointer  unused)
{
  static const char * const names[][2] = {
    { "values", "values" }, { "issueTypes", "fields" }, { "createMetaIssueType", "results" },
  };

  choose_project (bench);
  set_right (bench, TRUE);
  set_server (bench, "9.12.15");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AlaCheck) types = NULL;
      g_autoptr (AlaCheck) defect = NULL;

      reply_pages (bench, names[i][0], names[i][1]);
      defect = rehearse (bench, &types);
      check_bench_assert_problem (types, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
      check_bench_assert_problem (defect, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
      /* A sub-task cannot stand alone. */
      g_assert_cmpuint (g_list_model_get_n_items (ala_issue_types_check_get_types (ALA_ISSUE_TYPES_CHECK (types))), ==, 2);
      g_assert_cmpstr (ala_issue_type_get_name (ala_issue_types_check_get_chosen (ALA_ISSUE_TYPES_CHECK (types))), ==, "Bug");
      g_assert_cmpint (check_bench_get_finding_state (defect, "CREATE_ISSUES"), ==, ALA_CHECK_PASSED);
      g_assert_cmpint (check_bench_get_finding_state (defect, "summary"), ==, ALA_CHECK_PASSED);
      g_assert_cmpint (check_bench_get_finding_state (defect, "reporter"), ==, ALA_CHECK_PASSED);
      /* Nobody claims to have seen the workflow. */
      g_assert_cmpint (check_bench_get_finding_state (defect, "workflow"), ==, ALA_CHECK_SKIPPED);
      g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (defect)), ==, 4);
    }
  g_assert_cmpuint (ala_test_server_count (bench->server, WHOLE), ==, 0);
}

/* Below 8.4 in one reply, and a required field that nobody is known to fill in. */
static void
test_whole (CheckBench    *bench,
            gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = NULL;

  choose_project (bench);
  set_right (bench, TRUE);
  set_server (bench, "8.3.5");
  reply_whole (bench);
  defect = rehearse (bench, &types);
  check_bench_assert_problem (types, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  check_bench_assert_problem (defect, ALA_CHECK_WARNING, ALA_PROBLEM_DEFECT_FIELD_REQUIRED);
  g_assert_nonnull (strstr (ala_check_get_error (defect)->message, "Site"));
  g_assert_null (strstr (ala_check_get_error (defect)->message, "Summary"));
  g_assert_cmpint (check_bench_get_finding_state (defect, "customfield_1"), ==, ALA_CHECK_WARNING);
  g_assert_cmpuint (ala_test_server_count (bench->server, TYPES), ==, 0);
  g_assert_nonnull (strstr (g_uri_get_query (soup_server_message_get_uri (ala_test_server_peek_last (bench->server))), "7"));
}

/* The version says one form, and Jira has the other. */
static void
test_other_form (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = NULL;
  g_autoptr (AlaCheck) types_old = NULL;
  g_autoptr (AlaCheck) defect_old = NULL;

  choose_project (bench);
  set_right (bench, TRUE);
  reply_whole (bench);
  set_server (bench, "9.0.0");
  defect = rehearse (bench, &types);
  check_bench_assert_problem (defect, ALA_CHECK_WARNING, ALA_PROBLEM_DEFECT_FIELD_REQUIRED);

  ala_test_server_reply (bench->server, WHOLE, 404, "application/json", "{\"errorMessages\": [\"Issue Does Not Exist\"]}", NULL);
  reply_pages (bench, "values", "values");
  set_server (bench, "8.0.0");
  defect_old = rehearse (bench, &types_old);
  check_bench_assert_problem (defect_old, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
}

/* Jira hides the types of a project from who may not create issues in it. */
static void
test_closed (CheckBench    *bench,
             gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = NULL;
  g_autoptr (AlaCheck) types_shown = NULL;
  g_autoptr (AlaCheck) defect_denied = NULL;

  choose_project (bench);
  set_right (bench, FALSE);
  check_bench_reply (bench, TYPES, "{\"total\": 0, \"values\": []}");
  defect = rehearse (bench, &types);
  check_bench_assert_problem (types, ALA_CHECK_FAILED, ALA_PROBLEM_CREATE_ISSUES_MISSING);
  check_bench_assert_problem (defect, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);

  reply_pages (bench, "values", "values");
  defect_denied = rehearse (bench, &types_shown);
  check_bench_assert_problem (defect_denied, ALA_CHECK_FAILED, ALA_PROBLEM_CREATE_ISSUES_MISSING);
  g_assert_cmpint (check_bench_get_finding_state (defect_denied, "CREATE_ISSUES"), ==, ALA_CHECK_FAILED);
}

static void
test_chosen_type (CheckBench    *bench,
                  gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = NULL;
  g_autoptr (AlaCheck) types_gone = NULL;
  g_autoptr (AlaCheck) defect_gone = NULL;

  choose_project (bench);
  set_right (bench, TRUE);
  reply_pages (bench, "values", "values");
  check_bench_reply (bench, TYPES "/8", "{\"total\": 1, \"values\": [" SITE "]}");
  ala_setup_set_issue_type (bench->setup, "8");
  defect = rehearse (bench, &types);
  check_bench_assert_problem (defect, ALA_CHECK_WARNING, ALA_PROBLEM_DEFECT_FIELD_REQUIRED);
  g_assert_nonnull (strstr (ala_check_get_error (defect)->message, "Story"));

  ala_setup_set_issue_type (bench->setup, "99");
  defect_gone = rehearse (bench, &types_gone);
  check_bench_assert_problem (types_gone, ALA_CHECK_FAILED, ALA_PROBLEM_ISSUE_TYPE_NOT_SEEN);
}

static void
fields_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  guint start = (guint) g_ascii_strtoull (g_hash_table_lookup (query, "startAt"), NULL, 10);
  g_autoptr (GString) json = g_string_new ("{\"total\": 5000, \"values\": [");

  for (guint i = start; i < MIN (start + 200, 5000); i++)
    g_string_append_printf (json, "%s{\"fieldId\": \"customfield_%u\", \"name\": \"Field %u\", \"required\": %s}",
                            i > start ? "," : "", i, i, i == 4999 ? "true" : "false");
  g_string_append (json, "]}");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-AUSERNAME", "test");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json->str, json->len);
}

static void
test_many_fields (CheckBench    *bench,
                  gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = NULL;

  choose_project (bench);
  set_right (bench, TRUE);
  reply_pages (bench, "values", "values");
  ala_test_server_handle (bench->server, FIELDS, fields_cb, NULL);
  defect = rehearse (bench, &types);
  check_bench_assert_problem (defect, ALA_CHECK_WARNING, ALA_PROBLEM_DEFECT_FIELD_REQUIRED);
  g_assert_nonnull (strstr (ala_check_get_error (defect)->message, "Field 4999"));
  g_assert_cmpuint (ala_test_server_count (bench->server, FIELDS), ==, 25);
}

/* Whatever stands in place of what should stand there, it ends with a word. */
static void
test_odd_members (CheckBench    *bench,
                  gconstpointer  unused)
{
  static const char * const types[] = {
    "{\"values\": [null, 1, \"Bug\", [], {\"id\": 7}, {\"id\": \"7\", \"name\": {}}, " BUG "], \"total\": \"many\"}",
    "{\"values\": [" BUG "], \"total\": -3, \"isLast\": 0, \"startAt\": {}}",
    "{\"issueTypes\": {}, \"values\": [{\"id\": \"7\", \"name\": \"Bug\", \"subtask\": \"false\"}]}",
  };
  static const char * const fields[] = {
    "{\"values\": [null, [], {\"fieldId\": 7, \"required\": true}, {\"fieldId\": \"x\", \"required\": \"true\"}]}",
    "{\"values\": [{\"key\": \"labels\", \"required\": 1, \"hasDefaultValue\": []}]}",
    "{\"fields\": []}",
  };

  choose_project (bench);
  set_right (bench, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AlaCheck) first = NULL;
      g_autoptr (AlaCheck) second = NULL;

      check_bench_reply (bench, TYPES, types[i]);
      check_bench_reply (bench, FIELDS, fields[i]);
      second = rehearse (bench, &first);
      check_bench_assert_problem (first, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
      check_bench_assert_problem (second, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
    }
}

static void
test_without_project (CheckBench    *bench,
                      gconstpointer  unused)
{
  g_autoptr (AlaCheck) types = NULL;
  g_autoptr (AlaCheck) defect = rehearse (bench, &types);

  check_bench_assert_problem (types, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
  check_bench_assert_problem (defect, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 0);
}

static void
test_fails_in_words (CheckBench    *bench,
                     gconstpointer  unused)
{
  choose_project (bench);
  check_bench_assert_fails_in_words (bench, ALA_TYPE_ISSUE_TYPES_CHECK, TYPES);
}

#define ADD(name, function) \
  g_test_add ("/checks-defect/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("in-pages", test_in_pages);
  ADD ("whole", test_whole);
  ADD ("other-form", test_other_form);
  ADD ("closed", test_closed);
  ADD ("chosen-type", test_chosen_type);
  ADD ("many-fields", test_many_fields);
  ADD ("odd-members", test_odd_members);
  ADD ("without-project", test_without_project);
  ADD ("fails-in-words", test_fails_in_words);
  return g_test_run ();
}
