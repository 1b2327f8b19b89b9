/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "ala-report-words.h"

static void
test_states (void)
{
  for (AlaCheckState state = ALA_CHECK_WAITING; state <= ALA_CHECK_FAILED; state++)
    {
      g_assert_cmpstr (ala_report_words_get_state (state), !=, "");
      g_assert_cmpint (g_utf8_strlen (ala_report_words_get_sign (state), -1), ==, 1);
      for (AlaCheckState other = ALA_CHECK_PASSED; other < state; other++)
        {
          g_assert_cmpstr (ala_report_words_get_nick (state), !=, ala_report_words_get_nick (other));
          g_assert_cmpstr (ala_report_words_get_sign (state), !=, ala_report_words_get_sign (other));
        }
    }
  g_assert_cmpstr (ala_report_words_get_nick (ALA_CHECK_PASSED), ==, "passed");
}

static void
test_times (void)
{
  g_autofree char *time = ala_report_words_dup_time (1700000000);
  g_autofree char *day = ala_report_words_dup_day (1700000000);
  g_autofree char *never = ala_report_words_dup_time (0);
  g_autofree char *no_day = ala_report_words_dup_day (0);
  g_autofree char *beyond = ala_report_words_dup_time (G_MAXINT64);

  g_assert_nonnull (strstr (time, "November 1"));
  g_assert_nonnull (strstr (time, "2023"));
  g_assert_nonnull (strstr (time, "(UTC"));
  g_assert_true (g_str_has_prefix (time, day));
  g_assert_cmpstr (never, ==, "");
  g_assert_cmpstr (no_day, ==, "");
  g_assert_cmpstr (beyond, ==, "");
}

static void
test_clean (void)
{
  static const char * const cases[][2] = {
    { NULL, "" },
    { "Plain – “text” 日本", "Plain – “text” 日本" },
    { "a\tb\r\nc", "a b \nc" },
    { "bell\a, escape\033[31m, nothing\x7f", "bell\xef\xbf\xbd, escape\xef\xbf\xbd[31m, nothing\xef\xbf\xbd" },
    { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xef\xbf\xbf", "\xef\xbf\xbd" },
    { "https://jira.example.com/jira", "https://jira.example.com/jira" },
    { "See https://a.example/x?y=1.", "See https://a.example/x?…." },
    { "(https://a.example?token=1) and http://u:p@b.example:8080/#frag", "(https://a.example?…) and http://…@b.example:8080/#…" },
    { "https://a.example/a@b", "https://a.example/a@b" },
    { "https://a.example/why?", "https://a.example/why?" },
    { "https://[::1]:8080/x?a=b”!", "https://[::1]:8080/x?…”!" },
    { "https://user@", "https://…@" },
    { "://", "://" },
    { "no address: a@b?c", "no address: a@b?c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = ala_report_words_clean (cases[i][0]);

      g_assert_cmpstr (clean, ==, cases[i][1]);
    }
}

static void
test_long (void)
{
  g_autofree char *novel = g_strnfill (100000, 'a');
  g_autofree char *address = g_strconcat ("https://", novel, "?", novel, NULL);
  g_autofree char *many = g_strnfill (3000, '\a');
  const char * const texts[] = { novel, address, many };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = ala_report_words_clean (texts[i]);

      g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 2001);
      g_assert_true (g_str_has_suffix (clean, "…"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-words/states", test_states);
  g_test_add_func ("/report-words/times", test_times);
  g_test_add_func ("/report-words/clean", test_clean);
  g_test_add_func ("/report-words/long", test_long);
  return g_test_run ();
}
