/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-end-group.h"

#include <glib/gi18n.h>

#include "ala-end-calendar.h"
#include "ala-link-words.h"
#include "ala-state-icon.h"

struct _AlaEndGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *save;

  GPtrArray *rows;           /* of the ends */
  AlaEndCalendar *calendar;  /* (nullable) */
  GtkNativeDialog *chooser;  /* (nullable): GTK keeps no reference to an open one */
  GFile *file;               /* (nullable): where it is being saved */
  GCancellable *cancellable;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (AlaEndGroup, ala_end_group, ADW_TYPE_PREFERENCES_GROUP)

static void
forget_what_was_done (AlaEndGroup *self)
{
  adw_action_row_set_subtitle (self->save, _("For your calendar (.ics): the days, with what to do then. You can save and open it again at any "
                                             "time: it replaces itself."));
}

static void
add_row (AlaEndGroup *self,
         AlaEndDate  *end)
{
  g_autofree char *text = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = ala_state_icon_new ();

  text = ala_end_date_get_state (end) >= ALA_END_SOON
         ? g_strjoin ("\n", ala_end_date_get_text (end), ala_end_date_get_advice (end), NULL) : g_strdup (ala_end_date_get_text (end));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ala_end_date_get_title (end));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  ala_state_icon_set_state (ALA_STATE_ICON (icon), ala_link_words_get_end_state (ala_end_date_get_state (end)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
ala_end_group_set_setup (AlaEndGroup *self,
                         AlaSetup    *setup,
                         gboolean     lasting)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GListModel) ends = NULL;

  g_return_if_fail (ALA_IS_END_GROUP (self));
  g_return_if_fail (ALA_IS_SETUP (setup));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  /* The row for saving stands last. */
  g_object_ref (self->save);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->save));
  ends = ala_end_date_list (setup, now);
  for (guint i = 0; i < g_list_model_get_n_items (ends); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (ends, i);

      add_row (self, end);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->save));
  g_object_unref (self->save);

  g_clear_object (&self->calendar);
  self->calendar = ala_end_calendar_new (setup, now);
  forget_what_was_done (self);
  gtk_widget_set_visible (GTK_WIDGET (self->save), lasting && ala_end_calendar_get_n_events (self->calendar) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaEndGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ala_end_calendar_save_finish (ALA_END_CALENDAR (source), result, &error);

  /* The window was closed meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->file == NULL)
    return;

  if (saved)
    {
      g_autofree char *path = g_file_get_parse_name (self->file);
      /* Translators: %s is the name of a file */
      g_autofree char *text = g_strdup_printf (_("Saved as %s. Open it with your calendar."), path);

      adw_action_row_set_subtitle (self->save, text);
    }
  else
    {
      g_signal_emit (self, failed_signal, 0, error);
    }
}

void
ala_end_group_save_to (AlaEndGroup *self,
                       GFile       *file)
{
  g_return_if_fail (ALA_IS_END_GROUP (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->calendar == NULL)
    return;

  g_set_object (&self->file, file);
  ala_end_calendar_save_async (self->calendar, file, self->cancellable, on_saved, g_object_ref (self));
}

static void
on_place_chosen (GtkNativeDialog *chooser,
                 int              response,
                 gpointer         user_data)
{
  AlaEndGroup *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    ala_end_group_save_to (self, file);
  g_clear_object (&self->chooser);
}

static void
on_save_activated (AlaEndGroup *self)
{
  if (self->calendar == NULL)
    return;

  forget_what_was_done (self);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_("Save the Reminder (.ics)"),
                                                                  GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                                  GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), ala_end_calendar_get_file_name (self->calendar));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (self->chooser);
}

static void
ala_end_group_dispose (GObject *object)
{
  AlaEndGroup *self = ALA_END_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->calendar);
  g_clear_object (&self->file);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_end_group_parent_class)->dispose (object);
}

static void
ala_end_group_class_init (AlaEndGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_end_group_dispose;

  failed_signal = g_signal_new ("failed", ALA_TYPE_END_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-end-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaEndGroup, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_activated);
}

static void
ala_end_group_init (AlaEndGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
