/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-http-session.h"
#include "ala-http-session-private.h"

#include <string.h>

#include <libsoup/soup.h>

#include "ala-http-error.h"
#include "ala-problem.h"
#include "ala-test-authority.h"
#include "ala-test-resolver.h"
#include "ala-test-server.h"
#include "ala-test-wire.h"

#define DAY (24 * 60 * 60)

/* --- Helpers --- */

static AlaHttpReply *
send_full (AlaHttpSession      *session,
           const char          *method,
           const char          *base,
           const char          *path,
           const char * const  *headers,
           const char          *body,
           gsize                max_body,
           GError             **error)
{
  g_autofree char *uri = g_strconcat (base, path, NULL);
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ala_http_session_send_async (session, method, uri, headers, body != NULL ? "application/json" : NULL, bytes, max_body, NULL,
                               ala_test_keep_result, &result);
  return ala_http_session_send_finish (session, ala_test_wait (&result), error);
}

static AlaHttpReply *
get (AlaHttpSession *session,
     AlaTestServer  *server,
     const char     *path)
{
  g_autoptr (GError) error = NULL;
  AlaHttpReply *reply = send_full (session, "GET", ala_test_server_get_url (server), path, NULL, NULL, 0, &error);

  g_assert_no_error (error);
  return reply;
}

static char *
expect_problem (AlaHttpSession *session,
                const char     *base,
                const char     *path,
                gsize           max_body,
                AlaProblem      problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaHttpReply) reply = send_full (session, "GET", base, path, NULL, NULL, max_body, &error);

  g_assert_null (reply);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
  return g_strdup (error->message);
}

static void
assert_problem (AlaHttpSession *session,
                AlaTestServer  *server,
                const char     *path,
                gsize           max_body,
                AlaProblem      problem)
{
  g_free (expect_problem (session, ala_test_server_get_url (server), path, max_body, problem));
}

/* --- Replies --- */

static void
test_replies (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  static const guint statuses[] = { 204, 302, 401, 404, 503 };
  const char *user_agent;

  ala_test_server_reply (server, "/ok", 200, "application/json", "{\"a\":1}", "X-AUSERNAME", "admin", "Set-Cookie", "a=b", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AlaHttpReply) reply = get (session, server, "/ok?q=a%20b%2Fc");
      g_autofree char *uri = g_strconcat (ala_test_server_get_url (server), "/ok?q=a%20b%2Fc", NULL);
      gsize length;
      const char *body = g_bytes_get_data (ala_http_reply_get_body (reply), &length);
      gint64 offset;

      g_assert_cmpuint (ala_http_reply_get_status (reply), ==, 200);
      g_assert_cmpmem (body, length, "{\"a\":1}", 7);
      g_assert_cmpstr (ala_http_reply_get_header (reply, "X-Ausername"), ==, "admin");
      g_assert_cmpstr (ala_http_reply_get_uri (reply), ==, uri);
      g_assert_null (ala_http_reply_get_certificate (reply));
      g_assert_cmpint (ala_http_reply_get_elapsed (reply), >, 0);
      g_assert_true (ala_http_reply_get_clock_offset (reply, &offset));
      g_assert_cmpint (ABS (offset), <=, 2);
    }

  user_agent = soup_message_headers_get_one (soup_server_message_get_request_headers (ala_test_server_peek_last (server)),
                                             "User-Agent");
  g_assert_true (g_str_has_prefix (user_agent, "ApplinkAssistant/"));
  g_assert_null (soup_message_headers_get_one (soup_server_message_get_request_headers (ala_test_server_peek_last (server)),
                                               "Cookie"));

  ala_test_server_reply (server, "/elsewhere", 200, "text/plain", "followed", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (AlaHttpReply) reply = NULL;

      ala_test_server_reply (server, "/status", statuses[i], NULL, NULL, "Location", "/elsewhere", "WWW-Authenticate",
                             "Basic realm=\"x\"", NULL);
      reply = get (session, server, "/status");
      g_assert_cmpuint (ala_http_reply_get_status (reply), ==, statuses[i]);
    }
  g_assert_cmpuint (ala_test_server_count (server, "/elsewhere"), ==, 0);
}

