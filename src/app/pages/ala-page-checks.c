/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-checks.h"

#include <glib/gi18n.h>

#include "ala-check-row.h"
#include "ala-check-runner.h"

struct _AlaPageChecks
{
  AlaPage parent_instance;

  AdwPreferencesGroup *checks;
  GtkButton *again;
  AdwPreferencesGroup *accept_group;
  GtkCheckButton *accept;

  AlaCheckRunner *runner;
  AlaSecret *checked; /* (nullable): the token that the shown results belong to */
  gboolean running;
};

G_DEFINE_FINAL_TYPE (AlaPageChecks, ala_page_checks, ALA_TYPE_PAGE)

static const char *
get_verdict_word (AlaCheckState verdict)
{
  switch (verdict)
    {
    case ALA_CHECK_FAILED:
      return "failed";
    case ALA_CHECK_WARNING:
      return "warning";
    case ALA_CHECK_PASSED:
    case ALA_CHECK_SKIPPED:
      return "passed";
    case ALA_CHECK_WAITING:
    case ALA_CHECK_RUNNING:
    default:
      return "";
    }
}

static void
show_verdict (AlaPageChecks *self)
{
  AlaPage *page = ALA_PAGE (self);
  const char *user = ala_setup_get_user (ala_page_get_setup (page));

  if (self->running)
    {
      ala_page_set_heading (page, _("Does It Work?"));
      ala_page_set_description (page, _("Signed requests ask Jira everything that the product will need."));
      return;
    }

  switch (ala_check_runner_get_verdict (self->runner))
    {
    case ALA_CHECK_FAILED:
      ala_page_set_heading (page, _("Something Has to Be Mended"));
      ala_page_set_description (page, _("Below each failed check stands what to do. Then run it again."));
      break;
    case ALA_CHECK_WARNING:
      ala_page_set_heading (page, _("It Works, with a Remark"));
      ala_page_set_description (page, _("The link is proven. Read the remarks before you go on."));
      break;
    case ALA_CHECK_PASSED:
    case ALA_CHECK_SKIPPED:
      {
        /* Translators: %s is the name of a person in Jira */
        g_autofree char *text = g_strdup_printf (_("Jira answered every signed request, for the user %s."), user);

        ala_page_set_heading (page, _("It Works"));
        ala_page_set_description (page, text);
      }
      break;
    case ALA_CHECK_WAITING:
    case ALA_CHECK_RUNNING:
    default:
      break;
    }
}

static void
update (AlaPageChecks *self)
{
  gboolean failed = !self->running && ala_check_runner_get_verdict (self->runner) == ALA_CHECK_FAILED;

  show_verdict (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->again), !self->running);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_group), failed);
  ala_page_set_complete (ALA_PAGE (self),
                         !self->running && self->checked != NULL
                         && (!failed || gtk_check_button_get_active (self->accept)));
}

static void run (AlaPageChecks *self,
                 const char    *only);

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (AlaPageChecks) self = user_data;
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaSecret *token;

  self->running = FALSE;
  if (!ala_check_runner_run_finish (ALA_CHECK_RUNNER (source), result, NULL) || workspace == NULL)
    {
      g_clear_pointer (&self->checked, ala_secret_unref);

      /* The person left, and is back before the old run had ended. */
      if (workspace != NULL && ala_page_is_in_front (ALA_PAGE (self)))
        run (self, NULL);
      return;
    }

  token = ala_workspace_get_access_token (workspace);
  g_clear_pointer (&self->checked, ala_secret_unref);
  self->checked = token != NULL ? ala_secret_ref (token) : NULL;
  ala_setup_set_checked (ala_page_get_setup (ALA_PAGE (self)), g_get_real_time () / G_USEC_PER_SEC,
                         get_verdict_word (ala_check_runner_get_verdict (self->runner)));
  ala_workspace_save (workspace);
  update (self);
}

static void
run (AlaPageChecks *self,
     const char    *only)
{
  AlaPage *page = ALA_PAGE (self);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (workspace);
  const char * const ids[] = { only, NULL };

  if (self->running)
    return;
  if (client == NULL || ala_workspace_get_access_token (workspace) == NULL)
    {
      ala_page_go_to (page, ALA_STEP_AUTHORIZATION);
      return;
    }

  self->running = TRUE;
  gtk_check_button_set_active (self->accept, FALSE);
  ala_check_runner_run_async (self->runner, client, ala_page_get_setup (page),
                              ala_workspace_get_profile (workspace), only != NULL ? ids : NULL, ala_page_get_cancellable (page), on_run,
                              g_object_ref (self));
  update (self);
}

static void
on_run_all (AlaPageChecks *self)
{
  run (self, NULL);
}

static void
on_run_one (AlaCheckRow   *row,
            AlaPageChecks *self)
{
  run (self, ala_check_get_id (ala_check_row_get_check (row)));
}

static void
ala_page_checks_prepare (AlaPage *page)
{
  AlaPageChecks *self = ALA_PAGE_CHECKS (page);
  AlaSecret *token = ala_workspace_get_access_token (ala_page_get_workspace (page));

  if (self->checked == NULL || !ala_secret_equal (self->checked, token))
    run (self, NULL);
  else
    update (self);
}

static void
ala_page_checks_dispose (GObject *object)
{
  AlaPageChecks *self = ALA_PAGE_CHECKS (object);

  g_clear_object (&self->runner);
  g_clear_pointer (&self->checked, ala_secret_unref);

  G_OBJECT_CLASS (ala_page_checks_parent_class)->dispose (object);
}

static void
ala_page_checks_class_init (AlaPageChecksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_checks_dispose;
  page_class->prepare = ala_page_checks_prepare;

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-checks.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, checks);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, again);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, accept_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_run_all);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ala_page_checks_init (AlaPageChecks *self)
{
  guint n_checks;

  self->runner = ala_check_runner_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  n_checks = g_list_model_get_n_items (G_LIST_MODEL (self->runner));
  for (guint i = 0; i < n_checks; i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (self->runner), i);
      GtkWidget *row = ala_check_row_new (check);

      g_signal_connect_object (row, "again", G_CALLBACK (on_run_one), self, 0);
      adw_preferences_group_add (self->checks, row);
    }
}
