/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-gnutls.h"
#include "ala-public-key.h"

G_BEGIN_DECLS

/* ala_public_key_new_take: (transfer full): Wraps an RSA key of GnuTLS; %NULL with GnuTLS's @status when that fails. */
AlaPublicKey    *ala_public_key_new_take   (gnutls_pubkey_t  key,
                                            int             *status);
gnutls_pubkey_t  ala_public_key_get_gnutls (AlaPublicKey    *self);

G_END_DECLS
