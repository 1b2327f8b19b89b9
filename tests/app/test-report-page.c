/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "ala-app-walk.h"
#include "ala-page-summary.h"
#include "ala-problem-box.h"
#include "ala-report-text.h"

/* The report on the last page, and checking a link again later. */

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
is_visible (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *child, *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
activate (AlaPage    *page,
          const char *title)
{
  GtkWidget *row = ala_app_find_row (GTK_WIDGET (page), title);

  if (row == NULL)
    g_error ("no row says “%s”", title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static const char *
get_heading (AlaPage *page)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (page), ALA_TYPE_PAGE, "heading")));
}

/* The report */

static AlaPage *
walk_to_summary (AlaApplication  *application,
                 AlaPracticeJira *jira)
{
  AlaPage *page = ala_app_walk_to_checks (application, jira);

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  while (ala_assistant_get_step (ala_application_get_assistant (application)) != ALA_STEP_HANDOVER)
    {
      AlaStep step = ala_assistant_get_step (ala_application_get_assistant (application));

      /* Pages in between that ask for a decision are passed over: this is about the end. */
      if (step > ALA_STEP_CHECKS)
        ala_page_go_to (ala_app_wait_step (application, step), ALA_STEP_HANDOVER);
      else
        g_main_context_iteration (NULL, TRUE);
    }
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  return ala_app_wait_step (application, ALA_STEP_SUMMARY);
}

typedef struct
{
  AlaPage *page;
  const char *row;
  const char *subtitle;
} RowWait;

static gboolean
row_says (gpointer data)
{
  RowWait *wait = data;

  return g_str_has_prefix (adw_action_row_get_subtitle (ala_app_get (wait->page, wait->row)), wait->subtitle);
}

static void
save_and_compare (AlaApplication *application,
                  gpointer        data)
{
  AlaPage *page = walk_to_summary (application, data);
  AlaReport *report = ala_page_summary_get_report (ALA_PAGE_SUMMARY (page));
  AlaReportFiles *files = ala_page_summary_get_files (ALA_PAGE_SUMMARY (page));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "report.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/report.html");
  g_autofree char *text = ala_report_to_text (report);
  g_autofree char *copied = NULL, *contents = NULL;
  RowWait saved = { page, "save", "Saved as " };

  /* Page and report are one. */
  g_assert_cmpstr (get_heading (page), ==, ala_report_get_headline (report));
  for (guint i = 0; i < g_list_model_get_n_items (ala_report_get_tasks (report)); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (ala_report_get_tasks (report), i);
      GtkWidget *row = ala_app_find_row (GTK_WIDGET (page), ala_report_task_get_title (task));

      g_assert_nonnull (row);
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, ala_report_task_get_text (task));
    }

  activate (page, "Copy as text");
  copied = ala_app_read_clipboard (GTK_WIDGET (page));
  g_assert_cmpstr (copied, ==, text);

  ala_report_files_save_to (files, report, file);
  ala_app_wait ("the report is saved", row_says, &saved);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "{"));

  ala_report_files_load_from (files, file);
  ala_app_wait ("what changed is shown", is_visible, ala_app_get (page, "changes"));
  g_assert_nonnull (ala_app_find_row (ala_app_get (page, "changes"), "Nothing has changed."));

  ala_report_files_save_to (files, report, nowhere);
  ala_app_wait ("it is said that nothing was saved", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_FILE_NOT_SAVED);

  /* Another version, and a check that had failed. */
  {
    g_autoptr (GString) other = g_string_new (contents);

    g_string_replace (other, ala_report_get_version (report), "8.0.1", 0);
    g_string_replace (other, "\"verdict\" : \"passed\"", "\"verdict\" : \"failed\"", 0);
    g_assert_true (g_file_set_contents (path, other->str, -1, NULL));
  }
  ala_report_files_load_from (files, file);
  while (ala_app_find_row (ala_app_get (page, "changes"), "Version of Jira") == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  activate (page, "Copy as text");
  g_assert_false (shows_problem (page));
  ala_report_files_load_from (files, file);
  ala_app_wait ("it is said that this is no report", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_REPORT_UNREADABLE);
  g_remove (path);
  ala_app_close (application);
}

static void
test_report (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (save_and_compare, jira);
}

/* Checking again later */

