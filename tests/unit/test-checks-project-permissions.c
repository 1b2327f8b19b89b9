/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-project-permissions.h"

#include "ala-check-runner.h"
#include "ala-checks-projects.h"
#include "check-bench.h"

#define LIST "/rest/api/2/project"
#define MYPERMISSIONS "/rest/api/2/mypermissions"

/* A Jira whose permission schemes leave something out here and there. */
typedef struct
{
  CheckBench *bench;
  guint lacks_every;  /* each so manieth project lacks LINK_ISSUES; 0 for none */
  guint silent_every; /* each so manieth project is a 404 */
  GPtrArray *asked;   /* of keys, in the order in which they were asked for */
  AlaPermissionMatrix *stop; /* (nullable): is stopped at the twentieth question */
  GCancellable *cancel; /* (nullable): the same */
} Jira;

static void
permissions_cb (SoupServer        *server,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           user_data)
{
  Jira *jira = user_data;
  const char *key = g_hash_table_lookup (query, "projectKey");
  const char * const *needed = ala_profile_get_permissions (jira->bench->profile);
  g_autoptr (GString) json = g_string_new ("{\"permissions\": {");
  guint number;

  g_assert_nonnull (key);
  g_assert_nonnull (g_hash_table_lookup (query, "permissions"));
  g_ptr_array_add (jira->asked, g_strdup (key));
  number = (guint) g_ascii_strtoull (key + 1, NULL, 10);
  if (jira->stop != NULL && jira->asked->len == 20)
    ala_permission_matrix_stop (jira->stop);
  if (jira->cancel != NULL && jira->asked->len == 20)
    g_cancellable_cancel (jira->cancel);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-AUSERNAME", "test");
  if (jira->silent_every > 0 && number % jira->silent_every == 0)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }

  for (guint i = 0; needed[i] != NULL; i++)
    {
      gboolean lacks = jira->lacks_every > 0 && number % jira->lacks_every == 0 && g_str_equal (needed[i], "LINK_ISSUES");

      g_string_append_printf (json, "\"%s\": {\"name\": \"Name of %s\", \"type\": \"PROJECT\", \"havePermission\": %s},",
                              needed[i], needed[i], lacks ? "false" : "true");
    }
  g_string_append (json, "\"LINK_ISSUE\": {\"name\": \"Old\", \"deprecatedKey\": true, \"havePermission\": true}}}");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json->str, json->len);
}

static void
set_projects (CheckBench *bench,
              guint       n)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (json, "%s{\"id\": \"%u\", \"key\": \"P%u\", \"name\": \"Project\"}", i > 1 ? "," : "", i, i);
  g_string_append_c (json, ']');
  check_bench_reply (bench, LIST, json->str);
}

static void
jira_init (Jira       *jira,
           CheckBench *bench,
           guint       n)
{
  jira->bench = bench;
  jira->asked = g_ptr_array_new_with_free_func (g_free);
  set_projects (bench, n);
  ala_test_server_handle (bench->server, MYPERMISSIONS, permissions_cb, jira);
}

static void
jira_clear (Jira *jira)
{
  g_ptr_array_unref (jira->asked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Jira, jira_clear)

static AlaPermissionMatrix *
get_matrix (AlaCheck *check)
{
  return ala_project_permissions_check_get_matrix (ALA_PROJECT_PERMISSIONS_CHECK (check));
}

static void
test_all_granted (CheckBench    *bench,
                  gconstpointer  unused)
{
  g_auto (Jira) jira = { 0 };
  g_autoptr (AlaCheck) check = NULL;

  jira_init (&jira, bench, 7);
  check = check_bench_run (bench, ALA_TYPE_PROJECT_PERMISSIONS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "all 7 projects"));
  g_assert_cmpuint (jira.asked->len, ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_matrix (check))), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (ala_check_get_findings (check)), ==,
                    g_strv_length ((char **) ala_profile_get_permissions (bench->profile)));
}

