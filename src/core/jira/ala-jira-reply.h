/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-http-reply.h"
#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * ala_jira_reply_check:
 * @reply: a reply of Jira, or of whatever stands in front of it
 *
 * What the status and Jira's own headers say (reference/jira-oauth.md section 7, "Status codes and headers"). OAuth's part is
 * ala_oauth_reply_check()'s.
 *
 * Returns: whether it is a 2xx from a user who is signed in; otherwise a row with %ALA_NOTE_STATUS, %ALA_NOTE_URL, and
 *   %ALA_NOTE_LOCATION or %ALA_NOTE_RETRY_AFTER where they came
 */
gboolean  ala_jira_reply_check           (AlaHttpReply  *reply,
                                          GError       **error);

/**
 * ala_jira_reply_dup_location:
 *
 * Returns: (transfer full) (nullable): where a redirect leads, absolute; %NULL when the reply is none or leads nowhere
 */
char     *ala_jira_reply_dup_location    (AlaHttpReply  *reply);

/**
 * ala_jira_reply_get_retry_after:
 *
 * Returns: the seconds that Retry-After asks to wait, at most a day; -1 when it does not say
 */
gint64    ala_jira_reply_get_retry_after (AlaHttpReply  *reply);

/**
 * ala_jira_reply_parse:
 *
 * Returns: (transfer full): the body as an array or object, or %NULL with %ALA_PROBLEM_REPLY_EMPTY, %ALA_PROBLEM_REPLY_HTML,
 *   %ALA_PROBLEM_REPLY_TRUNCATED or %ALA_PROBLEM_REPLY_MALFORMED
 */
JsonNode *ala_jira_reply_parse           (AlaHttpReply  *reply,
                                          GError       **error);

/** ala_jira_reply_parse_text: The same for a text. */
JsonNode *ala_jira_reply_parse_text      (const char    *text,
                                          gsize          length,
                                          GError       **error);

/** ala_jira_reply_names_user: Returns: whether @root is an answer of the resource "myself", by the name or by the id that Cloud has */
gboolean  ala_jira_reply_names_user      (JsonNode      *root);

G_END_DECLS
