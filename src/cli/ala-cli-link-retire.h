/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link retire: the end of a link that another one has replaced. */

extern const GOptionEntry ala_cli_link_retire_options[];

AlaCliStatus ala_cli_link_retire_run (const char * const *arguments,
                                      GCancellable       *cancellable);

G_END_DECLS
