/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-check-runner.h"
#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-link-watch.h"
#include "ala-note-group.h"
#include "ala-problem-box.h"
#include "ala-product-sight.h"

/* The whole way for a product that has a key pair of its own: what can be done without its private key, and nothing claimed beyond. */

#define CONSUMER_KEY "mattermost-4711"

typedef struct
{
  AlaPracticeJira *jira;
  AlaKeyPair *product; /* the pair of the product, of which the program sees the public half alone */
} Job;

static void
choose_product (AlaPage    *page,
                const char *id)
{
  AdwComboRow *row = ala_app_get (page, "product");
  GListModel *profiles = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (AlaProfile) profile = g_list_model_get_item (profiles, i);

      if (g_str_equal (ala_profile_get_id (profile), id))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_error ("there is no profile “%s”", id);
}

static void
enter_key (AlaPage    *page,
           const char *text)
{
  gpointer group = ala_app_get (page, "product_key");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (ala_app_get (group, "text")), text, -1);
}

static AlaProblem
get_problem (AlaPage    *page,
             const char *box)
{
  return ala_problem_box_get_problem (ala_app_get (ala_app_get (page, "product_key"), box));
}

static void
walk_key (AlaApplication *application,
          Job            *job)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_autofree char *pem = ala_key_export_public_pem (job->product);
  g_autoptr (AlaSecret) private = ala_key_export_private (job->product, ALA_KEY_FORM_PKCS8_PEM, NULL);

  g_assert_false (ala_app_can_go_on (application));
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "ours")));
  g_assert_cmpint (get_problem (page, "problem"), ==, ALA_PROBLEM_NONE);

  enter_key (page, "see the attachment");
  g_assert_cmpint (get_problem (page, "problem"), ==, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  enter_key (page, ala_secret_peek (private));
  g_assert_cmpint (get_problem (page, "problem"), ==, ALA_PROBLEM_PUBLIC_KEY_IS_PRIVATE);
  g_assert_false (ala_page_get_complete (page));

  enter_key (page, pem);
  ala_app_wait_complete (page);
  g_assert_cmpint (get_problem (page, "problem"), ==, ALA_PROBLEM_NONE);
  g_assert_cmpint (get_problem (page, "doubt"), ==, ALA_PROBLEM_PUBLIC_KEY_SMALL);
  g_assert_cmpstr (ala_setup_get_key_fingerprint (ala_page_get_setup (page)), ==, ala_key_pair_get_fingerprint (job->product));

  /* Taken away again, it is gone. */
  enter_key (page, "");
  g_assert_false (ala_page_get_complete (page));
  g_assert_cmpint (get_problem (page, "doubt"), ==, ALA_PROBLEM_NONE);
  enter_key (page, pem);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
}

static void
walk_jira (AlaApplication *application,
           Job            *job)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_JIRA);

  gtk_editable_set_text (ala_app_get (page, "address_row"), ala_practice_jira_get_url (job->jira));
  g_assert_false (ala_page_get_complete (page));
  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), CONSUMER_KEY);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
}

static gboolean
says_saved (gpointer row)
{
  return strstr (adw_action_row_get_subtitle (row), "note.html") != NULL;
}

/* The note for somebody else, copied and saved. */
static void
hand_on (AlaPage    *page,
         const char *public_key)
{
  AlaNoteGroup *group = ala_app_get (page, "note");
  g_autofree char *path = g_build_filename (g_get_home_dir (), "note.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *copied = NULL;
  g_autofree char *saved = NULL;

  adw_action_row_activate (ala_app_get (group, "copy"));
  copied = ala_app_read_clipboard (GTK_WIDGET (page));
  g_assert_nonnull (strstr (copied, public_key));
  g_assert_nonnull (strstr (copied, CONSUMER_KEY));
  ala_note_group_save_to (group, file);
  ala_app_wait ("the note is saved", says_saved, ala_app_get (group, "save"));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, public_key));
}

static void
walk_link (AlaApplication *application,
           Job            *job)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);
  AlaSetup *setup = ala_page_get_setup (page);
  g_autofree char *body = ala_key_export_public_body (job->product);

  g_assert_cmpstr (ala_copy_row_get_value (ALA_COPY_ROW (ala_app_find_copy_row (GTK_WIDGET (page), "Public Key"))), ==, body);
  g_assert_false (ala_page_get_complete (page));
  hand_on (page, body);
  ala_app_make_link (application, job->jira, NULL);
  ala_app_wait_complete (page); /* by itself, as when somebody else made the link */
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_NONE);
  g_assert_cmpint (ala_setup_get_link_known (setup), >, 0);
  g_assert_cmpint (ala_setup_get_link_proven (setup), ==, 0);
  ala_app_press_next (application);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static void
check_verdicts (AlaApplication *application)
{
  AlaCheckRunner *checks = ala_workspace_get_checks (ala_application_get_workspace (application));

  g_assert_cmpint (ala_check_get_state (ala_check_runner_find (checks, "server")), ==, ALA_CHECK_PASSED);
  g_assert_cmpint (ala_check_get_state (ala_check_runner_find (checks, "key")), ==, ALA_CHECK_WARNING);
  g_assert_cmpint (ala_check_get_state (ala_check_runner_find (checks, "identity")), ==, ALA_CHECK_SKIPPED);
  g_assert_nonnull (strstr (ala_check_get_summary (ala_check_runner_find (checks, "identity")), "Mattermost"));
}

