/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-retire-group.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-day.h"
#include "ala-problem-box.h"
#include "ala-retirement.h"
#include "ala-rotation.h"
#include "ala-second-link.h"
#include "ala-setup-leftover.h"
#include "ala-state-icon.h"

struct _AlaRetireGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *remove;
  AdwActionRow *revoke;
  AdwActionRow *refused;
  AlaStateIcon *icon;
  GtkButton *look;
  AdwActionRow *delete;
  AlaProblemBox *problem;

  AlaWorkspace *workspace;   /* (nullable) */
  AlaSetup *setup;           /* (nullable): the new link that is shown */
  AlaSetup *old;             /* (nullable): the one that it replaces, while it is there */
  GCancellable *cancellable; /* (nullable): while Jira is asked */
  gboolean away;             /* the person went to one of Jira's pages */
  gboolean deleting;
};

G_DEFINE_FINAL_TYPE (AlaRetireGroup, ala_retire_group, ADW_TYPE_PREFERENCES_GROUP)

static AlaRotationStage
get_stage (AlaRetireGroup *self)
{
  return ala_rotation_get_stage (self->setup, self->old, ala_workspace_get_profile (self->workspace));
}

static char *
describe (AlaRetireGroup   *self,
          AlaRotationStage  stage)
{
  const char *product = ala_profile_get_name (ala_workspace_get_profile (self->workspace));
  const char *key = self->old != NULL ? ala_setup_get_consumer_key (self->old) : "";

  switch (stage)
    {
    case ALA_ROTATION_UNPROVEN:
      /* Translators: %s is a consumer key */
      return g_strdup_printf (_("This link is to replace “%s”, which works on as it is. Once the checks of this one pass, the old one can be "
                                "removed here, step by step."), key);
    case ALA_ROTATION_NOT_HANDED_OVER:
      /* Translators: a consumer key, and the name of a product */
      return g_strdup_printf (_("This link is to replace “%s”, which works on as it is. Enter this one in %s first."), key, product);
    case ALA_ROTATION_READY:
      /* Translators: a consumer key, and the name of a product */
      return g_strdup_printf (_("This link works in place of “%s”. See that %s works with it, and then remove the old one. None of this is "
                                "urgent: until then both work."), key, product);
    case ALA_ROTATION_DEAD:
      /* Translators: %s is a consumer key */
      return g_strdup_printf (_("Jira refuses the old link, “%s”. All that is left of it is on this computer."), key);
    case ALA_ROTATION_OVER:
    case ALA_ROTATION_NONE:
    default:
      return g_strdup (_("The link that this one has replaced is not on this computer any more. Nothing is left to do."));
    }
}

static void
show_refused (AlaRetireGroup   *self,
              AlaRotationStage  stage)
{
  gboolean dead = stage == ALA_ROTATION_DEAD;
  gboolean looking = self->cancellable != NULL;
  gboolean seen = ala_problem_box_get_problem (self->problem) != ALA_PROBLEM_NONE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refused),
                                 dead ? _("Jira refuses the old link") : _("Does Jira refuse the old link?"));
  if (dead)
    {
      g_autofree char *day = ala_day_format (ala_setup_get_old_refused (self->setup));

      adw_action_row_set_subtitle (self->refused, day);
    }
  else
    {
      adw_action_row_set_subtitle (self->refused, looking ? _("Asking Jira…") : seen ? "" : _("When both are done, look here whether they worked"));
    }
  ala_state_icon_set_state (self->icon, looking ? ALA_CHECK_RUNNING : dead ? ALA_CHECK_PASSED : seen ? ALA_CHECK_WARNING : ALA_CHECK_WAITING);
  gtk_button_set_label (self->look, dead || seen ? _("Look Again") : _("Look Now"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->look), !looking && !self->deleting);
}

