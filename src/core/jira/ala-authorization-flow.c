/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-authorization-private.h"

#include <glib/gi18n-lib.h>

static void
set_state (AlaAuthorization      *self,
           AlaAuthorizationState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

static void
drop_answer (AlaAuthorization *self)
{
  g_clear_pointer (&self->answer, ala_secret_unref);
  self->is_denied = FALSE;
}

/* Ends whatever is under way, but for those who wait. */
static void
reset (AlaAuthorization      *self,
       AlaAuthorizationState  state)
{
  if (self->exchange != NULL)
    g_cancellable_cancel (self->exchange);
  g_clear_object (&self->exchange);
  g_clear_pointer (&self->tried, ala_secret_unref);
  drop_answer (self);
  ala_request_token_drop (self->request_token);
  set_state (self, state);
}

/* Those who are told may start anew at once, or let go of the authorization, so everything is settled before. */
static void
fail (AlaAuthorization *self,
      const GError     *error)
{
  g_autoptr (AlaAuthorization) alive = g_object_ref (self);

  reset (self, ALA_AUTHORIZATION_IDLE);
  ala_waiters_finish (self->preparing, error);
  ala_waiters_finish (self->running, error);
}

/* Somebody who waited was cancelled, and was the last of his kind. */
static void
forsaken_cb (gpointer user_data)
{
  AlaAuthorization *self = user_data;

  if (ala_waiters_is_empty (self->preparing) && ala_waiters_is_empty (self->running))
    reset (self, ALA_AUTHORIZATION_IDLE);
}

static gboolean
is_running (AlaAuthorization *self)
{
  return !ala_waiters_is_empty (self->running);
}

void
ala_authorization_ask (AlaAuthorization *self)
{
  /* While a token is renewed the person still waits, and may still use the old one. */
  if (!is_running (self) || ala_request_token_peek (self->request_token) == NULL)
    set_state (self, ALA_AUTHORIZATION_REQUESTING);
  ala_request_token_ask (self->request_token);
}

static void exchange (AlaAuthorization *self);

void
ala_authorization_go_on (AlaAuthorization *self)
{
  if (!is_running (self) || self->exchange != NULL)
    return;

  if (ala_request_token_peek (self->request_token) != NULL)
    {
      set_state (self, ALA_AUTHORIZATION_WAITING);
      if (self->is_denied)
        {
          g_autoptr (GError) error = ala_problem_new_error (ALA_PROBLEM_AUTHORIZATION_DENIED, _("“Deny” was chosen on Jira’s page."));

          fail (self, error);
          return;
        }
      if (self->answer != NULL)
        {
          exchange (self);
          return;
        }
    }

  if (!ala_request_token_is_usable (self->request_token) && !ala_request_token_is_asking (self->request_token))
    ala_authorization_ask (self);
}

static void
finish (AlaAuthorization *self,
        AlaOAuthReply    *reply)
{
  g_autoptr (GTask) task = ala_waiters_take (self->running);
  AlaAccessToken *access = ala_access_token_new_from_reply (reply, ala_jira_client_get_clock_offset (self->client));

  reset (self, ALA_AUTHORIZATION_DONE);
  g_task_return_pointer (task, access, (GDestroyNotify) ala_access_token_free);
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AlaAuthorization) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaOAuthReply) reply = ala_jira_client_call_token_finish (ALA_JIRA_CLIENT (source), result, &error);

  /* Whoever cancelled it has put everything in order. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->exchange);
  if (reply != NULL)
    {
      finish (self, reply);
      return;
    }

  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_REQUEST_TOKEN_EXPIRED:
    case ALA_PROBLEM_TOKEN_USED:
    case ALA_PROBLEM_TOKEN_REJECTED:
      drop_answer (self);
      ala_request_token_drop (self->request_token);
      G_GNUC_FALLTHROUGH;
    case ALA_PROBLEM_VERIFIER_WRONG:
    case ALA_PROBLEM_PERMISSION_UNKNOWN:
      /* A wrong code does not use the token up (reference/jira-oauth.md section 1), so the wait goes on. */
      set_state (self, ALA_AUTHORIZATION_WAITING);
      g_signal_emit_by_name (self, "refused", error);
      ala_authorization_go_on (self);
      break;
    default:
      fail (self, error);
      break;
    }
}

