/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-probe.h"

#include <string.h>

#include "ala-test-server.h"

#define INFO "/rest/api/2/serverInfo"
#define JIRA9 "{\"baseUrl\":\"https://jira.example.com/jira\",\"version\":\"9.12.4\",\"versionNumbers\":[9,12,4]," \
              "\"deploymentType\":\"Server\",\"serverTime\":\"2023-11-14T22:13:20.000+0000\",\"serverTitle\":\"Example Jira\"}"

/* --- serverInfo alone --- */

static const struct
{
  const char *json;
  AlaEdition edition;
  const char *version;
  guint major;
  guint minor;
  const char *title;
  const char *base_url;
} infos[] = {
  { JIRA9, ALA_EDITION_SERVER, "9.12.4", 9, 12, "Example Jira", "https://jira.example.com/jira" },
  { "{\"baseUrl\":\"https://a.atlassian.net\",\"version\":\"1001.0.0-SNAPSHOT\",\"deploymentType\":\"Cloud\"}",
    ALA_EDITION_CLOUD, "1001.0.0-SNAPSHOT", 1001, 0, "", "https://a.atlassian.net" },
  { "{\"version\":\"1001.0.0\"}", ALA_EDITION_CLOUD, "1001.0.0", 1001, 0, "", NULL },
  { "{\"version\":\"8.20\"}", ALA_EDITION_SERVER, "8.20", 8, 20, "", NULL },
  { "{\"version\":\"11\"}", ALA_EDITION_SERVER, "11", 11, 0, "", NULL },
  { "{\"baseUrl\":\"https://jira.example.com/\"}", ALA_EDITION_SERVER, "", 0, 0, "", "https://jira.example.com" },
  { "{\"baseUrl\":\"https://jira.example.com\",\"versionNumbers\":[10,3]}", ALA_EDITION_SERVER, "", 10, 3, "",
    "https://jira.example.com" },

  /* wrong types, absurd numbers, strange texts */
  { "{\"version\":\"9.1\",\"baseUrl\":7,\"serverTitle\":{},\"serverTime\":[],\"deploymentType\":null,\"versionNumbers\":\"x\"}",
    ALA_EDITION_SERVER, "9.1", 9, 1, "", NULL },
  { "{\"version\":9.5,\"baseUrl\":\"https://jira.example.com\",\"versionNumbers\":[-4,1e300]}", ALA_EDITION_SERVER, "", 0, 0, "",
    "https://jira.example.com" },
  { "{\"version\":\"99999999999999999999.1\"}", ALA_EDITION_SERVER, "99999999999999999999.1", 0, 0, "", NULL },
  { "{\"version\":\"9.99999999999999999999\"}", ALA_EDITION_SERVER, "9.99999999999999999999", 9, 0, "", NULL },
  { "{\"version\":\"9<b>\",\"baseUrl\":\"https://jira.example.com\"}", ALA_EDITION_SERVER, "", 0, 0, "", "https://jira.example.com" },
  { "{\"version\":\"9.1\",\"baseUrl\":\"not an address\",\"serverTitle\":\" a\\u0007b\\n \"}", ALA_EDITION_SERVER, "9.1", 9, 1, "a b", NULL },
  { "{\"version\":\"9.1\",\"version\":\"8.2\"}", ALA_EDITION_SERVER, "8.2", 8, 2, "", NULL },
};

static void
test_server_info (void)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("https://jira.example.com", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaJiraServer) server = ala_jira_server_new_from_json (address, infos[i].json, -1, &error);
      AlaJiraAddress *base_url;

      g_test_message ("%s", infos[i].json);
      g_assert_no_error (error);
      g_assert_cmpint (ala_jira_server_get_edition (server), ==, infos[i].edition);
      g_assert_cmpstr (ala_jira_server_get_version (server), ==, infos[i].version);
      g_assert_cmpuint (ala_jira_server_get_major (server), ==, infos[i].major);
      g_assert_cmpuint (ala_jira_server_get_minor (server), ==, infos[i].minor);
      g_assert_cmpstr (ala_jira_server_get_title (server), ==, infos[i].title);
      base_url = ala_jira_server_get_base_url (server);
      g_assert_cmpstr (base_url != NULL ? ala_jira_address_get_base (base_url) : NULL, ==, infos[i].base_url);
      g_assert_true (ala_jira_server_get_address (server) == address);
    }
}

