/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "ala-practice-state.h"

G_BEGIN_DECLS

/*
 * What a request meets before Jira itself: other servers, gateways and proxies, and connections that break. All of it is
 * faults; without one every request passes.
 */

/** ala_practice_front_answer: Returns: whether something else than Jira answered the request */
gboolean ala_practice_front_answer   (AlaPracticeState  *state,
                                      SoupServerMessage *message);

/** ala_practice_front_cut_off: Closes the connection of a paused message without an answer. */
void     ala_practice_front_cut_off  (SoupServerMessage *message);

/** ala_practice_front_truncate: Sends the first half of the answer that a paused message has, then closes its connection. */
void     ala_practice_front_truncate (SoupServerMessage *message);

G_END_DECLS