static void
exchange (AlaAuthorization *self)
{
  g_autoptr (AlaOAuthParams) extra = ala_oauth_params_new ();

  g_clear_pointer (&self->tried, ala_secret_unref);
  self->tried = g_steal_pointer (&self->answer);

  /* The old token is still good while a new one is asked for, and it has an answer. */
  ala_request_token_stop_asking (self->request_token);
  ala_waiters_finish (self->preparing, NULL);
  ala_oauth_params_add (extra, "oauth_verifier", ala_secret_peek (self->tried));
  set_state (self, ALA_AUTHORIZATION_EXCHANGING);
  self->exchange = g_cancellable_new ();
  ala_jira_client_call_token_async (self->client, ALA_OAUTH_ACCESS_TOKEN, ala_request_token_peek (self->request_token), extra,
                                    self->exchange, exchanged_cb, g_object_ref (self));
}

/* --- What the request token says --- */

static void
changed_cb (AlaRequestToken  *token,
            AlaAuthorization *self)
{
  g_object_notify (G_OBJECT (self), "authorize-url");
  g_object_notify (G_OBJECT (self), "loopback");
}

static void
issued_cb (AlaRequestToken  *token,
           AlaAuthorization *self)
{
  /* What was answered to the old one is of no use any more. */
  drop_answer (self);
  set_state (self, is_running (self) ? ALA_AUTHORIZATION_WAITING : ALA_AUTHORIZATION_READY);
  ala_waiters_finish (self->preparing, NULL);
}

static void
failed_cb (AlaRequestToken  *token,
           const GError     *error,
           AlaAuthorization *self)
{
  fail (self, error);
}

static void
ending_cb (AlaRequestToken  *token,
           AlaAuthorization *self)
{
  /* Nobody waits for a token that is ready; while exchanging, it is renewed afterwards, if need be. */
  if (self->state == ALA_AUTHORIZATION_READY)
    reset (self, ALA_AUTHORIZATION_IDLE);
  else
    ala_authorization_go_on (self);
}

static void
answered_cb (AlaRequestToken  *token,
             AlaSecret        *verifier,
             AlaAuthorization *self)
{
  ala_authorization_take_answer (self, verifier);
}

void
ala_authorization_take_answer (AlaAuthorization *self,
                               AlaSecret        *verifier)
{
  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  /* The clipboard, the browser and a person may all bring the same code. */
  if (self->exchange != NULL && verifier != NULL && ala_secret_equal (verifier, self->tried))
    return;

  drop_answer (self);
  if (verifier != NULL)
    self->answer = ala_secret_ref (verifier);
  else
    self->is_denied = TRUE;
  ala_authorization_go_on (self);
}

void
ala_authorization_refuse_answer (AlaAuthorization *self,
                                 const GError     *error,
                                 gboolean          ask_again)
{
  g_return_if_fail (ALA_IS_AUTHORIZATION (self));

  g_signal_emit_by_name (self, "refused", error);
  if (ask_again && self->exchange == NULL && !ala_request_token_is_asking (self->request_token))
    {
      drop_answer (self);
      ala_request_token_drop (self->request_token);
      ala_authorization_ask (self);
    }
}

void
ala_authorization_begin (AlaAuthorization *self)
{
  self->preparing = ala_waiters_new (forsaken_cb, self);
  self->running = ala_waiters_new (forsaken_cb, self);
  self->request_token = ala_request_token_new (self->client);
  g_signal_connect (self->request_token, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->request_token, "issued", G_CALLBACK (issued_cb), self);
  g_signal_connect (self->request_token, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->request_token, "ending", G_CALLBACK (ending_cb), self);
  g_signal_connect (self->request_token, "answered", G_CALLBACK (answered_cb), self);
}
