/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include "ala-secret.h"

G_BEGIN_DECLS

/* For the files of this folder only: how GnuTLS's objects are held here. */

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_privkey_t, gnutls_privkey_deinit, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_pubkey_t, gnutls_pubkey_deinit, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_x509_privkey_t, gnutls_x509_privkey_deinit, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_x509_crt_t, gnutls_x509_crt_deinit, NULL)

static inline void
ala_datum_clear (gnutls_datum_t *datum)
{
  ala_secret_wipe (datum->data, datum->size);
  gnutls_free (datum->data);
  datum->data = NULL;
  datum->size = 0;
}

/* Octets that GnuTLS allocated; wiped, since many of them are private keys. */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (gnutls_datum_t, ala_datum_clear)

/* The DigestInfo of SHA-1, RFC 8017 section 9.2: 15 fixed octets, then the hash. */
#define ALA_DIGEST_INFO_SIZE 35

void ala_digest_info (const void *data,
                      gsize       length,
                      guchar      info[ALA_DIGEST_INFO_SIZE]);

G_END_DECLS
