/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-check-runner.h"

#include <string.h>

#include "ala-http-session-private.h"
#include "check-bench.h"

/*
 * All checks in one run against a Jira of which one page at a time is out of order, in every way: who does not need that page says
 * the same as before, and whoever does says why not.
 */

#define API     "/rest/api/2/"
#define PROJECT "ABC"

/* Milliseconds for a reply that does not come to an end; all others come within a few. */
#define DEADLINE 400

#define LARGE (20 * 1024 * 1024)

typedef struct
{
  const char *path;
  const char *json;   /* what a healthy Jira says */
  const char *readers; /* ids of the checks that read it, between spaces */
} Page;

/* %s is the address of the server. */
static const Page pages[] = {
  { API "serverInfo", "{\"baseUrl\": \"%s\", \"version\": \"10.3.0\", \"deploymentType\": \"Server\"}", " server clock certificate " },
  { API "myself", "{\"name\": \"test\", \"displayName\": \"Test\", \"active\": true}", " identity parameters " },
  { API "mypermissions", "{\"permissions\": {\"BROWSE_PROJECTS\": {\"name\": \"Browse\", \"type\": \"PROJECT\", \"havePermission\": true},"
                         " \"CREATE_ISSUES\": {\"name\": \"Create Issues\", \"type\": \"PROJECT\", \"havePermission\": true}}}",
    " permissions project-permissions defect " },
  { API "project", "[{\"id\": \"1\", \"key\": \"" PROJECT "\", \"name\": \"Abacus\"}]", " projects " },
  { API "issue/createmeta/" PROJECT "/issuetypes", "{\"startAt\": 0, \"total\": 1, \"values\": [{\"id\": \"7\", \"name\": \"Bug\"}]}",
    " issue-types " },
  { API "issue/createmeta/" PROJECT "/issuetypes/7",
    "{\"startAt\": 0, \"total\": 1, \"values\": [{\"fieldId\": \"summary\", \"name\": \"Summary\", \"required\": true}]}", " defect " },
  { API "issueLinkType", "{\"issueLinkTypes\": [{\"id\": \"1\", \"name\": \"Blocks\"}]}", " link-types " },
  { API "priority", "[{\"id\": \"1\", \"name\": \"High\"}]", " priorities " },
  { API "attachment/meta", "{\"enabled\": true, \"uploadLimit\": 10}", " attachments " },
  { "/rest/jira-webhook/1.0/webhooks", "[]", " webhooks " },
};

typedef enum
{
  UNAUTHORIZED,
  FORBIDDEN,
  ABSENT,
  LIMITED,
  BROKEN,
  LOGIN,
  PAGE,
  CUT,
  WRONG,
  EMPTY,
  LARGE_REPLY,
  DRIPPING,
  N_WAYS
} Way;

static const char * const way_names[N_WAYS] = {
  "401", "403", "404", "429", "500", "login", "page", "cut-off", "wrong-type", "empty", "twenty-megabytes", "dripping",
};

static void
set_healthy (CheckBench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GString) json = g_string_new (pages[i].json);

      g_string_replace (json, "%s", ala_test_server_get_url (bench->server), 0);
      check_bench_reply (bench, pages[i].path, json->str);
    }
}

static void
set_status (CheckBench *bench,
            const char *path,
            guint       status)
{
  ala_test_server_reply (bench->server, path, status, "application/json", "{\"errorMessages\": [\"No\"]}",
                         /* Longer than anybody waits for the next try. */
                         "Retry-After", "61", NULL);
}