static void
keep_body_cb (SoupServer        *soup,
              SoupServerMessage *message,
              const char        *path,
              GHashTable        *query,
              gpointer           user_data)
{
  char **seen = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autofree char *uri = g_uri_to_string (soup_server_message_get_uri (message));

  g_free (*seen);
  *seen = g_strdup_printf ("%s %s %s %s %s", soup_server_message_get_method (message), strstr (uri, "/body"),
                           soup_message_headers_get_one (headers, "Content-Type"),
                           soup_message_headers_get_one (headers, "X-Sent"), body->length > 0 ? body->data : "-");
  soup_server_message_set_status (message, 201, NULL);
}

static void
test_bodies (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  const char * const headers[] = { "X-Sent", "yes", NULL };
  g_autofree char *seen = NULL;
  g_autoptr (AlaHttpReply) with = NULL;
  g_autoptr (AlaHttpReply) without = NULL;

  ala_test_server_handle (server, "/body", keep_body_cb, &seen);
  with = send_full (session, "PUT", ala_test_server_get_url (server), "/body?a=%2F+x&b", headers, "{\"n\":2}", 0, NULL);
  g_assert_cmpuint (ala_http_reply_get_status (with), ==, 201);
  g_assert_cmpstr (seen, ==, "PUT /body?a=%2F+x&b application/json yes {\"n\":2}");

  without = send_full (session, "POST", ala_test_server_get_url (server), "/body", NULL, NULL, 0, NULL);
  g_assert_cmpuint (ala_http_reply_get_status (without), ==, 201);
  g_assert_cmpstr (seen, ==, "POST /body (null) (null) -");
}