static void
make_a_link (AlaApplication *application,
             gpointer        data)
{
  walk_to_summary (application, data);
  ala_app_close (application);
}

static AlaPage *
go_to_start (AlaApplication *application)
{
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  return ala_app_wait_step (application, ALA_STEP_START);
}

static AlaPage *
press_check_now (AlaApplication *application)
{
  AlaPage *page = go_to_start (application);

  ala_app_press (find_button (GTK_WIDGET (page), "Check Now"));
  return page;
}

static void
check_now (AlaApplication *application,
           gpointer        data)
{
  AlaPage *page;
  AlaSetup *setup;
  GtkWidget *row;

  press_check_now (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  setup = ala_page_get_setup (page);
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "passed");
  activate (page, "Summary and report");
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  g_assert_cmpint (ala_report_get_verdict (ala_page_summary_get_report (ALA_PAGE_SUMMARY (page))), ==, ALA_CHECK_PASSED);

  /* A failure is a result too: it can be reported, and stands in the list. */
  g_assert_true (ala_practice_jira_set_fault (data, "token-revoked", TRUE));
  press_check_now (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait ("the checks have ended", is_visible, ala_app_get (page, "shortcuts"));
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "failed");
  activate (page, "Summary and report");
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  g_assert_cmpint (ala_report_get_verdict (ala_page_summary_get_report (ALA_PAGE_SUMMARY (page))), ==, ALA_CHECK_FAILED);
  page = go_to_start (application);
  row = ala_app_find_row (GTK_WIDGET (page), "127.0.0.1");
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Had to be mended"));

  /* And there is a way on. */
  press_check_now (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait ("the checks have ended", is_visible, ala_app_get (page, "shortcuts"));
  activate (page, "Authorize again");
  ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  g_assert_true (ala_practice_jira_set_fault (data, "token-revoked", FALSE));
  g_free (ala_app_allow (application));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "passed");
  activate (page, "All links");
  page = ala_app_wait_step (application, ALA_STEP_START);
  row = ala_app_find_row (GTK_WIDGET (page), "127.0.0.1");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Worked when"));
  ala_app_close (application);
}

static void
test_check_now (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (make_a_link, jira);
  ala_app_run (check_now, jira);
}

/* Removes the secrets of the one link whose names begin so. */
static void
lose_secrets (const char *prefix)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", "secrets", NULL);
  g_autoptr (GDir) links = g_dir_open (folder, 0, NULL);
  const char *link, *name;
  guint n_lost = 0;

  while ((link = g_dir_read_name (links)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, link, NULL);
      g_autoptr (GDir) secrets = g_dir_open (path, 0, NULL);

      while (secrets != NULL && (name = g_dir_read_name (secrets)) != NULL)
        if (g_str_has_prefix (name, prefix))
          {
            g_autofree char *secret = g_build_filename (path, name, NULL);

            g_assert_cmpint (g_remove (secret), ==, 0);
            n_lost++;
          }
    }
  g_assert_cmpuint (n_lost, >, 0);
}

static void
miss_the_token (AlaApplication *application,
                gpointer        data)
{
  AlaPage *page = press_check_now (application);
  GtkWidget *box = ala_app_get (page, "problem");

  ala_app_wait ("it is said that the token is gone", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_TOKEN_MISSING);
  g_assert_cmpint (ala_assistant_get_step (ala_application_get_assistant (application)), ==, ALA_STEP_START);
  ala_app_press (ala_app_get (box, "primary"));
  ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  g_free (ala_app_allow (application));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
miss_the_key (AlaApplication *application,
              gpointer        data)
{
  AlaPage *page = press_check_now (application);
  GtkWidget *box = ala_app_get (page, "problem");

  ala_app_wait ("it is said that the key is gone", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_SECRETS_MISSING);
  ala_app_press (ala_app_get (box, "primary"));
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait ("the page says it too", shows_problem, page);
  ala_app_close (application);
}

static void
test_secrets_gone (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (make_a_link, jira);
  lose_secrets ("access-token");
  ala_app_run (miss_the_token, jira);
  lose_secrets ("private-key");
  ala_app_run (miss_the_key, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-page/report", test_report);
  g_test_add_func ("/report-page/check-now", test_check_now);
  g_test_add_func ("/report-page/secrets-gone", test_secrets_gone);
  return g_test_run ();
}
