/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-end-calendar.h"

#include <string.h>

#include "ala-problem.h"
#include "ala-test-server.h"
#include "judge.h"

#define DAY ((gint64) 24 * 60 * 60)

/* Noon of November 24, 2026, UTC. */
#define NOW ((gint64) 1795521600)

#define ID "01234567-89ab-cdef-0123-456789abcdef"

static AlaSetup *
new_setup (const char *url)
{
  AlaSetup *setup = g_object_new (ALA_TYPE_SETUP, "id", ID, NULL);

  ala_setup_set_jira_url (setup, url);
  ala_setup_set_authorized (setup, NOW - DAY, NOW + 100 * DAY);
  ala_setup_set_certificate_expires (setup, NOW + 20 * DAY);
  return setup;
}

/* What a program for calendars reads in it. */
static char *
read_by_others (AlaSetup *setup,
                gint64    now)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "unit", "judge-icalendar.py", NULL);
  g_autoptr (AlaEndCalendar) calendar = ala_end_calendar_new (setup, now);
  g_autofree char *path = judge_write ("calendar.ics", ala_end_calendar_get_text (calendar), -1);

  return judge_ask ("/usr/bin/python3", script, path, NULL);
}

static void
test_events (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com/j");
  g_autofree char *seen = read_by_others (setup, NOW);

  g_assert_cmpstr (seen, ==,
                   ID "-token DTSTAMP 2026-11-24 12:00:00\n"
                   ID "-token SEQUENCE 29925360\n"
                   ID "-token DTSTART 2027-03-04\n"
                   ID "-token DTEND 2027-03-05\n"
                   ID "-token SUMMARY 'The token of the link to jira.example.com ends'\n"
                   ID "-token DESCRIPTION '2027-03-04 12:00 UTC\\nAuthorize again before that day. A product that has a token of its own has "
                   "to be authorized anew too.\\nhttps://jira.example.com/j'\n"
                   ID "-token ALARM 2027-01-03 09:00:00\n"
                   ID "-token ALARM 2027-02-25 09:00:00\n"
                   ID "-certificate DTSTAMP 2026-11-24 12:00:00\n"
                   ID "-certificate SEQUENCE 29925360\n"
                   ID "-certificate DTSTART 2026-12-14\n"
                   ID "-certificate DTEND 2026-12-15\n"
                   ID "-certificate SUMMARY 'The certificate of jira.example.com ends'\n"
                   ID "-certificate DESCRIPTION '2026-12-14 12:00 UTC\\nAsk the administrator of Jira to renew the certificate in time.\\n"
                   "https://jira.example.com/j'\n"
                   ID "-certificate ALARM 2026-11-14 09:00:00\n"
                   ID "-certificate ALARM 2026-12-07 09:00:00\n");
}

/* Made again it replaces what was there: the same name, a higher number. */
static void
test_again (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com");
  g_autofree char *later = NULL;

  ala_setup_set_certificate_expires (setup, NOW + 400 * DAY);
  later = read_by_others (setup, NOW + 60);
  g_assert_nonnull (strstr (later, ID "-certificate SEQUENCE 29925361\n"));
  g_assert_nonnull (strstr (later, ID "-certificate DTSTART 2027-12-29\n"));
}

/* Whatever an address holds, the file can be read, and reads as it is. */
static void
test_odd_addresses (void)
{
  static const char * const addresses[] = {
    "https://jira.example.com/a;b,c\\d",
    "https://jira.example.com/ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß",
    "https://jira.example.com/😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    "https://0123456789.0123456789.0123456789.0123456789.0123456789.0123456789.0123456789.example.com",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    for (guint cut = 0; cut < 4; cut++)
      {
        /* Lines are cut at each place of a character. */
        g_autofree char *padded = g_strndup ("xxxx", cut);
        g_autofree char *address = g_strconcat (addresses[i], padded, NULL);
        g_autoptr (AlaSetup) setup = new_setup (address);
        g_autofree char *seen = read_by_others (setup, NOW);
        g_auto (GStrv) backslashes = g_strsplit (address, "\\", -1);
        g_autofree char *as_written = g_strjoinv ("\\\\", backslashes);
        g_autofree char *end = g_strconcat ("\\n", as_written, "'\n", NULL);

        g_assert_nonnull (strstr (seen, end));
      }
}

static void
test_control_characters (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com/a\r\nEND:VEVENT\tb\x7f" "c\xff");
  g_autofree char *seen = read_by_others (setup, NOW);

  g_assert_nonnull (strstr (seen, "https://jira.example.com/a\\nEND:VEVENTbc�'"));
}

/* On which day it is hangs on where the person is. */
static void
test_time_zone (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com");
  g_autofree char *seen = NULL;

  g_setenv ("TZ", "XXX-13", TRUE);
  seen = read_by_others (setup, NOW);
  g_setenv ("TZ", "UTC", TRUE);
  g_assert_nonnull (strstr (seen, ID "-token DTSTAMP 2026-11-24 12:00:00\n"));
  g_assert_nonnull (strstr (seen, ID "-token DTSTART 2027-03-05\n"));
  g_assert_nonnull (strstr (seen, "2027-03-05 01:00 XXX"));
}

static void
test_what_is_to_come (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com");
  g_autoptr (AlaEndCalendar) one = NULL, none = NULL;
  g_autofree char *empty = NULL;

  ala_setup_set_authorized (setup, NOW - DAY, NOW);
  one = ala_end_calendar_new (setup, NOW);
  g_assert_cmpuint (ala_end_calendar_get_n_events (one), ==, 1);

  /* One that is not known, and one that no calendar has. */
  ala_setup_set_authorized (setup, NOW - DAY, G_MAXINT64);
  ala_setup_set_certificate_expires (setup, 0);
  none = ala_end_calendar_new (setup, NOW);
  g_assert_cmpuint (ala_end_calendar_get_n_events (none), ==, 0);
  empty = read_by_others (setup, NOW);
  g_assert_cmpstr (empty, ==, "");
}

static void
test_save (void)
{
  g_autoptr (AlaSetup) setup = new_setup ("https://jira.example.com:8443/j");
  g_autoptr (AlaEndCalendar) calendar = ala_end_calendar_new (setup, NOW);
  g_autofree char *path = judge_path ("saved.ics");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) is_folder = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) result = NULL, refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (ala_end_calendar_get_file_name (calendar), ==, "applink-jira.example.com.ics");
  ala_end_calendar_save_async (calendar, file, NULL, ala_test_keep_result, &result);
  g_assert_true (ala_end_calendar_save_finish (calendar, ala_test_wait (&result), &error));
  g_assert_no_error (error);
  text = judge_read ("saved.ics", NULL);
  g_assert_cmpstr (text, ==, ala_end_calendar_get_text (calendar));

  ala_end_calendar_save_async (calendar, is_folder, NULL, ala_test_keep_result, &refused);
  g_assert_false (ala_end_calendar_save_finish (calendar, ala_test_wait (&refused), &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_FILE_NOT_SAVED);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/end-calendar/events", test_events);
  g_test_add_func ("/end-calendar/again", test_again);
  g_test_add_func ("/end-calendar/odd-addresses", test_odd_addresses);
  g_test_add_func ("/end-calendar/control-characters", test_control_characters);
  g_test_add_func ("/end-calendar/time-zone", test_time_zone);
  g_test_add_func ("/end-calendar/what-is-to-come", test_what_is_to_come);
  g_test_add_func ("/end-calendar/save", test_save);
  return g_test_run ();
}
