/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "ala-practice-state.h"

G_BEGIN_DECLS

/** ala_practice_router_answer: Answers a request with whatever is at its address, or stands in front of it. */
void     ala_practice_router_answer    (AlaPracticeState  *state,
                                        SoupServerMessage *message);

/** ala_practice_router_is_spared: Returns: whether it is for the page of the faults, which has none itself */
gboolean ala_practice_router_is_spared (SoupServerMessage *message);

G_END_DECLS
