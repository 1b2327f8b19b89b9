/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"

#include "ala-profiles.h"

G_BEGIN_DECLS

/* applink profiles */
extern const GOptionEntry ala_cli_profiles_options[];

AlaCliStatus ala_cli_profiles_run  (const char * const *arguments,
                                    GCancellable       *cancellable);

/** ala_cli_profiles_warn: Says which files of the user are no profiles, and why. */
void         ala_cli_profiles_warn (AlaProfiles        *profiles);

G_END_DECLS
