/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-access-token.h"

AlaAccessToken *
ala_access_token_new_from_reply (AlaOAuthReply *reply,
                                 gint64         clock_offset)
{
  AlaAccessToken *self;
  gint64 seconds;

  g_return_val_if_fail (ALA_IS_OAUTH_REPLY (reply), NULL);

  seconds = ala_oauth_reply_get_expires_in (reply);
  self = g_new0 (AlaAccessToken, 1);
  self->token = ala_oauth_reply_dup_token (reply);
  self->secret = ala_oauth_reply_dup_token_secret (reply);
  self->expires_at = seconds > 0 ? g_get_real_time () / G_USEC_PER_SEC + clock_offset + seconds : 0;

  return self;
}

void
ala_access_token_free (AlaAccessToken *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->token, ala_secret_unref);
  g_clear_pointer (&self->secret, ala_secret_unref);
  g_free (self);
}
