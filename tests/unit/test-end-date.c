/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-end-date.h"

#include <string.h>

#include "ala-day.h"
#include "judge.h"

#define DAY ((gint64) 24 * 60 * 60)

/* Noon of November 24, 2026, UTC. */
#define NOW ((gint64) 1795521600)

static void
test_borders (void)
{
  static const struct
  {
    AlaEndKind kind;
    gint64 left;
    AlaEndState state;
    const char *text;
  } cases[] = {
    { ALA_END_TOKEN, 5 * 365 * DAY, ALA_END_FAR, "The token ends on November 23, 2031" },
    { ALA_END_TOKEN, 60 * DAY, ALA_END_FAR, "The token ends on January 23, 2027" },
    { ALA_END_TOKEN, 60 * DAY - 1, ALA_END_SOON, "The token ends in 60 days, on January 23, 2027" },
    { ALA_END_TOKEN, 12 * DAY, ALA_END_SOON, "The token ends in 12 days, on December 6, 2026" },
    { ALA_END_TOKEN, DAY, ALA_END_SOON, "The token ends in 1 day, on November 25, 2026" },
    { ALA_END_TOKEN, DAY / 2, ALA_END_SOON, "The token ends in 1 day, on November 25, 2026" },
    { ALA_END_TOKEN, DAY / 2 - 1, ALA_END_SOON, "The token ends today, on November 24, 2026" },
    { ALA_END_TOKEN, 1, ALA_END_SOON, "The token ends today, on November 24, 2026" },
    { ALA_END_TOKEN, 0, ALA_END_OVER, "The token ended on November 24, 2026" },
    { ALA_END_TOKEN, -400 * DAY, ALA_END_OVER, "The token ended on October 20, 2025" },
    { ALA_END_TOKEN, -NOW, ALA_END_UNKNOWN, "Jira did not say when the token ends" },
    { ALA_END_TOKEN, G_MAXINT64 - NOW, ALA_END_FAR, "The token ends on a day beyond every calendar" },
    { ALA_END_TOKEN, -NOW - 1, ALA_END_UNKNOWN, "Jira did not say when the token ends" },
    { ALA_END_CERTIFICATE, 30 * DAY, ALA_END_FAR, "Jira’s certificate ends on December 24, 2026" },
    { ALA_END_CERTIFICATE, 30 * DAY - 1, ALA_END_SOON, "Jira’s certificate ends in 30 days, on December 24, 2026" },
    { ALA_END_CERTIFICATE, 60, ALA_END_SOON, "Jira’s certificate ends today, on November 24, 2026" },
    { ALA_END_CERTIFICATE, -1, ALA_END_OVER, "Jira’s certificate ended on November 24, 2026" },
    { ALA_END_CERTIFICATE, -NOW, ALA_END_UNKNOWN, "Jira’s certificate has not been looked at" },
    { ALA_END_AUTHORITY, 31 * DAY, ALA_END_FAR, "The certificate of “Example” ends on December 25, 2026" },
    { ALA_END_AUTHORITY, 3 * DAY, ALA_END_SOON, "The certificate of “Example” ends in 3 days, on November 27, 2026" },
    { ALA_END_AUTHORITY, 3, ALA_END_SOON, "The certificate of “Example” ends today, on November 24, 2026" },
    { ALA_END_AUTHORITY, -DAY, ALA_END_OVER, "The certificate of “Example” ended on November 23, 2026" },
    { ALA_END_AUTHORITY, -NOW, ALA_END_UNKNOWN, "The certificate of “Example” does not say when it ends" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaEndDate) end = ala_end_date_new (cases[i].kind, NOW + cases[i].left, "Example", NOW);

      g_assert_cmpstr (ala_end_date_get_text (end), ==, cases[i].text);
      g_assert_cmpint (ala_end_date_get_state (end), ==, cases[i].state);
      g_assert_cmpint (ala_end_date_get_when (end), ==, MAX (NOW + cases[i].left, 0));
      g_assert_cmpint (ala_end_date_get_kind (end), ==, cases[i].kind);
      g_assert_cmpint (*ala_end_date_get_title (end), !=, '\0');
      g_assert_cmpint (*ala_end_date_get_advice (end), !=, '\0');
    }
}

/* How many days there are between two days does not hang on the hour. */
static void
test_days (void)
{
  g_assert_cmpint (ala_day_count (NOW, NOW), ==, 0);
  g_assert_cmpint (ala_day_count (NOW + DAY / 2 - 1, NOW), ==, 0);
  g_assert_cmpint (ala_day_count (NOW + DAY / 2, NOW), ==, 1);
  g_assert_cmpint (ala_day_count (NOW - DAY / 2, NOW), ==, 0);
  g_assert_cmpint (ala_day_count (NOW - DAY / 2 - 1, NOW), ==, -1);
  g_assert_cmpint (ala_day_count (NOW + 366 * DAY, NOW), ==, 366);
  g_assert_cmpint (ala_day_count (G_MAXINT64, NOW), ==, G_MAXINT);
  g_assert_cmpint (ala_day_count (G_MININT64, NOW), ==, -G_MAXINT);
}

