/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ala_cli_manual_dup: Returns: (transfer full): the man page of the program, made from the table of commands */
char *ala_cli_manual_dup (void);

G_END_DECLS
