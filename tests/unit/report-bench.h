/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/* A link with all its values, and checks that are put into the states a test wants. */
typedef struct
{
  GPtrArray *checks;
  AlaSetup *setup;
  AlaProfile *profile;
} ReportBench;

void       report_bench_set_up    (ReportBench   *self,
                                   gconstpointer  unused);
void       report_bench_tear_down (ReportBench   *self,
                                   gconstpointer  unused);

/**
 * report_bench_add:
 * @state: what it ended with; %ALA_CHECK_WAITING for one that had no turn
 * @summary: (nullable): what was found
 * @error: (nullable) (transfer full): why
 *
 * Adds a check of that id; its title is the id with a capital letter.
 *
 * Returns: (transfer none): the check, to which findings may be added as long as it is %ALA_CHECK_RUNNING
 */
AlaCheck  *report_bench_add       (ReportBench   *self,
                                   const char    *id,
                                   AlaCheckState  state,
                                   const char    *summary,
                                   GError        *error);

/** report_bench_make: Returns: (transfer full): the report of it all */
AlaReport *report_bench_make      (ReportBench   *self);

/** report_bench_make_full: Returns: (transfer full): a report with a check in each state, findings, and texts full of mark-up */
AlaReport *report_bench_make_full (ReportBench   *self);

/** report_bench_make_like: Returns: (transfer full): a report read back from the JSON of @report in which @from became @to */
AlaReport *report_bench_make_like (AlaReport     *report,
                                   const char    *from,
                                   const char    *to);

G_END_DECLS
