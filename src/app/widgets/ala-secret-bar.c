/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-bar.h"

#include <glib/gi18n.h>

#include "ala-problem-box.h"
#include "ala-secret-clipboard.h"

struct _AlaSecretBar
{
  GtkWidget parent_instance;

  GtkWidget *lent;
  GtkLabel *seconds;
  GtkButton *clear;
  AlaProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (AlaSecretBar, ala_secret_bar, GTK_TYPE_WIDGET)

static void
update (AlaSecretBar *self)
{
  AlaSecretClipboard *clipboard = ala_secret_clipboard_get_default ();
  const GError *error = ala_secret_clipboard_get_error (clipboard);
  guint left = ala_secret_clipboard_get_seconds_left (clipboard);
  g_autofree char *seconds = NULL;

  seconds = g_strdup_printf (ngettext ("It is taken back from the clipboard in %u second.",
                                       "It is taken back from the clipboard in %u seconds.", left),
                             left);
  gtk_label_set_label (self->seconds, seconds);
  gtk_widget_set_visible (self->lent, left > 0);
  ala_problem_box_set_error (self->problem, error);
  gtk_widget_set_visible (GTK_WIDGET (self), left > 0 || error != NULL);
}

static void
on_clear_clicked (AlaSecretBar *self)
{
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
}

static void
ala_secret_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ala_secret_bar_parent_class)->dispose (object);
}

static void
ala_secret_bar_class_init (AlaSecretBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_secret_bar_dispose;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-secret-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaSecretBar, lent);
  gtk_widget_class_bind_template_child (widget_class, AlaSecretBar, seconds);
  gtk_widget_class_bind_template_child (widget_class, AlaSecretBar, clear);
  gtk_widget_class_bind_template_child (widget_class, AlaSecretBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "secretbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ala_secret_bar_init (AlaSecretBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ala_problem_box_set_buttons (self->problem, _("_Clear Now"), NULL);
  g_signal_connect_object (ala_secret_clipboard_get_default (), "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
