/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaProjectsCheck:
 *
 * "projects": the user sees at least one project, and how many.
 */
#define ALA_TYPE_PROJECTS_CHECK (ala_projects_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaProjectsCheck, ala_projects_check, ALA, PROJECTS_CHECK, AlaCheck)

G_END_DECLS
