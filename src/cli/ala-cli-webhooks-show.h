/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-setup.h"
#include "ala-webhook-review.h"

G_BEGIN_DECLS

/* How the command tells of webhooks. Of those of other programs it tells no more of the address than the host. */

/** ala_cli_webhooks_show: Lists the product's webhooks, then each event that it wants. */
void         ala_cli_webhooks_show       (AlaWebhookReview *review);

/** ala_cli_webhooks_show_json: @review: (nullable): what was found; @problem: (nullable): why not, or what is missing */
void         ala_cli_webhooks_show_json  (AlaSetup         *setup,
                                          AlaWebhookReview *review,
                                          const GError     *problem);

/** ala_cli_webhooks_show_draft: Says on standard error exactly what will be sent. @before: (nullable): what it changes */
void         ala_cli_webhooks_show_draft (AlaWebhook       *webhook,
                                          AlaWebhook       *before);

G_END_DECLS
