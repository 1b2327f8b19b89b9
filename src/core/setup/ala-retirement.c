/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-retirement.h"

#include "ala-key-import.h"
#include "ala-link-end.h"
#include "ala-product-key.h"

/* Looking */

typedef struct
{
  AlaSetup *setup;
  AlaSetup *old;
  AlaSecretStore *secrets;
  AlaHttpSession *session;
  AlaKeyPair *pair;
  gboolean stand_in;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->setup);
  g_object_unref (look->old);
  g_object_unref (look->secrets);
  g_object_unref (look->session);
  g_clear_object (&look->pair);
  g_free (look);
}

static void
on_proven (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ala_link_end_prove_finish (result, &error))
    {
      ala_setup_set_old_refused (look->setup, g_get_real_time () / G_USEC_PER_SEC);
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_OLD_ACCESS_WORKS)
      || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_OLD_LINK_KNOWN))
    ala_setup_set_old_refused (look->setup, 0);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_jira (GTask     *task,
          AlaSecret *token) /* (nullable) */
{
  Look *look = g_task_get_task_data (task);
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaJiraClient) client = NULL;
  GError *error = NULL;

  address = ala_jira_address_new (ala_setup_get_jira_url (look->old), &error);
  if (address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  client = ala_jira_client_new (look->session, address, ala_setup_get_consumer_key (look->old), look->pair);
  ala_jira_client_set_access_token (client, token);
  /* Measured last for the one that is worked on, and it is the same Jira. */
  ala_jira_client_set_clock_offset (client, ala_setup_get_clock_offset (look->setup));
  ala_link_end_prove_async (client, token != NULL, look->stand_in, g_task_get_cancellable (task), on_proven, g_object_ref (task));
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_TOKEN_MISSING)
         || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRETS_MISSING);
}

static void
on_token_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) token = ala_secret_store_load_finish (ALA_SECRET_STORE (source), result, &error);

  /* A keyring that is locked hides a token with which Jira may well be open. */
  if (token == NULL && !is_missing (error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ask_jira (task, token);
}

static void
on_stand_in_made (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  look->pair = ala_key_pair_generate_finish (result, &error);
  if (look->pair == NULL)
    g_task_return_error (task, error);
  else
    ask_jira (task, NULL);
}

static void
make_stand_in (GTask *task)
{
  Look *look = g_task_get_task_data (task);

  look->stand_in = TRUE;
  ala_key_pair_generate_async (ala_product_key_get_stand_in_bits (look->old), g_task_get_cancellable (task), on_stand_in_made,
                               g_object_ref (task));
}

static void
on_key_loaded (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = ala_secret_store_load_finish (ALA_SECRET_STORE (source), result, &error);

  if (secret != NULL)
    look->pair = ala_key_import (secret, NULL, &error);

  if (look->pair != NULL)
    ala_secret_store_load_async (look->secrets, look->old, ALA_SECRET_ACCESS_TOKEN, g_task_get_cancellable (task), on_token_loaded,
                                 g_object_ref (task));
  else if (is_missing (error))
    make_stand_in (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ala_retirement_look_async (AlaSetup            *setup,
                           AlaSetup            *old,
                           AlaSecretStore      *secrets,
                           AlaHttpSession      *session,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (ALA_IS_SETUP (old));
  g_return_if_fail (ALA_IS_SECRET_STORE (secrets));
  g_return_if_fail (ALA_IS_HTTP_SESSION (session));

  task = g_task_new (old, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_retirement_look_async);
  look = g_new0 (Look, 1);
  look->setup = g_object_ref (setup);
  look->old = g_object_ref (old);
  look->secrets = g_object_ref (secrets);
  look->session = g_object_ref (session);
  g_task_set_task_data (task, look, look_free);

  /* It was begun and left: nobody in Jira was ever told of it. */
  if (*ala_setup_get_consumer_key (old) == '\0' || *ala_setup_get_jira_url (old) == '\0')
    {
      ala_setup_set_old_refused (setup, g_get_real_time () / G_USEC_PER_SEC);
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (*ala_setup_get_public_key (old) != '\0')
    make_stand_in (task);
  else
    ala_secret_store_load_async (secrets, old, ALA_SECRET_PRIVATE_KEY, cancellable, on_key_loaded, g_steal_pointer (&task));
}

gboolean
ala_retirement_look_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_retirement_look_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Deleting */

static void
on_cleared (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!ala_secret_store_clear_finish (ALA_SECRET_STORE (source), result, &error)
      || !ala_setup_store_delete (g_task_get_task_data (task), g_task_get_source_object (task), &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
ala_retirement_delete_async (AlaSetup            *old,
                             AlaSecretStore      *secrets,
                             AlaSetupStore       *setups,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ALA_IS_SETUP (old));
  g_return_if_fail (ALA_IS_SECRET_STORE (secrets));
  g_return_if_fail (ALA_IS_SETUP_STORE (setups));

  /* Not to be cancelled: half of it would leave secrets that nobody finds any more. */
  task = g_task_new (old, NULL, callback, user_data);
  g_task_set_source_tag (task, ala_retirement_delete_async);
  g_task_set_task_data (task, g_object_ref (setups), g_object_unref);
  ala_secret_store_clear_async (secrets, old, NULL, NULL, on_cleared, task);
}

gboolean
ala_retirement_delete_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_retirement_delete_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
