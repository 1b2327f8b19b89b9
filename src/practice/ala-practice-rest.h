/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/** ala_practice_rest: Answers everything below /rest/: who asks, Jira's headers, and the resource. */
void ala_practice_rest (AlaPracticeExchange *exchange);

G_END_DECLS
