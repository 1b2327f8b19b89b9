/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-secret-file.h"
#include "ala-secret-keyring.h"
#include "ala-secret-session.h"

struct _AlaSecretStore
{
  GObject parent_instance;

  char *folder;
  AlaSecretKeyring *keyring;
  AlaSecretSession *session;
};

G_DEFINE_FINAL_TYPE (AlaSecretStore, ala_secret_store, G_TYPE_OBJECT)

static void
ala_secret_store_finalize (GObject *object)
{
  AlaSecretStore *self = ALA_SECRET_STORE (object);

  g_free (self->folder);
  g_object_unref (self->keyring);
  ala_secret_session_free (self->session);

  G_OBJECT_CLASS (ala_secret_store_parent_class)->finalize (object);
}

static void
ala_secret_store_class_init (AlaSecretStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ala_secret_store_finalize;
}

static void
ala_secret_store_init (AlaSecretStore *self)
{
  self->keyring = ala_secret_keyring_new (ALA_SECRET_KEYRING_PATIENCE);
  self->session = ala_secret_session_new ();
}

AlaSecretStore *
ala_secret_store_new (GFile *folder)
{
  AlaSecretStore *self;

  g_return_val_if_fail (folder == NULL || g_file_is_native (folder), NULL);

  self = g_object_new (ALA_TYPE_SECRET_STORE, NULL);
  if (folder != NULL)
    self->folder = g_file_get_path (folder);
  else
    self->folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", "secrets", NULL);

  return self;
}

/* The three below do one thing at one place, whatever the link is: a link of the person's, or one that is only tried out. */

static void
keyring_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ala_secret_keyring_save_finish (ALA_SECRET_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save (GTask          *task, /* (transfer full) */
      AlaSecretPlace  place,
      const char     *link,
      const char     *name,
      const char     *label,
      AlaSecret      *secret)
{
  AlaSecretStore *self = g_task_get_source_object (task);
  GError *error = NULL;

  switch (place)
    {
    case ALA_SECRET_PLACE_KEYRING:
      ala_secret_keyring_save_async (self->keyring, link, name, label, secret, g_task_get_cancellable (task),
                                     keyring_saved_cb, task);
      return;
    case ALA_SECRET_PLACE_FILE:
      if (ala_secret_file_save (self->folder, link, name, secret, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      break;
    case ALA_SECRET_PLACE_SESSION:
      ala_secret_session_save (self->session, link, name, secret);
      g_task_return_boolean (task, TRUE);
      break;
    }

  g_object_unref (task);
}

static void
return_secret (GTask     *task,
               AlaSecret *secret, /* (transfer full) (nullable) */
               GError    *error)  /* (transfer full) (nullable) */
{
  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) ala_secret_unref);
  else
    g_task_return_error (task, error);
}

static void
keyring_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AlaSecret *secret = ala_secret_keyring_load_finish (ALA_SECRET_KEYRING (source), result, &error);

  return_secret (task, secret, error);
}

static void
load (GTask          *task, /* (transfer full) */
      AlaSecretPlace  place,
      const char     *link,
      const char     *name)
{
  AlaSecretStore *self = g_task_get_source_object (task);
  AlaSecret *secret = NULL;
  GError *error = NULL;

  switch (place)
    {
    case ALA_SECRET_PLACE_KEYRING:
      ala_secret_keyring_load_async (self->keyring, link, name, g_task_get_cancellable (task), keyring_loaded_cb, task);
      return;
    case ALA_SECRET_PLACE_FILE:
      secret = ala_secret_file_load (self->folder, link, name, &error);
      break;
    case ALA_SECRET_PLACE_SESSION:
      secret = ala_secret_session_load (self->session, link, name, &error);
      break;
    }

  return_secret (task, secret, error);
  g_object_unref (task);
}

static void
keyring_cleared_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ala_secret_keyring_clear_finish (ALA_SECRET_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @name: (nullable): for every secret of @link */
static void
clear (GTask          *task, /* (transfer full) */
       AlaSecretPlace  place,
       const char     *link,
       const char     *name)
{
  AlaSecretStore *self = g_task_get_source_object (task);
  GError *error = NULL;

  switch (place)
    {
    case ALA_SECRET_PLACE_KEYRING:
      ala_secret_keyring_clear_async (self->keyring, link, name, g_task_get_cancellable (task), keyring_cleared_cb, task);
      return;
    case ALA_SECRET_PLACE_FILE:
      if (ala_secret_file_clear (self->folder, link, name, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      break;
    case ALA_SECRET_PLACE_SESSION:
      ala_secret_session_clear (self->session, link, name);
      g_task_return_boolean (task, TRUE);
      break;
    }

  g_object_unref (task);
}

/* The label under which the keyring's own program shows a secret. */
static char *
dup_label (AlaSetup   *setup,
           const char *name)
{
  g_autofree char *host = ala_setup_dup_host (setup);

  if (*ala_setup_get_jira_url (setup) == '\0')
    return g_strdup (_("Applink Assistant: secret of a new link"));
  if (g_str_equal (name, ALA_SECRET_PRIVATE_KEY))
    /* Translators: how the desktop's keyring shows a secret; the host of a Jira */
    return g_strdup_printf (_("Applink Assistant: private key for %s"), host);

  return g_strdup_printf (_("Applink Assistant: access token for %s"), host);
}

/* The id and the name become names of files. */
static gboolean
is_safe (const char *text)
{
  return *text != '\0' && *text != '.' && strchr (text, G_DIR_SEPARATOR) == NULL;
}

void
ala_secret_store_save_async (AlaSecretStore      *self,
                             AlaSetup            *setup,
                             const char          *name,
                             AlaSecret           *secret,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (ALA_IS_SECRET_STORE (self));
  g_return_if_fail (ALA_IS_SETUP (setup) && is_safe (ala_setup_get_id (setup)));
  g_return_if_fail (name != NULL && is_safe (name));
  g_return_if_fail (secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_secret_store_save_async);
  g_task_set_name (task, "[applink] save a secret");
  if (g_task_return_error_if_cancelled (task))
    return;

  label = dup_label (setup, name);
  save (g_steal_pointer (&task), ala_setup_get_secret_place (setup), ala_setup_get_id (setup), name, label, secret);
}

gboolean
ala_secret_store_save_finish (AlaSecretStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ala_secret_store_load_async (AlaSecretStore      *self,
                             AlaSetup            *setup,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_SECRET_STORE (self));
  g_return_if_fail (ALA_IS_SETUP (setup) && is_safe (ala_setup_get_id (setup)));
  g_return_if_fail (name != NULL && is_safe (name));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_secret_store_load_async);
  g_task_set_name (task, "[applink] load a secret");
  g_object_set_data (G_OBJECT (task), "is-key", GINT_TO_POINTER (g_str_equal (name, ALA_SECRET_PRIVATE_KEY)));
  if (g_task_return_error_if_cancelled (task))
    return;

  load (g_steal_pointer (&task), ala_setup_get_secret_place (setup), ala_setup_get_id (setup), name);
}

AlaSecret *
ala_secret_store_load_finish (AlaSecretStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_autoptr (GError) failure = NULL;
  AlaSecret *secret;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  secret = g_task_propagate_pointer (G_TASK (result), &failure);

  /* Without its key a link has to be made anew; without its token only the access has to be allowed again. */
  if (g_error_matches (failure, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRETS_MISSING)
      && !GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "is-key")))
    ala_problem_set_error (error, ALA_PROBLEM_TOKEN_MISSING, "%s", failure->message);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return secret;
}

