/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ala_day_format: Returns: (transfer full): the day of @when (seconds since the epoch) as people write it; "" for 0 */
char *ala_day_format (gint64 when);

G_END_DECLS
