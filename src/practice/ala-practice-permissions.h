/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

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

/** ala_practice_permissions_mine: Answers at /rest/api/2/mypermissions, in the form of the edition. */
void                      ala_practice_permissions_mine (AlaPracticeExchange *exchange);

/** ala_practice_permissions_all: Answers at /rest/api/2/permissions. */
void                      ala_practice_permissions_all  (AlaPracticeExchange *exchange);

G_END_DECLS
