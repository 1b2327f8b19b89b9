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

G_END_DECLS
