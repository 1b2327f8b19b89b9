/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ALA_TYPE_WAYLAND_SELECTION (ala_wayland_selection_get_type ())
G_DECLARE_FINAL_TYPE (AlaWaylandSelection, ala_wayland_selection, ALA, WAYLAND_SELECTION, GObject)

/**
 * AlaWaylandSelection:
 *
 * The clipboard as a Wayland compositor hands it to the window in front, by a data device of our own beside GDK's (wl_data_device of the
 * Wayland protocol). GDK takes what it has put there itself for granted.
 *
 * Signal: "changed": the compositor named another content, or the same one anew because a window of ours has come to the front.
 */

/** ala_wayland_selection_get: Returns: (transfer none) (nullable): %NULL when @display is not one of Wayland, or has no keyboard */
AlaWaylandSelection *ala_wayland_selection_get         (GdkDisplay           *display);

/**
 * ala_wayland_selection_read_async:
 *
 * Begins to read the text that is on the clipboard, once the compositor has dealt with everything that was asked of it before.
 */
void                 ala_wayland_selection_read_async  (AlaWaylandSelection  *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);

/**
 * ala_wayland_selection_read_finish:
 *
 * Returns: (transfer full) (nullable): the text to come; %NULL without an error when there is none on the clipboard, with %G_IO_ERROR_BUSY
 *   when no window of ours is in front and the compositor therefore says nothing
 */
GInputStream        *ala_wayland_selection_read_finish (AlaWaylandSelection  *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

G_END_DECLS
