/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* probe: what a Jira says of itself without a login. */

extern const GOptionEntry ala_cli_probe_options[];

AlaCliStatus ala_cli_probe_run (const char * const *arguments,
                                GCancellable       *cancellable);

G_END_DECLS
