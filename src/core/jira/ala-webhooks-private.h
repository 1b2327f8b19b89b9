/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-webhook-json.h"
#include "ala-webhooks.h"

G_BEGIN_DECLS

/* For ala-webhooks-change.c, which makes, changes and deletes what ala-webhooks.c lists. */

struct _AlaWebhooks
{
  GObject parent_instance;

  AlaJiraClient *client;
  AlaWebhookApi api;
  gboolean settled; /* this API has answered */
};

/** ala_webhooks_dup_path: @id: (nullable): one webhook; @what: (nullable): something of it. Returns: (transfer full): its path */
char     *ala_webhooks_dup_path        (AlaWebhooks  *self,
                                        const char   *id,
                                        const char   *what);

/** ala_webhooks_translate_error: Takes @error. Returns: (transfer full): what it means where webhooks are concerned */
GError   *ala_webhooks_translate_error (GError       *error);

/** ala_webhooks_new_no_list_error: Returns: (transfer full): what is wrong with a list that is none */
GError   *ala_webhooks_new_no_list_error (void);

/**
 * ala_webhooks_try_other_api:
 * @task: an operation on the webhooks
 * @error: (transfer full): what its first request ended with
 * @tried: (inout): whether the other API was asked already
 *
 * Returns: whether the request is to be made again, by the other API: a path that is not there answers 404; otherwise @task has ended
 */
gboolean  ala_webhooks_try_other_api   (GTask        *task,
                                        GError       *error,
                                        gboolean     *tried);

G_END_DECLS
