/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-choice.h"

#include <glib/gi18n.h>

struct _AlaWebhookChoice
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *automatic_row;
  GtkCheckButton *automatic;
  GtkCheckButton *manual;
  GtkCheckButton *none;

  AlaWebhookPlan plan;
  gboolean filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (AlaWebhookChoice, ala_webhook_choice, ADW_TYPE_PREFERENCES_GROUP)

static void
on_toggled (AlaWebhookChoice *self)
{
  AlaWebhookPlan plan = ALA_WEBHOOK_PLAN_UNDECIDED;

  if (gtk_check_button_get_active (self->automatic))
    plan = ALA_WEBHOOK_PLAN_AUTOMATIC;
  else if (gtk_check_button_get_active (self->manual))
    plan = ALA_WEBHOOK_PLAN_MANUAL;
  else if (gtk_check_button_get_active (self->none))
    plan = ALA_WEBHOOK_PLAN_NONE;

  /* Two buttons change at once, and between the two none may be chosen. */
  if (self->filling || plan == ALA_WEBHOOK_PLAN_UNDECIDED || plan == self->plan)
    return;

  self->plan = plan;
  g_signal_emit (self, changed_signal, 0);
}

AlaWebhookPlan
ala_webhook_choice_get_plan (AlaWebhookChoice *self)
{
  g_return_val_if_fail (ALA_IS_WEBHOOK_CHOICE (self), ALA_WEBHOOK_PLAN_UNDECIDED);

  return self->plan;
}

void
ala_webhook_choice_fill (AlaWebhookChoice *self,
                         const char       *product,
                         AlaWebhookPlan    plan)
{
  g_autofree char *automatic = NULL;

  g_return_if_fail (ALA_IS_WEBHOOK_CHOICE (self));
  g_return_if_fail (product != NULL);

  /* Translators: %s is the name of a product */
  automatic = g_strdup_printf (_("%s makes them itself"), product);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->automatic_row), automatic);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->automatic), GTK_ACCESSIBLE_PROPERTY_LABEL, automatic, -1);

  self->filling = TRUE;
  self->plan = plan;
  gtk_check_button_set_active (self->automatic, plan == ALA_WEBHOOK_PLAN_AUTOMATIC);
  gtk_check_button_set_active (self->manual, plan == ALA_WEBHOOK_PLAN_MANUAL);
  gtk_check_button_set_active (self->none, plan == ALA_WEBHOOK_PLAN_NONE);
  self->filling = FALSE;
}

void
ala_webhook_choice_propose (AlaWebhookChoice *self)
{
  g_return_if_fail (ALA_IS_WEBHOOK_CHOICE (self));

  if (self->plan == ALA_WEBHOOK_PLAN_UNDECIDED)
    gtk_check_button_set_active (self->automatic, TRUE);
}

static void
ala_webhook_choice_class_init (AlaWebhookChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", ALA_TYPE_WEBHOOK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-webhook-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookChoice, automatic_row);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookChoice, automatic);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookChoice, manual);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookChoice, none);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
ala_webhook_choice_init (AlaWebhookChoice *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
