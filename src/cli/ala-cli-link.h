/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-cli-links.h"

G_BEGIN_DECLS

/* link list, show: the links on this computer. */

extern const GOptionEntry ala_cli_link_list_options[];
extern const GOptionEntry ala_cli_link_show_options[];

AlaCliStatus ala_cli_link_list_run   (const char * const *arguments,
                                      GCancellable       *cancellable);
AlaCliStatus ala_cli_link_show_run   (const char * const *arguments,
                                      GCancellable       *cancellable);

/** ala_cli_link_print_json: Prints what is known of @setup as JSON. */
void         ala_cli_link_print_json (AlaCliLinks        *links,
                                      AlaSetup           *setup);

G_END_DECLS
