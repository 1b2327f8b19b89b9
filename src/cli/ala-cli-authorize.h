/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* authorize: gets the access token of a link, with a browser on this computer or on another one. */

extern const GOptionEntry ala_cli_authorize_options[];

AlaCliStatus ala_cli_authorize_run (const char * const *arguments,
                                    GCancellable       *cancellable);

G_END_DECLS