static void
show_remains (AlaRetireGroup *self)
{
  g_autofree char *name = ala_second_link_dup_name (self->old, ala_workspace_get_profile (self->workspace));
  g_autofree char *remove = NULL, *revoke = NULL;

  if (g_str_equal (name, ala_setup_get_consumer_key (self->old)))
    /* Translators: %s is a consumer key */
    remove = g_strdup_printf (_("It is the one with the consumer key “%s”, whatever it is called"), name);
  else
    /* Translators: the consumer key of an application link, and its name */
    remove = g_strdup_printf (_("It is the one with the consumer key “%s”, called “%s” unless somebody gave it another name"),
                              ala_setup_get_consumer_key (self->old), name);
  adw_action_row_set_subtitle (self->remove, remove);
  if (*ala_setup_get_user (self->old) != '\0')
    /* Translators: %s is the name of a user */
    revoke = g_strdup_printf (_("If it still stands there: in the profile of %s, who allowed it"), ala_setup_get_user (self->old));
  adw_action_row_set_subtitle (self->revoke, revoke != NULL ? revoke : _("If it still stands there: in the profile of the user who allowed it"));
  adw_action_row_set_subtitle (self->delete, get_stage (self) == ALA_ROTATION_DEAD ? _("Its private key and its token are removed from this computer")
                                                                                  : _("Once Jira refuses it"));
}

/* There is nothing to do about it, yet or any more. */
static void
show_alone (AlaRetireGroup   *self,
            AlaRotationStage  stage)
{
  g_autofree char *text = describe (self, stage);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refused),
                                 stage == ALA_ROTATION_OVER ? _("The old link is gone") : _("The old link stays as it is"));
  adw_action_row_set_subtitle (self->refused, text);
  ala_state_icon_set_state (self->icon, stage == ALA_ROTATION_OVER ? ALA_CHECK_PASSED : ALA_CHECK_WAITING);
}

static void
show_removal (AlaRetireGroup   *self,
              AlaRotationStage  stage)
{
  g_autofree char *text = describe (self, stage);

  if (stage == ALA_ROTATION_READY && ala_rotation_has_other_user (self->setup, self->old))
    {
      g_autofree char *plain = g_steal_pointer (&text);
      /* Translators: the names of two users */
      g_autofree char *users = g_strdup_printf (_("The new link acts as %s, the old one as %s."), ala_setup_get_user (self->setup),
                                                ala_setup_get_user (self->old));

      text = g_strconcat (plain, " ", users, NULL);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  show_remains (self);
  show_refused (self, stage);
}

static void
update (AlaRetireGroup *self)
{
  AlaRotationStage stage = get_stage (self);
  gboolean removing = stage == ALA_ROTATION_READY || stage == ALA_ROTATION_DEAD;

  gtk_widget_set_visible (GTK_WIDGET (self), stage != ALA_ROTATION_NONE);

  /* What Jira refuses is not there any more. */
  gtk_widget_set_visible (GTK_WIDGET (self->remove), stage == ALA_ROTATION_READY && ala_setup_leaves (self->old, ALA_LEFTOVER_LINK));
  gtk_widget_set_visible (GTK_WIDGET (self->revoke), stage == ALA_ROTATION_READY && ala_setup_leaves (self->old, ALA_LEFTOVER_TOKEN));
  gtk_widget_set_visible (GTK_WIDGET (self->look), removing);
  gtk_widget_set_visible (GTK_WIDGET (self->delete), removing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete), stage == ALA_ROTATION_DEAD && !self->deleting && self->cancellable == NULL);
  if (removing)
    show_removal (self, stage);
  else
    show_alone (self, stage);
}

/* Whether Jira refuses it */

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaRetireGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_retirement_look_finish (result, &error);

  /* Left meanwhile, perhaps for another link. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->old != ALA_SETUP (source))
    return;

  g_clear_object (&self->cancellable);
  ala_problem_box_set_error (self->problem, error);
  ala_workspace_save (self->workspace);
  update (self);
}

static void
ala_retire_group_look (AlaRetireGroup *self)
{
  if (self->old == NULL || self->cancellable != NULL)
    return;

  self->away = FALSE;
  self->cancellable = g_cancellable_new ();
  ala_problem_box_set_error (self->problem, NULL);
  update (self);
  ala_retirement_look_async (self->setup, self->old, ala_workspace_get_secrets (self->workspace), ala_workspace_get_session (self->workspace),
                             self->cancellable, on_looked, g_object_ref (self));
}

/* Jira's pages */

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaRetireGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ala_browser_open_finish (result, &error))
    self->away = TRUE;
  else if (self->old != NULL)
    ala_problem_box_set_error (self->problem, error);
}

