/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stdio.h>

#include "ala-cli-commands.h"
#include "ala-problem.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/*
 * What the program says: data goes to standard output, messages to standard error. Colours are used on a terminal only, and not
 * when NO_COLOR is set. What came from a server may hold anything: control characters are replaced before they reach a terminal.
 */

/** AlaCliMark: How a line begins: what became of the thing that it tells of. */
typedef enum
{
  ALA_CLI_MARK_NONE,
  ALA_CLI_MARK_PASSED,
  ALA_CLI_MARK_SKIPPED,
  ALA_CLI_MARK_WARNING,
  ALA_CLI_MARK_FAILED,
} AlaCliMark;

/** ala_cli_output_is_terminal: Returns: whether @stream leads to a terminal that can move its cursor and show colours */
gboolean ala_cli_output_is_terminal (FILE *stream);

/**
 * ala_cli_output_dup:
 *
 * In a locale without UTF-8 the typographic characters turn into what comes nearest.
 *
 * Returns: (transfer full): @text in the encoding of the locale
 */
char *ala_cli_output_dup (const char *text);

/** ala_cli_print: Writes text as it is to standard output. */
void ala_cli_print         (const char   *format,
                            ...) G_GNUC_PRINTF (1, 2);

/** ala_cli_print_utf8: Writes text of programs to standard output at once: UTF-8 in every locale, with nothing replaced. */
void ala_cli_print_utf8    (const char   *text);

/**
 * ala_cli_print_end:
 *
 * Sees to it that what was printed has left, or that a closed pipe ends the program.
 *
 * Returns: whether all of it could be written; %ALA_PROBLEM_OUTPUT_FAILED
 */
gboolean ala_cli_print_end (GError      **error);

/** ala_cli_print_line: Writes a line to standard output at once, also into a pipe. */
void ala_cli_print_line    (AlaCliMark    mark,
                            const char   *format,
                            ...) G_GNUC_PRINTF (2, 3);

/** ala_cli_print_secret: Writes @secret to standard output, ending in a newline, and leaves no copy of it in memory. */
void ala_cli_print_secret  (AlaSecret    *secret);

/** ala_cli_message: Writes a line to standard error. */
void ala_cli_message       (const char   *format,
                            ...) G_GNUC_PRINTF (1, 2);

/** ala_cli_message_problem: Tells of @error on standard error: title, what was seen, cause, remedy and the stable id. */
void ala_cli_message_problem (AlaCliMark    mark,
                              const GError *error);

/**
 * ala_cli_fail:
 * @error: why a command could not do what it is for
 *
 * Tells of @error, unless it is that somebody stopped the command.
 *
 * Returns: what the command ends with
 */
AlaCliStatus ala_cli_fail    (const GError *error);

G_END_DECLS
