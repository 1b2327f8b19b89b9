/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"
#include "ala-finding.h"
#include "ala-record.h"

G_BEGIN_DECLS

#define ALA_TYPE_REPORT_CHECK (ala_report_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaReportCheck, ala_report_check, ALA, REPORT_CHECK, AlaRecord)

/**
 * AlaReportCheck:
 *
 * What a report says of one check. Immutable once the report is made. Each is a property of the name that its getter has, so
 * that it can be written and read by a table.
 */
const char    *ala_report_check_get_id            (AlaReportCheck *self);
const char    *ala_report_check_get_title         (AlaReportCheck *self);
AlaCheckState  ala_report_check_get_state         (AlaReportCheck *self);
const char    *ala_report_check_get_summary       (AlaReportCheck *self);
guint          ala_report_check_get_milliseconds  (AlaReportCheck *self);

/** ala_report_check_get_problem: Returns: the id of the row that explains a warning or failure, "" for none */
const char    *ala_report_check_get_problem       (AlaReportCheck *self);
const char    *ala_report_check_get_problem_title (AlaReportCheck *self);
const char    *ala_report_check_get_seen          (AlaReportCheck *self); /* what was seen this time */
const char    *ala_report_check_get_cause         (AlaReportCheck *self);
const char    *ala_report_check_get_remedy        (AlaReportCheck *self);

/** ala_report_check_get_findings: Returns: (transfer none): a #GListModel of #AlaFinding, the bad ones first */
GListModel    *ala_report_check_get_findings      (AlaReportCheck *self);

/** ala_report_check_get_left_out: Returns: how many findings there were besides, none of them worse */
guint          ala_report_check_get_left_out      (AlaReportCheck *self);

/** ala_report_check_add_finding: For those who make a report: adds a copy of it, cleaned. */
void           ala_report_check_add_finding       (AlaReportCheck *self,
                                                   AlaCheckState   state,
                                                   const char     *id,
                                                   const char     *label,
                                                   const char     *text);

G_END_DECLS
