/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-start.h"

#include <glib/gi18n.h>

#include "ala-link-words.h"
#include "ala-problem-box.h"
#include "ala-rehearsal.h"
#include "ala-state-icon.h"

struct _AlaPageStart
{
  AlaPage parent_instance;

  AlaProblemBox *problem;
  AlaProblemBox *profile_problem;
  AdwPreferencesGroup *links_group;
  AdwPreferencesGroup *new_group;
  AdwComboRow *product;
  AdwActionRow *new_link;
  AdwActionRow *practise;

  GPtrArray *rows;   /* of the saved links */
  gboolean deleted;  /* what was worked on is gone */
  AlaSetup *refused; /* (nullable): the link whose check is missing something, which the problem box says */
};

static guint open_link_signal;
static guint check_link_signal;

G_DEFINE_FINAL_TYPE (AlaPageStart, ala_page_start, ALA_TYPE_PAGE)

static const char *
get_chosen_profile (AlaPageStart *self)
{
  AlaProfile *profile = adw_combo_row_get_selected_item (self->product);

  return profile != NULL ? ala_profile_get_id (profile) : "";
}

static void
begin (AlaPageStart *self,
       const char   *rehearsal_url)
{
  self->deleted = FALSE;
  ala_workspace_begin (ala_page_get_workspace (ALA_PAGE (self)), get_chosen_profile (self), rehearsal_url);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
}

static void
on_new_link_activated (AlaPageStart *self)
{
  begin (self, NULL);
  ala_page_advance (ALA_PAGE (self));
}

void
ala_page_start_begin (AlaPageStart *self)
{
  g_return_if_fail (ALA_IS_PAGE_START (self));

  begin (self, NULL);
}

void
ala_page_start_practise (AlaPageStart *self)
{
  g_autoptr (GError) error = NULL;
  const char *url;

  g_return_if_fail (ALA_IS_PAGE_START (self));

  url = ala_rehearsal_get_url (&error);
  ala_problem_box_set_error (self->problem, error);
  if (url == NULL)
    return;

  begin (self, url);
  ala_page_advance (ALA_PAGE (self));
}

static void
on_product_selected (AlaPageStart *self)
{
  AlaProfile *profile = adw_combo_row_get_selected_item (self->product);

  if (profile != NULL)
    adw_preferences_group_set_description (self->new_group, ala_profile_get_description (profile));
}

/* Saved links */

static void
forget_refusal (AlaPageStart *self)
{
  g_clear_object (&self->refused);
  ala_problem_box_set_buttons (self->problem, NULL, NULL);
  ala_problem_box_set_error (self->problem, NULL);
}

static void
on_check_clicked (GtkWidget    *button,
                  AlaPageStart *self)
{
  self->deleted = FALSE;
  forget_refusal (self);
  g_signal_emit (self, check_link_signal, 0, g_object_get_data (G_OBJECT (button), "setup"));
}

gboolean
ala_page_start_refuse_check (AlaPageStart *self,
                             AlaSetup     *setup,
                             const GError *error)
{
  g_autoptr (GError) no_token = NULL;
  AlaWorkspace *workspace;
  const char *way_on;

  g_return_val_if_fail (ALA_IS_PAGE_START (self), FALSE);
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);

  workspace = ala_page_get_workspace (ALA_PAGE (self));
  if (error == NULL && (ala_workspace_get_access_token (workspace) != NULL || ala_workspace_is_keyless (workspace)))
    return FALSE;

  if (error == NULL)
    error = no_token = ala_problem_new_error (ALA_PROBLEM_TOKEN_MISSING,
                                              _("No token of this link was found where its secrets are."));
  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_TOKEN_MISSING:
      way_on = _("_Authorize Again");
      break;
    case ALA_PROBLEM_SECRETS_MISSING:
      way_on = _("_Open the Link");
      break;
    default:
      way_on = _("_Try Again");
    }

  g_set_object (&self->refused, setup);
  ala_problem_box_set_buttons (self->problem, way_on, NULL);
  ala_problem_box_set_error (self->problem, error);
  ala_page_set_complete (ALA_PAGE (self), TRUE);
  return TRUE;
}

