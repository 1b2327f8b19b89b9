/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-links.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-consumer-key.h"
#include "ala-jira-probe.h"
#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-product-key.h"

/* How much of an id has to be typed before a slip in it can be told from another one. */
#define LEAST_OF_ID 4

void
ala_cli_links_open (AlaCliLinks *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL);

  self->setups = ala_setup_store_new (NULL);
  self->secrets = ala_secret_store_new (NULL);
  self->profiles = ala_profiles_new ();

  if (!ala_setup_store_load (self->setups, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
}

void
ala_cli_links_close (AlaCliLinks *self)
{
  g_clear_object (&self->setups);
  g_clear_object (&self->secrets);
  g_clear_object (&self->profiles);
}

/* Returns: (nullable) (transfer full): the link that was meant when @typed was typed: its id with a slip in it, or the name under
 * which the list shows it */
static AlaSetup *
find_nearest (AlaCliLinks *self,
              const char  *typed)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->setups));
  gsize length = strlen (typed);
  const char *nearest;
  guint index;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (self->setups), i);

      /* Of a few letters one wrong one leaves too little to go by. */
      g_ptr_array_add (known, g_strdup_printf ("%.*s", length >= LEAST_OF_ID ? (int) MIN (length, G_MAXINT) : -1, ala_setup_get_id (setup)));
      g_ptr_array_add (known, ala_setup_dup_name (setup));
    }
  g_ptr_array_add (known, NULL);

  nearest = ala_cli_suggest (typed, (const char * const *) known->pdata);
  if (nearest == NULL || !g_ptr_array_find (known, nearest, &index))
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->setups), index / 2);
}

static void
tell_unknown (AlaCliLinks *self,
              const char  *typed)
{
  g_autoptr (AlaSetup) nearest = find_nearest (self, typed);
  g_autofree char *name = NULL;

  if (nearest == NULL)
    {
      ala_cli_message (_("There is no link “%s”. “applink link list” shows those on this computer."), typed);
      return;
    }

  name = ala_setup_dup_name (nearest);
  /* Translators: what was typed, the id of a link, and the host of its Jira */
  ala_cli_message (_("There is no link “%s”. Did you mean “%.8s”, the link to %s?"), typed, ala_setup_get_id (nearest), name);
}

static gboolean
is_meant (AlaSetup   *setup,
          const char *typed)
{
  return g_str_has_prefix (ala_setup_get_id (setup), typed) || g_str_equal (ala_setup_get_name (setup), typed);
}

AlaSetup *
ala_cli_links_find (AlaCliLinks *self,
                    const char  *typed)
{
  g_autoptr (GString) several = g_string_new (NULL);
  AlaSetup *match = NULL;
  guint n, n_matches = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->setups));
  for (guint i = 0; *typed != '\0' && i < n; i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (G_LIST_MODEL (self->setups), i);

      if (!is_meant (setup, typed))
        continue;
      match = setup; /* the list holds it */
      if (g_str_equal (ala_setup_get_id (setup), typed))
        return match;
      g_string_append_printf (several, "%s%.13s", n_matches++ > 0 ? ", " : "", ala_setup_get_id (setup));
    }

  if (n_matches == 1)
    return match;

  if (n_matches > 1)
    /* Translators: what was typed, and the ids of links */
    ala_cli_message (_("More than one link has the name “%s”, or an id that begins so: %s."), typed, several->str);
  else
    tell_unknown (self, typed);
  return NULL;
}

AlaProfile *
ala_cli_links_get_profile (AlaCliLinks *self,
                           AlaSetup    *setup)
{
  return ala_profiles_find (self->profiles, ala_setup_get_profile (setup));
}

AlaGuidance *
ala_cli_links_get_guidance (AlaSetup *setup)
{
  g_auto (GStrv) numbers = g_strsplit (ala_setup_get_version (setup), ".", 3);
  guint n = g_strv_length (numbers);

  return ala_guidance_choose (ala_setup_get_edition (setup),
                              n > 0 ? g_ascii_strtoull (numbers[0], NULL, 10) : 0,
                              n > 1 ? g_ascii_strtoull (numbers[1], NULL, 10) : 0);
}

/* A keyring may ask whether to open it, on a screen that nobody looks at. --timeout ends that too. */
static GCancellable *
new_limit (GCancellable *cancellable)
{
  return ala_cli_wait_limit (cancellable, ala_cli_connection_timeout > 0 ? ala_cli_connection_timeout : -1);
}

static void
wait_for_place (AlaSecretPlace   place,
                GAsyncResult   **result)
{
  if (place == ALA_SECRET_PLACE_KEYRING)
    ala_cli_wait_telling (result, _("Waiting for the keyring"));
  else
    ala_cli_wait (result);
}

/* That the limit ended it is no reason for a person, who wants to know what did not answer. */
static void
explain (GError       *failure, /* (nullable) (transfer full) */
         GCancellable *cancellable,
         GError      **error)
{
  guint seconds = (guint) ala_cli_connection_timeout;

  if (failure == NULL)
    return;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_cancellable_is_cancelled (cancellable))
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEYRING_FAILED,
                             g_dngettext (GETTEXT_PACKAGE, "The keyring did not answer within %u second.",
                                          "The keyring did not answer within %u seconds.", seconds), seconds);
      g_error_free (failure);
    }
  else
    {
      g_propagate_error (error, failure);
    }
}

