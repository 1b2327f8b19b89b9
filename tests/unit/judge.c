/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "judge.h"

#include <stdlib.h>

#include <glib/gstdio.h>

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static const char *
get_folder (void)
{
  if (folder == NULL)
    {
      g_autoptr (GError) error = NULL;

      folder = g_dir_make_tmp ("applink-judge-XXXXXX", &error);
      g_assert_no_error (error);
      atexit (remove_folder);
    }

  return folder;
}

char *
judge_path (const char *name)
{
  return g_build_filename (get_folder (), name, NULL);
}

char *
judge_write (const char *name,
             const void *data,
             gssize      length)
{
  g_autofree char *path = judge_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

char *
judge_read (const char *name,
            gsize      *length)
{
  g_autofree char *path = judge_path (name);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static gboolean
run (const char  *command,
     va_list      arguments,
     char       **printed,
     char       **complained)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (const char *argument = command; argument != NULL; argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (gpointer) argument);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, get_folder ());
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, printed, complained, &error);
  g_assert_no_error (error);

  return g_subprocess_get_successful (process);
}

char *
judge_ask (const char *command,
           ...)
{
  g_autofree char *printed = NULL;
  g_autofree char *complained = NULL;
  va_list arguments;

  va_start (arguments, command);
  if (!run (command, arguments, &printed, &complained))
    g_error ("%s refused: %s%s", command, printed, complained);
  va_end (arguments);

  return g_steal_pointer (&printed);
}

gboolean
judge_accepts (const char *command,
               ...)
{
  g_autofree char *printed = NULL;
  g_autofree char *complained = NULL;
  va_list arguments;
  gboolean accepted;

  va_start (arguments, command);
  accepted = run (command, arguments, &printed, &complained);
  va_end (arguments);

  if (!accepted)
    g_test_message ("%s refused: %s%s", command, printed, complained);
  return accepted;
}
