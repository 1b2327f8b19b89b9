/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* AlaPracticeProject: one of the sample projects. */
typedef struct
{
  const char *id;
  const char *key;
  const char *name;
  gboolean open; /* to everybody, not to administrators alone */
} AlaPracticeProject;

/**
 * ala_practice_projects_list:
 *
 * Returns: (transfer container): the projects that who asks may browse: none when nobody is logged in
 */
GPtrArray                *ala_practice_projects_list (AlaPracticeExchange *exchange);

/** ala_practice_projects_find: Returns: (nullable) (transfer none): the project of that key or id, if it may be browsed */
const AlaPracticeProject *ala_practice_projects_find (AlaPracticeExchange *exchange,
                                                      const char          *key_or_id);

/* Resources, each with the part of its path that is no fixed word, which only some have. */
void ala_practice_projects_reply_list        (AlaPracticeExchange *exchange,
                                              const char          *unused);
void ala_practice_projects_reply_one         (AlaPracticeExchange *exchange,
                                              const char          *key);
void ala_practice_projects_reply_search      (AlaPracticeExchange *exchange,
                                              const char          *unused);
void ala_practice_projects_reply_createmeta  (AlaPracticeExchange *exchange,
                                              const char          *unused);
void ala_practice_projects_reply_issue_types (AlaPracticeExchange *exchange,
                                              const char          *key);

G_END_DECLS
