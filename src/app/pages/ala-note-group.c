/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-note-group.h"

#include <glib/gi18n.h>

struct _AlaNoteGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *save;
  AdwActionRow *copy;

  AlaJiraNote *note;        /* (nullable) */
  GtkNativeDialog *chooser; /* (nullable): GTK keeps no reference to an open one */
  GFile *file;              /* (nullable): where it is being saved */
  GCancellable *cancellable;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (AlaNoteGroup, ala_note_group, ADW_TYPE_PREFERENCES_GROUP)

static void
forget_what_was_done (AlaNoteGroup *self)
{
  adw_action_row_set_subtitle (self->save, _("A page to send or print (.html), or plain text (.txt)"));
  adw_action_row_set_subtitle (self->copy, _("As text, for a ticket or a message"));
}

void
ala_note_group_set_note (AlaNoteGroup *self,
                         AlaJiraNote  *note)
{
  g_return_if_fail (ALA_IS_NOTE_GROUP (self));

  g_set_object (&self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self), note != NULL);
  forget_what_was_done (self);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaNoteGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ala_jira_note_save_finish (ALA_JIRA_NOTE (source), result, &error);

  /* The window was closed meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->file == NULL)
    return;

  if (saved)
    {
      g_autofree char *path = g_file_get_parse_name (self->file);
      /* Translators: %s is the name of a file */
      g_autofree char *text = g_strdup_printf (_("Saved as %s"), path);

      adw_action_row_set_subtitle (self->save, text);
    }
  else
    {
      g_signal_emit (self, failed_signal, 0, error);
    }
}

void
ala_note_group_save_to (AlaNoteGroup *self,
                        GFile        *file)
{
  g_return_if_fail (ALA_IS_NOTE_GROUP (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->note == NULL)
    return;

  g_set_object (&self->file, file);
  ala_jira_note_save_async (self->note, file, self->cancellable, on_saved, g_object_ref (self));
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 gpointer         user_data)
{
  AlaNoteGroup *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    ala_note_group_save_to (self, file);
  g_clear_object (&self->chooser);
}

static void
on_save_activated (AlaNoteGroup *self)
{
  g_autofree char *name = NULL;

  if (self->note == NULL)
    return;

  forget_what_was_done (self);
  name = ala_jira_note_dup_file_name (self->note);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_("Save the Note (.html or .txt)"),
                                                                  GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                                  GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (self->chooser);
}

static void
on_copy_activated (AlaNoteGroup *self)
{
  g_autofree char *text = NULL;

  if (self->note == NULL)
    return;

  forget_what_was_done (self);
  text = ala_jira_note_to (self->note, ALA_JIRA_NOTE_TEXT);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_action_row_set_subtitle (self->copy, _("Copied"));
}

static void
ala_note_group_dispose (GObject *object)
{
  AlaNoteGroup *self = ALA_NOTE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->note);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (ala_note_group_parent_class)->dispose (object);
}

static void
ala_note_group_class_init (AlaNoteGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_note_group_dispose;

  failed_signal = g_signal_new ("failed", ALA_TYPE_NOTE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-note-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaNoteGroup, save);
  gtk_widget_class_bind_template_child (widget_class, AlaNoteGroup, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_save_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_activated);
}

static void
ala_note_group_init (AlaNoteGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}
