/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-authorize.h"

#include <string.h>

#include "ala-practice-pages.h"
#include "ala-practice-random.h"
#include "ala-practice-template.h"
#include "ala-practice-validation.h"

/* Six of 0-9, A-Z and a-z (reference/jira-oauth.md section 1). */
#define VERIFIER_LENGTH 6

static void
reply_problem (AlaPracticeExchange *exchange,
               const char          *problem,
               const char          *text)
{
  guint status = ala_practice_oauth_challenge (exchange, problem);

  ala_practice_exchange_reply_page (exchange, status, "OAuth Problem", "oauth-problem", "problem", problem, "text", text, NULL);
}

/* Returns: (nullable): a request token that waits for a decision; %NULL when the browser was told why not */
static AlaPracticeToken *
find_token (AlaPracticeExchange *exchange,
            const char          *name)
{
  AlaPracticeState *state = exchange->state;
  AlaPracticeToken *token;

  if (name == NULL || *name == '\0')
    {
      reply_problem (exchange, "parameter_absent", "The address has no request token. Start again in the application.");
      return NULL;
    }

  token = ala_practice_tokens_find (state->tokens, name);
  if (token == NULL || token->state == ALA_PRACTICE_TOKEN_ACCESS)
    reply_problem (exchange, "token_rejected", "Jira does not know this request token. Start again in the application.");
  else if (ala_practice_state_token_is_over (state, token))
    reply_problem (exchange, "token_expired", "This request is older than ten minutes. Start again in the application.");
  else if (token->state != ALA_PRACTICE_TOKEN_NEW || ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_TOKEN_USED))
    reply_problem (exchange, "token_used", "This request was allowed or denied before. Start again in the application.");
  else
    return token;

  return NULL;
}

static const char *
get_consumer_name (AlaPracticeExchange *exchange,
                   AlaPracticeToken    *token)
{
  AlaPracticeLink *link = ala_practice_links_find_consumer (exchange->state->links, token->consumer_key);

  return link != NULL ? link->consumer_name : token->consumer_key;
}

/*
 * Where the browser goes after the decision: the callback of the token; without one that of the link, even for "oob"; for
 * OAuth 1.0 also the one in the address (reference/jira-oauth.md section 1, callback rules).
 */
static const char *
get_callback (AlaPracticeExchange *exchange,
              AlaPracticeToken    *token)
{
  AlaPracticeLink *link = ala_practice_links_find_consumer (exchange->state->links, token->consumer_key);
  const char *callback = ala_practice_exchange_get_field (exchange, "oauth_callback");

  if (token->callback != NULL)
    return token->callback;
  if (!token->has_callback && ala_practice_callback_is_valid (callback))
    return callback;

  return link != NULL ? link->callback : NULL;
}

static void
redirect_back (AlaPracticeExchange *exchange,
               AlaPracticeToken    *token,
               const char          *callback,
               const char          *verifier)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  g_autofree char *query = NULL;
  g_autofree char *location = NULL;
  g_autofree char *stranger = NULL;
  gsize length = strcspn (callback, "#");

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_VERIFIER_OTHER_RUN))
    stranger = ala_practice_random_text (32);
  ala_oauth_params_add (params, "oauth_token", stranger != NULL ? stranger : token->token);
  if (verifier != NULL)
    ala_oauth_params_add (params, "oauth_verifier", verifier);
  query = ala_oauth_params_to_form (params);

  location = g_strdup_printf ("%.*s%s%s%s", (int) length, callback, memchr (callback, '?', length) != NULL ? "&" : "?", query,
                              callback + length);
  ala_practice_exchange_redirect (exchange, 302, location);
}

static void
deny (AlaPracticeExchange *exchange,
      AlaPracticeToken    *token)
{
  const char *callback = get_callback (exchange, token);

  token->state = ALA_PRACTICE_TOKEN_DENIED;
  if (callback != NULL)
    redirect_back (exchange, token, callback, token->has_callback ? "denied" : NULL);
  else
    ala_practice_exchange_reply_page (exchange, 200, "Access Denied", "denied",
                                      "consumer", get_consumer_name (exchange, token), NULL);
}

