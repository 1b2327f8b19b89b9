/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

/**
 * ala_consumer_guess_async:
 * @client: whose consumer key Jira does not know
 * @candidates: (array zero-terminated=1): other consumer keys, the most likely first
 *
 * Asks Jira for a request token with each of @candidates, one after the other, until one is given: then Jira holds our public key
 * under that consumer key, so the link is ours and only its name was typed differently. A consumer key that Jira knows with another
 * public key belongs to somebody else and does not count (reference/jira-oauth.md section 1, "Order of server checks").
 */
void  ala_consumer_guess_async  (AlaJiraClient       *client,
                                 const char *const   *candidates,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

/**
 * ala_consumer_guess_finish:
 *
 * Returns: (transfer full) (nullable): the consumer key under which Jira knows the link; %NULL when none of the candidates is it,
 *   without an error, or with the row of what stopped the search
 */
char *ala_consumer_guess_finish (GAsyncResult        *result,
                                 GError             **error);

/** ala_consumer_guess_new_error: Returns: (transfer full): %ALA_PROBLEM_CONSUMER_KEY_OTHER for the @found consumer key */
GError *ala_consumer_guess_new_error (const char *found);

G_END_DECLS
