/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/**
 * ala_practice_dialogs:
 *
 * The page of the application links and the dialogs that make, edit and delete one, in the order and with the fields of the
 * generation that this Jira is (reference/jira-oauth.md section 4; field names in ala-practice-jira.h).
 */
void ala_practice_dialogs (AlaPracticeExchange *exchange);

G_END_DECLS
