/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK_RESULT (ala_webhook_result_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookResult, ala_webhook_result, ALA, WEBHOOK_RESULT, AdwPreferencesGroup)

/**
 * AlaWebhookResult:
 *
 * What became of a webhook that was sent, and the button that takes it back.
 *
 * Signal: "undo": the button.
 */

/**
 * ala_webhook_result_show:
 * @completed: whether it was there before
 * @error: (nullable): what Jira did not keep
 */
void ala_webhook_result_show (AlaWebhookResult *self,
                              gboolean          completed,
                              const GError     *error);

G_END_DECLS
