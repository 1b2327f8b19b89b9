/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-json.h"

/* Names in Jira have at most 255 characters. What is longer in bytes than all of these can be is no name. */
#define NAME_MAX_BYTES 1024

JsonObject *
ala_check_json_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
ala_check_json_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonNode *
ala_check_json_get_member (JsonObject *object,
                           const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = ala_check_json_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
         ? node : NULL;
}

const char *
ala_check_json_get_name (JsonObject *object,
                           const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' && strlen (text) <= NAME_MAX_BYTES ? text : NULL;
}

gboolean
ala_check_json_get_boolean (JsonObject *object,
                            const char *name,
                            gboolean   *value)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  g_return_val_if_fail (value != NULL, FALSE);

  if (node == NULL)
    return FALSE;

  *value = json_node_get_boolean (node);
  return TRUE;
}

gint64
ala_check_json_get_count (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);
  gint64 count = node != NULL ? json_node_get_int (node) : -1;

  return count >= 0 && count <= G_MAXINT32 ? count : -1;
}
