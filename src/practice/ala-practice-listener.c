/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-listener.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>

#include "ala-problem.h"

/* The first octet of every TLS connection: a record of type "handshake" (RFC 8446 section 5.1). */
#define TLS_HANDSHAKE 0x16

/* Connections that have not said anything yet. Browsers open some ahead of need. */
#define MAX_ARRIVALS 100

#define WRONG_PROTOCOL "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain;charset=UTF-8\r\nConnection: close\r\n\r\nBad Request\r\n"

struct _AlaPracticeListener
{
  SoupServer *server;
  GSocketService *service;
  GTlsCertificate *certificate; /* (nullable) */
  guint port;
  GQueue arrivals; /* of Arrival, oldest first */
};

/* A connection that has not said anything yet. */
typedef struct
{
  AlaPracticeListener *self; /* unowned: it owns this */
  GSocketConnection *connection;
  GSource *source;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_source_destroy (arrival->source);
  g_source_unref (arrival->source);
  g_object_unref (arrival->connection);
  g_free (arrival);
}

/* A few octets fit into any socket's buffer, so this does not wait. */
static void
turn_away (GSocketConnection *connection)
{
  g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (connection)), WRONG_PROTOCOL, strlen (WRONG_PROTOCOL), NULL,
                         NULL);
  g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
}

static void
hand_over (AlaPracticeListener *self,
           GSocketConnection   *connection)
{
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  g_autoptr (GIOStream) stream = g_object_ref (G_IO_STREAM (connection));
  g_autoptr (GError) error = NULL;

  if (local == NULL || remote == NULL)
    return;

  if (self->certificate != NULL)
    {
      g_object_unref (stream);
      stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, &error);
    }
  if (stream == NULL || !soup_server_accept_iostream (self->server, stream, local, remote, &error))
    g_debug ("A connection was not taken: %s", error->message);
}

static gboolean
ready_cb (GSocket      *socket,
          GIOCondition  condition,
          gpointer      user_data)
{
  Arrival *arrival = user_data;
  AlaPracticeListener *self = arrival->self;
  guchar octet = 0;
  GInputVector vector = { &octet, 1 };
  int flags = G_SOCKET_MSG_PEEK;
  g_autoptr (GError) error = NULL;
  gssize n = g_socket_receive_message (socket, NULL, &vector, 1, NULL, NULL, &flags, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;

  if (n == 1 && (octet == TLS_HANDSHAKE) == (self->certificate != NULL))
    hand_over (self, arrival->connection);
  else if (n == 1)
    turn_away (arrival->connection);

  g_queue_remove (&self->arrivals, arrival);
  arrival_free (arrival);

  return G_SOURCE_REMOVE;
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source_object,
             gpointer           user_data)
{
  AlaPracticeListener *self = user_data;
  GSocket *socket = g_socket_connection_get_socket (connection);
  Arrival *arrival = g_new0 (Arrival, 1);

  if (self->arrivals.length >= MAX_ARRIVALS)
    arrival_free (g_queue_pop_head (&self->arrivals));

  g_socket_set_blocking (socket, FALSE);
  /* As a Jira's Tomcat does: the end of an answer does not wait until its beginning was acknowledged, which takes a system up to
   * 40 ms. Libsoup sets it for the connections of its own listeners alone. */
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  arrival->self = self;
  arrival->connection = g_object_ref (connection);
  arrival->source = g_socket_create_source (socket, G_IO_IN, NULL);
  g_source_set_callback (arrival->source, G_SOURCE_FUNC (ready_cb), arrival, NULL);
  g_source_attach (arrival->source, g_main_context_get_thread_default ());
  g_queue_push_tail (&self->arrivals, arrival);

  return TRUE;
}

/* libsoup closes each connection after one answer unless the server has a listener of its own. This one is a socket that nobody can
 * reach: its name is random, and is known to nobody. */
static gboolean
let_connections_stay (SoupServer  *server,
                      GError     **error)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat ("applink-practice-", random, NULL);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, error);
  g_autoptr (GSocketAddress) address = NULL;

  if (socket == NULL)
    return FALSE;

  address = g_unix_socket_address_new_with_type (name, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT);
  return g_socket_bind (socket, address, FALSE, error)
         && g_socket_listen (socket, error)
         && soup_server_listen_socket (server, socket, 0, error);
}

AlaPracticeListener *
ala_practice_listener_new (SoupServer  *server,
                           guint        port,
                           GError     **error)
{
  g_autoptr (AlaPracticeListener) self = NULL;
  g_autoptr (GInetAddress) loopback = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (SOUP_IS_SERVER (server), NULL);
  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  self = g_new0 (AlaPracticeListener, 1);
  self->server = g_object_ref (server);
  self->service = g_socket_service_new ();
  g_queue_init (&self->arrivals);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);

  loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  address = g_inet_socket_address_new (loopback, (guint16) port);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                      &effective, &local_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, _("Port %u on this computer: %s"), port, local_error->message);
      return NULL;
    }
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  if (!let_connections_stay (server, &local_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, "%s", local_error->message);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ala_practice_listener_free (AlaPracticeListener *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (self->service, self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_queue_clear_full (&self->arrivals, (GDestroyNotify) arrival_free);
  g_object_unref (self->service);
  g_clear_object (&self->certificate);
  g_object_unref (self->server);
  g_free (self);
}

guint
ala_practice_listener_get_port (AlaPracticeListener *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->port;
}

void
ala_practice_listener_set_certificate (AlaPracticeListener *self,
                                       GTlsCertificate     *certificate)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (certificate == NULL || G_IS_TLS_CERTIFICATE (certificate));

  g_set_object (&self->certificate, certificate);
}
