/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link watch: looks at Jira while a person makes the application link there. */

extern const GOptionEntry ala_cli_watch_options[];

AlaCliStatus ala_cli_watch_run (const char * const *arguments,
                                GCancellable       *cancellable);

G_END_DECLS
