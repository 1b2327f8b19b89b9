/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "ala-secret.h"

G_BEGIN_DECLS

/**
 * AlaAccessToken:
 * @token: the access token
 * @secret: its secret, which RSA-SHA1 does not need but the target product may
 * @expires_at: when it ends, seconds since the epoch, 0 when Jira did not say
 */
typedef struct
{
  AlaSecret *token;
  AlaSecret *secret;
  gint64 expires_at;
} AlaAccessToken;

void ala_access_token_free (AlaAccessToken *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaAccessToken, ala_access_token_free)

G_END_DECLS
