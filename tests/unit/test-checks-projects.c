/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-projects.h"

#include <time.h>

#include "check-bench.h"

#define LIST "/rest/api/2/project"
#define SEARCH "/rest/api/2/project/search"

/* @n projects from @start on, "P0" and so on, as an array */
static char *
make_projects (guint start,
               guint n)
{
  GString *json = g_string_new ("[");

  for (guint i = start; i < start + n; i++)
    g_string_append_printf (json, "%s{\"id\": \"%u\", \"key\": \"P%u\", \"name\": \"Project\"}", i > start ? "," : "", i, i);
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
      g_autofree char *json = make_projects (0, sizes[i]);
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

/* How a Cloud answers that gives at most 50 of its projects at once, whatever is asked for. */
typedef struct
{
  guint n;
  const char *total; /* as JSON */
} Cloud;

static void
page_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Cloud *cloud = user_data;
  guint start = (guint) g_ascii_strtoull (g_hash_table_lookup (query, "startAt"), NULL, 10);
  guint n = start < cloud->n ? MIN (50, cloud->n - start) : 0;
  g_autofree char *values = make_projects (start, n);
  g_autofree char *json = g_strdup_printf ("{\"isLast\": %s, \"total\": %s, \"values\": %s}",
                                           start + n >= cloud->n ? "true" : "false", cloud->total, values);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-AUSERNAME", "test");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
}

/* Whether every project is in the list, in Jira's order. */
static void
assert_list (CheckBench *bench,
             guint       n)
{
  g_autoptr (AlaCheck) check = check_bench_run (bench, ALA_TYPE_PROJECTS_CHECK);
  AlaProjectList *list = ala_projects_check_get_list (ALA_PROJECTS_CHECK (check));

  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_true (ala_project_list_is_whole (list));
  g_assert_cmpuint (ala_project_list_get_total (list), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaProject) project = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *key = g_strdup_printf ("P%u", i);

      g_assert_cmpstr (ala_project_get_key (project), ==, key);
      g_assert_true (ala_project_list_find (list, key) == project);
    }
}

static void
test_cloud_in_pages (CheckBench    *bench,
                     gconstpointer  unused)
{
  Cloud cloud = { 120, "\"many\"" };

  check_bench_set_cloud (bench);
  ala_test_server_handle (bench->server, SEARCH, page_cb, &cloud);
  assert_list (bench, 120);
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 3);
  g_assert_cmpuint (ala_test_server_count (bench->server, LIST), ==, 0);
}

/* Pages that come in any order, of as many as the first one brought. */
static void
test_cloud_says_the_total (CheckBench    *bench,
                           gconstpointer  unused)
{
  Cloud cloud = { 10000, "10000" };

  check_bench_set_cloud (bench);
  ala_test_server_handle (bench->server, SEARCH, page_cb, &cloud);
  assert_list (bench, 10000);
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 200);
}

/* A total that is not true: what is there counts. */
static void
test_cloud_with_wrong_total (CheckBench    *bench,
                             gconstpointer  unused)
{
  Cloud cloud = { 120, "1000" };

  check_bench_set_cloud (bench);
  ala_test_server_handle (bench->server, SEARCH, page_cb, &cloud);
  assert_list (bench, 120);
}

/* A page in the middle fails: the check says so, and asks for no more. */
static void
one_bad_page_cb (SoupServer        *server,
                 SoupServerMessage *message,
                 const char        *path,
                 GHashTable        *query,
                 gpointer           user_data)
{
  if (g_str_equal (g_hash_table_lookup (query, "startAt"), "500"))
    soup_server_message_set_status (message, 500, NULL);
  else
    page_cb (server, message, path, query, user_data);
}

static void
test_cloud_with_a_bad_page (CheckBench    *bench,
                            gconstpointer  unused)
{
  Cloud cloud = { 10000, "10000" };

  check_bench_set_cloud (bench);
  ala_test_server_handle (bench->server, SEARCH, one_bad_page_cb, &cloud);
  assert_problem (bench, ALA_PROBLEM_SERVER_ERROR);
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), <, 100);
}

