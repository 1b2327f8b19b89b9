/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as people count them, in the time zone of this computer. Times are seconds since the epoch. */

/** ala_day_format: Returns: (transfer full): the day of @when written out; "" for 0 */
char *ala_day_format (gint64 when);

/**
 * ala_day_count:
 *
 * Returns: how many days the calendar has from the day of @now to that of @when: 0 for the same day, negative for one before;
 *   %G_MAXINT for a day beyond every calendar
 */
int   ala_day_count  (gint64 when,
                      gint64 now);

G_END_DECLS
