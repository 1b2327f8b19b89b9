/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-day.h"

#include <glib/gi18n-lib.h>

#define DAY ((gint64) 24 * 60 * 60)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

char *
ala_check_day_format (gint64 when)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (when);

  /* A year that no calendar has: somebody wrote "never" as a number. */
  if (time == NULL)
    return g_strdup (_("a day beyond every calendar"));

  /* Translators: how a day is written out, as for g_date_time_format(): “November 24, 2026” */
  return g_date_time_format (time, _("%B %-d, %Y"));
}

gboolean
ala_check_day_is_near (gint64 when)
{
  return when < get_now () + ALA_CHECK_DAYS_AHEAD * DAY;
}

int
ala_check_day_count (gint64 when)
{
  return (int) CLAMP ((when - get_now ()) / DAY, 0, G_MAXINT);
}
