/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"

G_BEGIN_DECLS

/* Characters that every product takes; Jira itself keeps 255 (reference/jira-oauth.md section 4). */
#define ALA_CONSUMER_KEY_MAX 200

/**
 * ala_consumer_key_check:
 * @consumer_key: as it was entered, without white space around it
 *
 * Returns: whether nothing speaks against it; %ALA_PROBLEM_CONSUMER_KEY_EMPTY, with which no link works, or
 *   %ALA_PROBLEM_CONSUMER_KEY_SPACES and %ALA_PROBLEM_CONSUMER_KEY_LONG, which are warnings
 */
gboolean ala_consumer_key_check (const char  *consumer_key,
                                 GError     **error);

/**
 * ala_consumer_key_list_likely:
 * @consumer_key: the one that was to be entered
 * @application_name: the name of the application, which stands in the field beside it
 *
 * Returns: (transfer full): what people enter in its place: the name, another spelling, a blank too many
 */
GStrv    ala_consumer_key_list_likely (const char *consumer_key,
                                       const char *application_name);

G_END_DECLS
