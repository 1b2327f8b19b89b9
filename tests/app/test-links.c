/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-problem-box.h"

/* What belongs to one link, or to one state of it, is never taken for another's. */

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static gboolean
can_check_now (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

static gboolean
makes_no_key (gpointer workspace)
{
  return !ala_workspace_is_making_key (workspace);
}

/* A link of which only the file is left: its secrets are in a keyring that does not answer. */
static void
save_link_of_a_keyring (void)
{
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (NULL);
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_key (setup, 2048, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_KEYRING);
  ala_setup_set_done (setup, "public-key", TRUE);
  ala_setup_set_step (setup, ALA_STEP_LINK);
  ala_setup_store_save (store, setup, &error);
  g_assert_no_error (error);
}

static void
meet_no_keyring (AlaApplication *application,
                 gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_KEY);
  GtkWidget *box = ala_app_get (page, "problem");

  /* A keyring that does not open has lost nothing. */
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_KEYRING_ABSENT);
  g_assert_true (ala_setup_is_done (ala_page_get_setup (page), "public-key"));
  ala_app_press (ala_app_get (box, "primary"));
  ala_app_wait ("the keyring is asked again", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_KEYRING_ABSENT);
  g_assert_null (ala_workspace_get_key_pair (ala_page_get_workspace (page)));

  /* Who has no keyring any more makes a new pair and keeps it elsewhere. */
  ala_app_press (ala_app_get (box, "secondary"));
  ala_app_wait ("the new pair has no place", shows_problem, page);
  ala_app_press (ala_app_get (box, "secondary"));
  ala_app_wait_complete (page);
  g_assert_false (shows_problem (page));
  g_assert_cmpint (ala_setup_get_secret_place (ala_page_get_setup (page)), ==, ALA_SECRET_PLACE_FILE);
  ala_app_close (application);
}

static void
test_no_keyring (void)
{
  ala_app_forget_everything ();
  save_link_of_a_keyring ();
  ala_app_run (meet_no_keyring, NULL);
}

/* The pair of a saved link */

static void
save_a_link (AlaApplication *application,
             gpointer        data)
{
  ala_app_walk_to_key (application);
  ala_app_close (application);
}

