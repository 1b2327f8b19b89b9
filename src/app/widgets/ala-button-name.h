/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ala_button_name_set_label:
 * @label: a label with a mnemonic
 *
 * Labels a button and gives it its plain name: GTK 4.8 announces one with a mnemonic by its label, underscore included, and by its text
 * once more.
 */
void ala_button_name_set_label (GtkButton  *button,
                                const char *label);

/** ala_button_name_below: Gives every button with a mnemonic below @widget its plain name. */
void ala_button_name_below     (GtkWidget  *widget);

G_END_DECLS
