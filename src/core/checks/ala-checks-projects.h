/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"
#include "ala-project-list.h"

G_BEGIN_DECLS

/**
 * AlaProjectsCheck:
 *
 * "projects": the account sees projects. It keeps them for the checks that need it and for whoever wants to choose one.
 */
#define ALA_TYPE_PROJECTS_CHECK (ala_projects_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectsCheck, ala_projects_check, ALA, PROJECTS_CHECK, AlaCheck)

/** ala_projects_check_get_list: Returns: (transfer none): the projects of the last run, the same list every time */
AlaProjectList *ala_projects_check_get_list (AlaProjectsCheck *self);

G_END_DECLS
