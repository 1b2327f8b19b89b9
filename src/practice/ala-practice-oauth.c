/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-oauth.h"

#include "ala-practice-signature.h"
#include "ala-practice-validation.h"

/* The servlets know POST; a GET runs into a handler that does nothing. Returns: whether to go on */
static gboolean
is_token_request (AlaPracticeExchange *exchange)
{
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_OAUTH_OFF))
    {
      ala_practice_reply_tomcat (exchange->message, 404, "Not Found");
      return FALSE;
    }
  if (ala_practice_exchange_is (exchange, "GET")
      || ala_practice_exchange_is (exchange, "HEAD")
      || ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_REPLY_EMPTY))
    {
      ala_practice_exchange_reply (exchange, 200, NULL, NULL);
      return FALSE;
    }
  if (!ala_practice_exchange_is (exchange, "POST"))
    {
      ala_practice_reply_tomcat (exchange->message, 405, "Method Not Allowed");
      return FALSE;
    }

  return TRUE;
}

/* Returns: whether Jira takes the callback; @callback: (out) (nullable): where the browser is to return */
static gboolean
check_callback (AlaPracticeExchange *exchange,
                AlaOAuthParams      *params,
                const char         **callback)
{
  const char *value = ala_oauth_params_get (params, "oauth_callback");

  *callback = NULL;
  if (value == NULL || g_str_equal (value, "oob"))
    return TRUE;

  if (!ala_practice_callback_is_valid (value)
      || ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_CALLBACK_REJECTED))
    return ala_practice_oauth_refuse (exchange, "parameter_rejected",
                                      "oauth_parameters_rejected", "oauth_callback",
                                      "oauth_problem_advice", "The callback must be \"oob\" or an http or https address",
                                      NULL);

  *callback = value;
  return TRUE;
}

void
ala_practice_oauth_request_token (AlaPracticeExchange *exchange)
{
  static const char *names[] = { "oauth_consumer_key", NULL };
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autoptr (AlaOAuthParams) reply = NULL;
  AlaPracticeToken *token;
  AlaPracticeLink *link;
  const char *callback;

  if (!is_token_request (exchange))
    return;

  params = ala_practice_signature_collect (exchange);
  if (!ala_practice_oauth_require (exchange, params, names))
    return;
  link = ala_practice_oauth_find_link (exchange, ala_oauth_params_get (params, "oauth_consumer_key"));
  if (link == NULL || !check_callback (exchange, params, &callback) || !ala_practice_oauth_validate (exchange, params, link))
    return;

  token = ala_practice_tokens_add (exchange->state->tokens, ALA_PRACTICE_TOKEN_NEW, link->consumer_key,
                                   ala_practice_state_get_now (exchange->state));
  token->has_callback = ala_oauth_params_get (params, "oauth_callback") != NULL
                        && !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_VERIFIER_NO_CODE);
  token->callback = token->has_callback ? g_strdup (callback) : NULL;

  reply = ala_oauth_params_new ();
  ala_oauth_params_add (reply, "oauth_token", token->token);
  ala_oauth_params_add (reply, "oauth_token_secret", token->secret);
  if (token->has_callback)
    ala_oauth_params_add (reply, "oauth_callback_confirmed", "true");
  ala_practice_exchange_reply (exchange, 200, "text/plain", ala_oauth_params_to_form (reply));
}

/* Returns: whether the request token may be turned into an access token (reference/jira-oauth.md section 1, order 2) */
static gboolean
check_request_token (AlaPracticeExchange *exchange,
                     AlaOAuthParams      *params,
                     AlaPracticeToken    *token)
{
  static const char *names[] = { "oauth_verifier", NULL };

  if (ala_practice_state_token_is_over (exchange->state, token))
    return ala_practice_oauth_refuse (exchange, "token_expired", NULL);
  if (token->state == ALA_PRACTICE_TOKEN_NEW)
    return ala_practice_oauth_refuse (exchange, "permission_unknown", NULL);
  if (token->state == ALA_PRACTICE_TOKEN_DENIED)
    return ala_practice_oauth_refuse (exchange, "permission_denied", NULL);
  if (g_strcmp0 (ala_oauth_params_get (params, "oauth_consumer_key"), token->consumer_key) != 0)
    return ala_practice_oauth_refuse (exchange, "token_rejected", NULL);
  if (!token->has_callback)
    return TRUE;
  if (!ala_practice_oauth_require (exchange, params, names))
    return FALSE;

  return g_strcmp0 (ala_oauth_params_get (params, "oauth_verifier"), token->verifier) == 0
         || ala_practice_oauth_refuse (exchange, "token_rejected", NULL);
}

/* Returns: whether an access token may be replaced by a new one */
static gboolean
check_renewal (AlaPracticeExchange *exchange,
               AlaOAuthParams      *params,
               AlaPracticeToken    *token)
{
  static const char *names[] = { "oauth_session_handle", NULL };

  if (g_strcmp0 (ala_oauth_params_get (params, "oauth_consumer_key"), token->consumer_key) != 0)
    return ala_practice_oauth_refuse (exchange, "token_rejected", NULL);
  if (!ala_practice_oauth_require (exchange, params, names))
    return FALSE;
  if (g_strcmp0 (ala_oauth_params_get (params, "oauth_session_handle"), token->session_handle) != 0)
    return ala_practice_oauth_refuse (exchange, "token_rejected", NULL);

  return ala_practice_state_get_now (exchange->state) - token->created < ALA_PRACTICE_SESSION_LIFE
         || ala_practice_oauth_refuse (exchange, "permission_denied", NULL);
}

