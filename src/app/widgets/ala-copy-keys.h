/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The keys by which values are copied: the first nine rows that are seen in a window have Ctrl+1 to Ctrl+9, from top to bottom. Rows
 * come and go with the page, so they are counted anew whenever one does.
 */

#define ALA_COPY_KEYS_MAX 9

/** ala_copy_keys_add: Counts @row in from now on; its property "number" (a guint) says which key it has, 0 for none. */
void       ala_copy_keys_add  (GtkWidget *row);

/**
 * ala_copy_keys_find:
 * @window: a window
 * @number: from 1 on
 *
 * Returns: (transfer none) (nullable): the row that has the key of that number
 */
GtkWidget *ala_copy_keys_find (GtkWidget *window,
                               guint      number);

G_END_DECLS
