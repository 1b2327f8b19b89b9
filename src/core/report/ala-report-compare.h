/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/** AlaReportTrend: whether a change is for the better. The order is from good to bad. */
typedef enum
{
  ALA_REPORT_BETTER,
  ALA_REPORT_OTHER, /* neither: another version, another user */
  ALA_REPORT_WORSE,
} AlaReportTrend;

#define ALA_TYPE_REPORT_CHANGE (ala_report_change_get_type ())
G_DECLARE_FINAL_TYPE (AlaReportChange, ala_report_change, ALA, REPORT_CHANGE, AlaRecord)

/**
 * AlaReportChange:
 *
 * What is another than it was. Immutable.
 */
AlaReportTrend  ala_report_change_get_trend  (AlaReportChange *self);
const char     *ala_report_change_get_id     (AlaReportChange *self); /* stable: "verdict", "check-clock", "jira-version" */
const char     *ala_report_change_get_title  (AlaReportChange *self); /* translated */
const char     *ala_report_change_get_before (AlaReportChange *self); /* translated, "" when there was nothing */
const char     *ala_report_change_get_after  (AlaReportChange *self); /* translated, "" when there is nothing any more */

/** ala_report_change_dup_text: Returns: (transfer full): what was and what is, in one line: “Failed → Passed” */
char           *ala_report_change_dup_text   (AlaReportChange *self);

/**
 * ala_report_compare:
 *
 * What changed between two reports, of one link or of several. Times and durations are no changes; that the access is
 * allowed until another day is one.
 *
 * Returns: (transfer full): a #GListModel of #AlaReportChange, what became worse first, then the rest in the order of a report
 */
GListModel     *ala_report_compare           (AlaReport       *earlier,
                                              AlaReport       *later);

/** ala_report_get_trend: Returns: the worst of the changes; %ALA_REPORT_BETTER when there is none */
AlaReportTrend  ala_report_get_trend         (GListModel      *changes);

/** ala_report_trend_get_nick: Returns: "better", "other" or "worse", never translated */
const char     *ala_report_trend_get_nick    (AlaReportTrend   trend);

G_END_DECLS
