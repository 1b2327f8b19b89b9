/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

/**
 * ala_link_end_prove_async:
 * @client: with consumer key and key pair of a link that is to be dead, and with its access token if it has one
 * @has_token: whether @client has an access token
 * @stand_in: whether the pair only stands in for one that nobody here has
 *
 * Proves that nobody gets into Jira by a link any more. A request signed with the old token has to be refused, and Jira must not know the
 * consumer key any more: a product has a token of its own, which cannot be tried from here, and all tokens end with the link
 * (reference/jira-oauth.md section 1, "Revocation"). That another public key stands under the consumer key by now is as good an end.
 *
 * What cannot be seen proves nothing: a Jira that does not answer, or answers with anything else, is an error, never an end.
 */
void     ala_link_end_prove_async  (AlaJiraClient       *client,
                                    gboolean             has_token,
                                    gboolean             stand_in,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

/**
 * ala_link_end_prove_finish:
 *
 * Returns: %TRUE when Jira refused both; %FALSE with %ALA_PROBLEM_OLD_ACCESS_WORKS when the token still opens Jira, with
 *   %ALA_PROBLEM_OLD_LINK_KNOWN when only the link is still there, or with the reason why it could not be seen
 */
gboolean ala_link_end_prove_finish (GAsyncResult        *result,
                                    GError             **error);

G_END_DECLS
