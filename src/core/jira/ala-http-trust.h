/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Authorities that are trusted besides the system's, from a file that a person chose. They are asked the same questions as
 * the system's: chain, dates, host.
 */

/**
 * ala_http_trust_load:
 * @file: certificates, PEM
 *
 * Returns: (transfer full): the authorities, or %NULL with %ALA_PROBLEM_CA_FILE_UNREADABLE
 */
GTlsDatabase         *ala_http_trust_load   (GFile                 *file,
                                             GError               **error);

/**
 * ala_http_trust_verify:
 * @authorities: the authorities
 * @certificate: a server's certificate with its chain
 * @uri: the address that was asked
 * @flags: what the system's authorities have against it
 *
 * Returns: what is left against @certificate
 */
GTlsCertificateFlags  ala_http_trust_verify (GTlsDatabase          *authorities,
                                             GTlsCertificate       *certificate,
                                             GUri                  *uri,
                                             GTlsCertificateFlags   flags);

G_END_DECLS
