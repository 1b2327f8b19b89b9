/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-day.h"

#include <glib/gi18n.h>

char *
ala_day_format (gint64 when)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_local (when) : NULL;

  if (time == NULL)
    return g_strdup ("");

  /* Translators: how a day is written out, as for g_date_time_format(): “November 24, 2026” */
  return g_date_time_format (time, _("%B %-d, %Y"));
}