static void
test_sizes (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *exact = g_strnfill (100000, 'x');
  g_autofree char *large = g_strnfill (100001, 'x');
  g_autofree char *chunk = g_strnfill (0xff9, 'x');
  g_autofree char *endless = NULL;
  g_autoptr (AlaHttpReply) reply = NULL;

  ala_test_server_reply (server, "/exact", 200, "text/plain", exact, NULL);
  ala_test_server_reply (server, "/large", 200, "text/plain", large, NULL);
  reply = send_full (session, "GET", ala_test_server_get_url (server), "/exact", NULL, NULL, 100000, NULL);
  g_assert_cmpuint (g_bytes_get_size (ala_http_reply_get_body (reply)), ==, 100000);
  assert_problem (session, server, "/large", 100000, ALA_PROBLEM_REPLY_TOO_LARGE);

  /* Nothing but the head comes, so the announced length alone has to do. */
  ala_test_server_reply_raw (server, "/announced", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", ALA_TEST_HOLD);
  assert_problem (session, server, "/announced", 0, ALA_PROBLEM_REPLY_TOO_LARGE);

  /* Chunk size, data and two line ends make 4096 bytes, and those are repeated. */
  endless = g_strdup_printf ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff9\r\n%s\r\n", chunk);
  ala_test_server_reply_raw (server, "/until-close", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nxxxxxxxxxxxxxxxxx", ALA_TEST_REPEAT);
  assert_problem (session, server, "/until-close", 1000 * 1000, ALA_PROBLEM_REPLY_TOO_LARGE);
  ala_test_server_reply_raw (server, "/chunks", endless, ALA_TEST_REPEAT);
  assert_problem (session, server, "/chunks", 1000 * 1000, ALA_PROBLEM_REPLY_TOO_LARGE);
}

static void
test_cut_off (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  ala_test_server_reply_raw (server, "/length", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"a\":", ALA_TEST_CLOSE);
  assert_problem (session, server, "/length", 0, ALA_PROBLEM_REPLY_TRUNCATED);
  ala_test_server_reply_raw (server, "/chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"a\":", ALA_TEST_CLOSE);
  assert_problem (session, server, "/chunked", 0, ALA_PROBLEM_REPLY_TRUNCATED);
  ala_test_server_reply_raw (server, "/head", "HTTP/1.1 200 OK\r\nContent-Le", ALA_TEST_CLOSE);
  assert_problem (session, server, "/head", 0, ALA_PROBLEM_REPLY_MALFORMED);
  ala_test_server_reply_raw (server, "/nothing", "", ALA_TEST_CLOSE);
  assert_problem (session, server, "/nothing", 0, ALA_PROBLEM_CONNECTION_LOST);
  ala_test_server_reply_raw (server, "/garbage", "220 mail.example.com ESMTP\r\n\r\n", ALA_TEST_CLOSE);
  assert_problem (session, server, "/garbage", 0, ALA_PROBLEM_REPLY_MALFORMED);
}

static void
test_silence (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  gint64 start = g_get_monotonic_time ();

  ala_test_server_reply_raw (server, "/silent", "", ALA_TEST_HOLD);
  ala_http_session_set_timeout (session, 1);
  assert_problem (session, server, "/silent", 0, ALA_PROBLEM_NETWORK_TIMEOUT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);

  /* Never silent, never done. */
  ala_test_server_reply_raw (server, "/drip", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nx", ALA_TEST_DRIP);
  ala_http_session_set_deadline (session, 300);
  assert_problem (session, server, "/drip", 0, ALA_PROBLEM_NETWORK_TIMEOUT);
  ala_test_server_reply_raw (server, "/drip-head", "HTTP/1.1 200 OK\r\nX-Endless: x", ALA_TEST_DRIP);
  assert_problem (session, server, "/drip-head", 0, ALA_PROBLEM_NETWORK_TIMEOUT);
}

static void
test_no_server (void)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *base = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);

    base = g_strdup (ala_test_server_get_url (server));
  }

  g_free (expect_problem (session, base, "/", 0, ALA_PROBLEM_CONNECTION_REFUSED));
  message = expect_problem (session, "https://jira.unknown.example", "/", 0, ALA_PROBLEM_HOST_NOT_FOUND);
  g_assert_nonnull (strstr (message, "jira.unknown.example"));

  g_assert_null (send_full (session, "GET", "nonsense", "", NULL, NULL, 0, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_ADDRESS_UNREADABLE);
}

/* --- TLS --- */

static void
assert_tls (AlaTestAuthority *authority,
            gboolean          trusted,
            const char       *names,
            int               from,
            int               to,
            AlaProblem        problem,
            const char       *also)
{
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, names, from, to);
  g_autoptr (AlaTestServer) server = ala_test_server_new (certificate);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *message = NULL;

  if (trusted)
    ala_test_authority_vouch (authority, session);
  ala_test_server_reply (server, "/", 200, "text/plain", "hello", NULL);

  if (problem == ALA_PROBLEM_NONE)
    {
      g_autoptr (AlaHttpReply) reply = get (session, server, "/");

      g_assert_true (g_tls_certificate_is_same (ala_http_reply_get_certificate (reply), certificate));
      return;
    }

  message = expect_problem (session, ala_test_server_get_url (server), "/", 0, problem);
  if (also != NULL)
    g_assert_nonnull (strstr (message, also));
  g_assert_cmpuint (ala_test_server_count (server, NULL), ==, 0);
}

static void
test_tls (void)
{
  const char *ours = "ip_address = 127.0.0.1";
  const char *another = "dns_name = other.example.com";
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTestAuthority) stranger = ala_test_authority_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, ours, -DAY, DAY);
  g_autoptr (AlaTestServer) server = ala_test_server_new (certificate);
  g_autoptr (AlaHttpReply) reply = NULL;

  assert_tls (authority, TRUE, ours, -DAY, DAY, ALA_PROBLEM_NONE, NULL);
  assert_tls (authority, FALSE, ours, -DAY, DAY, ALA_PROBLEM_TLS_UNTRUSTED, "Example Authority");
  assert_tls (authority, TRUE, ours, -3 * DAY, -DAY, ALA_PROBLEM_TLS_EXPIRED, NULL);
  assert_tls (authority, TRUE, ours, DAY, 3 * DAY, ALA_PROBLEM_TLS_NOT_YET_VALID, NULL);
  assert_tls (authority, TRUE, another, -DAY, DAY, ALA_PROBLEM_TLS_WRONG_HOST, "127.0.0.1");
  assert_tls (authority, FALSE, another, -DAY, DAY, ALA_PROBLEM_TLS_WRONG_HOST, "Example Authority");

  /* Another authority's file does not help, and taking the file away takes the trust away. */
  ala_test_server_reply (server, "/", 200, "text/plain", "hello", NULL);
  ala_test_authority_vouch (stranger, session);
  assert_problem (session, server, "/", 0, ALA_PROBLEM_TLS_UNTRUSTED);
  ala_test_authority_vouch (authority, session);
  ala_http_session_preconnect (session, ala_test_server_get_url (server), 1, NULL);
  reply = get (session, server, "/");
  ala_http_session_set_trust (session, NULL);
  assert_problem (session, server, "/", 0, ALA_PROBLEM_TLS_UNTRUSTED);
}

