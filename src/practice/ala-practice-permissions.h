/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-practice-projects.h"

G_BEGIN_DECLS

/** ala_practice_permissions_mine: Answers at /rest/api/2/mypermissions, in the form of the edition. */
void ala_practice_permissions_mine (AlaPracticeExchange *exchange);

/** ala_practice_permissions_all: Answers at /rest/api/2/permissions. */
void ala_practice_permissions_all  (AlaPracticeExchange *exchange);

/** ala_practice_permissions_has: Returns: whether who asks has the permission of that key; @project: (nullable): %NULL for any */
gboolean ala_practice_permissions_has (AlaPracticeExchange      *exchange,
                                       const char               *key,
                                       const AlaPracticeProject *project);

G_END_DECLS
