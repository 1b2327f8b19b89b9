/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-runner.h"
#include "ala-cli-commands.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/*
 * What a monitoring system reads of a check: one line on standard output, as the guidelines of the Monitoring Plugins have it. The
 * program's exit statuses of a check are those of a plugin anyway. The four words are part of that form, so they are not translated.
 */

/** ala_cli_nagios_show: Prints the line for what was found. */
void ala_cli_nagios_show         (AlaSetup       *setup,
                                  AlaCheckRunner *runner);

/** ala_cli_nagios_show_unknown: Prints the line for checks that could not be run; why, standard error has said. */
void ala_cli_nagios_show_unknown (void);

G_END_DECLS
