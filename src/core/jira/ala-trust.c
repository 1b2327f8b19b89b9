/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-trust.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-problem.h"

#define BEGIN "-----BEGIN CERTIFICATE-----"
#define END "-----END CERTIFICATE-----"

struct _AlaTrust
{
  GObject parent_instance;

  GPtrArray *certificates; /* of AlaCertificate */
  char *pem;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaTrust, ala_trust, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return ALA_TYPE_CERTIFICATE;
}

static guint
get_n_items (GListModel *model)
{
  return ALA_TRUST (model)->certificates->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *certificates = ALA_TRUST (model)->certificates;

  return position < certificates->len ? g_object_ref (g_ptr_array_index (certificates, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ala_trust_finalize (GObject *object)
{
  AlaTrust *self = ALA_TRUST (object);

  g_ptr_array_unref (self->certificates);
  g_free (self->pem);

  G_OBJECT_CLASS (ala_trust_parent_class)->finalize (object);
}

static void
ala_trust_class_init (AlaTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_trust_finalize;
}

static void
ala_trust_init (AlaTrust *self)
{
  self->certificates = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add (AlaTrust        *self,
     GTlsCertificate *certificate)
{
  if (certificate != NULL)
    g_ptr_array_add (self->certificates, ala_certificate_new (certificate));
}

static void
add_from_pem (AlaTrust   *self,
              const char *text)
{
  const char *end;

  for (const char *begin = strstr (text, BEGIN); begin != NULL; begin = strstr (end, BEGIN))
    {
      g_autoptr (GTlsCertificate) certificate = NULL;

      end = strstr (begin, END);
      if (end == NULL)
        return;
      end += strlen (END);
      certificate = g_tls_certificate_new_from_pem (begin, end - begin, NULL);
      add (self, certificate);
    }
}

static void
add_from_der (AlaTrust     *self,
              const guint8 *data,
              gsize         length)
{
  g_autoptr (GByteArray) der = g_byte_array_new ();
  g_autoptr (GInitable) certificate = NULL;

  g_byte_array_append (der, data, (guint) length);
  certificate = g_initable_new (g_tls_backend_get_certificate_type (g_tls_backend_get_default ()), NULL, NULL,
                                "certificate", der, NULL);
  add (self, (GTlsCertificate *) certificate);
}

/* Written anew, so that nothing but certificates is kept of the file. */
static char *
write_pem (AlaTrust *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->certificates->len; i++)
    {
      g_autofree char *pem = NULL;

      g_object_get (ala_certificate_get_tls (g_ptr_array_index (self->certificates, i)), "certificate-pem", &pem, NULL);
      g_string_append (text, pem);
    }

  return g_string_free (text, FALSE);
}

AlaTrust *
ala_trust_new (GBytes  *data,
               GError **error)
{
  g_autoptr (AlaTrust) self = NULL;
  g_autofree char *text = NULL;
  const guint8 *bytes;
  gsize length;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (ALA_TYPE_TRUST, NULL);
  bytes = g_bytes_get_data (data, &length);
  text = g_strndup ((const char *) bytes, length);
  if (strstr (text, BEGIN) != NULL)
    add_from_pem (self, text);
  else if (length > 0)
    add_from_der (self, bytes, length);

  if (self->certificates->len == 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_CA_FILE_UNREADABLE, _("There is no certificate in it."));
      return NULL;
    }

  self->pem = write_pem (self);
  return g_steal_pointer (&self);
}

AlaTrust *
ala_trust_new_from_pem (const char  *pem,
                        GError     **error)
{
  g_autoptr (GBytes) data = NULL;

  g_return_val_if_fail (pem != NULL, NULL);

  data = g_bytes_new (pem, strlen (pem));
  return ala_trust_new (data, error);
}

AlaTrust *
ala_trust_new_from_file (GFile   *file,
                         GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, NULL, &read_error);
  if (stream != NULL)
    data = g_input_stream_read_bytes (G_INPUT_STREAM (stream), ALA_TRUST_MAX + 1, NULL, &read_error);
  if (data == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_CA_FILE_UNREADABLE, "%s", read_error->message);
      return NULL;
    }
  if (g_bytes_get_size (data) > ALA_TRUST_MAX)
    {
      ala_problem_set_error (error, ALA_PROBLEM_CA_FILE_UNREADABLE, _("“%s” is too large for certificates."), name);
      return NULL;
    }

  return ala_trust_new (data, error);
}

