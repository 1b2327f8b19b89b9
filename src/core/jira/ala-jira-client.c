/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-client.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ala-jira-client-private.h"
#include "ala-jira-reply.h"
#include "ala-oauth-request.h"
#include "ala-signed-error.h"
#include "ala-task-turns.h"

/* Larger replies are parsed in a thread: ten megabytes take a quarter of a second. */
#define PARSE_IN_THREAD (256 * 1024)

/* A token and its secret have some hundred bytes. */
#define MAX_TOKEN_BODY (256 * 1024)

struct _AlaJiraClient
{
  GObject parent_instance;

  AlaHttpSession *session;
  AlaJiraAddress *address;
  char *consumer_key;
  AlaKeyPair *pair;
  AlaSecret *access_token; /* nullable */
  gint64 clock_offset;

  AlaTaskTurns turns; /* to be signed */
};

G_DEFINE_FINAL_TYPE (AlaJiraClient, ala_jira_client, G_TYPE_OBJECT)

enum
{
  REPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One request, until its reply is understood. */
typedef struct
{
  AlaOAuthEndpoint endpoint;
  char *method;
  char *uri;
  GBytes *json; /* (nullable) */
  AlaOAuthRequest *request;
  GAsyncReadyCallback callback;

  char *base_string; /* once it is signed */
} Signed;

static void
signed_free (gpointer data)
{
  Signed *request = data;

  ala_secret_wipe_free (request->base_string);
  g_clear_object (&request->request);
  g_clear_pointer (&request->json, g_bytes_unref);
  g_free (request->method);
  g_free (request->uri);
  g_free (request);
}

static void
ala_jira_client_finalize (GObject *object)
{
  AlaJiraClient *self = ALA_JIRA_CLIENT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->address);
  g_clear_object (&self->pair);
  g_clear_pointer (&self->access_token, ala_secret_unref);
  g_free (self->consumer_key);

  G_OBJECT_CLASS (ala_jira_client_parent_class)->finalize (object);
}

static void
ala_jira_client_class_init (AlaJiraClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_jira_client_finalize;

  signals[REPLIED] = g_signal_new ("replied", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ALA_TYPE_HTTP_REPLY);
}

static void
ala_jira_client_init (AlaJiraClient *self)
{
  ala_task_turns_init (&self->turns);
}

AlaJiraClient *
ala_jira_client_new (AlaHttpSession *session,
                     AlaJiraAddress *address,
                     const char     *consumer_key,
                     AlaKeyPair     *pair)
{
  AlaJiraClient *self;

  g_return_val_if_fail (ALA_IS_HTTP_SESSION (session), NULL);
  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (address), NULL);
  g_return_val_if_fail (consumer_key != NULL, NULL);
  g_return_val_if_fail (ALA_IS_KEY_PAIR (pair), NULL);

  self = g_object_new (ALA_TYPE_JIRA_CLIENT, NULL);
  self->session = g_object_ref (session);
  self->address = g_object_ref (address);
  self->consumer_key = g_strdup (consumer_key);
  self->pair = g_object_ref (pair);

  return self;
}

AlaHttpSession *
ala_jira_client_get_session (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), NULL);

  return self->session;
}

AlaJiraAddress *
ala_jira_client_get_address (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), NULL);

  return self->address;
}

const char *
ala_jira_client_get_consumer_key (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), NULL);

  return self->consumer_key;
}

AlaKeyPair *
ala_jira_client_get_key_pair (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), NULL);

  return self->pair;
}

void
ala_jira_client_set_access_token (AlaJiraClient *self,
                                  AlaSecret     *token)
{
  AlaSecret *earlier;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (self));

  earlier = self->access_token;
  self->access_token = token != NULL ? ala_secret_ref (token) : NULL;
  g_clear_pointer (&earlier, ala_secret_unref);
}

AlaSecret *
ala_jira_client_peek_access_token (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), NULL);

  return self->access_token;
}

void
ala_jira_client_set_clock_offset (AlaJiraClient *self,
                                  gint64         seconds)
{
  g_return_if_fail (ALA_IS_JIRA_CLIENT (self));

  self->clock_offset = seconds;
}

