/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-place.h"

#include <glib/gi18n.h>

#include "ala-problem-box.h"
#include "ala-webhook-address.h"

struct _AlaWebhookPlace
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow *address;
  AdwActionRow *known;
  GtkButton *use_known;
  AlaProblemBox *problem;

  char *normalized;
  gboolean from_cloud;
  gboolean filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (AlaWebhookPlace, ala_webhook_place, ADW_TYPE_PREFERENCES_GROUP)

static void
on_address_changed (AlaWebhookPlace *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autoptr (GError) error = NULL;
  g_autofree char *address = *text != '\0' ? ala_webhook_address_normalize (text, &error) : NULL;

  if (address != NULL)
    ala_webhook_address_check_reach (address, self->from_cloud, &error);
  ala_problem_box_set_error (self->problem, error);

  g_free (self->normalized);
  self->normalized = address != NULL ? g_steal_pointer (&address) : g_strdup ("");
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_use_known (AlaWebhookPlace *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->address), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->known)));
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

const char *
ala_webhook_place_get_address (AlaWebhookPlace *self)
{
  g_return_val_if_fail (ALA_IS_WEBHOOK_PLACE (self), NULL);

  return self->normalized;
}

void
ala_webhook_place_fill (AlaWebhookPlace *self,
                        const char      *address,
                        const char      *known,
                        const char      *note,
                        gboolean         from_cloud)
{
  g_autofree char *use = NULL;

  g_return_if_fail (ALA_IS_WEBHOOK_PLACE (self));
  g_return_if_fail (address != NULL);
  g_return_if_fail (known != NULL);
  g_return_if_fail (note != NULL);

  self->filling = TRUE;
  self->from_cloud = from_cloud;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->known), known);
  adw_action_row_set_subtitle (self->known, note);
  gtk_widget_set_visible (GTK_WIDGET (self->known), *known != '\0');
  /* Translators: %s is an address */
  use = g_strdup_printf (_("Use %s"), known);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_known), GTK_ACCESSIBLE_PROPERTY_LABEL, use, -1);

  /* What cannot be used stands as it was typed, unless another one is known. */
  if (*address != '\0' || *self->normalized != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  on_address_changed (self);
  self->filling = FALSE;
}

static void
ala_webhook_place_finalize (GObject *object)
{
  g_free (ALA_WEBHOOK_PLACE (object)->normalized);

  G_OBJECT_CLASS (ala_webhook_place_parent_class)->finalize (object);
}

static void
ala_webhook_place_class_init (AlaWebhookPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_webhook_place_finalize;

  changed_signal = g_signal_new ("changed", ALA_TYPE_WEBHOOK_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-webhook-place.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookPlace, address);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookPlace, known);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookPlace, use_known);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookPlace, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_use_known);
}

static void
ala_webhook_place_init (AlaWebhookPlace *self)
{
  self->normalized = g_strdup ("");
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
