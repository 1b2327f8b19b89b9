/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ALA_TYPE_ISSUE_TYPE (ala_issue_type_get_type ())
G_DECLARE_FINAL_TYPE (AlaIssueType, ala_issue_type, ALA, ISSUE_TYPE, GObject)

/**
 * AlaIssueType:
 *
 * An issue type of a project. Immutable. Properties for models: "id", "name".
 */

/** ala_issue_type_new_from_json: Returns: (transfer full) (nullable): the type; %NULL for what has no id or no name */
AlaIssueType *ala_issue_type_new_from_json (JsonNode     *node);

const char   *ala_issue_type_get_id        (AlaIssueType *self);
const char   *ala_issue_type_get_name      (AlaIssueType *self);

/** ala_issue_type_is_subtask: Returns: whether it needs another issue above it */
gboolean      ala_issue_type_is_subtask    (AlaIssueType *self);

G_END_DECLS