static void
break_page (CheckBench *bench,
            const char *path,
            Way         way)
{
  g_autofree char *large = NULL;

  switch (way)
    {
    case UNAUTHORIZED:
      set_status (bench, path, 401);
      break;
    case FORBIDDEN:
      set_status (bench, path, 403);
      break;
    case ABSENT:
      set_status (bench, path, 404);
      break;
    case LIMITED:
      set_status (bench, path, 429);
      break;
    case BROKEN:
      set_status (bench, path, 500);
      break;
    case LOGIN:
      ala_test_server_reply (bench->server, path, 302, "text/html", "", "Location", "/login.jsp?os_destination=%2F", NULL);
      break;
    case PAGE:
      ala_test_server_reply (bench->server, path, 200, "text/html", "<html><body>Hello</body></html>", NULL);
      break;
    case CUT:
      check_bench_reply (bench, path, "{\"values\": [{");
      break;
    case WRONG:
      check_bench_reply (bench, path, "\"text\"");
      break;
    case EMPTY:
      check_bench_reply (bench, path, "");
      break;
    case LARGE_REPLY:
      large = g_strnfill (LARGE, 'x');
      memcpy (large, "{\"a\": \"", 7);
      memcpy (large + LARGE - 2, "\"}", 2);
      check_bench_reply (bench, path, large);
      break;
    case DRIPPING:
      ala_test_server_reply_raw (bench->server, path, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[ ", ALA_TEST_DRIP);
      break;
    case N_WAYS:
    default:
      g_assert_not_reached ();
    }
}

static AlaCheckRunner *
run_all (CheckBench *bench)
{
  AlaCheckRunner *runner = ala_check_runner_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_check_runner_run_async (runner, bench->client, bench->setup, bench->profile, NULL, NULL, ala_test_keep_result, &result);
  ala_test_wait (&result);
  ala_check_runner_run_finish (runner, result, &error);
  g_assert_no_error (error);

  return runner;
}

static gboolean
reads (const Page *page,
       AlaCheck   *check)
{
  g_autofree char *word = g_strconcat (" ", ala_check_get_id (check), " ", NULL);

  return strstr (page->readers, word) != NULL;
}

/* Whether @check or one that it needs reads @page. */
static gboolean
is_touched (const Page     *page,
            AlaCheckRunner *runner,
            AlaCheck       *check)
{
  for (; check != NULL; check = ala_check_get_needed (check))
    if (reads (page, check))
      return TRUE;

  return FALSE;
}

/* One check of a run with a broken page, and the same check of a run without. */
static void
assert_fits (AlaCheck   *check,
             AlaCheck   *healthy,
             gboolean    reader,
             gboolean    touched)
{
  AlaCheckState state = ala_check_get_state (check);
  AlaProblem problem = ala_problem_from_error (ala_check_get_error (check));

  g_assert_cmpint (state, >=, ALA_CHECK_PASSED);
  g_assert_cmpint (problem, !=, ALA_PROBLEM_UNEXPECTED);
  g_assert_cmpstr (ala_check_get_summary (check), !=, "");
  if (state >= ALA_CHECK_WARNING)
    g_assert_true (g_utf8_validate (ala_check_get_error (check)->message, -1, NULL));

  if (!touched && !g_str_equal (ala_check_get_id (check), "response-time"))
    {
      g_assert_cmpint (state, ==, ala_check_get_state (healthy));
      /* A second may have begun in between. */
      if (!g_str_equal (ala_check_get_id (check), "clock"))
        g_assert_cmpstr (ala_check_get_summary (check), ==, ala_check_get_summary (healthy));
    }
  else if (touched && !reader)
    {
      g_assert_true (state == ALA_CHECK_SKIPPED || state == ala_check_get_state (healthy));
    }
}

static void
test_page (CheckBench    *bench,
           gconstpointer  data)
{
  const Page *page = data;
  g_autoptr (AlaCheckRunner) healthy = NULL;
  guint n_noticed = 0;

  ala_http_session_set_deadline (ala_jira_client_get_session (bench->client), DEADLINE * 100);
  set_healthy (bench);
  healthy = run_all (bench);

  for (Way way = 0; way < N_WAYS; way++)
    {
      g_autoptr (AlaCheckRunner) runner = NULL;
      gboolean noticed = FALSE;

      set_healthy (bench);
      break_page (bench, page->path, way);
      if (way == DRIPPING)
        ala_http_session_set_deadline (ala_jira_client_get_session (bench->client), DEADLINE);
      runner = run_all (bench);
      ala_http_session_set_deadline (ala_jira_client_get_session (bench->client), DEADLINE * 100);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
        {
          g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);
          AlaCheck *before = ala_check_runner_find (healthy, ala_check_get_id (check));

          g_test_message ("%s: %s: %s (%s)", way_names[way], ala_check_get_id (check), ala_check_get_summary (check),
                          ala_problem_get_id (ala_problem_from_error (ala_check_get_error (check))));
          assert_fits (check, before, reads (page, check), is_touched (page, runner, check));
          noticed |= reads (page, check) && !g_str_equal (ala_check_get_summary (check), ala_check_get_summary (before));
        }
      n_noticed += noticed;
      if (!noticed)
        g_test_message ("%s: nobody noticed", way_names[way]);
    }

  /* A page that is absent may have another in its place. */
  g_assert_cmpuint (n_noticed, >=, N_WAYS - 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/checks-together", pages[i].path, NULL);

      g_test_add (path, CheckBench, &pages[i], check_bench_set_up, test_page, check_bench_tear_down);
    }
  return g_test_run ();
}
