/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-data-reader.h"

void
ala_data_reader_init (AlaDataReader *self,
                      JsonNode      *node)
{
  self->bad = NULL;
  self->object = NULL;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    self->object = json_node_get_object (node);
  else
    ala_data_reader_fail (self, "{}");
}

void
ala_data_reader_fail (AlaDataReader *self,
                      const char    *member)
{
  if (self->bad == NULL)
    self->bad = member;
}

static JsonNode *
get_node (AlaDataReader *self,
          const char    *member)
{
  return self->object != NULL ? json_object_get_member (self->object, member) : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

char *
ala_data_reader_dup_text (AlaDataReader *self,
                          const char    *member)
{
  JsonNode *node = get_node (self, member);

  if (node != NULL && is_text (node))
    return g_strdup (json_node_get_string (node));
  if (node != NULL)
    ala_data_reader_fail (self, member);

  return g_strdup ("");
}

char *
ala_data_reader_dup_needed (AlaDataReader *self,
                            const char    *member)
{
  char *text = ala_data_reader_dup_text (self, member);

  if (*text == '\0')
    ala_data_reader_fail (self, member);

  return text;
}

GStrv
ala_data_reader_dup_list (AlaDataReader *self,
                          const char    *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = get_node (self, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (is_text (element))
            g_strv_builder_add (builder, json_node_get_string (element));
          else
            ala_data_reader_fail (self, member);
        }
    }
  else if (node != NULL)
    {
      ala_data_reader_fail (self, member);
    }

  return g_strv_builder_end (builder);
}

gint64
ala_data_reader_get_number (AlaDataReader *self,
                            const char    *member,
                            gint64         low,
                            gint64         high,
                            gint64         fallback)
{
  JsonNode *node = get_node (self, member);
  gint64 number;

  if (node == NULL)
    return fallback;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      number = json_node_get_int (node);
      if (number >= low && number <= high)
        return number;
    }

  ala_data_reader_fail (self, member);
  return fallback;
}

guint
ala_data_reader_get_choice (AlaDataReader      *self,
                            const char         *member,
                            const char *const  *nicks)
{
  JsonNode *node = get_node (self, member);

  if (node == NULL)
    return 0;
  for (guint i = 0; is_text (node) && nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], json_node_get_string (node)))
      return i;

  ala_data_reader_fail (self, member);
  return 0;
}

JsonArray *
ala_data_reader_get_array (AlaDataReader *self,
                           const char    *member)
{
  JsonNode *node = get_node (self, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    return json_node_get_array (node);

  ala_data_reader_fail (self, member);
  return NULL;
}

const char *
ala_data_translate (const char *text)
{
  /* The translation of "" would be the catalogue's own header. */
  return *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : "";
}