static void
allow (AlaPracticeExchange *exchange,
       AlaPracticeToken    *token)
{
  const char *callback = get_callback (exchange, token);
  g_autofree char *shown = NULL;

  if (!ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PERMISSION_UNKNOWN))
    token->state = ALA_PRACTICE_TOKEN_ALLOWED;
  g_free (token->user);
  token->user = g_strdup (exchange->user->name);
  g_clear_pointer (&token->verifier, g_free);
  if (token->has_callback)
    {
      token->verifier = ala_practice_random_text (VERIFIER_LENGTH);
      if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_VERIFIER_WRONG))
        shown = ala_practice_random_text (VERIFIER_LENGTH);
      else
        shown = g_strdup (token->verifier);
    }

  if (callback != NULL)
    redirect_back (exchange, token, callback, shown);
  else if (shown != NULL)
    ala_practice_exchange_reply_page (exchange, 200, "Access Approved", "approved",
                                      "consumer", get_consumer_name (exchange, token), "code", shown, NULL);
  else
    ala_practice_exchange_reply_page (exchange, 200, "Access Approved", "approved-no-code",
                                      "consumer", get_consumer_name (exchange, token), NULL);
}

void
ala_practice_authorize (AlaPracticeExchange *exchange)
{
  gboolean decided;
  const char *callback;
  AlaPracticeToken *token;

  g_return_if_fail (exchange != NULL);

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_OAUTH_OFF))
    {
      ala_practice_reply_tomcat (exchange->message, 404, "Not Found");
      return;
    }

  decided = ala_practice_exchange_is (exchange, "POST");
  token = find_token (exchange, decided ? ala_practice_exchange_get_field (exchange, "oauth_token")
                                        : ala_practice_exchange_get_query (exchange, "oauth_token"));
  if (token == NULL || !ala_practice_pages_require_login (exchange))
    return;

  if (!decided)
    {
      callback = ala_practice_exchange_get_query (exchange, "oauth_callback");
      ala_practice_exchange_reply_page (exchange, 200, "Request for Access", "authorize",
                                        "consumer", get_consumer_name (exchange, token),
                                        "name", exchange->user->display_name,
                                        "token", token->token,
                                        "callback", callback != NULL ? callback : "",
                                        NULL);
      return;
    }
  if (!ala_practice_pages_require_xsrf (exchange))
    return;

  if (ala_practice_exchange_has_field (exchange, "approve")
      && !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_AUTHORIZATION_DENIED))
    allow (exchange, token);
  else
    deny (exchange, token);
}

static char *
dup_date (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (date, "%F");
}

static void
revoke_token (AlaPracticeExchange *exchange)
{
  AlaPracticeTokens *tokens = exchange->state->tokens;
  AlaPracticeToken *token = ala_practice_tokens_find (tokens, ala_practice_exchange_get_field (exchange, "token"));

  if (token != NULL && g_strcmp0 (token->user, exchange->user->name) == 0)
    ala_practice_tokens_remove (tokens, token);
  ala_practice_exchange_redirect (exchange, 302, "/plugins/servlet/oauth/users/access-tokens");
}

void
ala_practice_authorize_tokens (AlaPracticeExchange *exchange)
{
  g_autoptr (GPtrArray) tokens = NULL;
  g_autoptr (GString) rows = NULL;
  g_autofree char *empty = NULL;

  g_return_if_fail (exchange != NULL);

  if (!ala_practice_pages_require_login (exchange))
    return;
  if (ala_practice_exchange_is (exchange, "POST"))
    {
      if (ala_practice_pages_require_xsrf (exchange))
        revoke_token (exchange);
      return;
    }

  tokens = ala_practice_tokens_list (exchange->state->tokens, exchange->user->name);
  rows = g_string_new (NULL);
  for (guint i = 0; i < tokens->len; i++)
    {
      AlaPracticeToken *token = g_ptr_array_index (tokens, i);
      g_autofree char *index = g_strdup_printf ("%u", i);
      g_autofree char *issued = dup_date (token->created);
      g_autofree char *expires = dup_date (token->created + ALA_PRACTICE_ACCESS_TOKEN_LIFE);
      g_autofree char *row = NULL;

      row = ala_practice_template_render ("token-row",
                                          "context", exchange->context,
                                          "xsrf", exchange->session->xsrf_token,
                                          "name", get_consumer_name (exchange, token),
                                          "key", token->consumer_key,
                                          "issued", issued,
                                          "expires", expires,
                                          "token", token->token,
                                          "index", index,
                                          NULL);
      g_string_append (rows, row);
    }
  empty = tokens->len > 0 ? g_strdup ("")
                          : ala_practice_template_render ("empty", "text", "You have allowed no application.", NULL);
  ala_practice_exchange_reply_page (exchange, 200, "OAuth Access Tokens", "tokens", "&rows", rows->str, "&empty", empty, NULL);
}
