/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-template.h"

#include <gio/gio.h>
#include <string.h>

#include "ala-practice-resources.h"

#define PAGES ALA_RESOURCE_PATH "/practice/"

/* Asking for the resource by its own function also keeps the linker from dropping it from the static library. */
static GBytes *
load (const char *file)
{
  g_autofree char *path = g_strconcat (PAGES, file, NULL);
  GBytes *bytes = g_resource_lookup_data (ala_practice_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    g_error ("The page %s is missing from the program", file);

  return bytes;
}

char *
ala_practice_template_render_v (const char         *name,
                                const char * const *common,
                                va_list             args)
{
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GString) html = NULL;
  const char *key, *text, *end, *open;

  g_return_val_if_fail (name != NULL, NULL);

  values = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; common != NULL && common[i] != NULL; i += 2)
    g_hash_table_insert (values, (gpointer) common[i], (gpointer) common[i + 1]);
  while ((key = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (values, (gpointer) key, va_arg (args, char *));

  file = g_strconcat (name, strchr (name, '.') == NULL ? ".html" : NULL, NULL);
  bytes = load (file);
  text = g_bytes_get_data (bytes, NULL);
  end = text + g_bytes_get_size (bytes);

  html = g_string_sized_new (g_bytes_get_size (bytes) * 2);
  while ((open = g_strstr_len (text, end - text, "{{")) != NULL)
    {
      const char *close = g_strstr_len (open, end - open, "}}");
      g_autofree char *place = NULL;
      const char *value;

      if (close == NULL)
        g_error ("%s: a place has no end", file);

      place = g_strndup (open + 2, close - open - 2);
      value = g_hash_table_lookup (values, place);
      if (value == NULL)
        g_error ("%s: nothing was given for {{%s}}", file, place);

      g_string_append_len (html, text, open - text);
      if (*place == '&')
        {
          g_string_append (html, value);
        }
      else
        {
          g_autofree char *escaped = g_markup_escape_text (value, -1);

          g_string_append (html, escaped);
        }
      text = close + 2;
    }
  g_string_append_len (html, text, end - text);

  return g_string_free (g_steal_pointer (&html), FALSE);
}

char *
ala_practice_template_render (const char *name,
                              ...)
{
  va_list args;
  char *html;

  va_start (args, name);
  html = ala_practice_template_render_v (name, NULL, args);
  va_end (args);

  return html;
}

char *
ala_practice_template_dup_style (void)
{
  g_autoptr (GBytes) bytes = load ("style.css");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
