/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ala-private-file.h"

/* The longest secret is a private key of 4096 bits, of about 3300 bytes. */
#define MAX_SIZE (64 * 1024)

static void
set_error_from_errno (GError     **error,
                      const char  *path,
                      int          saved_errno)
{
  ala_problem_set_error (error, ALA_PROBLEM_SECRET_FILE_FAILED,
                         /* Translators: the name of a file or folder, and what the system says about it */
                         _("“%s”: %s."), path, g_strerror (saved_errno));
}

gboolean
ala_secret_file_save (const char  *folder,
                      const char  *link,
                      const char  *name,
                      AlaSecret   *secret,
                      GError     **error)
{
  g_autofree char *link_folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) write_error = NULL;

  g_return_val_if_fail (folder != NULL && link != NULL && name != NULL && secret != NULL, FALSE);

  /* chmod too, since an earlier folder of that name may be open to others. */
  link_folder = g_build_filename (folder, link, NULL);
  if (g_mkdir_with_parents (link_folder, 0700) != 0 || g_chmod (link_folder, 0700) != 0)
    {
      set_error_from_errno (error, link_folder, errno);
      return FALSE;
    }

  path = g_build_filename (link_folder, name, NULL);
  if (!ala_private_file_write (path, ala_secret_peek (secret), (gssize) ala_secret_get_length (secret), &write_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_SECRET_FILE_FAILED, "%s", write_error->message);
      return FALSE;
    }

  return TRUE;
}

/* Returns: whether all @length bytes came. */
static gboolean
read_fully (int   fd,
            char *buffer,
            gsize length)
{
  while (length > 0)
    {
      ssize_t n = read (fd, buffer, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO; /* somebody cut the file short while it was read */
      if (n <= 0)
        return FALSE;
      buffer += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static AlaSecret *
load_from_descriptor (int          fd,
                      const char  *path,
                      GError     **error)
{
  AlaSecret *secret = NULL;
  struct stat status;
  char *buffer;

  if (fstat (fd, &status) != 0)
    {
      set_error_from_errno (error, path, errno);
      return NULL;
    }
  if (!S_ISREG (status.st_mode) || status.st_size > MAX_SIZE)
    {
      set_error_from_errno (error, path, EINVAL);
      return NULL;
    }
  if ((status.st_mode & 077) != 0)
    {
      if (fchmod (fd, 0600) != 0)
        {
          set_error_from_errno (error, path, errno);
          return NULL;
        }
      g_warning ("“%s” could be read by other people; its permissions were mended", path);
    }

  buffer = g_malloc ((gsize) status.st_size + 1);
  if (read_fully (fd, buffer, (gsize) status.st_size))
    secret = ala_secret_new (buffer, status.st_size);
  else
    set_error_from_errno (error, path, errno);
  ala_secret_wipe (buffer, (gsize) status.st_size);
  g_free (buffer);

  return secret;
}

AlaSecret *
ala_secret_file_load (const char  *folder,
                      const char  *link,
                      const char  *name,
                      GError     **error)
{
  g_autofree char *path = NULL;
  AlaSecret *secret;
  int fd;

  g_return_val_if_fail (folder != NULL && link != NULL && name != NULL, NULL);

  /* Neither a symbolic link nor a named pipe, which would block, is what we have written. */
  path = g_build_filename (folder, link, name, NULL);
  fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  if (fd < 0 && errno == ENOENT)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SECRETS_MISSING, _("There is no file “%s”."), path);
      return NULL;
    }
  if (fd < 0)
    {
      set_error_from_errno (error, path, errno);
      return NULL;
    }

  secret = load_from_descriptor (fd, path, error);
  close (fd);

  return secret;
}

static gboolean
remove_file (const char  *path,
             GError     **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  set_error_from_errno (error, path, errno);
  return FALSE;
}

static gboolean
clear_folder (const char  *link_folder,
              GError     **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) open_error = NULL;
  const char *name;

  dir = g_dir_open (link_folder, 0, &open_error);
  if (dir == NULL)
    {
      if (g_error_matches (open_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      ala_problem_set_error (error, ALA_PROBLEM_SECRET_FILE_FAILED, "%s", open_error->message);
      return FALSE;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (link_folder, name, NULL);

      if (!remove_file (path, error))
        return FALSE;
    }

  if (g_rmdir (link_folder) != 0 && errno != ENOENT)
    {
      set_error_from_errno (error, link_folder, errno);
      return FALSE;
    }

  return TRUE;
}

gboolean
ala_secret_file_clear (const char  *folder,
                       const char  *link,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && link != NULL, FALSE);

  path = g_build_filename (folder, link, name, NULL);
  return name != NULL ? remove_file (path, error) : clear_folder (path, error);
}