static void
wait_for_connections (AlaTestServer *server,
                      guint          n)
{
  while (ala_test_server_get_connections (server) < n)
    g_main_context_iteration (NULL, TRUE);
}

/* As many as were asked for, although the first would do for the others; and not once more when it is asked again. */
static void
test_preconnect (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, "ip_address = 127.0.0.1", -DAY, DAY);
  g_autoptr (AlaTestServer) server = ala_test_server_new (certificate);
  g_autoptr (AlaTestServer) other = ala_test_server_new (certificate);
  const char *url = ala_test_server_get_url (server);

  ala_test_authority_vouch (authority, session);
  ala_http_session_preconnect (session, url, 1, NULL);
  wait_for_connections (server, 1);
  ala_http_session_preconnect (session, url, 4, NULL);
  wait_for_connections (server, 4);

  ala_http_session_preconnect (session, url, 4, NULL);
  ala_http_session_preconnect (session, url, 2, NULL);
  ala_http_session_preconnect (session, ala_test_server_get_url (other), 2, NULL);
  wait_for_connections (other, 2);
  g_assert_cmpuint (ala_test_server_get_connections (server), ==, 4);

  /* They are good for requests. */
  ala_test_server_reply (server, "/", 200, "text/plain", "hello", NULL);
  g_object_unref (get (session, server, "/"));
  g_assert_cmpuint (ala_test_server_get_connections (server), ==, 4);
}

static void
test_tls_flags (void)
{
  static const struct
  {
    GTlsCertificateFlags flags;
    AlaProblem problem;
  } rows[] = {
    { G_TLS_CERTIFICATE_UNKNOWN_CA, ALA_PROBLEM_TLS_UNTRUSTED },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, ALA_PROBLEM_TLS_WRONG_HOST },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, ALA_PROBLEM_TLS_NOT_YET_VALID },
    { G_TLS_CERTIFICATE_EXPIRED, ALA_PROBLEM_TLS_EXPIRED },
    { G_TLS_CERTIFICATE_REVOKED, ALA_PROBLEM_TLS_REVOKED },
    { G_TLS_CERTIFICATE_INSECURE, ALA_PROBLEM_TLS_INSECURE },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, ALA_PROBLEM_TLS_FAILED },
    { G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_REVOKED, ALA_PROBLEM_TLS_REVOKED },
    { G_TLS_CERTIFICATE_VALIDATE_ALL, ALA_PROBLEM_TLS_REVOKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = ala_http_error_new_for_certificate (rows[i].flags, NULL, "jira.example.com");

      g_assert_error (error, ALA_PROBLEM_ERROR, (int) rows[i].problem);
      g_assert_nonnull (strstr (error->message, "jira.example.com"));
    }
}

static void
test_error_rows (void)
{
  static const struct
  {
    int code;
    AlaHttpStage stage;
    AlaProblem problem;
  } rows[] = {
    { G_IO_ERROR_HOST_UNREACHABLE, ALA_HTTP_CONNECTING, ALA_PROBLEM_HOST_UNREACHABLE },
    { G_IO_ERROR_NETWORK_UNREACHABLE, ALA_HTTP_CONNECTING, ALA_PROBLEM_HOST_UNREACHABLE },
    { G_IO_ERROR_CONNECTION_CLOSED, ALA_HTTP_CONNECTING, ALA_PROBLEM_CONNECTION_LOST },
    { G_IO_ERROR_CONNECTION_CLOSED, ALA_HTTP_READING, ALA_PROBLEM_REPLY_TRUNCATED },
    { G_IO_ERROR_PROXY_FAILED, ALA_HTTP_CONNECTING, ALA_PROBLEM_PROXY_FAILED },
    { G_IO_ERROR_PROXY_NEED_AUTH, ALA_HTTP_CONNECTING, ALA_PROBLEM_PROXY_PASSWORD },
    { G_IO_ERROR_PROXY_AUTH_FAILED, ALA_HTTP_CONNECTING, ALA_PROBLEM_PROXY_PASSWORD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) cause = g_error_new (G_IO_ERROR, rows[i].code, "cause");
      g_autoptr (GError) error = ala_http_error_new (cause, rows[i].stage, "jira.example.com");

      g_assert_error (error, ALA_PROBLEM_ERROR, (int) rows[i].problem);
    }
}

