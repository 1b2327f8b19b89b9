/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-report.h"

G_BEGIN_DECLS

/** AlaReportKind: the forms in which a report is saved. */
typedef enum
{
  ALA_REPORT_TEXT,
  ALA_REPORT_HTML,
  ALA_REPORT_JSON,
} AlaReportKind;

/** ala_report_to: Returns: (transfer full): the report in that form */
char         *ala_report_to              (AlaReport            *self,
                                          AlaReportKind         kind);

/** ala_report_kind_from_name: Returns: the form for a file of that name; HTML when its ending says nothing */
AlaReportKind ala_report_kind_from_name  (const char           *name);

/** ala_report_dup_file_name: Returns: (transfer full): a name to save it under: “applink-report-jira.example.com-2026-11-24.html” */
char         *ala_report_dup_file_name   (AlaReport            *self,
                                          AlaReportKind         kind);

/**
 * ala_report_save_async:
 * @file: where to; a file that is there is replaced whole or not at all
 *
 * Saves the report in the form that the name of @file asks for.
 */
void          ala_report_save_async      (AlaReport            *self,
                                          GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/** ala_report_save_finish: Returns: whether it was saved; %ALA_PROBLEM_FILE_NOT_SAVED */
gboolean      ala_report_save_finish     (AlaReport            *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/** ala_report_load_async: Reads a report that was saved as JSON, and no more of any other file than a report can be long. */
void          ala_report_load_async      (GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/** ala_report_load_finish: Returns: (transfer full): the report; %ALA_PROBLEM_REPORT_UNREADABLE or %ALA_PROBLEM_REPORT_TOO_NEW */
AlaReport    *ala_report_load_finish     (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
