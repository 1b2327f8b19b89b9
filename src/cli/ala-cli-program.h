/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/**
 * ala_cli_program_run:
 *
 * The whole program but for its locale: finds the command in the arguments, reads its options, runs it, and turns every mistake
 * into a sentence with the nearest thing that would have been right.
 *
 * Returns: the exit status
 */
int          ala_cli_program_run          (int         argc,
                                           char       *argv[]);

/** ala_cli_program_fail_unknown: Says that there is no command @typed, and which one may have been meant. */
AlaCliStatus ala_cli_program_fail_unknown (const char *typed);

G_END_DECLS
