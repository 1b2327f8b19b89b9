/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-nagios.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-output.h"
#include "ala-end-date.h"

typedef struct
{
  guint run;
  guint warnings;
  guint failed;
  gint64 microseconds;
  GString *problems;
} Count;

static void
count_check (Count    *self,
             AlaCheck *check)
{
  AlaCheckState state = ala_check_get_state (check);

  if (state == ALA_CHECK_WAITING || state == ALA_CHECK_RUNNING || state == ALA_CHECK_SKIPPED)
    return;

  self->run++;
  self->microseconds += ala_check_get_elapsed (check);
  if (state == ALA_CHECK_PASSED)
    return;

  if (state == ALA_CHECK_WARNING)
    self->warnings++;
  else
    self->failed++;
  g_string_append_printf (self->problems, "%s%s", self->problems->len > 0 ? ", " : ": ", ala_check_get_title (check));
  if (ala_check_get_error (check) != NULL)
    g_string_append_printf (self->problems, " [%s]",
                            ala_problem_get_id (ala_problem_from_error (ala_check_get_error (check))));
}

static const char *
get_word (Count *count)
{
  if (count->failed > 0)
    return "CRITICAL";
  return count->warnings > 0 ? "WARNING" : "OK";
}

static char *
describe (Count *count)
{
  if (count->failed > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check failed", "%u checks failed", count->failed), count->failed);
  if (count->warnings > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check warns", "%u checks warn", count->warnings), count->warnings);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check passed", "%u checks passed", count->run), count->run);
}

/* How many days are left of each, to be watched over the years. */
static void
append_ends (GString  *line,
             AlaSetup *setup)
{
  g_autoptr (GListModel) ends = ala_end_date_list (setup, g_get_real_time () / G_USEC_PER_SEC);

  for (guint i = 0; i < g_list_model_get_n_items (ends); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (ends, i);

      if (ala_end_date_get_state (end) != ALA_END_UNKNOWN)
        g_string_append_printf (line, " %s_days=%d", ala_end_date_get_id (end), ala_end_date_get_days (end));
    }
}

void
ala_cli_nagios_show (AlaSetup       *setup,
                     AlaCheckRunner *runner)
{
  g_autofree char *name = NULL, *what = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  Count count = { .problems = NULL };

  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (ALA_IS_CHECK_RUNNER (runner));

  count.problems = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      count_check (&count, check);
    }

  name = ala_setup_dup_name (setup);
  what = describe (&count);
  g_string_printf (line, "APPLINK %s - %s: %s%s", get_word (&count), name, what, count.problems->str);
  g_string_free (count.problems, TRUE);

  /* What stands behind the bar is read by the machine, so there is one of them, and the line is one. */
  g_strdelimit (line->str, "|\n\r", '/');
  g_string_append_printf (line, " | time=%" G_GINT64_FORMAT ".%03ds;;;0 checks=%u;;;0 warnings=%u;;;0 failed=%u;;;0",
                          count.microseconds / G_USEC_PER_SEC, (int) (count.microseconds % G_USEC_PER_SEC / 1000), count.run,
                          count.warnings, count.failed);
  append_ends (line, setup);

  ala_cli_print_line (ALA_CLI_MARK_NONE, "%s", line->str);
}

void
ala_cli_nagios_show_unknown (void)
{
  ala_cli_print_line (ALA_CLI_MARK_NONE, "APPLINK UNKNOWN - %s", _("the checks could not be run"));
}
