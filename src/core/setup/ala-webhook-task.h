/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profile.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/* What ala_setup_set_done() notes once the product's webhook was seen as it should be. */
#define ALA_WEBHOOK_TASK_DONE "webhook"

/**
 * ala_webhook_task_dup:
 * @text: (out) (transfer full): translated: more about it
 *
 * Returns: (transfer full) (nullable): translated: what the person still has to do about the webhooks, by what was decided; %NULL when
 *   nothing is left
 */
char *ala_webhook_task_dup (AlaSetup    *setup,
                            AlaProfile  *profile,
                            char       **text);

G_END_DECLS