/* Nobody chose these projects: it is a remark, with their keys, in Jira's words, and the place where it is mended. */
static void
test_missing_somewhere (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_auto (Jira) jira = { .lacks_every = 3 };
  g_autoptr (AlaCheck) check = NULL;
  g_autoptr (AlaProjectRights) row = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *summary = NULL;

  jira_init (&jira, bench, 7);
  check = check_bench_run (bench, ALA_TYPE_PROJECT_PERMISSIONS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PROJECT_PERMISSIONS_MISSING);
  g_assert_cmpstr (ala_check_get_summary (check), ==, "Something is missing in 2 of 7 projects");
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "Name of LINK_ISSUES"));
  g_assert_cmpint (check_bench_get_finding_state (check, "LINK_ISSUES"), ==, ALA_CHECK_WARNING);
  g_assert_cmpint (check_bench_get_finding_state (check, "MOVE_ISSUES"), ==, ALA_CHECK_PASSED);

  row = g_list_model_get_item (G_LIST_MODEL (get_matrix (check)), 2);
  g_assert_cmpint (ala_project_rights_get_state (row), ==, ALA_CHECK_FAILED);
  summary = ala_project_rights_dup_summary (row);
  g_assert_cmpstr (summary, ==, "Missing: Name of LINK_ISSUES");
  for (guint i = 0; i < ala_permission_set_get_length (ala_project_rights_get_set (row)); i++)
    if (ala_project_rights_is_missing (row, i))
      g_assert_cmpuint (ala_permission_matrix_count_missing (get_matrix (check), i, &keys), ==, 2);
  g_assert_cmpstr (keys, ==, "P3, P6");
}

/* What was chosen is asked for first, and alone; there a missing permission is a failure. */
static void
test_chosen (CheckBench    *bench,
             gconstpointer  unused)
{
  static const char * const chosen[] = { "P300", "P299", "GONE", NULL };
  g_auto (Jira) jira = { .lacks_every = 3 };
  g_autoptr (AlaCheck) check = NULL;

  jira_init (&jira, bench, 400);
  ala_setup_set_projects (bench->setup, chosen);
  check = check_bench_run (bench, ALA_TYPE_PROJECT_PERMISSIONS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_PROJECT_PERMISSIONS_MISSING);
  g_assert_cmpuint (jira.asked->len, ==, 2);
  g_assert_true (g_ptr_array_find_with_equal_func (jira.asked, "P300", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (jira.asked, "P299", g_str_equal, NULL));
}

static AlaCheckRunner *
run_both (CheckBench *bench)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (checks, g_object_new (ALA_TYPE_PROJECTS_CHECK, NULL));
  g_ptr_array_add (checks, g_object_new (ALA_TYPE_PROJECT_PERMISSIONS_CHECK, NULL));
  return ala_check_runner_new_with (checks);
}

static void
run (CheckBench     *bench,
     AlaCheckRunner *runner,
     const char     *only,
     GCancellable   *cancellable)
{
  const char * const ids[] = { only, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  ala_check_runner_run_async (runner, bench->client, bench->setup, bench->profile, only != NULL ? ids : NULL, cancellable,
                              ala_test_keep_result, &result);
  ala_test_wait (&result);
  ala_check_runner_run_finish (runner, result, NULL);
}

/* Many and nobody chose: a first batch; all on request, and what is known is not asked for again. */
static void
test_batch_then_all (CheckBench    *bench,
                     gconstpointer  unused)
{
  g_auto (Jira) jira = { 0 };
  g_autoptr (AlaCheckRunner) runner = run_both (bench);
  AlaCheck *check = ala_check_runner_find (runner, "project-permissions");

  jira_init (&jira, bench, 400);
  run (bench, runner, NULL, NULL);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "50 projects"));
  g_assert_nonnull (strstr (ala_check_get_summary (check), "of 400"));
  g_assert_cmpuint (jira.asked->len, ==, 50);
  g_assert_cmpuint (ala_test_server_count (bench->server, LIST), ==, 1);

  ala_project_permissions_check_ask_for_all (ALA_PROJECT_PERMISSIONS_CHECK (check));
  run (bench, runner, "project-permissions", NULL);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "all 400 projects"));
  g_assert_cmpuint (jira.asked->len, ==, 400);
  g_assert_cmpuint (ala_test_server_count (bench->server, LIST), ==, 1);

  /* Another run begins anew. */
  run (bench, runner, "project-permissions", NULL);
  g_assert_cmpuint (jira.asked->len, ==, 450);
}

/* Some projects are not answered for: the others are, and the person hears of both. */
static void
test_some_silent (CheckBench    *bench,
                  gconstpointer  unused)
{
  g_auto (Jira) jira = { .silent_every = 4 };
  g_autoptr (AlaCheck) check = NULL;

  jira_init (&jira, bench, 10);
  check = check_bench_run (bench, ALA_TYPE_PROJECT_PERMISSIONS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PROJECT_RIGHTS_UNKNOWN);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "2 projects"));
  g_assert_cmpuint (ala_permission_matrix_count (get_matrix (check), 10, ALA_CHECK_PASSED), ==, 8);
}

