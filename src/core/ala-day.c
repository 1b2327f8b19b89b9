/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-day.h"

#include <glib/gi18n-lib.h>

/* The day of @when on the calendar of this computer; FALSE when no calendar has it. */
static gboolean
find_date (gint64  when,
           GDate  *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (when);
  int year, month, day;

  if (time == NULL)
    return FALSE;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

char *
ala_day_format (gint64 when)
{
  g_autoptr (GDateTime) time = NULL;

  if (when <= 0)
    return g_strdup ("");

  /* A year that no calendar has: somebody wrote "never" as a number. */
  time = g_date_time_new_from_unix_local (when);
  if (time == NULL)
    return g_strdup (_("a day beyond every calendar"));

  /* Translators: how a day is written out, as for g_date_time_format(): “November 24, 2026” */
  return g_date_time_format (time, _("%B %-d, %Y"));
}

int
ala_day_count (gint64 when,
               gint64 now)
{
  GDate then, today;

  if (!find_date (now, &today) || !find_date (when, &then))
    return when < now ? -G_MAXINT : G_MAXINT;

  return g_date_days_between (&today, &then);
}
