/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-cli-commands.h"
#include "ala-http-session.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/* What every command that talks to a Jira can be told about the way there. */

extern int   ala_cli_connection_timeout;
extern char *ala_cli_connection_ca_file;

#define ALA_CLI_CONNECTION_TIMEOUT \
  { "timeout", 0, 0, G_OPTION_ARG_INT, &ala_cli_connection_timeout, N_("Give up when no answer has come for so long"), N_("SECONDS") }

#define ALA_CLI_CONNECTION_OPTIONS \
  ALA_CLI_CONNECTION_TIMEOUT, \
  { "ca-file", 0, 0, G_OPTION_ARG_FILENAME, &ala_cli_connection_ca_file, N_("Trust the certificates in FILE too"), N_("FILE") }

/** ala_cli_connection_check_options: Says what is wrong with the options, if anything. */
AlaCliStatus    ala_cli_connection_check_options (void);

/**
 * ala_cli_connection_load_trust:
 * @trust: (out) (nullable) (transfer full): the certificates of --ca-file, %NULL without that option
 *
 * Returns: whether they could be read
 */
gboolean        ala_cli_connection_load_trust    (AlaTrust **trust,
                                                  GError   **error);

/**
 * ala_cli_connection_new_session:
 * @setup: (nullable): a link, whose own certificates are trusted unless the options name others
 *
 * Returns: (transfer full): a session as the options want it
 */
AlaHttpSession *ala_cli_connection_new_session   (AlaSetup  *setup,
                                                  GError   **error);

G_END_DECLS
