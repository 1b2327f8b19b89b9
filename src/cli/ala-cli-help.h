/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* What the table of commands says of itself. */

/**
 * ala_cli_help_new_context:
 * @help: (out): is set when --help is among the options
 *
 * Returns: (transfer full): the options of @command
 */
GOptionContext *ala_cli_help_new_context (const AlaCliCommand *command,
                                          gboolean            *help);

/**
 * ala_cli_help_dup_list:
 * @group: (nullable): the first word of the commands to list, %NULL for all
 *
 * Returns: (transfer full): a line for each command, what it takes and what it does
 */
char           *ala_cli_help_dup_list    (const char          *group);

/** ala_cli_help_dup_overview: Returns: (transfer full): what the program is and which commands it has */
char           *ala_cli_help_dup_overview (void);

/** ala_cli_help_dup_text: Returns: (transfer full): how @command is used */
char           *ala_cli_help_dup_text    (const AlaCliCommand *command);

/* The commands */
AlaCliStatus    ala_cli_help_run         (const char * const  *arguments,
                                          GCancellable        *cancellable);
AlaCliStatus    ala_cli_version_run      (const char * const  *arguments,
                                          GCancellable        *cancellable);

G_END_DECLS
