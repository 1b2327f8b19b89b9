/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-report-file.h"

G_BEGIN_DECLS

/* report: how a link stands, as a page, as JSON or as text; report compare: what changed between two of them. */

extern const GOptionEntry ala_cli_report_options[];
extern const GOptionEntry ala_cli_report_compare_options[];

AlaCliStatus ala_cli_report_run         (const char * const *arguments,
                                         GCancellable       *cancellable);
AlaCliStatus ala_cli_report_compare_run (const char * const *arguments,
                                         GCancellable       *cancellable);

/**
 * ala_cli_report_write:
 * @path: (nullable): a file, which is replaced: a report is written again and again under one name; %NULL or "-" for standard
 *   output
 *
 * Returns: whether it was written; says why when it was not
 */
gboolean     ala_cli_report_write       (AlaReport          *report,
                                         AlaReportKind       kind,
                                         const char         *path);

G_END_DECLS
