/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-workspace-private.h"

/* Keeping the private key */

/* What was proven of link and token was proven with another pair. */
static void
note_pair (AlaWorkspace *self,
           AlaKeyPair   *pair)
{
  AlaSetup *setup = ala_workspace_get_setup (self);
  const char *fingerprint = ala_key_pair_get_fingerprint (pair);

  if (g_str_equal (ala_setup_get_key_fingerprint (setup), fingerprint))
    return;

  ala_setup_set_key (setup, ala_key_pair_get_bits (pair), fingerprint);
  ala_setup_reset_link (setup);
  ala_workspace_set_tokens (self, NULL, NULL);
}

static void
on_key_kept (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWorkspace *self = g_task_get_source_object (task);
  AlaKeyPair *pair = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ala_secret_store_save_finish (ALA_SECRET_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (ala_workspace_get_key_pair (self) == pair)
    {
      note_pair (self, pair);
      ala_workspace_set_key_safe (self, TRUE);
      ala_workspace_save (self);
    }
  g_task_return_boolean (task, TRUE);
}

void
ala_workspace_keep_key_async (AlaWorkspace        *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AlaSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  AlaKeyPair *pair;

  g_return_if_fail (ALA_IS_WORKSPACE (self));

  pair = ala_workspace_get_key_pair (self);
  g_return_if_fail (pair != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_workspace_keep_key_async);
  g_task_set_task_data (task, g_object_ref (pair), g_object_unref);

  secret = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  if (secret == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ala_secret_store_save_async (ala_workspace_get_secrets (self), ala_workspace_get_setup (self),
                               ALA_SECRET_PRIVATE_KEY, secret, cancellable, on_key_kept, g_steal_pointer (&task));
}

gboolean
ala_workspace_keep_key_finish (AlaWorkspace  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Keeping the access token */

/* While a store works, the person may go on to another link: what comes back is for the setup that it was asked for. */

typedef struct
{
  AlaSetup *setup;
  AlaSecret *secret; /* (nullable): what comes next */
} Errand;

static Errand *
errand_new (AlaSetup  *setup,
            AlaSecret *secret)
{
  Errand *self = g_new0 (Errand, 1);

  self->setup = g_object_ref (setup);
  self->secret = secret != NULL ? ala_secret_ref (secret) : NULL;
  return self;
}

static void
errand_free (Errand *self)
{
  g_clear_object (&self->setup);
  g_clear_pointer (&self->secret, ala_secret_unref);
  g_free (self);
}

static gboolean
return_if_another_link (GTask *task)
{
  AlaWorkspace *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  if (ala_workspace_get_setup (self) == errand->setup)
    return FALSE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another link was chosen");
  return TRUE;
}

static void
on_token_secret_kept (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!ala_secret_store_save_finish (ALA_SECRET_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (return_if_another_link (task))
    return;

  ala_workspace_save (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

static void
on_token_kept (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ala_secret_store_save_finish (ALA_SECRET_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ala_secret_store_save_async (ALA_SECRET_STORE (source), errand->setup, ALA_SECRET_ACCESS_TOKEN_SECRET,
                               errand->secret, cancellable, on_token_secret_kept, g_steal_pointer (&task));
}

void
ala_workspace_keep_token_async (AlaWorkspace        *self,
                                AlaAccessToken      *token,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  AlaSetup *setup;
  GTask *task;

  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (token != NULL);

  setup = ala_workspace_get_setup (self);
  ala_workspace_set_tokens (self, token->token, token->secret);
  ala_setup_set_authorized (setup, g_get_real_time () / G_USEC_PER_SEC, token->expires_at);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_workspace_keep_token_async);
  g_task_set_task_data (task, errand_new (setup, token->secret), (GDestroyNotify) errand_free);
  ala_secret_store_save_async (ala_workspace_get_secrets (self), setup, ALA_SECRET_ACCESS_TOKEN, token->token,
                               cancellable, on_token_kept, task);
}

gboolean
ala_workspace_keep_token_finish (AlaWorkspace  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Going on with a saved link */

static void
on_token_secret_loaded (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWorkspace *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (AlaSecret) token_secret = NULL;

  token_secret = ala_secret_store_load_finish (ALA_SECRET_STORE (source), result, NULL);
  if (return_if_another_link (task))
    return;

  ala_workspace_set_tokens (self, errand->secret, token_secret);
  g_task_return_boolean (task, TRUE);
}

static void
on_token_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  errand->secret = ala_secret_store_load_finish (ALA_SECRET_STORE (source), result, NULL);
  if (return_if_another_link (task))
    return;

  if (errand->secret == NULL)
    {
      /* The key is there, so the person can authorize again: no reason to fail. */
      ala_setup_set_authorized (errand->setup, 0, 0);
      g_task_return_boolean (task, TRUE);
      return;
    }

  ala_secret_store_load_async (ALA_SECRET_STORE (source), errand->setup, ALA_SECRET_ACCESS_TOKEN_SECRET, cancellable,
                               on_token_secret_loaded, g_steal_pointer (&task));
}

static void
on_key_loaded (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWorkspace *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = ala_secret_store_load_finish (ALA_SECRET_STORE (source), result, &error);
  g_autoptr (AlaKeyPair) pair = NULL;

  if (return_if_another_link (task))
    return;

  if (secret != NULL)
    pair = ala_key_import (secret, NULL, &error);
  if (pair == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ala_workspace_set_pair (self, pair, TRUE);

  /* The program may have ended between keeping another pair and noting which one. */
  note_pair (self, pair);

  /* A token that was given up with another key, address or consumer key stays in the store until the next one replaces it. */
  if (ala_setup_get_authorized (errand->setup) == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  ala_secret_store_load_async (ALA_SECRET_STORE (source), errand->setup, ALA_SECRET_ACCESS_TOKEN, cancellable,
                               on_token_loaded, g_steal_pointer (&task));
}

void
ala_workspace_open_async (AlaWorkspace        *self,
                          AlaSetup            *setup,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (ALA_IS_SETUP (setup));

  ala_workspace_stop_making (self);
  ala_workspace_set_setup (self, setup, FALSE);
  ala_workspace_set_pair (self, NULL, FALSE);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_workspace_open_async);
  g_task_set_task_data (task, errand_new (setup, NULL), (GDestroyNotify) errand_free);
  if (*ala_setup_get_public_key (setup) != '\0')
    {
      ala_workspace_make_stand_in (self);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  ala_secret_store_load_async (ala_workspace_get_secrets (self), setup, ALA_SECRET_PRIVATE_KEY, cancellable,
                               on_key_loaded, task);
}

gboolean
ala_workspace_open_finish (AlaWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ala_workspace_forget_key_copies (AlaWorkspace *self)
{
  static const char *const ticks[] = { "public-key", "link-public-key" };
  AlaSetup *setup;
  GListModel *fields;

  g_return_if_fail (ALA_IS_WORKSPACE (self));

  setup = ala_workspace_get_setup (self);
  fields = ala_profile_get_fields (ala_workspace_get_profile (self));
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    ala_setup_set_done (setup, ticks[i], FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      if (ala_profile_field_get_value (field) == ALA_FIELD_PRIVATE_KEY || ala_profile_field_get_value (field) == ALA_FIELD_PUBLIC_KEY)
        ala_setup_set_done (setup, tick, FALSE);
    }
}
