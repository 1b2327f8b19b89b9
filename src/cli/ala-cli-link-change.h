/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* link rename, delete: what a person does with a link that is there. */

extern const GOptionEntry ala_cli_link_rename_options[];
extern const GOptionEntry ala_cli_link_delete_options[];

AlaCliStatus ala_cli_link_rename_run (const char * const *arguments,
                                      GCancellable       *cancellable);
AlaCliStatus ala_cli_link_delete_run (const char * const *arguments,
                                      GCancellable       *cancellable);

G_END_DECLS
