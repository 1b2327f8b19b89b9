/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

/* AlaPracticeProject: one of the projects: first some with names, then as many as are wanted. */
typedef struct
{
  char id[16];
  char key[16];
  char name[48];
  gboolean open; /* to everybody, not to administrators alone */
} AlaPracticeProject;

/* How many there are unless another number is chosen, and how many there may be. */
#define ALA_PRACTICE_PROJECTS 3
#define ALA_PRACTICE_PROJECTS_MOST 100000

/** ala_practice_projects_new: Returns: (transfer full) (element-type AlaPracticeProject): @n projects */
GArray                   *ala_practice_projects_new  (guint                n);

/**
 * ala_practice_projects_list:
 *
 * Returns: (transfer container): the projects that who asks may browse: none when nobody is logged in
 */
GPtrArray                *ala_practice_projects_list (AlaPracticeExchange *exchange);

/** ala_practice_projects_get_index: Returns: its place among all, from 0 */
guint                     ala_practice_projects_get_index (AlaPracticeExchange      *exchange,
                                                           const AlaPracticeProject *project);

/** ala_practice_projects_any: Returns: whether who asks may browse any */
gboolean                  ala_practice_projects_any  (AlaPracticeExchange *exchange);

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

/* For the resources that are built on it. */

/** ala_practice_projects_reply_missing: Answers as where no project of that key is. */
void ala_practice_projects_reply_missing     (AlaPracticeExchange *exchange,
                                              const char          *key);

G_END_DECLS
