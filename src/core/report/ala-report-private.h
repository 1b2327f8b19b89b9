/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/* For those who make a report out of something else than checks: it is finished before anybody else sees it. */
void ala_report_add_check (AlaReport      *self,
                           AlaReportCheck *check);
void ala_report_add_task  (AlaReport      *self,
                           AlaReportTask  *task);

/* For ala-report.c alone: how the parts of a report come about. */
AlaReportCheck *ala_report_source_new_check (AlaCheck   *check);
void            ala_report_source_add_tasks (AlaReport  *self,
                                             AlaSetup   *setup,
                                             AlaProfile *profile);

G_END_DECLS
