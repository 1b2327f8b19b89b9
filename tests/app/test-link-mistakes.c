/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-key-export.h"
#include "ala-problem-box.h"

/* What goes wrong in Jira's dialogs, and what page 4 says of it. */

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

static AlaProblem
get_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem"));
}

static gboolean
shows_problem (gpointer page)
{
  return get_problem (page) != ALA_PROBLEM_NONE;
}

static gboolean
names_the_other_key (gpointer page)
{
  return get_problem (page) == ALA_PROBLEM_CONSUMER_KEY_OTHER;
}

static gboolean
names_the_public_key (gpointer page)
{
  return get_problem (page) == ALA_PROBLEM_SIGNATURE_OTHER_KEY;
}

static gboolean
can_check_now (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

static AlaProblem
wait_for_problem (AlaPage *page)
{
  ala_app_wait ("a problem is shown", shows_problem, page);
  return get_problem (page);
}

/* The consumer name pasted into the box of the consumer key: Jira knows the link, by that name. */
static void
find_the_other_key (AlaApplication *application,
                    gpointer        data)
{
  AlaPage *page = ala_app_walk_to_link (application, data);
  g_autofree char *public_key = ala_key_export_public_body (ala_workspace_get_key_pair (ala_page_get_workspace (page)));
  g_autoptr (GError) error = NULL;
  GtkWidget *box = ala_app_get (page, "problem");

  ala_app_wait ("the first look is over", can_check_now, page);
  ala_app_check_now (page);
  g_assert_cmpint (wait_for_problem (page), ==, ALA_PROBLEM_CONSUMER_KEY_UNKNOWN);
  g_assert_true (gtk_widget_get_visible (ala_app_get (page, "mistakes")));

  ala_practice_jira_add_link (data, "Zephyr", "Zephyr Enterprise", public_key, NULL, &error);
  g_assert_no_error (error);
  ala_app_wait ("the page can be asked again", can_check_now, page);
  ala_app_check_now (page);
  ala_app_wait ("the other key is found", names_the_other_key, page);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "mistakes")));
  g_assert_nonnull (strstr (gtk_label_get_label (ala_app_get (box, "seen")), "Zephyr Enterprise"));

  ala_app_press (ala_app_get (box, "primary"));
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_consumer_key (ala_page_get_setup (page)), ==, "Zephyr Enterprise");
  ala_app_close (application);
}

static void
test_other_consumer_key (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (find_the_other_key, jira);
}

static void
compare_the_keys (AlaApplication *application,
                  gpointer        data)
{
  g_autoptr (AlaKeyPair) other = ala_key_pair_generate (2048, NULL);
  g_autofree char *theirs = ala_key_export_public_body (other);
  AlaPage *page = ala_app_walk_to_link (application, data);
  g_autofree char *ours = ala_key_export_public_body (ala_workspace_get_key_pair (ala_page_get_workspace (page)));
  GtkWidget *compare = ala_app_get (page, "compare");
  GtkEditable *pasted = ala_app_get (compare, "pasted");
  GtkWidget *answer = ala_app_get (compare, "theirs");

  ala_app_wait ("the first look is over", can_check_now, page);
  ala_app_make_link (application, data, theirs);
  ala_app_check_now (page);
  ala_app_wait ("another public key is seen", names_the_public_key, page);
  g_assert_true (gtk_widget_get_visible (compare));
  g_assert_cmpstr (adw_action_row_get_subtitle (ala_app_get (compare, "ours")), ==,
                   ala_setup_get_key_fingerprint (ala_page_get_setup (page)));

  g_assert_false (gtk_widget_get_visible (answer));
  gtk_editable_set_text (pasted, theirs);
  g_assert_true (gtk_widget_get_visible (answer));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (answer)), ==, ala_key_pair_get_fingerprint (other));
  gtk_editable_set_text (pasted, ours);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (answer)), ==, "It is the same key");
  gtk_editable_set_text (pasted, "no key");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (answer)), ==,
                   ala_problem_get_title (ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED));
  ala_app_close (application);
}

static void
test_other_public_key (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (compare_the_keys, jira);
}

static gboolean
differs_in_clock (gpointer page)
{
  return ala_setup_get_clock_offset (ala_page_get_setup (page)) > 3500;
}

/* Somebody sets a clock while the page is open. */
static void
meet_another_clock (AlaApplication *application,
                    gpointer        data)
{
  AlaPage *page = ala_app_walk_to_link (application, data);

  ala_app_wait ("the first look is over", can_check_now, page);
  ala_app_make_link (application, data, NULL);
  ala_practice_jira_set_clock (data, 3600);
  ala_app_check_now (page);
  ala_app_wait ("the hour is seen", differs_in_clock, page);
  ala_app_wait_complete (page);
  g_assert_false (shows_problem (page));
  g_assert_true (has_text (GTK_WIDGET (page), "60 minutes ahead"));
  ala_app_close (application);
}

static void
test_another_clock (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (meet_another_clock, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-mistakes/other-consumer-key", test_other_consumer_key);
  g_test_add_func ("/link-mistakes/other-public-key", test_other_public_key);
  g_test_add_func ("/link-mistakes/another-clock", test_another_clock);
  return g_test_run ();
}
