/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-callback-listener.h"

#include <string.h>

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "ala-callback-page.h"
#include "ala-test-server.h"

#define TOKEN "tok+en/1"
#define GOOD  "?oauth_token=tok%2Ben%2F1&oauth_verifier=qTJkPi"

typedef struct
{
  AlaCallbackListener *listener;
  guint n_answers;
  char *verifier; /* "-" for a refusal */
} Fixture;

static void
answered_cb (AlaCallbackListener *listener,
             AlaSecret           *verifier,
             gpointer             user_data)
{
  Fixture *fixture = user_data;

  fixture->n_answers++;
  g_free (fixture->verifier);
  fixture->verifier = g_strdup (verifier != NULL ? ala_secret_peek (verifier) : "-");
}

static void
set_token (Fixture    *fixture,
           const char *token)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (token, -1);

  ala_callback_listener_set_token (fixture->listener, secret);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->listener = ala_callback_listener_new (&error);
  g_assert_no_error (error);
  g_signal_connect (fixture->listener, "answered", G_CALLBACK (answered_cb), fixture);
  set_token (fixture, TOKEN);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->listener);
  g_free (fixture->verifier);
}

/* The reply to a request of a browser. */
static SoupMessage *
ask (Fixture    *fixture,
     const char *method,
     const char *query,
     const char *host)
{
  g_autoptr (SoupSession) session = soup_session_new_with_options ("timeout", 10, NULL);
  g_autofree char *uri = g_strconcat (ala_callback_listener_get_url (fixture->listener), query, NULL);
  SoupMessage *message = soup_message_new (method, uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  if (host != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Host", host);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, ala_test_keep_result, &result);
  body = soup_session_send_and_read_finish (session, ala_test_wait (&result), &error);
  g_assert_no_error (error);
  g_object_set_data_full (G_OBJECT (message), "body", g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body)), g_free);
  return message;
}

static void
assert_status (Fixture    *fixture,
               const char *method,
               const char *query,
               const char *host,
               guint       status)
{
  g_autoptr (SoupMessage) message = ask (fixture, method, query, host);

  g_assert_cmpuint (soup_message_get_status (message), ==, status);
}

static void
assert_answer (Fixture    *fixture,
               const char *query,
               const char *verifier)
{
  assert_status (fixture, "GET", query, NULL, 200);
  ala_test_wait (&fixture->verifier);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpstr (fixture->verifier, ==, verifier);
}

static void
test_url (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (AlaCallbackListener) other = ala_callback_listener_new (NULL);

  g_assert_true (g_regex_match_simple ("^http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{32}$",
                                       ala_callback_listener_get_url (fixture->listener), 0, 0));
  g_assert_cmpstr (strrchr (ala_callback_listener_get_url (other), '/'), !=,
                   strrchr (ala_callback_listener_get_url (fixture->listener), '/'));
}

static void
test_allowed (Fixture       *fixture,
              gconstpointer  data)
{
  assert_answer (fixture, GOOD, "qTJkPi");

  /* One answer: a reload changes nothing any more. */
  assert_status (fixture, "GET", GOOD, NULL, 404);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  assert_answer (fixture, "?oauth_verifier=denied&oauth_token=tok%2Ben%2F1", "-");
}

static void
test_by_ipv6 (Fixture       *fixture,
              gconstpointer  data)
{
  const char *url = ala_callback_listener_get_url (fixture->listener);
  g_autofree char *host = g_strdup_printf ("[::1]%.*s", (int) strcspn (url + strlen ("http://127.0.0.1"), "/"),
                                           url + strlen ("http://127.0.0.1"));

  assert_status (fixture, "GET", GOOD, host, 200);
  ala_test_wait (&fixture->verifier);
  g_assert_cmpstr (fixture->verifier, ==, "qTJkPi");
}

