/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No server sends a longer chain, and a chain that bites its own tail has no end. */
#define ALA_CERTIFICATE_LONGEST_CHAIN 16

#define ALA_TYPE_CERTIFICATE (ala_certificate_get_type ())
G_DECLARE_FINAL_TYPE (AlaCertificate, ala_certificate, ALA, CERTIFICATE, GObject)

/**
 * AlaCertificate:
 *
 * An X.509 certificate (RFC 5280) as a person looks at it: who it is for, who issued it, from when to when. Immutable.
 */

/** ala_certificate_new: Returns: (transfer full): what there is to see of @certificate */
AlaCertificate  *ala_certificate_new                 (GTlsCertificate *certificate);

/** ala_certificate_get_tls: Returns: (transfer none): the certificate, with the chain that came along */
GTlsCertificate *ala_certificate_get_tls             (AlaCertificate  *self);

/* Short names: the common name, else the organisation, else the whole distinguished name; "" when there is none */
const char      *ala_certificate_get_subject         (AlaCertificate  *self);
const char      *ala_certificate_get_issuer          (AlaCertificate  *self);

/** ala_certificate_is_self_issued: Returns: whether it names itself as its issuer, as the root of a chain does */
gboolean         ala_certificate_is_self_issued      (AlaCertificate  *self);

/* (nullable) (transfer none): the first and the last moment at which it is valid */
GDateTime       *ala_certificate_get_not_before      (AlaCertificate  *self);
GDateTime       *ala_certificate_get_not_after       (AlaCertificate  *self);

/** ala_certificate_get_fingerprint: Returns: SHA-256 of the certificate, upper case hexadecimal with colons, as browsers show it */
const char      *ala_certificate_get_fingerprint     (AlaCertificate  *self);

/**
 * ala_certificate_find_end:
 * @certificate: a server's certificate with the chain that came along
 *
 * Returns: the last second of the first one of them that ends (seconds since the epoch), 0 when none says
 */
gint64           ala_certificate_find_end            (GTlsCertificate *certificate);

/** ala_certificate_dup_chain_pem: Returns: (transfer full): it and those of its chain, PEM, the server's first */
char            *ala_certificate_dup_chain_pem       (AlaCertificate  *self);

G_END_DECLS
