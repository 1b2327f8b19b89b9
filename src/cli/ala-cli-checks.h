/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-runner.h"
#include "ala-cli-commands.h"
#include "ala-cli-links.h"

G_BEGIN_DECLS

/* check: whether a link works. */

extern const GOptionEntry ala_cli_check_options[];

AlaCliStatus    ala_cli_check_run       (const char * const *arguments,
                                         GCancellable       *cancellable);

/** AlaCliTelling: How it is told that a check has ended: not at all, in lines for people, or in events of JSON. */
typedef enum
{
  ALA_CLI_TELL_NOTHING,
  ALA_CLI_TELL_LINES,
  ALA_CLI_TELL_EVENTS,
} AlaCliTelling;

/**
 * ala_cli_checks_run:
 * @only: (nullable): ids of checks, %NULL-terminated, which bring what they need
 * @telling: what to print as each check ends
 *
 * Runs the checks and waits for them.
 *
 * Returns: (transfer full): the runner with all that was found, %NULL only when cancelled
 */
AlaCheckRunner *ala_cli_checks_run      (AlaJiraClient      *client,
                                         AlaSetup           *setup,
                                         AlaProfile         *profile,
                                         const char * const *only,
                                         AlaCliTelling       telling,
                                         GCancellable       *cancellable,
                                         GError            **error);

/**
 * ala_cli_checks_run_link:
 *
 * The same for a saved link, which keeps the verdict.
 *
 * Returns: (transfer full) (nullable): the runner; %NULL when the checks could not be run, which was told then
 */
AlaCheckRunner *ala_cli_checks_run_link (AlaCliLinks        *links,
                                         AlaSetup           *setup,
                                         const char * const *only,
                                         AlaCliTelling       telling,
                                         GCancellable       *cancellable);

/** ala_cli_checks_judge: Returns: what a command ends with, by the worst of what was run: those that had no turn say nothing */
AlaCliStatus    ala_cli_checks_judge    (AlaCheckRunner     *runner);

G_END_DECLS
