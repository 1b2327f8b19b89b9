/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-link-row.h"
#include "ala-problem-box.h"
#include "ala-rotation.h"
#include "practice-browser.h"

/*
 * A key is renewed in the window: the old link stays exactly as it is until Jira refuses it, the program is closed and opened in between, and
 * at last the old link is deleted here.
 */

#define LINKS_PATH "/plugins/servlet/applinks/listApplicationLinks"

static AlaPracticeJira *jira;
static char *old_id, *new_id;
static char *old_files; /* what belonged to the old link before the new one was begun */

/* Every file of the link, with what is in it; each is named after the link. */
static void
add_files (GString    *files,
           const char *folder,
           const char *id)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_files (files, path, id);
      else if (strstr (path, id) != NULL && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append_printf (files, "%s\n%s\n", path, text);
    }
}

static char *
dup_files (const char *id)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", NULL);
  GString *files = g_string_new (NULL);

  add_files (files, folder, id);
  return g_string_free (files, FALSE);
}

static void
assert_old_untouched (void)
{
  g_autofree char *now = dup_files (old_id);

  g_assert_cmpstr (now, ==, old_files);
  g_assert_cmpstr (now, !=, "");
}

static AlaPage *
go_to_summary (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_past_webhooks (application);

  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  return ala_app_wait_step (application, ALA_STEP_SUMMARY);
}

static void
make_old_link (AlaApplication *application,
               gpointer        data)
{
  AlaPage *page;

  ala_app_walk_to_checks (application, jira);
  page = go_to_summary (application);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "retire")));
  old_id = g_strdup (ala_setup_get_id (ala_page_get_setup (page)));
  ala_app_close (application);
}

static const char *
get_value (AlaPage    *page,
           const char *label)
{
  return ala_copy_row_get_value (ALA_COPY_ROW (ala_app_find_copy_row (GTK_WIDGET (page), label)));
}

/* Returns: (transfer none) (nullable): the row of the link */
static GtkWidget *
find_link (GtkWidget  *widget,
           const char *id)
{
  GtkWidget *found = NULL;

  if (ALA_IS_LINK_ROW (widget) && g_str_equal (ala_setup_get_id (ala_link_row_get_setup (ALA_LINK_ROW (widget))), id))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link (child, id);

  return found;
}

static void
assert_says (AlaPage    *page,
             const char *id,
             const char *words)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_link (GTK_WIDGET (page), id)));

  if (strstr (subtitle, words) == NULL)
    g_error ("“%s” does not say “%s”", subtitle, words);
}

static void
answer (AlaApplication *application,
        const char     *response)
{
  GtkWindow *dialog = ala_app_find_dialog ();

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  ala_app_settle (application);
}

static void
begin_renewal (AlaApplication *application)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);

  /* Whoever thinks better of it has begun nothing. */
  gtk_widget_activate_action (find_link (GTK_WIDGET (page), old_id), "link.renew", NULL);
  answer (application, "cancel");
  g_assert_cmpint (ala_assistant_get_step (ala_application_get_assistant (application)), ==, ALA_STEP_START);

  gtk_widget_activate_action (find_link (GTK_WIDGET (page), old_id), "link.renew", NULL);
  answer (application, "renew");
}

/* Given up: the old link is a link like any other, and not a letter of it has changed. */
static void
give_up (AlaApplication *application,
         gpointer        data)
{
  AlaPage *page;

  old_files = dup_files (old_id);
  begin_renewal (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait_complete (page);
  new_id = g_strdup (ala_setup_get_id (ala_page_get_setup (page)));
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);
  assert_says (page, old_id, "Is being replaced by “zephyr-enterprise-2”");
  assert_says (page, new_id, "Is to replace “zephyr-enterprise”");

  /* What was begun is gone on with. */
  gtk_widget_activate_action (find_link (GTK_WIDGET (page), old_id), "link.renew", NULL);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_assert_cmpstr (ala_setup_get_id (ala_page_get_setup (page)), ==, new_id);
  ala_app_wait_complete (page);
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);

  gtk_widget_activate_action (find_link (GTK_WIDGET (page), new_id), "link.delete", NULL);
  answer (application, "delete");
  g_assert_null (find_link (GTK_WIDGET (page), new_id));
  g_assert_null (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_link (GTK_WIDGET (page), old_id))), "replaced"));
  assert_old_untouched ();
  g_clear_pointer (&new_id, g_free);
  ala_app_close (application);
}

static void
renew_up_to_jira (AlaApplication *application,
                  gpointer        data)
{
  g_autofree char *product = g_strconcat (ala_app_get_product (), "/flex?link=2", NULL);
  AlaPage *page;

  begin_renewal (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait_complete (page);
  new_id = g_strdup (ala_setup_get_id (ala_page_get_setup (page)));
  g_assert_cmpstr (new_id, !=, old_id);
  g_assert_cmpstr (ala_setup_get_replaces (ala_page_get_setup (page)), ==, old_id);
  assert_old_untouched ();

  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);
  g_assert_cmpstr (gtk_editable_get_text (ala_app_get (page, "consumer_key_row")), ==, "zephyr-enterprise-2");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  g_assert_cmpstr (get_value (page, "Application Name"), ==, "zephyr-enterprise-2");
  g_assert_cmpstr (get_value (page, "Application URL"), ==, product);

  /* Jira takes no second link with the address of the first, and takes this one. */
  ala_app_make_link (application, jira, NULL);
  ala_app_check_now (page);
  ala_app_wait_complete (page);
  assert_old_untouched ();
  ala_app_close (application);
}

