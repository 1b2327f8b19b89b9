/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-signature-echo.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-jira-client-private.h"
#include "ala-jira-reply.h"
#include "ala-oauth-request.h"
#include "ala-signature-xray.h"

#define PATH "/rest/api/2/myself"

/* A query in which everything stands that proxies and servers like to encode anew. */
#define QUERY_NAME  "expand"
#define QUERY_VALUE "a b,c&d~e*é"

/* A refusal has a kilobyte or two; base strings are as long as the address. */
#define MAX_BODY (256 * 1024)

/* How many parameters of a stranger's string are looked at. */
#define MAX_PARAMS 256

struct _AlaSignatureEcho
{
  GObject parent_instance;

  AlaEchoVerdict verdict;
  char *difference;       /* (nullable) */
  AlaOAuthParams *ours;   /* (nullable): %NULL when nothing was shown */
  AlaOAuthParams *theirs; /* (nullable) */
  gboolean same_address;
};

G_DEFINE_FINAL_TYPE (AlaSignatureEcho, ala_signature_echo, G_TYPE_OBJECT)

static void
ala_signature_echo_finalize (GObject *object)
{
  AlaSignatureEcho *self = ALA_SIGNATURE_ECHO (object);

  g_free (self->difference);
  g_clear_pointer (&self->ours, ala_oauth_params_free);
  g_clear_pointer (&self->theirs, ala_oauth_params_free);

  G_OBJECT_CLASS (ala_signature_echo_parent_class)->finalize (object);
}

static void
ala_signature_echo_class_init (AlaSignatureEchoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_signature_echo_finalize;
}

static void
ala_signature_echo_init (AlaSignatureEcho *self)
{
  self->same_address = TRUE;
}

/* Returns: (nullable) (transfer full): the parameters of a base string, which stand encoded behind its second "&" */
static AlaOAuthParams *
parse_params (const char *base_string)
{
  const char *last = strrchr (base_string, '&');
  AlaOAuthParams *params;
  char *text;

  if (last == NULL)
    return NULL;

  text = ala_oauth_decode (last + 1, -1, FALSE);
  params = ala_oauth_params_parse (text, -1, MAX_PARAMS);
  ala_secret_wipe_free (text);

  return params;
}

/* Method and address, as they stand before the parameters. */
static gboolean
have_same_address (const char *a,
                   const char *b)
{
  gsize a_length = strlen (a) - strlen (strrchr (a, '&'));
  gsize b_length = strlen (b) - strlen (strrchr (b, '&'));

  return a_length == b_length && strncmp (a, b, a_length) == 0;
}

static AlaSignatureEcho *
read_refusal (const char *ours,
              const char *theirs)
{
  AlaSignatureEcho *self = g_object_new (ALA_TYPE_SIGNATURE_ECHO, NULL);

  self->verdict = ALA_ECHO_HIDDEN;
  if (theirs != NULL && ala_signature_xray (ours, theirs, &self->difference) != ALA_XRAY_UNREADABLE)
    {
      self->verdict = ALA_ECHO_SHOWN;
      self->ours = parse_params (ours);
      self->theirs = parse_params (theirs);
      self->same_address = have_same_address (ours, theirs);
    }

  return self;
}

/* What else than a refused signature came. Returns: (nullable): an echo when a wrong signature was as good as a right one */
static AlaSignatureEcho *
read_other (AlaHttpReply  *reply,
            GError       **error)
{
  AlaSignatureEcho *self = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!ala_jira_reply_check (reply, error))
    return NULL;
  root = ala_jira_reply_parse (reply, error);
  if (root == NULL)
    return NULL;

  if (!ala_jira_reply_names_user (root))
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer names no user."));
      return NULL;
    }

  self = g_object_new (ALA_TYPE_SIGNATURE_ECHO, NULL);
  self->verdict = ALA_ECHO_IGNORED;
  return self;
}

