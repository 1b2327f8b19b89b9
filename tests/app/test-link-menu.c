/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-elsewhere.h"
#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-link-row.h"
#include "ala-setup-json.h"

/*
 * What is done with a saved link besides going on with it: by the keys of a keyboard, by the menu, and what it does to this link and to
 * none besides.
 */

static void
press_keys (const char *first,
            const char *second)
{
  const char *const keys[] = { "wtype", "-k", first, second != NULL ? "-k" : NULL, second, NULL };

  g_free (ala_app_run_elsewhere (NULL, keys));
}

static void
type (const char *text)
{
  const char *const keys[] = { "wtype", text, "-k", "Return", NULL };

  g_free (ala_app_run_elsewhere (NULL, keys));
}

static AlaPage *
go_to_start (AlaApplication *application)
{
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  return ala_app_wait_step (application, ALA_STEP_START);
}

/* Returns: (transfer none): the row of @setup */
static GtkWidget *
find_link (GtkWidget *widget,
           AlaSetup  *setup)
{
  GtkWidget *found = NULL;

  if (ALA_IS_LINK_ROW (widget) && ala_link_row_get_setup (ALA_LINK_ROW (widget)) == setup)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link (child, setup);

  return found;
}

static AlaSetup *
get_link (AlaPage    *page,
          const char *id)
{
  return ala_setup_store_find (ala_workspace_get_setups (ala_page_get_workspace (page)), id);
}

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
is_asked (gpointer heading)
{
  GtkWindow *question = find_question ();

  return question != NULL && gtk_window_is_active (question)
         && g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), heading);
}

/* Waits for the question, and until the keyboard is its own. */
static AdwMessageDialog *
wait_question (const char *heading)
{
  ala_app_wait (heading, is_asked, (gpointer) heading);
  return ADW_MESSAGE_DIALOG (find_question ());
}

static gboolean
is_not_asked (gpointer window)
{
  return find_question () == NULL && gtk_window_is_active (window);
}

static void
wait_no_question (AlaApplication *application)
{
  ala_app_wait ("nothing is asked any more", is_not_asked, ala_assistant_get_window (ala_application_get_assistant (application)));
}

static void
answer (AlaApplication *application,
        const char     *response)
{
  GtkWindow *question = find_question ();

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
}

/* Each file that belongs to the link of that id, as one text. */
static char *
dup_files (const char *id)
{
  g_autofree char *script = g_strdup_printf ("cd \"$1\" && find . -type f -path '*%s*' | sort | xargs -r sha256sum", id);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", NULL);
  const char *const command[] = { "sh", "-c", script, "sh", folder, NULL };

  return ala_app_run_elsewhere (NULL, command);
}

static char *
dup_saved_name (const char *id)
{
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (NULL);
  g_autoptr (GError) error = NULL;

  ala_setup_store_load (store, &error);
  g_assert_no_error (error);
  return g_strdup (ala_setup_get_name (ala_setup_store_find (store, id)));
}

/* Renaming */

typedef struct
{
  GtkWidget *page;
  const char *title;
} Title;

static gboolean
has_title (gpointer data)
{
  Title *title = data;

  return ala_app_find_row (title->page, title->title) != NULL;
}

static void
wait_title (AlaPage    *page,
            const char *text)
{
  Title title = { GTK_WIDGET (page), text };

  ala_app_wait (text, has_title, &title);
}

static void
assert_saved (const char *id,
              const char *expected)
{
  g_autofree char *name = dup_saved_name (id);

  g_assert_cmpstr (name, ==, expected);
}

static void
save_second_link (AlaPage *page)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_jira_url (setup, "https://jira.example.com/jira");
  ala_setup_set_consumer_key (setup, "zephyr-enterprise");
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_FILE);
  ala_setup_set_step (setup, ALA_STEP_LINK);
  ala_setup_store_save (ala_workspace_get_setups (ala_page_get_workspace (page)), setup, &error);
  g_assert_no_error (error);
}

static gboolean
has_focus_within (gpointer row)
{
  GtkRoot *root = gtk_widget_get_root (row);

  return gtk_window_is_active (GTK_WINDOW (root)) && gtk_root_get_focus (root) != NULL
         && (gtk_root_get_focus (root) == row || gtk_widget_is_ancestor (gtk_root_get_focus (root), row));
}

static void
focus_link (AlaPage  *page,
            AlaSetup *setup)
{
  GtkWidget *row = find_link (GTK_WIDGET (page), setup);

  g_assert_true (gtk_widget_grab_focus (row));
  ala_app_wait ("the link has the focus", has_focus_within, row);
}

