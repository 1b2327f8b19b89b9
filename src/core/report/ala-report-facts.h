/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/**
 * AlaReportFact:
 * @id: stable and not translated: "jira-url"
 * @label: translated
 * @value: translated where it is no name or number
 * @time: seconds since the epoch when the value is a time, else 0
 * @state: %ALA_CHECK_WARNING when the value is worth a look, else %ALA_CHECK_PASSED
 * @lasting: whether it says something of the link, not of this one run: another value is a change
 *
 * One of the values that a report gives besides its checks.
 */
typedef struct
{
  const char *id;
  const char *label;
  char *value;
  gint64 time;
  AlaCheckState state;
  gboolean lasting;
} AlaReportFact;

/** ala_report_list_facts: Returns: (transfer container) (element-type AlaReportFact): those that are known, in the order to show them */
GPtrArray *ala_report_list_facts (AlaReport *self);

G_END_DECLS
