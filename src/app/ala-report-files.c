/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-files.h"

#include <glib/gi18n.h>

#include "ala-report-file.h"

struct _AlaReportFiles
{
  GObject parent_instance;

  GtkNativeDialog *chooser; /* (nullable): GTK keeps no reference to an open one */
  AlaReport *report;        /* (nullable): the one that is to be saved */
  GFile *file;              /* (nullable): where it is being saved */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaReportFiles, ala_report_files, G_TYPE_OBJECT)

static void
fail (AlaReportFiles *self,
      const GError   *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaReportFiles) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ala_report_save_finish (ALA_REPORT (source), result, &error))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->file);
  else
    fail (self, error);
}

void
ala_report_files_save_to (AlaReportFiles *self,
                          AlaReport      *report,
                          GFile          *file)
{
  g_return_if_fail (ALA_IS_REPORT_FILES (self));
  g_return_if_fail (ALA_IS_REPORT (report));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  ala_report_save_async (report, file, self->cancellable, on_saved, g_object_ref (self));
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaReportFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaReport) report = ala_report_load_finish (result, &error);

  if (report != NULL)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0, report);
  else
    fail (self, error);
}

void
ala_report_files_load_from (AlaReportFiles *self,
                            GFile          *file)
{
  g_return_if_fail (ALA_IS_REPORT_FILES (self));
  g_return_if_fail (G_IS_FILE (file));

  ala_report_load_async (file, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 gpointer         user_data)
{
  AlaReportFiles *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    ala_report_files_save_to (self, self->report, file);
  g_clear_object (&self->chooser);
}

static void
on_report_chosen (GtkNativeDialog *chooser,
                  int              response,
                  gpointer         user_data)
{
  AlaReportFiles *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    ala_report_files_load_from (self, file);
  g_clear_object (&self->chooser);
}

static void
make_chooser (AlaReportFiles       *self,
              GtkWindow            *parent,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept,
              GCallback             on_response)
{
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", on_response, self, 0);
}

void
ala_report_files_save (AlaReportFiles *self,
                       AlaReport      *report,
                       GtkWindow      *parent)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ALA_IS_REPORT_FILES (self));
  g_return_if_fail (ALA_IS_REPORT (report));

  g_set_object (&self->report, report);
  name = ala_report_dup_file_name (report, ALA_REPORT_HTML);
  make_chooser (self, parent, _("Save the Report (.html, .json or .txt)"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                G_CALLBACK (on_place_chosen));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (self->chooser);
}

void
ala_report_files_load (AlaReportFiles *self,
                       GtkWindow      *parent)
{
  g_autoptr (GtkFileFilter) reports = gtk_file_filter_new ();

  g_return_if_fail (ALA_IS_REPORT_FILES (self));

  make_chooser (self, parent, _("Earlier Report"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"), G_CALLBACK (on_report_chosen));
  gtk_file_filter_set_name (reports, _("Reports saved as JSON"));
  gtk_file_filter_add_suffix (reports, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), reports);
  gtk_native_dialog_show (self->chooser);
}

AlaReportFiles *
ala_report_files_new (void)
{
  return g_object_new (ALA_TYPE_REPORT_FILES, NULL);
}

static void
ala_report_files_dispose (GObject *object)
{
  AlaReportFiles *self = ALA_REPORT_FILES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->report);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (ala_report_files_parent_class)->dispose (object);
}

static void
ala_report_files_class_init (AlaReportFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_report_files_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", ALA_TYPE_REPORT_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", ALA_TYPE_REPORT_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, ALA_TYPE_REPORT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ALA_TYPE_REPORT_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ala_report_files_init (AlaReportFiles *self)
{
  self->cancellable = g_cancellable_new ();
}
