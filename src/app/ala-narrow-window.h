/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ala_narrow_window_watch:
 * @cancel: (nullable): the button that closes the window
 *
 * Gives @window the style class "narrow" as long as it has no room for a list of steps beside the page, and lets @cancel show an
 * icon in place of its word then.
 */
void ala_narrow_window_watch (GtkWindow *window,
                              GtkButton *cancel);

G_END_DECLS
