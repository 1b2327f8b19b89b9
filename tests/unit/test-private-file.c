/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-private-file.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

#include "ala-test-folder.h"

static void
assert_written (const char *path,
                const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_private_file_write (path, text, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ala_test_folder_get_mode (path), ==, 0600);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static void
test_modes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("applink-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  const mode_t earlier[] = { 0644, 0666, 0400, 0640 };
  mode_t mask = umask (0);

  assert_written (path, "new");
  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    {
      g_assert_no_errno (g_chmod (path, earlier[i]));
      assert_written (path, i % 2 == 0 ? "longer than before" : "");
    }
  umask (mask);

  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

static void
test_length (void)
{
  g_autofree char *folder = g_dir_make_tmp ("applink-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (ala_private_file_write (path, "a\0bc", 3, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, "a\0b", 3);

  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

static void
test_failure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("applink-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "no-such-folder", "file", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ala_private_file_write (path, "text", -1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/private-file/modes", test_modes);
  g_test_add_func ("/private-file/length", test_length);
  g_test_add_func ("/private-file/failure", test_failure);

  return g_test_run ();
}
