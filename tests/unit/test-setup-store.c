/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-setup-store.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "ala-test-folder.h"

/* The program itself, for the test that kills a copy of it. */
static const char *program;

typedef struct
{
  char *root;
  char *folder; /* below root; the store has to make it */
  AlaSetupStore *store;
  GString *changes;
} Fixture;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static AlaSetupStore *
new_store (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return ala_setup_store_new (file);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("ala-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "data", "links", NULL);
  fixture->store = new_store (fixture->folder);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->store, "items-changed", G_CALLBACK (changed_cb), fixture->changes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->changes, TRUE);
  ala_test_folder_remove (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->root);
}

static char *
dup_path (Fixture  *fixture,
          AlaSetup *setup)
{
  g_autofree char *name = g_strconcat (ala_setup_get_id (setup), ".json", NULL);

  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (fixture->folder, 0700));
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
save (Fixture  *fixture,
      AlaSetup *setup)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_setup_store_save (fixture->store, setup, &error));
  g_assert_no_error (error);
}

static void
assert_first (AlaSetupStore *store,
              AlaSetup      *setup)
{
  g_autoptr (AlaSetup) first = g_list_model_get_item (G_LIST_MODEL (store), 0);

  g_assert_true (first == setup);
}

static guint
count (AlaSetupStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
test_save_and_load (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaSetupStore) again = new_store (fixture->folder);
  g_autoptr (AlaSetup) loaded = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ala_setup_set_jira_url (setup, "https://jira.example.com");
  save (fixture, setup);
  g_assert_cmpint (ala_setup_get_changed (setup), >=, now);

  g_assert_true (ala_setup_store_load (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (again), ==, 1);
  loaded = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (again), 1));
  g_assert_cmpstr (ala_setup_get_id (loaded), ==, ala_setup_get_id (setup));
  g_assert_cmpstr (ala_setup_get_jira_url (loaded), ==, "https://jira.example.com");
  g_assert_cmpint (ala_setup_get_changed (loaded), ==, ala_setup_get_changed (setup));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (again)) == ALA_TYPE_SETUP);
}

static void
test_nothing_there (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_setup_store_load (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture->store), ==, 0);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *path = dup_path (fixture, setup);
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  mode_t mask = umask (0);

  save (fixture, setup);
  g_assert_cmpuint (ala_test_folder_get_mode (path), ==, 0600);
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->folder), ==, 0700);
  g_assert_cmpuint (ala_test_folder_get_mode (parent), ==, 0700);

  g_assert_no_errno (g_chmod (path, 0644));
  save (fixture, setup);
  g_assert_cmpuint (ala_test_folder_get_mode (path), ==, 0600);
  umask (mask);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AlaSetup) a = ala_setup_new ();
  g_autoptr (AlaSetup) b = ala_setup_new ();
  g_autoptr (AlaSetup) c = ala_setup_new ();

  save (fixture, a);
  save (fixture, b);
  save (fixture, c);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1 0-0+1 0-0+1 ");
  assert_first (fixture->store, c);

  g_string_truncate (fixture->changes, 0);
  save (fixture, c);
  g_assert_cmpstr (fixture->changes->str, ==, "");
  save (fixture, a);
  g_assert_cmpstr (fixture->changes->str, ==, "0-3+3 ");
  assert_first (fixture->store, a);
  g_assert_cmpuint (count (fixture->store), ==, 3);
}

