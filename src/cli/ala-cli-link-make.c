/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-link-make.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-file.h"
#include "ala-cli-link.h"
#include "ala-cli-output.h"
#include "ala-cli-wait.h"
#include "ala-consumer-key.h"
#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-product-key.h"

AlaCliLinkMake ala_cli_link_make;

gboolean
ala_cli_link_make_read_place (AlaSecretPlace *place)
{
  const char *store = ala_cli_link_make.store;

  g_return_val_if_fail (place != NULL, FALSE);

  if (store == NULL)
    return TRUE;

  if (g_str_equal (store, "keyring"))
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

gboolean
ala_cli_link_make_check_options (AlaProfile *profile)
{
  const char *name;

  g_return_val_if_fail (ALA_IS_PROFILE (profile), FALSE);

  name = ala_profile_get_name (profile);
  if (!ala_profile_brings_key (profile) && ala_cli_link_make.public_key_file != NULL)
    /* Translators: the name of a product */
    ala_cli_message (_("%s has no key pair of its own: one is made here, or taken from “--key”."), name);
  else if (ala_profile_brings_key (profile) && ala_cli_link_make.key_file != NULL)
    ala_cli_message (_("%s has a key pair of its own. Its public key comes with “--public-key”."), name);
  else if (ala_profile_brings_key (profile) && ala_cli_link_make.public_key_file == NULL)
    ala_cli_message (_("%s has a key pair of its own, so “--public-key” is missing. %s"), name, ala_profile_get_key_source (profile));
  else if (ala_cli_link_make.consumer_key == NULL && *ala_profile_get_consumer_key (profile) == '\0')
    ala_cli_message (_("%s shows a consumer key of its own, so “--consumer-key” is missing."), name);
  else
    return TRUE;

  return FALSE;
}

gboolean
ala_cli_link_make_check_consumer_key (GError **error)
{
  g_autoptr (GError) doubt = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (ala_cli_link_make.consumer_key == NULL || ala_consumer_key_check (g_strstrip (ala_cli_link_make.consumer_key), &doubt))
    return TRUE;
  if (g_error_matches (doubt, ALA_PROBLEM_ERROR, ALA_PROBLEM_CONSUMER_KEY_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&doubt));
      return FALSE;
    }

  ala_cli_message_problem (ALA_CLI_MARK_WARNING, doubt);
  return TRUE;
}

static AlaKeyPair *
get_pair (AlaProfile    *profile,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (ala_cli_link_make.key_file != NULL)
    return ala_cli_key_source_read_file (ala_cli_link_make.key_file, error);

  ala_key_pair_generate_async (ala_profile_get_key_bits (profile), cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Making a key pair"));
  return ala_key_pair_generate_finish (result, error);
}

/* Nothing secret is in it, but a person may have mixed the two up. */
static AlaPublicKey *
read_public_key (GError **error)
{
  g_autoptr (AlaSecret) text = ala_cli_read_secret (ala_cli_link_make.public_key_file, ALA_KEY_FILE_MAX, error);

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

AlaCliStatus
ala_cli_link_make_end (AlaCliLinks  *links,
                       AlaSetup     *setup,
                       AlaProfile   *profile,
                       GCancellable *cancellable)
{
  AlaSecretPlace place;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (links != NULL, ALA_CLI_FAILED);
  g_return_val_if_fail (ALA_IS_SETUP (setup), ALA_CLI_FAILED);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), ALA_CLI_FAILED);

  place = ala_setup_get_secret_place (setup);
  if (!ala_profile_brings_key (profile) && !ala_cli_links_test_place (links, place, cancellable, &error))
    {
      ala_cli_fail (error);
      if (place == ALA_SECRET_PLACE_KEYRING)
        ala_cli_message (_("“--store file” keeps the secrets in files that only you can read."));
      return ALA_CLI_FAILED;
    }

  if (ala_cli_link_make.name != NULL)
    ala_setup_set_name (setup, ala_cli_link_make.name);
  ala_setup_set_step (setup, ALA_STEP_LINK);
  if (!take_key (links, profile, setup, &pair, cancellable, &error) || !save (links, setup, pair, cancellable, &error))
    return ala_cli_fail (error);

  if (ala_cli_link_make.json)
    ala_cli_link_print_json (links, setup);
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
