/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARACTERS 2000

static const struct
{
  const char *word;
  const char *sign;
} states[] = {
  [ALA_CHECK_WAITING] = { N_("Waiting"), "…" },
  [ALA_CHECK_RUNNING] = { N_("Running"), "…" },
  [ALA_CHECK_PASSED] = { N_("Passed"), "✓" },
  [ALA_CHECK_SKIPPED] = { N_("Skipped"), "–" },
  [ALA_CHECK_WARNING] = { N_("Warning"), "!" },
  [ALA_CHECK_FAILED] = { N_("Failed"), "✗" },
};

const char *
ala_report_words_get_state (AlaCheckState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), "");

  return _(states[state].word);
}

const char *
ala_report_words_get_sign (AlaCheckState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), "");

  return states[state].sign;
}

const char *
ala_report_words_get_nick (AlaCheckState state)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (ALA_TYPE_CHECK_STATE);
  GEnumValue *value = g_enum_get_value ((GEnumClass *) klass, state);

  g_return_val_if_fail (value != NULL, "");

  return value->value_nick;
}

static char *
format (gint64      when,
        const char *pattern)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_local (when) : NULL;
  char *text = time != NULL ? g_date_time_format (time, pattern) : NULL;

  return text != NULL ? text : g_strdup ("");
}

char *
ala_report_words_dup_time (gint64 when)
{
  /* Translators: a day and a time with its zone, as for g_date_time_format(): “November 24, 2026, 13:05 (UTC+01:00)” */
  return format (when, _("%B %-d, %Y, %H:%M (UTC%:z)"));
}

char *
ala_report_words_dup_day (gint64 when)
{
  /* Translators: how a day is written out, as for g_date_time_format(): “November 24, 2026” */
  return format (when, _("%B %-d, %Y"));
}

/* Where an address ends that stands in a sentence. */
static gboolean
ends_address (gunichar c)
{
  return g_unichar_isspace (c) || c == '"' || c == '<' || c == '>' || c == ')' || c == 0x201c || c == 0x201d || c == 0x2018
         || c == 0x2019;
}

/* @start is behind "://". Appends the address up to its end, without what is nobody else's business; returns its end. */
static const char *
append_address (GString    *clean,
                const char *start)
{
  const char *end = start, *at = NULL, *query = NULL;
  gboolean in_host = TRUE;

  for (; *end != '\0' && !ends_address (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    {
      if (*end == '/' || *end == '?' || *end == '#')
        in_host = FALSE;
      if (*end == '@' && in_host)
        at = end;
      if ((*end == '?' || *end == '#') && query == NULL)
        query = end;
    }

  if (at != NULL)
    {
      g_string_append (clean, "…");
      start = at;
    }
  if (query != NULL && query + 1 < end)
    {
      g_string_append_len (clean, start, query + 1 - start);
      g_string_append (clean, "…");

      /* The full stop belongs to the sentence. */
      if (end[-1] == '.')
        g_string_append_c (clean, '.');
    }
  else
    {
      g_string_append_len (clean, start, end - start);
    }

  return end;
}

char *
ala_report_words_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *p = valid;
  glong n = 0;

  while (*p != '\0' && n++ < MOST_CHARACTERS)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_str_has_prefix (p, "://"))
        {
          g_string_append (clean, "://");
          p = append_address (clean, p + strlen ("://"));
          continue;
        }

      /* What XML does not know: controls, and two that are no characters. */
      if (c == '\n' || (!g_unichar_iscntrl (c) && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (clean, c);
      else
        g_string_append_unichar (clean, c == '\t' || c == '\r' ? ' ' : 0xfffd);
      p = g_utf8_next_char (p);
    }

  if (g_utf8_strlen (clean->str, clean->len) > MOST_CHARACTERS || *p != '\0')
    {
      g_string_truncate (clean, g_utf8_offset_to_pointer (clean->str, MIN (g_utf8_strlen (clean->str, -1), MOST_CHARACTERS))
                                - clean->str);
      g_string_append (clean, "…");
    }

  return g_string_free (g_steal_pointer (&clean), FALSE);
}