static void
test_not_server_info (void)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("https://jira.example.com", NULL);
  g_autofree char *deep = g_strnfill (1000 * 1000, '[');
  const struct
  {
    const char *text;
    AlaProblem problem;
  } rows[] = {
    { "", ALA_PROBLEM_REPLY_EMPTY },
    { "  \n", ALA_PROBLEM_REPLY_EMPTY },
    { "{}", ALA_PROBLEM_NOT_JIRA },
    { "[]", ALA_PROBLEM_NOT_JIRA },
    { "{\"version\":7}", ALA_PROBLEM_NOT_JIRA },
    { "{\"status\":\"ok\"}", ALA_PROBLEM_NOT_JIRA },
    { "7", ALA_PROBLEM_REPLY_MALFORMED },
    { "null", ALA_PROBLEM_REPLY_MALFORMED },
    { "hello", ALA_PROBLEM_REPLY_MALFORMED },
    { "{\"version\"}", ALA_PROBLEM_REPLY_MALFORMED },
    { "{\"version\":\"9.1\",\"ba", ALA_PROBLEM_REPLY_TRUNCATED },
    { "{\"version\":\"\xff\"}", ALA_PROBLEM_REPLY_MALFORMED },
    { deep, ALA_PROBLEM_REPLY_MALFORMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ala_jira_server_new_from_json (address, rows[i].text, -1, &error));
      g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (rows[i].problem));
    }
}

/* --- The probe --- */

static AlaJiraServer *
probe (AlaTestServer *server,
       const char    *path,
       GError       **error)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *text = g_strconcat (ala_test_server_get_url (server), path, NULL);
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (text, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  ala_jira_probe_async (session, address, NULL, ala_test_keep_result, &result);
  return ala_jira_probe_finish (ala_test_wait (&result), error);
}

static AlaJiraServer *
expect_server (AlaTestServer *server,
               const char    *path,
               const char    *found)
{
  g_autoptr (GError) error = NULL;
  AlaJiraServer *jira = probe (server, path, &error);
  g_autofree char *base = g_strconcat (ala_test_server_get_url (server), found, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_jira_address_get_base (ala_jira_server_get_address (jira)), ==, base);
  return jira;
}

static GError *
expect_problem (AlaTestServer *server,
                const char    *path,
                AlaProblem     problem)
{
  GError *error = NULL;

  g_assert_null (probe (server, path, &error));
  g_test_message ("%s", error->message);
  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
  return error;
}

static void
assert_problem (AlaTestServer *server,
                const char    *path,
                AlaProblem     problem)
{
  g_error_free (expect_problem (server, path, problem));
}

static void
test_found (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaJiraServer) jira = NULL;

  ala_test_server_reply (server, "/jira" INFO, 200, "application/json", JIRA9, NULL);
  jira = expect_server (server, "/jira", "/jira");
  g_assert_cmpstr (ala_jira_server_get_version (jira), ==, "9.12.4");
  g_assert_cmpint (ala_jira_server_get_elapsed (jira), >, 0);
  g_assert_null (ala_jira_server_get_certificate (jira));
  g_assert_cmpint (ABS (ala_jira_server_get_clock_offset (jira)), <=, 2);
  g_assert_cmpuint (ala_test_server_count (server, NULL), ==, 1);
}

