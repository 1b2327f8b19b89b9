/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-authority.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>

#include "ala-problem.h"
#include "ala-secret.h"

#define DAY ((gint64) 24 * 60 * 60)

struct _AlaPracticeAuthority
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t certificate;
  char *pem;
};

static void
set_error (GError **error,
           int      code)
{
  ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, _("The certificate could not be made: %s"),
                         gnutls_strerror (code));
}

/* Elliptic curves, because a pair is made in no time; this is about TLS, not about Jira's RSA. */
static int
make_key (gnutls_x509_privkey_t *key)
{
  int code = gnutls_x509_privkey_init (key);

  if (code >= 0)
    code = gnutls_x509_privkey_generate (*key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0);

  return code;
}

/* What every certificate has. Returns: a GnuTLS code, as all of these */
static int
fill (gnutls_x509_crt_t     certificate,
      gnutls_x509_privkey_t key,
      const char           *name,
      gint64                begin,
      gint64                end)
{
  guchar serial[16];
  int code = gnutls_rnd (GNUTLS_RND_NONCE, serial, sizeof serial);

  serial[0] &= 0x7f;
  if (code >= 0)
    code = gnutls_x509_crt_set_version (certificate, 3);
  if (code >= 0)
    code = gnutls_x509_crt_set_serial (certificate, serial, sizeof serial);
  if (code >= 0)
    code = gnutls_x509_crt_set_dn_by_oid (certificate, GNUTLS_OID_X520_COMMON_NAME, 0, name, strlen (name));
  if (code >= 0)
    code = gnutls_x509_crt_set_activation_time (certificate, begin);
  if (code >= 0)
    code = gnutls_x509_crt_set_expiration_time (certificate, end);
  if (code >= 0)
    code = gnutls_x509_crt_set_key (certificate, key);

  return code;
}

static int
make_authority (AlaPracticeAuthority *self,
                const char           *name)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gnutls_datum_t pem;
  int code = make_key (&self->key);

  if (code >= 0)
    code = gnutls_x509_crt_init (&self->certificate);
  if (code >= 0)
    code = fill (self->certificate, self->key, name, now - 30 * DAY, now + 365 * DAY);
  if (code >= 0)
    code = gnutls_x509_crt_set_ca_status (self->certificate, 1);
  if (code >= 0)
    code = gnutls_x509_crt_set_key_usage (self->certificate, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN);
  if (code >= 0)
    code = gnutls_x509_crt_sign2 (self->certificate, self->certificate, self->key, GNUTLS_DIG_SHA256, 0);
  if (code >= 0)
    code = gnutls_x509_crt_export2 (self->certificate, GNUTLS_X509_FMT_PEM, &pem);
  if (code >= 0)
    {
      self->pem = g_strndup ((const char *) pem.data, pem.size);
      gnutls_free (pem.data);
    }

  return code;
}

AlaPracticeAuthority *
ala_practice_authority_new (const char  *name,
                            GError     **error)
{
  g_autoptr (AlaPracticeAuthority) self = NULL;
  int code;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (AlaPracticeAuthority, 1);
  code = make_authority (self, name);
  if (code < 0)
    {
      set_error (error, code);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ala_practice_authority_free (AlaPracticeAuthority *self)
{
  g_return_if_fail (self != NULL);

  if (self->certificate != NULL)
    gnutls_x509_crt_deinit (self->certificate);
  if (self->key != NULL)
    gnutls_x509_privkey_deinit (self->key);
  g_free (self->pem);
  g_free (self);
}

const char *
ala_practice_authority_get_pem (AlaPracticeAuthority *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pem;
}

static int
set_names (gnutls_x509_crt_t  certificate,
           const char        *host)
{
  static const guchar loopback[] = { 127, 0, 0, 1 };
  int code;

  if (host != NULL)
    return gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, host, strlen (host), GNUTLS_FSAN_SET);

  code = gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_IPADDRESS, loopback, sizeof loopback, GNUTLS_FSAN_SET);
  if (code >= 0)
    code = gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, "localhost", strlen ("localhost"),
                                                 GNUTLS_FSAN_APPEND);

  return code;
}

static int
sign (AlaPracticeAuthority  *self,
      gnutls_x509_crt_t      certificate,
      gnutls_x509_privkey_t  key,
      const char            *host,
      gint64                 begin,
      gint64                 end,
      gboolean               weak)
{
  gnutls_digest_algorithm_t digest = weak ? GNUTLS_DIG_SHA1 : GNUTLS_DIG_SHA256;
  int code = fill (certificate, key, host != NULL ? host : "Practice Jira", begin, end);

  if (code >= 0)
    code = set_names (certificate, host);
  if (code >= 0)
    code = gnutls_x509_crt_set_key_purpose_oid (certificate, GNUTLS_KP_TLS_WWW_SERVER, 0);
  if (code >= 0)
    code = gnutls_x509_crt_set_key_usage (certificate, GNUTLS_KEY_DIGITAL_SIGNATURE);
  if (code >= 0)
    code = gnutls_x509_crt_sign2 (certificate, self->certificate, self->key, digest, 0);

  return code;
}

/* Returns: the certificate, its key and the authority's certificate as PEM, as GIO takes them */
static int
export (AlaPracticeAuthority   *self,
        gnutls_x509_crt_t       certificate,
        gnutls_x509_privkey_t   key,
        char                  **pem)
{
  gnutls_datum_t certificate_pem = { NULL, 0 };
  gnutls_datum_t key_pem = { NULL, 0 };
  int code = gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &certificate_pem);

  if (code >= 0)
    code = gnutls_x509_privkey_export2_pkcs8 (key, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &key_pem);
  if (code >= 0)
    *pem = g_strconcat ((const char *) key_pem.data, (const char *) certificate_pem.data, self->pem, NULL);

  gnutls_free (certificate_pem.data);
  if (key_pem.data != NULL)
    gnutls_memset (key_pem.data, 0, key_pem.size);
  gnutls_free (key_pem.data);

  return code;
}

GTlsCertificate *
ala_practice_authority_issue (AlaPracticeAuthority  *self,
                              const char            *host,
                              gint64                 begin,
                              gint64                 end,
                              gboolean               weak,
                              GError               **error)
{
  gnutls_x509_crt_t certificate = NULL;
  gnutls_x509_privkey_t key = NULL;
  GTlsCertificate *result = NULL;
  char *pem = NULL;
  int code;

  g_return_val_if_fail (self != NULL, NULL);

  code = make_key (&key);
  if (code >= 0)
    code = gnutls_x509_crt_init (&certificate);
  if (code >= 0)
    code = sign (self, certificate, key, host, begin, end, weak);
  if (code >= 0)
    code = export (self, certificate, key, &pem);

  if (code < 0)
    {
      set_error (error, code);
    }
  else
    {
      g_autoptr (GError) local_error = NULL;

      result = g_tls_certificate_new_from_pem (pem, -1, &local_error);
      if (result == NULL)
        ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, _("The certificate could not be made: %s"),
                               local_error->message);
    }

  if (certificate != NULL)
    gnutls_x509_crt_deinit (certificate);
  if (key != NULL)
    gnutls_x509_privkey_deinit (key);
  if (pem != NULL)
    ala_secret_wipe_free (pem);

  return result;
}
