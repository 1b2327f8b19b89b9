/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-secret.h"
#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_COPY_ROW (ala_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaCopyRow, ala_copy_row, ALA, COPY_ROW, AdwPreferencesRow)

/**
 * AlaCopyRow:
 *
 * A value to be pasted elsewhere: the label as it reads there, the value, a hint, and a Copy button that puts exactly the value on the
 * clipboard and shows a tick from then on. A secret is hidden until it is revealed, and lent to the clipboard for a minute only.
 * The first nine rows that are seen also have a key each, which they show (ala-copy-keys.h); Ctrl+C copies the one with the focus.
 *
 * Properties: "title" (the label), "value" (nullable), "hint" (nullable), "copied", "number" (of the key, 0 for none).
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

/**
 * ala_copy_row_keep_tick:
 * @setup: where the tick is kept
 * @tick: its name there, for ala_setup_is_done()
 *
 * Keeps the tick with the link: the row shows what @setup says, sets it when it is copied, and takes it back when the value becomes
 * another one. Who listens to "copied" saves.
 */
void        ala_copy_row_keep_tick  (AlaCopyRow *self,
                                     AlaSetup   *setup,
                                     const char *tick);

/**
 * ala_copy_row_note_same:
 * @rows: (element-type GtkWidget): rows that stand above it
 *
 * Adds to the hint that the value is that of one of these too, if it is: then one copy serves both, and a copy of one ticks both.
 */
void        ala_copy_row_note_same  (AlaCopyRow *self,
                                     GPtrArray  *rows);

/** ala_copy_row_copy: Does what the Copy button does. */
void        ala_copy_row_copy       (AlaCopyRow *self);

/** ala_copy_row_copy_by_key: The same, and the focus goes there; what lies low is scrolled up, so that the next rows are seen. */
void        ala_copy_row_copy_by_key (AlaCopyRow *self);

G_END_DECLS
