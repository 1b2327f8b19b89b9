/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/* For tests that ask other software (openssl, ssh-keygen, certtool, Python) what it thinks of ours. */

/* judge_path: Returns: (transfer full): the path of @name in a folder that is this program's own and goes with it */
char     *judge_path  (const char   *name);

/* judge_write: Writes a file into that folder; its @length is -1 when it is a text. Returns: (transfer full): its path */
char     *judge_write (const char   *name,
                       const void   *data,
                       gssize        length);

/* judge_read: Returns: (transfer full): the contents of a file of that folder, with a nul behind them */
char     *judge_read  (const char   *name,
                       gsize        *length);

/* judge_ask: Runs a command, which has to succeed, in that folder. Returns: (transfer full): what it printed */
char     *judge_ask   (const char   *command,
                       ...) G_GNUC_NULL_TERMINATED;

/* judge_accepts: Runs a command in that folder. Returns: whether it succeeded */
gboolean  judge_accepts (const char *command,
                         ...) G_GNUC_NULL_TERMINATED;
