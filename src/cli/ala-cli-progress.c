/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ala-cli-output.h"

#define USUAL_COLUMNS 80
#define ERASE_LINE "\r\033[K"

static struct
{
  char *text;    /* (nullable): what is under way */
  gint64 since;  /* when it began, in microseconds */
  guint clock;   /* source that writes the line anew each second */
  gboolean seen; /* whether the line is on the terminal right now */
} progress;

static guint
get_columns (void)
{
  struct winsize size;

  return ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : USUAL_COLUMNS;
}

/* A line that is longer than the terminal is wide could not be erased by going back to its beginning. */
static void
draw (void)
{
  gint64 seconds = (g_get_monotonic_time () - progress.since) / G_USEC_PER_SEC;
  g_autofree char *line = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *shown = NULL;

  if (seconds > 0)
    /* Translators: what is under way, and for how many seconds */
    line = g_strdup_printf (_("%s… %d s"), progress.text, (int) seconds);
  else
    /* Translators: what is under way */
    line = g_strdup_printf (_("%s…"), progress.text);
  cut = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), (glong) get_columns () - 1));
  shown = ala_cli_output_dup (cut);

  fprintf (stderr, ERASE_LINE "%s", shown);
  fflush (stderr);
  progress.seen = TRUE;
}

static gboolean
draw_cb (gpointer unused)
{
  draw ();
  return G_SOURCE_CONTINUE;
}

void
ala_cli_progress_show (const char *text)
{
  g_return_if_fail (text != NULL);

  if (!ala_cli_output_is_terminal (stderr))
    return;

  if (progress.clock == 0)
    {
      progress.since = g_get_monotonic_time ();
      progress.clock = g_timeout_add_seconds (1, draw_cb, NULL);
    }
  g_free (progress.text);
  progress.text = g_strdup (text);
  draw ();
}

void
ala_cli_progress_hide (void)
{
  if (!progress.seen)
    return;

  fputs (ERASE_LINE, stderr);
  fflush (stderr);
  progress.seen = FALSE;
}

void
ala_cli_progress_end (void)
{
  ala_cli_progress_hide ();
  g_clear_handle_id (&progress.clock, g_source_remove);
  g_clear_pointer (&progress.text, g_free);
}