/* Where none is answered for, nobody asks ten thousand times. */
static void
test_all_silent (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_auto (Jira) jira = { .silent_every = 1 };
  g_autoptr (AlaCheckRunner) runner = run_both (bench);
  AlaCheck *check = ala_check_runner_find (runner, "project-permissions");

  jira_init (&jira, bench, 10000);
  ala_project_permissions_check_ask_for_all (ALA_PROJECT_PERMISSIONS_CHECK (check));
  run (bench, runner, NULL, NULL);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_NOT_FOUND);
  g_assert_cmpuint (jira.asked->len, <, 40);
}

/* The person says "enough": what is known stays, and is said to be a part. */
static void
test_stopped (CheckBench    *bench,
              gconstpointer  unused)
{
  g_auto (Jira) jira = { 0 };
  g_autoptr (AlaCheckRunner) runner = run_both (bench);
  AlaCheck *check = ala_check_runner_find (runner, "project-permissions");

  jira_init (&jira, bench, 1000);
  jira.stop = get_matrix (check);
  ala_project_permissions_check_ask_for_all (ALA_PROJECT_PERMISSIONS_CHECK (check));
  run (bench, runner, NULL, NULL);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "of 1000"));
  g_assert_cmpuint (jira.asked->len, <, 40);
  g_assert_cmpuint (ala_permission_matrix_get_n_checked (get_matrix (check)), >, 0);
  g_assert_false (ala_permission_matrix_is_running (get_matrix (check)));
  g_assert_cmpuint (ala_permission_matrix_count (get_matrix (check), 1000, ALA_CHECK_RUNNING), ==, 0);
}

/* The whole run is left: nothing counts as found out. */
static void
test_cancelled (CheckBench    *bench,
                gconstpointer  unused)
{
  g_auto (Jira) jira = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AlaCheckRunner) runner = run_both (bench);
  AlaCheck *check = ala_check_runner_find (runner, "project-permissions");

  jira_init (&jira, bench, 1000);
  jira.cancel = cancellable;
  ala_project_permissions_check_ask_for_all (ALA_PROJECT_PERMISSIONS_CHECK (check));
  run (bench, runner, NULL, cancellable);
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WAITING);
  g_assert_false (ala_permission_matrix_is_running (get_matrix (check)));
  g_assert_cmpuint (jira.asked->len, <, 40);
}

static void
count_progress (AlaCheck   *check,
                GParamSpec *pspec,
                GPtrArray  *said)
{
  if (ala_check_get_state (check) == ALA_CHECK_RUNNING && *ala_check_get_summary (check) != '\0')
    g_ptr_array_add (said, g_strdup (ala_check_get_summary (check)));
}

static void
test_progress (CheckBench    *bench,
               gconstpointer  unused)
{
  g_auto (Jira) jira = { 0 };
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AlaCheckRunner) runner = run_both (bench);
  AlaCheck *check = ala_check_runner_find (runner, "project-permissions");

  jira_init (&jira, bench, 600);
  g_signal_connect (check, "notify::summary", G_CALLBACK (count_progress), said);
  ala_project_permissions_check_ask_for_all (ALA_PROJECT_PERMISSIONS_CHECK (check));
  run (bench, runner, NULL, NULL);
  g_assert_cmpuint (said->len, >, 0);
  /* Not for each project: nobody could read it, and it would cost more than the rest. */
  g_assert_cmpuint (said->len, <, 600);
  g_test_message ("%s", (char *) g_ptr_array_index (said, 0));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (said, 0), " of 600 projects"));
}

static void
test_fails_in_words (CheckBench    *bench,
                     gconstpointer  unused)
{
  set_projects (bench, 1);
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PROJECT_PERMISSIONS_CHECK, MYPERMISSIONS);
}

#define ADD(name, function) \
  g_test_add ("/checks-project-permissions/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-granted", test_all_granted);
  ADD ("missing-somewhere", test_missing_somewhere);
  ADD ("chosen", test_chosen);
  ADD ("batch-then-all", test_batch_then_all);
  ADD ("some-silent", test_some_silent);
  ADD ("all-silent", test_all_silent);
  ADD ("stopped", test_stopped);
  ADD ("cancelled", test_cancelled);
  ADD ("progress", test_progress);
  ADD ("fails-in-words", test_fails_in_words);
  return g_test_run ();
}
