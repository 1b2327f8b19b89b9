/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From this width on, in pixels, there is room for the list of steps beside the page. */
#define ALA_SIDE_LAYOUT_WIDE 640

#define ALA_TYPE_SIDE_LAYOUT (ala_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (AlaSideLayout, ala_side_layout, ALA, SIDE_LAYOUT, GtkLayoutManager)

/**
 * AlaSideLayout:
 *
 * Lays out two children, a side and a body, beside each other. Where there is too little room the side goes, and it does not count
 * towards the minimum width: GTK 4.8 has no breakpoints, and in a plain box a window could never become narrow enough to lose it.
 */
GtkLayoutManager *ala_side_layout_new (void);

G_END_DECLS
