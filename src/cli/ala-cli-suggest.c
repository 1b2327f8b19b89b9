/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-suggest.h"

#include <string.h>

/* No command or option is longer; what is typed beyond that is no misspelling of one. */
#define WORD_MAX 64

/* How many letters have to be added, removed, replaced or swapped with their neighbour to make @b of @a. */
static guint
count_edits (const char *a,
             const char *b)
{
  guint rows[3][WORD_MAX + 1];
  guint *before_last = rows[0], *last = rows[1], *row = rows[2];
  gsize a_length = strlen (a), b_length = strlen (b);

  g_assert (a_length <= WORD_MAX && b_length <= WORD_MAX);

  for (gsize j = 0; j <= b_length; j++)
    last[j] = j;

  for (gsize i = 1; i <= a_length; i++)
    {
      guint *spare;

      row[0] = i;
      for (gsize j = 1; j <= b_length; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before_last[j - 2] + 1);
        }

      spare = before_last;
      before_last = last;
      last = row;
      row = spare;
    }

  return last[b_length];
}

const char *
ala_cli_suggest (const char         *word,
                 const char * const *known)
{
  const char *nearest = NULL;
  guint fewest = G_MAXUINT;

  g_return_val_if_fail (word != NULL, NULL);
  g_return_val_if_fail (known != NULL, NULL);

  if (*word == '\0' || strlen (word) > WORD_MAX)
    return NULL;

  for (; *known != NULL; known++)
    {
      g_autofree char *lower = g_ascii_strdown (word, -1);
      guint edits;

      if (strlen (*known) > WORD_MAX)
        continue;

      /* The beginning of a word is a better hint than any distance. */
      edits = g_str_has_prefix (*known, lower) ? 0 : count_edits (lower, *known);
      if (edits < fewest)
        {
          fewest = edits;
          nearest = *known;
        }
    }

  /* A third of the letters wrong is a slip, more is another word. */
  return fewest <= MAX (1, strlen (word) / 3) ? nearest : NULL;
}
