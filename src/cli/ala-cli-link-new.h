/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link new: begins a link. */

extern const GOptionEntry ala_cli_link_new_options[];

AlaCliStatus ala_cli_link_new_run (const char * const *arguments,
                                   GCancellable       *cancellable);

G_END_DECLS
