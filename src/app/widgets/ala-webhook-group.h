/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-webhook-review.h"

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK_GROUP (ala_webhook_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookGroup, ala_webhook_group, ALA, WEBHOOK_GROUP, AdwPreferencesGroup)

/**
 * AlaWebhookGroup:
 *
 * What Jira has of webhooks, as far as it concerns one product: a line that sums up, the webhooks that are the product's or look like
 * it, and the events that none of them sends.
 *
 * Signal: "again": the button.
 */

/** ala_webhook_group_set_busy: Says that Jira is being asked. */
void ala_webhook_group_set_busy   (AlaWebhookGroup  *self);

/**
 * ala_webhook_group_set_review:
 * @review: (nullable): what was found; %NULL when it is not known
 * @product: the name of the product
 * @forbidden: whether it is not known because the user is no administrator
 */
void ala_webhook_group_set_review (AlaWebhookGroup  *self,
                                   AlaWebhookReview *review,
                                   const char       *product,
                                   gboolean          forbidden);

G_END_DECLS
