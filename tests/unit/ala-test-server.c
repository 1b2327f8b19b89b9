/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-server.h"

#include <string.h>

#define DRIP_MS 20

struct _AlaTestServer
{
  SoupServer *soup;
  GSocketService *doorman; /* of a server with TLS */
  GTlsCertificate *certificate;
  char *url;
  guint port;
  GHashTable *script; /* path to Reply */
  GHashTable *counts; /* path to number */
  guint total;
  guint connections;
  SoupServerMessage *last;
  GPtrArray *held; /* Raw */
};

typedef struct
{
  guint status;
  char *content_type;
  char *body;
  GPtrArray *headers;
  char *raw;
  AlaTestEnding ending;
  SoupServerCallback callback;
  gpointer user_data;
} Reply;

/* A connection whose bytes are written by hand. */
typedef struct
{
  GIOStream *stream;
  GCancellable *cancellable;
  GBytes *bytes;
  AlaTestEnding ending;
  guint drip;
} Raw;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_free (reply->content_type);
  g_free (reply->body);
  g_clear_pointer (&reply->headers, g_ptr_array_unref);
  g_free (reply->raw);
  g_free (reply);
}

static void
raw_clear (gpointer data)
{
  Raw *raw = data;

  g_object_unref (raw->stream);
  g_object_unref (raw->cancellable);
  g_bytes_unref (raw->bytes);
}

static void
raw_unref_stream (gpointer data)
{
  Raw *raw = data;

  g_cancellable_cancel (raw->cancellable);
  g_clear_handle_id (&raw->drip, g_source_remove);
  g_io_stream_close (raw->stream, NULL, NULL);
  g_rc_box_release_full (raw, raw_clear);
}

static void raw_write (Raw *raw);

static gboolean
drip_cb (gpointer data)
{
  Raw *raw = data;

  raw->drip = 0;
  raw_write (raw);
  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Raw *raw = user_data;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL))
    {
      g_autoptr (GBytes) whole = g_steal_pointer (&raw->bytes);
      gsize length = g_bytes_get_size (whole);

      raw->bytes = g_bytes_new_from_bytes (whole, length - MIN (length, 4096), MIN (length, 4096));
      switch (raw->ending)
        {
        case ALA_TEST_CLOSE:
          g_io_stream_close (raw->stream, NULL, NULL);
          break;
        case ALA_TEST_HOLD:
          break;
        case ALA_TEST_REPEAT:
          raw_write (raw);
          break;
        case ALA_TEST_DRIP:
          raw->bytes = (g_bytes_unref (raw->bytes), g_bytes_new_from_bytes (whole, length - MIN (length, 1), MIN (length, 1)));
          raw->drip = g_timeout_add (DRIP_MS, drip_cb, raw);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  g_rc_box_release_full (raw, raw_clear);
}

static void
raw_write (Raw *raw)
{
  gsize length;
  const void *data = g_bytes_get_data (raw->bytes, &length);

  g_output_stream_write_all_async (g_io_stream_get_output_stream (raw->stream), data, length, G_PRIORITY_DEFAULT,
                                   raw->cancellable, written_cb, g_rc_box_acquire (raw));
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  AlaTestServer *self = user_data;
  Reply *reply = g_hash_table_lookup (self->script, path);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, path));

  g_hash_table_insert (self->counts, g_strdup (path), GUINT_TO_POINTER (count + 1));
  self->total++;
  g_set_object (&self->last, message);

  if (reply == NULL)
    {
      static const char page[] = "<!DOCTYPE html><title>404</title>";

      soup_server_message_set_status (message, 404, NULL);
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, page, strlen (page));
    }
  else if (reply->callback != NULL)
    {
      reply->callback (server, message, path, query, reply->user_data);
    }
  else if (reply->raw != NULL)
    {
      Raw *raw = g_rc_box_new0 (Raw);

      raw->stream = soup_server_message_steal_connection (message);
      raw->cancellable = g_cancellable_new ();
      raw->bytes = g_bytes_new (reply->raw, strlen (reply->raw));
      raw->ending = reply->ending;
      g_ptr_array_add (self->held, raw);
      raw_write (raw);
    }
  else
    {
      SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

      soup_server_message_set_status (message, reply->status, NULL);
      for (guint i = 0; i + 1 < reply->headers->len; i += 2)
        soup_message_headers_append (headers, g_ptr_array_index (reply->headers, i), g_ptr_array_index (reply->headers, i + 1));
      if (reply->body != NULL)
        soup_server_message_set_response (message, reply->content_type, SOUP_MEMORY_COPY, reply->body, strlen (reply->body));
    }
}

