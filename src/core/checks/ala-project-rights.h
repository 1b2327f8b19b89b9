/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"
#include "ala-permission-set.h"
#include "ala-project.h"

G_BEGIN_DECLS

#define ALA_TYPE_PROJECT_RIGHTS (ala_project_rights_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectRights, ala_project_rights, ALA, PROJECT_RIGHTS, GObject)

/**
 * AlaProjectRights:
 *
 * A row of the matrix: which permissions the account has in one project.
 *
 * Property, notified: "state" (AlaCheckState, read-only): waiting (not asked), running, passed (has them all), failed (some are
 * missing), warning (Jira did not say).
 */
AlaProjectRights *ala_project_rights_new            (AlaProject              *project,
                                                     AlaPermissionSet        *set);

AlaProject       *ala_project_rights_get_project    (AlaProjectRights        *self);
AlaPermissionSet *ala_project_rights_get_set        (AlaProjectRights        *self);
AlaCheckState     ala_project_rights_get_state      (AlaProjectRights        *self);

/** ala_project_rights_is_missing: Returns: whether Jira said that the account does not have it here; never for a global permission */
gboolean          ala_project_rights_is_missing     (AlaProjectRights        *self,
                                                     guint                    permission);

/** ala_project_rights_get_problem: Returns: why Jira did not say, %ALA_PROBLEM_NONE unless the state is warning */
AlaProblem        ala_project_rights_get_problem    (AlaProjectRights        *self);

/** ala_project_rights_dup_summary: Returns: (transfer full): translated: what is missing, or how far it is */
char             *ala_project_rights_dup_summary    (AlaProjectRights        *self);

/* For the matrix. */
void              ala_project_rights_set_running    (AlaProjectRights        *self,
                                                     gboolean                 running);
void              ala_project_rights_set_held       (AlaProjectRights        *self,
                                                     const AlaPermissionBits *held);
void              ala_project_rights_set_problem    (AlaProjectRights        *self,
                                                     AlaProblem               problem);

G_END_DECLS
