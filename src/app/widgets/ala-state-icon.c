/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-state-icon.h"

#include <glib/gi18n.h>

struct _AlaStateIcon
{
  GtkWidget parent_instance;

  GtkImage *image;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (AlaStateIcon, ala_state_icon, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} states[] = {
  [ALA_CHECK_WAITING] = { "content-loading-symbolic", "dim-label", N_("Waiting") },
  [ALA_CHECK_RUNNING] = { NULL, NULL, N_("Running") },
  [ALA_CHECK_PASSED] = { "object-select-symbolic", "success", N_("Passed") },
  [ALA_CHECK_SKIPPED] = { "action-unavailable-symbolic", "dim-label", N_("Skipped") },
  [ALA_CHECK_WARNING] = { "dialog-warning-symbolic", "warning", N_("Warning") },
  [ALA_CHECK_FAILED] = { "dialog-error-symbolic", "error", N_("Failed") },
};

void
ala_state_icon_set_state (AlaStateIcon  *self,
                          AlaCheckState  state)
{
  g_return_if_fail (ALA_IS_STATE_ICON (self));
  g_return_if_fail ((guint) state < G_N_ELEMENTS (states));

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].css_class != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->image), states[i].css_class);
  if (states[state].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->image), states[state].css_class);

  gtk_image_set_from_icon_name (self->image, states[state].icon);
  gtk_widget_set_visible (GTK_WIDGET (self->image), state != ALA_CHECK_RUNNING);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), state == ALA_CHECK_RUNNING);
  gtk_spinner_set_spinning (self->spinner, state == ALA_CHECK_RUNNING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(states[state].word), -1);
}

GtkWidget *
ala_state_icon_new (void)
{
  return g_object_new (ALA_TYPE_STATE_ICON, NULL);
}

static void
ala_state_icon_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ala_state_icon_parent_class)->dispose (object);
}

static void
ala_state_icon_class_init (AlaStateIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_state_icon_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ala_state_icon_init (AlaStateIcon *self)
{
  self->image = GTK_IMAGE (gtk_image_new ());
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->image), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->spinner), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  ala_state_icon_set_state (self, ALA_CHECK_WAITING);
}
