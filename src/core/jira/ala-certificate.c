/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-certificate.h"

#include <gnutls/x509.h>

struct _AlaCertificate
{
  GObject parent_instance;

  GTlsCertificate *tls;
  char *subject;
  char *issuer;
  gboolean self_issued;
  GDateTime *not_before;
  GDateTime *not_after;
  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (AlaCertificate, ala_certificate, G_TYPE_OBJECT)

static void
ala_certificate_finalize (GObject *object)
{
  AlaCertificate *self = ALA_CERTIFICATE (object);

  g_object_unref (self->tls);
  g_free (self->subject);
  g_free (self->issuer);
  g_clear_pointer (&self->not_before, g_date_time_unref);
  g_clear_pointer (&self->not_after, g_date_time_unref);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (ala_certificate_parent_class)->finalize (object);
}

static void
ala_certificate_class_init (AlaCertificateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_certificate_finalize;
}

static void
ala_certificate_init (AlaCertificate *self)
{
}

typedef int (* GetByOid) (gnutls_x509_crt_t, const char *, unsigned, unsigned, void *, size_t *);

static char *
get_part (gnutls_x509_crt_t  crt,
          GetByOid           get_by_oid,
          const char        *oid)
{
  char text[256];
  size_t size = sizeof text;

  if (get_by_oid (crt, oid, 0, 0, text, &size) != GNUTLS_E_SUCCESS || size == 0)
    return NULL;

  return g_utf8_make_valid (text, (gssize) MIN (size, sizeof text));
}

static char *
get_short_name (gnutls_x509_crt_t  crt,
                GetByOid           get_by_oid,
                const char        *whole)
{
  char *name = get_part (crt, get_by_oid, GNUTLS_OID_X520_COMMON_NAME);

  if (name == NULL)
    name = get_part (crt, get_by_oid, GNUTLS_OID_X520_ORGANIZATION_NAME);
  if (name == NULL)
    name = g_strdup (whole != NULL ? whole : "");

  return name;
}

static char *
get_fingerprint (GByteArray *der)
{
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
  GString *text = g_string_new (NULL);

  for (const char *digit = digest; *digit != '\0'; digit++)
    {
      if (text->len % 3 == 2)
        g_string_append_c (text, ':');
      g_string_append_c (text, g_ascii_toupper (*digit));
    }

  return g_string_free (text, FALSE);
}

/* The names as GnuTLS finds them; without it, for a certificate that it does not take, what GIO says. */
static void
read_names (AlaCertificate *self,
            GByteArray     *der)
{
  g_autofree char *subject = g_tls_certificate_get_subject_name (self->tls);
  g_autofree char *issuer = g_tls_certificate_get_issuer_name (self->tls);
  gnutls_datum_t datum = { der->data, der->len };
  gnutls_x509_crt_t crt = NULL;

  if (gnutls_x509_crt_init (&crt) == GNUTLS_E_SUCCESS
      && gnutls_x509_crt_import (crt, &datum, GNUTLS_X509_FMT_DER) == GNUTLS_E_SUCCESS)
    {
      self->subject = get_short_name (crt, gnutls_x509_crt_get_dn_by_oid, subject);
      self->issuer = get_short_name (crt, gnutls_x509_crt_get_issuer_dn_by_oid, issuer);
    }
  else
    {
      self->subject = g_strdup (subject != NULL ? subject : "");
      self->issuer = g_strdup (issuer != NULL ? issuer : "");
    }
  g_clear_pointer (&crt, gnutls_x509_crt_deinit);

  self->self_issued = subject != NULL && g_strcmp0 (subject, issuer) == 0;
}

AlaCertificate *
ala_certificate_new (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;
  AlaCertificate *self;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  self = g_object_new (ALA_TYPE_CERTIFICATE, NULL);
  self->tls = g_object_ref (certificate);
  self->not_before = g_tls_certificate_get_not_valid_before (certificate);
  self->not_after = g_tls_certificate_get_not_valid_after (certificate);
  g_object_get (certificate, "certificate", &der, NULL);
  if (der == NULL)
    der = g_byte_array_new ();
  read_names (self, der);
  self->fingerprint = get_fingerprint (der);

  return self;
}

GTlsCertificate *
ala_certificate_get_tls (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->tls;
}

const char *
ala_certificate_get_subject (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->subject;
}

const char *
ala_certificate_get_issuer (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->issuer;
}

gboolean
ala_certificate_is_self_issued (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), FALSE);

  return self->self_issued;
}

GDateTime *
ala_certificate_get_not_before (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->not_before;
}

GDateTime *
ala_certificate_get_not_after (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->not_after;
}

const char *
ala_certificate_get_fingerprint (AlaCertificate *self)
{
  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  return self->fingerprint;
}

gint64
ala_certificate_find_end (GTlsCertificate *certificate)
{
  gint64 first = 0;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), 0);

  for (guint n = 0; certificate != NULL && n < ALA_CERTIFICATE_LONGEST_CHAIN; n++)
    {
      g_autoptr (GDateTime) date = g_tls_certificate_get_not_valid_after (certificate);
      gint64 end = date != NULL ? g_date_time_to_unix (date) : 0;

      if (end > 0 && (first == 0 || end < first))
        first = end;
      certificate = g_tls_certificate_get_issuer (certificate);
    }

  return first;
}

char *
ala_certificate_dup_chain_pem (AlaCertificate *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GTlsCertificate *link;

  g_return_val_if_fail (ALA_IS_CERTIFICATE (self), NULL);

  link = self->tls;
  for (guint n = 0; link != NULL && n < ALA_CERTIFICATE_LONGEST_CHAIN; n++, link = g_tls_certificate_get_issuer (link))
    {
      g_autofree char *pem = NULL;

      g_object_get (link, "certificate-pem", &pem, NULL);
      g_string_append (text, pem != NULL ? pem : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