static void
walk_all (AlaApplication *application,
          gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);

  ala_app_wait_complete (page);
  choose_product (page, "mattermost");
  ala_app_press_next (application);
  walk_key (application, data);
  walk_jira (application, data);
  walk_link (application, data);

  /* Nothing to do, and said why. */
  page = ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  ala_app_wait_complete (page);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "open")));
  ala_app_press_next (application);

  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  check_verdicts (application);
  g_assert_false (says (GTK_WIDGET (page), "Works") || says (GTK_WIDGET (page), "proven"));
  ala_app_press_next (application);
  ala_app_wait_complete (ala_app_wait_step (application, ALA_STEP_WEBHOOKS));
  ala_app_press_next (application);

  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  g_assert_false (says (GTK_WIDGET (page), "Works"));
  g_assert_null (ala_workspace_get_access_token (ala_page_get_workspace (page)));
  g_assert_cmpint (ala_setup_get_authorized (ala_page_get_setup (page)), ==, 0);
  ala_app_close (application);
}

/* What was carried to Jira lets the product in, and nobody else. */
static void
let_product_in (Job *job)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (ala_practice_jira_get_url (job->jira), NULL);
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, address, CONSUMER_KEY, job->product);
  g_autoptr (AlaAuthorization) authorization = ala_authorization_new (client);
  g_autoptr (AlaLinkWatch) watch = ala_link_watch_new ();

  ala_link_watch_start (watch, authorization);
  while (!ala_link_watch_is_proven (watch))
    g_main_context_iteration (NULL, TRUE);
  ala_link_watch_stop (watch);
}

static void
open_again (AlaApplication *application,
            gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (ala_workspace_get_setups (ala_page_get_workspace (page))), 0);

  g_signal_emit_by_name (page, "check-link", setup);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  check_verdicts (application);
  ala_app_close (application);
}

static void
test_whole_way (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, &error);
  g_autoptr (AlaKeyPair) product = ala_key_pair_generate (1024, &error);
  Job job = { jira, product };

  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_app_run (walk_all, &job);
  let_product_in (&job);
  ala_app_run (open_again, &job);
}

/* A product of this kind, and then one for which a pair is made. */
static void
change_product (AlaApplication *application,
                gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  g_autofree char *pem = ala_key_export_public_pem (data);

  ala_app_wait_complete (page);
  choose_product (page, "hackerone");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  enter_key (page, pem);
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_consumer_key (ala_page_get_setup (page)), ==, "HackerOne JIRA Client");
  ala_app_press_back (application);

  page = ala_app_wait_step (application, ALA_STEP_START);
  choose_product (page, "sentry");
  page = ala_app_walk_to_key (application);
  g_assert_true (gtk_widget_get_visible (ala_app_get (page, "ours")));
  g_assert_cmpstr (ala_setup_get_public_key (ala_page_get_setup (page)), ==, "");
  g_assert_cmpstr (ala_key_pair_get_fingerprint (ala_workspace_get_key_pair (ala_page_get_workspace (page))), !=,
                   ala_key_pair_get_fingerprint (data));
  ala_app_close (application);
}

static void
test_change_product (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) product = ala_key_pair_generate (1024, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_app_run (change_product, product);
}

/* Where the address of the product is entered, the program looks whether it shows its login. */

static gboolean
has_looked (gpointer sight)
{
  return ala_check_get_state (ala_product_sight_get_check (sight)) >= ALA_CHECK_PASSED;
}

static gboolean
is_warned (gpointer sight)
{
  return ala_check_get_state (ala_product_sight_get_check (sight)) == ALA_CHECK_WARNING;
}

static void
see_product (AlaApplication *application,
             gpointer        jira)
{
  AlaPage *page = ala_app_walk_to_jira (application, ala_practice_jira_get_url (jira));
  AlaSetup *setup = ala_page_get_setup (page);
  GtkWidget *sight = ala_app_get (page, "sight");
  g_autofree char *twice = g_strconcat (ala_app_get_product (), "/flex/flex/", NULL);

  ala_app_wait_complete (page);
  g_assert_false (gtk_widget_get_visible (sight));
  gtk_editable_set_text (ala_app_get (page, "product_row"), ala_app_get_product ());
  g_assert_true (gtk_widget_get_visible (sight));
  g_assert_true (g_str_has_suffix (ala_setup_get_product_url (setup), "/flex"));
  ala_app_wait ("the product was looked at", has_looked, sight);
  g_assert_cmpint (ala_check_get_state (ala_product_sight_get_check (ALA_PRODUCT_SIGHT (sight))), ==, ALA_CHECK_PASSED);
  /* One check that passed says nothing of the link. */
  g_assert_cmpint (ala_setup_get_checked (setup), ==, 0);
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "");

  gtk_editable_set_text (ala_app_get (page, "product_row"), twice);
  g_assert_false (g_str_has_suffix (ala_setup_get_product_url (setup), "/flex/flex"));
  gtk_editable_set_text (ala_app_get (page, "product_row"), ala_practice_jira_get_url (jira));
  ala_app_wait ("what answers there is no login of the product", is_warned, sight);
  gtk_editable_set_text (ala_app_get (page, "product_row"), "");
  g_assert_false (gtk_widget_get_visible (sight));
  ala_app_close (application);
}

static void
test_see_product (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_app_run (see_product, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-key/whole-way", test_whole_way);
  g_test_add_func ("/own-key/change-product", test_change_product);
  g_test_add_func ("/own-key/see-product", test_see_product);
  return g_test_run ();
}
