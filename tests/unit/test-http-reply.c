/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-http-reply.h"

static AlaHttpReply *
make (const char *body,
      const char *content_type)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  AlaHttpReply *reply = ala_http_reply_new ("https://jira.example.com/x", 200, bytes);

  if (content_type != NULL)
    ala_http_reply_add_header (reply, "Content-Type", content_type);
  return reply;
}

static void
test_parts (void)
{
  g_autoptr (AlaHttpReply) reply = make ("abc", "text/plain");
  gsize length;

  g_assert_cmpstr (ala_http_reply_get_uri (reply), ==, "https://jira.example.com/x");
  g_assert_cmpuint (ala_http_reply_get_status (reply), ==, 200);
  g_assert_cmpmem (g_bytes_get_data (ala_http_reply_get_body (reply), &length), length, "abc", 3);
  g_assert_null (ala_http_reply_get_certificate (reply));
}

static void
test_headers (void)
{
  g_autoptr (AlaHttpReply) reply = make ("", NULL);

  ala_http_reply_add_header (reply, "WWW-Authenticate", "OAuth realm=\"x\"");
  ala_http_reply_add_header (reply, "www-authenticate", "Basic realm=\"y\"");
  ala_http_reply_add_header (reply, "X-Odd", "a\xff" "b");
  g_assert_cmpstr (ala_http_reply_get_header (reply, "Www-Authenticate"), ==, "OAuth realm=\"x\", Basic realm=\"y\"");
  g_assert_cmpstr (ala_http_reply_get_header (reply, "x-odd"), ==, "a\xef\xbf\xbd" "b");
  g_assert_null (ala_http_reply_get_header (reply, "Location"));
}

static void
test_is_html (void)
{
  static const struct
  {
    const char *body;
    const char *type;
    gboolean html;
  } rows[] = {
    { "<!DOCTYPE html><html></html>", NULL, TRUE },
    { "\xef\xbb\xbf\r\n <!doctype HTML>", "application/json", TRUE },
    { "<HTML><body>", "text/plain", TRUE },
    { "<!-- login --><div>", "text/html;charset=UTF-8", TRUE },
    { "<div>", "application/xhtml+xml", TRUE },
    { "oauth_token=x", "text/plain", FALSE },
    { " {\"a\":1}", "text/html", FALSE },
    { "[]", "text/html", FALSE },
    { "", "text/html", FALSE },
    { "<manifest/>", "application/xml", FALSE },
    { "<", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaHttpReply) reply = make (rows[i].body, rows[i].type);

      g_test_message ("%s as %s", rows[i].body, rows[i].type);
      g_assert_cmpint (ala_http_reply_is_html (reply), ==, rows[i].html);
    }
}

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static void
assert_offset (const char *date,
               gint64      sent,
               gint64      received,
               gint64      expected)
{
  g_autoptr (AlaHttpReply) reply = make ("", NULL);
  gint64 seconds = -1;

  ala_http_reply_add_header (reply, "Date", date);
  ala_http_reply_set_times (reply, sent, received);
  g_assert_true (ala_http_reply_get_clock_offset (reply, &seconds));
  g_assert_cmpint (seconds, ==, expected);
}

static void
test_clock (void)
{
  /* date -u -d @1700000000 */
  const char *date = "Tue, 14 Nov 2023 22:13:20 GMT";
  const gint64 then = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  g_autoptr (AlaHttpReply) reply = make ("", NULL);
  gint64 seconds = 77;

  assert_offset (date, then, then, 0);
  assert_offset (date, then - HOUR, then - HOUR, 3600);
  assert_offset (date, then + HOUR, then + HOUR, -3600);
  assert_offset (date, then - 10 * G_USEC_PER_SEC, then, 5);
  assert_offset (date, then, then + 10 * G_USEC_PER_SEC, -5);
  assert_offset (date, then - 1400 * 1000, then - 1400 * 1000, 1);
  assert_offset ("Tuesday, 14-Nov-23 22:13:20 GMT", then, then, 0);

  g_assert_false (ala_http_reply_get_clock_offset (reply, &seconds));
  ala_http_reply_set_times (reply, then, then + 5);
  g_assert_cmpint (ala_http_reply_get_elapsed (reply), ==, 5);
  g_assert_false (ala_http_reply_get_clock_offset (reply, &seconds));
  ala_http_reply_add_header (reply, "Date", "the day after");
  g_assert_false (ala_http_reply_get_clock_offset (reply, &seconds));
  g_assert_cmpint (seconds, ==, 77);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-reply/parts", test_parts);
  g_test_add_func ("/http-reply/headers", test_headers);
  g_test_add_func ("/http-reply/is-html", test_is_html);
  g_test_add_func ("/http-reply/clock", test_clock);
  return g_test_run ();
}