static void
on_way_on (AlaPageStart *self)
{
  AlaProblem problem = ala_problem_box_get_problem (self->problem);
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->refused);

  if (setup == NULL)
    return;

  forget_refusal (self);
  g_signal_emit (self, problem == ALA_PROBLEM_TOKEN_MISSING || problem == ALA_PROBLEM_SECRETS_MISSING
                       ? open_link_signal : check_link_signal,
                 0, setup);
}

static void
on_link_activated (AdwActionRow *row,
                   AlaPageStart *self)
{
  self->deleted = FALSE;
  forget_refusal (self);
  g_signal_emit (self, open_link_signal, 0, g_object_get_data (G_OBJECT (row), "setup"));
}

static void
on_cleared (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaPageStart) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The link is gone from the list already; what stayed behind in the keyring is said, not hidden. */
  if (!ala_secret_store_clear_finish (ALA_SECRET_STORE (source), result, &error))
    ala_problem_box_set_error (self->problem, error);
}

static void
on_delete_answer (GtkWidget  *dialog,
                  const char *response,
                  gpointer    user_data)
{
  AlaPageStart *self = user_data;
  AlaSetup *setup = g_object_get_data (G_OBJECT (dialog), "setup");
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete"))
    return;

  if (ala_workspace_get_setup (workspace) == setup)
    self->deleted = TRUE;
  ala_secret_store_clear_async (ala_workspace_get_secrets (workspace), setup, NULL, NULL, on_cleared, g_object_ref (self));
  if (!ala_setup_store_delete (ala_workspace_get_setups (workspace), setup, &error))
    ala_problem_box_set_error (self->problem, error);
}

static void
on_delete_clicked (GtkWidget    *button,
                   AlaPageStart *self)
{
  AlaSetup *setup = g_object_get_data (G_OBJECT (button), "setup");
  g_autofree char *name = ala_setup_dup_name (setup);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the host name of a Jira */
  heading = g_strdup_printf (_("Delete the Link to %s?"), name);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                                   _("Its private key and its token are removed from this computer. In Jira the link and "
                                     "the access stay until you delete them there: the link on the page “Application "
                                     "links”, the access in your profile under “View OAuth Access Tokens”."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "setup", g_object_ref (setup), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Only what Jira knew once can be checked. */
static void
add_check_button (AlaPageStart *self,
                  AdwActionRow *row,
                  AlaSetup     *setup,
                  const char   *name)
{
  g_autofree char *check_name = NULL;
  GtkWidget *button;

  if (ala_setup_get_authorized (setup) == 0 && ala_setup_get_link_known (setup) == 0 && ala_setup_get_checked (setup) == 0)
    return;

  /* Translators: %s is the host name of a Jira */
  check_name = g_strdup_printf (_("Check the link to %s now"), name);
  button = gtk_button_new_with_label (_("Check Now"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, check_name, -1);
  g_object_set_data_full (G_OBJECT (button), "setup", g_object_ref (setup), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_check_clicked), self);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
create_link_row (AlaPageStart *self,
                 AlaSetup     *setup)
{
  g_autofree char *name = ala_setup_dup_name (setup);
  g_autofree char *subtitle = ala_link_words_describe (setup);
  g_autofree char *delete_name = NULL;
  GtkWidget *row, *icon, *button, *arrow;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "subtitle", subtitle, "activatable", TRUE,
                      "use-markup", FALSE, NULL);
  g_object_set_data_full (G_OBJECT (row), "setup", g_object_ref (setup), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (on_link_activated), self);

  icon = ala_state_icon_new ();
  ala_state_icon_set_state (ALA_STATE_ICON (icon), ala_link_words_get_state (setup));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  add_check_button (self, ADW_ACTION_ROW (row), setup, name);

  /* Translators: %s is the host name of a Jira */
  delete_name = g_strdup_printf (_("Delete the link to %s"), name);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, delete_name, -1);
  g_object_set_data_full (G_OBJECT (button), "setup", g_object_ref (setup), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);

  return row;
}

static void
update_links (AlaPageStart *self)
{
  GListModel *links = G_LIST_MODEL (ala_workspace_get_setups (ala_page_get_workspace (ALA_PAGE (self))));
  guint n_links = g_list_model_get_n_items (links);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->links_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (links, i);
      GtkWidget *row = create_link_row (self, setup);

      adw_preferences_group_add (self->links_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), n_links > 0);
}

