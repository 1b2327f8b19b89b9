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

gboolean
ala_cli_connection_load_trust (AlaTrust **trust,
                               GError   **error)
{
  g_autoptr (GFile) file = NULL;

  *trust = NULL;
  if (ala_cli_connection_ca_file == NULL)
    return TRUE;

  file = g_file_new_for_commandline_arg (ala_cli_connection_ca_file);
  *trust = ala_trust_new_from_file (file, error);
  return *trust != NULL;
}

AlaHttpSession *
ala_cli_connection_new_session (AlaSetup  *setup,
                                GError   **error)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaTrust) trust = NULL;

  if (!ala_cli_connection_load_trust (&trust, error))
    return NULL;
  if (trust == NULL && setup != NULL && *ala_setup_get_ca_certificates (setup) != '\0')
    {
      trust = ala_trust_new_from_pem (ala_setup_get_ca_certificates (setup), error);
      if (trust == NULL)
        return NULL;
    }

  ala_http_session_set_trust (session, trust);
  if (ala_cli_connection_timeout > 0)
    ala_http_session_set_timeout (session, ala_cli_connection_timeout);
  return g_steal_pointer (&session);
}
