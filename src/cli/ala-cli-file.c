/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ala-private-file.h"
#include "ala-problem.h"

static void
set_unreadable (GError     **error,
                const char  *path,
                const char  *why)
{
  ala_problem_set_error (error, ALA_PROBLEM_KEY_FILE_UNREADABLE, "%s: %s", path, why);
}

/* What is at the other end of a pipe or a terminal may keep us waiting, and meanwhile nothing turns the main loop, which would hear
 * Ctrl+C. Nothing is under way then that would have to be undone, so a signal may end the program by itself. */
typedef struct
{
  struct sigaction interrupt;
  struct sigaction terminate;
} Handlers;

static void
let_signals_end (Handlers *before)
{
  const struct sigaction usual = { .sa_handler = SIG_DFL };

  sigaction (SIGINT, &usual, &before->interrupt);
  sigaction (SIGTERM, &usual, &before->terminate);
}

static void
take_signals_back (Handlers *before)
{
  int saved_errno = errno;

  sigaction (SIGINT, &before->interrupt, NULL);
  sigaction (SIGTERM, &before->terminate, NULL);
  errno = saved_errno;
}

AlaSecret *
ala_cli_read_secret (const char  *path,
                     gsize        max,
                     GError     **error)
{
  gboolean standard_input;
  AlaSecret *secret = NULL;
  Handlers handlers;
  gsize length = 0;
  gssize n;
  char *buffer;
  int fd, failure;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  standard_input = g_str_equal (path, "-");
  let_signals_end (&handlers);
  fd = standard_input ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      take_signals_back (&handlers);
      set_unreadable (error, path, g_strerror (errno));
      return NULL;
    }

  /* One byte more than allowed tells whether there is too much. */
  buffer = g_malloc (max + 1);
  do
    {
      n = read (fd, buffer + length, max + 1 - length);
      failure = errno;
      if (n > 0)
        length += n;
    }
  while (length <= max && (n > 0 || (n < 0 && failure == EINTR)));
  take_signals_back (&handlers);

  if (n < 0)
    set_unreadable (error, path, g_strerror (failure));
  else if (length > max)
    set_unreadable (error, path, _("the file is too large"));
  else
    secret = ala_secret_new (buffer, length);

  ala_secret_wipe (buffer, max + 1);
  g_free (buffer);
  if (!standard_input)
    g_close (fd, NULL);

  return secret;
}

static void
set_not_saved (GError     **error,
               const char  *path,
               int          why)
{
  ala_problem_set_error (error, ALA_PROBLEM_FILE_NOT_SAVED, "%s: %s", path, g_strerror (why));
}

/* Returns: whether all of @text went there; errno says why not */
static gboolean
write_all (int         fd,
           const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      text += n;
      length -= n;
    }

  return TRUE;
}

static gboolean
write_new (const char  *path,
           const char  *text,
           int          mode,
           GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

  if (fd < 0)
    {
      if (errno == EEXIST)
        ala_problem_set_error (error, ALA_PROBLEM_FILE_NOT_SAVED,
                               _("%s exists already. “--force” replaces it."), path);
      else
        set_not_saved (error, path, errno);
      return FALSE;
    }

  /* On a full disk some systems say so only when it is to be kept. */
  if (!write_all (fd, text) || fsync (fd) != 0)
    {
      set_not_saved (error, path, errno);
      g_close (fd, NULL);
      g_unlink (path);
      return FALSE;
    }

  return g_close (fd, error);
}

/* A pipe, a terminal or a device, as /dev/stdout or a shell’s >(…). There is nothing in it that would be replaced. */
static gboolean
is_way_out (const char *path)
{
  GStatBuf status;

  return g_str_has_prefix (path, "/dev/")
         || (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode));
}

static gboolean
write_out (const char  *path,
           const char  *text,
           GError     **error)
{
  Handlers handlers;
  gboolean written;
  int fd;

  let_signals_end (&handlers);
  fd = g_open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC, 0);
  written = fd >= 0 && write_all (fd, text);
  take_signals_back (&handlers);
  if (!written)
    {
      set_not_saved (error, path, errno);
      if (fd >= 0)
        g_close (fd, NULL);
      return FALSE;
    }

  return g_close (fd, error);
}

gboolean
ala_cli_write_file (const char  *path,
                    const char  *text,
                    gboolean     private,
                    gboolean     force,
                    GError     **error)
{
  const int mode = private ? 0600 : 0666;
  g_autoptr (GError) failure = NULL;
  gboolean written;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (is_way_out (path))
    return write_out (path, text, error);
  if (!force || !g_file_test (path, G_FILE_TEST_EXISTS))
    return write_new (path, text, mode, error);

  if (private)
    written = ala_private_file_write (path, text, -1, &failure);
  else
    written = g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                        0644, &failure);
  if (!written)
    {
      ala_problem_set_error (error, ALA_PROBLEM_FILE_NOT_SAVED, "%s", failure->message);
      return FALSE;
    }

  return TRUE;
}
