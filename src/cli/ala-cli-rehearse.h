/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* rehearse: the whole job by itself against a practice Jira. */

extern const GOptionEntry ala_cli_rehearse_options[];

AlaCliStatus ala_cli_rehearse_run (const char * const *arguments,
                                   GCancellable       *cancellable);

G_END_DECLS
