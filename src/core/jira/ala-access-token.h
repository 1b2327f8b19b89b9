/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "ala-oauth-reply.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/**
 * AlaAccessToken:
 * @token: the access token
 * @secret: its secret, which RSA-SHA1 does not need but the target product may
 * @expires_at: when it ends by the clock of Jira, which judges it: seconds since the epoch, 0 when Jira did not say
 */
typedef struct
{
  AlaSecret *token;
  AlaSecret *secret;
  gint64 expires_at;
} AlaAccessToken;

/**
 * ala_access_token_new_from_reply:
 * @reply: what Jira answered when it issued the token, a moment ago
 * @clock_offset: seconds, Jira's clock minus ours
 *
 * Jira says for how long it issues a token, not until when (reference/jira-oauth.md section 1).
 */
AlaAccessToken *ala_access_token_new_from_reply (AlaOAuthReply  *reply,
                                                 gint64          clock_offset);
void            ala_access_token_free           (AlaAccessToken *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaAccessToken, ala_access_token_free)

G_END_DECLS
