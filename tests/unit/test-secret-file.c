/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-secret-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "ala-test-folder.h"

#define LINK "2f1d7a5e-9d1c-4b0e-8a44-0d5a3b6c7e8f"

typedef struct
{
  char *root;
  char *folder;      /* below root; has to be made */
  char *link_folder; /* below folder */
  char *path;        /* of the private key */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("ala-secret-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "data", "secrets", NULL);
  fixture->link_folder = g_build_filename (fixture->folder, LINK, NULL);
  fixture->path = g_build_filename (fixture->link_folder, "private-key", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ala_test_folder_remove (fixture->root);
  g_free (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->link_folder);
  g_free (fixture->path);
}

static void
save (Fixture    *fixture,
      const char *name,
      const char *text)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_secret_file_save (fixture->folder, LINK, name, secret, &error));
  g_assert_no_error (error);
}

static void
assert_loads (Fixture    *fixture,
              const char *name,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = ala_secret_file_load (fixture->folder, LINK, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_secret_peek (secret), ==, expected);
}

static void
assert_load_fails (Fixture    *fixture,
                   const char *name,
                   AlaProblem  problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_secret_file_load (fixture->folder, LINK, name, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
}

static void
test_save_and_load (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (3300, 'k');

  assert_load_fails (fixture, "private-key", ALA_PROBLEM_SECRETS_MISSING);
  save (fixture, "private-key", longest);
  save (fixture, "access-token", "tökén\n");
  save (fixture, "empty", "");
  assert_loads (fixture, "private-key", longest);
  assert_loads (fixture, "access-token", "tökén\n");
  assert_loads (fixture, "empty", "");
  save (fixture, "private-key", "shorter");
  assert_loads (fixture, "private-key", "shorter");
  assert_load_fails (fixture, "other", ALA_PROBLEM_SECRETS_MISSING);
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  mode_t mask = umask (0);

  save (fixture, "private-key", "text");
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->link_folder), ==, 0700);
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->folder), ==, 0700);

  g_assert_no_errno (g_chmod (fixture->path, 0644));
  g_assert_no_errno (g_chmod (fixture->link_folder, 0755));
  save (fixture, "private-key", "text");
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->link_folder), ==, 0700);
  umask (mask);
}

static void
test_mends_modes (Fixture       *fixture,
                  gconstpointer  data)
{
  save (fixture, "private-key", "text");
  g_assert_no_errno (g_chmod (fixture->path, 0640));
  g_test_expect_message ("applink", G_LOG_LEVEL_WARNING, "*private-key*could be read by other people*");
  assert_loads (fixture, "private-key", "text");
  g_test_assert_expected_messages ();
  g_assert_cmpuint (ala_test_folder_get_mode (fixture->path), ==, 0600);
}

static void
test_not_a_plain_file (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->link_folder, "pipe", NULL);
  g_autofree char *symbolic = g_build_filename (fixture->link_folder, "symbolic", NULL);
  g_autofree char *huge = g_build_filename (fixture->link_folder, "huge", NULL);
  g_autofree char *text = g_strnfill (70000, 'k');

  save (fixture, "private-key", "text");
  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_no_errno (symlink ("private-key", symbolic));
  g_assert_true (g_file_set_contents_full (huge, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
  assert_load_fails (fixture, "pipe", ALA_PROBLEM_SECRET_FILE_FAILED);
  assert_load_fails (fixture, "symbolic", ALA_PROBLEM_SECRET_FILE_FAILED);
  assert_load_fails (fixture, "huge", ALA_PROBLEM_SECRET_FILE_FAILED);
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  save (fixture, "private-key", "text");
  save (fixture, "access-token", "text");
  save (fixture, "private-key.A1B2C3", "left behind by a crash");
  g_assert_true (ala_secret_file_clear (fixture->folder, LINK, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->link_folder, G_FILE_TEST_EXISTS));
  g_assert_true (ala_secret_file_clear (fixture->folder, LINK, NULL, &error));
  g_assert_no_error (error);
}

static void
test_clear_one (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  save (fixture, "private-key", "text");
  save (fixture, "access-token", "text");
  g_assert_true (ala_secret_file_clear (fixture->folder, LINK, "access-token", &error));
  g_assert_true (ala_secret_file_clear (fixture->folder, LINK, "access-token", &error));
  g_assert_true (ala_secret_file_clear (fixture->folder, "no-such-link", "access-token", &error));
  g_assert_no_error (error);
  assert_load_fails (fixture, "access-token", ALA_PROBLEM_SECRETS_MISSING);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));

  g_assert_true (ala_secret_file_clear (fixture->folder, LINK, NULL, &error));
  g_assert_no_errno (g_mkdir_with_parents (fixture->path, 0700));
  g_assert_false (ala_secret_file_clear (fixture->folder, LINK, "private-key", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
}

static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (AlaSecret) secret = ala_secret_new ("swordfish", -1);
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (parent, "a file where the folder should be", -1, NULL));
  g_assert_false (ala_secret_file_save (fixture->folder, LINK, "private-key", secret, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
  g_assert_null (strstr (error->message, "swordfish"));
  assert_load_fails (fixture, "private-key", ALA_PROBLEM_SECRET_FILE_FAILED);
  g_clear_error (&error);
  g_assert_false (ala_secret_file_clear (fixture->folder, LINK, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
}

static void
test_folder_in_the_way (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (AlaSecret) secret = ala_secret_new ("swordfish", -1);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (fixture->path, 0700));
  g_assert_false (ala_secret_file_save (fixture->folder, LINK, "private-key", secret, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
  assert_load_fails (fixture, "private-key", ALA_PROBLEM_SECRET_FILE_FAILED);
  g_clear_error (&error);
  g_assert_false (ala_secret_file_clear (fixture->folder, LINK, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/secret-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("save-and-load", test_save_and_load);
  ADD ("modes", test_modes);
  ADD ("mends-modes", test_mends_modes);
  ADD ("not-a-plain-file", test_not_a_plain_file);
  ADD ("clear", test_clear);
  ADD ("clear-one", test_clear_one);
  ADD ("in-the-way", test_in_the_way);
  ADD ("folder-in-the-way", test_folder_in_the_way);
  return g_test_run ();
}
