/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-public-key.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-key-block.h"
#include "ala-key-import.h"
#include "ala-problem.h"
#include "ala-public-key-private.h"

struct _AlaPublicKey
{
  GObject parent_instance;

  gnutls_pubkey_t key; /* owned */
  guint bits;
  char *fingerprint; /* owned */
  char *body;        /* owned */
};

G_DEFINE_FINAL_TYPE (AlaPublicKey, ala_public_key, G_TYPE_OBJECT)

static void
ala_public_key_finalize (GObject *object)
{
  AlaPublicKey *self = ALA_PUBLIC_KEY (object);

  g_clear_pointer (&self->key, gnutls_pubkey_deinit);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->body, g_free);

  G_OBJECT_CLASS (ala_public_key_parent_class)->finalize (object);
}

static void
ala_public_key_class_init (AlaPublicKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_public_key_finalize;
}

static void
ala_public_key_init (AlaPublicKey *self)
{
}

AlaPublicKey *
ala_public_key_new_take (gnutls_pubkey_t  key,
                         int             *status)
{
  g_autoptr (AlaPublicKey) self = g_object_new (ALA_TYPE_PUBLIC_KEY, NULL);
  g_auto (gnutls_datum_t) der = { NULL, 0 };

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (status != NULL, NULL);

  self->key = key;
  *status = gnutls_pubkey_get_pk_algorithm (key, &self->bits);
  if (*status >= 0)
    *status = gnutls_pubkey_export2 (key, GNUTLS_X509_FMT_DER, &der);
  if (*status < 0)
    return NULL;

  self->fingerprint = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der.data, der.size);
  self->body = g_base64_encode (der.data, der.size);
  return g_steal_pointer (&self);
}

gnutls_pubkey_t
ala_public_key_get_gnutls (AlaPublicKey *self)
{
  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (self), NULL);

  return self->key;
}

/* Says why Jira would not take @block. Nothing is said when it is a public key. */
static gboolean
refuse_other_kinds (AlaKeyBlock  *block,
                    GError      **error)
{
  switch (block->kind)
    {
    case ALA_KEY_KIND_PUBLIC:
      return FALSE;
    case ALA_KEY_KIND_PKCS8:
    case ALA_KEY_KIND_PKCS8_ENCRYPTED:
    case ALA_KEY_KIND_PKCS1:
    case ALA_KEY_KIND_PEM_ENCRYPTED:
    case ALA_KEY_KIND_EC:
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_IS_PRIVATE, _("There is a private key in this text."));
      return TRUE;
    case ALA_KEY_KIND_PKCS1_PUBLIC:
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED,
                             _("This is a public key in the form “BEGIN RSA PUBLIC KEY”, which Jira does not read."));
      return TRUE;
    case ALA_KEY_KIND_CERTIFICATE:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_IS_CERTIFICATE, _("There is a certificate in this text."));
      return TRUE;
    case ALA_KEY_KIND_SSH:
      ala_problem_set_error (error, ALA_PROBLEM_KEY_IS_SSH, _("There is an SSH key in this text."));
      return TRUE;
    case ALA_KEY_KIND_CERTIFICATE_REQUEST:
    case ALA_KEY_KIND_KEY_STORE:
    case ALA_KEY_KIND_UNKNOWN:
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED, _("There is no public key in this text."));
      return TRUE;
    }

  g_assert_not_reached ();
}

AlaPublicKey *
ala_public_key_new_from_text (const char  *text,
                              GError     **error)
{
  g_autoptr (AlaKeyBlock) block = NULL;
  g_autoptr (AlaPublicKey) self = NULL;
  g_auto (gnutls_pubkey_t) key = NULL;
  gnutls_datum_t der;
  int algorithm, status;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strlen (text) > ALA_KEY_FILE_MAX)
    {
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED, _("The text is far too long for a key."));
      return NULL;
    }

  block = ala_key_block_find (text, strlen (text));
  if (refuse_other_kinds (block, error))
    return NULL;

  if (!block->complete)
    {
      ala_problem_set_error (error, ALA_PROBLEM_KEY_TRUNCATED, _("Part of the public key is missing."));
      return NULL;
    }
  if (!block->alone)
    {
      ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED,
                             _("There is other text beside the public key. Jira would read it as part of the key."));
      return NULL;
    }

  der.data = (guchar *) ala_secret_peek (block->der);
  der.size = (guint) ala_secret_get_length (block->der);
  status = gnutls_pubkey_init (&key);
  if (status >= 0)
    status = gnutls_pubkey_import (key, &der, GNUTLS_X509_FMT_DER);
  algorithm = status >= 0 ? gnutls_pubkey_get_pk_algorithm (key, NULL) : status;
  if (algorithm == GNUTLS_PK_RSA)
    self = ala_public_key_new_take (g_steal_pointer (&key), &status);

  if (status == GNUTLS_E_UNKNOWN_PK_ALGORITHM || status == GNUTLS_E_UNIMPLEMENTED_FEATURE ||
      status == GNUTLS_E_ECC_UNSUPPORTED_CURVE)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("The public key uses an algorithm other than RSA."));
  else if (status < 0)
    ala_problem_set_error (error, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED,
                           _("The public key is damaged: a character may have been changed."));
  else if (self == NULL)
    ala_problem_set_error (error, ALA_PROBLEM_KEY_NOT_RSA, _("This is a public key for %s."),
                           gnutls_pk_algorithm_get_name ((gnutls_pk_algorithm_t) algorithm));

  return g_steal_pointer (&self);
}

guint
ala_public_key_get_bits (AlaPublicKey *self)
{
  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (self), 0);

  return self->bits;
}

const char *
ala_public_key_get_fingerprint (AlaPublicKey *self)
{
  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (self), NULL);

  return self->fingerprint;
}

char *
ala_public_key_dup_body (AlaPublicKey *self)
{
  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (self), NULL);

  return g_strdup (self->body);
}

gboolean
ala_public_key_verify_sha1 (AlaPublicKey *self,
                            const void   *data,
                            gsize         length,
                            GBytes       *signature)
{
  guchar info[ALA_DIGEST_INFO_SIZE];
  gnutls_datum_t signed_info = { info, sizeof info };
  gnutls_datum_t octets;

  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (self), FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (signature != NULL, FALSE);

  /* With this flag GnuTLS compares the DigestInfo alone and asks no policy what it thinks of SHA-1. */
  ala_digest_info (data, length, info);
  octets.data = (guchar *) g_bytes_get_data (signature, NULL);
  octets.size = (guint) g_bytes_get_size (signature);
  return gnutls_pubkey_verify_hash2 (self->key, GNUTLS_SIGN_UNKNOWN, GNUTLS_VERIFY_USE_TLS1_RSA, &signed_info, &octets) >= 0;
}
