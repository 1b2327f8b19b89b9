/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link steps: what to do in Jira, for a person to follow or to be sent to one. */

extern const GOptionEntry ala_cli_steps_options[];

AlaCliStatus ala_cli_steps_run (const char * const *arguments,
                               GCancellable       *cancellable);

G_END_DECLS
