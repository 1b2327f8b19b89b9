/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-oauth-encoding.h"
#include "ala-problem.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/**
 * AlaOAuthEndpoint:
 *
 * Which of Jira's addresses was asked: the same word from Jira means different things there.
 */
typedef enum
{
  ALA_OAUTH_REQUEST_TOKEN,
  ALA_OAUTH_ACCESS_TOKEN,
  ALA_OAUTH_RESOURCE,
} AlaOAuthEndpoint;

#define ALA_TYPE_OAUTH_REPLY (ala_oauth_reply_get_type ())
G_DECLARE_FINAL_TYPE (AlaOAuthReply, ala_oauth_reply, ALA, OAUTH_REPLY, GObject)

/**
 * AlaOAuthReply:
 *
 * What Jira answered to a signed request, as far as OAuth is concerned (reference/jira-oauth.md sections 1 and 2). Replies
 * are strangers' bytes: whatever they hold, parsing ends, memory stays bounded, and texts are valid UTF-8.
 */

/**
 * ala_oauth_reply_new:
 * @endpoint: what was asked
 * @status: the HTTP status
 * @body: (nullable): the body, of any content type: Jira sends its forms as text/plain
 * @authenticate: (nullable): the WWW-Authenticate header; several are joined by ", "
 *
 * Returns: (transfer full): the reply; use ala_oauth_reply_check() to see what it means
 */
AlaOAuthReply *ala_oauth_reply_new                   (AlaOAuthEndpoint   endpoint,
                                                      guint              status,
                                                      GBytes            *body,
                                                      const char        *authenticate);

/**
 * ala_oauth_reply_check:
 *
 * Returns: whether the request succeeded as far as OAuth can tell (for a token endpoint: a token with its secret came);
 *   otherwise the row for Jira's oauth_problem, or for its absence, annotated with %ALA_NOTE_OAUTH_PROBLEM,
 *   %ALA_NOTE_JIRA_BASE_STRING, %ALA_NOTE_TIMESTAMPS where Jira sent them, and %ALA_NOTE_STATUS. On a resource every reply is
 *   left to the caller that names no oauth_problem, but for a 401 that repeats our parameters: a user who may not log in.
 */
gboolean       ala_oauth_reply_check                 (AlaOAuthReply     *self,
                                                      GError           **error);

/** ala_oauth_reply_get: Returns: (nullable) (transfer none): the first value of @name, from the body, else from the header */
const char    *ala_oauth_reply_get                   (AlaOAuthReply     *self,
                                                      const char        *name);

/** ala_oauth_reply_get_problem: Returns: (nullable) (transfer none): Jira's oauth_problem */
const char    *ala_oauth_reply_get_problem           (AlaOAuthReply     *self);

/** ala_oauth_reply_get_realm: Returns: (nullable) (transfer none): the realm: the base URL configured in Jira */
const char    *ala_oauth_reply_get_realm             (AlaOAuthReply     *self);

/** ala_oauth_reply_dup_token: Returns: (nullable) (transfer full): oauth_token */
AlaSecret     *ala_oauth_reply_dup_token             (AlaOAuthReply     *self);

/** ala_oauth_reply_dup_token_secret: Returns: (nullable) (transfer full): oauth_token_secret */
AlaSecret     *ala_oauth_reply_dup_token_secret      (AlaOAuthReply     *self);

/** ala_oauth_reply_get_expires_in: Returns: oauth_expires_in in seconds, 0 when absent or absurd */
gint64         ala_oauth_reply_get_expires_in        (AlaOAuthReply     *self);

/** ala_oauth_reply_get_callback_confirmed: Returns: whether oauth_callback_confirmed is "true" (1.0a) */
gboolean       ala_oauth_reply_get_callback_confirmed (AlaOAuthReply    *self);

G_END_DECLS
