/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-checks.h"

#include <glib/gi18n.h>

#include "ala-check-row.h"
#include "ala-check-runner.h"
#include "ala-checks-issue-types.h"
#include "ala-checks-project-permissions.h"
#include "ala-project-window.h"

struct _AlaPageChecks
{
  AlaPage parent_instance;

  AdwPreferencesGroup *checks;
  GtkButton *again;
  AdwPreferencesGroup *project_group;
  AdwActionRow *projects;
  AdwComboRow *issue_type;
  AdwPreferencesGroup *accept_group;
  GtkCheckButton *accept;
  AdwPreferencesGroup *shortcuts;
  AdwPreferencesGroup *authorize;

  AlaCheckRunner *runner; /* the workspace's */
  AlaSecret *checked; /* (nullable): the token that the shown results belong to */
  gboolean running;
  gboolean filling;  /* the list of issue types changes, and not the person's mind */
  const char *later; /* (nullable): the check to run as soon as the run under way has ended */
  gboolean alone;    /* nothing but the checks was asked for */
};

G_DEFINE_FINAL_TYPE (AlaPageChecks, ala_page_checks, ALA_TYPE_PAGE)

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

  if (ala_workspace_is_keyless (ala_page_get_workspace (page)) && ala_check_runner_get_verdict (self->runner) != ALA_CHECK_FAILED)
    {
      ala_page_set_heading (page, _("The Link Is Prepared"));
      ala_page_set_description (page, _("Only the product has the private key, so only the product can show that the link works. What can be "
                                        "checked without the key was checked."));
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

static AlaProjectPermissionsCheck *
get_rights_check (AlaPageChecks *self)
{
  return ALA_PROJECT_PERMISSIONS_CHECK (ala_check_runner_find (self->runner, "project-permissions"));
}

static AlaPermissionMatrix *
get_matrix (AlaPageChecks *self)
{
  return ala_project_permissions_check_get_matrix (get_rights_check (self));
}

static AlaIssueTypesCheck *
get_types_check (AlaPageChecks *self)
{
  return ALA_ISSUE_TYPES_CHECK (ala_check_runner_find (self->runner, "issue-types"));
}

static void
show_projects (AlaPageChecks *self)
{
  const char * const *keys = ala_setup_get_projects (ala_page_get_setup (ALA_PAGE (self)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_matrix (self)));
  g_autofree char *list = g_strjoinv (", ", (char **) keys);
  g_autofree char *subtitle = NULL;

  if (*keys != NULL)
    subtitle = g_strdup_printf (_("Chosen: %s"), list);
  else
    subtitle = g_strdup_printf (g_dngettext (NULL, "%'u project, none chosen", "%'u projects, none chosen", n), n);
  adw_action_row_set_subtitle (self->projects, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->project_group), n > 0);
}

static void
show_issue_types (AlaPageChecks *self)
{
  GListModel *types = ala_issue_types_check_get_types (get_types_check (self));
  AlaIssueType *chosen = ala_issue_types_check_get_chosen (get_types_check (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (types), selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaIssueType) type = g_list_model_get_item (types, i);

      gtk_string_list_append (names, ala_issue_type_get_name (type));
      if (type == chosen)
        selected = i;
    }

  self->filling = TRUE;
  adw_combo_row_set_model (self->issue_type, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->issue_type, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->issue_type), n > 0);
}

/* While many projects are asked for, the same button ends that. */
static void
show_again (AlaPageChecks *self)
{
  gboolean stoppable = ala_permission_matrix_is_running (get_matrix (self));

  gtk_button_set_label (self->again, stoppable ? _("_Stop") : _("_Run All Again"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->again), stoppable || !self->running);
}

/* Whether the token is what has to be mended, or ends soon. */
static gboolean
needs_authorization (AlaPageChecks *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (self->runner), i);

      if (ala_check_get_state (check) >= ALA_CHECK_WARNING
          && ala_problem_get_step (ala_problem_from_error (ala_check_get_error (check))) == ALA_STEP_AUTHORIZATION)
        return TRUE;
    }

  return FALSE;
}

