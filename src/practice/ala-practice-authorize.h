/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/** ala_practice_authorize: The page on which a person allows or denies the access of an application. */
void ala_practice_authorize        (AlaPracticeExchange *exchange);

/** ala_practice_authorize_tokens: The page on which a person sees and revokes what was allowed. */
void ala_practice_authorize_tokens (AlaPracticeExchange *exchange);

G_END_DECLS
