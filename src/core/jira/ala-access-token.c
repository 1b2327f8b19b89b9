/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-access-token.h"

void
ala_access_token_free (AlaAccessToken *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->token, ala_secret_unref);
  g_clear_pointer (&self->secret, ala_secret_unref);
  g_free (self);
}
