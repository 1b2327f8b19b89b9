/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-import.h"

#include <glib/gi18n-lib.h>

#include "ala-key-block.h"
#include "ala-key-pair-private.h"
#include "ala-problem.h"

/* Some seconds of work. OpenSSL uses 2048 rounds by default, careful people some hundred thousand. */
#define ROUNDS_MAX (5 * 1000 * 1000)

/* Says what @block is when it is no private key at all, or none for Jira. */
static gboolean
refuse_other_kinds (AlaKeyBlock  *block,
                    GError      **error)
{
  switch (block->kind)
    {
    case ALA_KEY_KIND_PKCS8:
    case ALA_KEY_KIND_PKCS8_ENCRYPTED:
    case ALA_KEY_KIND_PKCS1:
    case ALA_KEY_KIND_PEM_ENCRYPTED:
      return FALSE;
    case ALA_KEY_KIND_EC:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("This is a private key for elliptic curves."));
      return TRUE;
    case ALA_KEY_KIND_PUBLIC:
    case ALA_KEY_KIND_PKCS1_PUBLIC:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_IS_PUBLIC, _("There is only a public key here."));
      return TRUE;
    case ALA_KEY_KIND_CERTIFICATE:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_IS_CERTIFICATE, _("There is only a certificate here."));
      return TRUE;
    case ALA_KEY_KIND_SSH:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_IS_SSH, _("There is an SSH key here."));
      return TRUE;
    case ALA_KEY_KIND_CERTIFICATE_REQUEST:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED, _("This is a request for a certificate."));
      return TRUE;
    case ALA_KEY_KIND_KEY_STORE:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED,
                             _("This is a key store (PKCS#12 or Java). Export the private key from it first."));
      return TRUE;
    case ALA_KEY_KIND_UNKNOWN:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED, _("Nothing here looks like a key."));
      return TRUE;
    }

  g_assert_not_reached ();
}

static gnutls_datum_t
peek_datum (AlaSecret *secret)
{
  return (gnutls_datum_t) { (guchar *) ala_secret_peek (secret), (guint) ala_secret_get_length (secret) };
}

/* Looks before a password is asked for whether it would be of any use. */
static gboolean
can_decrypt (AlaKeyBlock  *block,
             GError      **error)
{
  gnutls_datum_t der = peek_datum (block->der);
  guint schema, cipher, rounds = 0;
  guint salt_size = 0;
  char *oid = NULL;
  int status;

  if (block->kind == ALA_KEY_KIND_PEM_ENCRYPTED)
    return TRUE;

  /* The salt has no place to go, which is no fault. */
  status = gnutls_pkcs8_info (&der, GNUTLS_X509_FMT_DER, &schema, &cipher, NULL, &salt_size, &rounds, &oid);
  gnutls_free (oid);
  if (status < 0 && status != GNUTLS_E_SHORT_MEMORY_BUFFER)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED,
                             _("The key is encrypted in a way that this program cannot decrypt. Decrypt it first, with "
                               "“openssl pkcs8 -in FILE -out NEW-FILE”."));
      return FALSE;
    }
  if (rounds > ROUNDS_MAX)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED,
                             _("Decrypting the key would take %u rounds, which no real key needs."), rounds);
      return FALSE;
    }

  return TRUE;
}

static gboolean
import_encrypted (gnutls_x509_privkey_t   key,
                  AlaKeyBlock            *block,
                  AlaSecret              *password,
                  GError                **error)
{
  gnutls_datum_t data;
  int status;

  if (!can_decrypt (block, error))
    return FALSE;

  if (password == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_PASSWORD_NEEDED, _("The private key is encrypted."));
      return FALSE;
    }

  if (block->kind == ALA_KEY_KIND_PEM_ENCRYPTED)
    {
      data = peek_datum (block->pem);
      status = gnutls_x509_privkey_import_openssl (key, &data, ala_secret_peek (password));
    }
  else
    {
      data = peek_datum (block->der);
      status = gnutls_x509_privkey_import_pkcs8 (key, &data, GNUTLS_X509_FMT_DER, ala_secret_peek (password), 0);
    }

  if (status >= 0)
    return TRUE;

  if (status == GNUTLS_E_UNKNOWN_PK_ALGORITHM)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("The private key uses an algorithm other than RSA."));
  else if (status == GNUTLS_E_INVALID_REQUEST || status == GNUTLS_E_UNKNOWN_CIPHER_TYPE)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED,
                           _("The key is encrypted in a way that this program cannot decrypt. Decrypt it first, with "
                             "“openssl rsa -in FILE -out NEW-FILE”."));
  else
    ala_problem_set_error (error, ALA_PROBLEM_KEY_PASSWORD_WRONG, _("The private key could not be decrypted."));
  return FALSE;
}

static gboolean
import_plain (gnutls_x509_privkey_t   key,
              AlaKeyBlock            *block,
              GError                **error)
{
  gnutls_datum_t der = peek_datum (block->der);
  int status;

  if (block->kind == ALA_KEY_KIND_PKCS8)
    status = gnutls_x509_privkey_import_pkcs8 (key, &der, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN);
  else
    status = gnutls_x509_privkey_import (key, &der, GNUTLS_X509_FMT_DER);

  if (status >= 0)
    return TRUE;

  if (status == GNUTLS_E_UNKNOWN_PK_ALGORITHM || status == GNUTLS_E_ECC_UNSUPPORTED_CURVE)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("The private key uses an algorithm other than RSA."));
  else
    ala_problem_set_error (error, ALA_PROBLEM_KEY_TRUNCATED,
                           _("The private key is damaged: a character may have been lost or changed."));
  return FALSE;
}

