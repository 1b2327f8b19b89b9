/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-wire.h"

#include <string.h>

struct _AlaTestWire
{
  GSocketService *service;
  guint port;
};

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  gsize length;
  const void *answer = g_bytes_get_data (user_data, &length);
  char request[16 * 1024];

  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), request, sizeof request, NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), answer, length, NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static void
unref_bytes (gpointer  data,
             GClosure *closure)
{
  g_bytes_unref (data);
}

AlaTestWire *
ala_test_wire_new (const char *answer,
                   gssize      length)
{
  AlaTestWire *self = g_new0 (AlaTestWire, 1);
  g_autoptr (GError) error = NULL;

  self->service = g_threaded_socket_service_new (2);
  self->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  /* The threads may outlive us for a moment, and hold the service. */
  g_signal_connect_data (self->service, "run", G_CALLBACK (run_cb),
                         g_bytes_new (answer, length >= 0 ? (gsize) length : strlen (answer)), unref_bytes, 0);

  return self;
}

void
ala_test_wire_free (AlaTestWire *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_free (self);
}

guint
ala_test_wire_get_port (AlaTestWire *self)
{
  return self->port;
}
