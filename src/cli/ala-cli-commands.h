/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program ends with, besides what a signal makes of it. 64 is EX_USAGE of sysexits.h. */
typedef enum
{
  ALA_CLI_OK         = 0,
  ALA_CLI_WARNING    = 1,
  ALA_CLI_FAILED     = 2,
  ALA_CLI_NOT_RUN    = 3,
  ALA_CLI_USAGE      = 64,
} AlaCliStatus;

/**
 * AlaCliCommand:
 * @name: one word, or two for a command of a group: "key new"
 * @arguments: what comes behind the options, as in "URL" or "[CMD]"; "" for nothing. Only the brackets and the dots are read by
 *   the program: a word is one argument, in brackets it may be missing, with "…" there may be more of it. Marked with N_()
 * @summary: what it does, in a line; marked for translation with N_()
 * @description: (nullable): more about it, paragraphs separated by an empty line; marked with N_()
 * @options: (nullable): its options besides --help
 * @run: does it. @arguments are what is left behind the options, as many as @arguments allows, %NULL-terminated. Returns an
 *   #AlaCliStatus
 *
 * One row of the table of commands, from which everything that is told about them is made: help, suggestions, completions.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  AlaCliStatus (* run) (const char * const *arguments,
                        GCancellable       *cancellable);
} AlaCliCommand;

/** ala_cli_commands: The table, in the order in which help shows it; a row without a name ends it. */
extern const AlaCliCommand ala_cli_commands[];

/** ala_cli_command_get_arguments: Returns: what comes behind the options, in the language of the person */
const char *ala_cli_command_get_arguments (const AlaCliCommand *command);

/** ala_cli_command_find: Returns: (nullable): the command of that name */
const AlaCliCommand *ala_cli_command_find (const char *name);

G_END_DECLS