static void
rename_by_keyboard (AlaApplication *application,
                    gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  AlaSetup *setup = ala_page_get_setup (page);
  const char *id = ala_setup_get_id (setup);
  AdwMessageDialog *question;
  GtkEditable *entry;

  page = go_to_start (application);
  save_second_link (page);
  focus_link (page, setup);
  press_keys ("F2", NULL);
  question = wait_question ("Rename the Link");
  entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (question));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "New link");

  /* It is all selected, so that a name replaces it at once. */
  type ("Training ");
  wait_no_question (application);
  wait_title (page, "Training");
  g_assert_cmpstr (ala_setup_get_name (setup), ==, "Training");
  assert_saved (id, "Training");

  /* It has moved to the front, with the focus. */
  ala_app_wait ("the focus is still there", has_focus_within, find_link (GTK_WIDGET (page), setup));
  press_keys ("F2", NULL);
  question = wait_question ("Rename the Link");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (question))), ==, "Training");
  type ("Never");
  wait_no_question (application);
  wait_title (page, "Never");
  press_keys ("F2", NULL);
  wait_question ("Rename the Link");
  press_keys ("x", "Escape");
  wait_no_question (application);
  assert_saved (id, "Never");

  /* Left empty, it is called as before. */
  press_keys ("F2", NULL);
  wait_question ("Rename the Link");
  press_keys ("BackSpace", "Return");
  wait_no_question (application);
  wait_title (page, "New link");
  assert_saved (id, "");

  /* What stood there by itself does not become a name. */
  setup = get_link (page, ala_setup_get_id (ala_link_row_get_setup (ALA_LINK_ROW (ala_app_find_row (GTK_WIDGET (page), "jira.example.com")))));
  focus_link (page, setup);
  press_keys ("F2", NULL);
  wait_question ("Rename the Link");
  press_keys ("Return", NULL);
  wait_no_question (application);
  g_assert_cmpstr (ala_setup_get_name (setup), ==, "");
  ala_app_close (application);
}

static void
test_rename_by_keyboard (void)
{
  ala_app_forget_everything ();
  ala_app_run (rename_by_keyboard, NULL);
}

/* The menu */

static gboolean
is_popped_up (gpointer menu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (menu);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)) && gtk_root_get_focus (gtk_widget_get_root (menu)) != NULL
         && gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (menu)), GTK_WIDGET (popover));
}

