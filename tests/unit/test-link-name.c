/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-link-name.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " \t\n ", "" },
    { "Test", "Test" },
    { "  Test\r\n and \t training ", "Test and training" },
    { "Prüfung\u00a0Süd", "Prüfung Süd" },
    { "one\u2028two\x1b[2Jthree", "one two [2Jthree" },
    { "\u202egnitset", "gnitset" },
    { "\u0627\u062e\u062a\u0628\u0627\u0631", "\u0627\u062e\u062a\u0628\u0627\u0631" },
    { "half \xc3", "half \ufffd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ala_link_name_clean (cases[i].text);
      g_autofree char *again = ala_link_name_clean (name);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (again, ==, name);
    }
}

static void
test_length (void)
{
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autoptr (GString) umlauts = g_string_new (NULL);
  g_autofree char *longest = NULL, *of_umlauts = NULL, *before_blank = NULL;

  longest = ala_link_name_clean (long_text);
  g_assert_cmpuint (strlen (longest), ==, ALA_LINK_NAME_MAX);

  for (guint i = 0; i < ALA_LINK_NAME_MAX + 1; i++)
    g_string_append (umlauts, "ü");
  of_umlauts = ala_link_name_clean (umlauts->str);
  g_assert_cmpint (g_utf8_strlen (of_umlauts, -1), ==, ALA_LINK_NAME_MAX);
  g_assert_true (g_utf8_validate (of_umlauts, -1, NULL));

  /* Not even the cut leaves a blank at the end. */
  long_text[ALA_LINK_NAME_MAX - 1] = ' ';
  before_blank = ala_link_name_clean (long_text);
  g_assert_cmpuint (strlen (before_blank), ==, ALA_LINK_NAME_MAX - 1);
}

static void
test_next (void)
{
  static const struct
  {
    const char *text, *separator;
    guint max;
    const char *next;
  } cases[] = {
    { "Jira", " ", 60, "Jira 2" },
    { "Jira 2", " ", 60, "Jira 3" },
    { "Jira 9", " ", 60, "Jira 10" },
    { "Jira 99", " ", 60, "Jira 100" },
    { "Jira 2026", " ", 60, "Jira 2026 2" },
    { "Jira2", " ", 60, "Jira2 2" },
    { "Jira 02", " ", 60, "Jira 02 2" },
    { "7", " ", 60, "7 2" },
    { " 7", " ", 60, " 7 2" },
    { "zephyr-enterprise", "-", 200, "zephyr-enterprise-2" },
    { "zephyr-enterprise-2", "-", 200, "zephyr-enterprise-3" },
    { "zephyr 2", "-", 200, "zephyr 2-2" },
    { "abcdefgh", "-", 8, "abcdef-2" },
    { "abcdef-9", "-", 8, "abcde-10" },
    { "äöüäöüäö", "-", 8, "äöüäöü-2" },
    { "abcde fgh", " ", 8, "abcde 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = ala_link_name_next (cases[i].text, cases[i].separator, cases[i].max);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-name/clean", test_clean);
  g_test_add_func ("/link-name/length", test_length);
  g_test_add_func ("/link-name/next", test_next);
  return g_test_run ();
}
