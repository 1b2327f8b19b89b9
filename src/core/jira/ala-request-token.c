/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-request-token.h"

#include "ala-authorization.h"
#include "ala-callback-listener.h"

struct _AlaRequestToken
{
  GObject parent_instance;

  AlaJiraClient *client;
  gboolean wants_loopback;
  gboolean refuses_loopback; /* Jira does */
  guint life;                /* milliseconds, like the margin */
  guint margin;

  GCancellable *request; /* nullable: while asking */
  gint64 asked_at;

  AlaSecret *token;    /* nullable */
  char *authorize_url; /* nullable, as the token */
  gboolean loopback;   /* the token was asked for with a listener */
  gint64 end;          /* of the token, monotonic */
  guint end_source;
  AlaCallbackListener *listener; /* nullable */
};

G_DEFINE_FINAL_TYPE (AlaRequestToken, ala_request_token, G_TYPE_OBJECT)

enum
{
  CHANGED,
  ISSUED,
  FAILED,
  ENDING,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drop_listener (AlaRequestToken *self)
{
  if (self->listener == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->listener, self);
  ala_callback_listener_stop (self->listener);
  g_clear_object (&self->listener);
}

static void
clear_token (AlaRequestToken *self)
{
  g_clear_handle_id (&self->end_source, g_source_remove);
  g_clear_pointer (&self->token, ala_secret_unref);
  g_clear_pointer (&self->authorize_url, g_free);
}

static void
ala_request_token_dispose (GObject *object)
{
  AlaRequestToken *self = ALA_REQUEST_TOKEN (object);

  ala_request_token_stop_asking (self);
  drop_listener (self);
  clear_token (self);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (ala_request_token_parent_class)->dispose (object);
}

static void
ala_request_token_class_init (AlaRequestTokenClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_request_token_dispose;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ISSUED] = g_signal_new ("issued", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[ENDING] = g_signal_new ("ending", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ALA_TYPE_SECRET);
}

static void
ala_request_token_init (AlaRequestToken *self)
{
  self->wants_loopback = TRUE;
  self->loopback = TRUE;
  self->life = ALA_REQUEST_TOKEN_LIFE * 1000;
  self->margin = ALA_REQUEST_TOKEN_MARGIN * 1000;
}

AlaRequestToken *
ala_request_token_new (AlaJiraClient *client)
{
  AlaRequestToken *self;

  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (client), NULL);

  self = g_object_new (ALA_TYPE_REQUEST_TOKEN, NULL);
  self->client = g_object_ref (client);
  return self;
}

