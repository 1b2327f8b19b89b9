/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"
#include "ala-permission-matrix.h"

G_BEGIN_DECLS

/**
 * AlaProjectPermissionsCheck:
 *
 * "project-permissions": the user has every permission of the profile in each project. Where the person chose projects, these are
 * asked for; otherwise all, unless there are many: then a first batch. A finding for each permission.
 */
#define ALA_TYPE_PROJECT_PERMISSIONS_CHECK (ala_project_permissions_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectPermissionsCheck, ala_project_permissions_check, ALA, PROJECT_PERMISSIONS_CHECK, AlaCheck)

/* How many projects are asked for where nobody chose any, before the person is asked for all. */
#define ALA_PROJECT_PERMISSIONS_BATCH 50

/** ala_project_permissions_check_get_matrix: Returns: (transfer none): projects × permissions, the same object every time */
AlaPermissionMatrix *ala_project_permissions_check_get_matrix (AlaProjectPermissionsCheck *self);

/** ala_project_permissions_check_ask_for_all: The next run asks for every project; what the last one found is kept. */
void                 ala_project_permissions_check_ask_for_all (AlaProjectPermissionsCheck *self);

G_END_DECLS
