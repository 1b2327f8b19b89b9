/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-browser-opener.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-button-name.h"
#include "ala-problem-box.h"

struct _AlaBrowserOpener
{
  AdwBin parent_instance;

  GtkButton *open;
  GtkCheckButton *go_on;
  AlaProblemBox *problem;

  char *address; /* (nullable) */
  GCancellable *cancellable;
  gboolean opened;
};

static guint opening_signal;

G_DEFINE_FINAL_TYPE (AlaBrowserOpener, ala_browser_opener, ADW_TYPE_BIN)

static void
on_browser_opened (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AlaBrowserOpener) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ala_browser_open_finish (result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  ala_problem_box_set_error (self->problem, error);
  ala_problem_box_set_buttons (self->problem, _("_Copy the Address"), NULL);
}

static void
on_open_clicked (AlaBrowserOpener *self)
{
  if (self->address == NULL)
    return;

  self->opened = TRUE;
  ala_problem_box_set_error (self->problem, NULL);
  g_signal_emit (self, opening_signal, 0);
  ala_browser_open_async (self->address, GTK_WIDGET (self), self->cancellable, on_browser_opened, g_object_ref (self));
}

static void
on_copy_address (AlaBrowserOpener *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->address);
}

void
ala_browser_opener_set_page (AlaBrowserOpener *self,
                             const char       *label,
                             const char       *address)
{
  g_return_if_fail (ALA_IS_BROWSER_OPENER (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (address != NULL);

  ala_button_name_set_label (self->open, label);
  g_free (self->address);
  self->address = g_strdup (address);
}

void
ala_browser_opener_set_can_go_on (AlaBrowserOpener *self,
                                  gboolean          can_go_on)
{
  g_return_if_fail (ALA_IS_BROWSER_OPENER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->go_on), can_go_on);
}

gboolean
ala_browser_opener_shall_go_on (AlaBrowserOpener *self)
{
  g_return_val_if_fail (ALA_IS_BROWSER_OPENER (self), FALSE);

  return self->opened && gtk_widget_get_visible (GTK_WIDGET (self->go_on)) && gtk_check_button_get_active (self->go_on);
}

void
ala_browser_opener_reset (AlaBrowserOpener *self)
{
  g_return_if_fail (ALA_IS_BROWSER_OPENER (self));

  self->opened = FALSE;
  ala_problem_box_set_error (self->problem, NULL);
}

void
ala_browser_opener_set_error (AlaBrowserOpener *self,
                              const GError     *error)
{
  g_return_if_fail (ALA_IS_BROWSER_OPENER (self));

  ala_problem_box_set_error (self->problem, error);
  ala_problem_box_set_buttons (self->problem, NULL, NULL);
}

static void
ala_browser_opener_dispose (GObject *object)
{
  AlaBrowserOpener *self = ALA_BROWSER_OPENER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (ala_browser_opener_parent_class)->dispose (object);
}

static void
ala_browser_opener_class_init (AlaBrowserOpenerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_browser_opener_dispose;

  opening_signal = g_signal_new ("opening", ALA_TYPE_BROWSER_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-browser-opener.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaBrowserOpener, open);
  gtk_widget_class_bind_template_child (widget_class, AlaBrowserOpener, go_on);
  gtk_widget_class_bind_template_child (widget_class, AlaBrowserOpener, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_address);
}

static void
ala_browser_opener_init (AlaBrowserOpener *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
