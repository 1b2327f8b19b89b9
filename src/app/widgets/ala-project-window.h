/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-permission-matrix.h"

G_BEGIN_DECLS

#define ALA_TYPE_PROJECT_WINDOW (ala_project_window_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectWindow, ala_project_window, ALA, PROJECT_WINDOW, AdwWindow)

/**
 * AlaProjectWindow:
 *
 * All projects with their permissions, thousands if need be: searched, narrowed to those where something is missing, chosen.
 *
 * Signals: "check-all": the person wants the rest to be checked. "stop": no more of it.
 */

/** ala_project_window_new: @chosen: keys of the projects that are chosen */
AlaProjectWindow *ala_project_window_new        (AlaPermissionMatrix *matrix,
                                                 const char * const  *chosen);

/** ala_project_window_dup_chosen: Returns: (transfer full): keys of the projects that are chosen now, in Jira's order */
GStrv             ala_project_window_dup_chosen (AlaProjectWindow    *self);

G_END_DECLS
