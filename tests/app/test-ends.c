/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-end-group.h"
#include "ala-link-words.h"
#include "ala-problem-box.h"

/* Whoever opens the program is told what ends soon, and gets to where it is mended. */

#define DAY ((gint64) 24 * 60 * 60)

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* The first page */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
save_link (const char *host,
           gint64      token,
           gint64      certificate)
{
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (NULL);
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *url = g_strconcat ("https://", host, NULL);
  g_autoptr (GError) error = NULL;

  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_jira_url (setup, url);
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_FILE);
  ala_setup_set_authorized (setup, get_now () - DAY, token != 0 ? get_now () + token : 0);
  ala_setup_set_certificate_expires (setup, get_now () + certificate);
  ala_setup_set_checked (setup, get_now () - 600, "passed");
  ala_setup_set_finished (setup, get_now () - 600);
  ala_setup_store_save (store, setup, &error);
  g_assert_no_error (error);
}

static const char *
get_words (AlaPage    *page,
           const char *host)
{
  GtkWidget *row = ala_app_find_row (GTK_WIDGET (page), host);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
look_at_links (AlaApplication *application,
               gpointer        data)
{
  static const struct
  {
    const char *host;
    const char *words; /* the second line; NULL for none */
    AlaCheckState state;
  } links[] = {
    { "fine.example.com", NULL, ALA_CHECK_PASSED },
    { "quiet.example.com", NULL, ALA_CHECK_PASSED },
    { "soon.example.com", "\nThe token ends in ", ALA_CHECK_WARNING },
    { "over.example.com", "\nThe token ended on ", ALA_CHECK_FAILED },
    { "certificate.example.com", "\nJira’s certificate ends in ", ALA_CHECK_WARNING },
  };
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  GListModel *setups = G_LIST_MODEL (ala_workspace_get_setups (ala_page_get_workspace (page)));

  g_assert_cmpuint (g_list_model_get_n_items (setups), ==, G_N_ELEMENTS (links));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *words = get_words (page, links[i].host);

      g_assert_true (g_str_has_prefix (words, "Worked when it was checked, "));
      if (links[i].words == NULL)
        g_assert_null (strchr (words, '\n'));
      else
        g_assert_true (g_str_has_prefix (strchr (words, '\n'), links[i].words));
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (AlaSetup) setup = g_list_model_get_item (setups, j);
          g_autofree char *name = ala_setup_dup_name (setup);

          if (g_str_equal (name, links[i].host))
            g_assert_cmpint (ala_link_words_get_state (setup), ==, links[i].state);
        }
    }
  ala_app_close (application);
}

static void
test_links (void)
{
  ala_app_forget_everything ();
  save_link ("fine.example.com", 1000 * DAY, 1000 * DAY);
  save_link ("quiet.example.com", 0, 1000 * DAY);
  save_link ("soon.example.com", 12 * DAY, 1000 * DAY);
  save_link ("over.example.com", -DAY, 1000 * DAY);
  save_link ("certificate.example.com", 1000 * DAY, 12 * DAY);
  ala_app_run (look_at_links, NULL);
}

/* From the first page to a new token */

typedef struct
{
  GtkWidget *group;
  const char *beginning;
} SaveWait;

static gboolean
row_says (gpointer data)
{
  SaveWait *wait = data;

  return g_str_has_prefix (adw_action_row_get_subtitle (ala_app_get (wait->group, "save")), wait->beginning);
}

static void
save_a_reminder (AlaApplication *application,
                 AlaPage        *page)
{
  GtkWidget *group = ala_app_get (page, "ends");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "reminder.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/reminder.ics");
  GtkWidget *token = ala_app_find_row (group, "Access token");
  SaveWait saved = { group, "Saved as " };
  g_autofree char *contents = NULL;

  g_assert_nonnull (token);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (token)), "The token ends in "));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (token)), "\nAuthorize again before that day."));
  g_assert_true (gtk_widget_get_visible (ala_app_get (group, "save")));

  ala_end_group_save_to (ALA_END_GROUP (group), file);
  ala_app_wait ("the reminder is saved", row_says, &saved);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (contents, "BEGIN:VALARM\r\n"));

  ala_end_group_save_to (ALA_END_GROUP (group), nowhere);
  ala_app_wait ("it is said that nothing was saved", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_FILE_NOT_SAVED);
}

static void
renew (AlaApplication *application,
       gpointer        data)
{
  AlaPracticeJira *jira = data;
  AlaPage *page = ala_app_walk_to_checks (application, jira);
  g_autofree char *answer = NULL;
  gint64 before;

  ala_app_wait_complete (page);
  ala_app_wait ("a new token is offered", is_visible, ala_app_get (page, "authorize"));
  ala_page_go_to (page, ALA_STEP_SUMMARY);
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  save_a_reminder (application, page);

  /* The words are on the first page, and what they ask for is a press away from there. */
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);
  g_assert_nonnull (strstr (get_words (page, "127.0.0.1"), "\nThe token ends in "));
  adw_action_row_activate (ADW_ACTION_ROW (ala_app_find_row (GTK_WIDGET (page), "127.0.0.1")));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait ("a new token is offered to who comes back", is_visible, ala_app_get (page, "authorize"));
  before = ala_setup_get_token_expires (ala_page_get_setup (page));
  ala_practice_jira_set_fault (jira, "token-ends-soon", FALSE);
  adw_action_row_activate (ADW_ACTION_ROW (ala_app_find_row (GTK_WIDGET (page), "Authorize again")));
  ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  answer = ala_app_allow (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  g_assert_cmpint (ala_setup_get_token_expires (ala_page_get_setup (page)), >, before + 365 * DAY);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "authorize")));

  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);
  g_assert_null (strchr (get_words (page, "127.0.0.1"), '\n'));
  ala_app_close (application);
}

static void
test_renew (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_practice_jira_set_fault (jira, "token-ends-soon", TRUE);
  ala_app_run (renew, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ends/links", test_links);
  g_test_add_func ("/ends/renew", test_renew);
  return g_test_run ();
}
