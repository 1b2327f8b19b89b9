/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"
#include "ala-issue-type.h"

G_BEGIN_DECLS

/**
 * AlaIssueTypesCheck:
 *
 * "issue-types": the project that the person chose first, or else the first of all, has an issue type for a defect: the one that
 * was chosen, or else the one that is called like a defect, or else the first that can stand alone.
 */
#define ALA_TYPE_ISSUE_TYPES_CHECK (ala_issue_types_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaIssueTypesCheck, ala_issue_types_check, ALA, ISSUE_TYPES_CHECK, AlaCheck)

/** ala_issue_types_check_get_types: Returns: (transfer none): a #GListModel of #AlaIssueType, those that can stand alone */
GListModel   *ala_issue_types_check_get_types    (AlaIssueTypesCheck *self);

/** ala_issue_types_check_get_chosen: Returns: (transfer none) (nullable): the one for defects */
AlaIssueType *ala_issue_types_check_get_chosen   (AlaIssueTypesCheck *self);

/** ala_issue_types_check_get_project: Returns: (transfer none) (nullable): the key of the project */
const char   *ala_issue_types_check_get_project  (AlaIssueTypesCheck *self);

G_END_DECLS
