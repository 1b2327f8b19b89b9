/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* How many fields there may be besides those of Jira itself. */
#define ALA_PRACTICE_FIELDS_MOST 100000

/*
 * What it takes to create an issue, in the form of the generation (reference/jira-oauth.md section 7, issue/createmeta): which
 * issue types a project has, and which fields each of them. Who may not create issues in a project is shown none of it.
 */

/* Of several projects at once: below Jira 9, and on Cloud */
void ala_practice_create_meta_reply_all        (AlaPracticeExchange *exchange,
                                                const char          *unused);

/* Of one project, in pages; @key: of the project */
void ala_practice_create_meta_reply_types      (AlaPracticeExchange *exchange,
                                                const char          *key);

/* The same, @key_and_type: project, "/", issue type */
void ala_practice_create_meta_reply_fields     (AlaPracticeExchange *exchange,
                                                const char          *key_and_type);

/** ala_practice_create_meta_reply_field_list: All fields that there are. */
void ala_practice_create_meta_reply_field_list (AlaPracticeExchange *exchange);

G_END_DECLS
