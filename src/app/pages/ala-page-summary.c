/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-summary.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-day.h"
#include "ala-end-group.h"
#include "ala-jira-page.h"
#include "ala-problem-box.h"
#include "ala-report-compare.h"
#include "ala-report-files.h"
#include "ala-report-text.h"
#include "ala-retire-group.h"
#include "ala-rotation.h"
#include "ala-state-icon.h"

/* As many rows as somebody may want to read. */
#define MOST_CHANGES 100

struct _AlaPageSummary
{
  AlaPage parent_instance;

  AdwActionRow *jira;
  AdwActionRow *consumer_key;
  AdwActionRow *user;
  AlaEndGroup *ends;
  AdwPreferencesGroup *left;
  AlaRetireGroup *retire;
  AdwActionRow *save;
  AdwActionRow *copy;
  AlaProblemBox *problem;
  AdwPreferencesGroup *changes;

  AlaReport *report;   /* (nullable): what the page shows, and what is saved */
  AlaReportFiles *files;
  GPtrArray *rows;     /* of what is left */
  GPtrArray *changed;  /* rows of what changed */
};

G_DEFINE_FINAL_TYPE (AlaPageSummary, ala_page_summary, ALA_TYPE_PAGE)

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaPageSummary) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_browser_open_finish (result, &error);
  ala_problem_box_set_error (self->problem, error);
}

static void
open_page (AlaPageSummary *self,
           AlaJiraPage     page)
{
  g_autofree char *address = ala_jira_page_dup_address (page, ala_setup_get_jira_url (ala_page_get_setup (ALA_PAGE (self))));

  ala_browser_open_async (address, GTK_WIDGET (self), ala_page_get_cancellable (ALA_PAGE (self)), on_opened,
                          g_object_ref (self));
}

static void
on_tokens_activated (AlaPageSummary *self)
{
  open_page (self, ALA_JIRA_PAGE_TOKENS);
}

static void
on_links_activated (AlaPageSummary *self)
{
  open_page (self, ALA_JIRA_PAGE_LINKS);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         GPtrArray           *rows,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return row;
}

static void
remove_rows (AdwPreferencesGroup *group,
             GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* What a report would say is what the page says. */
static void
show_report (AlaPageSummary *self)
{
  AlaPage *page = ALA_PAGE (self);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  GListModel *tasks = ala_report_get_tasks (self->report);
  guint n_tasks = g_list_model_get_n_items (tasks);

  ala_page_set_heading (page, ala_report_get_headline (self->report));
  if (ala_report_get_rehearsal (self->report))
    {
      g_autofree char *text = g_strjoin ("\n", ala_report_get_explanation (self->report), ala_report_get_rehearsal_note (), NULL);

      ala_page_set_description (page, text);
    }
  else
    {
      ala_page_set_description (page, ala_report_get_explanation (self->report));
    }

  remove_rows (self->left, self->rows);
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      add_row (self->left, self->rows, ala_report_task_get_title (task), ala_report_task_get_text (task));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->left), n_tasks > 0);
  ala_end_group_set_setup (self->ends, ala_workspace_get_setup (workspace), !ala_workspace_is_rehearsal (workspace));
}

/* The report */

