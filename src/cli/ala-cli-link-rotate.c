/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-rotate.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-link-make.h"
#include "ala-cli-output.h"
#include "ala-rotation.h"

const GOptionEntry ala_cli_link_rotate_options[] = {
  { "consumer-key", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.consumer_key,
    N_("The consumer key; without this, that of the old link with a number"), N_("KEY") },
  ALA_CLI_LINK_MAKE_KEY_OPTIONS,
  { "store", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.store,
    N_("Where the secrets go: “keyring” or “file”; without this, where those of the old link are"), N_("PLACE") },
  ALA_CLI_LINK_MAKE_JSON,
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

/* Two consumers of one key would be one to Jira, and the old link would not stay as it is. */
static gboolean
check_is_other_key (AlaSetup *old)
{
  if (g_strcmp0 (ala_cli_link_make.consumer_key, ala_setup_get_consumer_key (old)) != 0)
    return TRUE;

  ala_cli_message (_("The old link keeps the consumer key “%s” until it is retired. The new one needs another."),
                   ala_setup_get_consumer_key (old));
  return FALSE;
}

AlaCliStatus
ala_cli_link_rotate_run (const char * const *arguments,
                         GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  AlaSetup *old, *begun;
  AlaProfile *profile;
  AlaSecretPlace place;
  AlaCliStatus status;

  ala_cli_links_open (&links);
  old = ala_cli_links_find (&links, arguments[0]);
  if (old == NULL)
    return ALA_CLI_NOT_RUN;

  begun = ala_rotation_get_new (links.setups, old);
  if (begun != NULL)
    {
      /* Translators: twice the beginning of an id */
      ala_cli_message (_("The link %.8s is to replace it already. Go on with that one, or begin anew after “applink link delete %.8s”."),
                       ala_setup_get_id (begun), ala_setup_get_id (begun));
      return ALA_CLI_NOT_RUN;
    }

  place = ala_setup_get_secret_place (old);
  profile = ala_cli_links_get_profile (&links, old);
  if (!ala_cli_link_make_read_place (&place) || !ala_cli_link_make_check_options (profile))
    return ALA_CLI_USAGE;
  if (!ala_cli_link_make_check_consumer_key (&error))
    return ala_cli_fail (error);
  if (!check_is_other_key (old))
    return ALA_CLI_USAGE;

  setup = ala_rotation_begin (links.setups, old, profile);
  ala_setup_set_secret_place (setup, place);
  if (ala_cli_link_make.consumer_key != NULL)
    ala_setup_set_consumer_key (setup, ala_cli_link_make.consumer_key);

  status = ala_cli_link_make_end (&links, setup, profile, cancellable);
  if (status == ALA_CLI_OK)
    ala_cli_message (_("The old link stays as it is and works on. Once the new one works in its place, “applink link retire %.8s” leads "
                       "through removing the old one."), ala_setup_get_id (setup));
  return status;
}
