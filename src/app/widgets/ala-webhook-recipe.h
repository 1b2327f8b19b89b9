/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"
#include "ala-webhook.h"

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK_RECIPE (ala_webhook_recipe_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookRecipe, ala_webhook_recipe, ALA, WEBHOOK_RECIPE, AdwPreferencesGroup)

/**
 * AlaWebhookRecipe:
 *
 * What an administrator enters on Jira's page with the webhooks, value by value, and all at once to be handed on.
 *
 * Signals: "open": the button that opens the page; "copied": a value was copied, which is ticked in the setup.
 */

/** ala_webhook_recipe_set_webhook: @page: the address of Jira's page with the webhooks */
void ala_webhook_recipe_set_webhook (AlaWebhookRecipe *self,
                                     AlaWebhook       *webhook,
                                     const char       *page,
                                     AlaSetup         *setup);

G_END_DECLS
