/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

/* How many requests a check has under way at once where it needs many: enough to be quick, few enough not to be a burden. */
#define ALA_REQUEST_QUEUE_MOST 8

/* Seconds that Jira may ask us to wait before we would rather tell the person. */
#define ALA_REQUEST_QUEUE_LONGEST_WAIT 60

#define ALA_TYPE_REQUEST_QUEUE (ala_request_queue_get_type ())
G_DECLARE_FINAL_TYPE (AlaRequestQueue, ala_request_queue, ALA, REQUEST_QUEUE, GObject)

/**
 * AlaRequestQueue:
 *
 * Sends many requests of one client in their order, with a bounded number under way. Where Jira answers 429 or 503 and says how
 * long to wait (reference/jira-oauth.md section 7, "Status codes and headers"), everything waits that long and the request is
 * sent again, a few times at most. Other errors are handed through.
 *
 * Signal: "paused" (guint seconds): Jira asked to wait.
 */
AlaRequestQueue *ala_request_queue_new             (AlaJiraClient        *client,
                                                    guint                 most);

/** ala_request_queue_get_json_async: As ala_jira_client_get_json_async(), when its turn has come. */
void             ala_request_queue_get_json_async  (AlaRequestQueue      *self,
                                                    const char           *path,
                                                    AlaOAuthParams       *query,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/** ala_request_queue_get_json_finish: Returns: (transfer full): an array or object */
JsonNode        *ala_request_queue_get_json_finish (AlaRequestQueue      *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
