/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK (ala_webhook_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhook, ala_webhook, ALA, WEBHOOK, GObject)

/**
 * AlaWebhook:
 *
 * One webhook of Jira, the same for each of its two APIs: by it Jira tells another program of changes
 * (reference/jira-oauth.md section 7, "Webhooks"). Immutable, and without secrets. What came from Jira has an id; a draft has none.
 */

/**
 * ala_webhook_new:
 * @name: how it is called in Jira
 * @url: where Jira is to send to, as it is
 * @events: ids of Jira's events
 * @jql: (nullable): the issues that it is for; %NULL or "" for all
 *
 * Returns: (transfer full): a draft
 */
AlaWebhook          *ala_webhook_new              (const char          *name,
                                                   const char          *url,
                                                   const char *const   *events,
                                                   const char          *jql);

/**
 * ala_webhook_new_completed:
 * @events: ids of events that it is to send as well
 *
 * Returns: (transfer full): the same webhook as it should be: these events besides its own, switched on, and with a body. Its name,
 *   its address and its filter are left as somebody chose them.
 */
AlaWebhook          *ala_webhook_new_completed    (AlaWebhook          *self,
                                                   const char *const   *events);

const char          *ala_webhook_get_id           (AlaWebhook *self); /* "" for a draft */
const char          *ala_webhook_get_name         (AlaWebhook *self);
const char          *ala_webhook_get_url          (AlaWebhook *self);
const char *const   *ala_webhook_get_events       (AlaWebhook *self); /* (transfer none): in Jira's order, each once */
const char          *ala_webhook_get_jql          (AlaWebhook *self); /* "" for all issues */
gboolean             ala_webhook_is_active        (AlaWebhook *self);
gboolean             ala_webhook_excludes_body    (AlaWebhook *self); /* tells only that something happened, not what */

/** ala_webhook_get_failures: Returns: how many deliveries failed lately, -1 where Jira does not say (up to Jira 9, Cloud) */
gint64               ala_webhook_get_failures     (AlaWebhook *self);

/** ala_webhook_get_last_error: Returns: what went wrong last, in Jira's words; "" when nothing did or Jira does not say */
const char          *ala_webhook_get_last_error   (AlaWebhook *self);

gboolean             ala_webhook_has_event        (AlaWebhook *self,
                                                   const char *event);

/**
 * AlaWebhookPart:
 *
 * What two webhooks can differ in.
 */
typedef enum
{
  ALA_WEBHOOK_SAME    = 0,
  ALA_WEBHOOK_NAME    = 1 << 0,
  ALA_WEBHOOK_URL     = 1 << 1,
  ALA_WEBHOOK_EVENTS  = 1 << 2,
  ALA_WEBHOOK_JQL     = 1 << 3,
  ALA_WEBHOOK_ACTIVE  = 1 << 4,
  ALA_WEBHOOK_BODY    = 1 << 5,
} AlaWebhookPart;

/** ala_webhook_compare: Returns: what @self and @other differ in; ids and the order of events are no difference */
AlaWebhookPart       ala_webhook_compare          (AlaWebhook *self,
                                                   AlaWebhook *other);

G_END_DECLS
