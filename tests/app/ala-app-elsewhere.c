/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-elsewhere.h"

#include "ala-app-driver.h"

typedef struct
{
  char *text;
  gboolean done;
} Run;

gboolean
ala_app_is_wayland (void)
{
  return g_getenv ("WAYLAND_DISPLAY") != NULL;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &run->text, NULL, NULL);
  run->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Run *) data)->done;
}

char *
ala_app_run_elsewhere (const char        *input,
                       const char *const *command)
{
  GSubprocessFlags flags = input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                         : G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { NULL, FALSE };

  process = g_subprocess_newv (command, flags | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, input, NULL, on_done, &run);
  ala_app_wait (command[0], is_done, &run);

  return run.text != NULL ? run.text : g_strdup ("");
}

char *
ala_app_read_elsewhere (void)
{
  static const char *const x11[] = { "xclip", "-selection", "clipboard", "-target", "UTF8_STRING", "-out", NULL };
  static const char *const wayland[] = { "wl-paste", "--no-newline", NULL };

  return ala_app_run_elsewhere (NULL, ala_app_is_wayland () ? wayland : x11);
}

char *
ala_app_list_elsewhere (void)
{
  static const char *const x11[] = { "xclip", "-selection", "clipboard", "-target", "TARGETS", "-out", NULL };
  static const char *const wayland[] = { "wl-paste", "--list-types", NULL };

  return ala_app_run_elsewhere (NULL, ala_app_is_wayland () ? wayland : x11);
}

void
ala_app_copy_elsewhere (const char *text)
{
  static const char *const x11[] = { "xclip", "-selection", "clipboard", "-in", NULL };
  static const char *const wayland[] = { "wl-copy", NULL };

  g_free (ala_app_run_elsewhere (text, ala_app_is_wayland () ? wayland : x11));
}
