/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-webhook.h"

G_BEGIN_DECLS

/**
 * AlaWebhookApi:
 * @ALA_WEBHOOK_API_OLD: Jira up to 9, and Cloud
 * @ALA_WEBHOOK_API_NEW: Jira Data Center from 10 on
 *
 * The two ways in which Jira speaks of its webhooks (reference/jira-oauth.md section 7). Cloud's resource for apps is neither: a
 * token of OAuth 1.0a never gets at it.
 */
typedef enum
{
  ALA_WEBHOOK_API_OLD,
  ALA_WEBHOOK_API_NEW,
} AlaWebhookApi;

/**
 * ala_webhook_new_from_json:
 * @node: (nullable): what either API says of one webhook; any member may be missing or of another type than documented
 *
 * Returns: (transfer full) (nullable): the webhook, %NULL when @node names no address to send to
 */
AlaWebhook *ala_webhook_new_from_json        (JsonNode      *node);

/**
 * ala_webhook_list_from_json:
 * @root: the reply to the question for all webhooks
 *
 * Returns: (transfer full) (element-type AlaWebhook) (nullable): the webhooks, %NULL when @root holds no list; what is none within it
 *   is passed over
 */
GPtrArray  *ala_webhook_list_from_json       (JsonNode      *root);

/**
 * ala_webhook_new_with_statistics:
 * @node: (nullable): what Jira 10 says of the deliveries
 *
 * Returns: (transfer full): @self with what @node tells
 */
AlaWebhook *ala_webhook_new_with_statistics  (AlaWebhook    *self,
                                              JsonNode      *node);

/**
 * ala_webhook_to_json:
 * @api: for which API
 * @before: (nullable): the webhook as Jira has it, when it is to be changed into @self; %NULL to make a new one
 *
 * A change names nothing that could take away what Jira does not show, like a secret, unless it has to.
 *
 * Returns: (transfer full): the body of the request
 */
GBytes     *ala_webhook_to_json              (AlaWebhook    *self,
                                              AlaWebhookApi  api,
                                              AlaWebhook    *before);

/** ala_webhook_dup_id_of_address: Returns: (transfer full): the id in the address of one webhook, "" when there is none */
char       *ala_webhook_dup_id_of_address    (const char    *address);

G_END_DECLS
