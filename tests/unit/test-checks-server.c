/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-server.h"

#include "check-bench.h"

#define SERVER_INFO "/rest/api/2/serverInfo"

static void
say_base_url (CheckBench *bench,
              const char *base_url)
{
  g_autofree char *json = g_strdup_printf ("{\"baseUrl\": \"%s\", \"version\": \"9.12.4\", \"versionNumbers\": [9, 12, 4],"
                                           " \"deploymentType\": \"Server\", \"serverTitle\": \"Test\"}", base_url);

  check_bench_reply (bench, SERVER_INFO, json);
}

static void
test_server_as_entered (CheckBench    *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  say_base_url (bench, ala_test_server_get_url (bench->server));
  check = check_bench_run (bench, ALA_TYPE_SERVER_CHECK);

  /* Plain http, but to this computer. */
  check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
  g_assert_nonnull (strstr (ala_check_get_summary (check), "9.12.4"));
  g_assert_cmpstr (ala_setup_get_version (bench->setup), ==, "9.12.4");
  g_assert_cmpint (ala_setup_get_edition (bench->setup), ==, ALA_EDITION_SERVER);
}

static void
test_server_calls_itself_otherwise (CheckBench    *bench,
                                    gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = NULL;

  say_base_url (bench, "https://jira.example.com/jira");
  check = check_bench_run (bench, ALA_TYPE_SERVER_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_BASE_URL_DIFFERS);
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, "https://jira.example.com/jira"));
  g_assert_nonnull (strstr (ala_check_get_error (check)->message, ala_test_server_get_url (bench->server)));
  g_assert_cmpstr (ala_problem_get_note (ala_check_get_error (check), ALA_NOTE_LOCATION), ==, "https://jira.example.com/jira");
  g_assert_cmpstr (ala_setup_get_version (bench->setup), ==, "9.12.4");
}

/* The probe finds it, but signed requests would not. */
static void
test_server_below_another_path (CheckBench    *bench,
                                gconstpointer  unused)
{
  g_autofree char *base_url = g_strconcat (ala_test_server_get_url (bench->server), "/jira", NULL);
  g_autofree char *json = g_strdup_printf ("{\"baseUrl\": \"%s\", \"version\": \"9.12.4\"}", base_url);
  g_autoptr (AlaCheck) check = NULL;

  check_bench_reply (bench, "/jira" SERVER_INFO, json);
  check = check_bench_run (bench, ALA_TYPE_SERVER_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_CONTEXT_PATH);
  g_assert_cmpstr (ala_problem_get_note (ala_check_get_error (check), ALA_NOTE_LOCATION), ==, base_url);
  g_assert_cmpstr (ala_setup_get_version (bench->setup), ==, "");
}

static void
test_server_fails_in_words (CheckBench    *bench,
                            gconstpointer  unused)
{
  check_bench_assert_fails_in_words (bench, ALA_TYPE_SERVER_CHECK, SERVER_INFO);
}

static void
test_doubt_about_plain_http (void)
{
  static const char info[] = "{\"baseUrl\": \"http://jira.example.com\", \"version\": \"9.12.4\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("http://jira.example.com", NULL);
  g_autoptr (AlaJiraServer) server = ala_jira_server_new_from_json (address, info, -1, &error);
  g_autoptr (GError) doubt = NULL;

  g_assert_no_error (error);
  doubt = ala_server_check_find_doubt (address, server);
  g_assert_error (doubt, ALA_PROBLEM_ERROR, ALA_PROBLEM_ADDRESS_PLAIN_HTTP);
}

/* serverInfo from a server whose clock is off by so many seconds */
static void
late_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           offset)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, GPOINTER_TO_INT (offset));
  g_autofree char *date = g_date_time_format (then, "%a, %d %b %Y %T GMT");

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{\"version\": \"9\"}", 16);
}

static AlaCheck *
run_clock (CheckBench *bench,
           int         offset)
{
  ala_test_server_handle (bench->server, SERVER_INFO, late_cb, GINT_TO_POINTER (offset));
  return check_bench_run (bench, ALA_TYPE_CLOCK_CHECK);
}

static void
test_clock_agrees (CheckBench    *bench,
                   gconstpointer  unused)
{
  static const int offsets[] = { 0, 30, -30 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (AlaCheck) check = run_clock (bench, offsets[i]);

      check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
    }
}

static void
test_clock_differs (CheckBench    *bench,
                    gconstpointer  unused)
{
  static const struct
  {
    int offset;
    const char *words;
  } cases[] = {
    { 180, "3 minutes ahead" },
    { -180, "3 minutes behind" },
    { 5 * 3600, "5 hours ahead" },
    { -10 * 86400, "10 days behind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = run_clock (bench, cases[i].offset);
      const char *note;

      check_bench_assert_problem (check, ALA_CHECK_WARNING, ALA_PROBLEM_CLOCK_DIFFERS);
      g_assert_nonnull (strstr (ala_check_get_summary (check), cases[i].words));
      note = ala_problem_get_note (ala_check_get_error (check), ALA_NOTE_CLOCK_OFFSET);
      g_assert_cmpint (ABS (g_ascii_strtoll (note, NULL, 10) - cases[i].offset), <=, 2);
    }
}

/* Whose clock is it? Then nothing can be said. */
static void
test_clock_of_somebody_else (CheckBench    *bench,
                             gconstpointer  unused)
{
  g_autoptr (AlaCheck) page = NULL, error = NULL, silent = NULL;

  ala_test_server_reply (bench->server, SERVER_INFO, 200, "text/html", "<html></html>", NULL);
  page = check_bench_run (bench, ALA_TYPE_CLOCK_CHECK);
  check_bench_assert_problem (page, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);

  ala_test_server_reply (bench->server, SERVER_INFO, 502, "text/plain", "Bad Gateway", NULL);
  error = check_bench_run (bench, ALA_TYPE_CLOCK_CHECK);
  check_bench_assert_problem (error, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);

  ala_test_server_reply_raw (bench->server, SERVER_INFO, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", ALA_TEST_CLOSE);
  silent = check_bench_run (bench, ALA_TYPE_CLOCK_CHECK);
  check_bench_assert_problem (silent, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
}

#define ADD(name, function) \
  g_test_add ("/checks-server/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("server/as-entered", test_server_as_entered);
  ADD ("server/calls-itself-otherwise", test_server_calls_itself_otherwise);
  ADD ("server/below-another-path", test_server_below_another_path);
  ADD ("server/fails-in-words", test_server_fails_in_words);
  g_test_add_func ("/checks-server/doubt-about-plain-http", test_doubt_about_plain_http);
  ADD ("clock/agrees", test_clock_agrees);
  ADD ("clock/differs", test_clock_differs);
  ADD ("clock/of-somebody-else", test_clock_of_somebody_else);
  return g_test_run ();
}
