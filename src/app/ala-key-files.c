/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-files.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-problem.h"

struct _AlaKeyFiles
{
  GObject parent_instance;

  GtkNativeDialog *chooser; /* (nullable): GTK keeps no reference to an open one */
  GtkWindow *parent;        /* weak */
  GFile *file;              /* the key that is being imported, or the folder for the export */
  AlaKeyPair *pair;         /* the pair that is being exported */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_IMPORTED,
  SIGNAL_EXPORTED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaKeyFiles, ala_key_files, G_TYPE_OBJECT)

static void import (AlaKeyFiles *self,
                    AlaSecret   *password);

/* Import */

static void
on_password_answer (GtkWidget  *dialog,
                    const char *response,
                    gpointer    user_data)
{
  AlaKeyFiles *self = user_data;
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));

  if (g_str_equal (response, "unlock"))
    {
      g_autoptr (AlaSecret) password = ala_secret_new (gtk_editable_get_text (entry), -1);

      import (self, password);
    }
  gtk_editable_set_text (entry, "");
}

static void
ask_for_password (AlaKeyFiles  *self,
                  const GError *error)
{
  gboolean again = ala_problem_from_error (error) == ALA_PROBLEM_KEY_PASSWORD_WRONG;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *body = NULL;
  GtkWidget *dialog, *entry;

  /* Translators: %s is the name of a file */
  body = g_strdup_printf (again ? _("This password does not open “%s”. Check capital letters and keyboard layout.")
                                : _("“%s” is encrypted. The password is used once and not kept."),
                          name);
  dialog = adw_message_dialog_new (self->parent, _("Password of the Private Key"), body);
  entry = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", TRUE, "placeholder-text", _("Password"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "unlock", _("_Unlock"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "unlock", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "unlock");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_password_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_imported (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AlaKeyFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_import_file_finish (result, &error);

  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_NONE:
      if (pair != NULL)
        g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, pair);
      break;
    case ALA_PROBLEM_KEY_PASSWORD_NEEDED:
    case ALA_PROBLEM_KEY_PASSWORD_WRONG:
      ask_for_password (self, error);
      break;
    default:
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }
}

static void
import (AlaKeyFiles *self,
        AlaSecret   *password)
{
  ala_key_import_file_async (self->file, password, self->cancellable, on_imported, g_object_ref (self));
}

void
ala_key_files_import_file (AlaKeyFiles *self,
                           GFile       *file,
                           GtkWindow   *parent)
{
  g_return_if_fail (ALA_IS_KEY_FILES (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_weak_pointer (&self->parent, parent);
  g_set_object (&self->file, file);
  import (self, NULL);
}

static void
on_key_chosen (GtkNativeDialog *dialog,
               int              response,
               gpointer         user_data)
{
  AlaKeyFiles *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_set_object (&self->file, file);
      import (self, NULL);
    }
  g_clear_object (&self->chooser);
}

static void
show_chooser (AlaKeyFiles          *self,
              GtkWindow            *parent,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept,
              GCallback             on_response)
{
  g_set_weak_pointer (&self->parent, parent);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", on_response, self, 0);
  gtk_native_dialog_show (self->chooser);
}

void
ala_key_files_import (AlaKeyFiles *self,
                      GtkWindow   *parent)
{
  g_return_if_fail (ALA_IS_KEY_FILES (self));

  show_chooser (self, parent, _("Private Key"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), G_CALLBACK (on_key_chosen));
}

/* Export */

static void
export (AlaKeyFiles *self)
{
  g_autoptr (GError) error = NULL;

  if (ala_key_export_guide_files (self->pair, self->file, &error))
    g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, self->file);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  g_clear_object (&self->pair);
}

static void
on_overwrite_answer (AlaKeyFiles *self,
                     const char  *response)
{
  if (g_str_equal (response, "replace"))
    export (self);
  else
    g_clear_object (&self->pair);
}

static gboolean
has_guide_file (GFile *folder)
{
  const char * const *names = ala_key_export_guide_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      if (g_file_query_exists (file, NULL))
        return TRUE;
    }

  return FALSE;
}

static void
on_folder_chosen (GtkNativeDialog *chooser,
                  int              response,
                  gpointer         user_data)
{
  AlaKeyFiles *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      g_set_object (&self->file, folder);
      if (has_guide_file (folder))
        {
          GtkWidget *dialog = adw_message_dialog_new (self->parent, _("Replace the Key Files?"),
                                                      _("The folder holds key files of these names already. If they "
                                                        "belong to a link that is in use, choose another folder."));

          adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace",
                                            _("_Replace"), NULL);
          adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                                      ADW_RESPONSE_DESTRUCTIVE);
          g_signal_connect_object (dialog, "response", G_CALLBACK (on_overwrite_answer), self, G_CONNECT_SWAPPED);
          gtk_window_present (GTK_WINDOW (dialog));
        }
      else
        {
          export (self);
        }
    }
  g_clear_object (&self->chooser);
}

void
ala_key_files_export (AlaKeyFiles *self,
                      AlaKeyPair  *pair,
                      GtkWindow   *parent)
{
  g_return_if_fail (ALA_IS_KEY_FILES (self));
  g_return_if_fail (ALA_IS_KEY_PAIR (pair));

  g_set_object (&self->pair, pair);
  show_chooser (self, parent, _("Folder for the Key Files"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save Here"),
                G_CALLBACK (on_folder_chosen));
}

AlaKeyFiles *
ala_key_files_new (void)
{
  return g_object_new (ALA_TYPE_KEY_FILES, NULL);
}

static void
ala_key_files_dispose (GObject *object)
{
  AlaKeyFiles *self = ALA_KEY_FILES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->file);
  g_clear_object (&self->pair);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (ala_key_files_parent_class)->dispose (object);
}

static void
ala_key_files_class_init (AlaKeyFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_key_files_dispose;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", ALA_TYPE_KEY_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, ALA_TYPE_KEY_PAIR);
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", ALA_TYPE_KEY_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ALA_TYPE_KEY_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ala_key_files_init (AlaKeyFiles *self)
{
  self->cancellable = g_cancellable_new ();
}
