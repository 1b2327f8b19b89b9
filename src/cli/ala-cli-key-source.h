/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-connection.h"
#include "ala-key-pair.h"

G_BEGIN_DECLS

/* Where a command gets a private key from: a file, standard input, or a link on this computer. Never its arguments. */

extern char *ala_cli_key_source_password_file;
extern char *ala_cli_key_source_link;

#define ALA_CLI_KEY_SOURCE_PASSWORD \
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &ala_cli_key_source_password_file, \
    N_("Read the password of an encrypted key from FILE, or from standard input with “-”"), N_("FILE") }

#define ALA_CLI_KEY_SOURCE_LINK \
  { "link", 0, 0, G_OPTION_ARG_STRING, &ala_cli_key_source_link, N_("Take the key of this link instead of a file"), N_("ID") }, \
  ALA_CLI_CONNECTION_TIMEOUT

/** ala_cli_key_source_read_file: Returns: (transfer full): the key in the file @path, or with "-" of standard input */
AlaKeyPair  *ala_cli_key_source_read_file (const char    *path,
                                           GError       **error);

/**
 * ala_cli_key_source_read:
 * @path: (nullable): a file, when no link was named
 * @pair: (out) (transfer full): the key
 *
 * Returns: %ALA_CLI_OK, or what the command ends with, which was told then
 */
AlaCliStatus ala_cli_key_source_read      (const char    *path,
                                           GCancellable  *cancellable,
                                           AlaKeyPair   **pair);

G_END_DECLS
