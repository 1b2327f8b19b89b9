/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading replies of which every member may be missing, null, or of another type than documented. */

/** ala_check_json_get_object: Returns: (nullable) (transfer none): the object itself, %NULL when @node is anything else */
JsonObject *ala_check_json_get_object  (JsonNode   *node);

/** ala_check_json_get_array: Returns: (nullable) (transfer none): the array itself, %NULL when @node is anything else */
JsonArray  *ala_check_json_get_array   (JsonNode   *node);

/**
 * ala_check_json_get_member:
 * @object: (nullable): where to look
 *
 * Returns: (nullable) (transfer none): the member, %NULL when there is none
 */
JsonNode   *ala_check_json_get_member  (JsonObject *object,
                                        const char *name);

/** ala_check_json_get_string: Returns: (nullable) (transfer none): a name: a text neither empty nor absurdly long, else %NULL */
const char *ala_check_json_get_name    (JsonObject *object,
                                        const char *name);

/**
 * ala_check_json_get_boolean:
 * @value: (out): the value
 *
 * Returns: whether there is a member of that name that is true or false
 */
gboolean    ala_check_json_get_boolean (JsonObject *object,
                                        const char *name,
                                        gboolean   *value);

/** ala_check_json_get_count: Returns: a number from 0 to %G_MAXINT32, -1 when there is none */
gint64      ala_check_json_get_count   (JsonObject *object,
                                        const char *name);

G_END_DECLS
