/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-tokens.h"

#include "ala-oauth-encoding.h"
#include "ala-practice-random.h"

#define MAX_TOKENS 1000
#define MAX_NONCES 20000

typedef struct
{
  char *text;
  gint64 seen;
} Nonce;

struct _AlaPracticeTokens
{
  GQueue tokens; /* oldest first */
  GQueue nonces; /* oldest first */
  GHashTable *nonce_texts; /* the texts of @nonces, which own them */
};

static void
token_free (AlaPracticeToken *token)
{
  g_free (token->token);
  g_free (token->secret);
  g_free (token->consumer_key);
  g_free (token->callback);
  g_free (token->user);
  g_free (token->verifier);
  g_free (token->session_handle);
  g_free (token);
}

static void
nonce_free (Nonce *nonce)
{
  g_free (nonce->text);
  g_free (nonce);
}

AlaPracticeTokens *
ala_practice_tokens_new (void)
{
  AlaPracticeTokens *self = g_new0 (AlaPracticeTokens, 1);

  g_queue_init (&self->tokens);
  g_queue_init (&self->nonces);
  self->nonce_texts = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
ala_practice_tokens_free (AlaPracticeTokens *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->nonce_texts);
  g_queue_clear_full (&self->nonces, (GDestroyNotify) nonce_free);
  g_queue_clear_full (&self->tokens, (GDestroyNotify) token_free);
  g_free (self);
}

AlaPracticeToken *
ala_practice_tokens_add (AlaPracticeTokens     *self,
                         AlaPracticeTokenState  state,
                         const char            *consumer_key,
                         gint64                 now)
{
  AlaPracticeToken *token;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (consumer_key != NULL, NULL);

  token = g_new0 (AlaPracticeToken, 1);
  token->state = state;
  token->token = ala_practice_random_text (32);
  token->secret = ala_practice_random_text (32);
  token->consumer_key = g_strdup (consumer_key);
  token->created = now;
  if (state == ALA_PRACTICE_TOKEN_ACCESS)
    token->session_handle = ala_practice_random_text (32);

  g_queue_push_tail (&self->tokens, token);
  if (self->tokens.length > MAX_TOKENS)
    token_free (g_queue_pop_head (&self->tokens));

  return token;
}

AlaPracticeToken *
ala_practice_tokens_find (AlaPracticeTokens *self,
                          const char        *token)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  for (GList *l = self->tokens.tail; l != NULL; l = l->prev)
    {
      AlaPracticeToken *candidate = l->data;

      if (g_str_equal (candidate->token, token))
        return candidate;
    }

  return NULL;
}

void
ala_practice_tokens_remove (AlaPracticeTokens *self,
                            AlaPracticeToken  *token)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (token != NULL);

  if (g_queue_remove (&self->tokens, token))
    token_free (token);
}

void
ala_practice_tokens_remove_consumer (AlaPracticeTokens *self,
                                     const char        *consumer_key)
{
  GList *next;

  g_return_if_fail (self != NULL);
  g_return_if_fail (consumer_key != NULL);

  for (GList *l = self->tokens.head; l != NULL; l = next)
    {
      AlaPracticeToken *token = l->data;

      next = l->next;
      if (g_str_equal (token->consumer_key, consumer_key))
        {
          g_queue_delete_link (&self->tokens, l);
          token_free (token);
        }
    }
}

GPtrArray *
ala_practice_tokens_list (AlaPracticeTokens *self,
                          const char        *user)
{
  GPtrArray *tokens;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (user != NULL, NULL);

  tokens = g_ptr_array_new ();
  for (GList *l = self->tokens.head; l != NULL; l = l->next)
    {
      AlaPracticeToken *token = l->data;

      if (token->state == ALA_PRACTICE_TOKEN_ACCESS && g_strcmp0 (token->user, user) == 0)
        g_ptr_array_add (tokens, token);
    }

  return tokens;
}

gboolean
ala_practice_tokens_use_nonce (AlaPracticeTokens *self,
                               const char        *consumer_key,
                               const char        *token,
                               const char        *nonce,
                               gint64             now)
{
  g_autoptr (AlaOAuthParams) parts = NULL;
  g_autofree char *text = NULL;
  Nonce *oldest, *entry;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (consumer_key != NULL, FALSE);
  g_return_val_if_fail (nonce != NULL, FALSE);

  while ((oldest = g_queue_peek_head (&self->nonces)) != NULL
         && (self->nonces.length >= MAX_NONCES || oldest->seen < now - ALA_PRACTICE_WINDOW))
    {
      g_hash_table_remove (self->nonce_texts, oldest->text);
      g_queue_pop_head (&self->nonces);
      nonce_free (oldest);
    }

  /* Encoded, so that no consumer key can be confused with another one and its token. */
  parts = ala_oauth_params_new ();
  ala_oauth_params_add (parts, consumer_key, token != NULL ? token : "");
  ala_oauth_params_add (parts, "", nonce);
  text = ala_oauth_params_to_form (parts);
  if (g_hash_table_contains (self->nonce_texts, text))
    return FALSE;

  entry = g_new0 (Nonce, 1);
  entry->text = g_steal_pointer (&text);
  entry->seen = now;
  g_queue_push_tail (&self->nonces, entry);
  g_hash_table_add (self->nonce_texts, entry->text);

  return TRUE;
}