static void
date_cb (SoupServer        *soup,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  const char *date = user_data;
  g_autofree char *reply = g_strdup_printf ("HTTP/1.1 200 OK\r\n%sContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                                            date, strlen (JIRA9), JIRA9);
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), reply, strlen (reply), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
test_clock (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  gint64 expected = 1700000000 - g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (AlaJiraServer) by_time = NULL;
  g_autoptr (AlaJiraServer) by_date = NULL;

  ala_test_server_handle (server, INFO, date_cb, (gpointer) "");
  by_time = expect_server (server, "", "");
  g_assert_cmpint (ABS (ala_jira_server_get_clock_offset (by_time) - expected), <=, 2);

  /* The header is as old as the reply; serverTime may come from a cache. */
  ala_test_server_handle (server, INFO, date_cb, (gpointer) "Date: Tue, 14 Nov 2023 23:13:20 GMT\r\n");
  by_date = expect_server (server, "", "");
  g_assert_cmpint (ABS (ala_jira_server_get_clock_offset (by_date) - expected - 3600), <=, 2);
}

static void
test_other_paths (void)
{
  g_autoptr (AlaTestServer) at_root = ala_test_server_new (NULL);
  g_autoptr (AlaTestServer) below = ala_test_server_new (NULL);
  g_autoptr (AlaTestServer) page = ala_test_server_new (NULL);

  ala_test_server_reply (at_root, INFO, 200, "application/json", JIRA9, NULL);
  g_object_unref (expect_server (at_root, "/jira", ""));
  g_object_unref (expect_server (at_root, "/a/b/c", ""));

  ala_test_server_reply (below, "/jira" INFO, 200, "application/json", JIRA9, NULL);
  g_object_unref (expect_server (below, "", "/jira"));
  g_object_unref (expect_server (below, "/tracker", "/jira"));

  /* A portal that shows its own page for every path it does not know. */
  ala_test_server_reply (page, INFO, 200, "text/html", "<html>portal</html>", NULL);
  ala_test_server_reply (page, "/jira" INFO, 200, "application/json", JIRA9, NULL);
  g_object_unref (expect_server (page, "", "/jira"));
}

static void
test_redirects (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (GError) login = NULL;
  g_autoptr (GError) gateway = NULL;
  g_autoptr (GError) moved = NULL;
  g_autofree char *absolute = g_strconcat (ala_test_server_get_url (server), "/jira/rest/api/2/serverInfo", NULL);

  ala_test_server_reply (server, "/jira" INFO, 200, "application/json", JIRA9, NULL);
  ala_test_server_reply (server, INFO, 301, NULL, NULL, "Location", "/jira/", NULL);
  g_object_unref (expect_server (server, "", "/jira"));
  ala_test_server_reply (server, INFO, 302, NULL, NULL, "Location", absolute, NULL);
  g_object_unref (expect_server (server, "", "/jira"));
  ala_test_server_reply (server, "/x" INFO, 307, NULL, NULL, "Location", "/", NULL);
  g_object_unref (expect_server (server, "/x", "/jira"));

  ala_test_server_reply (server, INFO, 302, NULL, NULL, "Location", "/login.jsp?os_destination=%2Frest", NULL);
  login = expect_problem (server, "", ALA_PROBLEM_LOGIN_PAGE);
  ala_test_server_reply (server, INFO, 302, NULL, NULL, "Location", "https://sso.example.com/start?SAMLRequest=x", NULL);
  gateway = expect_problem (server, "", ALA_PROBLEM_LOGIN_GATEWAY);
  g_assert_nonnull (strstr (gateway->message, "sso.example.com"));
  g_assert_cmpstr (ala_problem_get_note (gateway, ALA_NOTE_LOCATION), ==, "https://sso.example.com/start?SAMLRequest=x");
  ala_test_server_reply (server, INFO, 301, NULL, NULL, "Location", "https://new.example.com/rest/api/2/serverInfo", NULL);
  moved = expect_problem (server, "", ALA_PROBLEM_REDIRECTED);
  g_assert_nonnull (strstr (moved->message, "https://new.example.com/rest/api/2/serverInfo"));

  /* In a circle, and ever onwards. */
  ala_test_server_reply (server, INFO, 302, NULL, NULL, "Location", "/a", NULL);
  ala_test_server_reply (server, "/a" INFO, 302, NULL, NULL, "Location", "/", NULL);
  assert_problem (server, "", ALA_PROBLEM_REDIRECTED);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *from = g_strdup_printf ("/%u" INFO, i);
      g_autofree char *to = g_strdup_printf ("/%u", i + 1);

      ala_test_server_reply (server, from, 302, NULL, NULL, "Location", to, NULL);
    }
  assert_problem (server, "/0", ALA_PROBLEM_REDIRECTED);
  g_assert_cmpuint (ala_test_server_count (server, "/5" INFO), ==, 1);
  g_assert_cmpuint (ala_test_server_count (server, "/6" INFO), ==, 0);
  ala_test_server_reply (server, INFO, 302, NULL, NULL, NULL);
  assert_problem (server, "", ALA_PROBLEM_REDIRECTED);
}

