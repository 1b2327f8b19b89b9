/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-oauth-request.h"

#include <string.h>

#include <gnutls/crypto.h>

#define REALM     "realm"
#define SIGNATURE "oauth_signature"

#define NONCE_SIZE 16

/* No header that Jira or we write has a tenth of this. */
#define HEADER_PARAMS_MAX 256

struct _AlaOAuthRequest
{
  GObject parent_instance;

  char *method;
  char *base_uri;
  AlaOAuthParams *query; /* owned */
  AlaOAuthParams *oauth; /* owned */
  AlaOAuthParams *form;  /* owned */
};

G_DEFINE_FINAL_TYPE (AlaOAuthRequest, ala_oauth_request, G_TYPE_OBJECT)

static void
ala_oauth_request_finalize (GObject *object)
{
  AlaOAuthRequest *self = ALA_OAUTH_REQUEST (object);

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->base_uri, g_free);
  g_clear_pointer (&self->query, ala_oauth_params_free);
  g_clear_pointer (&self->oauth, ala_oauth_params_free);
  g_clear_pointer (&self->form, ala_oauth_params_free);

  G_OBJECT_CLASS (ala_oauth_request_parent_class)->finalize (object);
}

static void
ala_oauth_request_class_init (AlaOAuthRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_oauth_request_finalize;
}

static void
ala_oauth_request_init (AlaOAuthRequest *self)
{
  self->oauth = ala_oauth_params_new ();
  self->form = ala_oauth_params_new ();
}

/*
 * GLib's functions take dots out of the path and decode what needs no escape; Jira verifies what it received.
 *
 * Returns: (transfer full): the path of an absolute address, as it stands there
 */
static char *
cut_path (const char *uri)
{
  const char *authority = strstr (uri, "://");
  const char *path;

  g_assert (authority != NULL);

  path = authority + strlen ("://");
  path += strcspn (path, "/?#");
  return g_strndup (path, strcspn (path, "?#"));
}

/*
 * RFC 5849 section 3.4.1.2. The path is signed as it is sent, so it is not decoded; only what cannot be sent as it is, a space
 * or a letter beyond ASCII, is escaped here as it will be on the way.
 *
 * Returns: (transfer full) (nullable): the base URI
 */
static char *
make_base_uri (const char *scheme,
               const char *host,
               int         port,
               const char *path)
{
  gboolean secure = g_str_equal (scheme, "https");
  g_autofree char *ascii_host = NULL;
  g_autofree char *lower_host = NULL;
  g_autofree char *sent_path = NULL;
  g_autoptr (GString) base = NULL;

  if (!secure && !g_str_equal (scheme, "http"))
    return NULL;

  ascii_host = g_hostname_to_ascii (host);
  if (ascii_host == NULL)
    return NULL;
  lower_host = g_ascii_strdown (ascii_host, -1);

  base = g_string_new (scheme);
  g_string_append_printf (base, strchr (lower_host, ':') != NULL ? "://[%s]" : "://%s", lower_host);
  if (port >= 0 && port != (secure ? 443 : 80))
    g_string_append_printf (base, ":%d", port);
  sent_path = g_uri_escape_string (path, "!$&'()*+,;=:@/%", FALSE);
  g_string_append (base, *sent_path != '\0' ? sent_path : "/");

  return g_string_free (g_steal_pointer (&base), FALSE);
}

AlaOAuthRequest *
ala_oauth_request_new (const char *method,
                       const char *uri)
{
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autofree char *base_uri = NULL;
  AlaOAuthRequest *self;
  int port;

  g_return_val_if_fail (method != NULL && *method != '\0', NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  if (!g_uri_split (uri, G_URI_FLAGS_ENCODED, &scheme, NULL, &host, &port, NULL, &query, NULL, NULL))
    return NULL;
  if (scheme == NULL || host == NULL || *host == '\0')
    return NULL;

  path = cut_path (uri);
  base_uri = make_base_uri (scheme, host, port, path);
  if (base_uri == NULL)
    return NULL;

  self = g_object_new (ALA_TYPE_OAUTH_REQUEST, NULL);
  self->method = g_ascii_strup (method, -1);
  self->base_uri = g_steal_pointer (&base_uri);
  self->query = ala_oauth_params_parse (query != NULL ? query : "", -1, 0);
  return self;
}

void
ala_oauth_request_add_oauth (AlaOAuthRequest *self,
                             const char      *name,
                             const char      *value)
{
  g_return_if_fail (ALA_IS_OAUTH_REQUEST (self));

  ala_oauth_params_add (self->oauth, name, value);
}

void
ala_oauth_request_add_form (AlaOAuthRequest *self,
                            const char      *name,
                            const char      *value)
{
  g_return_if_fail (ALA_IS_OAUTH_REQUEST (self));

  ala_oauth_params_add (self->form, name, value);
}

AlaOAuthParams *
ala_oauth_request_get_oauth (AlaOAuthRequest *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), NULL);

  return self->oauth;
}

