/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* credentials: what a script needs to use a link. The only command that prints all secrets of one. */

extern const GOptionEntry ala_cli_credentials_options[];

AlaCliStatus ala_cli_credentials_run (const char * const *arguments,
                               GCancellable       *cancellable);

G_END_DECLS
