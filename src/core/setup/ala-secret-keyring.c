/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "ala-secret-keyring-error.h"

struct _AlaSecretKeyring
{
  GObject parent_instance;

  guint patience;
  gboolean reached; /* some operation has found a keyring */
};

G_DEFINE_FINAL_TYPE (AlaSecretKeyring, ala_secret_keyring, G_TYPE_OBJECT)

/* The same in release and development builds, so that the command line and either window find the same secrets. */
static const SecretSchema schema = {
  "io.github.applink.Assistant.Link", SECRET_SCHEMA_NONE,
  {
    { "link", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "name", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

typedef enum
{
  SAVE,
  LOAD,
  CLEAR,
} Operation;

/* The data of the one task that every operation runs in. */
typedef struct
{
  /* Input */
  Operation operation;
  GHashTable *attributes; /* (owned) */
  char *label;            /* (owned) (nullable): for SAVE */
  SecretValue *value;     /* (owned) (nullable): for SAVE */

  /* In progress */
  GCancellable *stop;     /* (owned): cancelled by the caller's cancellable and by the clock */
  gulong cancelled_id;
  GSource *clock;         /* (owned) (nullable): runs until the keyring has answered */
  gboolean timed_out;
  gboolean reached;       /* the keyring has answered */
} KeyringData;

static void
keyring_data_free (KeyringData *data)
{
  g_assert (data->clock == NULL);

  g_hash_table_unref (data->attributes);
  g_free (data->label);
  g_clear_pointer (&data->value, secret_value_unref);
  g_object_unref (data->stop);
  g_free (data);
}

static void
ala_secret_keyring_class_init (AlaSecretKeyringClass *klass)
{
}

static void
ala_secret_keyring_init (AlaSecretKeyring *self)
{
}

AlaSecretKeyring *
ala_secret_keyring_new (guint patience)
{
  AlaSecretKeyring *self = g_object_new (ALA_TYPE_SECRET_KEYRING, NULL);

  self->patience = patience;
  return self;
}

gboolean
ala_secret_keyring_was_reached (AlaSecretKeyring *self)
{
  g_return_val_if_fail (ALA_IS_SECRET_KEYRING (self), FALSE);

  return self->reached;
}

static void
stop_clock (KeyringData *data)
{
  if (data->clock == NULL)
    return;

  g_source_destroy (data->clock);
  g_clear_pointer (&data->clock, g_source_unref);
}

/* To be called right before the task returns. */
static void
settle (GTask *task)
{
  KeyringData *data = g_task_get_task_data (task);

  stop_clock (data);
  g_cancellable_disconnect (g_task_get_cancellable (task), data->cancelled_id);
  data->cancelled_id = 0;
}

static void
return_failure (GTask  *task,
                GError *error) /* (transfer full) */
{
  KeyringData *data = g_task_get_task_data (task);
  AlaSecretKeyring *self = g_task_get_source_object (task);
  g_autoptr (GError) cause = error;

  settle (task);
  if (data->timed_out)
    {
      g_task_return_new_error (task, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_FAILED,
                               g_dngettext (GETTEXT_PACKAGE, "The keyring did not answer within %u second.",
                                            "The keyring did not answer within %u seconds.", self->patience / 1000),
                               self->patience / 1000);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_error (task, ala_secret_keyring_error_new (cause, data->reached));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!secret_password_store_finish (result, &error))
    {
      return_failure (task, error);
      return;
    }

  settle (task);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SecretValue *value;
  AlaSecret *secret;
  const char *text;
  gsize length;

  value = secret_password_lookup_binary_finish (result, &error);
  if (error != NULL)
    {
      return_failure (task, error);
      return;
    }

  settle (task);
  if (value == NULL)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_SECRETS_MISSING,
                                                        _("The keyring has no secret of this link.")));
      return;
    }

  text = secret_value_get (value, &length);
  secret = ala_secret_new (text, (gssize) length);
  secret_value_unref (value);
  g_task_return_pointer (task, secret, (GDestroyNotify) ala_secret_unref);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  /* FALSE without an error: there was nothing to remove. */
  secret_password_clear_finish (result, &error);
  if (error != NULL)
    {
      return_failure (task, error);
      return;
    }

  settle (task);
  g_task_return_boolean (task, TRUE);
}

static void
operate (GTask *task) /* (transfer full) */
{
  KeyringData *data = g_task_get_task_data (task);

  switch (data->operation)
    {
    case SAVE:
      secret_password_storev_binary (&schema, data->attributes, SECRET_COLLECTION_DEFAULT, data->label, data->value,
                                     data->stop, saved_cb, task);
      break;
    case LOAD:
      secret_password_lookupv (&schema, data->attributes, data->stop, loaded_cb, task);
      break;
    case CLEAR:
      secret_password_clearv (&schema, data->attributes, data->stop, cleared_cb, task);
      break;
    }
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int n_unlocked;

  n_unlocked = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);
  if (error == NULL && n_unlocked == 0)
    error = g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, _("it is still locked"));
  if (error != NULL)
    return_failure (task, error);
  else
    operate (g_steal_pointer (&task));
}

