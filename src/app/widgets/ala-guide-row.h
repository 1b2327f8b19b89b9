/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-guidance.h"

G_BEGIN_DECLS

#define ALA_TYPE_GUIDE_ROW (ala_guide_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaGuideRow, ala_guide_row, ALA, GUIDE_ROW, AdwPreferencesRow)

/**
 * AlaGuideRow:
 *
 * One numbered step in Jira's screens, with the warning that belongs to it.
 */
GtkWidget *ala_guide_row_new (guint         number,
                              AlaGuideStep *step);

G_END_DECLS
