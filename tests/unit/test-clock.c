/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-clock.h"
#include "ala-problem.h"

#include <locale.h>

static void
test_words (void)
{
  static const struct
  {
    gint64 offset;
    const char *words;
  } rows[] = {
    { 0, "agree to the second" },
    { 1, "1 second ahead" },
    { -119, "119 seconds behind" },
    { 120, "2 minutes ahead" },
    { -3600, "60 minutes behind" },
    { 7200, "2 hours ahead" },
    { 86400 * 3, "3 days ahead" },
    { G_MAXINT64 / 2, "days ahead" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = ala_clock_describe_offset (rows[i].offset);

      if (strstr (words, rows[i].words) == NULL)
        g_error ("“%s” does not say “%s”", words, rows[i].words);
    }
}

static void
test_error (void)
{
  g_autoptr (GError) error = ala_clock_new_error (-3600);

  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CLOCK_DIFFERS);
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_CLOCK_OFFSET), ==, "-3600");
  g_assert_nonnull (strstr (error->message, "60 minutes behind"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/words", test_words);
  g_test_add_func ("/clock/error", test_error);
  return g_test_run ();
}
