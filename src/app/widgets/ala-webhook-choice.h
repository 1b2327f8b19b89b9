/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup-enums.h"

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK_CHOICE (ala_webhook_choice_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookChoice, ala_webhook_choice, ALA, WEBHOOK_CHOICE, AdwPreferencesGroup)

/**
 * AlaWebhookChoice:
 *
 * Who makes the webhooks: the product, an administrator, or nobody for now.
 *
 * Signal: "changed": the person chose.
 */

/** ala_webhook_choice_fill: @product: the name of the product; @plan: what was chosen before */
void           ala_webhook_choice_fill     (AlaWebhookChoice *self,
                                            const char       *product,
                                            AlaWebhookPlan    plan);

AlaWebhookPlan ala_webhook_choice_get_plan (AlaWebhookChoice *self);

/** ala_webhook_choice_propose: Chooses that the product makes them, unless the person has chosen: for a user who has the right to it. */
void           ala_webhook_choice_propose  (AlaWebhookChoice *self);

G_END_DECLS