void
ala_practice_oauth_access_token (AlaPracticeExchange *exchange)
{
  static const char *names[] = { "oauth_token", NULL };
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autoptr (AlaOAuthParams) reply = NULL;
  g_autofree char *life = NULL;
  g_autofree char *session_life = NULL;
  g_autofree char *user = NULL;
  AlaPracticeToken *token, *access;
  AlaPracticeLink *link;
  gboolean fine;

  if (!is_token_request (exchange))
    return;

  params = ala_practice_signature_collect (exchange);
  if (!ala_practice_oauth_require (exchange, params, names))
    return;
  token = ala_practice_tokens_find (exchange->state->tokens, ala_oauth_params_get (params, "oauth_token"));
  if (token == NULL)
    {
      ala_practice_oauth_refuse (exchange, "token_rejected", NULL);
      return;
    }
  if (token->state == ALA_PRACTICE_TOKEN_ACCESS)
    fine = check_renewal (exchange, params, token);
  else
    fine = check_request_token (exchange, params, token);
  if (!fine)
    return;
  link = ala_practice_oauth_find_link (exchange, token->consumer_key);
  if (link == NULL || !ala_practice_oauth_validate (exchange, params, link))
    return;

  /* Only a success uses the request token up: after a mistyped code it is good for another try. */
  user = g_steal_pointer (&token->user);
  ala_practice_tokens_remove (exchange->state->tokens, token);
  access = ala_practice_tokens_add (exchange->state->tokens, ALA_PRACTICE_TOKEN_ACCESS, link->consumer_key,
                                    ala_practice_state_get_now (exchange->state));
  access->user = g_steal_pointer (&user);

  life = g_strdup_printf ("%" G_GINT64_FORMAT,
                          ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_TOKEN_ENDS_SOON)
                          ? ALA_PRACTICE_SHORT_TOKEN_LIFE : ALA_PRACTICE_ACCESS_TOKEN_LIFE);
  session_life = g_strdup_printf ("%" G_GINT64_FORMAT, ALA_PRACTICE_SESSION_LIFE);
  reply = ala_oauth_params_new ();
  ala_oauth_params_add (reply, "oauth_token", access->token);
  ala_oauth_params_add (reply, "oauth_token_secret", access->secret);
  ala_oauth_params_add (reply, "oauth_expires_in", life);
  ala_oauth_params_add (reply, "oauth_session_handle", access->session_handle);
  ala_oauth_params_add (reply, "oauth_authorization_expires_in", session_life);
  ala_practice_exchange_reply (exchange, 200, "text/plain", ala_oauth_params_to_form (reply));
}

static gboolean
is_signed (AlaOAuthParams *params)
{
  static const char *names[] = { "oauth_consumer_key", "oauth_token", "oauth_signature_method", "oauth_signature",
                                 "oauth_timestamp", "oauth_nonce" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (ala_oauth_params_get (params, names[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Order 3 of reference/jira-oauth.md section 1. */
static gboolean
check_access_token (AlaPracticeExchange *exchange,
                    AlaOAuthParams      *params)
{
  AlaPracticeState *state = exchange->state;
  const char *consumer_key = ala_oauth_params_get (params, "oauth_consumer_key");
  AlaPracticeToken *token;
  AlaPracticeLink *link;

  token = ala_practice_tokens_find (state->tokens, ala_oauth_params_get (params, "oauth_token"));
  if (token == NULL
      || token->state != ALA_PRACTICE_TOKEN_ACCESS
      || !g_str_equal (token->consumer_key, consumer_key)
      || ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_TOKEN_REJECTED))
    return ala_practice_oauth_refuse (exchange, "token_rejected", NULL);
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_TOKEN_REVOKED))
    return ala_practice_oauth_refuse (exchange, "token_revoked", NULL);
  if (ala_practice_state_token_is_over (state, token))
    return ala_practice_oauth_refuse (exchange, "token_expired", NULL);

  link = ala_practice_oauth_find_link (exchange, consumer_key);
  if (link == NULL || !ala_practice_oauth_validate (exchange, params, link))
    return FALSE;
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_ADDITIONAL_AUTHORIZATION))
    return ala_practice_oauth_refuse (exchange, "additional_authorization_required", NULL);
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_USER_REFUSED))
    return ala_practice_oauth_refuse (exchange, "user_refused", NULL);
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_USER_LOCKED_OUT))
    return ala_practice_oauth_refuse_with_echo (exchange, params);

  exchange->user = ala_practice_user_find (token->user);
  return TRUE;
}

/* An empty token means two-legged OAuth: the application asks for itself. */
static gboolean
check_two_legged (AlaPracticeExchange *exchange,
                  AlaOAuthParams      *params)
{
  AlaPracticeLink *link = ala_practice_oauth_find_link (exchange, ala_oauth_params_get (params, "oauth_consumer_key"));

  if (link == NULL)
    return FALSE;
  if (!link->two_legged)
    return ala_practice_oauth_refuse_with_echo (exchange, params);

  return ala_practice_oauth_validate (exchange, params, link);
}

AlaPracticeSigned
ala_practice_oauth_authenticate (AlaPracticeExchange *exchange)
{
  g_autoptr (AlaOAuthParams) params = NULL;
  gboolean fine;

  g_return_val_if_fail (exchange != NULL, ALA_PRACTICE_UNSIGNED);

  params = ala_practice_signature_collect (exchange);
  if (!is_signed (params))
    return ALA_PRACTICE_UNSIGNED;

  if (*ala_oauth_params_get (params, "oauth_token") == '\0')
    fine = check_two_legged (exchange, params);
  else
    fine = check_access_token (exchange, params);

  return fine ? ALA_PRACTICE_SIGNED : ALA_PRACTICE_REFUSED;
}
