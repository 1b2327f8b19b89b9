/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-jira.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-oauth-request.h"

#define BASE "/jira"

static void
reply (SoupServerMessage *message,
       guint              status,
       const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
reply_problem (SoupServerMessage *message,
               guint              status,
               const char        *problem,
               const char        *name,
               const char        *value)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  g_autofree char *form = NULL;

  ala_oauth_params_add (params, "oauth_problem", problem);
  if (name != NULL)
    ala_oauth_params_add (params, name, value);
  form = ala_oauth_params_to_form (params);
  reply (message, status, form);
}

AlaOAuthParams *
ala_test_jira_verify (AlaTestJira       *self,
                      SoupServerMessage *message)
{
  g_autofree char *sent = g_uri_to_string (soup_server_message_get_uri (message));
  g_autofree char *uri = self->seen_as != NULL ? g_strconcat (self->seen_as, strstr (sent, BASE), NULL) : g_strdup (sent);
  const char *header = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autoptr (AlaOAuthParams) params = header != NULL ? ala_oauth_parse_header (header) : NULL;
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new (soup_server_message_get_method (message), uri);
  const char *timestamp;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (params == NULL)
    {
      reply_problem (message, 400, "parameter_absent", "oauth_parameters_absent", "oauth_consumer_key");
      return NULL;
    }
  if (g_strcmp0 (ala_oauth_params_get (params, "oauth_consumer_key"), ALA_TEST_JIRA_CONSUMER) != 0)
    {
      reply_problem (message, 401, "consumer_key_unknown", NULL, NULL);
      return NULL;
    }
  timestamp = ala_oauth_params_get (params, "oauth_timestamp");
  if (timestamp == NULL || ABS (g_ascii_strtoll (timestamp, NULL, 10) - now) > 300)
    {
      g_autofree char *range = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, now - 300, now + 300);

      reply_problem (message, 400, "timestamp_refused", "oauth_acceptable_timestamps", range);
      return NULL;
    }

  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    ala_oauth_request_add_oauth (request, ala_oauth_params_get_name (params, i), ala_oauth_params_get_value (params, i));
  if (!ala_oauth_request_verify (request, self->key))
    {
      g_autofree char *base_string = ala_oauth_request_dup_base_string (request);

      reply_problem (message, 401, "signature_invalid", "oauth_signature_base_string", base_string);
      return NULL;
    }

  return g_steal_pointer (&params);
}

static gboolean
reply_fault (AlaTestJira       *self,
             SoupServerMessage *message)
{
  if (self->fault_status == 0)
    return FALSE;

  reply (message, self->fault_status, self->fault_body);
  return TRUE;
}

static void
request_token_cb (SoupServer        *soup,
                  SoupServerMessage *message,
                  const char        *path,
                  GHashTable        *query,
                  gpointer           user_data)
{
  AlaTestJira *self = user_data;
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autofree char *body = NULL;
  const char *callback;

  if (reply_fault (self, message) || (params = ala_test_jira_verify (self, message)) == NULL)
    return;

  callback = ala_oauth_params_get (params, "oauth_callback");
  if (self->refuse_loopback && g_strcmp0 (callback, "oob") != 0)
    {
      reply_problem (message, 400, "parameter_rejected", "oauth_parameters_rejected", "oauth_callback");
      return;
    }

  self->n_request_tokens++;
  g_free (self->callback);
  self->callback = g_strdup (callback);
  g_free (self->request_token);
  self->request_token = g_strdup_printf ("request+token/%u", self->n_request_tokens);
  g_free (self->verifier);
  self->verifier = g_strdup_printf ("Code%02u", self->n_request_tokens % 100);
  body = g_strdup_printf ("oauth_token=request%%2Btoken%%2F%u&oauth_token_secret=s1%s", self->n_request_tokens,
                          self->without_verifier ? "" : "&oauth_callback_confirmed=true");
  reply (message, 200, body);
}

static void
access_token_cb (SoupServer        *soup,
                 SoupServerMessage *message,
                 const char        *path,
                 GHashTable        *query,
                 gpointer           user_data)
{
  AlaTestJira *self = user_data;
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autofree char *body = NULL;

  if (reply_fault (self, message) || (params = ala_test_jira_verify (self, message)) == NULL)
    return;

  if (g_strcmp0 (ala_oauth_params_get (params, "oauth_token"), self->request_token) != 0 ||
      g_strcmp0 (ala_oauth_params_get (params, "oauth_verifier"), self->verifier) != 0)
    {
      reply_problem (message, 401, "token_rejected", NULL, NULL);
      return;
    }

  self->n_access_tokens++;
  g_clear_pointer (&self->request_token, g_free);
  body = g_strdup_printf ("oauth_token=access%u&oauth_token_secret=s2%s", self->n_access_tokens,
                          self->access_fields != NULL ? self->access_fields : "");
  reply (message, 200, body);
}

static void
myself_cb (SoupServer        *soup,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  AlaTestJira *self = user_data;
  g_autoptr (AlaOAuthParams) params = ala_test_jira_verify (self, message);
  static const char body[] = "{\"name\":\"admin\"}";

  if (params == NULL)
    return;
  soup_message_headers_append (soup_server_message_get_response_headers (message), "X-AUSERNAME",
                               ala_oauth_params_get (params, "oauth_token") != NULL ? "admin" : "anonymous");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, body, strlen (body));
}

AlaTestJira *
ala_test_jira_new (AlaKeyPair *pair)
{
  AlaTestJira *self = g_new0 (AlaTestJira, 1);
  g_autofree char *pem = ala_key_export_public_pem (pair);
  g_autoptr (GError) error = NULL;

  self->key = ala_public_key_new_from_text (pem, &error);
  g_assert_no_error (error);
  self->server = ala_test_server_new (NULL);
  ala_test_server_handle (self->server, BASE "/plugins/servlet/oauth/request-token", request_token_cb, self);
  ala_test_server_handle (self->server, BASE "/plugins/servlet/oauth/access-token", access_token_cb, self);
  ala_test_server_handle (self->server, BASE "/rest/api/2/myself", myself_cb, self);

  return self;
}

void
ala_test_jira_free (AlaTestJira *self)
{
  ala_test_server_free (self->server);
  g_object_unref (self->key);
  g_free (self->request_token);
  g_free (self->callback);
  g_free (self->verifier);
  g_free (self);
}

char *
ala_test_jira_dup_base (AlaTestJira *self)
{
  return g_strconcat (ala_test_server_get_url (self->server), BASE, NULL);
}

char *
ala_test_jira_dup_answer (AlaTestJira *self,
                          gboolean     allow)
{
  g_autofree char *token = ala_oauth_encode (self->request_token);

  return g_strdup_printf ("%s?oauth_token=%s&oauth_verifier=%s", self->callback, token, allow ? self->verifier : "denied");
}
