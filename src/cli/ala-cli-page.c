/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-page.h"

#include <string.h>

struct _AlaCliPage
{
  guint status;
  char *authenticate;
  char *url;
  char *text;
  GPtrArray *forms;
};

/* What is known while the page is read from its beginning to its end. */
typedef struct
{
  AlaCliPage *page;
  AlaCliForm *form;   /* the one that is open */
  GHashTable *select; /* the attributes of the list that is open, "value" being that of the chosen option */
  GString *text;
} Reader;

void
ala_cli_page_free (AlaCliPage *self)
{
  g_free (self->authenticate);
  g_free (self->url);
  g_free (self->text);
  g_ptr_array_unref (self->forms);
  g_free (self);
}

/* The character of an entity that begins at @p, and where it ends; 0 when it is none. */
static gunichar
read_entity (const char  *p,
             const char **end)
{
  static const struct
  {
    const char *name;
    gunichar character;
  } named[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' }, { "&nbsp;", 0xA0 },
  };
  char *after;
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_has_prefix (p, named[i].name))
      {
        *end = p + strlen (named[i].name);
        return named[i].character;
      }

  if (p[1] != '#')
    return 0;

  number = p[2] == 'x' || p[2] == 'X' ? g_ascii_strtoull (p + 3, &after, 16) : g_ascii_strtoull (p + 2, &after, 10);
  if (*after != ';' || number == 0 || number > 0x10FFFF || !g_unichar_validate (number))
    return 0;

  *end = after + 1;
  return number;
}

static char *
decode_entities (const char *text,
                 gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (const char *p = copy; *p != '\0';)
    {
      const char *end;
      gunichar character = *p == '&' ? read_entity (p, &end) : 0;

      if (character != 0)
        {
          g_string_append_unichar (decoded, character);
          p = end;
        }
      else
        {
          g_string_append_c (decoded, *p++);
        }
    }

  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

/* Reads the attributes behind a tag's name, up to its ">". Returns what is behind that. */
static const char *
read_attributes (const char *p,
                 GHashTable *attributes)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      const char *start, *value = "";
      gsize length = 0;

      while (g_ascii_isspace (*p) || *p == '/')
        p++;
      if (*p == '\0' || *p == '>')
        return *p == '>' ? p + 1 : p;

      start = p;
      p += MAX (1, strcspn (p, " \t\r\n=/>"));
      name = g_ascii_strdown (start, p - start);

      while (g_ascii_isspace (*p))
        p++;
      if (*p == '=')
        {
          p++;
          while (g_ascii_isspace (*p))
            p++;
          if (*p == '"' || *p == '\'')
            {
              const char quote[] = { *p, '\0' };

              value = p + 1;
              length = strcspn (value, quote);
              p = value + length + (value[length] != '\0');
            }
          else
            {
              value = p;
              length = strcspn (value, " \t\r\n>");
              p = value + length;
            }
        }

      g_hash_table_insert (attributes, g_steal_pointer (&name), decode_entities (value, length));
    }
}

static const char *
get_attribute (GHashTable *attributes,
               const char *name)
{
  const char *value = g_hash_table_lookup (attributes, name);

  return value != NULL ? value : "";
}

static void
add_field (Reader          *reader,
           AlaCliFieldKind  kind,
           GHashTable      *attributes,
           const char      *value)
{
  if (reader->form != NULL)
    ala_cli_form_add (reader->form, kind, get_attribute (attributes, "id"), get_attribute (attributes, "name"), value,
                      g_hash_table_contains (attributes, "checked"));
}

static void
open_form (Reader     *reader,
           const char *action,
           gboolean    post)
{
  reader->form = ala_cli_form_new (action, post);
  g_ptr_array_add (reader->page->forms, reader->form);
}

static void
read_input (Reader     *reader,
            GHashTable *attributes)
{
  const char *type = get_attribute (attributes, "type");
  const char *value = get_attribute (attributes, "value");

  if (g_ascii_strcasecmp (type, "submit") == 0)
    add_field (reader, ALA_CLI_FIELD_BUTTON, attributes, value);
  else if (g_ascii_strcasecmp (type, "checkbox") == 0)
    add_field (reader, ALA_CLI_FIELD_TICK, attributes, *value != '\0' ? value : "on");
  else if (g_ascii_strcasecmp (type, "radio") == 0)
    add_field (reader, ALA_CLI_FIELD_RADIO, attributes, *value != '\0' ? value : "on");
  else if (g_ascii_strcasecmp (type, "button") != 0 && g_ascii_strcasecmp (type, "reset") != 0)
    add_field (reader, ALA_CLI_FIELD_TEXT, attributes, value);
}

static void
close_select (Reader *reader)
{
  if (reader->select != NULL)
    add_field (reader, ALA_CLI_FIELD_TEXT, reader->select, get_attribute (reader->select, "value"));
  g_clear_pointer (&reader->select, g_hash_table_unref);
}

static void
read_option (Reader     *reader,
             GHashTable *attributes)
{
  /* Without a word on it a list shows its first entry. */
  if (reader->select != NULL
      && (g_hash_table_contains (attributes, "selected") || !g_hash_table_contains (reader->select, "value")))
    g_hash_table_insert (reader->select, g_strdup ("value"), g_strdup (get_attribute (attributes, "value")));
}

