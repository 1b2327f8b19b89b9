/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link duplicate: begins a link like another one. */

extern const GOptionEntry ala_cli_link_copy_options[];

AlaCliStatus ala_cli_link_copy_run (const char * const *arguments,
                                    GCancellable       *cancellable);

G_END_DECLS