static AlaPage *
get_retire_group (AlaPage *page)
{
  return ala_app_get (page, "retire");
}

static gboolean
has_looked (gpointer group)
{
  return gtk_widget_is_sensitive (ala_app_get (group, "look"));
}

static void
look (gpointer   group,
      AlaProblem problem)
{
  ala_app_press (ala_app_get (group, "look"));
  ala_app_wait ("Jira was asked", has_looked, group);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (group, "problem")), ==, problem);
}

static void
go_on_to_the_end (AlaApplication *application,
                  gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);
  g_autofree char *page_text = NULL;
  gpointer group;

  /* It stands where it was left. */
  g_assert_cmpstr (ala_setup_get_id (ala_page_get_setup (page)), ==, new_id);
  g_assert_cmpstr (ala_setup_get_replaces (ala_page_get_setup (page)), ==, old_id);
  ala_app_check_now (page);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page_text = ala_app_allow (application);
  page = go_to_summary (application);
  assert_old_untouched ();

  group = get_retire_group (page);
  g_assert_true (gtk_widget_get_visible (group));
  g_assert_true (gtk_widget_get_visible (ala_app_get (group, "remove")));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ala_app_get (group, "remove")), "“zephyr-enterprise”"));
  g_assert_false (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  look (group, ALA_PROBLEM_OLD_ACCESS_WORKS);
  g_assert_false (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  assert_old_untouched ();
  ala_app_close (application);
}

static void
remove_from_jira (void)
{
  g_autoptr (PracticeBrowser) admin = practice_browser_new (ala_practice_jira_get_url (jira));
  g_autofree char *button = NULL;
  const char *at;

  practice_browser_log_in (admin, LINKS_PATH, "admin");
  at = strstr (admin->body, "id=\"delete-");
  g_assert_nonnull (at);
  at += strlen ("id=\"");
  button = g_strndup (at, strcspn (at, "\""));
  practice_browser_press (admin, button, NULL);
  practice_browser_assert_shows (admin, "zephyr-enterprise-2");
}

static AlaPage *
open_from_start (AlaApplication *application)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  AlaWorkspace *workspace = ala_page_get_workspace (page);

  g_signal_emit_by_name (page, "open-link", ala_setup_store_find (ala_workspace_get_setups (workspace), new_id));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  return ala_app_wait_step (application, ALA_STEP_SUMMARY);
}

/* Later: the link was removed in Jira meanwhile; it is dead when Jira was seen to refuse it. */
static void
see_it_dead (AlaApplication *application,
             gpointer        data)
{
  gpointer group = get_retire_group (open_from_start (application));

  g_assert_true (gtk_widget_get_visible (ala_app_get (group, "remove")));
  g_assert_false (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  ala_practice_jira_set_fault (jira, "maintenance", TRUE);
  look (group, ALA_PROBLEM_MAINTENANCE);
  g_assert_false (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  ala_practice_jira_set_fault (jira, "maintenance", FALSE);
  look (group, ALA_PROBLEM_NONE);
  g_assert_true (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  g_assert_false (gtk_widget_get_visible (ala_app_get (group, "remove")));
  assert_old_untouched ();

  /* The program ends on this page, with the old link dead and not deleted. */
  ala_app_close (application);
}

static gboolean
is_over (gpointer group)
{
  return !gtk_widget_get_visible (ala_app_get (group, "delete"));
}

static void
delete_it (AlaApplication *application,
           gpointer        data)
{
  AlaPage *page = open_from_start (application);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  gpointer group = get_retire_group (page);
  g_autofree char *files = NULL;
  g_autofree char *new_files = NULL;

  /* It is known without looking again; and whoever thinks better of it keeps it. */
  g_assert_true (gtk_widget_is_sensitive (ala_app_get (group, "delete")));
  gtk_widget_activate (ala_app_get (group, "delete"));
  answer (application, "cancel");
  assert_old_untouched ();

  gtk_widget_activate (ala_app_get (group, "delete"));
  answer (application, "delete");
  ala_app_wait ("it is deleted", is_over, group);
  g_assert_null (ala_setup_store_find (ala_workspace_get_setups (workspace), old_id));
  g_assert_true (gtk_widget_get_visible (group));
  files = dup_files (old_id);
  new_files = dup_files (new_id);
  g_assert_null (strstr (files, "secrets"));
  g_assert_nonnull (strstr (new_files, "private-key"));
  ala_app_close (application);
}

static void
test_renewal (void)
{
  g_autoptr (GError) error = NULL;

  jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_app_run (make_old_link, NULL);
  ala_app_run (give_up, NULL);
  ala_app_run (renew_up_to_jira, NULL);
  ala_app_run (go_on_to_the_end, NULL);
  remove_from_jira ();
  ala_app_run (see_it_dead, NULL);
  ala_app_run (delete_it, NULL);
  g_clear_object (&jira);
  g_clear_pointer (&old_id, g_free);
  g_clear_pointer (&new_id, g_free);
  g_clear_pointer (&old_files, g_free);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renewal/whole", test_renewal);
  return g_test_run ();
}