static void
show_shortcuts (AlaPageChecks *self)
{
  gboolean ended = !self->running && self->checked != NULL;
  gboolean known = self->alone || ala_setup_get_finished (ala_page_get_setup (ALA_PAGE (self))) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->authorize), ended && needs_authorization (self));
  gtk_widget_set_visible (GTK_WIDGET (self->shortcuts), ended && known);
}

static void
update (AlaPageChecks *self)
{
  gboolean failed = !self->running && ala_check_runner_get_verdict (self->runner) == ALA_CHECK_FAILED;

  show_verdict (self);
  show_again (self);
  if (!self->running)
    {
      show_projects (self);
      show_issue_types (self);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->issue_type), !self->running);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_group), failed);
  show_shortcuts (self);
  ala_page_set_complete (ALA_PAGE (self),
                         !self->running && self->checked != NULL
                         && (!failed || gtk_check_button_get_active (self->accept)));
}

static void run (AlaPageChecks *self,
                 const char    *only);

/* With what the checks can be run: another one of these makes what they found worthless. Returns: (nullable) (transfer full) */
static AlaSecret *
dup_credential (AlaWorkspace *workspace)
{
  AlaSecret *token = ala_workspace_get_access_token (workspace);

  if (ala_workspace_is_keyless (workspace))
    return ala_secret_new (ala_setup_get_public_key (ala_workspace_get_setup (workspace)), -1);

  return token != NULL ? ala_secret_ref (token) : NULL;
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (AlaPageChecks) self = user_data;
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));

  self->running = FALSE;
  if (!ala_check_runner_run_finish (ALA_CHECK_RUNNER (source), result, NULL) || workspace == NULL)
    {
      g_clear_pointer (&self->checked, ala_secret_unref);

      /* The person left, and is back before the old run had ended. */
      if (workspace != NULL && ala_page_is_in_front (ALA_PAGE (self)))
        run (self, NULL);
      return;
    }

  g_clear_pointer (&self->checked, ala_secret_unref);
  self->checked = dup_credential (workspace);
  ala_workspace_save (workspace);
  update (self);

  if (self->later != NULL)
    run (self, g_steal_pointer (&self->later));
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
  if (client == NULL && ala_workspace_is_making_key (workspace))
    return;
  if (client == NULL || (ala_workspace_get_access_token (workspace) == NULL && !ala_workspace_is_keyless (workspace)))
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
on_authorize_activated (AlaPageChecks *self)
{
  ala_workspace_forget_token (ala_page_get_workspace (ALA_PAGE (self)));
  ala_page_go_to (ALA_PAGE (self), ALA_STEP_AUTHORIZATION);
}

static void
on_summary_activated (AlaPageChecks *self)
{
  ala_page_go_to (ALA_PAGE (self), ALA_STEP_SUMMARY);
}

static void
on_links_activated (AlaPageChecks *self)
{
  ala_page_go_to (ALA_PAGE (self), ALA_STEP_START);
}

void
ala_page_checks_set_alone (AlaPageChecks *self,
                           gboolean       alone)
{
  g_return_if_fail (ALA_IS_PAGE_CHECKS (self));

  self->alone = alone;

  /* Whoever asks for a check wants to know how it is now. */
  if (alone)
    g_clear_pointer (&self->checked, ala_secret_unref);
}

static void
on_run_all (AlaPageChecks *self)
{
  if (ala_permission_matrix_is_running (get_matrix (self)))
    ala_permission_matrix_stop (get_matrix (self));
  else
    run (self, NULL);
}

/* Now, or when the run under way has ended. */
static void
run_or_later (AlaPageChecks *self,
              const char    *only)
{
  if (self->running)
    self->later = only;
  else
    run (self, only);
}

static void
on_check_all (AlaPageChecks *self)
{
  ala_project_permissions_check_ask_for_all (get_rights_check (self));
  run_or_later (self, "project-permissions");
}

