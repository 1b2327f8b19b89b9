/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* What a request says of the page that it wants: the parameters startAt and maxResults of Jira's lists. */

guint ala_practice_page_get_start (AlaPracticeExchange *exchange);

/** ala_practice_page_get_size: Returns: how many items, 50 unless the request says another number up to @most */
guint ala_practice_page_get_size  (AlaPracticeExchange *exchange,
                                   guint                most);

G_END_DECLS
