/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-new.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-file.h"
#include "ala-cli-key-source.h"
#include "ala-cli-link.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-profiles.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-consumer-key.h"
#include "ala-jira-probe.h"
#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-product-key.h"

static char *jira;
static char *consumer_key;
static char *profile_id;
static char *product;
static char *key_file;
static char *public_key_file;
static char *store;
static gboolean json;

const GOptionEntry ala_cli_link_new_options[] = {
  { "jira", 0, 0, G_OPTION_ARG_STRING, &jira, N_("Any address of Jira, as copied from a browser; needed"), N_("URL") },
  { "consumer-key", 0, 0, G_OPTION_ARG_STRING, &consumer_key, N_("The consumer key; without this, the profile’s"), N_("KEY") },
  { "profile", 0, 0, G_OPTION_ARG_STRING, &profile_id, N_("The product to connect; “applink profiles” lists them"), N_("NAME") },
  { "product", 0, 0, G_OPTION_ARG_STRING, &product, N_("The address of that product"), N_("URL") },
  { "key", 0, 0, G_OPTION_ARG_FILENAME, &key_file, N_("A private key of your own, or “-” for standard input; without this, a new one is made"), N_("FILE") },
  ALA_CLI_KEY_SOURCE_PASSWORD,
  { "public-key", 0, 0, G_OPTION_ARG_FILENAME, &public_key_file,
    N_("The public key of a product that has a key pair of its own; “-” reads it from standard input"), N_("FILE") },
  { "store", 0, 0, G_OPTION_ARG_STRING, &store, N_("Where the secrets go: “keyring” (the default) or “file”"), N_("PLACE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the new link as JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

/* Reads --store into @place. */
static gboolean
read_place (AlaSecretPlace *place)
{
  if (store == NULL || g_str_equal (store, "keyring"))
    *place = ALA_SECRET_PLACE_KEYRING;
  else if (g_str_equal (store, "file"))
    *place = ALA_SECRET_PLACE_FILE;
  else
    {
      ala_cli_message (_("“--store” takes “keyring” or “file”."));
      return FALSE;
    }

  return TRUE;
}

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

static AlaKeyPair *
get_pair (AlaProfile    *profile,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (key_file != NULL)
    return ala_cli_key_source_read_file (key_file, error);

  ala_key_pair_generate_async (ala_profile_get_key_bits (profile), cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Making a key pair"));
  return ala_key_pair_generate_finish (result, error);
}

/* Whose key it is, the profile says. */
static gboolean
check_key_options (AlaProfile *profile)
{
  const char *name = ala_profile_get_name (profile);

  if (!ala_profile_brings_key (profile) && public_key_file != NULL)
    /* Translators: the name of a product */
    ala_cli_message (_("%s has no key pair of its own: one is made here, or taken from “--key”."), name);
  else if (ala_profile_brings_key (profile) && key_file != NULL)
    ala_cli_message (_("%s has a key pair of its own. Its public key comes with “--public-key”."), name);
  else if (ala_profile_brings_key (profile) && public_key_file == NULL)
    ala_cli_message (_("%s has a key pair of its own, so “--public-key” is missing. %s"), name, ala_profile_get_key_source (profile));
  else if (consumer_key == NULL && *ala_profile_get_consumer_key (profile) == '\0')
    ala_cli_message (_("%s shows a consumer key of its own, so “--consumer-key” is missing."), name);
  else
    return TRUE;

  return FALSE;
}

/* Nothing secret is in it, but a person may have mixed the two up. */
static AlaPublicKey *
read_public_key (GError **error)
{
  g_autoptr (AlaSecret) text = ala_cli_read_secret (public_key_file, ALA_KEY_FILE_MAX, error);

  return text != NULL ? ala_product_key_read (ala_secret_peek (text), error) : NULL;
}

/* Makes or reads the key of @setup. @pair: (out) (nullable): ours, when it is ours */
static gboolean
take_key (AlaCliLinks   *links,
          AlaProfile    *profile,
          AlaSetup      *setup,
          AlaKeyPair   **pair,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (AlaPublicKey) key = NULL;
  g_autoptr (GError) doubt = NULL;

  if (!ala_profile_brings_key (profile))
    {
      *pair = get_pair (profile, cancellable, error);
      if (*pair == NULL)
        return FALSE;
      ala_setup_set_key (setup, ala_key_pair_get_bits (*pair), ala_key_pair_get_fingerprint (*pair));
      return TRUE;
    }

  key = read_public_key (error);
  if (key == NULL)
    return FALSE;
  ala_product_key_keep (key, setup);
  doubt = ala_product_key_judge (setup, profile, links->profiles);
  if (doubt != NULL)
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, doubt);
  return TRUE;
}

/* The secret first: a link whose private key was never kept would only look like one. */
static gboolean
save (AlaCliLinks   *links,
      AlaSetup      *setup,
      AlaKeyPair    *pair, /* (nullable) */
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (AlaSecret) pem = NULL;

  if (pair == NULL)
    return ala_setup_store_save (links->setups, setup, error);

  pem = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, error);
  if (pem == NULL)
    return FALSE;

  /* A keyring that was stopped may have kept it all the same. */
  if (!ala_cli_links_save_secret (links, setup, ALA_SECRET_PRIVATE_KEY, pem, cancellable, error)
      || !ala_setup_store_save (links->setups, setup, error))
    {
      ala_cli_links_clear_secrets (links, setup, NULL, NULL);
      return FALSE;
    }
  return TRUE;
}

/* Returns: whether the link can have it; what is only worth a thought is said. */
static gboolean
check_consumer_key (const char  *key,
                    GError     **error)
{
  g_autoptr (GError) doubt = NULL;

  if (ala_consumer_key_check (key, &doubt))
    return TRUE;
  if (g_error_matches (doubt, ALA_PROBLEM_ERROR, ALA_PROBLEM_CONSUMER_KEY_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&doubt));
      return FALSE;
    }

  ala_cli_message_problem (ALA_CLI_MARK_WARNING, doubt);
  return TRUE;
}

AlaCliStatus
ala_cli_link_new_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaSetup) setup = NULL;
  g_autoptr (AlaJiraServer) server = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (AlaTrust) trust = NULL;
  g_autofree char *product_url = NULL;
  g_autoptr (GError) error = NULL;
  AlaProfile *profile;
  AlaSecretPlace place;

  if (jira == NULL)
    {
      ala_cli_message (_("“--jira” is missing: the address of Jira."));
      return ALA_CLI_USAGE;
    }
  if (!read_place (&place))
    return ALA_CLI_USAGE;

  ala_cli_links_open (&links);
  ala_cli_profiles_warn (links.profiles);
  profile = find_profile (links.profiles);
  if (profile == NULL || !check_key_options (profile))
    return ALA_CLI_USAGE;

  if (consumer_key != NULL && !check_consumer_key (g_strstrip (consumer_key), &error))
    return ala_cli_fail (error);
  if (!ala_cli_connection_load_trust (&trust, &error))
    return ala_cli_fail (error);
  server = probe (cancellable, &error);
  if (server == NULL)
    return ala_cli_fail (error);
  if (!ala_profile_brings_key (profile) && !ala_cli_links_test_place (&links, place, cancellable, &error))
    {
      ala_cli_fail (error);
      if (place == ALA_SECRET_PLACE_KEYRING)
        ala_cli_message (_("“--store file” keeps the secrets in files that only you can read."));
      return ALA_CLI_FAILED;
    }
  setup = ala_setup_new ();
  if (!take_key (&links, profile, setup, &pair, cancellable, &error))
    return ala_cli_fail (error);

  product_url = ala_profile_dup_product_url (profile, product != NULL ? product : ala_profile_get_product_url (profile));
  ala_setup_set_profile (setup, ala_profile_get_id (profile));
  ala_setup_set_secret_place (setup, place);
  ala_setup_set_jira_url (setup, ala_jira_address_get_base (ala_jira_server_get_address (server)));
  ala_setup_set_ca_certificates (setup, trust != NULL ? ala_trust_get_pem (trust) : "");
  ala_setup_set_server (setup, server);
  ala_setup_set_consumer_key (setup, consumer_key != NULL ? consumer_key : ala_profile_get_consumer_key (profile));
  ala_setup_set_product_url (setup, product_url);
  ala_setup_set_step (setup, ALA_STEP_LINK);
  if (!save (&links, setup, pair, cancellable, &error))
    return ala_cli_fail (error);

  if (json)
    ala_cli_link_print_json (setup);
  else
    ala_cli_print_line (ALA_CLI_MARK_NONE, "%s", ala_setup_get_id (setup));
  if (pair != NULL)
    ala_cli_message (_("“applink link steps %.8s” says what to do in Jira, “applink authorize %.8s” goes on afterwards."),
                     ala_setup_get_id (setup), ala_setup_get_id (setup));
  else
    ala_cli_message (_("“applink link steps %.8s” says what to do in Jira, “applink handover %.8s” what to do in the product afterwards."),
                     ala_setup_get_id (setup), ala_setup_get_id (setup));
  return ALA_CLI_OK;
}
