/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-host-name.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Limits of the domain name system, RFC 1035 section 2.3.4. */
#define MAX_LABEL 63
#define MAX_NAME  253

/* Letters of other scripts that are drawn like Latin ones. A label of nothing else is a disguise. */
static const char lookalikes[] = "асԁеһіјӏорԛѕԝхуьҽѵѡ" /* Cyrillic */
                                 "αγηικνορτυχω"        /* Greek */
                                 "օոսհցզ";             /* Armenian */

static gboolean
belong_together (GUnicodeScript a,
                 GUnicodeScript b)
{
  /* Written together in everyday Japanese, Korean and Chinese (Unicode TS 39 section 5.2, "highly restrictive"). */
  static const GUnicodeScript mixes[][4] = {
    { G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA },
    { G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_HANGUL },
    { G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_BOPOMOFO, G_UNICODE_SCRIPT_BOPOMOFO },
  };

  if (a == b)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (mixes); i++)
    {
      gboolean has_a = FALSE, has_b = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (mixes[i]); j++)
        {
          has_a = has_a || mixes[i][j] == a;
          has_b = has_b || mixes[i][j] == b;
        }
      if (has_a && has_b)
        return TRUE;
    }

  return FALSE;
}

static void
refuse_letter (GError     **error,
               const char  *label,
               const char  *letter)
{
  g_autofree char *one = g_strndup (letter, g_utf8_next_char (letter) - letter);

  /* Translators: a letter, its number in Unicode, and the part of the host name in which it stands. */
  ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_LOOKALIKE, _("The letter “%s” (U+%04X) in “%s” is not the Latin one."),
                         one, g_utf8_get_char (letter), label);
}

/* @label is Unicode, lower-case. */
static gboolean
check_label (const char  *label,
             GError     **error)
{
  GUnicodeScript first = G_UNICODE_SCRIPT_INVALID_CODE;
  const char *first_foreign = NULL;
  const char *other = NULL;
  gboolean has_latin = FALSE;
  gboolean only_lookalikes = TRUE;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script = g_unichar_get_script (c);

      if (c == '-' || c == '_' || (c >= '0' && c <= '9'))
        continue;
      if (c > 0x7f && g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
        {
          refuse_letter (error, label, p);
          return FALSE;
        }
      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” is not part of a host name."), label);
          return FALSE;
        }
      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
        continue;

      if (script == G_UNICODE_SCRIPT_LATIN)
        has_latin = TRUE;
      else if (first_foreign == NULL)
        first_foreign = p;
      if (g_utf8_strchr (lookalikes, -1, c) == NULL)
        only_lookalikes = FALSE;
      if (first == G_UNICODE_SCRIPT_INVALID_CODE)
        first = script;
      else if (other == NULL && !belong_together (first, script))
        other = p;
    }

  if (other != NULL)
    {
      refuse_letter (error, label, has_latin && first_foreign != NULL ? first_foreign : other);
      return FALSE;
    }
  if (first_foreign != NULL && only_lookalikes)
    {
      refuse_letter (error, label, first_foreign);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_ascii (const char  *name,
             GError     **error)
{
  g_auto (GStrv) labels = g_strsplit (name, ".", -1);

  if (strchr (name, '_') != NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNDERSCORE, _("The host name is “%s”."), name);
      return FALSE;
    }

  for (guint i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (length == 0 || length > MAX_LABEL || labels[i][0] == '-' || labels[i][length - 1] == '-' ||
          strspn (labels[i], "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
        {
          ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” is not the name of a server."), name);
          return FALSE;
        }
    }

  /* Digits and dots alone are an IPv4 address or a slip. */
  if (strlen (name) > MAX_NAME ||
      (name[strspn (name, "0123456789.")] == '\0' && !g_hostname_is_ip_address (name)))
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” is not the name of a server."), name);
      return FALSE;
    }

  return TRUE;
}

/* Full-width letters, ideographic full stops and capitals are one name in many spellings (RFC 3490 section 3.1). */
static char *
fold (const char *text)
{
  g_autofree char *normalized = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *lower = g_utf8_casefold (normalized, -1);
  g_auto (GStrv) labels = g_strsplit (lower, "。", -1);
  char *folded = g_strjoinv (".", labels);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';

  return folded;
}

char *
ala_host_name_normalize (const char  *text,
                         GError     **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *unicode = NULL;
  g_autofree char *ascii = NULL;
  g_auto (GStrv) labels = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  folded = fold (text);
  if (g_str_is_ascii (folded) && strstr (folded, "xn--") == NULL)
    {
      if (*folded == '\0')
        {
          ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("The address holds no host name."));
          return NULL;
        }
      return check_ascii (folded, error) ? g_steal_pointer (&folded) : NULL;
    }

  /* A punycode name is looked at as people would see it. */
  unicode = g_hostname_to_unicode (folded);
  labels = g_strsplit (unicode != NULL ? unicode : folded, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    if (!check_label (labels[i], error))
      return NULL;

  ascii = g_hostname_to_ascii (folded);
  if (ascii == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_ADDRESS_UNREADABLE, _("“%s” is not the name of a server."), folded);
      return NULL;
    }
  return check_ascii (ascii, error) ? g_steal_pointer (&ascii) : NULL;
}

char *
ala_host_name_take_ipv6 (char *authority)
{
  g_autofree char *literal = NULL;
  g_autoptr (GInetAddress) address = NULL;
  const char *end;

  g_return_val_if_fail (authority != NULL, NULL);

  if (*authority == '[')
    {
      end = strchr (authority, ']');
      if (end == NULL)
        return NULL;
      literal = g_strndup (authority + 1, end - authority - 1);
      end++;
    }
  else
    {
      literal = g_strdup (authority);
      end = authority + strlen (authority);
    }

  if (strchr (literal, ':') == NULL)
    return NULL;
  address = g_inet_address_new_from_string (literal);
  if (address == NULL)
    return NULL;

  memmove (authority, end, strlen (end) + 1);
  return g_inet_address_to_string (address);
}

gboolean
ala_host_name_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (host != NULL, FALSE);

  if (g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost"))
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}
