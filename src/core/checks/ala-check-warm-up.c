/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-warm-up.h"

#include "ala-check-registry.h"

/* Returns: how many checks wait for no answer of another */
static guint
count_first (void)
{
  g_autoptr (GPtrArray) checks = ala_check_registry_dup_checks ();
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    {
      AlaCheck *check = g_ptr_array_index (checks, i);

      if (ala_check_get_needs (check) == NULL || ALA_CHECK_GET_CLASS (check)->eager)
        n++;
    }

  return n;
}

static void
state_cb (AlaAuthorization *authorization,
          GParamSpec       *pspec,
          AlaJiraClient    *client)
{
  AlaAuthorizationState state = ala_authorization_get_state (authorization);

  if (state == ALA_AUTHORIZATION_WAITING || state == ALA_AUTHORIZATION_EXCHANGING)
    ala_http_session_preconnect (ala_jira_client_get_session (client),
                                 ala_jira_address_get_base (ala_jira_client_get_address (client)), count_first (), NULL);
}

void
ala_check_warm_up (AlaAuthorization *authorization,
                   AlaJiraClient    *client)
{
  g_return_if_fail (ALA_IS_AUTHORIZATION (authorization));
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));

  g_signal_connect_object (authorization, "notify::state", G_CALLBACK (state_cb), client, 0);
}
