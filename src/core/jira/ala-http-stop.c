/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-stop.h"

struct _AlaHttpStop
{
  GCancellable *cancellable;
  GSource *caller;   /* (nullable): says that the caller cancelled */
  GSource *deadline; /* (nullable) */
  gboolean too_late;
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
caller_cancelled_cb (GCancellable *cancellable,
                     gpointer      user_data)
{
  AlaHttpStop *self = user_data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  ala_http_stop_give_up (user_data);
  return G_SOURCE_REMOVE;
}

AlaHttpStop *
ala_http_stop_new (GCancellable *caller,
                   guint         milliseconds)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  AlaHttpStop *self = g_new0 (AlaHttpStop, 1);

  self->cancellable = g_cancellable_new ();
  self->deadline = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->deadline, deadline_cb, self, NULL);
  g_source_attach (self->deadline, context);

  /* A source, not a handler: a handler would run inside g_cancellable_cancel(), and could not be disconnected from there. */
  if (caller != NULL)
    {
      self->caller = g_cancellable_source_new (caller);
      g_source_set_callback (self->caller, G_SOURCE_FUNC (caller_cancelled_cb), self, NULL);
      g_source_attach (self->caller, context);
    }

  return self;
}

void
ala_http_stop_free (AlaHttpStop *self)
{
  g_return_if_fail (self != NULL);

  ala_http_stop_release (self);
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
ala_http_stop_get_cancellable (AlaHttpStop *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

void
ala_http_stop_now (AlaHttpStop *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
}

void
ala_http_stop_give_up (AlaHttpStop *self)
{
  g_return_if_fail (self != NULL);

  self->too_late = TRUE;
  g_cancellable_cancel (self->cancellable);
}

void
ala_http_stop_release (AlaHttpStop *self)
{
  g_return_if_fail (self != NULL);

  clear_source (&self->caller);
  clear_source (&self->deadline);
}

gboolean
ala_http_stop_was_too_late (AlaHttpStop *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->too_late;
}
