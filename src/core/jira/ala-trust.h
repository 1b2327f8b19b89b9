/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-certificate.h"

G_BEGIN_DECLS

/* The longest file of certificates that is read: all authorities of a system take about 220 kB. */
#define ALA_TRUST_MAX (1024 * 1024)

#define ALA_TYPE_TRUST (ala_trust_get_type ())
G_DECLARE_FINAL_TYPE (AlaTrust, ala_trust, ALA, TRUST, GObject)

/**
 * AlaTrust:
 *
 * Certificates that a link trusts besides the system's: usually the company's own authority. A #GListModel of #AlaCertificate in
 * the order of the file, never empty. Immutable. They are asked the same questions as the system's: chain, dates, host.
 */

/**
 * ala_trust_new:
 * @data: certificates as PEM, or one as DER; what else a PEM file holds is left alone, a private key too
 *
 * Returns: (transfer full): the certificates, or %NULL with %ALA_PROBLEM_CA_FILE_UNREADABLE
 */
AlaTrust   *ala_trust_new              (GBytes                *data,
                                        GError               **error);

/** ala_trust_new_from_pem: The same for a text, as ala_trust_get_pem() gave it. */
AlaTrust   *ala_trust_new_from_pem     (const char            *pem,
                                        GError               **error);

/** ala_trust_new_from_file: The same for what stands in @file, which is read at once: it is small and at hand. */
AlaTrust   *ala_trust_new_from_file    (GFile                 *file,
                                        GError               **error);

/** ala_trust_get_pem: Returns: the certificates and nothing else, PEM */
const char *ala_trust_get_pem          (AlaTrust              *self);

/**
 * ala_trust_narrow:
 * @certificate: a server's certificate with its chain
 *
 * Nobody has to trust a whole bundle for the sake of one server. Dates and host are not looked at.
 *
 * Returns: (transfer full): those of the certificates that vouch for @certificate, or %NULL with
 *   %ALA_PROBLEM_CA_FILE_OTHER_ISSUER
 */
AlaTrust   *ala_trust_narrow           (AlaTrust              *self,
                                        GTlsCertificate       *certificate,
                                        GError               **error);

/**
 * ala_trust_verify:
 * @certificate: a server's certificate with its chain
 * @host: the host that was asked
 * @flags: what the system's authorities have against it
 *
 * Returns: what is left against @certificate
 */
GTlsCertificateFlags
            ala_trust_verify           (AlaTrust              *self,
                                        GTlsCertificate       *certificate,
                                        const char            *host,
                                        GTlsCertificateFlags   flags);

G_END_DECLS
