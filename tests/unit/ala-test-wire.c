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

/* Shared with the threads, which may outlive the rest for a moment. */
typedef struct
{
  GBytes *answer;
  GBytes *again; /* nullable */
} Script;

static void
script_free (gpointer  data,
             GClosure *closure)
{
  Script *script = data;

  g_bytes_unref (script->answer);
  g_clear_pointer (&script->again, g_bytes_unref);
  g_free (script);
}

static gboolean
write_out (GSocketConnection *connection,
           GBytes            *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), data, length, NULL, NULL, NULL);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  Script *script = user_data;
  char request[16 * 1024];
  gboolean reading;

  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), request, sizeof request, NULL, NULL);
  reading = write_out (connection, script->answer);
  while (reading && script->again != NULL)
    reading = write_out (connection, script->again);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static GBytes *
to_bytes (const char *text,
          gssize      length)
{
  return g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
}

AlaTestWire *
ala_test_wire_new_endless (const char *answer,
                           gssize      length,
                           const char *again,
                           gssize      again_length)
{
  AlaTestWire *self = g_new0 (AlaTestWire, 1);
  Script *script = g_new0 (Script, 1);
  g_autoptr (GError) error = NULL;

  script->answer = to_bytes (answer, length);
  script->again = again != NULL ? to_bytes (again, again_length) : NULL;
  self->service = g_threaded_socket_service_new (8);
  self->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_data (self->service, "run", G_CALLBACK (run_cb), script, script_free, 0);

  return self;
}

AlaTestWire *
ala_test_wire_new (const char *answer,
                   gssize      length)
{
  return ala_test_wire_new_endless (answer, length, NULL, 0);
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
