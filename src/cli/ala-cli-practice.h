/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-practice-jira.h"

G_BEGIN_DECLS

/* practice: serves the practice Jira by itself. */

extern const GOptionEntry ala_cli_practice_options[];

AlaCliStatus     ala_cli_practice_run   (const char * const *arguments,
                                         GCancellable       *cancellable);

/**
 * ala_cli_practice_set_up:
 * @generation: (nullable): which generation of Jira it is to be
 * @faults: (nullable): the faults to switch on
 *
 * Returns: whether there are such a generation and such faults; says which ones there are, if not
 */
gboolean         ala_cli_practice_set_up (AlaPracticeJira    *jira,
                                          const char         *generation,
                                          const char * const *faults);

G_END_DECLS
