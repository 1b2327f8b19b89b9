/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * ala_check_verdict_of:
 * @checks: (element-type AlaCheck): the checks of a run
 *
 * Returns: the worst state of all; but while a check waits or runs, a pass of the others proves nothing yet: then it is that
 *   check's state, unless another one has already ended worse
 */
AlaCheckState  ala_check_verdict_of       (GPtrArray     *checks);

/**
 * ala_check_verdict_get_name:
 *
 * A check is skipped for want of something to look at, or because of another one that failed, which then is the verdict. So
 * "skipped" alone is no reproach.
 *
 * Returns: (nullable): the verdict as the setup keeps it: "passed", "warning", "failed"; %NULL while there is none
 */
const char    *ala_check_verdict_get_name (AlaCheckState  verdict);

G_END_DECLS