/* Where the end tag of @tag is: what stands before it is read as it is. */
static const char *
find_end_tag (const char *p,
              const char *tag)
{
  for (; *p != '\0'; p++)
    if (p[0] == '<' && p[1] == '/' && g_ascii_strncasecmp (p + 2, tag, strlen (tag)) == 0)
      break;

  return p;
}

static const char *
read_tag (Reader     *reader,
          const char *p)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize length = strcspn (p, " \t\r\n/>");
  g_autofree char *tag = g_ascii_strdown (p, length);

  p = read_attributes (p + length, attributes);
  g_string_append_c (reader->text, ' ');

  if (g_str_equal (tag, "form"))
    {
      open_form (reader, get_attribute (attributes, "action"),
                 g_ascii_strcasecmp (get_attribute (attributes, "method"), "post") == 0);
    }
  else if (g_str_equal (tag, "a"))
    {
      AlaCliForm *around = reader->form;

      open_form (reader, get_attribute (attributes, "href"), FALSE);
      add_field (reader, ALA_CLI_FIELD_BUTTON, attributes, "");
      reader->form = around;
    }
  else if (g_str_equal (tag, "input"))
    {
      read_input (reader, attributes);
    }
  else if (g_str_equal (tag, "button"))
    {
      add_field (reader, ALA_CLI_FIELD_BUTTON, attributes, get_attribute (attributes, "value"));
    }
  else if (g_str_equal (tag, "select"))
    {
      close_select (reader);
      reader->select = g_hash_table_ref (attributes);
    }
  else if (g_str_equal (tag, "option"))
    {
      read_option (reader, attributes);
    }
  else if (g_str_equal (tag, "textarea"))
    {
      const char *end = find_end_tag (p, tag);
      g_autofree char *content = decode_entities (p, end - p);

      add_field (reader, ALA_CLI_FIELD_TEXT, attributes, content);
      p = end;
    }
  else if (g_str_equal (tag, "script") || g_str_equal (tag, "style") || g_str_equal (tag, "title"))
    {
      p = find_end_tag (p, tag);
    }

  return p;
}

static const char *
close_tag (Reader     *reader,
           const char *p)
{
  if (g_ascii_strncasecmp (p, "select", 6) == 0)
    close_select (reader);
  else if (g_ascii_strncasecmp (p, "form", 4) == 0)
    reader->form = NULL;

  g_string_append_c (reader->text, ' ');
  p += strcspn (p, ">");
  return *p == '>' ? p + 1 : p;
}

AlaCliPage *
ala_cli_page_new (const char *url,
                  const char *html,
                  gssize      length)
{
  g_autofree char *valid = NULL;
  Reader reader = { NULL };
  const char *p;

  g_return_val_if_fail (url != NULL, NULL);
  g_return_val_if_fail (html != NULL, NULL);

  reader.page = g_new0 (AlaCliPage, 1);
  reader.page->status = 200;
  reader.page->url = g_strdup (url);
  reader.page->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) ala_cli_form_free);
  reader.text = g_string_new (NULL);

  valid = g_utf8_make_valid (html, length);
  for (p = valid; *p != '\0';)
    {
      gsize plain = strcspn (p, "<");

      if (plain > 0)
        {
          g_autofree char *text = decode_entities (p, plain);

          g_string_append (reader.text, text);
          p += plain;
        }
      else if (g_str_has_prefix (p, "<!--"))
        {
          const char *end = strstr (p, "-->");

          p = end != NULL ? end + 3 : p + strlen (p);
        }
      else if (g_ascii_isalpha (p[1]))
        {
          p = read_tag (&reader, p + 1);
        }
      else if (p[1] == '/' || p[1] == '!' || p[1] == '?')
        {
          p = close_tag (&reader, p + 2);
        }
      else
        {
          g_string_append_c (reader.text, *p++);
        }
    }

  close_select (&reader);
  reader.page->text = g_string_free (reader.text, FALSE);
  return reader.page;
}

void
ala_cli_page_set_head (AlaCliPage *self,
                       guint       status,
                       const char *authenticate)
{
  g_return_if_fail (self != NULL);

  self->status = status;
  g_free (self->authenticate);
  self->authenticate = g_strdup (authenticate);
}

guint
ala_cli_page_get_status (AlaCliPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->status;
}

const char *
ala_cli_page_get_authenticate (AlaCliPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->authenticate;
}

const char *
ala_cli_page_get_url (AlaCliPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->url;
}

const char *
ala_cli_page_get_text (AlaCliPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

AlaCliForm *
ala_cli_page_find_form (AlaCliPage *self,
                        const char *field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < self->forms->len; i++)
    if (ala_cli_form_has (g_ptr_array_index (self->forms, i), field))
      return g_ptr_array_index (self->forms, i);

  return NULL;
}

AlaCliForm *
ala_cli_page_find_form_prefix (AlaCliPage  *self,
                               const char  *prefix,
                               const char **id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  /* What was added last stands last. */
  for (guint i = self->forms->len; i > 0; i--)
    {
      AlaCliForm *form = g_ptr_array_index (self->forms, i - 1);
      const char *found = ala_cli_form_find_prefix (form, prefix);

      if (found != NULL)
        {
          *id = found;
          return form;
        }
    }

  return NULL;
}