static void
test_everything_else (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char *method;
    const char *query;
    const char *host;
  } rows[] = {
    { "POST", GOOD, NULL },
    { "HEAD", GOOD, NULL },
    { "PUT", GOOD, NULL },
    { "OPTIONS", GOOD, NULL },
    { "GET", GOOD, "jira.example.com" },
    { "GET", GOOD, "localhost" },
    { "GET", GOOD, "127.0.0.1" },
    { "GET", GOOD, "127.0.0.1:1" },
    { "GET", "", NULL },
    { "GET", "/" GOOD, NULL },
    { "GET", "x" GOOD, NULL },
    { "GET", "/../favicon.ico", NULL },
    { "GET", "?oauth_token=tok%2Ben%2F1", NULL },
    { "GET", "?oauth_token=tok%2Ben%2F1&oauth_verifier=", NULL },
    { "GET", "?oauth_verifier=qTJkPi", NULL },
    { "GET", "?oauth_token=other&oauth_verifier=qTJkPi", NULL },
    { "GET", "?oauth_token=other&oauth_verifier=denied", NULL },
    { "GET", "?oauth_token=tok%2Ben%2F1&oauth_token=other&oauth_verifier=qTJkPi", NULL },
    { "GET", "?oauth_token=tok%2Ben%2F1&oauth_verifier=qTJkPi&oauth_verifier=other", NULL },
    { "GET", "?oauth_token=tok%252Ben%252F1&oauth_verifier=qTJkPi", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s %s %s", rows[i].method, rows[i].query, rows[i].host);
      assert_status (fixture, rows[i].method, rows[i].query, rows[i].host, 404);
    }
  g_assert_cmpuint (fixture->n_answers, ==, 0);

  /* After all that the true answer is still welcome. */
  assert_answer (fixture, GOOD, "qTJkPi");
}

static void
test_without_token (Fixture       *fixture,
                    gconstpointer  data)
{
  ala_callback_listener_set_token (fixture->listener, NULL);
  assert_status (fixture, "GET", GOOD, NULL, 404);
  assert_status (fixture, "GET", "?oauth_token=&oauth_verifier=qTJkPi", NULL, 404);
  set_token (fixture, "another");
  assert_status (fixture, "GET", GOOD, NULL, 404);
  set_token (fixture, TOKEN);
  assert_answer (fixture, GOOD, "qTJkPi");
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SoupMessage) message = ask (fixture, "GET", GOOD, NULL);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *body = g_object_get_data (G_OBJECT (message), "body");

  g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Type"), ==, "text/html; charset=utf-8");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Cache-Control"), ==, "no-store");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Referrer-Policy"), ==, "no-referrer");
  g_assert_cmpstr (soup_message_headers_get_list (headers, "Connection"), ==, "close");
  g_assert_true (g_str_has_prefix (soup_message_headers_get_one (headers, "Content-Security-Policy"), "default-src 'none';"));
  g_assert_nonnull (strstr (body, "history.replaceState"));
  g_assert_null (strstr (body, "qTJkPi"));
  g_assert_null (strstr (body, "tok"));
}

/* What a browser would compute for the one <style> or <script> of the page. */
static void
assert_allowed (const char *page,
                const char *policy,
                const char *element)
{
  g_autofree char *open = g_strdup_printf ("<%s>", element);
  g_autofree char *closing = g_strdup_printf ("</%s>", element);
  const char *start = strstr (page, open);
  const char *end = strstr (page, closing);
  g_autofree char *content = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *source = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (start);
  g_assert_null (strstr (start + 1, open));
  content = g_strndup (start + strlen (open), end - start - strlen (open));
  g_close (g_file_open_tmp ("ala-page-XXXXXX", &path, NULL), NULL);
  g_file_set_contents (path, content, -1, NULL);
  line = g_strdup_printf ("sh -c 'openssl dgst -sha256 -binary %s | base64'", path);
  g_spawn_command_line_sync (line, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  source = g_strdup_printf ("%s-src 'sha256-%s'", element, g_strchomp (output));
  g_assert_nonnull (strstr (policy, source));
}

static void
test_pages (void)
{
  g_autofree char *earlier = NULL;

  for (guint i = ALA_CALLBACK_PAGE_ALLOWED; i <= ALA_CALLBACK_PAGE_OTHER_RUN; i++)
    {
      g_autofree char *policy = NULL;
      char *page = ala_callback_page_make (i, &policy);

      g_assert_true (g_utf8_validate (page, -1, NULL));
      g_assert_cmpstr (page, !=, earlier);
      assert_allowed (page, policy, "style");
      assert_allowed (page, policy, "script");
      /* Nothing from anywhere else. */
      g_assert_null (strstr (page, "http:"));
      g_assert_null (strstr (page, "src="));
      g_assert_null (strstr (page, "url("));
      g_free (earlier);
      earlier = page;
    }
}

static GSocketConnection *
connect_raw (Fixture    *fixture,
             const char *text,
             gsize       length)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (ala_callback_listener_get_url (fixture->listener), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GAsyncResult) connected = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  g_socket_client_connect_to_host_async (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, ala_test_keep_result, &connected);
  connection = g_socket_client_connect_to_host_finish (client, ala_test_wait (&connected), &error);
  g_assert_no_error (error);
  if (length > 0)
    {
      g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, length, G_PRIORITY_DEFAULT,
                                       NULL, ala_test_keep_result, &written);
      g_output_stream_write_all_finish (g_io_stream_get_output_stream (G_IO_STREAM (connection)), ala_test_wait (&written), NULL, NULL);
    }
  return connection;
}

