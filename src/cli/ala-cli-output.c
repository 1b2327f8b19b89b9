/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ala-cli-progress.h"

#define ESCAPE "\033["

static const struct
{
  const char *sign;
  const char *ascii;
  const char *colour;
} marks[] = {
  [ALA_CLI_MARK_NONE] = { "", "", "" },
  [ALA_CLI_MARK_PASSED] = { "✓ ", "+ ", ESCAPE "32m" },
  [ALA_CLI_MARK_SKIPPED] = { "– ", "- ", ESCAPE "2m" },
  [ALA_CLI_MARK_WARNING] = { "! ", "! ", ESCAPE "33m" },
  [ALA_CLI_MARK_FAILED] = { "✗ ", "x ", ESCAPE "31m" },
};

/* Why standard output took something no more, 0 while it takes everything. */
static int output_errno;

gboolean
ala_cli_output_is_terminal (FILE *stream)
{
  const char *term = g_getenv ("TERM");

  return isatty (fileno (stream)) && term != NULL && !g_str_equal (term, "dumb");
}

static gboolean
has_colours (FILE *stream)
{
  const char *no_color = g_getenv ("NO_COLOR");

  /* The convention of no-color.org: set and not empty. */
  if (no_color != NULL && *no_color != '\0')
    return FALSE;

  return ala_cli_output_is_terminal (stream);
}

/* A reply may carry escape sequences that change what the terminal shows, or worse. */
static char *
make_harmless (char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
      else
        g_string_append_unichar (clean, 0xFFFD);
    }

  g_free (text);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* Whoever read along has gone: ends as every other program at a closed pipe does. The library for sockets has it ignored. A disk
 * that is full is told of in the end. */
static void
note_failure (FILE *stream,
              int   why)
{
  if (why == EPIPE)
    {
      signal (SIGPIPE, SIG_DFL);
      raise (SIGPIPE);
    }

  if (stream == stdout && output_errno == 0)
    output_errno = why;
}

static void
put (FILE       *stream,
     const char *text)
{
  ala_cli_progress_hide ();
  if (fputs (text, stream) == EOF)
    note_failure (stream, errno);
}

static void
flush (FILE *stream)
{
  if (fflush (stream) == EOF)
    note_failure (stream, errno);
}

char *
ala_cli_output_dup (const char *text)
{
  const char *charset;
  char *converted = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_get_charset (&charset))
    {
      g_autofree char *target = g_strconcat (charset, "//TRANSLIT", NULL);

      converted = g_convert_with_fallback (text, -1, target, "UTF-8", "?", NULL, NULL, NULL);
    }

  return converted != NULL ? converted : g_strdup (text);
}

static void
write_text (FILE       *stream,
            const char *text)
{
  g_autofree char *converted = ala_cli_output_dup (text);

  put (stream, converted);
}

static void
write_line (FILE       *stream,
            AlaCliMark  mark,
            const char *text)
{
  gboolean colours = has_colours (stream) && mark != ALA_CLI_MARK_NONE;

  if (colours)
    put (stream, marks[mark].colour);
  write_text (stream, g_get_charset (NULL) ? marks[mark].sign : marks[mark].ascii);
  if (colours)
    put (stream, ESCAPE "0m");

  write_text (stream, text);
  put (stream, "\n");
  flush (stream);
}

static char * G_GNUC_PRINTF (1, 0)
format_text (const char *format,
             va_list     args)
{
  return make_harmless (g_strdup_vprintf (format, args));
}

gboolean
ala_cli_print_end (GError **error)
{
  flush (stdout);
  if (output_errno == 0)
    return TRUE;

  ala_problem_set_error (error, ALA_PROBLEM_OUTPUT_FAILED, _("Standard output: %s."), g_strerror (output_errno));
  return FALSE;
}

void
ala_cli_print_utf8 (const char *text)
{
  g_return_if_fail (text != NULL);

  put (stdout, text);
  flush (stdout);
}

void
ala_cli_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = format_text (format, args);
  va_end (args);

  write_text (stdout, text);
}

void
ala_cli_print_line (AlaCliMark  mark,
                    const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = format_text (format, args);
  va_end (args);

  write_line (stdout, mark, text);
}

void
ala_cli_print_secret (AlaSecret *secret)
{
  const char *text;
  gsize length;

  g_return_if_fail (secret != NULL);

  text = ala_secret_peek (secret);
  length = ala_secret_get_length (secret);

  ala_cli_progress_hide ();

  /* Past the buffer of stdout, which would keep it. */
  flush (stdout);
  for (gsize done = 0; done < length;)
    {
      gssize n = write (STDOUT_FILENO, text + done, length - done);

      if (n < 0 && errno != EINTR)
        {
          note_failure (stdout, errno);
          return;
        }
      done += MAX (n, 0);
    }
  if (length == 0 || text[length - 1] != '\n')
    put (stdout, "\n");
  flush (stdout);
}

void
ala_cli_message (const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = format_text (format, args);
  va_end (args);

  write_line (stderr, ALA_CLI_MARK_NONE, text);
}

void
ala_cli_message_problem (AlaCliMark    mark,
                         const GError *error)
{
  AlaProblem problem;
  g_autofree char *title = NULL;

  g_return_if_fail (error != NULL);

  problem = ala_problem_from_error (error);

  /* Translators: a title, and the name of the problem for looking it up: “Jira wants to see a person first [captcha]” */
  title = g_strdup_printf (_("%s [%s]"), ala_problem_get_title (problem), ala_problem_get_id (problem));
  write_line (stderr, mark, title);
  ala_cli_message ("  %s", error->message);
  ala_cli_message (_("  Cause: %s"), ala_problem_get_cause (problem));
  ala_cli_message (_("  What to do: %s"), ala_problem_get_remedy (problem));
}

AlaCliStatus
ala_cli_fail (const GError *error)
{
  g_return_val_if_fail (error != NULL, ALA_CLI_FAILED);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ALA_CLI_NOT_RUN;

  ala_cli_message_problem (ALA_CLI_MARK_FAILED, error);
  return ALA_CLI_FAILED;
}
