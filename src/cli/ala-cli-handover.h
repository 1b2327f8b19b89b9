/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

G_BEGIN_DECLS

/* handover: the fields of the dialog in the product that is connected, in their order. */

extern const GOptionEntry ala_cli_handover_options[];

AlaCliStatus ala_cli_handover_run (const char * const *arguments,
                               GCancellable       *cancellable);

G_END_DECLS