static void
handshake_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SoupServer) soup = user_data;
  AlaTestServer *self = g_object_get_data (G_OBJECT (soup), "test-server");
  g_autoptr (GError) error = NULL;

  /* A client that does not trust us has gone away; that is what such tests are about. */
  if (g_tls_connection_handshake_finish (G_TLS_CONNECTION (source), result, NULL))
    {
      g_autoptr (GSocketConnection) connection = NULL;
      g_autoptr (GSocketAddress) local = NULL;
      g_autoptr (GSocketAddress) remote = NULL;

      if (self != NULL)
        self->connections++;
      g_object_get (source, "base-io-stream", &connection, NULL);
      local = g_socket_connection_get_local_address (connection, NULL);
      remote = g_socket_connection_get_remote_address (connection, NULL);
      soup_server_accept_iostream (soup, G_IO_STREAM (source), local, remote, &error);
      g_assert_no_error (error);
    }
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           user_data)
{
  AlaTestServer *self = user_data;
  g_autoptr (GIOStream) tls = NULL;
  g_autoptr (GError) error = NULL;

  tls = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, &error);
  g_assert_no_error (error);
  g_tls_connection_handshake_async (G_TLS_CONNECTION (tls), G_PRIORITY_DEFAULT, NULL, handshake_cb,
                                    g_object_ref (self->soup));
  return TRUE;
}

/* The server of libsoup 3.6 uses a connection after it is freed when the handshake on it fails, so it gets those only on which
 * it succeeded. */
static void
listen_with_tls (AlaTestServer   *self,
                 GTlsCertificate *certificate)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->certificate = g_object_ref (certificate);
  self->doorman = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->doorman), any_port, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, &address, &error);
  g_assert_no_error (error);
  g_signal_connect (self->doorman, "incoming", G_CALLBACK (incoming_cb), self);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->url = g_strdup_printf ("https://127.0.0.1:%u", self->port);
}

AlaTestServer *
ala_test_server_new (GTlsCertificate *certificate)
{
  AlaTestServer *self = g_new0 (AlaTestServer, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  self->script = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reply_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->held = g_ptr_array_new_with_free_func (raw_unref_stream);
  self->soup = soup_server_new (NULL, NULL);
  g_object_set_data (G_OBJECT (self->soup), "test-server", self);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  if (certificate != NULL)
    {
      listen_with_tls (self, certificate);
      return self;
    }

  soup_server_listen_local (self->soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->soup);
  self->port = (guint) g_uri_get_port (uris->data);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
ala_test_server_free (AlaTestServer *self)
{
  g_ptr_array_unref (self->held);
  g_clear_object (&self->last);
  if (self->doorman != NULL)
    {
      g_socket_service_stop (self->doorman);
      g_socket_listener_close (G_SOCKET_LISTENER (self->doorman));
      g_signal_handlers_disconnect_by_data (self->doorman, self);
      g_object_unref (self->doorman);
      g_object_unref (self->certificate);
    }
  soup_server_disconnect (self->soup);
  g_object_set_data (G_OBJECT (self->soup), "test-server", NULL);
  g_object_unref (self->soup);
  g_hash_table_unref (self->script);
  g_hash_table_unref (self->counts);
  g_free (self->url);
  g_free (self);

  /* Writes that were cancelled above report now. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

const char *
ala_test_server_get_url (AlaTestServer *self)
{
  return self->url;
}

guint
ala_test_server_get_port (AlaTestServer *self)
{
  return self->port;
}

void
ala_test_server_reply (AlaTestServer *self,
                       const char    *path,
                       guint          status,
                       const char    *content_type,
                       const char    *body,
                       ...)
{
  Reply *reply = g_new0 (Reply, 1);
  const char *text;
  va_list args;

  reply->status = status;
  reply->content_type = g_strdup (content_type);
  reply->body = g_strdup (body);
  reply->headers = g_ptr_array_new_with_free_func (g_free);
  va_start (args, body);
  while ((text = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (reply->headers, g_strdup (text));
  va_end (args);
  g_hash_table_replace (self->script, g_strdup (path), reply);
}

void
ala_test_server_reply_raw (AlaTestServer *self,
                           const char    *path,
                           const char    *bytes,
                           AlaTestEnding  ending)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->raw = g_strdup (bytes);
  reply->ending = ending;
  g_hash_table_replace (self->script, g_strdup (path), reply);
}

void
ala_test_server_handle (AlaTestServer      *self,
                        const char         *path,
                        SoupServerCallback  callback,
                        gpointer            user_data)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->callback = callback;
  reply->user_data = user_data;
  g_hash_table_replace (self->script, g_strdup (path), reply);
}

guint
ala_test_server_count (AlaTestServer *self,
                       const char    *path)
{
  return path != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, path)) : self->total;
}

guint
ala_test_server_get_connections (AlaTestServer *self)
{
  return self->connections;
}

SoupServerMessage *
ala_test_server_peek_last (AlaTestServer *self)
{
  return self->last;
}

void
ala_test_keep_result (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

gpointer
ala_test_wait (gpointer pointer)
{
  gpointer *waited = pointer;

  while (*waited == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *waited;
}