static void
test_load_sorts (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *ids[] = {
    "00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000002",
    "00000000-0000-4000-8000-000000000003",
  };
  static const int changed[] = { 20, 10, 30 };
  static const int expected[] = { 30, 20, 10 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strconcat (ids[i], ".json", NULL);
      g_autofree char *text = g_strdup_printf ("{ \"format\": 1, \"id\": \"%s\", \"changed\": %d }", ids[i], changed[i]);

      write_file (fixture, name, text);
    }

  g_assert_true (ala_setup_store_load (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+3 ");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_cmpint (ala_setup_get_changed (setup), ==, expected[i]);
    }
}

/* All within a second: what was saved last is first after the next start too. */
static void
test_saved_at_once (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (AlaSetup) one = ala_setup_new ();
  g_autoptr (AlaSetup) two = ala_setup_new ();
  g_autoptr (AlaSetup) three = ala_setup_new ();
  AlaSetup *setups[] = { one, two, three };
  static const guint order[] = { 0, 1, 2, 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (AlaSetupStore) again = new_store (fixture->folder);
      g_autoptr (AlaSetup) first = NULL;
      g_autoptr (GError) error = NULL;

      save (fixture, setups[order[i]]);
      g_assert_true (ala_setup_store_load (again, &error));
      g_assert_no_error (error);
      first = g_list_model_get_item (G_LIST_MODEL (again), 0);
      g_assert_cmpstr (ala_setup_get_id (first), ==, ala_setup_get_id (setups[order[i]]));
    }
}

/* A page holds a link with changes that are not saved yet; meanwhile the command line adds another link and removes a third. */
static void
test_load_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (AlaSetupStore) other_store = new_store (fixture->folder);
  g_autoptr (AlaSetup) held = ala_setup_new ();
  g_autoptr (AlaSetup) gone = ala_setup_new ();
  g_autoptr (AlaSetup) added = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  save (fixture, held);
  save (fixture, gone);
  ala_setup_set_jira_url (held, "https://not-saved-yet.example.com");
  g_assert_true (ala_setup_store_save (other_store, added, &error));
  g_assert_true (ala_setup_store_delete (other_store, gone, &error));
  g_assert_no_error (error);

  g_assert_true (ala_setup_store_load (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture->store), ==, 2);
  g_assert_true (ala_setup_store_find (fixture->store, ala_setup_get_id (held)) == held);
  g_assert_cmpstr (ala_setup_get_jira_url (held), ==, "https://not-saved-yet.example.com");
  g_assert_nonnull (ala_setup_store_find (fixture->store, ala_setup_get_id (added)));
  g_assert_null (ala_setup_store_find (fixture->store, ala_setup_get_id (gone)));
}

/* Each of these stays as it is, is named, and does not keep the good one from being loaded. */
static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *name, *text;
  } files[] = {
    { "damaged.json", "{ \"format\": 1, \"id\"" },
    { "empty.json", "" },
    { "newer.json", "{ \"format\": 99, \"id\": \"00000000-0000-4000-8000-000000000001\" }" },
    { "copy of a link.json", "{ \"format\": 1, \"id\": \"00000000-0000-4000-8000-000000000001\" }" },
  };
  g_autoptr (AlaSetup) good = ala_setup_new ();

  save (fixture, good);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autofree char *left = NULL;
      g_autoptr (GError) error = NULL;

      write_file (fixture, files[i].name, files[i].text);
      g_assert_false (ala_setup_store_load (fixture->store, &error));
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_UNREADABLE);
      g_assert_nonnull (strstr (error->message, files[i].name));
      g_assert_cmpuint (count (fixture->store), ==, 1);
      assert_first (fixture->store, good);

      g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
      g_assert_cmpstr (left, ==, files[i].text);
      g_assert_no_errno (g_remove (path));
    }
}

static void
test_several_bad_files (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.json", NULL);
  g_autofree char *huge = g_strnfill (300 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  write_file (fixture, "huge.json", huge);
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_false (ala_setup_store_load (fixture->store, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "2 files"));
}

static void
test_left_behind_by_a_crash (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "00000000-0000-4000-8000-000000000001.json.A1B2C3", "{ \"form");
  g_assert_true (ala_setup_store_load (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture->store), ==, 0);
}

/* A copy of this program saves two states of one link in turn, as fast as it can, until it is killed. */
static G_NORETURN void
save_until_killed (const char *folder)
{
  g_autoptr (AlaSetupStore) store = new_store (folder);
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *shorter = g_strnfill (100, 'a');
  g_autofree char *longer = g_strnfill (50000, 'b');

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) error = NULL;

      g_object_set (setup, "title", i % 2 == 0 ? shorter : longer, NULL);
      if (!ala_setup_store_save (store, setup, &error))
        g_error ("%s", error->message);
      if (i == 1)
        {
          g_print ("saving\n");
          fflush (stdout);
        }
    }
}

static void
test_killed_while_saving (Fixture       *fixture,
                          gconstpointer  data)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GDataInputStream) output = NULL;
      g_autoptr (AlaSetupStore) store = new_store (fixture->folder);
      g_autofree char *line = NULL;

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--save-until-killed", fixture->folder, NULL);
      g_assert_no_error (error);
      output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      line = g_data_input_stream_read_line (output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (line, ==, "saving");

      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, &error));
      g_assert_true (g_subprocess_get_if_signaled (process));
      g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);

      g_assert_true (ala_setup_store_load (store, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count (store), ==, round + 1);
      for (guint i = 0; i <= round; i++)
        {
          g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (store), i);
          gsize length = strlen (ala_setup_get_title (setup));

          g_assert_true (length == 100 || length == 50000);
        }
    }
}

