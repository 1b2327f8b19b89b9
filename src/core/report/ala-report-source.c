/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ala-report-private.h"
#include "ala-report-words.h"
#include "ala-webhook-task.h"

/* A page that is to be read. The bad findings come first, so they are not what is left out. */
#define MOST_FINDINGS 100

static const AlaCheckState worst_first[] = { ALA_CHECK_FAILED, ALA_CHECK_WARNING, ALA_CHECK_SKIPPED, ALA_CHECK_PASSED };

static void
add_findings (AlaReportCheck *self,
              GListModel     *findings)
{
  guint n_findings = g_list_model_get_n_items (findings);
  GListModel *told = ala_report_check_get_findings (self);

  for (guint i = 0; i < G_N_ELEMENTS (worst_first); i++)
    for (guint j = 0; j < n_findings && g_list_model_get_n_items (told) < MOST_FINDINGS; j++)
      {
        g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, j);

        if (ala_finding_get_state (finding) == worst_first[i])
          ala_report_check_add_finding (self, ala_finding_get_state (finding), ala_finding_get_id (finding),
                                        ala_finding_get_label (finding), ala_finding_get_text (finding));
      }
}

AlaReportCheck *
ala_report_source_new_check (AlaCheck *check)
{
  const GError *error = ala_check_get_error (check);
  AlaProblem problem = ala_problem_from_error (error);
  GListModel *findings = ala_check_get_findings (check);
  guint n_findings = g_list_model_get_n_items (findings);
  g_autofree char *summary = ala_report_words_clean (ala_check_get_summary (check));
  g_autofree char *seen = ala_report_words_clean (error != NULL ? error->message : "");
  AlaReportCheck *self;

  self = g_object_new (ALA_TYPE_REPORT_CHECK,
                       "id", ala_check_get_id (check),
                       "title", ala_check_get_title (check),
                       "state", ala_check_get_state (check),
                       "summary", summary,
                       "milliseconds", (guint) (ala_check_get_elapsed (check) / 1000),
                       "problem", problem != ALA_PROBLEM_NONE ? ala_problem_get_id (problem) : "",
                       "problem-title", ala_problem_get_title (problem),
                       "seen", seen,
                       "cause", ala_problem_get_cause (problem),
                       "remedy", ala_problem_get_remedy (problem),
                       "left-out", n_findings > MOST_FINDINGS ? n_findings - MOST_FINDINGS : 0,
                       NULL);
  add_findings (self, findings);

  return self;
}

/* What is left to do */

static void
add_task (AlaReport  *self,
          const char *id,
          const char *title,
          const char *text)
{
  g_autoptr (AlaReportTask) task = ala_report_task_new (id, title, text);

  ala_report_add_task (self, task);
}

/* One trouble may show in several checks. It is mended once, where it is worst. */
static gboolean
is_told_elsewhere (GListModel     *checks,
                   AlaReportCheck *check,
                   guint           position)
{
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) other = g_list_model_get_item (checks, i);
      AlaCheckState state = ala_report_check_get_state (other);

      if (g_str_equal (ala_report_check_get_problem (other), ala_report_check_get_problem (check))
          && (state > ala_report_check_get_state (check) || (state == ala_report_check_get_state (check) && i < position)))
        return TRUE;
    }

  return FALSE;
}

static void
add_remedies (AlaReport     *self,
              AlaCheckState  state)
{
  GListModel *checks = ala_report_get_checks (self);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (checks, i);
      g_autofree char *id = NULL;

      if (ala_report_check_get_state (check) != state || is_told_elsewhere (checks, check, i))
        continue;
      id = g_strconcat ("check-", ala_report_check_get_id (check), NULL);
      add_task (self, id, ala_report_check_get_problem_title (check), ala_report_check_get_remedy (check));
    }
}

static void
add_hand_over (AlaReport  *self,
               AlaSetup   *setup,
               AlaProfile *profile)
{
  GListModel *fields = ala_profile_get_fields (profile);
  guint n_fields = g_list_model_get_n_items (fields), open = 0;
  g_autofree char *title = NULL, *text = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      open += !ala_setup_is_done (setup, tick);
    }
  if (open == 0)
    return;

  /* Translators: %s is the name of a product */
  title = g_strdup_printf (_("Enter the link in %s"), ala_profile_get_name (profile));
  /* Translators: how many of all the steps of the hand-over are still open */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u steps is not ticked as done",
                                       "%u of %u steps are not ticked as done", open),
                          open, n_fields);
  add_task (self, "hand-over", title, text);
}

/* What a check has seen in Jira counts for more than a decision that nobody noted: webhooks, or what is wrong with them. */
static gboolean
has_seen_webhooks (AlaReport *self)
{
  AlaReportCheck *check = ala_report_find_check (self, "webhooks");

  return check != NULL && (ala_report_check_get_state (check) >= ALA_CHECK_WARNING
                           || g_list_model_get_n_items (ala_report_check_get_findings (check)) > 0);
}

static void
add_webhooks (AlaReport  *self,
              AlaSetup   *setup,
              AlaProfile *profile)
{
  g_autofree char *title = NULL, *text = NULL;

  if (has_seen_webhooks (self))
    return;

  title = ala_webhook_task_dup (setup, profile, &text);
  if (title != NULL)
    add_task (self, "webhooks", title, text);
}

void
ala_report_source_add_tasks (AlaReport  *self,
                             AlaSetup   *setup,
                             AlaProfile *profile)
{
  const char * const *afterwards = ala_profile_get_afterwards (profile);

  add_remedies (self, ALA_CHECK_FAILED);
  add_remedies (self, ALA_CHECK_WARNING);
  add_hand_over (self, setup, profile);
  add_webhooks (self, setup, profile);
  for (guint i = 0; afterwards[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("afterwards-%u", i + 1);

      add_task (self, id, afterwards[i], "");
    }
}
