/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-record.h"

G_BEGIN_DECLS

#define ALA_TYPE_REPORT_TASK (ala_report_task_get_type ())
G_DECLARE_FINAL_TYPE (AlaReportTask, ala_report_task, ALA, REPORT_TASK, AlaRecord)

/**
 * AlaReportTask:
 *
 * Something that the person still has to do. Immutable.
 */

/**
 * ala_report_task_new:
 * @id: stable: "hand-over", "webhooks", "check-" with the id of a check, "afterwards-" with a number
 * @title: translated
 * @text: translated: more about it; "" for nothing
 */
AlaReportTask *ala_report_task_new       (const char    *id,
                                          const char    *title,
                                          const char    *text);

const char    *ala_report_task_get_id    (AlaReportTask *self);
const char    *ala_report_task_get_title (AlaReportTask *self);
const char    *ala_report_task_get_text  (AlaReportTask *self);

G_END_DECLS
