/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

#define ALA_PRACTICE_REQUEST_TOKEN_PATH "/plugins/servlet/oauth/request-token"
#define ALA_PRACTICE_ACCESS_TOKEN_PATH  "/plugins/servlet/oauth/access-token"

/** ala_practice_oauth_request_token: Answers at %ALA_PRACTICE_REQUEST_TOKEN_PATH. */
void ala_practice_oauth_request_token (AlaPracticeExchange *exchange);

/** ala_practice_oauth_access_token: Answers at %ALA_PRACTICE_ACCESS_TOKEN_PATH, where tokens are renewed too. */
void ala_practice_oauth_access_token  (AlaPracticeExchange *exchange);

/**
 * AlaPracticeSigned:
 * @ALA_PRACTICE_UNSIGNED: no OAuth request: one of the six parameters is missing, so it falls through as it is
 * @ALA_PRACTICE_SIGNED: signed, and by whom is in the exchange
 * @ALA_PRACTICE_REFUSED: signed, but refused, and answered already
 */
typedef enum
{
  ALA_PRACTICE_UNSIGNED,
  ALA_PRACTICE_SIGNED,
  ALA_PRACTICE_REFUSED,
} AlaPracticeSigned;

/** ala_practice_oauth_authenticate: Finds out who asks for a resource, if the request is signed. */
AlaPracticeSigned
     ala_practice_oauth_authenticate  (AlaPracticeExchange *exchange);

G_END_DECLS