static char *
make_nonce (void)
{
  guchar random[NONCE_SIZE];
  GString *nonce = g_string_sized_new (2 * NONCE_SIZE);
  int status = gnutls_rnd (GNUTLS_RND_NONCE, random, sizeof random);

  /* Without random numbers nothing on this computer is safe, and nothing of what follows would be. */
  if (status < 0)
    g_error ("No random numbers: %s", gnutls_strerror (status));

  for (guint i = 0; i < sizeof random; i++)
    g_string_append_printf (nonce, "%02x", random[i]);
  return g_string_free (nonce, FALSE);
}

void
ala_oauth_request_add_protocol (AlaOAuthRequest *self,
                                const char      *consumer_key,
                                const char      *token,
                                gint64           timestamp,
                                const char      *nonce)
{
  g_autofree char *fresh_nonce = NULL;
  g_autofree char *seconds = NULL;

  g_return_if_fail (ALA_IS_OAUTH_REQUEST (self));
  g_return_if_fail (consumer_key != NULL);

  if (nonce == NULL)
    nonce = fresh_nonce = make_nonce ();
  seconds = g_strdup_printf ("%" G_GINT64_FORMAT, timestamp);

  ala_oauth_params_add (self->oauth, "oauth_consumer_key", consumer_key);
  if (token != NULL)
    ala_oauth_params_add (self->oauth, "oauth_token", token);
  ala_oauth_params_add (self->oauth, "oauth_signature_method", "RSA-SHA1");
  ala_oauth_params_add (self->oauth, "oauth_timestamp", seconds);
  ala_oauth_params_add (self->oauth, "oauth_nonce", nonce);
  ala_oauth_params_add (self->oauth, "oauth_version", "1.0");
}

char *
ala_oauth_request_dup_base_uri (AlaOAuthRequest *self)
{
  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), NULL);

  return g_strdup (self->base_uri);
}

/* Adds to @all what is signed of @params: a realm in the header is not, one in the query or the form is. */
static void
add_signed (AlaOAuthParams *all,
            AlaOAuthParams *params,
            gboolean        header)
{
  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    {
      const char *name = ala_oauth_params_get_name (params, i);

      if (!g_str_equal (name, SIGNATURE) && !(header && g_str_equal (name, REALM)))
        ala_oauth_params_add (all, name, ala_oauth_params_get_value (params, i));
    }
}

char *
ala_oauth_request_dup_base_string (AlaOAuthRequest *self)
{
  g_autoptr (AlaOAuthParams) all = NULL;
  g_autofree char *method = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *normalized = NULL;
  g_autofree char *params = NULL;

  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), NULL);

  all = ala_oauth_params_new ();
  add_signed (all, self->query, FALSE);
  add_signed (all, self->oauth, TRUE);
  add_signed (all, self->form, FALSE);

  method = ala_oauth_encode (self->method);
  uri = ala_oauth_encode (self->base_uri);
  normalized = ala_oauth_params_normalize (all);
  params = ala_oauth_encode (normalized);
  return g_strdup_printf ("%s&%s&%s", method, uri, params);
}

gboolean
ala_oauth_request_sign (AlaOAuthRequest  *self,
                        AlaKeyPair       *pair,
                        GError          **error)
{
  g_autofree char *base_string = NULL;
  g_autofree char *base64 = NULL;
  g_autoptr (GBytes) signature = NULL;

  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), FALSE);
  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  base_string = ala_oauth_request_dup_base_string (self);
  signature = ala_key_pair_sign_sha1 (pair, base_string, strlen (base_string), error);
  if (signature == NULL)
    return FALSE;

  base64 = g_base64_encode (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature));
  ala_oauth_params_set (self->oauth, SIGNATURE, base64);
  return TRUE;
}

