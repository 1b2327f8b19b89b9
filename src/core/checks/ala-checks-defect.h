/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaDefectCheck:
 *
 * "defect": whether Jira would take a defect of that type in that project: the right to create issues, and required fields that
 * the product may leave empty. Nothing is created. What the workflow asks for cannot be seen from outside, and a finding says so.
 */
#define ALA_TYPE_DEFECT_CHECK (ala_defect_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaDefectCheck, ala_defect_check, ALA, DEFECT_CHECK, AlaCheck)

G_END_DECLS
