/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What shells need to complete a command line, made from the table of commands. All three return (transfer full) text. */

char *ala_cli_completion_dup_bash (void);
char *ala_cli_completion_dup_zsh  (void);
char *ala_cli_completion_dup_fish (void);

G_END_DECLS