gboolean
ala_cli_links_test_place (AlaCliLinks     *self,
                          AlaSecretPlace   place,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (GCancellable) limit = new_limit (cancellable);
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;
  gboolean done;

  ala_secret_store_test_async (self->secrets, place, limit, ala_cli_keep_result, &result);
  wait_for_place (place, &result);
  done = ala_secret_store_test_finish (self->secrets, result, &failure);
  explain (failure, cancellable, error);
  return done;
}

gboolean
ala_cli_links_save_secret (AlaCliLinks   *self,
                           AlaSetup      *setup,
                           const char    *name,
                           AlaSecret     *secret,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GCancellable) limit = new_limit (cancellable);
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;
  gboolean done;

  ala_secret_store_save_async (self->secrets, setup, name, secret, limit, ala_cli_keep_result, &result);
  wait_for_place (ala_setup_get_secret_place (setup), &result);
  done = ala_secret_store_save_finish (self->secrets, result, &failure);
  explain (failure, cancellable, error);
  return done;
}

AlaSecret *
ala_cli_links_load_secret (AlaCliLinks   *self,
                           AlaSetup      *setup,
                           const char    *name,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GCancellable) limit = new_limit (cancellable);
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;
  AlaSecret *secret;

  ala_secret_store_load_async (self->secrets, setup, name, limit, ala_cli_keep_result, &result);
  wait_for_place (ala_setup_get_secret_place (setup), &result);
  secret = ala_secret_store_load_finish (self->secrets, result, &failure);
  explain (failure, cancellable, error);
  return secret;
}

/* Not to be cancelled: half of it would leave secrets that nobody finds any more. */
gboolean
ala_cli_links_clear_secrets (AlaCliLinks  *self,
                             AlaSetup     *setup,
                             const char   *name,
                             GError      **error)
{
  g_autoptr (GCancellable) limit = new_limit (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;
  gboolean done;

  ala_secret_store_clear_async (self->secrets, setup, name, limit, ala_cli_keep_result, &result);
  wait_for_place (ala_setup_get_secret_place (setup), &result);
  done = ala_secret_store_clear_finish (self->secrets, result, &failure);
  explain (failure, NULL, error);
  return done;
}

gboolean
ala_cli_links_delete (AlaCliLinks  *self,
                      AlaSetup     *setup,
                      GError      **error)
{
  return ala_cli_links_clear_secrets (self, setup, NULL, error)
         && ala_setup_store_delete (self->setups, setup, error);
}

gboolean
ala_cli_links_is_keyless (AlaSetup *setup)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), FALSE);

  return *ala_setup_get_public_key (setup) != '\0';
}

char *
ala_cli_links_load_public_key (AlaCliLinks   *self,
                               AlaSetup      *setup,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (AlaKeyPair) pair = NULL;

  if (ala_cli_links_is_keyless (setup))
    return g_strdup (ala_setup_get_public_key (setup));

  pair = ala_cli_links_load_pair (self, setup, cancellable, error);
  return pair != NULL ? ala_key_export_public_body (pair) : NULL;
}

static AlaKeyPair *
make_stand_in (AlaSetup      *setup,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_key_pair_generate_async (ala_product_key_get_stand_in_bits (setup), cancellable, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  return ala_key_pair_generate_finish (result, error);
}

AlaKeyPair *
ala_cli_links_load_pair (AlaCliLinks   *self,
                         AlaSetup      *setup,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (AlaSecret) secret = NULL;

  if (ala_cli_links_is_keyless (setup))
    {
      g_propagate_error (error, ala_product_key_new_error (ala_cli_links_get_profile (self, setup)));
      return NULL;
    }

  secret = ala_cli_links_load_secret (self, setup, ALA_SECRET_PRIVATE_KEY, cancellable, error);
  return secret != NULL ? ala_key_import (secret, NULL, error) : NULL;
}

static void
learn_time (AlaJiraClient *client,
            AlaSetup      *setup,
            GCancellable  *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AlaJiraServer) server = NULL;

  ala_jira_probe_async (ala_jira_client_get_session (client), ala_jira_client_get_address (client), cancellable,
                        ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Asking Jira what it is"));
  server = ala_jira_probe_finish (result, NULL);
  if (server != NULL)
    ala_setup_set_server (setup, server);

  ala_jira_client_set_clock_offset (client, ala_setup_get_clock_offset (setup));
}

AlaJiraClient *
ala_cli_links_new_client (AlaCliLinks   *self,
                          AlaSetup      *setup,
                          gboolean       with_token,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaHttpSession) session = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (AlaSecret) token = NULL;

  address = ala_jira_address_new (ala_setup_get_jira_url (setup), error);
  if (address == NULL)
    return NULL;

  /* Spaces and length are for those who choose a key; this one is what Jira has. */
  if (*ala_setup_get_consumer_key (setup) == '\0')
    {
      ala_consumer_key_check ("", error);
      return NULL;
    }

  /* The key first: without it the token is of no use. */
  pair = !with_token && ala_cli_links_is_keyless (setup) ? make_stand_in (setup, cancellable, error)
                                                         : ala_cli_links_load_pair (self, setup, cancellable, error);
  if (pair == NULL)
    return NULL;

  if (with_token)
    {
      token = ala_cli_links_load_secret (self, setup, ALA_SECRET_ACCESS_TOKEN, cancellable, error);
      if (token == NULL)
        return NULL;
    }

  session = ala_cli_connection_new_session (setup, error);
  if (session == NULL)
    return NULL;

  client = ala_jira_client_new (session, address, ala_setup_get_consumer_key (setup), pair);
  ala_jira_client_set_access_token (client, token);
  learn_time (client, setup, cancellable);
  return g_steal_pointer (&client);
}
