/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-http-session.h"

G_BEGIN_DECLS

/**
 * AlaTestAuthority:
 *
 * A certificate authority made by certtool in a folder that goes with it, so that no private key lies in the source tree.
 */
typedef struct _AlaTestAuthority AlaTestAuthority;

AlaTestAuthority *ala_test_authority_new      (void);
void              ala_test_authority_free     (AlaTestAuthority  *self);

/** ala_test_authority_get_file: Returns: (transfer none): the authority's certificate, PEM */
GFile            *ala_test_authority_get_file (AlaTestAuthority  *self);

/** ala_test_authority_vouch: Lets @session trust the authority. */
void              ala_test_authority_vouch    (AlaTestAuthority  *self,
                                               AlaHttpSession    *session);

/**
 * ala_test_authority_issue:
 * @names: lines of a certtool template, "ip_address = 127.0.0.1" or "dns_name = …"
 * @from: first day, seconds from now
 * @to: last day, seconds from now
 */
GTlsCertificate  *ala_test_authority_issue    (AlaTestAuthority  *self,
                                               const char        *names,
                                               gint64             from,
                                               gint64             to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaTestAuthority, ala_test_authority_free)

G_END_DECLS
