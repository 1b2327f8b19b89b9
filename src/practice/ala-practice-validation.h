/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/*
 * What Jira's OAuth library checks of a signed request, and how it refuses (reference/jira-oauth.md sections 1 and 2). A check
 * that fails has answered already, so the caller only returns.
 */

/** ala_practice_oauth_challenge: Puts an oauth_problem into the header of a reply that is a page. Returns: its status */
guint            ala_practice_oauth_challenge        (AlaPracticeExchange *exchange,
                                                      const char          *problem);

/**
 * ala_practice_oauth_refuse:
 * @problem: the oauth_problem; names and values of more parameters follow in turn, %NULL-terminated
 *
 * Refuses with an oauth_problem, in the body and in the header.
 *
 * Returns: %FALSE
 */
gboolean         ala_practice_oauth_refuse           (AlaPracticeExchange *exchange,
                                                      const char          *problem,
                                                      ...) G_GNUC_NULL_TERMINATED;

/** ala_practice_oauth_refuse_with_echo: Refuses without a problem: the header repeats what the client said. Returns: %FALSE */
gboolean         ala_practice_oauth_refuse_with_echo (AlaPracticeExchange *exchange,
                                                      AlaOAuthParams      *params);

/** ala_practice_oauth_require: Returns: whether all of @names are there; those that are missing are named in the answer */
gboolean         ala_practice_oauth_require          (AlaPracticeExchange *exchange,
                                                      AlaOAuthParams      *params,
                                                      const char * const  *names);

/** ala_practice_oauth_find_link: Returns: (nullable) (transfer none): the link of a consumer key that Jira takes */
AlaPracticeLink *ala_practice_oauth_find_link        (AlaPracticeExchange *exchange,
                                                      const char          *consumer_key);

/** ala_practice_oauth_validate: Returns: whether method, duplicates, version, timestamp, nonce and signature are right */
gboolean         ala_practice_oauth_validate         (AlaPracticeExchange *exchange,
                                                      AlaOAuthParams      *params,
                                                      AlaPracticeLink     *link);

G_END_DECLS