/* --- Servers that speak another protocol --- */

static void
assert_proxy (const char *answer,
              const char *base,
              AlaProblem  problem)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaTestWire) wire = ala_test_wire_new (answer, -1);
  g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%u", ala_test_wire_get_port (wire));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (proxy, NULL);

  ala_http_session_set_proxy_resolver (session, resolver);
  g_free (expect_problem (session, base, "/", 0, problem));
}

static void
test_proxy (void)
{
  const char *password = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                         "Content-Length: 0\r\n\r\n";
  const char *forbidden = "HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\nno way";

  assert_proxy (password, "http://jira.example.com", ALA_PROBLEM_PROXY_PASSWORD);
  assert_proxy (password, "https://jira.example.com", ALA_PROBLEM_PROXY_PASSWORD);
  assert_proxy (forbidden, "https://jira.example.com", ALA_PROBLEM_PROXY_FAILED);
}

static void
proxy_cb (SoupServer        *soup,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Proxy-Authorization");
  guint *refused = user_data;

  /* “user:word” */
  if (g_strcmp0 (authorization, "Basic dXNlcjp3b3Jk") == 0)
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "hello", 5);
      return;
    }

  (*refused)++;
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Proxy-Authenticate", "Basic realm=\"x\"");
  soup_server_message_set_status (message, 407, NULL);
}

/* The password of the system's settings is used, and nothing is sent again without one. */
static void
test_proxy_with_password (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *with = g_strdup_printf ("http://user:word@127.0.0.1:%u", ala_test_server_get_port (server));
  g_autofree char *without = g_strdup_printf ("http://127.0.0.1:%u", ala_test_server_get_port (server));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (with, NULL);
  g_autoptr (GProxyResolver) poorer = g_simple_proxy_resolver_new (without, NULL);
  g_autoptr (AlaHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;
  guint refused = 0;

  ala_test_server_handle (server, "/", proxy_cb, &refused);
  ala_http_session_set_proxy_resolver (session, resolver);
  reply = send_full (session, "GET", "http://" ALA_TEST_RESOLVER_HOST, "/", NULL, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ala_http_reply_get_status (reply), ==, 200);
  g_assert_cmpuint (refused, <=, 1);

  g_clear_object (&session);
  session = ala_http_session_new ();
  refused = 0;
  ala_http_session_set_proxy_resolver (session, poorer);
  g_free (expect_problem (session, "http://" ALA_TEST_RESOLVER_HOST, "/", 0, ALA_PROBLEM_PROXY_PASSWORD));
  g_assert_cmpuint (refused, ==, 1);
}

static void
test_no_tls (void)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaTestWire) wire = ala_test_wire_new ("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", -1);
  g_autofree char *base = g_strdup_printf ("https://127.0.0.1:%u", ala_test_wire_get_port (wire));

  g_free (expect_problem (session, base, "/", 0, ALA_PROBLEM_TLS_NOT_SPOKEN));
}

/* --- Many at once, and none any more --- */

static void
gather_cb (SoupServer        *soup,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  GPtrArray *waiting = user_data;

  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_pause (message);
  g_ptr_array_add (waiting, g_object_ref (message));
  if (waiting->len == 8)
    g_ptr_array_foreach (waiting, (GFunc) (void (*) (void)) soup_server_message_unpause, NULL);
}

