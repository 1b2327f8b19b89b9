/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-problem.h"
#include "ala-webhook.h"

G_BEGIN_DECLS

/**
 * AlaWebhookRelation:
 * @ALA_WEBHOOK_FOREIGN: of somebody else's
 * @ALA_WEBHOOK_SIMILAR: perhaps the product's: it leads to the same host by another address, or sends all the same events elsewhere
 * @ALA_WEBHOOK_OURS: leads to the product's address
 */
typedef enum
{
  ALA_WEBHOOK_FOREIGN,
  ALA_WEBHOOK_SIMILAR,
  ALA_WEBHOOK_OURS,
} AlaWebhookRelation;

/**
 * AlaWebhookRemark:
 *
 * What is worth saying about a webhook of the product.
 */
typedef enum
{
  ALA_WEBHOOK_REMARK_NONE       = 0,
  ALA_WEBHOOK_REMARK_INCOMPLETE = 1 << 0, /* some of the wanted events are not in it */
  ALA_WEBHOOK_REMARK_EXTRA      = 1 << 1, /* events that the product did not ask for */
  ALA_WEBHOOK_REMARK_DISABLED   = 1 << 2,
  ALA_WEBHOOK_REMARK_FAILING    = 1 << 3, /* Jira could not deliver lately */
  ALA_WEBHOOK_REMARK_FILTERED   = 1 << 4, /* by JQL, which narrows what happens to issues */
  ALA_WEBHOOK_REMARK_NO_BODY    = 1 << 5, /* says that something happened, and not what */
  ALA_WEBHOOK_REMARK_TWICE      = 1 << 6, /* another one sends the same event to the same address */
} AlaWebhookRemark;

/**
 * AlaWebhookEventState:
 *
 * What becomes of one wanted event.
 */
typedef enum
{
  ALA_WEBHOOK_EVENT_SENT,
  ALA_WEBHOOK_EVENT_FILTERED, /* sent for the issues of a filter only */
  ALA_WEBHOOK_EVENT_DISABLED, /* only a webhook that is switched off has it */
  ALA_WEBHOOK_EVENT_MISSING,
} AlaWebhookEventState;

#define ALA_TYPE_WEBHOOK_REVIEW (ala_webhook_review_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookReview, ala_webhook_review, ALA, WEBHOOK_REVIEW, GObject)

/**
 * AlaWebhookReview:
 *
 * What the webhooks of a Jira mean to one product: whose they are, and what is missing (reference/zephyr-connection.md section
 * 3.2). Without input and output; immutable.
 */

/**
 * ala_webhook_review_new:
 * @webhooks: (element-type AlaWebhook): what there is
 * @events: ids of the events that the product wants
 * @url: where they are to be sent, "" when nobody knows: then whatever leads to the host of @near is the product's
 * @near: an address of the product, "" when it is not known
 */
AlaWebhookReview     *ala_webhook_review_new             (GPtrArray         *webhooks,
                                                          const char *const *events,
                                                          const char        *url,
                                                          const char        *near);

GPtrArray            *ala_webhook_review_get_webhooks    (AlaWebhookReview *self); /* (transfer none): the product's first */
const char *const    *ala_webhook_review_get_events      (AlaWebhookReview *self);

AlaWebhookRelation    ala_webhook_review_get_relation    (AlaWebhookReview *self,
                                                          AlaWebhook       *webhook);
AlaWebhookRemark      ala_webhook_review_get_remarks     (AlaWebhookReview *self,
                                                          AlaWebhook       *webhook);
AlaWebhookEventState  ala_webhook_review_get_event_state (AlaWebhookReview *self,
                                                          const char       *event);

/** ala_webhook_review_count: Returns: how many webhooks there are of that relation */
guint                 ala_webhook_review_count           (AlaWebhookReview   *self,
                                                          AlaWebhookRelation  relation);

/** ala_webhook_review_get_best: Returns: (transfer none) (nullable): the product's webhook with most of the wanted events */
AlaWebhook           *ala_webhook_review_get_best        (AlaWebhookReview *self);

/** ala_webhook_review_is_good: Returns: whether every wanted event is sent, and nothing but extra events is to be remarked */
gboolean              ala_webhook_review_is_good         (AlaWebhookReview *self);

/**
 * ala_webhook_review_new_error:
 *
 * Returns: (transfer full) (nullable): the row of what matters most, with a sentence about what was seen; %NULL when all is good
 */
GError               *ala_webhook_review_new_error       (AlaWebhookReview *self);

/**
 * ala_webhook_review_dup_offer:
 * @name: how a new webhook is to be called
 * @before: (out) (transfer none) (nullable): the webhook that is to be changed; %NULL when the offer is a new one
 *
 * What this program can do so that every wanted event is sent: complete the product's webhook, or make one. Nobody else's is
 * touched, and a filter is left as somebody chose it.
 *
 * Returns: (transfer full) (nullable): what is to be saved; %NULL when there is nothing to do, or no address is known
 */
AlaWebhook           *ala_webhook_review_dup_offer       (AlaWebhookReview  *self,
                                                          const char        *name,
                                                          AlaWebhook       **before);

/** ala_webhook_dup_recipe: @page: Jira's page with the webhooks. Returns: (transfer full): what to enter there, in lines of text */
char                 *ala_webhook_dup_recipe             (AlaWebhook        *self,
                                                          const char        *page);

/** ala_webhook_review_dup_url: Returns: (transfer full): the address to show: whole on the product's host, else as far as the host */
char                 *ala_webhook_review_dup_url         (AlaWebhookReview *self,
                                                          AlaWebhook       *webhook);

/** ala_webhook_review_describe: Returns: (transfer full): translated sentences about a webhook: what it is, and each remark */
char                 *ala_webhook_review_describe        (AlaWebhookReview *self,
                                                          AlaWebhook       *webhook);

G_END_DECLS
