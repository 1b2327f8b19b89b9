/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-cli-commands.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/* What of a link ends: in the list, in what is shown of it, and for a calendar (link calendar). */

extern const GOptionEntry ala_cli_link_calendar_options[];

AlaCliStatus ala_cli_link_calendar_run (const char * const *arguments,
                                        GCancellable       *cancellable);

/** ala_cli_ends_near: Returns: whether something of the link has ended, or ends soon */
gboolean     ala_cli_ends_near         (AlaSetup           *setup);

/** ala_cli_ends_dup_mark: Returns: (transfer full): what ends first, behind a mark, for the end of a line; "" when nothing does soon */
char        *ala_cli_ends_dup_mark     (AlaSetup           *setup);

/** ala_cli_ends_show: Prints all ends, and what to do about those that are near. */
void         ala_cli_ends_show         (AlaSetup           *setup);

/** ala_cli_ends_add_json: Adds them as members of the object that is open. */
void         ala_cli_ends_add_json     (JsonBuilder        *builder,
                                        AlaSetup           *setup);

G_END_DECLS
