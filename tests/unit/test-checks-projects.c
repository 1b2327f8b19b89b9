/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-projects.h"

#include "check-bench.h"

#define LIST "/rest/api/2/project"
#define SEARCH "/rest/api/2/project/search"

/* @n projects, "P0" and so on, as an array */
static char *
make_projects (guint n)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s{\"id\": \"%u\", \"key\": \"P%u\", \"name\": \"Project\"}", i > 0 ? "," : "", i, i);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
assert_count (CheckBench *bench,
              const char *count)
{
  g_autoptr (AlaCheck) check = check_bench_run (bench, ALA_TYPE_PROJECTS_CHECK);

  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), count));
}

static void
assert_problem (CheckBench *bench,
                AlaProblem  problem)
{
  g_autoptr (AlaCheck) check = check_bench_run (bench, ALA_TYPE_PROJECTS_CHECK);

  check_bench_assert_problem (check, ALA_CHECK_FAILED, problem);
}

static void
test_list (CheckBench    *bench,
           gconstpointer  unused)
{
  static const guint sizes[] = { 1, 3, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *json = make_projects (sizes[i]);
      g_autofree char *count = g_strdup_printf (" %u project", sizes[i]);

      check_bench_reply (bench, LIST, json);
      assert_count (bench, count);
    }
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 0);
}

static void
test_list_without_projects (CheckBench    *bench,
                            gconstpointer  unused)
{
  static const char * const replies[] = { "[]", "[{}]", "[null, 1, \"P\", [], {\"key\": 7}, {\"key\": \"\"}]" };

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      check_bench_reply (bench, LIST, replies[i]);
      assert_problem (bench, ALA_PROBLEM_NO_PROJECTS);
    }

  check_bench_reply (bench, LIST, "{\"values\": []}");
  assert_problem (bench, ALA_PROBLEM_REPLY_MALFORMED);
}

static void
test_list_fails_in_words (CheckBench    *bench,
                          gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PROJECTS_CHECK, LIST);
}

static void
test_cloud_says_the_total (CheckBench    *bench,
                           gconstpointer  unused)
{
  g_autofree char *values = make_projects (50);
  g_autofree char *json = g_strdup_printf ("{\"total\": 10000, \"isLast\": false, \"values\": %s}", values);

  check_bench_set_cloud (bench);
  check_bench_reply (bench, SEARCH, json);
  assert_count (bench, " 10000 projects");
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 1);
  g_assert_cmpuint (ala_test_server_count (bench->server, LIST), ==, 0);
}

/* Answers in pages of at most 50 out of 120 projects, whatever is asked for, and never says the total. */
static void
page_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  guint start = g_ascii_strtoull (g_hash_table_lookup (query, "startAt"), NULL, 10);
  guint n = start < 120 ? MIN (50, 120 - start) : 0;
  g_autofree char *values = make_projects (n);
  g_autofree char *json = g_strdup_printf ("{\"isLast\": %s, \"total\": \"many\", \"values\": %s}",
                                           start + n >= 120 ? "true" : "false", values);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-AUSERNAME", "test");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
}

static void
test_cloud_in_pages (CheckBench    *bench,
                     gconstpointer  unused)
{
  check_bench_set_cloud (bench);
  ala_test_server_handle (bench->server, SEARCH, page_cb, NULL);
  assert_count (bench, " 120 projects");
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 3);
}

/* A server that has always one more page is left in the end. */
static void
test_cloud_without_end (CheckBench    *bench,
                        gconstpointer  unused)
{
  check_bench_set_cloud (bench);
  check_bench_reply (bench, SEARCH, "{\"isLast\": false, \"values\": [{\"key\": \"A\"}]}");
  assert_count (bench, "more than 200 projects");
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 200);
}

static void
test_cloud_without_projects (CheckBench    *bench,
                             gconstpointer  unused)
{
  static const char * const empty[] = {
    "{\"values\": []}", "{\"total\": 0, \"values\": []}", "{\"total\": 12, \"isLast\": true, \"values\": [{}, null]}",
    "{\"total\": -5, \"isLast\": \"no\", \"values\": []}",
  };
  static const char * const malformed[] = { "[]", "{}", "{\"values\": {}}", "{\"values\": null, \"total\": 4}" };

  check_bench_set_cloud (bench);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      check_bench_reply (bench, SEARCH, empty[i]);
      assert_problem (bench, ALA_PROBLEM_NO_PROJECTS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      check_bench_reply (bench, SEARCH, malformed[i]);
      assert_problem (bench, ALA_PROBLEM_REPLY_MALFORMED);
    }
}

static void
test_cloud_fails_in_words (CheckBench    *bench,
                           gconstpointer  unused)
{
  check_bench_set_cloud (bench);
  check_bench_assert_fails_in_words (bench, ALA_TYPE_PROJECTS_CHECK, SEARCH);
}

#define ADD(name, function) \
  g_test_add ("/checks-projects/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("list-without-projects", test_list_without_projects);
  ADD ("list-fails-in-words", test_list_fails_in_words);
  ADD ("cloud-says-the-total", test_cloud_says_the_total);
  ADD ("cloud-in-pages", test_cloud_in_pages);
  ADD ("cloud-without-end", test_cloud_without_end);
  ADD ("cloud-without-projects", test_cloud_without_projects);
  ADD ("cloud-fails-in-words", test_cloud_fails_in_words);
  return g_test_run ();
}
