/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/**
 * ala_report_to_html:
 *
 * Returns: (transfer full): the report as one page that needs nothing else: no script, no picture, no address. It is well-formed
 *   as XML too, follows the reader's light or dark, and prints.
 */
char *ala_report_to_html (AlaReport *self);

G_END_DECLS
