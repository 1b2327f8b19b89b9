/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "ala-app-walk.h"
#include "ala-key-export.h"
#include "ala-problem-box.h"

/* Key files that are brought and saved, and links of which this program does not know everything. */

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

/* The dialog for files, which GTK draws itself where no portal does. */

static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
has_chooser (gpointer unused)
{
  return find_chooser () != NULL;
}

static gboolean
shows_label (GtkWidget  *widget,
             const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;

  return FALSE;
}

/* Newer versions of GTK complain when the dialog goes while it still asks for the folders that lead to the file. */
static gboolean
names_folder (gpointer path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return shows_label (find_chooser (), name);
}

static gboolean
has_chosen (gpointer path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_chooser ()));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;

  return g_strcmp0 (chosen, path) == 0;
}

static void
choose (AlaPage    *page,
        const char *row,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  adw_action_row_activate (ala_app_get (page, row));
  ala_app_wait ("the dialog for files is there", has_chooser, NULL);
  g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (find_chooser ()), file, NULL));
  ala_app_wait ("the dialog names the folder", names_folder, (gpointer) path);
  ala_app_wait ("the file is chosen", has_chosen, (gpointer) path);
  gtk_dialog_response (GTK_DIALOG (find_chooser ()), GTK_RESPONSE_ACCEPT);
}

/* A file that is no key leaves the way open to where the pair that is there can be kept. */

static gboolean
says_not_recognised (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) == ALA_PROBLEM_KEY_NOT_RECOGNISED;
}

static void
bring_no_key (AlaApplication *application,
              gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  GtkWidget *box;

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  box = ala_app_get (page, "problem");
  ala_app_wait ("the pair has no place", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_KEYRING_ABSENT);

  choose (page, "own_key", data);
  ala_app_wait ("the file is no key", says_not_recognised, page);
  g_assert_false (ala_page_get_complete (page));
  ala_app_press (ala_app_get (box, "secondary"));
  ala_app_wait_complete (page);
  g_assert_false (shows_problem (page));
  ala_app_close (application);
}

static void
test_no_key (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "meeting", NULL);
  g_autofree char *path = g_build_filename (folder, "minutes.txt", NULL);
  g_autoptr (GError) error = NULL;

  ala_app_forget_everything ();
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_file_set_contents (path, "The minutes of our meeting", -1, &error);
  g_assert_no_error (error);
  ala_app_run (bring_no_key, path);
}

/* The name of a folder is a name, whatever stands in it. */

typedef struct
{
  GtkWidget *row;
  const char *text;
} Label;

static gboolean
is_shown (gpointer data)
{
  Label *label = data;

  return shows_label (label->row, label->text);
}

static void
save_in_folder (AlaApplication *application,
                gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  Label label = { ala_app_get (page, "save_files"), data };

  choose (page, "save_files", data);
  ala_app_wait ("the folder is named", is_shown, &label);
  ala_app_close (application);
}

static void
test_odd_folder (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "department", "R&D <keys>", NULL);
  const char * const *names = ala_key_export_guide_names ();

  ala_app_forget_everything ();
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  ala_app_run (save_in_folder, folder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

/* A link for a product of which there is no profile any more is opened all the same, and stays one for that product. */

static void
open_unknown_product (AlaApplication *application,
                      gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_KEY);
  AlaSetup *setup = ala_page_get_setup (page);

  g_assert_cmpstr (ala_setup_get_id (setup), ==, data);
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_START);
  ala_app_wait_complete (page);
  ala_app_settle (application);

  /* Going on goes on with it, and begins no other. */
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  g_assert_true (ala_page_get_setup (page) == setup);
  g_assert_cmpstr (ala_setup_get_profile (setup), ==, "a-product-of-ours");
  ala_app_close (application);
}

static void
test_unknown_product (void)
{
  g_autoptr (AlaSetupStore) store = NULL;
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  ala_app_forget_everything ();
  store = ala_setup_store_new (NULL);
  ala_setup_set_profile (setup, "a-product-of-ours");
  ala_setup_set_key (setup, 2048, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_FILE);
  ala_setup_set_step (setup, ALA_STEP_LINK);
  ala_setup_store_save (store, setup, &error);
  g_assert_no_error (error);
  ala_app_run (open_unknown_product, (gpointer) ala_setup_get_id (setup));
}

/* The secret half of a token that is still being stored when another link is opened belongs to the first one. */

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static AlaSecret *
load (AlaWorkspace *workspace,
      AlaSetup     *setup,
      const char   *name)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_store_load_async (ala_workspace_get_secrets (workspace), setup, name, NULL, keep_result, &result);
  ala_app_wait ("the store has answered", is_there, &result);
  return ala_secret_store_load_finish (ala_workspace_get_secrets (workspace), result, NULL);
}

static void
change_link_while_a_token_is_kept (AlaApplication *application,
                                   gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autoptr (AlaSetup) first = g_object_ref (ala_page_get_setup (page));
  g_autoptr (AlaSetup) second = ala_setup_new ();
  g_autoptr (AlaSecret) token = ala_secret_new ("token-of-the-first", -1);
  g_autoptr (AlaSecret) secret = ala_secret_new ("secret-of-the-first", -1);
  AlaAccessToken access = { .token = token, .secret = secret };
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (AlaSecret) of_first = NULL;
  g_autoptr (AlaSecret) of_second = NULL;

  ala_setup_set_profile (second, "zephyr-enterprise");
  ala_setup_set_secret_place (second, ALA_SECRET_PLACE_FILE);
  ala_workspace_keep_token_async (workspace, &access, NULL, keep_result, &kept);
  ala_workspace_open_async (workspace, second, NULL, keep_result, &opened);
  ala_app_wait ("the token is kept", is_there, &kept);
  ala_app_wait ("the other link is opened", is_there, &opened);

  of_first = load (workspace, first, ALA_SECRET_ACCESS_TOKEN_SECRET);
  of_second = load (workspace, second, ALA_SECRET_ACCESS_TOKEN_SECRET);
  g_assert_nonnull (of_first);
  g_assert_cmpstr (ala_secret_peek (of_first), ==, "secret-of-the-first");
  g_assert_null (of_second);
  g_assert_null (ala_workspace_get_access_token (workspace));
  ala_app_close (application);
}

static void
test_token_of_another_link (void)
{
  ala_app_forget_everything ();
  ala_app_run (change_link_while_a_token_is_kept, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-page/no-key", test_no_key);
  g_test_add_func ("/key-page/odd-folder", test_odd_folder);
  g_test_add_func ("/key-page/unknown-product", test_unknown_product);
  g_test_add_func ("/key-page/token-of-another-link", test_token_of_another_link);
  return g_test_run ();
}
