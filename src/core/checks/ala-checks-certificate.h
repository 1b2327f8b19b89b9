/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaCertificateCheck:
 *
 * "certificate": the connection to Jira is encrypted with a certificate that is trusted here and lasts. Its findings are the
 * certificates that the server sent, from its own upwards: subject, issuer, last day. The first that ends counts.
 */
#define ALA_TYPE_CERTIFICATE_CHECK (ala_certificate_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaCertificateCheck, ala_certificate_check, ALA, CERTIFICATE_CHECK, AlaCheck)

G_END_DECLS
