/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-handover.h"

#include <glib/gi18n.h>

#include "ala-browser-opener.h"
#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-problem-box.h"
#include "ala-product-sight.h"
#include "ala-rotation.h"
#include "ala-secret-clipboard.h"

struct _AlaPageHandover
{
  AlaPage parent_instance;

  AlaProblemBox *problem;
  AlaProductSight *sight;
  AlaBrowserOpener *opener;
  AdwPreferencesGroup *fields;
  GtkCheckButton *skip;

  GPtrArray *rows;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AlaPageHandover, ala_page_handover, ALA_TYPE_PAGE)

/* Ticks of the hand-over share their place in the setup with those of other pages. */
static char *
get_tick (AlaProfileField *field)
{
  return g_strconcat ("field-", ala_profile_field_get_id (field), NULL);
}

static gboolean
is_everything_done (AlaPageHandover *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));
  GListModel *fields = ala_profile_get_fields (profile);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = get_tick (field);

      if (!ala_setup_is_done (setup, tick))
        return FALSE;
    }

  return TRUE;
}

static void
update (AlaPageHandover *self)
{
  ala_page_set_complete (ALA_PAGE (self),
                         gtk_check_button_get_active (self->skip) || is_everything_done (self));
}

static void
set_done (AlaPageHandover *self,
          AlaProfileField *field,
          gboolean         done)
{
  g_autofree char *tick = get_tick (field);

  ala_setup_set_done (ala_page_get_setup (ALA_PAGE (self)), tick, done);
  ala_workspace_save (ala_page_get_workspace (ALA_PAGE (self)));
  update (self);
}

/* Rows */

static AlaSecret *
get_secret (AlaPageHandover  *self,
            AlaProfileField  *field,
            GError          **error)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaKeyPair *pair = ala_workspace_get_key_pair (workspace);
  const char *name = ala_profile_field_get_secret (field);
  AlaSecret *secret;

  if (g_strcmp0 (name, ALA_SECRET_PRIVATE_KEY) == 0)
    return pair != NULL ? ala_key_export_private (pair, ala_profile_get_private_key_form (ala_workspace_get_profile (workspace)), error)
                        : NULL;

  secret = g_strcmp0 (name, ALA_SECRET_ACCESS_TOKEN) == 0 ? ala_workspace_get_access_token (workspace)
                                                           : ala_workspace_get_access_token_secret (workspace);
  return secret != NULL ? ala_secret_ref (secret) : NULL;
}

static char *
get_text (AlaPageHandover *self,
          AlaProfileField *field)
{
  g_autofree char *public_key = ala_workspace_dup_public_key (ala_page_get_workspace (ALA_PAGE (self)));

  return ala_profile_field_dup_value (field, ala_page_get_setup (ALA_PAGE (self)), public_key);
}

static void
on_field_copied (AlaCopyRow      *row,
                 AlaPageHandover *self)
{
  AlaProfileField *field = g_object_get_data (G_OBJECT (row), "field");

  set_done (self, field, TRUE);
}

static void
on_action_toggled (GtkCheckButton  *check,
                   AlaPageHandover *self)
{
  if (!self->filling)
    set_done (self, g_object_get_data (G_OBJECT (check), "field"), gtk_check_button_get_active (check));
}

static GtkWidget *
create_action_row (AlaPageHandover *self,
                   AlaProfileField *field,
                   gboolean         done)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ala_profile_field_get_label (field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ala_profile_field_get_hint (field));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ala_profile_field_get_label (field), -1);
  g_object_set_data_full (G_OBJECT (check), "field", g_object_ref (field), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_action_toggled), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

/* Where the profile has nothing to say, it is still said where the value belongs. */
static char *
get_hint (AlaPageHandover *self,
          AlaProfileField *field)
{
  const char *hint = ala_profile_field_get_hint (field);
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));

  if (*hint != '\0')
    return g_strdup (hint);

  /* Translators: the first %s is the label of a field, like “Jira URL”, the second the name of a product, like “Zephyr Enterprise” */
  return g_strdup_printf (_("Paste it into “%s” in %s."), ala_profile_field_get_label (field), ala_profile_get_name (profile));
}

static GtkWidget *
create_value_row (AlaPageHandover *self,
                  AlaProfileField *field,
                  const char      *tick)
{
  GtkWidget *row = ala_copy_row_new (ala_profile_field_get_label (field));
  g_autofree char *hint = get_hint (self, field);

  if (ala_profile_field_is_secret (field))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaSecret) secret = get_secret (self, field, &error);

      ala_copy_row_set_secret (ALA_COPY_ROW (row), secret);
      if (error != NULL)
        ala_problem_box_set_error (self->problem, error);
    }
  else
    {
      g_autofree char *text = get_text (self, field);

      ala_copy_row_set_value (ALA_COPY_ROW (row), text);
    }
  ala_copy_row_set_hint (ALA_COPY_ROW (row), hint);
  ala_copy_row_note_same (ALA_COPY_ROW (row), self->rows);
  ala_copy_row_keep_tick (ALA_COPY_ROW (row), ala_page_get_setup (ALA_PAGE (self)), tick);
  g_object_set_data_full (G_OBJECT (row), "field", g_object_ref (field), g_object_unref);
  g_signal_connect_object (row, "copied", G_CALLBACK (on_field_copied), self, 0);

  return row;
}

