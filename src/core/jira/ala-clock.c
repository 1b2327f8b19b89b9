/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-clock.h"

#include <glib/gi18n-lib.h>

#include "ala-problem.h"

static char *
describe_duration (gint64 seconds)
{
  const gint64 minute = 60, hour = 60 * minute, day = 24 * hour;
  gint64 n;

  if (seconds < 2 * minute)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d second", "%d seconds", seconds), (int) seconds);

  if (seconds < 2 * hour)
    {
      n = (seconds + minute / 2) / minute;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", n), (int) n);
    }

  if (seconds < 2 * day)
    {
      n = (seconds + hour / 2) / hour;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", n), (int) n);
    }

  n = MIN ((seconds + day / 2) / day, G_MAXINT);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", n), (int) n);
}

char *
ala_clock_describe_offset (gint64 offset)
{
  g_autofree char *duration = describe_duration (ABS (offset));

  if (offset == 0)
    return g_strdup (_("Jira’s clock and this computer’s agree to the second"));

  /* Translators: %s is a length of time, “3 minutes” */
  return g_strdup_printf (offset > 0
                          ? _("Jira’s clock is %s ahead of this computer’s")
                          : _("Jira’s clock is %s behind this computer’s"),
                          duration);
}

GError *
ala_clock_new_error (gint64 offset)
{
  g_autoptr (GDateTime) here = g_date_time_new_now_local ();
  g_autoptr (GDateTime) there = g_date_time_add_seconds (here, offset);
  g_autofree char *here_text = g_date_time_format (here, "%F %T");
  g_autofree char *there_text = there != NULL ? g_date_time_format (there, "%F %T") : g_strdup ("?");
  g_autofree char *difference = ala_clock_describe_offset (offset);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, offset);
  GError *error;

  /* Translators: the first %s is the sentence “Jira’s clock is 3 minutes ahead of this computer’s”, the others are times */
  error = ala_problem_new_error (ALA_PROBLEM_CLOCK_DIFFERS, _("%s: Jira has %s, this computer %s."),
                                 difference, there_text, here_text);
  ala_problem_annotate (error, ALA_NOTE_CLOCK_OFFSET, seconds);
  return error;
}