static void
collection_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  KeyringData *data = g_task_get_task_data (task);
  g_autoptr (SecretCollection) collection = NULL;
  GError *error = NULL;

  collection = secret_collection_for_alias_finish (result, &error);
  if (error != NULL)
    {
      return_failure (task, error);
      return;
    }

  /* No collection yet: saving makes one. */
  if (collection != NULL && secret_collection_get_locked (collection))
    {
      g_autoptr (GList) collections = g_list_append (NULL, collection);

      secret_service_unlock (secret_collection_get_service (collection), collections, data->stop, unlocked_cb,
                             g_steal_pointer (&task));
      return;
    }

  operate (g_steal_pointer (&task));
}

static void
set_reached (GTask *task)
{
  AlaSecretKeyring *self = g_task_get_source_object (task);
  KeyringData *data = g_task_get_task_data (task);

  self->reached = data->reached = TRUE;
  stop_clock (data);
}

static void
service_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  KeyringData *data = g_task_get_task_data (task);
  g_autoptr (SecretService) service = NULL;
  GError *error = NULL;

  service = secret_service_get_finish (result, &error);
  if (service == NULL)
    {
      return_failure (task, error);
      return;
    }

  /* From here on each call has GDBus's own time limit, and only a question to the person may take longer. */
  set_reached (task);
  secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, data->stop, collection_cb,
                               g_steal_pointer (&task));
}

/* In a sandbox libsecret keeps the secrets in a file of the sandbox, encrypted with a password from the desktop's portal: there
 * is no service to reach and nothing to unlock. The variable is libsecret's own switch for that. */
static gboolean
has_own_file (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0;
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  KeyringData *data = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    return_failure (task, error);
  else if (!has_own_file ())
    secret_service_get (SECRET_SERVICE_OPEN_SESSION, data->stop, service_cb, g_steal_pointer (&task));
  else
    {
      set_reached (task);
      operate (g_steal_pointer (&task));
    }
}

static gboolean
clock_cb (gpointer user_data)
{
  KeyringData *data = user_data;

  data->timed_out = TRUE;
  stop_clock (data);
  g_cancellable_cancel (data->stop);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/* @name: (nullable): for every secret of @link. Returns: (transfer full): a task for start() */
static GTask *
new_task (AlaSecretKeyring    *self,
          Operation            operation,
          gpointer             tag,
          const char          *link,
          const char          *name,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  static const char * const task_names[] = {
    [SAVE] = "[applink] save in the keyring",
    [LOAD] = "[applink] load from the keyring",
    [CLEAR] = "[applink] clear in the keyring",
  };
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  KeyringData *data = g_new0 (KeyringData, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_name (task, task_names[operation]);

  data->operation = operation;
  data->attributes = secret_attributes_build (&schema, "link", link, name != NULL ? "name" : NULL, name, NULL);
  data->stop = g_cancellable_new ();
  g_task_set_task_data (task, data, (GDestroyNotify) keyring_data_free);
  return task;
}

static void
start (GTask *task) /* (transfer full) */
{
  AlaSecretKeyring *self = g_task_get_source_object (task);
  KeyringData *data = g_task_get_task_data (task);

  if (g_task_get_cancellable (task) != NULL)
    data->cancelled_id = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (cancelled_cb),
                                                g_object_ref (data->stop), g_object_unref);
  data->clock = g_timeout_source_new (self->patience);
  g_source_set_callback (data->clock, clock_cb, data, NULL);
  g_source_set_static_name (data->clock, "[applink] keyring time limit");
  g_source_attach (data->clock, g_task_get_context (task));

  /* Without a message bus newer versions of libsecret warn on standard error before they report it. */
  g_bus_get (G_BUS_TYPE_SESSION, data->stop, bus_cb, task);
}

void
ala_secret_keyring_save_async (AlaSecretKeyring    *self,
                               const char          *link,
                               const char          *name,
                               const char          *label,
                               AlaSecret           *secret,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  KeyringData *data;
  GTask *task;

  g_return_if_fail (ALA_IS_SECRET_KEYRING (self));
  g_return_if_fail (link != NULL && name != NULL && label != NULL && secret != NULL);

  task = new_task (self, SAVE, ala_secret_keyring_save_async, link, name, cancellable, callback, user_data);
  data = g_task_get_task_data (task);
  data->label = g_strdup (label);
  data->value = secret_value_new (ala_secret_peek (secret), (gssize) ala_secret_get_length (secret), "text/plain");
  start (task);
}

gboolean
ala_secret_keyring_save_finish (AlaSecretKeyring  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ala_secret_keyring_load_async (AlaSecretKeyring    *self,
                               const char          *link,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (ALA_IS_SECRET_KEYRING (self));
  g_return_if_fail (link != NULL && name != NULL);

  start (new_task (self, LOAD, ala_secret_keyring_load_async, link, name, cancellable, callback, user_data));
}

AlaSecret *
ala_secret_keyring_load_finish (AlaSecretKeyring  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ala_secret_keyring_clear_async (AlaSecretKeyring    *self,
                                const char          *link,
                                const char          *name,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ALA_IS_SECRET_KEYRING (self));
  g_return_if_fail (link != NULL);

  start (new_task (self, CLEAR, ala_secret_keyring_clear_async, link, name, cancellable, callback, user_data));
}

gboolean
ala_secret_keyring_clear_finish (AlaSecretKeyring  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
