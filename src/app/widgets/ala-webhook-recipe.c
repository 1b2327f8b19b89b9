/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-recipe.h"

#include "ala-copy-row.h"
#include "ala-webhook-event.h"
#include "ala-webhook-review.h"

struct _AlaWebhookRecipe
{
  AdwPreferencesGroup parent_instance;

  AlaCopyRow *all;
  AlaCopyRow *name;
  AlaCopyRow *url;
  AlaCopyRow *events;
};

static guint open_signal, copied_signal;

G_DEFINE_FINAL_TYPE (AlaWebhookRecipe, ala_webhook_recipe, ADW_TYPE_PREFERENCES_GROUP)

void
ala_webhook_recipe_set_webhook (AlaWebhookRecipe *self,
                                AlaWebhook       *webhook,
                                const char       *page,
                                AlaSetup         *setup)
{
  g_autofree char *recipe = NULL;
  g_autofree char *events = NULL;

  g_return_if_fail (ALA_IS_WEBHOOK_RECIPE (self));
  g_return_if_fail (ALA_IS_WEBHOOK (webhook));
  g_return_if_fail (page != NULL);
  g_return_if_fail (ALA_IS_SETUP (setup));

  recipe = ala_webhook_dup_recipe (webhook, page);
  events = ala_webhook_event_dup_list (ala_webhook_get_events (webhook));

  ala_copy_row_keep_tick (self->all, setup, "webhook-all");
  ala_copy_row_keep_tick (self->name, setup, "webhook-name");
  ala_copy_row_keep_tick (self->url, setup, "webhook-url");
  ala_copy_row_keep_tick (self->events, setup, "webhook-events");
  ala_copy_row_set_value (self->all, recipe);
  ala_copy_row_set_value (self->name, ala_webhook_get_name (webhook));
  ala_copy_row_set_value (self->url, ala_webhook_get_url (webhook));
  ala_copy_row_set_value (self->events, events);
}

static void
on_open_clicked (AlaWebhookRecipe *self)
{
  g_signal_emit (self, open_signal, 0);
}

static void
on_row_copied (AlaWebhookRecipe *self)
{
  g_signal_emit (self, copied_signal, 0);
}

static void
ala_webhook_recipe_class_init (AlaWebhookRecipeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  open_signal = g_signal_new ("open", ALA_TYPE_WEBHOOK_RECIPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  copied_signal = g_signal_new ("copied", ALA_TYPE_WEBHOOK_RECIPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-webhook-recipe.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookRecipe, all);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookRecipe, name);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookRecipe, url);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookRecipe, events);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_copied);
}

static void
ala_webhook_recipe_init (AlaWebhookRecipe *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
