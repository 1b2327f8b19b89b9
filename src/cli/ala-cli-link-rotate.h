/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link rotate: the link that is to come in place of another one, beside it. */

extern const GOptionEntry ala_cli_link_rotate_options[];

AlaCliStatus ala_cli_link_rotate_run (const char * const *arguments,
                                      GCancellable       *cancellable);

G_END_DECLS
