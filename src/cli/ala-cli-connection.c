/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-connection.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-output.h"

int ala_cli_connection_timeout;
char *ala_cli_connection_ca_file;

AlaCliStatus
ala_cli_connection_check_options (void)
{
  if (ala_cli_connection_timeout >= 0)
    return ALA_CLI_OK;

  ala_cli_message (_("“--timeout” needs a number of seconds."));
  return ALA_CLI_USAGE;
}

AlaHttpSession *
ala_cli_connection_new_session (GError **error)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  if (ala_cli_connection_timeout > 0)
    ala_http_session_set_timeout (session, ala_cli_connection_timeout);
  if (ala_cli_connection_ca_file != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (ala_cli_connection_ca_file);

      if (!ala_http_session_set_ca_file (session, file, error))
        return NULL;
    }

  return g_steal_pointer (&session);
}
