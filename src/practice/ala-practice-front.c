/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-front.h"

#include <string.h>

#include "ala-practice-exchange.h"
#include "ala-practice-oauth.h"

#define HTML "text/html;charset=utf-8"

#define LARGE_REPLY (40 * 1024 * 1024)
#define LARGE_CHUNK (256 * 1024)

static void
reply (SoupServerMessage *message,
       guint              status,
       const char        *content_type,
       const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, content_type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
set_header (SoupServerMessage *message,
            const char        *name,
            const char        *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

/* Adds the next piece when the one before is on its way, so that the reply never is in memory as a whole. */
static void
wrote_chunk_cb (SoupServerMessage *message,
                gpointer           user_data)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  guint sent = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (message), "ala-sent"));
  char *chunk;

  if (sent >= LARGE_REPLY)
    {
      soup_message_body_complete (body);
      return;
    }

  chunk = g_strnfill (LARGE_CHUNK, ' ');
  soup_message_body_append_take (body, (guchar *) chunk, LARGE_CHUNK);
  g_object_set_data (G_OBJECT (message), "ala-sent", GUINT_TO_POINTER (sent + LARGE_CHUNK));
}

static void
reply_too_large (SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  set_header (message, "Content-Type", "application/json;charset=UTF-8");
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (wrote_chunk_cb), NULL);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_chunk_cb), NULL);
}

static gboolean
answer_everything (AlaPracticeState  *state,
                   SoupServerMessage *message)
{
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_PROXY_PASSWORD))
    {
      set_header (message, "Proxy-Authenticate", "Basic realm=\"proxy\"");
      reply (message, 407, HTML, "<html><body><h1>Proxy Authentication Required</h1></body></html>");
    }
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_NOT_JIRA))
    {
      reply (message, 200, "application/json", "{\"application\":\"inventory\",\"status\":\"ok\"}");
    }
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_LOGIN_GATEWAY))
    {
      g_autofree char *uri = g_uri_to_string (soup_server_message_get_uri (message));
      g_autofree char *target = ala_oauth_encode (uri);
      g_autofree char *location = g_strconcat ("https://sso.example.com/signin?return=", target, NULL);

      set_header (message, "Location", location);
      set_header (message, "Set-Cookie", "gateway_state=1; Path=/");
      reply (message, 302, HTML, "<html><body>Signing in</body></html>");
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/* Jira's own states, in which only /status still answers. */
static gboolean
answer_closed (AlaPracticeState  *state,
               SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  if (g_str_has_suffix (path, "/status"))
    return FALSE;

  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SERVER_ERROR))
    {
      ala_practice_reply_tomcat (message, 500, "Internal Server Error");
    }
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_MAINTENANCE))
    {
      set_header (message, "Retry-After", "120");
      ala_practice_reply_tomcat (message, 503, "Service Unavailable");
    }
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_STARTING))
    {
      ala_practice_reply_tomcat (message, 503, "Jira is starting up");
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

static gboolean
answer_data (AlaPracticeState  *state,
             SoupServerMessage *message,
             gboolean           is_rest)
{
  if (is_rest && ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_REPLY_HTML))
    reply (message, 200, HTML,
           "<!doctype html><html><head><title>Guest network</title></head><body><h1>Welcome to our guest network</h1>"
           "<form action=\"/accept\"><button>Connect</button></form></body></html>");
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_REPLY_MALFORMED))
    reply (message, 200, is_rest ? "application/json;charset=UTF-8" : "text/plain", "{\"this\": is neither, a form nor JSON}");
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_REPLY_NOT_UTF8))
    reply (message, 200, is_rest ? "application/json;charset=UTF-8" : "text/plain", "{\"name\": \"\xff\xfe\xc3\x28\xf0\x90\"}");
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_REPLY_TOO_LARGE))
    reply_too_large (message);
  else
    return FALSE;

  return TRUE;
}

/* To the same page by the other name of this computer, as servers do that want to be called by one name. */
static gboolean
redirect_signed (AlaPracticeState  *state,
                 SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *header = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  const char *query = g_uri_get_query (uri);
  g_autofree char *location = NULL;

  if (header == NULL
      || !ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_REDIRECTED)
      || !g_str_equal (g_uri_get_host (uri), "127.0.0.1"))
    return FALSE;

  location = g_strdup_printf ("%s://localhost:%d%s%s%s", g_uri_get_scheme (uri), g_uri_get_port (uri), g_uri_get_path (uri),
                              query != NULL ? "?" : "", query != NULL ? query : "");
  set_header (message, "Location", location);
  soup_server_message_set_status (message, 301, NULL);

  return TRUE;
}

gboolean
ala_practice_front_answer (AlaPracticeState  *state,
                           SoupServerMessage *message)
{
  const char *path;

  g_return_val_if_fail (state != NULL, FALSE);
  g_return_val_if_fail (SOUP_IS_SERVER_MESSAGE (message), FALSE);

  path = g_uri_get_path (soup_server_message_get_uri (message));
  if (answer_everything (state, message) || answer_closed (state, message) || redirect_signed (state, message))
    return TRUE;
  if (strstr (path, "/rest/") != NULL)
    return answer_data (state, message, TRUE);
  if (g_str_has_suffix (path, ALA_PRACTICE_REQUEST_TOKEN_PATH) || g_str_has_suffix (path, ALA_PRACTICE_ACCESS_TOKEN_PATH))
    return answer_data (state, message, FALSE);

  return FALSE;
}

void
ala_practice_front_cut_off (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = NULL;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  stream = soup_server_message_steal_connection (message);
  g_io_stream_close (stream, NULL, NULL);
}

static void
add_header_line (const char *name,
                 const char *value,
                 gpointer    user_data)
{
  g_string_append_printf (user_data, "%s: %s\r\n", name, value);
}

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GIOStream) stream = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

void
ala_practice_front_truncate (SoupServerMessage *message)
{
  SoupMessageHeaders *headers;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GString) text = NULL;
  GIOStream *stream;
  GOutputStream *output;
  gsize length;
  guint status;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  body = soup_message_body_flatten (soup_server_message_get_response_body (message));
  length = g_bytes_get_size (body);
  headers = soup_server_message_get_response_headers (message);
  soup_message_headers_set_content_length (headers, MAX (length, 2));

  status = soup_server_message_get_status (message);
  text = g_string_new (NULL);
  g_string_append_printf (text, "HTTP/1.1 %u %s\r\n", status, soup_status_get_phrase (status));
  soup_message_headers_foreach (headers, add_header_line, text);
  g_string_append (text, "\r\n");
  g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize) length / 2);

  stream = soup_server_message_steal_connection (message);
  output = g_io_stream_get_output_stream (stream);
  length = text->len;
  g_object_set_data_full (G_OBJECT (stream), "ala-text", g_string_free (g_steal_pointer (&text), FALSE), g_free);
  g_output_stream_write_all_async (output, g_object_get_data (G_OBJECT (stream), "ala-text"), length, G_PRIORITY_DEFAULT, NULL,
                                   write_cb, stream);
}
