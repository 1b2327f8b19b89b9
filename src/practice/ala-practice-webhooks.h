/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* AlaPracticeWebhook: one registered webhook. The practice Jira never calls it: it has no issues that could change. */
typedef struct
{
  guint id;
  char *name;
  char *url;
  JsonArray *events;
  JsonObject *filters; /* (nullable) */
  gboolean exclude_body;
  gboolean active;
  gboolean verify_tls;
  gint64 created; /* seconds since the epoch */
  gint64 updated;
  char *updated_by;
} AlaPracticeWebhook;

void ala_practice_webhook_free (AlaPracticeWebhook *self);

/**
 * ala_practice_webhooks:
 * @rest: what follows "/rest/webhooks/1.0/webhook" or "/rest/jira-webhook/1.0/webhooks"; "" for the list, "/ID" for one
 *
 * Answers for administrators in the form of the generation (reference/jira-oauth.md section 7, webhooks).
 */
void ala_practice_webhooks     (AlaPracticeExchange *exchange,
                                const char          *rest);

G_END_DECLS
