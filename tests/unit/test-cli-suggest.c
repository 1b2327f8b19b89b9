/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-cli-suggest.h"

static const char * const words[] = { "probe", "practice", "rehearse", "key new", "key export", "help", NULL };

static void
test_slips (void)
{
  static const struct
  {
    const char *typed;
    const char *meant;
  } cases[] = {
    { "probe", "probe" },
    { "porbe", "probe" },
    { "prob", "probe" },
    { "PROBE", "probe" },
    { "rehearsal", "rehearse" },
    { "rehaerse", "rehearse" },
    { "practise", "practice" },
    { "key nwe", "key new" },
    { "key exprot", "key export" },
    { "halp", "help" },
    { "h", "help" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ala_cli_suggest (cases[i].typed, words), ==, cases[i].meant);
}

static void
test_other_words (void)
{
  static const char * const strangers[] = { "", "webhooks", "xyz", "kitchen", "äöü" };
  static const char * const none[] = { NULL };
  g_autofree char *novel = g_strnfill (100000, 'p');

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_null (ala_cli_suggest (strangers[i], words));
  g_assert_null (ala_cli_suggest (novel, words));
  g_assert_null (ala_cli_suggest ("probe", none));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-suggest/slips", test_slips);
  g_test_add_func ("/cli-suggest/other-words", test_other_words);
  return g_test_run ();
}
