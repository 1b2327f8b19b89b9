/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-check.h"

G_BEGIN_DECLS

#define ALA_TYPE_CHECK_ROW (ala_check_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaCheckRow, ala_check_row, ALA, CHECK_ROW, AdwPreferencesRow)

/**
 * AlaCheckRow:
 *
 * One check: its state, what was found, and, where it did not pass, cause and remedy in words and a button to run it again.
 *
 * Signal: "again": the button.
 */
GtkWidget *ala_check_row_new       (AlaCheck    *check);
AlaCheck  *ala_check_row_get_check (AlaCheckRow *self);

G_END_DECLS