static GtkWindow *
get_window (AlaPageSummary *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
forget_what_was_done (AlaPageSummary *self)
{
  adw_action_row_set_subtitle (self->save, _("A page to read, print or send (.html), or data for comparing it later (.json)"));
  adw_action_row_set_subtitle (self->copy, _("For a ticket or a message"));
  ala_problem_box_set_error (self->problem, NULL);
}

static void
on_save_activated (AlaPageSummary *self)
{
  forget_what_was_done (self);
  ala_report_files_save (self->files, self->report, get_window (self));
}

static void
on_copy_activated (AlaPageSummary *self)
{
  g_autofree char *text = ala_report_to_text (self->report);

  forget_what_was_done (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_action_row_set_subtitle (self->copy, _("Copied"));
}

static void
on_compare_activated (AlaPageSummary *self)
{
  forget_what_was_done (self);
  ala_report_files_load (self->files, get_window (self));
}

static void
on_report_saved (AlaPageSummary *self,
                 GFile          *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Saved as %s"), path);

  adw_action_row_set_subtitle (self->save, text);
}

static void
on_failed (AlaPageSummary *self,
           const GError   *error)
{
  ala_problem_box_set_error (self->problem, error);
}

static void
show_change (AlaPageSummary  *self,
             AlaReportChange *change)
{
  static const AlaCheckState states[] = {
    [ALA_REPORT_BETTER] = ALA_CHECK_PASSED,
    [ALA_REPORT_OTHER] = ALA_CHECK_SKIPPED,
    [ALA_REPORT_WORSE] = ALA_CHECK_FAILED,
  };
  g_autofree char *text = ala_report_change_dup_text (change);
  GtkWidget *row = add_row (self->changes, self->changed, ala_report_change_get_title (change), text);
  GtkWidget *icon = ala_state_icon_new ();

  ala_state_icon_set_state (ALA_STATE_ICON (icon), states[ala_report_change_get_trend (change)]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
on_earlier_loaded (AlaPageSummary *self,
                   AlaReport      *earlier)
{
  g_autoptr (GListModel) changes = ala_report_compare (earlier, self->report);
  guint n_changes = g_list_model_get_n_items (changes);
  g_autofree char *day = ala_day_format (ala_report_get_created (earlier));
  /* Translators: %s is a day */
  g_autofree char *title = g_strdup_printf (_("Changed Since %s"), day);

  remove_rows (self->changes, self->changed);
  adw_preferences_group_set_title (self->changes, title);
  adw_preferences_group_set_description (self->changes,
                                         g_str_equal (ala_report_get_link (earlier), ala_report_get_link (self->report))
                                         ? NULL : _("The earlier report is of another link."));
  for (guint i = 0; i < MIN (n_changes, MOST_CHANGES); i++)
    {
      g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, i);

      show_change (self, change);
    }
  if (n_changes > MOST_CHANGES)
    {
      guint more = n_changes - MOST_CHANGES;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more", "… and %u more", more), more);

      add_row (self->changes, self->changed, text, "");
    }
  if (n_changes == 0)
    add_row (self->changes, self->changed, _("Nothing has changed."), "");
  gtk_widget_set_visible (GTK_WIDGET (self->changes), TRUE);
}

static void
make_report (AlaPageSummary *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));

  g_clear_object (&self->report);
  self->report = ala_report_new (ala_workspace_get_checks (workspace), ala_workspace_get_setup (workspace),
                                 ala_workspace_get_profile (workspace), ala_workspace_is_rehearsal (workspace));
}

AlaReport *
ala_page_summary_get_report (AlaPageSummary *self)
{
  g_return_val_if_fail (ALA_IS_PAGE_SUMMARY (self), NULL);

  return self->report;
}

AlaReportFiles *
ala_page_summary_get_files (AlaPageSummary *self)
{
  g_return_val_if_fail (ALA_IS_PAGE_SUMMARY (self), NULL);

  return self->files;
}

static void
note_finished (AlaPageSummary *self)
{
  AlaCheckState verdict = ala_report_get_verdict (self->report);

  if (verdict == ALA_CHECK_PASSED || verdict == ALA_CHECK_WARNING)
    ala_setup_set_finished (ala_page_get_setup (ALA_PAGE (self)), g_get_real_time () / G_USEC_PER_SEC);
  ala_page_save (ALA_PAGE (self));
  ala_retire_group_show (self->retire, ala_page_get_workspace (ALA_PAGE (self)));
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaPageSummary) self = user_data;

  /* Left meanwhile: whoever comes to the checks runs them there. */
  if (!ala_check_runner_run_finish (ALA_CHECK_RUNNER (source), result, NULL)
      || ala_page_get_workspace (ALA_PAGE (self)) == NULL || !ala_page_is_in_front (ALA_PAGE (self)))
    return;

  make_report (self);
  show_report (self);
  note_finished (self);
}

/* The program ended on this page: what the checks had found ended with it. */
static void
check_if_never_done (AlaPageSummary *self)
{
  AlaPage *page = ALA_PAGE (self);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  AlaCheckRunner *checks = ala_workspace_get_checks (workspace);
  g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (workspace);

  if (client != NULL && ala_check_runner_get_verdict (checks) == ALA_CHECK_WAITING)
    ala_check_runner_run_async (checks, client, ala_page_get_setup (page), ala_workspace_get_profile (workspace), NULL,
                                ala_page_get_cancellable (page), on_checked, g_object_ref (self));
}

static void
ala_page_summary_prepare (AlaPage *page)
{
  AlaPageSummary *self = ALA_PAGE_SUMMARY (page);
  AlaSetup *setup = ala_page_get_setup (page);

  make_report (self);
  forget_what_was_done (self);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
  adw_action_row_set_subtitle (self->jira, ala_setup_get_jira_url (setup));
  adw_action_row_set_subtitle (self->consumer_key, ala_setup_get_consumer_key (setup));
  adw_action_row_set_subtitle (self->user, ala_setup_get_user (setup));
  gtk_widget_set_visible (GTK_WIDGET (self->user), *ala_setup_get_user (setup) != '\0');
  show_report (self);

  /* This page comes only after the hand-over. */
  if (*ala_setup_get_replaces (setup) != '\0')
    ala_setup_set_done (setup, ALA_ROTATION_HANDED_OVER, TRUE);
  note_finished (self);
  check_if_never_done (self);
  ala_page_set_complete (page, TRUE);
}

static void
ala_page_summary_leave (AlaPage *page)
{
  ala_retire_group_stop (ALA_PAGE_SUMMARY (page)->retire);
}

static void
ala_page_summary_dispose (GObject *object)
{
  AlaPageSummary *self = ALA_PAGE_SUMMARY (object);

  g_clear_object (&self->report);
  g_clear_object (&self->files);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_page_summary_parent_class)->dispose (object);
}

static void
ala_page_summary_class_init (AlaPageSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_summary_dispose;
  ALA_PAGE_CLASS (klass)->prepare = ala_page_summary_prepare;
  ALA_PAGE_CLASS (klass)->leave = ala_page_summary_leave;

  g_type_ensure (ALA_TYPE_END_GROUP);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_RETIRE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, jira);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, consumer_key);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, user);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, ends);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, left);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, retire);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, save);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, copy);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, changes);
  gtk_widget_class_bind_template_callback (widget_class, on_save_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_failed);
  gtk_widget_class_bind_template_callback (widget_class, on_tokens_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_links_activated);
}

static void
ala_page_summary_init (AlaPageSummary *self)
{
  self->rows = g_ptr_array_new ();
  self->changed = g_ptr_array_new ();
  self->files = ala_report_files_new ();
  g_signal_connect_object (self->files, "saved", G_CALLBACK (on_report_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "loaded", G_CALLBACK (on_earlier_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}
