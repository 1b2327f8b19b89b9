/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-name.h"

#include <string.h>

/* They could make a list show another name than the one that is saved. */
static gboolean
turns_direction (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* Cuts @text behind @max characters, and what is then blank at its end. */
static void
cut (GString *text,
     guint    max)
{
  if (g_utf8_strlen (text->str, (gssize) text->len) > (glong) max)
    g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, max) - text->str));

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

char *
ala_link_name_clean (const char *text)
{
  GString *name = g_string_new (NULL);
  g_autofree char *valid = NULL;

  /* The command line and a file that somebody edited may hold any bytes. */
  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (turns_direction (c))
        continue;
      if (!is_blank (c))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }

  cut (name, ALA_LINK_NAME_MAX);
  return g_string_free (name, FALSE);
}

/* Returns: the number of one or two digits at the end of @text, and in @stem how many bytes stand before it and its separator; 1 and
 * all of it without such a number */
static guint
split_number (const char *text,
              const char *separator,
              gsize      *stem)
{
  gsize length = strlen (text);
  gsize digits = 0;

  while (digits < length && g_ascii_isdigit (text[length - digits - 1]))
    digits++;

  *stem = length;
  if (digits < 1 || digits > 2 || text[length - digits] == '0')
    return 1;
  if (length - digits <= strlen (separator) || !g_str_has_prefix (text + length - digits - strlen (separator), separator))
    return 1;

  *stem = length - digits - strlen (separator);
  return (guint) g_ascii_strtoull (text + length - digits, NULL, 10);
}

char *
ala_link_name_next (const char *text,
                    const char *separator,
                    guint       max)
{
  g_autofree char *ending = NULL;
  GString *next;
  guint number;
  gsize stem;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (separator != NULL, NULL);

  number = split_number (text, separator, &stem);
  ending = g_strdup_printf ("%s%u", separator, number + 1);
  g_return_val_if_fail (max > strlen (ending), NULL);

  next = g_string_new_len (text, (gssize) stem);
  cut (next, max - (guint) strlen (ending));
  g_string_append (next, ending);
  return g_string_free (next, FALSE);
}
