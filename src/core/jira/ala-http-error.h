/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * AlaHttpStage: how far a request had come when it failed
 */
typedef enum
{
  ALA_HTTP_CONNECTING, /* up to the head of the reply */
  ALA_HTTP_READING,    /* within the body */
} AlaHttpStage;

/**
 * ala_http_error_new:
 * @cause: what GIO or libsoup reported
 * @stage: when
 * @host: the host that was asked, for the sentence
 *
 * Returns: (transfer full): the row for @cause; a cancelled operation stays %G_IO_ERROR_CANCELLED
 */
GError *ala_http_error_new                 (const GError          *cause,
                                            AlaHttpStage           stage,
                                            const char            *host);

/**
 * ala_http_error_new_for_certificate:
 * @flags: what is wrong with the server's certificate, at least one
 * @certificate: (nullable): the certificate
 * @host: the host that was asked
 *
 * Returns: (transfer full): the row of the most telling of @flags, with a sentence for each of them
 */
GError *ala_http_error_new_for_certificate (GTlsCertificateFlags   flags,
                                            GTlsCertificate       *certificate,
                                            const char            *host);

G_END_DECLS