static void
on_stop (AlaPageChecks *self)
{
  ala_permission_matrix_stop (get_matrix (self));
}

static gboolean
on_projects_closed (AlaProjectWindow *window,
                    AlaPageChecks    *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  g_auto (GStrv) chosen = ala_project_window_dup_chosen (window);

  /* What was chosen and is not in the list any more stays, unless the person chooses something else. */
  if (g_list_model_get_n_items (G_LIST_MODEL (get_matrix (self))) == 0
      || g_strv_equal ((const char * const *) chosen, ala_setup_get_projects (setup)))
    return FALSE;

  ala_setup_set_projects (setup, (const char * const *) chosen);
  ala_setup_set_issue_type (setup, "");
  ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
  show_projects (self);
  ala_permission_matrix_stop (get_matrix (self));
  run_or_later (self, "projects");

  return FALSE;
}

static void
on_projects (AlaPageChecks *self)
{
  AlaProjectWindow *window = ala_project_window_new (get_matrix (self), ala_setup_get_projects (ala_page_get_setup (ALA_PAGE (self))));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (window, "check-all", G_CALLBACK (on_check_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "stop", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_projects_closed), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_issue_type (AlaPageChecks *self)
{
  GListModel *types = ala_issue_types_check_get_types (get_types_check (self));
  g_autoptr (AlaIssueType) type = NULL;

  if (self->filling || self->running)
    return;

  type = g_list_model_get_item (types, adw_combo_row_get_selected (self->issue_type));
  if (type == NULL || type == ala_issue_types_check_get_chosen (get_types_check (self)))
    return;

  ala_setup_set_issue_type (ala_page_get_setup (ALA_PAGE (self)), ala_issue_type_get_id (type));
  ala_page_save (ALA_PAGE (self));
  run (self, "issue-types");
}

static void
on_run_one (AlaCheckRow   *row,
            AlaPageChecks *self)
{
  run (self, ala_check_get_id (ala_check_row_get_check (row)));
}

/* The pair that stands in for the product's may come later than the page. */
static void
on_key_pair (AlaPageChecks *self)
{
  if (ala_page_is_in_front (ALA_PAGE (self)) && ala_workspace_get_key_pair (ala_page_get_workspace (ALA_PAGE (self))) != NULL)
    run (self, NULL);
}

static void
ala_page_checks_constructed_workspace (AlaPage *page)
{
  AlaPageChecks *self = ALA_PAGE_CHECKS (page);
  guint n_checks;

  self->runner = g_object_ref (ala_workspace_get_checks (ala_page_get_workspace (page)));
  g_signal_connect_object (ala_page_get_workspace (page), "notify::key-pair", G_CALLBACK (on_key_pair), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_matrix (self), "notify::running", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
  n_checks = g_list_model_get_n_items (G_LIST_MODEL (self->runner));
  for (guint i = 0; i < n_checks; i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (self->runner), i);
      GtkWidget *row = ala_check_row_new (check);

      g_signal_connect_object (row, "again", G_CALLBACK (on_run_one), self, 0);
      adw_preferences_group_add (self->checks, row);
    }
}

static void
ala_page_checks_prepare (AlaPage *page)
{
  AlaPageChecks *self = ALA_PAGE_CHECKS (page);
  g_autoptr (AlaSecret) credential = dup_credential (ala_page_get_workspace (page));

  if (self->checked == NULL || credential == NULL || !ala_secret_equal (self->checked, credential))
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
  page_class->constructed_workspace = ala_page_checks_constructed_workspace;
  page_class->prepare = ala_page_checks_prepare;

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-checks.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, checks);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, again);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, project_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, projects);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, issue_type);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, accept_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_issue_type);
  gtk_widget_class_bind_template_callback (widget_class, on_projects);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, shortcuts);
  gtk_widget_class_bind_template_child (widget_class, AlaPageChecks, authorize);
  gtk_widget_class_bind_template_callback (widget_class, on_authorize_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_summary_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_links_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_run_all);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ala_page_checks_init (AlaPageChecks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
