/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gnutls/crypto.h>

#include "ala-key-pair-private.h"
#include "ala-problem.h"
#include "ala-public-key-private.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

/* What the guide leaves to the person, who may type anything. */
#define GUIDE_COMMON_NAME "Jira application link"
#define GUIDE_DAYS        365

/* RFC 5280 section 4.1.2.2: positive, and at most 20 octets. */
#define SERIAL_SIZE 16

/* RFC 5280 section 4.1.2.5: the last second of the year 9999, which GnuTLS would overstep. */
#define LAST_TIME G_GINT64_CONSTANT (253402300799)

typedef enum
{
  GUIDE_PRIVATE_PKCS1,
  GUIDE_CERTIFICATE,
  GUIDE_PRIVATE_PKCS8,
  GUIDE_PUBLIC,
  GUIDE_FILES
} GuideFile;

static const char * const guide_names[GUIDE_FILES + 1] = {
  [GUIDE_PRIVATE_PKCS1] = "jira_privatekey.pem",
  [GUIDE_CERTIFICATE] = "jira_publickey.cer",
  [GUIDE_PRIVATE_PKCS8] = "jira_privatekey.pcks8",
  [GUIDE_PUBLIC] = "jira_publickey.pem",
  [GUIDE_FILES] = NULL,
};

static int
export_private (AlaKeyPair            *pair,
                gboolean               pkcs8,
                gnutls_x509_crt_fmt_t  format,
                gnutls_datum_t        *out)
{
  g_auto (gnutls_x509_privkey_t) key = NULL;
  int status;

  status = gnutls_privkey_export_x509 (ala_key_pair_get_gnutls (pair), &key);
  if (status < 0)
    return status;

  return pkcs8 ? gnutls_x509_privkey_export2_pkcs8 (key, format, NULL, GNUTLS_PKCS_PLAIN, out)
               : gnutls_x509_privkey_export2 (key, format, out);
}

AlaSecret *
ala_key_export_private (AlaKeyPair  *pair,
                        AlaKeyForm   form,
                        GError     **error)
{
  gboolean pkcs8 = form == ALA_KEY_FORM_PKCS8_PEM || form == ALA_KEY_FORM_PKCS8_BODY;
  gboolean pem = form == ALA_KEY_FORM_PKCS8_PEM || form == ALA_KEY_FORM_PKCS1_PEM;
  g_auto (gnutls_datum_t) out = { NULL, 0 };
  int status;

  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  status = export_private (pair, pkcs8, pem ? GNUTLS_X509_FMT_PEM : GNUTLS_X509_FMT_DER, &out);
  if (status < 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_UNEXPECTED, _("The private key could not be written out: %s"),
                             gnutls_strerror (status));
      return NULL;
    }

  if (pem)
    return ala_secret_new ((const char *) out.data, out.size);

  return ala_secret_new_take (g_base64_encode (out.data, out.size));
}

/* The public key was written out once already, for its fingerprint, so this does not fail. */
static void
export_public (AlaKeyPair            *pair,
               gnutls_x509_crt_fmt_t  format,
               gnutls_datum_t        *out)
{
  int status = gnutls_pubkey_export2 (ala_public_key_get_gnutls (ala_key_pair_get_public_key (pair)), format, out);

  if (status < 0)
    g_error ("A public key cannot be written out: %s", gnutls_strerror (status));
}

char *
ala_key_export_public_pem (AlaKeyPair *pair)
{
  g_auto (gnutls_datum_t) out = { NULL, 0 };

  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), NULL);

  export_public (pair, GNUTLS_X509_FMT_PEM, &out);
  return g_strndup ((const char *) out.data, out.size);
}

char *
ala_key_export_public_body (AlaKeyPair *pair)
{
  g_auto (gnutls_datum_t) out = { NULL, 0 };

  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), NULL);

  export_public (pair, GNUTLS_X509_FMT_DER, &out);
  return g_base64_encode (out.data, out.size);
}

