/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-copy.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-link-make.h"
#include "ala-cli-output.h"
#include "ala-setup-copy.h"

const GOptionEntry ala_cli_link_copy_options[] = {
  ALA_CLI_LINK_MAKE_NAME,
  { "consumer-key", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.consumer_key,
    N_("The consumer key; without this, that of the other link with a number"), N_("KEY") },
  { "product", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.product, N_("The address of the product, if it is another one"), N_("URL") },
  ALA_CLI_LINK_MAKE_KEY_OPTIONS,
  { "store", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.store,
    N_("Where the secrets go: “keyring” or “file”; without this, where those of the other link are"), N_("PLACE") },
  ALA_CLI_LINK_MAKE_JSON,
  ALA_CLI_CONNECTION_TIMEOUT,
  { NULL }
};

AlaCliStatus
ala_cli_link_copy_run (const char * const *arguments,
                       GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSetup) copy = NULL;
  g_autoptr (GError) error = NULL;
  AlaProfile *profile;
  AlaSetup *setup;
  AlaSecretPlace place;

  ala_cli_links_open (&links);
  setup = ala_cli_links_find (&links, arguments[0]);
  if (setup == NULL)
    return ALA_CLI_NOT_RUN;

  place = ala_setup_get_secret_place (setup);
  profile = ala_cli_links_get_profile (&links, setup);
  if (!ala_cli_link_make_read_place (&place) || !ala_cli_link_make_check_options (profile))
    return ALA_CLI_USAGE;
  if (!ala_cli_link_make_check_consumer_key (&error))
    return ala_cli_fail (error);

  copy = ala_setup_store_duplicate (links.setups, setup);
  ala_setup_set_secret_place (copy, place);
  if (ala_cli_link_make.consumer_key != NULL)
    ala_setup_set_consumer_key (copy, ala_cli_link_make.consumer_key);
  if (ala_cli_link_make.product != NULL)
    {
      g_autofree char *product_url = ala_profile_dup_product_url (profile, ala_cli_link_make.product);

      ala_setup_set_product_url (copy, product_url);
    }

  return ala_cli_link_make_end (&links, copy, profile, cancellable);
}
