/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-reply.h"

#include <string.h>

static AlaHttpReply *
make (guint       status,
      const char *body,
      const char *name,
      const char *value)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  AlaHttpReply *reply = ala_http_reply_new ("https://jira.example.com/jira/rest/api/2/myself?x=1", status, bytes);

  if (name != NULL)
    ala_http_reply_add_header (reply, name, value);
  return reply;
}

static void
test_rows (void)
{
  static const struct
  {
    guint status;
    const char *name;
    const char *value;
    AlaProblem problem;
  } rows[] = {
    { 200, NULL, NULL, ALA_PROBLEM_NONE },
    { 204, "X-AUSERNAME", "admin", ALA_PROBLEM_NONE },
    { 200, "X-Seraph-LoginReason", "OK", ALA_PROBLEM_NONE },
    { 200, "X-AUSERNAME", "anonymous", ALA_PROBLEM_ANONYMOUS },
    { 200, "X-AUSERNAME", "anonymous.coward", ALA_PROBLEM_NONE },
    { 200, "X-Seraph-LoginReason", "AUTHENTICATED_FAILED", ALA_PROBLEM_ANONYMOUS },
    { 200, "X-Seraph-LoginReason", "AUTHENTICATION_DENIED", ALA_PROBLEM_CAPTCHA },
    { 403, "X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=https://jira.example.com/login.jsp", ALA_PROBLEM_CAPTCHA },
    { 403, "X-Seraph-LoginReason", "AUTHORISATION_FAILED", ALA_PROBLEM_USER_LOCKED_OUT },
    { 400, NULL, NULL, ALA_PROBLEM_BAD_REQUEST },
    { 401, NULL, NULL, ALA_PROBLEM_ANONYMOUS },
    { 403, NULL, NULL, ALA_PROBLEM_FORBIDDEN },
    { 404, NULL, NULL, ALA_PROBLEM_NOT_FOUND },
    { 405, NULL, NULL, ALA_PROBLEM_BAD_REQUEST },
    { 429, NULL, NULL, ALA_PROBLEM_RATE_LIMITED },
    { 500, NULL, NULL, ALA_PROBLEM_SERVER_ERROR },
    { 503, NULL, NULL, ALA_PROBLEM_MAINTENANCE },
    { 302, "Location", "/jira/login.jsp?os_destination=x", ALA_PROBLEM_LOGIN_PAGE },
    { 302, "Location", "https://JIRA.example.com/jira/login.jsp", ALA_PROBLEM_LOGIN_PAGE },
    { 302, "Location", "https://sso.example.com/login.jsp", ALA_PROBLEM_LOGIN_GATEWAY },
    { 303, "Location", "//sso.example.com/", ALA_PROBLEM_LOGIN_GATEWAY },
    { 301, "Location", "https://new.example.com/jira/rest/api/2/myself", ALA_PROBLEM_REDIRECTED },
    { 301, "Location", "/other", ALA_PROBLEM_REDIRECTED },
    { 301, "Location", "javascript:alert(1)", ALA_PROBLEM_REDIRECTED },
    { 304, NULL, NULL, ALA_PROBLEM_REDIRECTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaHttpReply) reply = make (rows[i].status, "", rows[i].name, rows[i].value);
      g_autoptr (GError) error = NULL;
      g_autofree char *status = g_strdup_printf ("%u", rows[i].status);

      g_test_message ("%u %s: %s", rows[i].status, rows[i].name, rows[i].value);
      g_assert_cmpint (ala_jira_reply_check (reply, &error), ==, rows[i].problem == ALA_PROBLEM_NONE);
      g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (rows[i].problem));
      if (error != NULL)
        {
          g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_STATUS), ==, status);
          g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_URL), ==, ala_http_reply_get_uri (reply));
        }
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *body;
    const char *seen;
  } rows[] = {
    { "{\"errorMessages\":[\"First.\",\"Second.\"],\"errors\":{}}", "First. Second." },
    { "{\"errorMessages\":[],\"errors\":{\"project\":\"No such project.\"}}", "No such project." },
    { "{\"errorMessage\":\"Alone.\"}", "Alone." },
    { "{\"message\":\"Client must be authenticated\",\"status-code\":401}", "Client must be authenticated" },
    { "{\"errorMessages\":[\"A\",7,null,{}],\"errors\":{\"x\":[],\"y\":\"B\"},\"errorMessage\":\"C\",\"message\":\"D\"}", "A B C D" },
    { "{\"message\":\"two\\nlines\"}", "two lines" },
    { "{\"errorMessages\":\"text\",\"errors\":[1],\"message\":{}}", "status 400." },
    { "[1,2]", "status 400." },
    { "<html>message</html>", "status 400." },
    { "", "status 400." },
  };
  g_autofree char *long_text = g_strnfill (10000, 'y');
  g_autofree char *long_json = g_strdup_printf ("{\"message\":\"%s\"}", long_text);
  g_autoptr (AlaHttpReply) long_reply = make (400, long_json, NULL, NULL);
  g_autoptr (GError) long_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaHttpReply) reply = make (400, rows[i].body, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (ala_jira_reply_check (reply, &error));
      g_assert_true (g_str_has_suffix (error->message, rows[i].seen));
    }

  g_assert_false (ala_jira_reply_check (long_reply, &long_error));
  g_assert_cmpuint (strlen (long_error->message), <, 500);
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *value;
    gint64 seconds;
  } rows[] = {
    { "0", 0 }, { "17", 17 }, { "999999999999", 86400 }, { "99999999999999999999999", 86400 }, { "-5", -1 }, { "soon", -1 }, { "", -1 },
    { "Tue, 14 Nov 2023 22:13:20 GMT", 0 },
  };
  g_autoptr (AlaHttpReply) without = make (429, "", NULL, NULL);
  g_autoptr (AlaHttpReply) with = make (429, "", "Retry-After", "12");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaHttpReply) reply = make (503, "", "Retry-After", rows[i].value);

      g_assert_cmpint (ala_jira_reply_get_retry_after (reply), ==, rows[i].seconds);
    }
  g_assert_cmpint (ala_jira_reply_get_retry_after (without), ==, -1);
  g_assert_false (ala_jira_reply_check (with, &error));
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_RETRY_AFTER), ==, "12");
}

static void
test_parse (void)
{
  g_autoptr (AlaHttpReply) page = make (200, "<html>{}</html>", NULL, NULL);
  g_autoptr (AlaHttpReply) data = make (200, " {\"a\":[1,\"]}\\\"\"]} ", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_null (ala_jira_reply_parse (page, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_REPLY_HTML);
  g_clear_error (&error);

  node = ala_jira_reply_parse (data, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (json_node_get_object (node), "a"), 0), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jira-reply/rows", test_rows);
  g_test_add_func ("/jira-reply/words", test_words);
  g_test_add_func ("/jira-reply/retry-after", test_retry_after);
  g_test_add_func ("/jira-reply/parse", test_parse);
  return g_test_run ();
}
