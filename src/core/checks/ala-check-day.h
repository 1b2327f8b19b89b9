/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days before an end at which a check begins to warn of it. */
#define ALA_CHECK_DAYS_AHEAD 30

/** ala_check_day_format: Returns: (transfer full): the day of @when, seconds since the epoch, written out in this time zone */
char     *ala_check_day_format   (gint64  when);

/** ala_check_day_is_near: Returns: whether @when has come, or is less than %ALA_CHECK_DAYS_AHEAD days away */
gboolean  ala_check_day_is_near  (gint64  when);

/** ala_check_day_count: Returns: how many whole days are left until @when, 0 when it has come */
int       ala_check_day_count    (gint64  when);

G_END_DECLS