const char *
ala_trust_get_pem (AlaTrust *self)
{
  g_return_val_if_fail (ALA_IS_TRUST (self), NULL);

  return self->pem;
}

/* An authority of the same name with another key, as when a company made its own anew, fails in the signature: a general error. */
static gboolean
vouches (GTlsCertificateFlags flags)
{
  return (flags & (G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_GENERIC_ERROR)) == 0;
}

/* What each of ours leaves against @certificate, the best answer of all. */
static GTlsCertificateFlags
ask_all (AlaTrust           *self,
         GTlsCertificate    *certificate,
         GSocketConnectable *identity)
{
  GTlsCertificateFlags best = G_TLS_CERTIFICATE_UNKNOWN_CA;

  for (guint i = 0; i < self->certificates->len; i++)
    {
      AlaCertificate *ours = g_ptr_array_index (self->certificates, i);
      GTlsCertificateFlags flags = g_tls_certificate_verify (certificate, identity, ala_certificate_get_tls (ours));

      if (flags == G_TLS_CERTIFICATE_NO_FLAGS)
        return flags;
      if (vouches (flags))
        best = flags;
    }

  return best;
}

/* Who issued the last certificate that the server shows is whom the administrator has to be asked for. */
static char *
dup_missing_issuer (GTlsCertificate *certificate)
{
  g_autoptr (AlaCertificate) last = NULL;

  for (guint n = 0; n < ALA_CERTIFICATE_LONGEST_CHAIN && g_tls_certificate_get_issuer (certificate) != NULL; n++)
    certificate = g_tls_certificate_get_issuer (certificate);

  last = ala_certificate_new (certificate);
  return g_strdup (ala_certificate_get_issuer (last));
}

AlaTrust *
ala_trust_narrow (AlaTrust         *self,
                  GTlsCertificate  *certificate,
                  GError          **error)
{
  g_autoptr (AlaTrust) narrow = NULL;

  g_return_val_if_fail (ALA_IS_TRUST (self), NULL);
  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  narrow = g_object_new (ALA_TYPE_TRUST, NULL);
  for (guint i = 0; i < self->certificates->len; i++)
    {
      AlaCertificate *ours = g_ptr_array_index (self->certificates, i);

      if (vouches (g_tls_certificate_verify (certificate, NULL, ala_certificate_get_tls (ours))))
        g_ptr_array_add (narrow->certificates, g_object_ref (ours));
    }
  if (narrow->certificates->len == 0)
    {
      g_autofree char *issuer = dup_missing_issuer (certificate);

      /* Translators: %s is the name of a certificate authority */
      ala_problem_set_error (error, ALA_PROBLEM_CA_FILE_OTHER_ISSUER, _("The issuer is “%s”."), issuer);
      return NULL;
    }

  narrow->pem = write_pem (narrow);
  return g_steal_pointer (&narrow);
}

GTlsCertificateFlags
ala_trust_verify (AlaTrust             *self,
                  GTlsCertificate      *certificate,
                  const char           *host,
                  GTlsCertificateFlags  flags)
{
  g_autoptr (GSocketConnectable) identity = NULL;
  GTlsCertificateFlags left;

  g_return_val_if_fail (ALA_IS_TRUST (self), flags);
  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), flags);
  g_return_val_if_fail (host != NULL, flags);

  identity = g_network_address_new (host, 0);
  left = ask_all (self, certificate, identity);

  /* Where none of ours knows the issuer either, what the system said stands. And only the system may know that a certificate was
   * withdrawn: ours have no list of those. */
  if (left & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return flags;
  return left | (flags & G_TLS_CERTIFICATE_REVOKED);
}
