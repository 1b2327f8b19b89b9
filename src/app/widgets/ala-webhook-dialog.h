/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-webhook.h"

G_BEGIN_DECLS

/**
 * ala_webhook_dialog_new:
 * @draft: what is to be sent
 * @before: (nullable): the webhook that it changes
 *
 * Shows exactly what will be sent to Jira. The response "send" sends it, everything else does not.
 *
 * Returns: (transfer none): an #AdwMessageDialog to present
 */
GtkWidget *ala_webhook_dialog_new (GtkWindow  *parent,
                                   AlaWebhook *draft,
                                   AlaWebhook *before);

G_END_DECLS