/* A server that has always one more page is left in the end; one that repeats itself, at once. */
static void
test_cloud_without_end (CheckBench    *bench,
                        gconstpointer  unused)
{
  Cloud cloud = { G_MAXINT, "null" };

  check_bench_set_cloud (bench);
  check_bench_reply (bench, SEARCH, "{\"isLast\": false, \"values\": [{\"key\": \"A\"}]}");
  assert_count (bench, "more than 1 project");
  g_assert_cmpuint (ala_test_server_count (bench->server, SEARCH), ==, 2);

  ala_test_server_handle (bench->server, SEARCH, page_cb, &cloud);
  assert_count (bench, "more than 20000 projects");
}

/* What the person chose and the account does not see. */
static void
test_chosen_not_seen (CheckBench    *bench,
                      gconstpointer  unused)
{
  static const char * const chosen[] = { "P1", "GONE", NULL };
  g_autofree char *json = make_projects (0, 3);
  g_autoptr (AlaCheck) check = NULL;

  ala_setup_set_projects (bench->setup, chosen);
  check_bench_reply (bench, LIST, json);
  check = check_bench_run (bench, ALA_TYPE_PROJECTS_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_PROJECT_NOT_SEEN);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "GONE"));
  g_assert_null (strstr (ala_check_get_error (check)->message, "P1"));
  g_assert_cmpint (check_bench_get_finding_state (check, "GONE"), ==, ALA_CHECK_FAILED);
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

/* The longest time that one round of the main loop computed, in microseconds. What other programs take meanwhile does not count. */
static gint64 round_begun, longest_round;

static gint64
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  if (round_begun != 0)
    longest_round = MAX (longest_round, get_thread_time () - round_begun);
  result = g_poll (fds, n_fds, timeout);
  round_begun = get_thread_time ();
  return result;
}

/* The server works in the same main loop: what counts begins when it has sent everything. */
static void
begin_counting (SoupServerMessage *message)
{
  longest_round = 0;
  round_begun = 0;
}

static void
large_reply_cb (SoupServer        *server,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           user_data)
{
  GString *json = user_data;

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-AUSERNAME", "test");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, json->str, json->len);
  g_signal_connect (message, "finished", G_CALLBACK (begin_counting), NULL);
}

/* Eight megabytes of projects are understood without a frame that is missed: 16 milliseconds. */
static void
test_main_loop (CheckBench    *bench,
                gconstpointer  unused)
{
  g_autoptr (GString) json = g_string_new ("[");
  g_autofree char *padding = g_strnfill (700, 'x');
#ifdef __SANITIZE_ADDRESS__
  const gint64 limit = 160 * 1000; /* its checks of each access take their time */
#else
  const gint64 limit = 16 * 1000;
#endif

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (json, "%s{\"id\": \"%u\", \"key\": \"P%u\", \"name\": \"Project\", \"self\": \"%s\"}",
                            i > 0 ? "," : "", i, i, padding);
  g_string_append_c (json, ']');
  ala_test_server_handle (bench->server, LIST, large_reply_cb, json);

  g_main_context_set_poll_func (NULL, watch_poll);
  assert_count (bench, " 10000 projects");
  g_main_context_set_poll_func (NULL, g_poll);
  g_test_message ("the longest round took %" G_GINT64_FORMAT " µs", longest_round);
  g_assert_cmpint (longest_round, >, 0);
  g_assert_cmpint (longest_round, <, limit);
}

#define ADD(name, function) \
  g_test_add ("/checks-projects/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("main-loop", test_main_loop);
  ADD ("list-without-projects", test_list_without_projects);
  ADD ("list-fails-in-words", test_list_fails_in_words);
  ADD ("cloud-says-the-total", test_cloud_says_the_total);
  ADD ("cloud-in-pages", test_cloud_in_pages);
  ADD ("cloud-with-wrong-total", test_cloud_with_wrong_total);
  ADD ("cloud-with-a-bad-page", test_cloud_with_a_bad_page);
  ADD ("chosen-not-seen", test_chosen_not_seen);
  ADD ("cloud-without-end", test_cloud_without_end);
  ADD ("cloud-without-projects", test_cloud_without_projects);
  ADD ("cloud-fails-in-words", test_cloud_fails_in_words);
  return g_test_run ();
}