void
ala_request_token_set_loopback (AlaRequestToken *self,
                                gboolean         wanted)
{
  g_return_if_fail (ALA_IS_REQUEST_TOKEN (self));

  self->wants_loopback = wanted;
  if (self->token == NULL && self->request == NULL)
    {
      self->loopback = wanted && !self->refuses_loopback;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

void
ala_request_token_set_life (AlaRequestToken *self,
                            guint            life,
                            guint            margin)
{
  g_return_if_fail (ALA_IS_REQUEST_TOKEN (self));
  g_return_if_fail (margin < life);

  self->life = life;
  self->margin = margin;
}

static gboolean
end_cb (gpointer user_data)
{
  AlaRequestToken *self = user_data;

  self->end_source = 0;
  g_signal_emit (self, signals[ENDING], 0);
  return G_SOURCE_REMOVE;
}

static void
take_reply (AlaRequestToken *self,
            AlaOAuthReply   *reply)
{
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  gint64 left;

  clear_token (self);
  self->token = ala_oauth_reply_dup_token (reply);
  ala_oauth_params_add (query, "oauth_token", ala_secret_peek (self->token));
  self->authorize_url = ala_jira_address_resolve (ala_jira_client_get_address (self->client), "/plugins/servlet/oauth/authorize", query);
  self->loopback = self->listener != NULL;
  if (self->listener != NULL)
    ala_callback_listener_set_token (self->listener, self->token);

  self->end = self->asked_at + (gint64) self->life * 1000;
  /* Never a moment early, when it would still be usable. */
  left = (self->end - g_get_monotonic_time ()) / 1000 - self->margin + 1;
  self->end_source = g_timeout_add ((guint) MAX (left, 1), end_cb, self);
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaRequestToken) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaOAuthReply) reply = ala_jira_client_call_token_finish (ALA_JIRA_CLIENT (source), result, &error);
  AlaProblem problem = ala_problem_from_error (error);

  /* Whoever cancelled it knows, and may have asked again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->request);
  if (reply != NULL)
    {
      take_reply (self, reply);
      g_signal_emit (self, signals[CHANGED], 0);
      g_signal_emit (self, signals[ISSUED], 0);
    }
  else if (self->listener != NULL && (problem == ALA_PROBLEM_CALLBACK_REJECTED || problem == ALA_PROBLEM_PARAMETER_REJECTED))
    {
      g_debug ("Jira refuses a loopback address; asking for a code");
      self->refuses_loopback = TRUE;
      ala_request_token_ask (self);
    }
  else
    {
      g_signal_emit (self, signals[FAILED], 0, error);
    }
}

static void
answered_cb (AlaCallbackListener *listener,
             AlaSecret           *verifier,
             gpointer             user_data)
{
  g_autoptr (AlaRequestToken) self = g_object_ref (user_data);

  drop_listener (self);
  g_signal_emit (self, signals[ANSWERED], 0, verifier);
}

static void
open_listener (AlaRequestToken *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->wants_loopback || self->refuses_loopback)
    {
      drop_listener (self);
      return;
    }
  if (self->listener != NULL)
    return;

  self->listener = ala_callback_listener_new (&error);
  if (self->listener != NULL)
    g_signal_connect (self->listener, "answered", G_CALLBACK (answered_cb), self);
  else
    g_debug ("%s Asking for a code.", error->message);
}

void
ala_request_token_ask (AlaRequestToken *self)
{
  g_autoptr (AlaOAuthParams) extra = NULL;

  g_return_if_fail (ALA_IS_REQUEST_TOKEN (self));

  ala_request_token_stop_asking (self);
  open_listener (self);
  extra = ala_oauth_params_new ();
  ala_oauth_params_add (extra, "oauth_callback", self->listener != NULL ? ala_callback_listener_get_url (self->listener) : "oob");
  self->asked_at = g_get_monotonic_time ();
  self->request = g_cancellable_new ();
  ala_jira_client_call_token_async (self->client, ALA_OAUTH_REQUEST_TOKEN, NULL, extra, self->request, token_cb, g_object_ref (self));
}

void
ala_request_token_stop_asking (AlaRequestToken *self)
{
  g_return_if_fail (ALA_IS_REQUEST_TOKEN (self));

  if (self->request != NULL)
    g_cancellable_cancel (self->request);
  g_clear_object (&self->request);
}

void
ala_request_token_drop (AlaRequestToken *self)
{
  gboolean had_token;

  g_return_if_fail (ALA_IS_REQUEST_TOKEN (self));

  had_token = self->token != NULL;
  ala_request_token_stop_asking (self);
  drop_listener (self);
  clear_token (self);
  if (had_token)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ala_request_token_is_asking (AlaRequestToken *self)
{
  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), FALSE);

  return self->request != NULL;
}

gboolean
ala_request_token_is_usable (AlaRequestToken *self)
{
  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), FALSE);

  return self->token != NULL && (!self->loopback || self->listener != NULL) &&
         g_get_monotonic_time () < self->end - (gint64) self->margin * 1000;
}

AlaSecret *
ala_request_token_peek (AlaRequestToken *self)
{
  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), NULL);

  return self->token;
}

const char *
ala_request_token_get_authorize_url (AlaRequestToken *self)
{
  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), NULL);

  return self->authorize_url;
}

gboolean
ala_request_token_get_loopback (AlaRequestToken *self)
{
  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), FALSE);

  return self->loopback;
}

guint
ala_request_token_get_seconds_left (AlaRequestToken *self)
{
  gint64 left;

  g_return_val_if_fail (ALA_IS_REQUEST_TOKEN (self), 0);

  left = self->token != NULL ? self->end - g_get_monotonic_time () : 0;
  return (guint) ((MAX (left, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}
