/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-pair.h"

#include <glib/gi18n-lib.h>

#include "ala-key-pair-private.h"
#include "ala-problem.h"
#include "ala-public-key-private.h"

struct _AlaKeyPair
{
  GObject parent_instance;

  gnutls_privkey_t key;     /* owned */
  AlaPublicKey *public_key; /* owned */
};

G_DEFINE_FINAL_TYPE (AlaKeyPair, ala_key_pair, G_TYPE_OBJECT)

static void
ala_key_pair_finalize (GObject *object)
{
  AlaKeyPair *self = ALA_KEY_PAIR (object);

  g_clear_pointer (&self->key, gnutls_privkey_deinit);
  g_clear_object (&self->public_key);

  G_OBJECT_CLASS (ala_key_pair_parent_class)->finalize (object);
}

static void
ala_key_pair_class_init (AlaKeyPairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_key_pair_finalize;
}

static void
ala_key_pair_init (AlaKeyPair *self)
{
}

AlaKeyPair *
ala_key_pair_new_take (gnutls_privkey_t  key,
                       int              *status)
{
  g_autoptr (AlaKeyPair) self = g_object_new (ALA_TYPE_KEY_PAIR, NULL);
  g_auto (gnutls_pubkey_t) public_key = NULL;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (status != NULL, NULL);

  self->key = key;
  *status = gnutls_pubkey_init (&public_key);
  if (*status >= 0)
    *status = gnutls_pubkey_import_privkey (public_key, key, 0, 0);
  if (*status >= 0)
    self->public_key = ala_public_key_new_take (g_steal_pointer (&public_key), status);

  return *status >= 0 ? g_steal_pointer (&self) : NULL;
}

gnutls_privkey_t
ala_key_pair_get_gnutls (AlaKeyPair *self)
{
  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), NULL);

  return self->key;
}

AlaPublicKey *
ala_key_pair_get_public_key (AlaKeyPair *self)
{
  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), NULL);

  return self->public_key;
}

AlaKeyPair *
ala_key_pair_generate (guint    bits,
                       GError **error)
{
  g_auto (gnutls_privkey_t) key = NULL;
  AlaKeyPair *self = NULL;
  int status;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (bits != 1024 && bits != 2048 && bits != 3072 && bits != 4096)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_GENERATION_FAILED,
                             _("Keys of %u bits are not made, only of 1024, 2048, 3072 or 4096."), bits);
      return NULL;
    }

  status = gnutls_privkey_init (&key);
  if (status >= 0)
    status = gnutls_privkey_generate (key, GNUTLS_PK_RSA, bits, 0);
  if (status >= 0)
    self = ala_key_pair_new_take (g_steal_pointer (&key), &status);
  if (status < 0)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_GENERATION_FAILED,
                           /* Translators: %u is a number of bits, %s the message of the cryptography library. */
                           _("A key of %u bits could not be made: %s"), bits, gnutls_strerror (status));

  return self;
}

static void
generate_in_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (GPOINTER_TO_UINT (task_data), &error);

  /* Once the task has returned by itself, being cancelled, it takes no second result. */
  if (!g_task_set_return_on_cancel (task, FALSE))
    return;
  if (pair != NULL)
    g_task_return_pointer (task, g_steal_pointer (&pair), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ala_key_pair_generate_async (guint                bits,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_key_pair_generate_async);
  g_task_set_name (task, "[applink] generate key pair");
  g_task_set_task_data (task, GUINT_TO_POINTER (bits), NULL);
  g_task_set_return_on_cancel (task, TRUE);
  /* Being cancelled, the task returns while the thread is at work, and the program may end right then. GnuTLS, which would take
   * its tables from under the thread, leaves them alone as long as somebody counts as its user. */
  gnutls_global_init ();
  g_task_run_in_thread (task, generate_in_thread);
}

AlaKeyPair *
ala_key_pair_generate_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_key_pair_generate_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
ala_key_pair_get_bits (AlaKeyPair *self)
{
  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), 0);

  return ala_public_key_get_bits (self->public_key);
}

const char *
ala_key_pair_get_fingerprint (AlaKeyPair *self)
{
  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), NULL);

  return ala_public_key_get_fingerprint (self->public_key);
}

static GBytes *
take_signature (gnutls_datum_t *signature)
{
  GBytes *bytes = g_bytes_new (signature->data, signature->size);

  gnutls_free (signature->data);
  return bytes;
}

GBytes *
ala_key_pair_sign_digest_info (AlaKeyPair *self,
                               const void *data,
                               gsize       length,
                               int        *status)
{
  guchar info[ALA_DIGEST_INFO_SIZE];
  gnutls_datum_t to_sign = { info, sizeof info };
  gnutls_datum_t signature;

  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), NULL);
  g_return_val_if_fail (status != NULL, NULL);

  ala_digest_info (data, length, info);
  *status =
    gnutls_privkey_sign_hash (self->key, GNUTLS_DIG_UNKNOWN, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, &to_sign, &signature);
  return *status >= 0 ? take_signature (&signature) : NULL;
}

GBytes *
ala_key_pair_sign_sha1 (AlaKeyPair  *self,
                        const void  *data,
                        gsize        length,
                        GError     **error)
{
  gnutls_datum_t to_sign;
  gnutls_datum_t signature;
  GBytes *bytes;
  int status;

  g_return_val_if_fail (ALA_IS_KEY_PAIR (self), NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (length <= G_MAXUINT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  to_sign.data = (guchar *) data;
  to_sign.size = (guint) length;
  if (gnutls_privkey_sign_data (self->key, GNUTLS_DIG_SHA1, 0, &to_sign, &signature) >= 0)
    return take_signature (&signature);

  bytes = ala_key_pair_sign_digest_info (self, data, length, &status);
  if (bytes == NULL)
    ala_problem_set_error (error, ALA_PROBLEM_SIGNING_REFUSED,
                           /* Translators: %s is the message of the cryptography library. */
                           _("The cryptography library did not sign: %s"), gnutls_strerror (status));
  return bytes;
}
