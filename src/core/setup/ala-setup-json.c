/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static JsonNode *
value_to_node (const GValue *value)
{
  JsonNode *node = json_node_alloc ();

  if (G_VALUE_HOLDS_ENUM (value))
    {
      GEnumClass *klass = g_type_class_peek (G_VALUE_TYPE (value));
      GEnumValue *choice = g_enum_get_value (klass, g_value_get_enum (value));

      return json_node_init_string (node, choice->value_nick);
    }

  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      JsonArray *array = json_array_new ();
      const char *const *list = g_value_get_boxed (value);

      for (guint i = 0; list[i] != NULL; i++)
        json_array_add_string_element (array, list[i]);
      json_node_init_array (node, array);
      json_array_unref (array);
      return node;
    }

  if (G_VALUE_HOLDS_UINT (value))
    return json_node_init_int (node, g_value_get_uint (value));
  if (G_VALUE_HOLDS_INT64 (value))
    return json_node_init_int (node, g_value_get_int64 (value));

  g_assert (G_VALUE_HOLDS_STRING (value));
  return json_node_init_string (node, g_value_get_string (value));
}

static gboolean
node_to_list (JsonNode *node,
              GValue   *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;
      g_strv_builder_add (builder, json_node_get_string (element));
    }

  g_value_take_boxed (value, g_strv_builder_end (builder));
  return TRUE;
}

/* Sets the initialised @value from @node. Returns: whether the node has the type and range of @pspec. */
static gboolean
node_to_value (JsonNode   *node,
               GParamSpec *pspec,
               GValue     *value)
{
  GType type = json_node_get_value_type (node);

  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return node_to_list (node, value);

  if (G_VALUE_HOLDS_ENUM (value))
    {
      GEnumValue *choice;

      if (type != G_TYPE_STRING)
        return FALSE;
      choice = g_enum_get_value_by_nick (g_type_class_peek (G_VALUE_TYPE (value)), json_node_get_string (node));
      if (choice == NULL)
        return FALSE;
      g_value_set_enum (value, choice->value);
      return TRUE;
    }

  if (G_VALUE_HOLDS_STRING (value))
    {
      if (type != G_TYPE_STRING)
        return FALSE;
      g_value_set_string (value, json_node_get_string (node));
      return TRUE;
    }

  if (type != G_TYPE_INT64)
    return FALSE;
  if (G_VALUE_HOLDS_UINT (value))
    {
      gint64 number = json_node_get_int (node);

      if (number < 0 || number > G_MAXUINT)
        return FALSE;
      g_value_set_uint (value, (guint) number);
    }
  else
    {
      g_value_set_int64 (value, json_node_get_int (node));
    }
  return !g_param_value_validate (pspec, value); /* it tells whether the value had to be changed */
}

char *
ala_setup_to_json (AlaSetup *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree GParamSpec **properties = NULL;
  JsonObject *object = json_object_new ();
  guint n_properties;

  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  json_object_set_int_member (object, "format", ALA_SETUP_FORMAT);
  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_properties);
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), properties[i]->name, &value);
      json_object_set_member (object, properties[i]->name, value_to_node (&value));
    }
  json_node_take_object (root, object);

  return json_to_string (root, TRUE);
}

static JsonObject *
get_object (JsonParser  *parser,
            const char  *text,
            gssize       length,
            GError     **error)
{
  g_autoptr (GError) parse_error = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, length, &parse_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("It is not valid JSON (%s)."), parse_error->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("It does not hold the data of a link."));
      return NULL;
    }

  return json_node_get_object (root);
}

static gboolean
check_format (JsonObject  *object,
              GError     **error)
{
  JsonNode *node = json_object_get_member (object, "format");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 1)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("It does not hold the data of a link."));
      return FALSE;
    }

  if (json_node_get_int (node) > ALA_SETUP_FORMAT)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE,
                             _("It was written by a newer version of this program."));
      return FALSE;
    }

  return TRUE;
}

AlaSetup *
ala_setup_new_from_json (const char  *text,
                         gssize       length,
                         GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GTypeClass) klass = g_type_class_ref (ALA_TYPE_SETUP);
  g_autofree GParamSpec **properties = NULL;
  g_autofree const char **names = NULL;
  g_autofree GValue *values = NULL;
  guint n_properties, n_values = 0;
  AlaSetup *self = NULL;
  JsonObject *object;
  const char *bad = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  object = get_object (parser, text, length, error);
  if (object == NULL || !check_format (object, error))
    return NULL;

  properties = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_properties);
  names = g_new0 (const char *, n_properties);
  values = g_new0 (GValue, n_properties);
  for (guint i = 0; i < n_properties && bad == NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, properties[i]->name);

      if (node == NULL)
        continue;
      names[n_values] = properties[i]->name;
      g_value_init (&values[n_values], properties[i]->value_type);
      if (!node_to_value (node, properties[i], &values[n_values]))
        bad = properties[i]->name;
      n_values++;
    }

  /* The id becomes a file name and a name in the keyring. */
  if (bad == NULL)
    {
      JsonNode *id = json_object_get_member (object, "id");

      if (id == NULL || !g_uuid_string_is_valid (json_node_get_string (id)))
        bad = "id";
    }

  if (bad == NULL)
    self = ALA_SETUP (g_object_new_with_properties (ALA_TYPE_SETUP, n_values, names, values));
  else
    ala_problem_set_error (error, ALA_PROBLEM_SETUP_UNREADABLE, _("Its member “%s” has a value that cannot be."), bad);

  for (guint i = 0; i < n_values; i++)
    g_value_unset (&values[i]);

  return self;
}