static void
test_something_else (void)
{
  static const struct
  {
    guint status;
    const char *type;
    const char *body;
    const char *path;
    AlaProblem problem;
  } rows[] = {
    { 404, "text/html", "<html>no</html>", "", ALA_PROBLEM_NOT_JIRA },
    { 404, "text/html", "<html>no</html>", "/tracker", ALA_PROBLEM_CONTEXT_PATH },
    { 404, "text/html", "<html><meta name=\"ajs-base-url\">dead link</html>", "", ALA_PROBLEM_CONTEXT_PATH },
    { 200, "text/html", "<html>welcome</html>", "", ALA_PROBLEM_REPLY_HTML },
    { 200, "text/html", "<html><input type=\"password\"></html>", "", ALA_PROBLEM_LOGIN_GATEWAY },
    { 200, "text/html", "<html><input name=\"SAMLRequest\"></html>", "", ALA_PROBLEM_LOGIN_GATEWAY },
    { 401, "text/html", "<html>who are you</html>", "", ALA_PROBLEM_LOGIN_GATEWAY },
    { 403, "text/plain", "no", "", ALA_PROBLEM_LOGIN_GATEWAY },
    { 200, "application/json", "{\"service\":\"wiki\"}", "", ALA_PROBLEM_NOT_JIRA },
    { 200, "application/json", "{\"version\":", "", ALA_PROBLEM_REPLY_TRUNCATED },
    { 200, "application/json", "", "", ALA_PROBLEM_REPLY_EMPTY },
    { 429, "text/plain", "slow", "", ALA_PROBLEM_RATE_LIMITED },
    { 500, "text/html", "<html>oops</html>", "", ALA_PROBLEM_SERVER_ERROR },
    { 502, "text/html", "<html>oops</html>", "", ALA_PROBLEM_SERVER_ERROR },
    { 503, "text/html", "<html>later</html>", "", ALA_PROBLEM_MAINTENANCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
      g_autofree char *path = g_strconcat (rows[i].path, INFO, NULL);

      ala_test_server_reply (server, path, rows[i].status, rows[i].type, rows[i].body, NULL);
      g_test_message ("status %u: %s", rows[i].status, rows[i].body);
      assert_problem (server, rows[i].path, rows[i].problem);
    }
}

static void
test_states (void)
{
  static const struct
  {
    guint info_status;
    guint status;
    const char *body;
    AlaProblem problem;
  } rows[] = {
    { 503, 200, "{\"state\":\"STARTING\"}", ALA_PROBLEM_STARTING },
    { 404, 200, "{\"state\":\"FIRST_RUN\"}", ALA_PROBLEM_STARTING },
    { 500, 503, "{\"state\":\"MAINTENANCE\"}", ALA_PROBLEM_MAINTENANCE },
    { 500, 200, "{\"state\":\"STOPPING\"}", ALA_PROBLEM_MAINTENANCE },
    { 500, 500, "{\"state\":\"ERROR\"}", ALA_PROBLEM_SERVER_ERROR },
    { 404, 200, "{\"state\":\"RUNNING\"}", ALA_PROBLEM_NOT_JIRA },
    { 503, 200, "{\"state\":7}", ALA_PROBLEM_MAINTENANCE },
    { 503, 200, "[]", ALA_PROBLEM_MAINTENANCE },
    { 302, 200, "{\"state\":\"STARTING\"}", ALA_PROBLEM_STARTING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);

      ala_test_server_reply (server, INFO, rows[i].info_status, "text/html", "<html>x</html>", "Location", "/startup.jsp", NULL);
      ala_test_server_reply (server, "/status", rows[i].status, "application/json", rows[i].body, NULL);
      assert_problem (server, "", rows[i].problem);
    }
}

static void
test_no_server (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);

  ala_test_server_reply_raw (server, INFO, "", ALA_TEST_CLOSE);
  assert_problem (server, "", ALA_PROBLEM_CONNECTION_LOST);
  ala_test_server_reply_raw (server, INFO, "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", ALA_TEST_HOLD);
  assert_problem (server, "", ALA_PROBLEM_REPLY_TOO_LARGE);
  g_assert_cmpuint (ala_test_server_count (server, "/status"), ==, 0);
}

static void
cancel_cb (SoupServer        *soup,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  soup_server_message_pause (message);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  static const char * const stages[] = { INFO, "/a" INFO, "/jira" INFO, "/a/status" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
      g_autoptr (AlaHttpSession) session = ala_http_session_new ();
      g_autoptr (AlaJiraAddress) address = ala_jira_address_new (ala_test_server_get_url (server), NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      ala_test_server_reply (server, INFO, 302, NULL, NULL, "Location", "/a", NULL);
      ala_test_server_handle (server, stages[i], cancel_cb, cancellable);
      ala_jira_probe_async (session, address, cancellable, ala_test_keep_result, &result);
      g_assert_null (ala_jira_probe_finish (ala_test_wait (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_cancellable_is_cancelled (cancellable));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jira-probe/server-info", test_server_info);
  g_test_add_func ("/jira-probe/not-server-info", test_not_server_info);
  g_test_add_func ("/jira-probe/found", test_found);
  g_test_add_func ("/jira-probe/clock", test_clock);
  g_test_add_func ("/jira-probe/other-paths", test_other_paths);
  g_test_add_func ("/jira-probe/redirects", test_redirects);
  g_test_add_func ("/jira-probe/something-else", test_something_else);
  g_test_add_func ("/jira-probe/states", test_states);
  g_test_add_func ("/jira-probe/no-server", test_no_server);
  g_test_add_func ("/jira-probe/cancel", test_cancel);
  return g_test_run ();
}
