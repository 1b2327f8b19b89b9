/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-clipboard-sight.h"

#include <string.h>

#include "ala-wayland-selection.h"

/* How long the program that owns the clipboard may take to say what there is and to hand a text over, in seconds. On X11 one that loses the
 * clipboard meanwhile, and ends, never answers, and GDK would wait for it for ever. */
#define READ_SECONDS 3

struct _AlaClipboardSight
{
  GObject parent_instance;

  GdkClipboard *clipboard;
  AlaWaylandSelection *wayland; /* (nullable) (unowned): when the display is one of Wayland */
};

typedef struct
{
  AlaSecret *secret;
  char *text; /* one byte longer than the secret */
  guint timer;
  gboolean returned;
} Look;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (AlaClipboardSight, ala_clipboard_sight, G_TYPE_OBJECT)

static void
look_free (Look *look)
{
  g_clear_handle_id (&look->timer, g_source_remove);
  ala_secret_wipe (look->text, ala_secret_get_length (look->secret) + 1);
  g_free (look->text);
  ala_secret_unref (look->secret);
  g_free (look);
}

/* Returns: whether nothing was returned yet; what comes now is the result then */
static gboolean
may_return (GTask *task)
{
  Look *look = g_task_get_task_data (task);
  gboolean first = !look->returned;

  look->returned = TRUE;
  g_clear_handle_id (&look->timer, g_source_remove);
  return first;
}

static void
return_found (GTask    *task,
              gboolean  found)
{
  if (may_return (task))
    g_task_return_boolean (task, found);
}

static void
return_failure (GTask  *task,
                GError *error) /* (transfer full) */
{
  if (may_return (task))
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

static gboolean
on_impatient (gpointer user_data)
{
  GTask *task = user_data;
  Look *look = g_task_get_task_data (task);

  /* The stream is dropped with the task; whoever does not answer shows nothing. */
  look->timer = 0;
  return_failure (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the clipboard was not handed over"));
  return G_SOURCE_REMOVE;
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Look *look = g_task_get_task_data (task);
  gsize length = ala_secret_get_length (look->secret);
  gsize n_read = 0;

  if (g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &n_read, &error))
    return_found (task, n_read == length && memcmp (look->text, ala_secret_peek (look->secret), length) == 0);
  else
    return_failure (task, g_steal_pointer (&error));
}

static void
read_text (GTask        *task,
           GInputStream *stream)
{
  Look *look = g_task_get_task_data (task);

  if (stream == NULL)
    {
      return_found (task, FALSE);
      return;
    }
  if (look->returned)
    return;

  g_input_stream_read_all_async (stream, look->text, ala_secret_get_length (look->secret) + 1, G_PRIORITY_DEFAULT,
                                 g_task_get_cancellable (task), on_text_read, g_object_ref (task));
}

/* X11: the server tells everybody who owns the clipboard. */

static gboolean
is_empty (GdkContentFormats *formats)
{
  gsize n_mime_types, n_types;

  gdk_content_formats_get_mime_types (formats, &n_mime_types);
  gdk_content_formats_get_gtypes (formats, &n_types);
  return n_mime_types == 0 && n_types == 0;
}

static void
on_stream (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream != NULL)
    read_text (task, stream);
  else if (is_empty (gdk_clipboard_get_formats (GDK_CLIPBOARD (source))) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return_found (task, FALSE);
  else
    return_failure (task, g_steal_pointer (&error));
}

static void
look_at_clipboard (AlaClipboardSight *self,
                   GTask             *task)
{
  static const char *const types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (self->clipboard);
  /* GDK asks a new owner once what there is, and takes no answer for nothing. Whoever is asked for a text may well give one. */
  gboolean text = is_empty (formats) && !gdk_clipboard_is_local (self->clipboard);

  for (guint i = 0; types[i] != NULL; i++)
    text = text || gdk_content_formats_contain_mime_type (formats, types[i]);
  if (text)
    gdk_clipboard_read_async (self->clipboard, (const char **) types, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_stream,
                              g_object_ref (task));
  else
    return_found (task, FALSE);
}

/* Wayland */

static void
on_offered (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = ala_wayland_selection_read_finish (ALA_WAYLAND_SELECTION (source), result, &error);

  if (error != NULL)
    return_failure (task, g_steal_pointer (&error));
  else
    read_text (task, stream);
}

void
ala_clipboard_sight_find_async (AlaClipboardSight   *self,
                                AlaSecret           *secret,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (ALA_IS_CLIPBOARD_SIGHT (self));
  g_return_if_fail (secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_clipboard_sight_find_async);
  look = g_new0 (Look, 1);
  look->secret = ala_secret_ref (secret);
  look->text = g_malloc0 (ala_secret_get_length (secret) + 1);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  look->timer = g_timeout_add_seconds (READ_SECONDS, on_impatient, task);

  if (self->wayland != NULL)
    ala_wayland_selection_read_async (self->wayland, cancellable, on_offered, g_steal_pointer (&task));
  else
    look_at_clipboard (self, task);
}

gboolean
ala_clipboard_sight_find_finish (AlaClipboardSight  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_changed (AlaClipboardSight *self)
{
  g_signal_emit (self, changed_signal, 0);
}

AlaClipboardSight *
ala_clipboard_sight_new (GdkDisplay *display)
{
  AlaClipboardSight *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  self = g_object_new (ALA_TYPE_CLIPBOARD_SIGHT, NULL);
  self->clipboard = g_object_ref (gdk_display_get_clipboard (display));
  self->wayland = ala_wayland_selection_get (display);
  if (self->wayland != NULL)
    g_signal_connect_object (self->wayland, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (self->clipboard, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

static void
ala_clipboard_sight_dispose (GObject *object)
{
  AlaClipboardSight *self = ALA_CLIPBOARD_SIGHT (object);

  g_clear_object (&self->clipboard);

  G_OBJECT_CLASS (ala_clipboard_sight_parent_class)->dispose (object);
}

static void
ala_clipboard_sight_class_init (AlaClipboardSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_clipboard_sight_dispose;

  changed_signal = g_signal_new ("changed", ALA_TYPE_CLIPBOARD_SIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ala_clipboard_sight_init (AlaClipboardSight *self)
{
}