void
ala_secret_store_clear_async (AlaSecretStore      *self,
                              AlaSetup            *setup,
                              const char          *name,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_SECRET_STORE (self));
  g_return_if_fail (ALA_IS_SETUP (setup) && is_safe (ala_setup_get_id (setup)));
  g_return_if_fail (name == NULL || is_safe (name));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_secret_store_clear_async);
  g_task_set_name (task, "[applink] clear secrets of a link");
  if (g_task_return_error_if_cancelled (task))
    return;

  /* Key pair and tokens are the product's: nothing was ever kept here, and whoever has no keyring never needed one. */
  if (*ala_setup_get_public_key (setup) != '\0')
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  clear (g_steal_pointer (&task), ala_setup_get_secret_place (setup), ala_setup_get_id (setup), name);
}

gboolean
ala_secret_store_clear_finish (AlaSecretStore  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

#define TRIAL_NAME "trial"

typedef struct
{
  /* Input */
  AlaSecretPlace place;
  char *link;        /* (owned): of nobody's link */
  AlaSecret *secret; /* (owned) */

  /* In progress */
  GError *error;     /* (owned) (nullable): kept while the trial value is removed */
} TrialData;

static void
trial_data_free (TrialData *data)
{
  g_free (data->link);
  ala_secret_unref (data->secret);
  g_clear_error (&data->error);
  g_free (data);
}

static void
trial_cleared_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrialData *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  /* What went wrong first is what the person has to know. */
  g_task_propagate_boolean (G_TASK (result), data->error == NULL ? &data->error : &error);
  if (data->error != NULL)
    g_task_return_error (task, g_steal_pointer (&data->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
trial_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  TrialData *data = g_task_get_task_data (task);
  g_autoptr (AlaSecret) secret = g_task_propagate_pointer (G_TASK (result), &data->error);

  if (secret != NULL && !ala_secret_equal (secret, data->secret))
    ala_problem_set_error (&data->error,
                           data->place == ALA_SECRET_PLACE_KEYRING ? ALA_PROBLEM_KEYRING_FAILED
                                                                   : ALA_PROBLEM_SECRET_FILE_FAILED,
                           _("What was kept there came back changed."));

  /* Removed even when the person has cancelled meanwhile. */
  clear (g_task_new (source, NULL, trial_cleared_cb, task), data->place, data->link, NULL);
}

static void
trial_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaSecretStore *self = ALA_SECRET_STORE (source);
  TrialData *data = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean may_be_kept = data->place != ALA_SECRET_PLACE_KEYRING || ala_secret_keyring_was_reached (self->keyring);

  if (g_task_propagate_boolean (G_TASK (result), &data->error))
    load (g_task_new (source, cancellable, trial_loaded_cb, g_steal_pointer (&task)), data->place, data->link, TRIAL_NAME);
  else if (g_cancellable_is_cancelled (cancellable) && may_be_kept)
    clear (g_task_new (source, NULL, trial_cleared_cb, g_steal_pointer (&task)), data->place, data->link, NULL);
  else
    g_task_return_error (task, g_steal_pointer (&data->error));
}

void
ala_secret_store_test_async (AlaSecretStore      *self,
                             AlaSecretPlace       place,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TrialData *data;

  g_return_if_fail (ALA_IS_SECRET_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_secret_store_test_async);
  g_task_set_name (task, "[applink] try out a place for secrets");
  if (g_task_return_error_if_cancelled (task))
    return;

  data = g_new0 (TrialData, 1);
  data->place = place;
  data->link = g_uuid_string_random ();
  data->secret = ala_secret_new_take (g_uuid_string_random ());
  g_task_set_task_data (task, data, (GDestroyNotify) trial_data_free);

  save (g_task_new (self, cancellable, trial_saved_cb, g_object_ref (task)), place, data->link, TRIAL_NAME,
        _("Applink Assistant: a trial, may be deleted"), data->secret);
}

gboolean
ala_secret_store_test_finish (AlaSecretStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
