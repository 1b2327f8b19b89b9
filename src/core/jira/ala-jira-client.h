/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-http-session.h"
#include "ala-jira-address.h"
#include "ala-key-pair.h"
#include "ala-oauth-reply.h"

G_BEGIN_DECLS

#define ALA_TYPE_JIRA_CLIENT (ala_jira_client_get_type ())
G_DECLARE_FINAL_TYPE (AlaJiraClient, ala_jira_client, ALA, JIRA_CLIENT, GObject)

/**
 * AlaJiraClient:
 *
 * Sends signed requests to one Jira on behalf of one consumer. A signature is for one method and one address, so redirects are
 * never followed: they end as %ALA_PROBLEM_REDIRECTED or %ALA_PROBLEM_LOGIN_GATEWAY with the target in %ALA_NOTE_LOCATION.
 *
 * Signal "replied" (AlaHttpReply): a signed request to a resource was answered, whatever the answer.
 */
AlaJiraClient  *ala_jira_client_new              (AlaHttpSession       *session,
                                                  AlaJiraAddress       *address,
                                                  const char           *consumer_key,
                                                  AlaKeyPair           *pair);

AlaHttpSession *ala_jira_client_get_session      (AlaJiraClient        *self);
AlaJiraAddress *ala_jira_client_get_address      (AlaJiraClient        *self);
const char     *ala_jira_client_get_consumer_key (AlaJiraClient        *self);
AlaKeyPair     *ala_jira_client_get_key_pair     (AlaJiraClient        *self);

/** ala_jira_client_set_access_token: Sets the token for ala_jira_client_get_json_async(); %NULL sends without one. */
void            ala_jira_client_set_access_token (AlaJiraClient        *self,
                                                  AlaSecret            *token);

/** ala_jira_client_set_clock_offset: Signs with our clock plus @seconds, so that a wrong clock here does not stop the job. */
void            ala_jira_client_set_clock_offset (AlaJiraClient        *self,
                                                  gint64                seconds);
gint64          ala_jira_client_get_clock_offset (AlaJiraClient        *self);

/**
 * ala_jira_client_call_token_async:
 * @endpoint: %ALA_OAUTH_REQUEST_TOKEN or %ALA_OAUTH_ACCESS_TOKEN
 * @token: (nullable): the request token when an access token is asked for
 * @extra: (nullable): oauth_callback or oauth_verifier
 *
 * One step of the token dance. Succeeds only with a token and its secret in the reply; every other answer of Jira is a row.
 * Errors carry %ALA_NOTE_OWN_BASE_STRING beside Jira's.
 */
void            ala_jira_client_call_token_async  (AlaJiraClient        *self,
                                                   AlaOAuthEndpoint      endpoint,
                                                   AlaSecret            *token,
                                                   AlaOAuthParams       *extra,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/** ala_jira_client_call_token_finish: Returns: (transfer full): the reply with its token */
AlaOAuthReply  *ala_jira_client_call_token_finish (AlaJiraClient        *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * ala_jira_client_send_async:
 * @method: "GET", "POST", "PUT" or "DELETE"
 * @path: below the base, encoded, for example "/rest/api/2/myself"
 * @query: (nullable): its parameters
 * @json: (nullable): a JSON body, which OAuth does not sign
 *
 * A signed request to a resource. Succeeds with 2xx from a user who is signed in; an answer as "anonymous" with 200 is
 * %ALA_PROBLEM_ANONYMOUS (reference/jira-oauth.md section 7), every other status is a row with %ALA_NOTE_STATUS.
 */
void            ala_jira_client_send_async        (AlaJiraClient        *self,
                                                   const char           *method,
                                                   const char           *path,
                                                   AlaOAuthParams       *query,
                                                   GBytes               *json,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/** ala_jira_client_send_finish: Returns: (transfer full): the reply */
AlaHttpReply   *ala_jira_client_send_finish       (AlaJiraClient        *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * ala_jira_client_get_json_async:
 *
 * GET by ala_jira_client_send_async(), then parses the body; large ones in a thread.
 */
void            ala_jira_client_get_json_async    (AlaJiraClient        *self,
                                                   const char           *path,
                                                   AlaOAuthParams       *query,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/** ala_jira_client_get_json_finish: Returns: (transfer full): an array or object; @reply (out) (optional) (transfer full): the reply */
JsonNode       *ala_jira_client_get_json_finish   (AlaJiraClient        *self,
                                                   GAsyncResult         *result,
                                                   AlaHttpReply        **reply,
                                                   GError              **error);

G_END_DECLS