static void
test_odd_connections (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autofree char *large_head = g_strconcat ("GET / HTTP/1.1\r\nHost: a\r\nX: ", large, "\r\n\r\n", NULL);
  g_autofree char *endless_body = g_strconcat ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", large, NULL);
  static const char garbage[] = "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n";
  g_autoptr (GSocketConnection) silent = connect_raw (fixture, "", 0);
  g_autoptr (GSocketConnection) half = connect_raw (fixture, "GET / HT", 8);
  g_autoptr (GSocketConnection) head = connect_raw (fixture, large_head, strlen (large_head));
  g_autoptr (GSocketConnection) body = connect_raw (fixture, endless_body, strlen (endless_body));
  g_autoptr (GSocketConnection) tls = connect_raw (fixture, garbage, sizeof garbage - 1);
  GPtrArray *many = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 50; i++)
    g_ptr_array_add (many, connect_raw (fixture, "", 0));
  assert_answer (fixture, GOOD, "qTJkPi");
  g_ptr_array_unref (many);
}

static void
stop_cb (AlaCallbackListener *listener,
         AlaSecret           *verifier,
         gpointer             user_data)
{
  Fixture *fixture = user_data;

  g_clear_object (&fixture->listener);
}

static void
test_dropped_in_handler (Fixture       *fixture,
                         gconstpointer  data)
{
  g_signal_connect (fixture->listener, "answered", G_CALLBACK (stop_cb), fixture);
  assert_status (fixture, "GET", GOOD, NULL, 200);
  ala_test_wait (&fixture->verifier);
  g_assert_null (fixture->listener);
}

static void
test_browser_leaves (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *url = ala_callback_listener_get_url (fixture->listener);
  const char *path = strrchr (url, '/');
  g_autofree char *host = g_strndup (url + strlen ("http://"), path - url - strlen ("http://"));
  g_autofree char *request = g_strdup_printf ("GET %s%s HTTP/1.1\r\nHost: %s\r\n\r\n", path, GOOD, host);
  g_autoptr (GSocketConnection) connection = connect_raw (fixture, request, strlen (request));

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  ala_test_wait (&fixture->verifier);
  g_assert_cmpstr (fixture->verifier, ==, "qTJkPi");
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (ala_callback_listener_get_url (fixture->listener), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  ala_callback_listener_stop (fixture->listener);
  ala_callback_listener_stop (fixture->listener);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/callback-listener/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("url", test_url);
  ADD ("allowed", test_allowed);
  ADD ("denied", test_denied);
  ADD ("by-ipv6", test_by_ipv6);
  ADD ("everything-else", test_everything_else);
  ADD ("without-token", test_without_token);
  ADD ("page", test_page);
  ADD ("odd-connections", test_odd_connections);
  ADD ("dropped-in-handler", test_dropped_in_handler);
  ADD ("browser-leaves", test_browser_leaves);
  ADD ("stop", test_stop);
#undef ADD
  g_test_add_func ("/callback-listener/pages", test_pages);
  return g_test_run ();
}
