/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-wayland-selection.h"

#ifdef GDK_WINDOWING_WAYLAND
#include <fcntl.h>
#include <unistd.h>

#include <gdk/wayland/gdkwayland.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <wayland-client.h>
#endif

struct _AlaWaylandSelection
{
  GObject parent_instance;

#ifdef GDK_WINDOWING_WAYLAND
  GdkDisplay *display;
  struct wl_registry *registry;
  struct wl_data_device_manager *manager;
  struct wl_data_device *device;
  struct wl_data_offer *offer;    /* (nullable): what is on the clipboard, as far as the compositor told */
  struct wl_data_offer *incoming; /* (nullable): one that was announced, and is not said yet to be what */
  GPtrArray *types;               /* of @offer */
  GPtrArray *incoming_types;
#endif
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (AlaWaylandSelection, ala_wayland_selection, G_TYPE_OBJECT)

#ifdef GDK_WINDOWING_WAYLAND

/* Of the protocol's first version: later ones only have more to say on dragging, which is GDK's. */
#define VERSION 1

#define KEY "ala-wayland-selection"

static void
on_type (void                 *data,
         struct wl_data_offer *offer,
         const char           *type)
{
  AlaWaylandSelection *self = data;

  if (offer == self->incoming)
    g_ptr_array_add (self->incoming_types, g_strdup (type));
}

static const struct wl_data_offer_listener offer_listener = { .offer = on_type };

static void
on_data_offer (void                  *data,
               struct wl_data_device *device,
               struct wl_data_offer  *offer)
{
  AlaWaylandSelection *self = data;

  g_clear_pointer (&self->incoming, wl_data_offer_destroy);
  self->incoming = offer;
  g_ptr_array_set_size (self->incoming_types, 0);
  wl_data_offer_add_listener (offer, &offer_listener, self);
}

static void
on_selection (void                  *data,
              struct wl_data_device *device,
              struct wl_data_offer  *offer)
{
  AlaWaylandSelection *self = data;

  g_clear_pointer (&self->offer, wl_data_offer_destroy);
  self->offer = offer;
  g_ptr_array_set_size (self->types, 0);
  if (offer != NULL && offer == self->incoming)
    {
      self->incoming = NULL;
      g_ptr_array_extend_and_steal (self->types, g_steal_pointer (&self->incoming_types));
      self->incoming_types = g_ptr_array_new_with_free_func (g_free);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
on_drag_enter (void                  *data,
               struct wl_data_device *device,
               guint32                serial,
               struct wl_surface     *surface,
               wl_fixed_t             x,
               wl_fixed_t             y,
               struct wl_data_offer  *offer)
{
}

static void
on_drag_motion (void                  *data,
                struct wl_data_device *device,
                guint32                time,
                wl_fixed_t             x,
                wl_fixed_t             y)
{
}

static void
on_drag_end (void                  *data,
             struct wl_data_device *device)
{
}

static const struct wl_data_device_listener device_listener = {
  .data_offer = on_data_offer,
  .enter = on_drag_enter,
  .leave = on_drag_end,
  .motion = on_drag_motion,
  .drop = on_drag_end,
  .selection = on_selection,
};

static void
on_global (void               *data,
           struct wl_registry *registry,
           guint32             name,
           const char         *interface,
           guint32             version)
{
  AlaWaylandSelection *self = data;
  GdkSeat *seat = gdk_display_get_default_seat (self->display);

  if (self->manager != NULL || !g_str_equal (interface, wl_data_device_manager_interface.name))
    return;

  self->manager = wl_registry_bind (registry, name, &wl_data_device_manager_interface, VERSION);
  self->device = wl_data_device_manager_get_data_device (self->manager, gdk_wayland_seat_get_wl_seat (seat));
  wl_data_device_add_listener (self->device, &device_listener, self);
}

static void
on_global_gone (void               *data,
                struct wl_registry *registry,
                guint32             name)
{
}

static const struct wl_registry_listener registry_listener = { .global = on_global, .global_remove = on_global_gone };

static gboolean
is_in_front (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return TRUE;
    }

  return FALSE;
}

static const char *
choose_type (AlaWaylandSelection *self)
{
  static const char *const text_types[] = { "text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "STRING", "TEXT" };

  for (guint i = 0; i < G_N_ELEMENTS (text_types); i++)
    if (g_ptr_array_find_with_equal_func (self->types, text_types[i], g_str_equal, NULL))
      return text_types[i];

  return NULL;
}

static void
on_synced (void               *data,
           struct wl_callback *callback,
           guint32             serial)
{
  g_autoptr (GTask) task = data;
  AlaWaylandSelection *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  const char *type;
  int ends[2];

  wl_callback_destroy (callback);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (!is_in_front ())
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "another window is in front");
      return;
    }

  type = self->offer != NULL ? choose_type (self) : NULL;
  if (type == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  wl_data_offer_receive (self->offer, type, ends[1]);
  wl_display_flush (gdk_wayland_display_get_wl_display (self->display));
  close (ends[1]);
  g_task_return_pointer (task, g_unix_input_stream_new (ends[0], TRUE), g_object_unref);
}

static const struct wl_callback_listener sync_listener = { .done = on_synced };

#endif /* GDK_WINDOWING_WAYLAND */

void
ala_wayland_selection_read_async (AlaWaylandSelection *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ALA_IS_WAYLAND_SELECTION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_wayland_selection_read_async);

#ifdef GDK_WINDOWING_WAYLAND
  {
    struct wl_display *display = gdk_wayland_display_get_wl_display (self->display);

    wl_callback_add_listener (wl_display_sync (display), &sync_listener, task);
    wl_display_flush (display);
  }
#else
  g_assert_not_reached ();
#endif
}

GInputStream *
ala_wayland_selection_read_finish (AlaWaylandSelection  *self,
                                   GAsyncResult         *result,
                                   GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AlaWaylandSelection *
ala_wayland_selection_get (GdkDisplay *display)
{
#ifdef GDK_WINDOWING_WAYLAND
  AlaWaylandSelection *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);
  if (!GDK_IS_WAYLAND_DISPLAY (display) || gdk_display_get_default_seat (display) == NULL)
    return NULL;

  self = g_object_get_data (G_OBJECT (display), KEY);
  if (self != NULL)
    return self;

  /* It stays with the display for good: the compositor may be about to tell of a new content, which needs somebody to take it. */
  self = g_object_new (ALA_TYPE_WAYLAND_SELECTION, NULL);
  g_object_set_data (G_OBJECT (display), KEY, self);
  self->display = display;
  self->types = g_ptr_array_new_with_free_func (g_free);
  self->incoming_types = g_ptr_array_new_with_free_func (g_free);
  self->registry = wl_display_get_registry (gdk_wayland_display_get_wl_display (display));
  wl_registry_add_listener (self->registry, &registry_listener, self);
  gdk_display_sync (display);

  return self;
#else
  return NULL;
#endif
}

static void
ala_wayland_selection_class_init (AlaWaylandSelectionClass *klass)
{
  changed_signal = g_signal_new ("changed", ALA_TYPE_WAYLAND_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ala_wayland_selection_init (AlaWaylandSelection *self)
{
}
