/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-address-text.h"

#include <string.h>

static gboolean
is_invisible (gunichar c)
{
  /* Zero-width and direction characters, soft hyphen, byte order mark: word processors and chats leave them behind. */
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff;
}

static gboolean
is_wrapping (gunichar c,
             gboolean opening)
{
  if (c > 0x7f)
    switch (g_unichar_type (c))
      {
      case G_UNICODE_INITIAL_PUNCTUATION:
      case G_UNICODE_FINAL_PUNCTUATION:
      case G_UNICODE_OPEN_PUNCTUATION:
      case G_UNICODE_CLOSE_PUNCTUATION:
        return TRUE;
      default:
        return g_utf8_strchr ("…。，、；！？", -1, c) != NULL;
      }

  return c != 0 && strchr (opening ? "\"'`<([{*,;:." : "\"'`>)]}*.,;:!", (int) c) != NULL;
}

/* Whether the bracket at @start and the next closing one hold an IPv6 literal, so that neither is mere punctuation. */
static gboolean
is_bracketed_ipv6 (const char *start)
{
  const char *end = strchr (start, ']');
  g_autofree char *literal = NULL;

  if (*start != '[' || end == NULL)
    return FALSE;

  literal = g_strndup (start + 1, end - start - 1);
  return g_hostname_is_ip_address (literal);
}

/* Takes quotes, brackets and punctuation off both ends of @word, in place. */
static gboolean
unwrap (GString *word)
{
  gsize length = word->len;

  while (word->len > 0 && is_wrapping (g_utf8_get_char (word->str), TRUE) && !is_bracketed_ipv6 (word->str) &&
         !g_str_has_prefix (word->str, "::"))
    g_string_erase (word, 0, g_utf8_next_char (word->str) - word->str);

  while (word->len > 0)
    {
      const char *last = g_utf8_find_prev_char (word->str, word->str + word->len);
      const char *bracket;

      if (!is_wrapping (g_utf8_get_char (last), FALSE))
        break;
      bracket = *last == ']' ? strrchr (word->str, '[') : NULL;
      if (bracket != NULL && strchr (bracket, ']') == last && is_bracketed_ipv6 (bracket))
        break;
      g_string_truncate (word, last - word->str);
    }

  return word->len != length;
}

char *
ala_address_text_pick_word (const char     *text,
                            AlaAddressNote *notes)
{
  g_autoptr (GString) visible = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) word = NULL;
  const char *chosen = NULL;
  gboolean odd = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        odd = TRUE;
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          odd = odd || (c > 0x7f);
          /* "https:// jira.example.com" */
          if (!g_str_has_suffix (visible->str, "://"))
            g_string_append_c (visible, ' ');
        }
      else if (c == '\\')
        {
          odd = TRUE;
          g_string_append_c (visible, '/');
        }
      else
        g_string_append_unichar (visible, c);
    }

  g_strstrip (visible->str);
  if (*visible->str == '\0')
    return g_strdup ("");

  words = g_strsplit (visible->str, " ", -1);
  for (guint i = 0; words[i] != NULL && chosen == NULL; i++)
    if (strstr (words[i], "://") != NULL)
      chosen = words[i];
  for (guint i = 0; words[i] != NULL && chosen == NULL && words[1] != NULL; i++)
    {
      const char *dot = strchr (words[i], '.');

      if (dot != NULL && dot != words[i] && dot[1] != '\0')
        chosen = words[i];
    }
  if (chosen == NULL && words[0] != NULL && words[1] == NULL)
    chosen = words[0];
  if (chosen == NULL)
    return NULL;

  word = g_string_new (chosen);
  odd = unwrap (word) || odd || words[1] != NULL;
  if (odd)
    *notes |= ALA_ADDRESS_CUT_PUNCTUATION;

  return g_string_free (g_steal_pointer (&word), FALSE);
}

char *
ala_address_text_take_scheme (const char     **word,
                              AlaAddressNote  *notes)
{
  const char *text = *word;
  const char *mark = strstr (text, "://");
  const char *start;
  static const char * const others[] = { "mailto:", "file:", "ftp:", "ssh:", "javascript:", "data:", "about:", "tel:" };

  /* A "://" behind a slash belongs to a parameter. */
  if (mark != NULL && strcspn (text, "/?#") >= (gsize) (mark - text))
    {
      for (start = mark; start > text && (g_ascii_isalnum (start[-1]) || strchr ("+-.", start[-1]) != NULL); start--)
        ;
      if (start != text)
        *notes |= ALA_ADDRESS_CUT_PUNCTUATION;
      *word = mark + strlen ("://");
      while (**word == '/')
        (*word)++;
      return g_ascii_strdown (start, mark - start);
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strncasecmp (text, others[i], strlen (others[i])) == 0)
      return g_ascii_strdown (text, strlen (others[i]) - 1);

  /* "https:/jira…", "https:jira…", "https//jira…", but "https:8443" is a host of that name */
  for (guint i = 0; i < 2; i++)
    {
      const char *scheme = i == 0 ? "https" : "http";
      const char *rest = text + strlen (scheme);

      if (g_ascii_strncasecmp (text, scheme, strlen (scheme)) != 0)
        continue;
      if ((rest[0] == ':' && !g_ascii_isdigit (rest[1])) || g_str_has_prefix (rest, "//"))
        {
          *notes |= ALA_ADDRESS_CUT_PUNCTUATION;
          *word = rest + strspn (rest, ":/");
          return g_strdup (scheme);
        }
    }

  *word += strspn (text, "/");
  return g_strdup ("");
}
