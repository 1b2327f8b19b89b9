/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* key new, key import, key show, key export: key pairs without a window. */

extern const GOptionEntry ala_cli_key_new_options[];
extern const GOptionEntry ala_cli_key_import_options[];
extern const GOptionEntry ala_cli_key_show_options[];
extern const GOptionEntry ala_cli_key_export_options[];

AlaCliStatus ala_cli_key_new_run    (const char * const *arguments,
                                     GCancellable       *cancellable);
AlaCliStatus ala_cli_key_import_run (const char * const *arguments,
                                     GCancellable       *cancellable);
AlaCliStatus ala_cli_key_show_run   (const char * const *arguments,
                                     GCancellable       *cancellable);
AlaCliStatus ala_cli_key_export_run (const char * const *arguments,
                                     GCancellable       *cancellable);

G_END_DECLS