static void
test_eight_at_once (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *uri = g_strconcat (ala_test_server_get_url (server), "/gather", NULL);
  GAsyncResult *results[8] = { NULL };

  /* Each answer waits until all eight are there. */
  ala_test_server_handle (server, "/gather", gather_cb, waiting);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    ala_http_session_send_async (session, "GET", uri, NULL, NULL, NULL, 0, NULL, ala_test_keep_result, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (session, ala_test_wait (&results[i]), &error);

      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
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

static gboolean
cancel_later_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
assert_cancelled (AlaTestServer *server,
                  const char    *path,
                  GCancellable  *cancellable,
                  guint          delay)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *uri = g_strconcat (ala_test_server_get_url (server), path, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AlaHttpSession *watched = session;

  ala_http_session_send_async (session, "GET", uri, NULL, NULL, NULL, 0, cancellable, ala_test_keep_result, &result);
  if (delay > 0)
    g_timeout_add (delay, cancel_later_cb, cancellable);
  g_assert_null (ala_http_session_send_finish (session, ala_test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);

  g_object_add_weak_pointer (G_OBJECT (watched), (gpointer *) &watched);
  g_clear_object (&session);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancel (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) connecting = g_cancellable_new ();
  g_autoptr (GCancellable) waiting = g_cancellable_new ();
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GCancellable) late = g_cancellable_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *uri = g_strconcat (ala_test_server_get_url (server), "/ok", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AlaHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (before);
  assert_cancelled (server, "/ok", before, 0);
  g_assert_cmpuint (ala_test_server_count (server, NULL), ==, 0);

  ala_test_server_handle (server, "/waiting", cancel_cb, waiting);
  assert_cancelled (server, "/waiting", waiting, 0);

  ala_test_server_reply_raw (server, "/reading", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nx", ALA_TEST_DRIP);
  assert_cancelled (server, "/reading", reading, 60);

  g_idle_add_full (G_PRIORITY_HIGH, cancel_later_cb, connecting, NULL);
  assert_cancelled (server, "/ok", connecting, 0);

  /* Afterwards it changes nothing. */
  ala_test_server_reply (server, "/ok", 200, "text/plain", "hello", NULL);
  ala_http_session_send_async (session, "GET", uri, NULL, NULL, NULL, 0, late, ala_test_keep_result, &result);
  reply = ala_http_session_send_finish (session, ala_test_wait (&result), &error);
  g_cancellable_cancel (late);
  g_assert_no_error (error);
  g_assert_cmpuint (ala_http_reply_get_status (reply), ==, 200);
}

/* --- Logs --- */

static void
collect_log (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        user_data)
{
  g_string_append (user_data, message);
  g_string_append_c (user_data, '\n');
}

static void
test_log (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaHttpReply) reply = NULL;
  const char * const headers[] = { "Authorization", "OAuth oauth_token=\"swordfish\"", NULL };
  GLogFunc earlier;

  ala_test_server_reply (server, "/seen", 200, "text/plain", "oauth_token=swordfish", "X-Token", "swordfish", NULL);
  earlier = g_log_set_default_handler (collect_log, log);
  reply = send_full (session, "POST", ala_test_server_get_url (server), "/seen?oauth_token=swordfish", headers,
                     "oauth_token=swordfish", 0, NULL);
  g_log_set_default_handler (earlier, NULL);

  g_assert_nonnull (strstr (log->str, "/seen"));
  g_assert_null (strstr (log->str, "swordfish"));
}

int
main (int   argc,
      char *argv[])
{
  /* Always "there is a network", whatever the machine has. */
  g_setenv ("GIO_USE_NETWORK_MONITOR", "base", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  ala_test_resolver_install ();

  g_test_add_func ("/http-session/replies", test_replies);
  g_test_add_func ("/http-session/bodies", test_bodies);
  g_test_add_func ("/http-session/sizes", test_sizes);
  g_test_add_func ("/http-session/cut-off", test_cut_off);
  g_test_add_func ("/http-session/silence", test_silence);
  g_test_add_func ("/http-session/no-server", test_no_server);
  g_test_add_func ("/http-session/tls", test_tls);
  g_test_add_func ("/http-session/preconnect", test_preconnect);
  g_test_add_func ("/http-session/no-tls", test_no_tls);
  g_test_add_func ("/http-session/tls-flags", test_tls_flags);
  g_test_add_func ("/http-session/error-rows", test_error_rows);
  g_test_add_func ("/http-session/proxy", test_proxy);
  g_test_add_func ("/http-session/proxy-with-password", test_proxy_with_password);
  g_test_add_func ("/http-session/eight-at-once", test_eight_at_once);
  g_test_add_func ("/http-session/cancel", test_cancel);
  g_test_add_func ("/http-session/log", test_log);

  return g_test_run ();
}