static int
fill_certificate (gnutls_x509_crt_t  certificate,
                  AlaKeyPair        *pair,
                  const char        *common_name,
                  guint              days)
{
  guchar serial[SERIAL_SIZE];
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 end = MIN (now + (gint64) days * SECONDS_PER_DAY, LAST_TIME);
  int status;

  if ((status = gnutls_rnd (GNUTLS_RND_NONCE, serial, sizeof serial)) < 0)
    return status;
  /* The first bit is the sign; the second keeps the number from having leading zeros. */
  serial[0] = (serial[0] & 0x7f) | 0x40;

  if ((status = gnutls_x509_crt_set_version (certificate, 3)) < 0 ||
      (status = gnutls_x509_crt_set_serial (certificate, serial, sizeof serial)) < 0 ||
      (status = gnutls_x509_crt_set_dn_by_oid (certificate, GNUTLS_OID_X520_COMMON_NAME, 0, common_name,
                                               (guint) strlen (common_name))) < 0 ||
      (status = gnutls_x509_crt_set_activation_time (certificate, (time_t) now)) < 0 ||
      (status = gnutls_x509_crt_set_expiration_time (certificate, (time_t) end)) < 0 ||
      (status = gnutls_x509_crt_set_pubkey (certificate,
                                            ala_public_key_get_gnutls (ala_key_pair_get_public_key (pair)))) < 0)
    return status;

  return gnutls_x509_crt_privkey_sign (certificate, certificate, ala_key_pair_get_gnutls (pair), GNUTLS_DIG_SHA256, 0);
}

char *
ala_key_export_certificate (AlaKeyPair  *pair,
                            const char  *common_name,
                            guint        days,
                            GError     **error)
{
  g_auto (gnutls_x509_crt_t) certificate = NULL;
  g_auto (gnutls_datum_t) out = { NULL, 0 };
  int status;

  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), NULL);
  g_return_val_if_fail (common_name != NULL && *common_name != '\0', NULL);
  g_return_val_if_fail (days > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  status = gnutls_x509_crt_init (&certificate);
  if (status >= 0)
    status = fill_certificate (certificate, pair, common_name, days);
  if (status >= 0)
    status = gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &out);
  if (status < 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_UNEXPECTED, _("The certificate could not be made: %s"),
                             gnutls_strerror (status));
      return NULL;
    }

  return g_strndup ((const char *) out.data, out.size);
}

static gboolean
write_file (GFile       *folder,
            GuideFile    which,
            const char  *text,
            gsize        length,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, guide_names[which]);
  g_autoptr (GError) inner = NULL;
  /* Only together do these two give mode 0600 over an existing file of mode 0644. */
  GFileCreateFlags flags = G_FILE_CREATE_REPLACE_DESTINATION;

  if (which == GUIDE_PRIVATE_PKCS1 || which == GUIDE_PRIVATE_PKCS8)
    flags |= G_FILE_CREATE_PRIVATE;

  if (g_file_replace_contents (file, text, length, NULL, FALSE, flags, NULL, NULL, &inner))
    return TRUE;

  ala_problem_set_error (error, ALA_PROBLEM_KEY_FILE_NOT_WRITTEN,
                         /* Translators: the first %s is a file name, the second the system's message. */
                         _("“%s” could not be written: %s"), guide_names[which], inner->message);
  return FALSE;
}

static gboolean
write_private (AlaKeyPair  *pair,
               GFile       *folder,
               GuideFile    which,
               AlaKeyForm   form,
               GError     **error)
{
  g_autoptr (AlaSecret) key = ala_key_export_private (pair, form, error);

  return key != NULL && write_file (folder, which, ala_secret_peek (key), ala_secret_get_length (key), error);
}

gboolean
ala_key_export_guide_files (AlaKeyPair  *pair,
                            GFile       *folder,
                            GError     **error)
{
  g_autofree char *public_key = NULL;
  g_autofree char *certificate = NULL;

  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  public_key = ala_key_export_public_pem (pair);
  certificate = ala_key_export_certificate (pair, GUIDE_COMMON_NAME, GUIDE_DAYS, error);

  return certificate != NULL &&
         write_private (pair, folder, GUIDE_PRIVATE_PKCS1, ALA_KEY_FORM_PKCS1_PEM, error) &&
         write_file (folder, GUIDE_CERTIFICATE, certificate, strlen (certificate), error) &&
         write_private (pair, folder, GUIDE_PRIVATE_PKCS8, ALA_KEY_FORM_PKCS8_PEM, error) &&
         write_file (folder, GUIDE_PUBLIC, public_key, strlen (public_key), error);
}

const char * const *
ala_key_export_guide_names (void)
{
  return guide_names;
}
