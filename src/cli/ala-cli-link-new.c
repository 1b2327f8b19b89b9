/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-new.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-link-make.h"
#include "ala-cli-output.h"
#include "ala-cli-profiles.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-jira-probe.h"

static char *jira;
static char *profile_id;

const GOptionEntry ala_cli_link_new_options[] = {
  { "jira", 0, 0, G_OPTION_ARG_STRING, &jira, N_("Any address of Jira, as copied from a browser; needed"), N_("URL") },
  ALA_CLI_LINK_MAKE_NAME,
  { "consumer-key", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.consumer_key, N_("The consumer key; without this, the profile’s"), N_("KEY") },
  { "profile", 0, 0, G_OPTION_ARG_STRING, &profile_id, N_("The product to connect; “applink profiles” lists them"), N_("NAME") },
  { "product", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.product, N_("The address of that product"), N_("URL") },
  ALA_CLI_LINK_MAKE_KEY_OPTIONS,
  { "store", 0, 0, G_OPTION_ARG_STRING, &ala_cli_link_make.store, N_("Where the secrets go: “keyring” (the default) or “file”"), N_("PLACE") },
  ALA_CLI_LINK_MAKE_JSON,
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

/* Finds the profile of --profile among @profiles; a name that is no profile's is no reason to take another one. */
static AlaProfile *
find_profile (AlaProfiles *profiles)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  AlaProfile *profile = ala_profiles_find (profiles, profile_id != NULL ? profile_id : "");
  const char *nearest;

  if (profile_id == NULL || g_str_equal (ala_profile_get_id (profile), profile_id))
    return profile;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (profiles)); i++)
    {
      g_autoptr (AlaProfile) item = g_list_model_get_item (G_LIST_MODEL (profiles), i);

      g_ptr_array_add (ids, (gpointer) ala_profile_get_id (item));
    }
  g_ptr_array_add (ids, NULL);

  nearest = ala_cli_suggest (profile_id, (const char * const *) ids->pdata);
  if (nearest != NULL)
    {
      ala_cli_message (_("There is no profile “%s”. Did you mean “%s”?"), profile_id, nearest);
    }
  else
    {
      g_autofree char *list = g_strjoinv (", ", (char **) ids->pdata);

      ala_cli_message (_("There is no profile “%s”. The profiles are: %s."), profile_id, list);
    }
  return NULL;
}

static AlaJiraServer *
probe (GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (jira, error);
  g_autoptr (AlaHttpSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (address == NULL)
    return NULL;
  session = ala_cli_connection_new_session (NULL, error);
  if (session == NULL)
    return NULL;

  ala_jira_probe_async (session, address, cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira what it is"));
  return ala_jira_probe_finish (result, error);
}

AlaCliStatus
ala_cli_link_new_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSetup) setup = NULL;
  g_autoptr (AlaJiraServer) server = NULL;
  g_autoptr (AlaTrust) trust = NULL;
  g_autofree char *product_url = NULL;
  g_autoptr (GError) error = NULL;
  const AlaCliLinkMake *given = &ala_cli_link_make;
  AlaProfile *profile;
  AlaSecretPlace place = ALA_SECRET_PLACE_KEYRING;

  if (jira == NULL)
    {
      ala_cli_message (_("“--jira” is missing: the address of Jira."));
      return ALA_CLI_USAGE;
    }
  if (!ala_cli_link_make_read_place (&place))
    return ALA_CLI_USAGE;

  ala_cli_links_open (&links);
  ala_cli_profiles_warn (links.profiles);
  profile = find_profile (links.profiles);
  if (profile == NULL || !ala_cli_link_make_check_options (profile))
    return ALA_CLI_USAGE;

  if (!ala_cli_link_make_check_consumer_key (&error))
    return ala_cli_fail (error);
  if (!ala_cli_connection_load_trust (&trust, &error))
    return ala_cli_fail (error);
  server = probe (cancellable, &error);
  if (server == NULL)
    return ala_cli_fail (error);

  product_url = ala_profile_dup_product_url (profile, given->product != NULL ? given->product : ala_profile_get_product_url (profile));
  if (given->product != NULL && *product_url == '\0')
    {
      g_autofree char *forms = g_strjoinv ("\n", (char **) ala_profile_get_url_forms (profile));

      ala_cli_message (_("“%s” is no address."), given->product);
      if (*forms != '\0')
        /* Translators: the name of a product, and below it what its addresses look like */
        ala_cli_message (_("An address of %s looks like this:\n%s"), ala_profile_get_name (profile), forms);
      return ALA_CLI_USAGE;
    }

  setup = ala_setup_new ();
  ala_setup_set_profile (setup, ala_profile_get_id (profile));
  ala_setup_set_secret_place (setup, place);
  ala_setup_set_jira_url (setup, ala_jira_address_get_base (ala_jira_server_get_address (server)));
  ala_setup_set_ca_certificates (setup, trust != NULL ? ala_trust_get_pem (trust) : "");
  ala_setup_set_server (setup, server);
  ala_setup_set_consumer_key (setup, given->consumer_key != NULL ? given->consumer_key : ala_profile_get_consumer_key (profile));
  ala_setup_set_product_url (setup, product_url);
  return ala_cli_link_make_end (&links, setup, profile, cancellable);
}
