/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ALA_TYPE_PROJECT (ala_project_get_type ())
G_DECLARE_FINAL_TYPE (AlaProject, ala_project, ALA, PROJECT, GObject)

/**
 * AlaProject:
 *
 * A project that the account sees. Immutable, so any thread may make one.
 */
AlaProject *ala_project_new           (const char *id,
                                       const char *key,
                                       const char *name);

/**
 * ala_project_new_from_json:
 * @node: an element of Jira's list
 *
 * Returns: (transfer full) (nullable): the project; %NULL for what has no key. Without a name it is called by its key.
 */
AlaProject *ala_project_new_from_json (JsonNode   *node);

const char *ala_project_get_id        (AlaProject *self); /* "" when Jira did not say */
const char *ala_project_get_key       (AlaProject *self);
const char *ala_project_get_name      (AlaProject *self);

/** ala_project_matches: Returns: whether name or key contain @words, which are case-folded by g_utf8_casefold() */
gboolean    ala_project_matches       (AlaProject *self,
                                       const char *words);

G_END_DECLS