static char *
list_ids (AlaSetup *setup)
{
  g_autoptr (GListModel) list = ala_end_date_list (setup, NOW);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (list, i);

      g_string_append_printf (ids, "%s:%s ", ala_end_date_get_id (end), ala_end_state_get_nick (ala_end_date_get_state (end)));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_ids (AlaSetup   *setup,
            const char *expected)
{
  g_autofree char *ids = list_ids (setup);

  g_assert_cmpstr (ids, ==, expected);
}

/* What there is none of does not end, and of what nobody knows nothing is claimed. */
static void
test_list (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  assert_ids (setup, "");
  ala_setup_set_jira_url (setup, "http://jira.example.com");
  ala_setup_set_certificate_expires (setup, NOW + DAY);
  assert_ids (setup, "");
  ala_setup_set_authorized (setup, NOW - DAY, 0);
  assert_ids (setup, "token:unknown ");
  ala_setup_set_jira_url (setup, "https://jira.example.com");
  assert_ids (setup, "token:unknown certificate:soon ");
  ala_setup_set_certificate_expires (setup, 0);
  assert_ids (setup, "token:unknown certificate:unknown ");
  ala_setup_set_authorized (setup, NOW - DAY, NOW + 61 * DAY);
  ala_setup_set_ca_certificates (setup, "no certificate");
  assert_ids (setup, "token:far certificate:unknown ");

  /* A product that signs by itself has its token by itself. */
  ala_setup_set_public_key (setup, "MIGf");
  assert_ids (setup, "certificate:unknown ");
}

/* It is Jira that refuses the token, so its clock counts. */
static void
test_clock_of_jira (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_setup_set_jira_url (setup, "https://jira.example.com");
  ala_setup_set_authorized (setup, NOW - DAY, NOW + 60 * DAY);
  ala_setup_set_certificate_expires (setup, NOW + 30 * DAY);
  assert_ids (setup, "token:far certificate:far ");
  ala_setup_set_clock_offset (setup, 1);
  assert_ids (setup, "token:soon certificate:far ");
  ala_setup_set_clock_offset (setup, 60 * DAY);
  assert_ids (setup, "token:over certificate:far ");
  ala_setup_set_clock_offset (setup, -60 * DAY);
  assert_ids (setup, "token:far certificate:far ");

  /* A file may hold any number. */
  ala_setup_set_clock_offset (setup, G_MAXINT64);
  assert_ids (setup, "token:over certificate:far ");
  ala_setup_set_clock_offset (setup, G_MININT64);
  assert_ids (setup, "token:far certificate:far ");
}

static void
test_next (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaEndDate) token = NULL, certificate = NULL;

  ala_setup_set_jira_url (setup, "https://jira.example.com");
  ala_setup_set_authorized (setup, NOW - DAY, NOW + 60 * DAY);
  g_assert_null (ala_end_date_find_next (setup, NOW));
  token = ala_end_date_find_next (setup, NOW + 1);
  g_assert_cmpstr (ala_end_date_get_id (token), ==, "token");
  ala_setup_set_certificate_expires (setup, NOW - DAY);
  certificate = ala_end_date_find_next (setup, NOW + 1);
  g_assert_cmpstr (ala_end_date_get_id (certificate), ==, "certificate");
}

static char *
make_authority (const char *name,
                int         days)
{
  g_autofree char *file = g_strconcat (name, ".tmpl", NULL);
  g_autofree char *template = g_strdup_printf ("cn = \"%s\"\nca\ncert_signing_key\nexpiration_days = %d\n", name, days);
  g_autofree char *template_path = judge_write (file, template, -1);
  g_autofree char *key_path = judge_path ("key.pem");

  g_free (judge_ask ("certtool", "--generate-privkey", "--no-text", "--bits=2048", "--outfile", key_path, NULL));
  return judge_ask ("certtool", "--generate-self-signed", "--no-text", "--load-privkey", key_path, "--template", template_path, NULL);
}

/* Of several authorities that a link trusts the last to end counts: it goes on vouching. */
static void
test_authority (void)
{
  g_autofree char *near = make_authority ("Near", 10);
  g_autofree char *farther = make_authority ("Farther", 20);
  g_autofree char *both = g_strconcat (near, farther, NULL);
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaEndDate) end = NULL, alone = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ala_setup_set_ca_certificates (setup, both);
  g_assert_null (ala_end_date_new_for (setup, ALA_END_AUTHORITY, now));
  ala_setup_set_jira_url (setup, "https://jira.example.com");
  end = ala_end_date_new_for (setup, ALA_END_AUTHORITY, now);
  g_assert_nonnull (strstr (ala_end_date_get_text (end), "“Farther”"));
  g_assert_cmpint (ala_end_date_get_state (end), ==, ALA_END_SOON);
  g_assert_cmpint (ABS (ala_end_date_get_when (end) - now - 20 * DAY), <, 600);

  ala_setup_set_ca_certificates (setup, near);
  alone = ala_end_date_new_for (setup, ALA_END_AUTHORITY, now);
  g_assert_nonnull (strstr (ala_end_date_get_text (alone), "“Near”"));
  g_assert_cmpint (ABS (ala_end_date_get_when (alone) - now - 10 * DAY), <, 600);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/end-date/borders", test_borders);
  g_test_add_func ("/end-date/days", test_days);
  g_test_add_func ("/end-date/list", test_list);
  g_test_add_func ("/end-date/clock-of-jira", test_clock_of_jira);
  g_test_add_func ("/end-date/next", test_next);
  g_test_add_func ("/end-date/authority", test_authority);
  return g_test_run ();
}
