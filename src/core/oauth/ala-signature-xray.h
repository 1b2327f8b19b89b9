/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlaXrayVerdict:
 * @ALA_XRAY_UNREADABLE: one of the two is no signature base string
 * @ALA_XRAY_SAME: both sides signed the same text, so the keys differ
 * @ALA_XRAY_DIFFERENT: something on the way changed the request
 */
typedef enum
{
  ALA_XRAY_UNREADABLE,
  ALA_XRAY_SAME,
  ALA_XRAY_DIFFERENT,
} AlaXrayVerdict;

/**
 * ala_signature_xray:
 * @ours: the signature base string that we signed
 * @theirs: the one that Jira says it built
 * @description: (out) (optional) (transfer full): for %ALA_XRAY_DIFFERENT, sentences that name each part that differs: method,
 *   scheme, host, port, path, parameters. Values of parameters are not shown: a token may be among them.
 */
AlaXrayVerdict  ala_signature_xray            (const char  *ours,
                                               const char  *theirs,
                                               char       **description);

/**
 * ala_signature_xray_hide_token:
 *
 * Returns: (transfer full): @base_string with the value of oauth_token replaced by "…", for requests whose token is a secret
 */
char           *ala_signature_xray_hide_token (const char  *base_string);

G_END_DECLS
