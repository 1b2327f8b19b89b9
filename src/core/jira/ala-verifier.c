/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-verifier.h"

#include <string.h>

#include "ala-oauth-encoding.h"

/* A page of Jira copied as a whole is far smaller; of more, as of a clipboard with a book in it, only the start is read. */
#define MAX_TEXT (64 * 1024)

/* Jira's codes have six characters (reference/jira-oauth.md section 1). In an address any length is taken up to this one. */
#define CODE_LENGTH 6
#define MAX_VALUE   256

/* What Jira sends in place of a code when the person refused. */
#define DENIED "denied"

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

static const char *
skip_space (const char *text)
{
  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static gsize
count_alnum (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalnum (text[n]))
    n++;

  return n;
}

/* Quotes in which a space may stand inside, as in « code », and those that begin and end words without one. */
static gboolean
is_quote (gunichar  c,
          gboolean *roomy)
{
  *roomy = c == 0xab || c == 0xbb || c == 0x2039 || c == 0x203a || (c >= 0x300c && c <= 0x300f) || c == 0xff62 || c == 0xff63;

  return *roomy || c == '\'' || c == '"' || c == '`' || c == 0xb4 || (c >= 0x2018 && c <= 0x201f) || c == 0x2032 ||
         c == 0x2033 || c == 0x2035 || c == 0x301d || c == 0x301e || c == 0x301f || c == 0xff02 || c == 0xff07;
}

/* An apostrophe within a Latin word, as in “client's”, quotes nothing. */
static gboolean
is_latin (gunichar c)
{
  return g_unichar_isalnum (c) && (c < 0x80 || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN);
}

/* The last quoted run of six: the consumer's name comes first, and may be as long (reference/jira-oauth.md section 3). */
static const char *
find_quoted_code (const char *text)
{
  const char *found = NULL;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = g_utf8_next_char (p);
      const char *end;
      gboolean roomy, closing_roomy;

      if (is_quote (c, &roomy) && (roomy || !is_latin (before)))
        {
          if (roomy)
            start = skip_space (start);
          end = start + count_alnum (start);
          if (end - start == CODE_LENGTH)
            {
              if (roomy)
                end = skip_space (end);
              /* Typesetters put the full stop inside. */
              if (*end == '.')
                end++;
              if (*end != '\0' && is_quote (g_utf8_get_char (end), &closing_roomy) &&
                  (closing_roomy || !is_latin (g_utf8_get_char (g_utf8_next_char (end)))))
                found = start;
            }
        }
      before = c;
    }

  return found;
}

/* The value of "name=…" as it stands in an address, a form, or a page's source; decoded once, "+" as it is. */
static char *
find_parameter (const char *text,
                const char *name)
{
  gsize length = strlen (name);

  for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    {
      const char *value = p + length + 1;
      gsize n;

      if (p[length] != '=' || (p > text && (g_ascii_isalnum (p[-1]) || p[-1] == '_')))
        continue;
      n = strcspn (value, "&;#\"'<> \t\r\n");
      if (n > 0 && n <= MAX_VALUE)
        return ala_oauth_decode (value, (gssize) n, FALSE);
    }

  return NULL;
}

/* The text in lower case with single spaces, for looking up sentences. */
static char *
flatten (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  GString *flat = g_string_sized_new (strlen (lower));

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_space (c))
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }

  return g_string_free (flat, FALSE);
}

static gboolean
contains_any (const char         *text,
              const char * const *words,
              gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The page that Jira shows after "Deny" to a consumer without a callback. Its wording differs by version and language, and it
 * quotes the consumer's name, so it has to be known before quotes are looked at. */
static gboolean
is_denied_page (const char *flat)
{
  static const char * const words[] = {
    "access denied", "access was denied", "access has been denied", "have denied", "has denied",
    "zugriff verweigert", "zugriff wurde verweigert", "accès refusé", "acceso denegado", "accesso negato", "acesso negado",
    "toegang geweigerd", "odmowa dostępu", "доступ запрещен", "доступ запрещён", "アクセスが拒否", "拒绝访问", "访问被拒绝",
    "액세스가 거부",
  };

  return contains_any (flat, words, G_N_ELEMENTS (words)) && strstr (flat, "verification code") == NULL;
}

/* Jira's page for a token of OAuth 1.0, which has no verifier. */
static gboolean
is_page_without_code (const char *flat)
{
  return strstr (flat, "close this browser window") != NULL && strstr (flat, "continue in the client") != NULL &&
         strstr (flat, "verification code") == NULL;
}

static gboolean
is_bare_code (const char *text)
{
  return count_alnum (text) == CODE_LENGTH && *skip_space (text + CODE_LENGTH) == '\0';
}

static void
parse (AlaVerifier *self,
       const char  *text)
{
  g_autofree char *flat = NULL;
  char *value = find_parameter (text, "oauth_verifier");
  const char *start = skip_space (text);

  self->token = find_parameter (text, "oauth_token");
  if (value == NULL && is_bare_code (start))
    value = g_strndup (start, CODE_LENGTH);

  if (value == NULL)
    {
      flat = flatten (text);
      if (is_denied_page (flat))
        value = g_strdup (DENIED);
      else if (is_page_without_code (flat))
        self->kind = ALA_VERIFIER_NO_CODE;
      else if ((start = find_quoted_code (text)) != NULL)
        value = g_strndup (start, CODE_LENGTH);
      ala_secret_wipe (flat, strlen (flat));
    }

  if (g_strcmp0 (value, DENIED) == 0)
    {
      self->kind = ALA_VERIFIER_DENIED;
      g_free (value);
    }
  else if (value != NULL)
    {
      self->kind = ALA_VERIFIER_CODE;
      self->code = ala_secret_new_take (value);
    }
}

AlaVerifier *
ala_verifier_parse (const char *text)
{
  AlaVerifier *self;
  char *start;
  char *valid;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AlaVerifier, 1);
  start = g_strndup (text, MAX_TEXT);
  valid = g_utf8_make_valid (start, -1);
  parse (self, valid);

  ala_secret_wipe_free (start);
  ala_secret_wipe_free (valid);
  return self;
}

void
ala_verifier_free (AlaVerifier *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->code, ala_secret_unref);
  g_clear_pointer (&self->token, ala_secret_wipe_free);
  g_free (self);
}

gboolean
ala_verifier_is_certain (AlaVerifier *self)
{
  const char *code;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->token != NULL || self->kind == ALA_VERIFIER_NO_CODE)
    return TRUE;
  if (self->kind != ALA_VERIFIER_CODE)
    return FALSE;

  /* “Please” and “please” are words. */
  code = ala_secret_peek (self->code);
  for (gsize i = 1; code[i] != '\0'; i++)
    if (!g_ascii_islower (code[i]))
      return TRUE;

  return FALSE;
}
