/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-text.h"

#include <glib/gi18n-lib.h>

#include "ala-report-facts.h"
#include "ala-report-words.h"

/* @text may have several lines: those after the first are indented like it. */
static void
append_indented (GString    *out,
                 const char *indent,
                 const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (out, "%s%s\n", indent, lines[i]);
}

static void
append_heading (GString    *out,
                const char *heading)
{
  g_string_append_printf (out, "\n%s\n", heading);
}

static void
append_finding (GString    *out,
                AlaFinding *finding)
{
  g_autofree char *text = NULL;
  const char *sign = ala_report_words_get_sign (ala_finding_get_state (finding));

  if (*ala_finding_get_text (finding) != '\0')
    text = g_strdup_printf ("%s %s: %s", sign, ala_finding_get_label (finding), ala_finding_get_text (finding));
  else
    text = g_strdup_printf ("%s %s", sign, ala_finding_get_label (finding));
  append_indented (out, "    ", text);
}

static void
append_check (GString        *out,
              AlaReportCheck *check)
{
  GListModel *findings = ala_report_check_get_findings (check);
  g_autofree char *first = g_strdup_printf ("[%s] %s: %s", ala_report_words_get_state (ala_report_check_get_state (check)),
                                            ala_report_check_get_title (check), ala_report_check_get_summary (check));

  append_indented (out, "", first);
  if (*ala_report_check_get_problem (check) != '\0')
    {
      /* Translators: the stable name of a problem, such as “clock-differs”, and what was seen */
      g_autofree char *seen = g_strdup_printf (_("Seen [%s]: %s"), ala_report_check_get_problem (check),
                                               ala_report_check_get_seen (check));
      g_autofree char *cause = g_strdup_printf (_("Cause: %s"), ala_report_check_get_cause (check));
      g_autofree char *remedy = g_strdup_printf (_("What to do: %s"), ala_report_check_get_remedy (check));

      append_indented (out, "    ", seen);
      append_indented (out, "    ", cause);
      append_indented (out, "    ", remedy);
    }

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      append_finding (out, finding);
    }
  if (ala_report_check_get_left_out (check) > 0)
    {
      g_string_append (out, "    ");
      g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more",
                                                ala_report_check_get_left_out (check)),
                              ala_report_check_get_left_out (check));
      g_string_append_c (out, '\n');
    }
}

static void
append_task (GString       *out,
             guint          number,
             AlaReportTask *task)
{
  g_string_append_printf (out, "%u. %s\n", number, ala_report_task_get_title (task));
  append_indented (out, "   ", ala_report_task_get_text (task));
}

char *
ala_report_to_text (AlaReport *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) facts = NULL;
  GListModel *checks, *tasks;

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  checks = ala_report_get_checks (self);
  tasks = ala_report_get_tasks (self);

  g_string_append_printf (out, "[%s] %s\n", ala_report_words_get_state (ala_report_get_verdict (self)),
                          ala_report_get_headline (self));
  append_indented (out, "", ala_report_get_explanation (self));
  if (ala_report_get_rehearsal (self))
    append_indented (out, "", ala_report_get_rehearsal_note ());

  if (g_list_model_get_n_items (tasks) > 0)
    append_heading (out, _("Left to Do"));
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      append_task (out, i + 1, task);
    }

  if (g_list_model_get_n_items (checks) > 0)
    append_heading (out, _("Checks"));
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (checks, i);

      append_check (out, check);
    }

  append_heading (out, _("The Link"));
  facts = ala_report_list_facts (self);
  for (guint i = 0; i < facts->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (facts, i);

      g_string_append_printf (out, "%s: %s\n", fact->label, fact->value);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