static void
clear_rows (AlaPageHandover *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_rows (AlaPageHandover *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));
  GListModel *fields = ala_profile_get_fields (profile);

  clear_rows (self);
  self->filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = get_tick (field);
      gboolean done = ala_setup_is_done (setup, tick);
      GtkWidget *row;

      if (ala_profile_field_get_value (field) == ALA_FIELD_ACTION)
        row = create_action_row (self, field, done);
      else
        row = create_value_row (self, field, tick);
      adw_preferences_group_add (self->fields, row);
      g_ptr_array_add (self->rows, row);
    }
  self->filling = FALSE;
}

/* The product's page */

/* Whether something is to be pasted: of a list one chooses, and a secret is copied by nothing but its own button. */
static gboolean
is_pasted (AlaProfileField *field)
{
  AlaFieldValue value = ala_profile_field_get_value (field);

  return value != ALA_FIELD_ACTION && value != ALA_FIELD_TEXT && !ala_profile_field_is_secret (field);
}

static void
on_opening (AlaPageHandover *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (ALA_IS_COPY_ROW (row) && is_pasted (g_object_get_data (G_OBJECT (row), "field")))
        {
          ala_copy_row_copy_by_key (ALA_COPY_ROW (row));
          return;
        }
    }
}

static void
show_opener (AlaPageHandover *self)
{
  const char *url = ala_setup_get_product_url (ala_page_get_setup (ALA_PAGE (self)));
  const char *name = ala_profile_get_name (ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self))));
  /* Translators: %s is the name of a product, like “Zephyr Enterprise” */
  g_autofree char *label = g_strdup_printf (_("_Open %s"), name);

  ala_browser_opener_reset (self->opener);
  ala_browser_opener_set_page (self->opener, label, url);
  gtk_widget_set_visible (GTK_WIDGET (self->opener), *url != '\0');
}

/* The page */

static void
update_title (AlaPageHandover *self)
{
  AlaWorkspace *workspace = ala_page_get_workspace (ALA_PAGE (self));
  AlaProfile *profile = ala_workspace_get_profile (workspace);
  AlaSetup *old = ala_rotation_get_old (ala_workspace_get_setups (workspace), ala_workspace_get_setup (workspace));
  g_autofree char *heading = NULL;
  g_autofree char *description = NULL;

  /* Translators: %s is the name of a product, like “Zephyr Enterprise” */
  heading = g_strdup_printf (_("Enter the Link in %s"), ala_profile_get_name (profile));
  description = g_strdup (_("The rows follow the product’s own dialog from top to bottom. Copy each value and paste it there. What you did is "
                            "ticked."));
  if (old != NULL)
    {
      g_autofree char *rows = g_steal_pointer (&description);
      g_autofree char *note = ala_rotation_dup_handover_note (old, profile);

      description = g_strjoin ("\n", note, rows, NULL);
    }
  ala_page_set_heading (ALA_PAGE (self), heading);
  ala_page_set_description (ALA_PAGE (self), description);
}

static void
ala_page_handover_constructed_workspace (AlaPage *page)
{
  AlaPageHandover *self = ALA_PAGE_HANDOVER (page);

  g_signal_connect_object (ala_page_get_workspace (page), "notify::profile", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
}

static void
ala_page_handover_prepare (AlaPage *page)
{
  AlaPageHandover *self = ALA_PAGE_HANDOVER (page);

  ala_problem_box_set_error (self->problem, NULL);
  gtk_check_button_set_active (self->skip, FALSE);
  update_title (self);
  show_rows (self);
  show_opener (self);
  ala_product_sight_look (self->sight, ala_page_get_workspace (page));
  update (self);
}

static void
ala_page_handover_leave (AlaPage *page)
{
  ala_product_sight_stop (ALA_PAGE_HANDOVER (page)->sight);

  /* The private key is on this page only while it is seen. */
  clear_rows (ALA_PAGE_HANDOVER (page));
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
}

static void
ala_page_handover_dispose (GObject *object)
{
  AlaPageHandover *self = ALA_PAGE_HANDOVER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_page_handover_parent_class)->dispose (object);
}

static void
ala_page_handover_class_init (AlaPageHandoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_handover_dispose;
  page_class->constructed_workspace = ala_page_handover_constructed_workspace;
  page_class->prepare = ala_page_handover_prepare;
  page_class->leave = ala_page_handover_leave;

  g_type_ensure (ALA_TYPE_BROWSER_OPENER);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_PRODUCT_SIGHT);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-handover.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageHandover, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageHandover, sight);
  gtk_widget_class_bind_template_child (widget_class, AlaPageHandover, opener);
  gtk_widget_class_bind_template_child (widget_class, AlaPageHandover, fields);
  gtk_widget_class_bind_template_child (widget_class, AlaPageHandover, skip);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_opening);
}

static void
ala_page_handover_init (AlaPageHandover *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