static GtkWidget *
find_item (GtkWidget  *widget,
           const char *label)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      if (g_strcmp0 (text, label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_item (child, label);

  return found;
}

/* What a click on the item does. */
static void
choose (GtkWidget  *row,
        const char *label)
{
  gpointer menu = ala_app_get (row, "menu");

  gtk_menu_button_popup (menu);
  ala_app_wait ("the menu is there", is_popped_up, menu);
  g_signal_emit_by_name (find_item (GTK_WIDGET (gtk_menu_button_get_popover (menu)), label), "clicked");
}

/* Whether it has “Check Now”, which a link of which Jira knows nothing has not. */
static void
assert_menu (GtkWidget *row,
             gboolean   can_be_checked)
{
  gpointer menu = ala_app_get (row, "menu");
  GtkWidget *item;

  gtk_menu_button_popup (menu);
  ala_app_wait ("the menu is there", is_popped_up, menu);
  item = find_item (GTK_WIDGET (gtk_menu_button_get_popover (menu)), "Check Now");
  g_assert_cmpint (item != NULL, ==, can_be_checked);
  g_assert_cmpint (gtk_widget_get_visible (ala_app_get (row, "check")), ==, can_be_checked);
  gtk_menu_button_popdown (menu);
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_has_css_class (window, "narrow");
}

/* There the menu alone has “Check Now”, and the words have its room. */
static void
assert_narrow (AlaApplication *application,
               GtkWidget      *row)
{
  GtkWindow *window = ala_assistant_get_window (ala_application_get_assistant (application));

  gtk_window_set_default_size (window, 360, 640);
  ala_app_wait ("the window is narrow", is_narrow, window);
  g_assert_false (gtk_widget_get_visible (ala_app_get (row, "check")));
}

static void
use_menu (AlaApplication *application,
          gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  AlaSetup *setup = ala_page_get_setup (page);
  GtkWidget *row;
  gpointer menu;

  page = go_to_start (application);
  save_second_link (page);
  row = find_link (GTK_WIDGET (page), setup);
  menu = ala_app_get (row, "menu");
  focus_link (page, setup);

  press_keys ("Menu", NULL);
  ala_app_wait ("the menu is there", is_popped_up, menu);
  press_keys ("d", NULL);
  wait_question ("Delete “New link”?");
  press_keys ("Escape", NULL);
  wait_no_question (application);
  g_assert_nonnull (get_link (page, ala_setup_get_id (setup)));

  ala_app_wait ("the focus is back", has_focus_within, row);
  press_keys ("Delete", NULL);
  wait_question ("Delete “New link”?");
  answer (application, "cancel");
  wait_no_question (application);

  assert_menu (row, FALSE);
  choose (row, "Rename…");
  wait_question ("Rename the Link");
  answer (application, "cancel");
  wait_no_question (application);

  choose (row, "Open");
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_assert_true (ala_page_get_setup (page) == setup);
  ala_app_close (application);
}

static void
test_menu (void)
{
  ala_app_forget_everything ();
  ala_app_run (use_menu, NULL);
}

/* Duplicating */

static gboolean
is_saved (gpointer page)
{
  return get_link (page, ala_setup_get_id (ala_page_get_setup (page))) != NULL;
}

static void
duplicate (AlaApplication *application,
           gpointer        data)
{
  AlaPage *page = ala_app_walk_to_checks (application, data);
  g_autoptr (AlaSetup) old = g_object_ref (ala_page_get_setup (page));
  g_autofree char *json = NULL, *files = NULL, *json_after = NULL, *files_after = NULL;
  AlaSetup *copy;

  ala_app_wait_complete (page);
  page = go_to_start (application);
  ala_setup_set_name (old, "Production");
  ala_setup_store_save (ala_workspace_get_setups (ala_page_get_workspace (page)), old, NULL);
  json = ala_setup_to_json (old);
  files = dup_files (ala_setup_get_id (old));
  g_assert_cmpuint (ala_setup_get_authorized (old), >, 0);

  assert_menu (find_link (GTK_WIDGET (page), old), TRUE);
  assert_narrow (application, find_link (GTK_WIDGET (page), old));
  choose (find_link (GTK_WIDGET (page), old), "Duplicate");
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait_complete (page);
  ala_app_wait ("it is saved with its key", is_saved, page);
  copy = ala_page_get_setup (page);
  g_assert_true (copy != old);
  g_assert_cmpstr (ala_setup_get_id (copy), !=, ala_setup_get_id (old));
  g_assert_cmpstr (ala_setup_get_name (copy), ==, "Production 2");
  g_assert_cmpstr (ala_setup_get_consumer_key (copy), ==, "zephyr-enterprise-2");
  g_assert_cmpstr (ala_setup_get_key_fingerprint (copy), !=, ala_setup_get_key_fingerprint (old));
  g_assert_cmpstr (ala_setup_get_key_fingerprint (copy), ==,
                   ala_key_pair_get_fingerprint (ala_workspace_get_key_pair (ala_page_get_workspace (page))));
  g_assert_cmpint (ala_setup_get_authorized (copy), ==, 0);
  g_assert_null (ala_workspace_get_access_token (ala_page_get_workspace (page)));

  /* Nothing has to be entered again. */
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);
  g_assert_cmpstr (gtk_editable_get_text (ala_app_get (page, "consumer_key_row")), ==, "zephyr-enterprise-2");
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_LINK);

  json_after = ala_setup_to_json (old);
  g_assert_cmpstr (json_after, ==, json);
  files_after = dup_files (ala_setup_get_id (old));
  g_assert_cmpstr (files_after, ==, files);
  g_object_set_data_full (data, "copy", g_strdup (ala_setup_get_id (copy)), g_free);
  ala_app_close (application);
}

/* Like any link that was begun, it is where it was left. */
static void
find_duplicate (AlaApplication *application,
                gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);

  g_assert_cmpstr (ala_setup_get_id (ala_page_get_setup (page)), ==, g_object_get_data (data, "copy"));
  g_assert_nonnull (ala_workspace_get_key_pair (ala_page_get_workspace (page)));
  ala_app_close (application);
}

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

static void
test_duplicate (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (duplicate, jira);
  ala_app_run (find_duplicate, jira);
}

/* Deleting */

static gboolean
has_opened (gpointer address)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "opened", NULL);
  g_autofree char *opened = NULL;

  return g_file_get_contents (path, &opened, NULL, NULL) && g_str_equal (g_strstrip (opened), address);
}

