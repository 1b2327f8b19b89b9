/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-report.h"

G_BEGIN_DECLS

/** ala_report_to_text: Returns: (transfer full): the report as plain text, for a ticket or a terminal */
char *ala_report_to_text (AlaReport *self);

G_END_DECLS
