/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-secret.h"

G_BEGIN_DECLS

/**
 * ala_cli_read_secret:
 * @path: a file, or "-" for standard input: secrets never come from arguments, which every user of the computer can read
 * @max: the size limit in bytes
 *
 * Returns: (transfer full): what the file holds, or %NULL with %ALA_PROBLEM_KEY_FILE_UNREADABLE
 */
AlaSecret *ala_cli_read_secret (const char    *path,
                                gsize          max,
                                GError       **error);

/**
 * ala_cli_write_file:
 * @private: whether only its owner may read it, from its first byte on
 * @force: whether to replace a file that is there already
 *
 * Pipes and devices are written to as they are: /dev/stdout and a shell's >(…) work, and none is ever replaced by a file.
 *
 * Returns: whether it was written; %ALA_PROBLEM_FILE_NOT_SAVED
 */
gboolean   ala_cli_write_file  (const char    *path,
                                const char    *text,
                                gboolean       private,
                                gboolean       force,
                                GError       **error);

G_END_DECLS