static void
open_page (AdwMessageDialog *dialog,
           const char       *title,
           const char       *base,
           const char       *path)
{
  GtkWidget *row = ala_app_find_row (adw_message_dialog_get_extra_child (dialog), title);
  g_autofree char *address = g_strconcat (base, path, NULL);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  /* Wakes the main loop, which is not told what the browser does. */
  g_autoptr (GFileMonitor) monitor = g_file_monitor_directory (home, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  g_assert_nonnull (monitor);
  g_file_monitor_set_rate_limit (monitor, 0);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, address);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ala_app_wait ("the browser has it", has_opened, address);
}

static void
delete_link (AlaApplication *application,
             gpointer        data)
{
  AlaPage *page = ala_app_walk_to_checks (application, data);
  g_autoptr (AlaSetup) setup = g_object_ref (ala_page_get_setup (page));
  const char *base = ala_setup_get_jira_url (setup);
  AlaSetup *other;
  AdwMessageDialog *dialog;
  g_autofree char *files = NULL, *files_after = NULL, *nothing = NULL, *copied = NULL;
  GtkWidget *key;

  ala_app_wait_complete (page);
  g_assert_true (g_str_has_suffix (base, "/jira"));
  page = go_to_start (application);
  save_second_link (page);
  other = ala_link_row_get_setup (ALA_LINK_ROW (ala_app_find_row (GTK_WIDGET (page), "jira.example.com")));
  files = dup_files (ala_setup_get_id (other));

  choose (find_link (GTK_WIDGET (page), setup), "Delete…");
  dialog = wait_question ("Delete “127.0.0.1”?");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "private key and its access token are removed"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "application link stays"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "until Practice Administrator, who"));
  answer (application, "delete");

  dialog = wait_question ("Deleted Here, Not in Jira");
  open_page (dialog, "Application Links in Jira", base, "/plugins/servlet/applinks/listApplicationLinks");
  open_page (dialog, "OAuth Access Tokens in Jira", base, "/plugins/servlet/oauth/users/access-tokens");
  key = ala_app_find_copy_row (GTK_WIDGET (dialog), "Consumer Key");
  ala_app_press (ala_app_get (key, "copy"));
  copied = ala_app_read_clipboard (key);
  g_assert_cmpstr (copied, ==, "zephyr-enterprise");
  press_keys ("Escape", NULL);
  wait_no_question (application);

  g_assert_null (get_link (page, ala_setup_get_id (setup)));
  nothing = dup_files (ala_setup_get_id (setup));
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (get_link (page, ala_setup_get_id (other)) == other);
  files_after = dup_files (ala_setup_get_id (other));
  g_assert_cmpstr (files_after, ==, files);

  /* What was worked on is gone, so there is no going on with it. */
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_assert_true (ala_page_get_setup (page) != setup);
  ala_app_close (application);
}

static void
test_delete (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (delete_link, jira);
}

/* Only what applies is said. */
static void
delete_early_links (AlaApplication *application,
                    gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  AlaSetup *setup = ala_page_get_setup (page);
  AdwMessageDialog *dialog;

  page = go_to_start (application);
  save_second_link (page);

  choose (find_link (GTK_WIDGET (page), setup), "Delete…");
  dialog = wait_question ("Delete “New link”?");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, "Its private key is removed from this computer.");
  answer (application, "delete");
  wait_no_question (application);
  g_assert_null (get_link (page, ala_setup_get_id (setup)));

  choose (ala_app_find_row (GTK_WIDGET (page), "jira.example.com"), "Delete…");
  dialog = wait_question ("Delete “jira.example.com”?");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "If the application link was entered"));
  answer (application, "delete");
  dialog = wait_question ("Deleted Here, Not in Jira");
  g_assert_nonnull (ala_app_find_row (GTK_WIDGET (dialog), "Application Links in Jira"));
  g_assert_null (ala_app_find_row (GTK_WIDGET (dialog), "OAuth Access Tokens in Jira"));
  press_keys ("Return", NULL);
  wait_no_question (application);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "links")));
  ala_app_close (application);
}

static void
test_delete_early_links (void)
{
  ala_app_forget_everything ();
  ala_app_run (delete_early_links, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-menu/rename-by-keyboard", test_rename_by_keyboard);
  g_test_add_func ("/link-menu/menu", test_menu);
  g_test_add_func ("/link-menu/duplicate", test_duplicate);
  g_test_add_func ("/link-menu/delete", test_delete);
  g_test_add_func ("/link-menu/delete-early-links", test_delete_early_links);
  return g_test_run ();
}