gboolean
ala_oauth_request_verify (AlaOAuthRequest *self,
                          AlaPublicKey    *key)
{
  g_autofree char *base_string = NULL;
  g_autoptr (GBytes) signature = NULL;
  const char *base64;
  guchar *octets;
  gsize size;

  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), FALSE);
  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (key), FALSE);

  base64 = ala_oauth_params_get (self->oauth, SIGNATURE);
  if (base64 == NULL)
    return FALSE;

  octets = g_base64_decode (base64, &size);
  signature = g_bytes_new_take (octets, size);
  base_string = ala_oauth_request_dup_base_string (self);
  return ala_public_key_verify_sha1 (key, base_string, strlen (base_string), signature);
}

static void
append_param (GString    *header,
              const char *name,
              const char *value)
{
  g_autofree char *encoded_name = ala_oauth_encode (name);
  g_autofree char *encoded_value = ala_oauth_encode (value);

  g_string_append_printf (header, "%s%s=\"%s\"", header->len > strlen ("OAuth ") ? ", " : "", encoded_name, encoded_value);
}

char *
ala_oauth_request_dup_header (AlaOAuthRequest *self,
                              const char      *realm)
{
  g_autoptr (GString) header = NULL;

  g_return_val_if_fail (ALA_IS_OAUTH_REQUEST (self), NULL);

  header = g_string_new ("OAuth ");
  if (realm == NULL)
    realm = ala_oauth_params_get (self->oauth, REALM);
  if (realm != NULL)
    append_param (header, REALM, realm);
  for (guint i = 0; i < ala_oauth_params_get_length (self->oauth); i++)
    {
      const char *name = ala_oauth_params_get_name (self->oauth, i);

      if (!g_str_equal (name, REALM))
        append_param (header, name, ala_oauth_params_get_value (self->oauth, i));
    }

  return g_string_free (g_steal_pointer (&header), FALSE);
}

/* Takes what stands in quotes, or else up to the next comma; @p ends behind it. Returns: (transfer full): the decoded value */
static char *
parse_value (const char **p)
{
  g_autoptr (GString) raw = g_string_new (NULL);

  if (**p == '"')
    {
      for ((*p)++; **p != '\0' && **p != '"'; (*p)++)
        {
          /* A quoted pair, RFC 9110 section 5.6.4. */
          if (**p == '\\' && (*p)[1] != '\0')
            (*p)++;
          g_string_append_c (raw, **p);
        }
      if (**p == '"')
        (*p)++;
    }
  else
    {
      gsize length = strcspn (*p, ",");

      g_string_append_len (raw, *p, (gssize) length);
      g_strchomp (raw->str);
      g_string_set_size (raw, strlen (raw->str));
      *p += length;
    }

  return ala_oauth_decode (raw->str, (gssize) raw->len, FALSE);
}

AlaOAuthParams *
ala_oauth_parse_header (const char *header)
{
  g_autoptr (AlaOAuthParams) params = NULL;
  gboolean ours = FALSE;
  const char *p = header;

  g_return_val_if_fail (header != NULL, NULL);

  /* Several challenges may stand in one header, each with its scheme: RFC 9110 section 11.6.1. */
  while (*(p += strspn (p, ", \t\r\n")) != '\0')
    {
      gsize length = strcspn (p, "=, \t\r\n");
      const char *word = p;

      p += length;
      p += strspn (p, " \t\r\n");
      if (*p == '=')
        {
          g_autofree char *name = ala_oauth_decode (word, (gssize) length, FALSE);
          g_autofree char *value = NULL;

          p++;
          p += strspn (p, " \t\r\n");
          value = parse_value (&p);
          if (ours && *name != '\0' && ala_oauth_params_get_length (params) < HEADER_PARAMS_MAX)
            ala_oauth_params_add (params, name, value);
        }
      else
        {
          ours = length == strlen ("OAuth") && g_ascii_strncasecmp (word, "OAuth", length) == 0;
          if (ours && params == NULL)
            params = ala_oauth_params_new ();
        }
    }

  return g_steal_pointer (&params);
}
