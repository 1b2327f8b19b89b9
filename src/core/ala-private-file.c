/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-private-file.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

gboolean
ala_private_file_write (const char  *path,
                        const char  *text,
                        gssize       length,
                        GError     **error)
{
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* Newer versions of GLib hand the mode of the file that is replaced on to its successor, so that one is closed first. */
  if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) && (status.st_mode & 0777) != 0600 &&
      g_chmod (path, 0600) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "%s: %s", path, g_strerror (saved_errno));
      return FALSE;
    }

  return g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}