static void
test_not_saved (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autoptr (GError) error = NULL;

  /* A file where the folder should be: it stops root too, unlike a folder without permission to write. */
  g_assert_true (g_file_set_contents (parent, "in the way", -1, NULL));
  ala_setup_set_changed (setup, 7);
  g_assert_false (ala_setup_store_save (fixture->store, setup, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_NOT_SAVED);
  g_assert_cmpint (ala_setup_get_changed (setup), ==, 7);
  g_assert_cmpuint (count (fixture->store), ==, 0);

  g_clear_error (&error);
  g_assert_false (ala_setup_store_load (fixture->store, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_UNREADABLE);
}

static void
test_not_replaced (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *path = dup_path (fixture, setup);
  g_autofree char *blocker = g_build_filename (path, "child", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (blocker, 0700));
  g_assert_false (ala_setup_store_save (fixture->store, setup, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_NOT_SAVED);
  g_clear_error (&error);
  g_assert_false (ala_setup_store_delete (fixture->store, setup, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_NOT_SAVED);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (AlaSetup) a = ala_setup_new ();
  g_autoptr (AlaSetup) b = ala_setup_new ();
  g_autoptr (AlaSetup) never_saved = ala_setup_new ();
  g_autofree char *path = dup_path (fixture, a);
  g_autoptr (GError) error = NULL;

  save (fixture, a);
  save (fixture, b);
  g_string_truncate (fixture->changes, 0);
  g_assert_true (ala_setup_store_delete (fixture->store, a, &error));
  g_assert_true (ala_setup_store_delete (fixture->store, never_saved, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->changes->str, ==, "1-1+0 ");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_first (fixture->store, b);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *ids[] = { "aaaa0000-0000-4000-8000-000000000001", "aaaa1111-0000-4000-8000-000000000002" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (AlaSetup) setup = g_object_new (ALA_TYPE_SETUP, "id", ids[i], NULL);

      save (fixture, setup);
    }

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (ala_setup_get_id (ala_setup_store_find (fixture->store, ids[i])), ==, ids[i]);
  g_assert_cmpstr (ala_setup_get_id (ala_setup_store_find (fixture->store, "aaaa1")), ==, ids[1]);
  g_assert_null (ala_setup_store_find (fixture->store, "aaaa"));
  g_assert_null (ala_setup_store_find (fixture->store, "b"));
  g_assert_null (ala_setup_store_find (fixture->store, ""));
}

static void
test_default_folder (void)
{
  g_autoptr (AlaSetupStore) store = NULL;
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *name = g_strconcat (ala_setup_get_id (setup), ".json", NULL);
  g_autofree char *root = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing in this program has asked for the user's folder before, so GLib reads the variable now. */
  root = g_dir_make_tmp ("ala-store-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_true (g_setenv ("XDG_DATA_HOME", root, TRUE));
  g_assert_cmpstr (g_get_user_data_dir (), ==, root);

  store = ala_setup_store_new (NULL);
  g_assert_true (ala_setup_store_save (store, setup, &error));
  g_assert_no_error (error);
  path = g_build_filename (root, "applink-assistant", "links", name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  ala_test_folder_remove (root);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--save-until-killed"))
    save_until_killed (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/setup-store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("save-and-load", test_save_and_load);
  ADD ("nothing-there", test_nothing_there);
  ADD ("modes", test_modes);
  ADD ("order", test_order);
  ADD ("load-sorts", test_load_sorts);
  ADD ("saved-at-once", test_saved_at_once);
  ADD ("load-again", test_load_again);
  ADD ("bad-files", test_bad_files);
  ADD ("several-bad-files", test_several_bad_files);
  ADD ("left-behind-by-a-crash", test_left_behind_by_a_crash);
  ADD ("killed-while-saving", test_killed_while_saving);
  ADD ("not-saved", test_not_saved);
  ADD ("not-replaced", test_not_replaced);
  ADD ("delete", test_delete);
  ADD ("find", test_find);
  g_test_add_func ("/setup-store/default-folder", test_default_folder);
  return g_test_run ();
}