static void
open_page (AlaRetireGroup *self,
           AlaLeftover     what)
{
  g_autofree char *address = ala_setup_dup_leftover_address (self->old, what);

  ala_browser_open_async (address, GTK_WIDGET (self), NULL, on_opened, g_object_ref (self));
}

static void
on_remove_activated (AlaRetireGroup *self)
{
  open_page (self, ALA_LEFTOVER_LINK);
}

static void
on_revoke_activated (AlaRetireGroup *self)
{
  open_page (self, ALA_LEFTOVER_TOKEN);
}

/* Whoever comes back from Jira wants to know whether it worked. */
static void
on_window_active (GtkWindow      *window,
                  GParamSpec     *pspec,
                  AlaRetireGroup *self)
{
  if (self->away && gtk_window_is_active (window) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ala_retire_group_look (self);
}

static void
ala_retire_group_root (GtkWidget *widget)
{
  AlaRetireGroup *self = ALA_RETIRE_GROUP (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (ala_retire_group_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (on_window_active), self, 0);
}

/* Deleting it here */

static void
on_deleted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaRetireGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean deleted = ala_retirement_delete_finish (result, &error);

  self->deleting = FALSE;
  if (self->old != ALA_SETUP (source))
    return;

  if (deleted)
    g_clear_object (&self->old);
  else
    ala_problem_box_set_error (self->problem, error);
  update (self);
}

static void
on_delete_answer (AlaRetireGroup *self,
                  const char     *response)
{
  if (!g_str_equal (response, "delete") || self->old == NULL || get_stage (self) != ALA_ROTATION_DEAD)
    return;

  self->deleting = TRUE;
  update (self);
  ala_retirement_delete_async (self->old, ala_workspace_get_secrets (self->workspace), ala_workspace_get_setups (self->workspace),
                               on_deleted, g_object_ref (self));
}

static void
on_delete_activated (AlaRetireGroup *self)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: %s is a consumer key */
  body = g_strdup_printf (_("Jira refuses “%s” already. Its private key and its token are removed from this computer. The link in its place "
                            "stays as it is."), ala_setup_get_consumer_key (self->old));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Delete the Old Link Here?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The group */

void
ala_retire_group_stop (AlaRetireGroup *self)
{
  g_return_if_fail (ALA_IS_RETIRE_GROUP (self));

  self->away = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
ala_retire_group_show (AlaRetireGroup *self,
                       AlaWorkspace   *workspace)
{
  AlaSetup *setup;

  g_return_if_fail (ALA_IS_RETIRE_GROUP (self));
  g_return_if_fail (ALA_IS_WORKSPACE (workspace));

  ala_retire_group_stop (self);
  setup = ala_workspace_get_setup (workspace);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->setup, setup);
  g_set_object (&self->old, ala_rotation_get_old (ala_workspace_get_setups (workspace), setup));
  ala_problem_box_set_error (self->problem, NULL);
  update (self);
}

static void
ala_retire_group_dispose (GObject *object)
{
  AlaRetireGroup *self = ALA_RETIRE_GROUP (object);

  ala_retire_group_stop (self);
  g_clear_object (&self->old);
  g_clear_object (&self->setup);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ala_retire_group_parent_class)->dispose (object);
}

static void
ala_retire_group_class_init (AlaRetireGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_retire_group_dispose;
  widget_class->root = ala_retire_group_root;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-retire-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, remove);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, revoke);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, refused);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, look);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, delete);
  gtk_widget_class_bind_template_child (widget_class, AlaRetireGroup, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_revoke_activated);
  gtk_widget_class_bind_template_callback (widget_class, ala_retire_group_look);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_activated);
}

static void
ala_retire_group_init (AlaRetireGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