/* A saved link was opened, perhaps of another product. */
static void
show_product (AlaPageStart *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  GListModel *profiles = G_LIST_MODEL (ala_workspace_get_profiles (workspace));

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (AlaProfile) profile = g_list_model_get_item (profiles, i);

      if (profile == ala_workspace_get_profile (workspace))
        adw_combo_row_set_selected (self->product, i);
    }
}

/* A person who wrote a profile looks for it in the list: this is where to say why it is not there. */
static void
show_profile_errors (AlaPageStart *self,
                     AlaProfiles  *profiles)
{
  GPtrArray *errors = ala_profiles_get_errors (profiles);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) all = NULL;

  for (guint i = 0; i < errors->len; i++)
    {
      const GError *error = g_ptr_array_index (errors, i);

      if (i > 0)
        g_string_append_c (seen, '\n');
      g_string_append (seen, error->message);
    }

  if (errors->len > 0)
    all = ala_problem_new_error (ALA_PROBLEM_PROFILE_UNREADABLE, "%s", seen->str);
  ala_problem_box_set_error (self->profile_problem, all);
}

static char *
dup_profile_name (AlaProfile *profile)
{
  return g_strdup (ala_profile_get_name (profile));
}

static void
ala_page_start_constructed_workspace (AlaPage *page)
{
  AlaPageStart *self = ALA_PAGE_START (page);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (GtkExpression) name = NULL;

  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_profile_name), NULL, NULL);
  adw_combo_row_set_expression (self->product, name);
  adw_combo_row_set_model (self->product, G_LIST_MODEL (ala_workspace_get_profiles (workspace)));
  on_product_selected (self);
  show_profile_errors (self, ala_workspace_get_profiles (workspace));
  g_signal_connect_object (workspace, "notify::profile", G_CALLBACK (show_product), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (ala_workspace_get_setups (workspace), "items-changed", G_CALLBACK (update_links), self,
                           G_CONNECT_SWAPPED);
  update_links (self);
}

static void
ala_page_start_prepare (AlaPage *page)
{
  AlaPageStart *self = ALA_PAGE_START (page);

  update_links (self);
  ala_page_set_complete (page, TRUE);
}

static void
ala_page_start_leave (AlaPage *page)
{
  AlaPageStart *self = ALA_PAGE_START (page);
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (page));
  gboolean begun = *ala_setup_get_profile (ala_page_get_setup (page)) != '\0';

  /* Next without a choice goes on with what was begun, or else begins in the first of the two ways. Another product means
   * another link: what was begun for the first one is not carried over. */
  if (self->deleted || !begun || !g_str_equal (ala_profile_get_id (profile), get_chosen_profile (self)))
    begin (self, NULL);
  forget_refusal (self);
}

static void
ala_page_start_dispose (GObject *object)
{
  g_clear_pointer (&ALA_PAGE_START (object)->rows, g_ptr_array_unref);
  g_clear_object (&ALA_PAGE_START (object)->refused);

  G_OBJECT_CLASS (ala_page_start_parent_class)->dispose (object);
}

static void
ala_page_start_class_init (AlaPageStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_start_dispose;
  page_class->constructed_workspace = ala_page_start_constructed_workspace;
  page_class->prepare = ala_page_start_prepare;
  page_class->leave = ala_page_start_leave;

  open_link_signal = g_signal_new ("open-link", ALA_TYPE_PAGE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ALA_TYPE_SETUP);
  check_link_signal = g_signal_new ("check-link", ALA_TYPE_PAGE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, ALA_TYPE_SETUP);

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-start.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, profile_problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, links_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, new_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, product);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, new_link);
  gtk_widget_class_bind_template_child (widget_class, AlaPageStart, practise);
  gtk_widget_class_bind_template_callback (widget_class, on_product_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_new_link_activated);
  gtk_widget_class_bind_template_callback (widget_class, ala_page_start_practise);
  gtk_widget_class_bind_template_callback (widget_class, on_way_on);
}

static void
ala_page_start_init (AlaPageStart *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
