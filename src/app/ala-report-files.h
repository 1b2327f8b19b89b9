/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-report.h"

G_BEGIN_DECLS

#define ALA_TYPE_REPORT_FILES (ala_report_files_get_type ())
G_DECLARE_FINAL_TYPE (AlaReportFiles, ala_report_files, ALA, REPORT_FILES, GObject)

/**
 * AlaReportFiles:
 *
 * The conversations about files of reports: where to save one, in the form that the chosen name asks for, and which earlier one to read.
 *
 * Signals: "saved" (GFile), "loaded" (AlaReport), "failed" (GError). Nothing is emitted when the person cancels.
 */
AlaReportFiles *ala_report_files_new     (void);
void            ala_report_files_save    (AlaReportFiles *self,
                                          AlaReport      *report,
                                          GtkWindow      *parent);
void            ala_report_files_load    (AlaReportFiles *self,
                                          GtkWindow      *parent);

/* The same without the dialog to choose a file. */
void            ala_report_files_save_to   (AlaReportFiles *self,
                                            AlaReport      *report,
                                            GFile          *file);
void            ala_report_files_load_from (AlaReportFiles *self,
                                            GFile          *file);

G_END_DECLS