gint64
ala_jira_client_get_clock_offset (AlaJiraClient *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (self), 0);

  return self->clock_offset;
}

/*
 * The address as libsoup will send it: what is signed has to be what goes out, and GUri takes needless escapes away ("%7E"),
 * which is another path in a signature.
 */
char *
ala_jira_client_dup_uri (AlaJiraClient  *self,
                         const char     *path,
                         AlaOAuthParams *query)
{
  g_autofree char *text = ala_jira_address_resolve (self->address, path, query);
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL ? g_uri_to_string (uri) : g_steal_pointer (&text);
}

static void
sign_and_send (GTask *task)
{
  AlaJiraClient *self = g_task_get_source_object (task);
  Signed *data = g_task_get_task_data (task);
  gboolean resource = data->endpoint == ALA_OAUTH_RESOURCE;
  const char *headers[7] = { NULL };
  GError *error = NULL;
  char *authorization;
  guint n = 0;

  if (!ala_oauth_request_sign (data->request, self->pair, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  data->base_string = ala_oauth_request_dup_base_string (data->request);
  authorization = ala_oauth_request_dup_header (data->request, NULL);
  headers[n++] = "Authorization";
  headers[n++] = authorization;
  headers[n++] = "Accept";
  headers[n++] = resource ? "application/json" : "*/*";
  /* Jira's guard against forged forms refuses a POST from a program that does not say so. */
  if (!g_str_equal (data->method, SOUP_METHOD_GET))
    {
      headers[n++] = "X-Atlassian-Token";
      headers[n++] = "no-check";
    }

  ala_http_session_send_async (self->session, data->method, data->uri, headers, data->json != NULL ? "application/json" : NULL,
                               data->json, resource ? 0 : MAX_TOKEN_BODY, g_task_get_cancellable (task), data->callback,
                               g_object_ref (task));
  ala_secret_wipe_free (authorization);
}

/* Signs, and sends. A signature takes a millisecond and more, and the checks want many at once: each has its turn. */
static void
send_signed (AlaJiraClient       *self,
             GTask               *task,
             AlaOAuthEndpoint     endpoint,
             const char          *method,
             const char          *path,
             AlaOAuthParams      *query,
             GBytes              *json,
             AlaSecret           *token,
             AlaOAuthParams      *extra,
             GAsyncReadyCallback  callback)
{
  g_autofree char *uri = ala_jira_client_dup_uri (self, path, query);
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new (method, uri);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC + self->clock_offset;
  Signed *data;

  if (request == NULL)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_ADDRESS_UNREADABLE, _("A request to this address cannot be made.")));
      return;
    }

  ala_oauth_request_add_protocol (request, self->consumer_key, token != NULL ? ala_secret_peek (token) : NULL, MAX (now, 1), NULL);
  for (guint i = 0; extra != NULL && i < ala_oauth_params_get_length (extra); i++)
    ala_oauth_request_add_oauth (request, ala_oauth_params_get_name (extra, i), ala_oauth_params_get_value (extra, i));

  data = g_new0 (Signed, 1);
  data->endpoint = endpoint;
  data->method = g_strdup (method);
  data->uri = g_steal_pointer (&uri);
  data->json = json != NULL ? g_bytes_ref (json) : NULL;
  data->request = g_steal_pointer (&request);
  data->callback = callback;
  g_task_set_task_data (task, data, signed_free);

  ala_task_turns_add (&self->turns, task, sign_and_send);
}

/* --- Tokens --- */

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Signed *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  g_autoptr (AlaOAuthReply) answer = NULL;
  guint status;

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  status = ala_http_reply_get_status (reply);
  answer = ala_oauth_reply_new (request->endpoint, status, ala_http_reply_get_body (reply),
                                ala_http_reply_get_header (reply, "WWW-Authenticate"));
  /* Where a redirect leads and how long to wait stand in headers that OAuth does not read. */
  if (ala_oauth_reply_get_problem (answer) == NULL && ((status >= 300 && status <= 399) || status == 429 || status == 503))
    ala_jira_reply_check (reply, &error);
  else
    ala_oauth_reply_check (answer, &error);

  if (error != NULL)
    g_task_return_error (task, ala_signed_error_complete (error, request->endpoint, request->base_string, reply));
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
}

