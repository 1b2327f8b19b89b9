/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"
#include "ala-report-files.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_SUMMARY (ala_page_summary_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageSummary, ala_page_summary, ALA, PAGE_SUMMARY, AlaPage)

/**
 * AlaPageSummary:
 *
 * What was achieved, what is left to do, and until when it lasts.
 */

/** ala_page_summary_get_report: Returns: (transfer none) (nullable): what the page shows, once it was seen */
AlaReport      *ala_page_summary_get_report (AlaPageSummary *self);

/** ala_page_summary_get_files: Returns: (transfer none): by whom reports are saved and loaded */
AlaReportFiles *ala_page_summary_get_files  (AlaPageSummary *self);

G_END_DECLS
