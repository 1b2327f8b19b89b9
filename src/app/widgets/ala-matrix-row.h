/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-project-rights.h"

G_BEGIN_DECLS

#define ALA_TYPE_MATRIX_ROW (ala_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaMatrixRow, ala_matrix_row, ALA, MATRIX_ROW, GtkWidget)

/**
 * AlaMatrixRow:
 *
 * One project in a list of thousands: whether it was chosen, its name, what is missing in words, and, where there is room, a mark
 * for each permission. It draws itself, so that two hundred of them are made within a frame.
 *
 * @chosen: (element-type utf8 utf8): the keys of the chosen projects
 */
GtkWidget        *ala_matrix_row_new        (GHashTable       *chosen);

/** ala_matrix_row_set_rights: @rights: (nullable): what to show */
void              ala_matrix_row_set_rights (AlaMatrixRow     *self,
                                             AlaProjectRights *rights);
AlaProjectRights *ala_matrix_row_get_rights (AlaMatrixRow     *self);

/** ala_matrix_row_update: Looks again, for example whether the project is chosen. */
void              ala_matrix_row_update     (AlaMatrixRow     *self);

G_END_DECLS