void
ala_jira_client_call_token_async (AlaJiraClient       *self,
                                  AlaOAuthEndpoint     endpoint,
                                  AlaSecret           *token,
                                  AlaOAuthParams      *extra,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (self));
  g_return_if_fail (endpoint == ALA_OAUTH_REQUEST_TOKEN || endpoint == ALA_OAUTH_ACCESS_TOKEN);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_jira_client_call_token_async);
  g_task_set_name (task, "ala_jira_client_call_token");
  send_signed (self, task, endpoint, SOUP_METHOD_POST,
               endpoint == ALA_OAUTH_REQUEST_TOKEN ? "/plugins/servlet/oauth/request-token" : "/plugins/servlet/oauth/access-token",
               NULL, NULL, token, extra, token_cb);
}

AlaOAuthReply *
ala_jira_client_call_token_finish (AlaJiraClient  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Resources --- */

static void
resource_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Signed *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  g_autoptr (AlaOAuthReply) answer = NULL;

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_emit (g_task_get_source_object (task), signals[REPLIED], 0, reply);
  answer = ala_oauth_reply_new (request->endpoint, ala_http_reply_get_status (reply), ala_http_reply_get_body (reply),
                                ala_http_reply_get_header (reply, "WWW-Authenticate"));
  if (ala_oauth_reply_check (answer, &error) && ala_jira_reply_check (reply, &error) && ala_http_reply_is_html (reply))
    ala_jira_reply_parse (reply, &error);

  if (error != NULL)
    g_task_return_error (task, ala_signed_error_complete (error, request->endpoint, request->base_string, reply));
  else
    g_task_return_pointer (task, g_steal_pointer (&reply), g_object_unref);
}

void
ala_jira_client_send_async (AlaJiraClient       *self,
                            const char          *method,
                            const char          *path,
                            AlaOAuthParams      *query,
                            GBytes              *json,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (self));
  g_return_if_fail (method != NULL);
  g_return_if_fail (path != NULL && *path == '/');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_jira_client_send_async);
  g_task_set_name (task, "ala_jira_client_send");
  send_signed (self, task, ALA_OAUTH_RESOURCE, method, path, query, json, self->access_token, NULL, resource_cb);
}

AlaHttpReply *
ala_jira_client_send_finish (AlaJiraClient  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
parse (GTask *task)
{
  GError *error = NULL;
  JsonNode *node = ala_jira_reply_parse (g_task_get_task_data (task), &error);

  if (node != NULL)
    g_task_return_pointer (task, node, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, error);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  parse (task);
}

static void
json_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AlaHttpReply *reply = ala_jira_client_send_finish (ALA_JIRA_CLIENT (source), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, reply, g_object_unref);
  if (g_bytes_get_size (ala_http_reply_get_body (reply)) > PARSE_IN_THREAD)
    g_task_run_in_thread (task, parse_in_thread);
  else
    parse (task);
}

void
ala_jira_client_get_json_async (AlaJiraClient       *self,
                                const char          *path,
                                AlaOAuthParams      *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_jira_client_get_json_async);
  g_task_set_name (task, "ala_jira_client_get_json");
  ala_jira_client_send_async (self, SOUP_METHOD_GET, path, query, NULL, cancellable, json_cb, g_object_ref (task));
}

JsonNode *
ala_jira_client_get_json_finish (AlaJiraClient  *self,
                                 GAsyncResult   *result,
                                 AlaHttpReply  **reply,
                                 GError        **error)
{
  JsonNode *node;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  node = g_task_propagate_pointer (G_TASK (result), error);
  if (node != NULL && reply != NULL)
    *reply = g_object_ref (g_task_get_task_data (G_TASK (result)));

  return node;
}
