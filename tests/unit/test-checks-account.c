/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-account.h"

#include "check-bench.h"

#define MYSELF "/rest/api/2/myself"
#define MYPERMISSIONS "/rest/api/2/mypermissions"

static void
test_identity_on_data_center (CheckBench    *bench,
                              gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"key\": \"JIRAUSER1\", \"displayName\": \"Test User\", \"active\": true}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "Test User (test)"));
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "Test User");
}

static void
test_identity_on_cloud (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"accountId\": \"5b10ac8d82e05b22cc7d4ef5\", \"displayName\": \"Test User\", \"active\": true}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "Test User");
}

static void
test_identity_inactive (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"displayName\": \"Test User\", \"active\": false}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_USER_INACTIVE);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "Test User"));
}

/* Jira's friendliest way of saying no: 200, and nobody is signed in. */
static void
test_identity_anonymous (CheckBench    *bench,
                         gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  ala_test_server_reply (bench->server, MYSELF, 200, "application/json", "{\"name\": \"test\"}", "X-AUSERNAME", "anonymous", NULL);
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_ANONYMOUS);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "");
}

static void
test_identity_names_nobody (CheckBench    *bench,
                            gconstpointer  unused)
{
  static const char * const replies[] = {
    "{}", "[]", "[{\"name\": \"test\"}]", "{\"name\": 5}", "{\"name\": \"\"}", "{\"name\": null, \"displayName\": \"Test\"}",
    "{\"name\": [\"test\"]}", "{\"name\": {\"name\": \"test\"}}", "{\"accountId\": true}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      g_test_message ("%s", replies[i]);
      check_bench_reply (bench, MYSELF, replies[i]);
      check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
      check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_REPLY_MALFORMED);
      g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "");
    }
}

/* What is not needed may be of any type. */
static void
test_identity_with_odd_members (CheckBench    *bench,
                                gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, MYSELF, "{\"name\": \"test\", \"displayName\": [], \"active\": \"false\", \"key\": {}}");
  check = check_bench_run (bench, ALA_TYPE_IDENTITY_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_cmpstr (ala_setup_get_user (bench->setup), ==, "test");
}

static void
test_identity_fails_in_words (CheckBench    *bench,
                              gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_IDENTITY_CHECK, MYSELF);
}

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

#define ADD(name, function) \
  g_test_add ("/checks-account/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("identity/on-data-center", test_identity_on_data_center);
  ADD ("identity/on-cloud", test_identity_on_cloud);
  ADD ("identity/inactive", test_identity_inactive);
  ADD ("identity/anonymous", test_identity_anonymous);
  ADD ("identity/names-nobody", test_identity_names_nobody);
  ADD ("identity/with-odd-members", test_identity_with_odd_members);
  ADD ("identity/fails-in-words", test_identity_fails_in_words);
  ADD ("permissions/all", test_permissions_all);
  ADD ("permissions/missing", test_permissions_missing);
  ADD ("permissions/without-entry", test_permissions_without_entry);
  ADD ("permissions/without-administration", test_permissions_without_administration);
  ADD ("permissions/none-listed", test_permissions_none_listed);
  ADD ("permissions/fail-in-words", test_permissions_fail_in_words);
  return g_test_run ();
}
