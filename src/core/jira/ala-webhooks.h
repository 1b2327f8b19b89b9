/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"
#include "ala-jira-probe.h"
#include "ala-webhook.h"

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOKS (ala_webhooks_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhooks, ala_webhooks, ALA, WEBHOOKS, GObject)

/**
 * AlaWebhooks:
 *
 * The webhooks of one Jira, asked for with the rights of the client's user: lists them, makes, changes and deletes one. Which of
 * Jira's two APIs is spoken follows from the version, and from what answers (reference/jira-oauth.md section 7, "Webhooks").
 *
 * Besides the rows of every request these end with %ALA_PROBLEM_WEBHOOKS_FORBIDDEN when the user is no administrator, and with
 * %ALA_PROBLEM_WEBHOOKS_NOT_FOUND when neither API is there.
 */

/**
 * ala_webhooks_new:
 * @client: with its access token
 * @version: what Jira calls its version, "" when it is not known
 */
AlaWebhooks *ala_webhooks_new           (AlaJiraClient        *client,
                                         AlaEdition            edition,
                                         const char           *version);

/**
 * ala_webhooks_list_async:
 * @near: (nullable): an address: what Jira knows of the deliveries is asked for those webhooks that lead to the same host
 *
 * Reads all webhooks.
 */
void         ala_webhooks_list_async    (AlaWebhooks          *self,
                                         const char           *near,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/** ala_webhooks_list_finish: Returns: (transfer full) (element-type AlaWebhook): the webhooks in Jira's order */
GPtrArray   *ala_webhooks_list_finish   (AlaWebhooks          *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * ala_webhooks_save_async:
 * @webhook: what is to be
 * @before: (nullable): what is there, from ala_webhooks_list_finish(); %NULL makes a new one
 *
 * Makes or changes a webhook, then reads it back: Jira leaves out in silence what it does not know.
 */
void         ala_webhooks_save_async    (AlaWebhooks          *self,
                                         AlaWebhook           *webhook,
                                         AlaWebhook           *before,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * ala_webhooks_save_finish:
 *
 * Returns: (transfer full): the webhook as Jira has it now, for ala_webhooks_judge(); %NULL with %ALA_PROBLEM_WEBHOOK_NOT_AS_SENT
 *   when Jira took it and does not show it
 */
AlaWebhook  *ala_webhooks_save_finish   (AlaWebhooks          *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * ala_webhooks_delete_async:
 * @webhook: one that was saved or listed
 *
 * Deletes it, after a look whether what has its id now is still what @webhook says. One that is gone already is no failure.
 */
void         ala_webhooks_delete_async  (AlaWebhooks          *self,
                                         AlaWebhook           *webhook,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean     ala_webhooks_delete_finish (AlaWebhooks          *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * ala_webhooks_judge:
 * @sent: what was to be saved
 * @got: what was read back
 *
 * Returns: whether they are the same; otherwise %ALA_PROBLEM_WEBHOOK_NOT_AS_SENT says what differs
 */
gboolean     ala_webhooks_judge         (AlaWebhook           *sent,
                                         AlaWebhook           *got,
                                         GError              **error);

G_END_DECLS
