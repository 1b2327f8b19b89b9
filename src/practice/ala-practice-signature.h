/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/**
 * ala_practice_signature_collect:
 *
 * The parameters of a request as Jira's library gathers them: those of the Authorization header, then the query, then the form.
 * It reads headers by the letter: a value without quotes is no value (reference/jira-oauth.md section 6).
 *
 * Returns: (transfer full): all parameters, decoded
 */
AlaOAuthParams *ala_practice_signature_collect         (AlaPracticeExchange *exchange);

/**
 * ala_practice_signature_dup_base_string:
 * @params: from ala_practice_signature_collect()
 *
 * The base string as this Jira makes it from the request that reached it: scheme, Host header, port and raw path as they came,
 * not as its settings say. The faults of a proxy in front of it show here.
 *
 * Returns: (transfer full) (nullable): the base string, %NULL when the Host header is no host
 */
char           *ala_practice_signature_dup_base_string (AlaPracticeExchange *exchange,
                                                        AlaOAuthParams      *params);

typedef enum
{
  ALA_PRACTICE_SIGNATURE_RIGHT,
  ALA_PRACTICE_SIGNATURE_WRONG,
  ALA_PRACTICE_SIGNATURE_OTHER_SIZE, /* where Java throws instead of saying no */
} AlaPracticeVerdict;

AlaPracticeVerdict
                ala_practice_signature_verify          (AlaPublicKey        *key,
                                                        const char          *base_string,
                                                        const char          *signature);

G_END_DECLS
