/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-signature.h"

#include <string.h>

#include "ala-oauth-request.h"

static void
add_header_pair (AlaOAuthParams *params,
                 const char     *pair)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *decoded_name = NULL;
  g_autofree char *decoded_value = NULL;
  gsize length;

  if (equals == NULL)
    return;

  name = g_strstrip (g_strndup (pair, equals - pair));
  value = g_strstrip (g_strdup (equals + 1));
  length = strlen (value);
  if (strpbrk (name, " \t\"") != NULL
      || length < 2
      || value[length - 1] != '"'
      || strchr (value + 1, '"') != value + length - 1
      || value[0] != '"')
    return;

  /* The library decodes headers as if they were forms, so a bare "+" becomes a space. */
  decoded_name = ala_oauth_decode (name, -1, TRUE);
  decoded_value = ala_oauth_decode (value + 1, (gssize) length - 2, TRUE);
  if (g_ascii_strcasecmp (decoded_name, "realm") != 0)
    ala_oauth_params_add (params, decoded_name, decoded_value);
}

static void
add_header (AlaOAuthParams *params,
            const char     *header)
{
  g_auto (GStrv) pairs = NULL;

  while (g_ascii_isspace (*header))
    header++;
  if (g_ascii_strncasecmp (header, "OAuth", 5) != 0 || !g_ascii_isspace (header[5]))
    return;

  pairs = g_strsplit (header + 6, ",", -1);
  for (gsize i = 0; pairs[i] != NULL; i++)
    add_header_pair (params, pairs[i]);
}

AlaOAuthParams *
ala_practice_signature_collect (AlaPracticeExchange *exchange)
{
  AlaOAuthParams *params;
  const char *header, *key;

  g_return_val_if_fail (exchange != NULL, NULL);

  params = ala_oauth_params_new ();
  header = ala_practice_exchange_get_header (exchange, "Authorization");
  if (header != NULL && !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PARAMETER_ABSENT))
    add_header (params, header);
  ala_oauth_params_add_all (params, exchange->query);
  ala_oauth_params_add_all (params, exchange->form);

  key = ala_oauth_params_get (params, "oauth_consumer_key");
  if (key != NULL && ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PARAMETER_REJECTED))
    {
      g_autofree char *copy = g_strdup (key);

      ala_oauth_params_add (params, "oauth_consumer_key", copy);
    }

  return params;
}

/* The address without its query: the parameters of that are among the others already. */
static char *
dup_address (AlaPracticeExchange *exchange)
{
  AlaPracticeState *state = exchange->state;
  GUri *uri = soup_server_message_get_uri (exchange->message);
  const char *host = ala_practice_exchange_get_header (exchange, "Host");
  const char *scheme = g_uri_get_scheme (uri);
  const char *path = g_uri_get_path (uri);
  g_autofree char *authority = NULL;

  /* A request of HTTP/1.0 may come without the header. */
  authority = g_strdup (host != NULL ? host : strstr (state->origin, "://") + 3);

  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_ADDRESS))
    {
      g_free (authority);
      authority = g_strdup ("jira-internal.example.com:8080");
    }
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_PORT))
    {
      g_autofree char *name = g_strndup (authority, strcspn (authority, ":"));

      g_free (authority);
      authority = g_strconcat (name, ":8090", NULL);
    }
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_SCHEME))
    scheme = g_str_equal (scheme, "https") ? "http" : "https";
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_PATH))
    path = exchange->path;

  return g_strconcat (scheme, "://", authority, path, NULL);
}

static gboolean
reaches_jira (AlaPracticeExchange *exchange,
              const char          *name)
{
  if (g_str_equal (name, "oauth_signature") || g_str_equal (name, "realm"))
    return FALSE;
  if (!ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PARAMETER_MISSING))
    return TRUE;

  return !g_str_equal (name, "oauth_callback") && ala_oauth_params_count (exchange->query, name) == 0;
}

char *
ala_practice_signature_dup_base_string (AlaPracticeExchange *exchange,
                                        AlaOAuthParams      *params)
{
  g_autoptr (AlaOAuthRequest) request = NULL;
  g_autofree char *address = NULL;
  const char *method;

  g_return_val_if_fail (exchange != NULL, NULL);
  g_return_val_if_fail (params != NULL, NULL);

  method = exchange->method;
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_SIGNATURE_OTHER_METHOD))
    method = "HEAD";

  address = dup_address (exchange);
  request = ala_oauth_request_new (method, address);
  if (request == NULL)
    return NULL;

  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    {
      const char *name = ala_oauth_params_get_name (params, i);
      const char *value = ala_oauth_params_get_value (params, i);
      g_autofree char *again = NULL;

      if (!reaches_jira (exchange, name))
        continue;
      if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PARAMETER_REENCODED))
        value = again = ala_oauth_encode (value);
      ala_oauth_request_add_form (request, name, value);
    }
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PARAMETER_ADDED))
    ala_oauth_request_add_form (request, "proxy_session", "1");

  return ala_oauth_request_dup_base_string (request);
}

AlaPracticeVerdict
ala_practice_signature_verify (AlaPublicKey *key,
                               const char   *base_string,
                               const char   *signature)
{
  g_autoptr (GBytes) bytes = NULL;
  guchar *octets;
  gsize length;

  g_return_val_if_fail (ALA_IS_PUBLIC_KEY (key), ALA_PRACTICE_SIGNATURE_WRONG);
  g_return_val_if_fail (base_string != NULL, ALA_PRACTICE_SIGNATURE_WRONG);
  g_return_val_if_fail (signature != NULL, ALA_PRACTICE_SIGNATURE_WRONG);

  octets = g_base64_decode (signature, &length);
  bytes = g_bytes_new_take (octets, length);
  if (length != (ala_public_key_get_bits (key) + 7) / 8)
    return ALA_PRACTICE_SIGNATURE_OTHER_SIZE;

  return ala_public_key_verify_sha1 (key, base_string, strlen (base_string), bytes) ? ALA_PRACTICE_SIGNATURE_RIGHT
                                                                                     : ALA_PRACTICE_SIGNATURE_WRONG;
}