static gboolean
check_key (gnutls_x509_privkey_t   key,
           GError                **error)
{
  guint bits = 0;
  int algorithm = gnutls_x509_privkey_get_pk_algorithm2 (key, &bits);

  if (algorithm != GNUTLS_PK_RSA)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("This is a private key for %s."),
                             gnutls_pk_algorithm_get_name ((gnutls_pk_algorithm_t) algorithm));
      return FALSE;
    }
  if (bits < ALA_KEY_BITS_MIN)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TOO_SMALL, _("The key has %u bits."), bits);
      return FALSE;
    }
  if (bits > ALA_KEY_BITS_MAX)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TOO_LARGE, _("The key has %u bits."), bits);
      return FALSE;
    }

  return TRUE;
}

/* Signs something: only that shows that both halves belong together, and that this system lets the key be used. */
static AlaKeyPair *
make_pair (gnutls_x509_privkey_t   x509_key,
           GError                **error)
{
  static const char text[] = "applink";
  g_auto (gnutls_privkey_t) key = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GBytes) signature = NULL;
  int status;

  status = gnutls_privkey_init (&key);
  if (status >= 0)
    status = gnutls_privkey_import_x509 (key, x509_key, GNUTLS_PRIVKEY_IMPORT_COPY);
  if (status >= 0)
    pair = ala_key_pair_new_take (g_steal_pointer (&key), &status);
  if (status < 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TRUNCATED, _("The private key cannot be used: %s"),
                             gnutls_strerror (status));
      return NULL;
    }

  signature = ala_key_pair_sign_digest_info (pair, text, sizeof text, &status);
  if (status < 0 && status != GNUTLS_E_PK_SIGN_FAILED)
    {
      ala_problem_set_error (error, ALA_PROBLEM_SIGNING_REFUSED, _("The cryptography library did not sign: %s"),
                             gnutls_strerror (status));
      return NULL;
    }
  if (signature == NULL ||
      !ala_public_key_verify_sha1 (ala_key_pair_get_public_key (pair), text, sizeof text, signature))
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TRUNCATED,
                             _("The private key is damaged: its numbers do not belong together."));
      return NULL;
    }

  return g_steal_pointer (&pair);
}

AlaKeyPair *
ala_key_import (AlaSecret  *data,
                AlaSecret  *password,
                GError    **error)
{
  g_autoptr (AlaKeyBlock) block = NULL;
  g_auto (gnutls_x509_privkey_t) key = NULL;
  gboolean imported;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (ala_secret_get_length (data) > ALA_KEY_FILE_MAX)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RECOGNISED, _("This is far too long for a key."));
      return NULL;
    }

  block = ala_key_block_find (ala_secret_peek (data), ala_secret_get_length (data));
  if (refuse_other_kinds (block, error))
    return NULL;
  if (!block->complete)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TRUNCATED, _("Part of the private key is missing."));
      return NULL;
    }

  if (gnutls_x509_privkey_init (&key) < 0)
    g_error ("No memory for a private key");
  if (block->kind == ALA_KEY_KIND_PKCS8 || block->kind == ALA_KEY_KIND_PKCS1)
    imported = import_plain (key, block, error);
  else
    imported = import_encrypted (key, block, password, error);

  return imported && check_key (key, error) ? make_pair (key, error) : NULL;
}

typedef struct
{
  GFile *file;         /* owned */
  AlaSecret *password; /* owned, nullable */
} ImportData;

static void
import_data_free (ImportData *data)
{
  g_clear_object (&data->file);
  g_clear_pointer (&data->password, ala_secret_unref);
  g_free (data);
}

static void
set_file_error (GError      **error,
                GFile        *file,
                const GError *cause)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    /* Translators: the first %s is a file name, the second the system's message. */
    ala_problem_set_error (error, ALA_PROBLEM_KEY_FILE_UNREADABLE, _("“%s” could not be read: %s"), shown, cause->message);
}

/* Reads into memory that is wiped, and never more than a key can have. */
static AlaSecret *
load_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  AlaSecret *secret = NULL;
  char *buffer;
  gsize length;

  /* A pipe or a device would have us wait for ever. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("It is not a file."));
      return NULL;
    }

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  buffer = g_malloc (ALA_KEY_FILE_MAX + 1);
  if (g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, ALA_KEY_FILE_MAX + 1, &length, cancellable, error))
    {
      if (length <= ALA_KEY_FILE_MAX)
        secret = ala_secret_new (buffer, (gssize) length);
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is far too large for a key."));
    }
  ala_secret_wipe (buffer, length);
  g_free (buffer);
  return secret;
}

static void
import_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ImportData *data = task_data;
  g_autoptr (AlaSecret) contents = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  contents = load_file (data->file, cancellable, &cause);
  if (contents != NULL)
    pair = ala_key_import (contents, data->password, &error);
  else
    set_file_error (&error, data->file, cause);

  /* Once the task has returned by itself, being cancelled, it takes no second result. */
  if (!g_task_set_return_on_cancel (task, FALSE))
    return;
  if (pair != NULL)
    g_task_return_pointer (task, g_steal_pointer (&pair), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ala_key_import_file_async (GFile               *file,
                           AlaSecret           *password,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  ImportData *data;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  data = g_new0 (ImportData, 1);
  data->file = g_object_ref (file);
  data->password = password != NULL ? ala_secret_ref (password) : NULL;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_key_import_file_async);
  g_task_set_name (task, "[applink] import key");
  g_task_set_task_data (task, data, (GDestroyNotify) import_data_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, import_in_thread);
}

AlaKeyPair *
ala_key_import_file_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_key_import_file_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
