/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-folder.h"

#include <glib/gstdio.h>

void
ala_test_folder_remove (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      ala_test_folder_remove (child);
    }
  g_assert_no_errno (g_remove (path));
}

guint
ala_test_folder_get_mode (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_lstat (path, &status));
  return status.st_mode & 07777;
}