static void
reply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *base_string = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  g_autoptr (AlaOAuthReply) answer = NULL;
  AlaSignatureEcho *echo = NULL;

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  answer = ala_oauth_reply_new (ALA_OAUTH_RESOURCE, ala_http_reply_get_status (reply), ala_http_reply_get_body (reply),
                                ala_http_reply_get_header (reply, "WWW-Authenticate"));
  if (g_strcmp0 (ala_oauth_reply_get_problem (answer), "signature_invalid") == 0)
    echo = read_refusal (base_string, ala_oauth_reply_get (answer, "oauth_signature_base_string"));
  else if (ala_oauth_reply_check (answer, &error))
    echo = read_other (reply, &error);

  if (echo != NULL)
    g_task_return_pointer (task, echo, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Returns: (nullable) (transfer full): the signature of a request that is never sent */
static char *
dup_other_signature (AlaJiraClient  *client,
                     const char     *uri,
                     const char     *token,
                     gint64          now,
                     GError        **error)
{
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new ("GET", uri);

  ala_oauth_request_add_protocol (request, ala_jira_client_get_consumer_key (client), token, now, NULL);
  if (!ala_oauth_request_sign (request, ala_jira_client_get_key_pair (client), error))
    return NULL;

  return g_strdup (ala_oauth_params_get (ala_oauth_request_get_oauth (request), "oauth_signature"));
}

void
ala_signature_echo_ask_async (AlaJiraClient       *client,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  g_autoptr (AlaOAuthRequest) request = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *signature = NULL;
  AlaSecret *token;
  GError *error = NULL;
  const char *headers[5] = { "Accept", "application/json", "Authorization", NULL };
  char *authorization;
  gint64 now;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_signature_echo_ask_async);
  g_task_set_name (task, "ala_signature_echo_ask");

  ala_oauth_params_add (query, QUERY_NAME, QUERY_VALUE);
  uri = ala_jira_client_dup_uri (client, PATH, query);
  request = ala_oauth_request_new ("GET", uri);
  if (request == NULL)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_ADDRESS_UNREADABLE, _("A request to this address cannot be made.")));
      return;
    }

  token = ala_jira_client_peek_access_token (client);
  now = MAX (g_get_real_time () / G_USEC_PER_SEC + ala_jira_client_get_clock_offset (client), 1);
  signature = dup_other_signature (client, uri, token != NULL ? ala_secret_peek (token) : NULL, now, &error);
  if (signature == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Another nonce, and so another text than the one that was signed. */
  ala_oauth_request_add_protocol (request, ala_jira_client_get_consumer_key (client),
                                  token != NULL ? ala_secret_peek (token) : NULL, now, NULL);
  ala_oauth_request_add_oauth (request, "oauth_signature", signature);
  g_task_set_task_data (task, ala_oauth_request_dup_base_string (request), (GDestroyNotify) ala_secret_wipe_free);

  authorization = ala_oauth_request_dup_header (request, NULL);
  headers[3] = authorization;
  ala_http_session_send_async (ala_jira_client_get_session (client), "GET", uri, headers, NULL, NULL, MAX_BODY, cancellable,
                               reply_cb, g_object_ref (task));
  ala_secret_wipe_free (authorization);
}

AlaSignatureEcho *
ala_signature_echo_ask_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AlaEchoVerdict
ala_signature_echo_get_verdict (AlaSignatureEcho *self)
{
  g_return_val_if_fail (ALA_IS_SIGNATURE_ECHO (self), ALA_ECHO_HIDDEN);

  return self->verdict;
}

const char *
ala_signature_echo_get_difference (AlaSignatureEcho *self)
{
  g_return_val_if_fail (ALA_IS_SIGNATURE_ECHO (self), NULL);

  return self->difference;
}

gboolean
ala_signature_echo_has_arrived (AlaSignatureEcho *self,
                                const char       *name)
{
  g_return_val_if_fail (ALA_IS_SIGNATURE_ECHO (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->theirs == NULL)
    return TRUE;

  return ala_oauth_params_count (self->theirs, name) == ala_oauth_params_count (self->ours, name)
         && g_strcmp0 (ala_oauth_params_get (self->theirs, name), ala_oauth_params_get (self->ours, name)) == 0;
}

gboolean
ala_signature_echo_is_same_address (AlaSignatureEcho *self)
{
  g_return_val_if_fail (ALA_IS_SIGNATURE_ECHO (self), FALSE);

  return self->same_address;
}
