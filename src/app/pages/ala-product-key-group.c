/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-product-key-group.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ala-key-import.h"
#include "ala-key-words.h"
#include "ala-problem-box.h"
#include "ala-product-key.h"
#include "ala-state-icon.h"

struct _AlaProductKeyGroup
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GtkTextView *text;
  AlaProblemBox *problem;
  AlaProblemBox *doubt;
  AdwPreferencesGroup *found;
  AdwActionRow *size;
  AlaStateIcon *size_icon;
  AdwActionRow *fingerprint;

  AlaWorkspace *workspace; /* (nullable) */
  AlaSetup *shown;         /* (nullable): whose key stands in the box */
  GCancellable *pasting;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AlaProductKeyGroup, ala_product_key_group, GTK_TYPE_WIDGET)

static char *
dup_text (AlaProductKeyGroup *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
judge (AlaProductKeyGroup *self)
{
  AlaSetup *setup = ala_workspace_get_setup (self->workspace);
  g_autoptr (GError) doubt = NULL;
  g_autofree char *size = NULL;
  g_autofree char *fingerprint = NULL;
  gboolean known;

  known = *ala_setup_get_public_key (setup) != '\0';
  gtk_widget_set_visible (GTK_WIDGET (self->found), known);
  if (known)
    {
      doubt = ala_product_key_judge (setup, ala_workspace_get_profile (self->workspace), ala_workspace_get_profiles (self->workspace));
      /* Translators: the size of a key */
      size = g_strdup_printf (_("%u bits"), ala_setup_get_key_bits (setup));
      fingerprint = ala_key_words_fingerprint (ala_setup_get_key_fingerprint (setup));
      adw_action_row_set_subtitle (self->size, size);
      adw_action_row_set_subtitle (self->fingerprint, fingerprint);
      ala_state_icon_set_state (self->size_icon, doubt != NULL ? ALA_CHECK_WARNING : ALA_CHECK_PASSED);
    }
  ala_problem_box_set_error (self->doubt, doubt);
}

/* Where the text is broken it gets no hyphens, which would look like a part of the key. */
static void
forbid_hyphens (AlaProductKeyGroup *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "whole", &start, &end);
}

static void
read_text (AlaProductKeyGroup *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPublicKey) key = NULL;

  forbid_hyphens (self);
  if (self->filling || self->workspace == NULL)
    return;

  key = ala_product_key_read (text, &error);
  /* That nothing stands there is plain to see. */
  ala_problem_box_set_error (self->problem, ala_problem_from_error (error) != ALA_PROBLEM_PUBLIC_KEY_MISSING ? error : NULL);
  ala_workspace_adopt_public_key (self->workspace, key);
  judge (self);
}

void
ala_product_key_group_show (AlaProductKeyGroup *self,
                            AlaWorkspace       *workspace)
{
  g_autofree char *title = NULL;
  g_autofree char *escaped_title = NULL;
  g_autofree char *escaped_source = NULL;
  AlaProfile *profile;
  AlaSetup *setup;

  g_return_if_fail (ALA_IS_PRODUCT_KEY_GROUP (self));
  g_return_if_fail (ALA_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  profile = ala_workspace_get_profile (workspace);
  setup = ala_workspace_get_setup (workspace);

  /* Translators: the name of a product */
  title = g_strdup_printf (_("Public key of %s"), ala_profile_get_name (profile));
  escaped_title = g_markup_escape_text (title, -1);
  escaped_source = g_markup_escape_text (ala_profile_get_key_source (profile), -1);
  adw_preferences_group_set_title (self->group, escaped_title);
  adw_preferences_group_set_description (self->group, escaped_source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  /* What was typed and is no key stays to be mended. */
  if (self->shown != setup || *ala_setup_get_public_key (setup) != '\0')
    {
      g_set_object (&self->shown, setup);
      self->filling = TRUE;
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), ala_setup_get_public_key (setup), -1);
      self->filling = FALSE;
      ala_problem_box_set_error (self->problem, NULL);
    }
  judge (self);
}

static void
on_pasted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaProductKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text != NULL && self->text != NULL && strlen (text) <= ALA_KEY_FILE_MAX)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static void
on_paste_clicked (AlaProductKeyGroup *self)
{
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->pasting, on_pasted, g_object_ref (self));
}

static void
ala_product_key_group_dispose (GObject *object)
{
  AlaProductKeyGroup *self = ALA_PRODUCT_KEY_GROUP (object);
  GtkWidget *child;

  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  g_clear_object (&self->workspace);
  g_clear_object (&self->shown);
  self->text = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ala_product_key_group_parent_class)->dispose (object);
}

static void
ala_product_key_group_class_init (AlaProductKeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_product_key_group_dispose;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-product-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, group);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, text);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, doubt);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, found);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, size);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, size_icon);
  gtk_widget_class_bind_template_child (widget_class, AlaProductKeyGroup, fingerprint);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked);
}

static void
ala_product_key_group_init (AlaProductKeyGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text), "whole", "insert-hyphens", FALSE, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (read_text), self, G_CONNECT_SWAPPED);
}
