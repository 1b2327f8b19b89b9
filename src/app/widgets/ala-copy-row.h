/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-secret.h"

G_BEGIN_DECLS

#define ALA_TYPE_COPY_ROW (ala_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaCopyRow, ala_copy_row, ALA, COPY_ROW, AdwPreferencesRow)

/**
 * AlaCopyRow:
 *
 * A value to be pasted elsewhere: the label as it reads there, the value, a hint, and a Copy button that puts exactly the value on the
 * clipboard and shows a tick from then on. A secret is hidden until it is revealed, and lent to the clipboard for a minute only.
 *
 * Properties: "title" (the label), "value" (nullable), "hint" (nullable), "copied".
 * Signal: "copied", after each copy.
 */
GtkWidget  *ala_copy_row_new        (const char *label);

const char *ala_copy_row_get_value  (AlaCopyRow *self);
void        ala_copy_row_set_value  (AlaCopyRow *self,
                                     const char *value);

/** ala_copy_row_set_secret: Shows @secret (nullable) instead of a value. */
void        ala_copy_row_set_secret (AlaCopyRow *self,
                                     AlaSecret  *secret);

void        ala_copy_row_set_hint   (AlaCopyRow *self,
                                     const char *hint);
gboolean    ala_copy_row_get_copied (AlaCopyRow *self);
void        ala_copy_row_set_copied (AlaCopyRow *self,
                                     gboolean    copied);

/** ala_copy_row_copy: Does what the Copy button does. */
void        ala_copy_row_copy       (AlaCopyRow *self);

G_END_DECLS
