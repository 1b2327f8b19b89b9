/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-gnutls.h"
#include "ala-key-pair.h"
#include "ala-public-key.h"

G_BEGIN_DECLS

/* ala_key_pair_new_take: (transfer full): Wraps an RSA key of GnuTLS; %NULL with GnuTLS's @status when that fails. */
AlaKeyPair       *ala_key_pair_new_take          (gnutls_privkey_t  key,
                                                  int              *status);
gnutls_privkey_t  ala_key_pair_get_gnutls        (AlaKeyPair       *self);

/* ala_key_pair_get_public_key: Returns: (transfer none): the other half */
AlaPublicKey     *ala_key_pair_get_public_key    (AlaKeyPair       *self);

/* ala_key_pair_sign_digest_info: What ala_key_pair_sign_sha1() falls back on. Returns: %NULL with GnuTLS's @status */
GBytes           *ala_key_pair_sign_digest_info  (AlaKeyPair       *self,
                                                  const void       *data,
                                                  gsize             length,
                                                  int              *status);

G_END_DECLS
