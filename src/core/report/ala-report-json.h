/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/** What stands in the member "format". */
#define ALA_REPORT_FORMAT "applink-report"

/** The newest form that is understood. What data/report/README.md describes grows within a form; what would change it makes a new one. */
#define ALA_REPORT_FORM 1

/** ala_report_to_json: Returns: (transfer full): the report as data/report/report-1.schema.json describes it, ending in a newline */
char      *ala_report_to_json       (AlaReport   *self);

/**
 * ala_report_new_from_json:
 * @text: anything at all
 * @length: its length in bytes
 *
 * Returns: (transfer full): the report that was written by ala_report_to_json(), or %NULL with %ALA_PROBLEM_REPORT_UNREADABLE or
 *   %ALA_PROBLEM_REPORT_TOO_NEW
 */
AlaReport *ala_report_new_from_json (const char  *text,
                                     gsize        length,
                                     GError     **error);

G_END_DECLS