static void
open_while_a_key_is_made (AlaApplication *application,
                          gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_KEY);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (AlaSetup) setup = g_object_ref (ala_page_get_setup (page));
  const char *fingerprint = ala_setup_get_key_fingerprint (setup);

  /* A new link, and back before its large key is made. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_START);
  adw_action_row_activate (ala_app_get (page, "new_link"));
  ala_app_wait_step (application, ALA_STEP_KEY);
  ala_workspace_make_key (workspace, 4096);
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_START);
  ala_assistant_open (ala_application_get_assistant (application), setup);
  g_assert_false (ala_app_can_go_on (application));
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait ("no key is made any more", makes_no_key, workspace);
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_key_pair_get_fingerprint (ala_workspace_get_key_pair (workspace)), ==, fingerprint);

  /* The other way round: a new link while the saved one is still being opened. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_START);
  ala_assistant_open (ala_application_get_assistant (application), setup);
  adw_action_row_activate (ala_app_get (page, "new_link"));
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait ("the new pair has no place", shows_problem, page);
  ala_app_press (ala_app_get (ala_app_get (page, "problem"), "secondary"));
  ala_app_wait_complete (page);
  g_assert_true (ala_page_get_setup (page) != setup);
  g_assert_cmpstr (ala_key_pair_get_fingerprint (ala_workspace_get_key_pair (workspace)), !=, fingerprint);
  ala_app_close (application);
}

static void
test_keys_of_two_links (void)
{
  ala_app_forget_everything ();
  ala_app_run (save_a_link, NULL);
  ala_app_run (open_while_a_key_is_made, NULL);
}

/* The program ended after it had kept another pair, and before it noted which one. */

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ala_secret_store_save_finish (ALA_SECRET_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
keep_another_pair (AlaApplication *application,
                   gpointer        data)
{
  AlaPage *page = ala_app_walk_to_checks (application, g_object_get_data (data, "jira"));
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (AlaSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = FALSE;

  secret = ala_key_export_private (data, ALA_KEY_FORM_PKCS8_PEM, &error);
  g_assert_no_error (error);
  ala_secret_store_save_async (ala_workspace_get_secrets (workspace), ala_page_get_setup (page), ALA_SECRET_PRIVATE_KEY, secret, NULL,
                               on_saved, &saved);
  ala_app_wait ("the other pair is kept", is_true, &saved);
  ala_app_close (application);
}

static void
find_another_pair (AlaApplication *application,
                   gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  AlaSetup *setup = ala_page_get_setup (page);

  g_assert_cmpstr (ala_setup_get_key_fingerprint (setup), ==, ala_key_pair_get_fingerprint (data));
  g_assert_cmpint (ala_setup_get_link_proven (setup), ==, 0);
  g_assert_null (ala_workspace_get_access_token (ala_page_get_workspace (page)));
  ala_app_close (application);
}

static void
test_pair_not_noted (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (2048, &error);

  g_assert_no_error (error);
  g_object_set_data (G_OBJECT (pair), "jira", jira);
  ala_app_run (keep_another_pair, pair);
  ala_app_run (find_another_pair, pair);
}

/* A link that was proven, and then changed */

static void
change_the_proven_link (AlaApplication *application,
                        gpointer        data)
{
  AlaPage *page = ala_app_walk_to_checks (application, data);
  AlaSetup *setup = ala_page_get_setup (page);

  ala_app_wait_complete (page);
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);

  /* The token is this Jira's: an address where none answered does not take it along. */
  gtk_editable_set_text (ala_app_get (page, "address_row"), "http://127.0.0.1:1");
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, ala_practice_jira_get_url (data));
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  g_assert_cmpstr (gtk_editable_get_text (ala_app_get (page, "address_row")), ==, "http://127.0.0.1:1");
  gtk_editable_set_text (ala_app_get (page, "address_row"), ala_practice_jira_get_url (data));
  ala_app_wait_complete (page);

  /* Blanks are no name. */
  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), "  ");
  g_assert_false (ala_app_can_go_on (application));
  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), "another-key");
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  /* Jira knew the consumer key before; that says nothing about this one. */
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  g_assert_false (ala_app_can_go_on (application));
  ala_app_wait ("the first look is over", can_check_now, page);
  g_assert_false (ala_app_can_go_on (application));
  g_assert_cmpint (ala_setup_get_link_proven (setup), ==, 0);
  ala_app_close (application);
}

static void
find_no_old_token (AlaApplication *application,
                   gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);

  g_assert_cmpstr (ala_setup_get_consumer_key (ala_page_get_setup (page)), ==, "another-key");
  g_assert_null (ala_workspace_get_access_token (ala_page_get_workspace (page)));
  ala_app_close (application);
}

static void
test_changed_after_proof (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (change_the_proven_link, jira);
  ala_app_run (find_no_old_token, jira);
}

/* The last page says what is left, so there is a way back to it. */

static void
go_back_from_the_summary (AlaApplication *application,
                          gpointer        data)
{
  AlaPage *page;

  ala_app_walk_to_checks (application, data);
  page = ala_app_walk_past_webhooks (application);
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_SUMMARY);
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_HANDOVER);
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
test_back_from_the_summary (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (go_back_from_the_summary, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/no-keyring", test_no_keyring);
  g_test_add_func ("/links/keys-of-two-links", test_keys_of_two_links);
  g_test_add_func ("/links/pair-not-noted", test_pair_not_noted);
  g_test_add_func ("/links/changed-after-proof", test_changed_after_proof);
  g_test_add_func ("/links/back-from-the-summary", test_back_from_the_summary);
  return g_test_run ();
}
