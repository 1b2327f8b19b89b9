/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lives in seconds (reference/jira-oauth.md section 1): ten minutes, five years, and thirty days more to renew. */
#define ALA_PRACTICE_REQUEST_TOKEN_LIFE ((gint64) 600)
#define ALA_PRACTICE_ACCESS_TOKEN_LIFE  ((gint64) 157680000)
#define ALA_PRACTICE_SESSION_LIFE       ((gint64) 160272000)

/* With the fault "token-ends-soon": nine days and a half. */
#define ALA_PRACTICE_SHORT_TOKEN_LIFE   ((gint64) 820800)

/* Seconds by which a timestamp may be off, and for which a nonce is remembered. */
#define ALA_PRACTICE_WINDOW ((gint64) 300)

typedef enum
{
  ALA_PRACTICE_TOKEN_NEW,
  ALA_PRACTICE_TOKEN_ALLOWED,
  ALA_PRACTICE_TOKEN_DENIED,
  ALA_PRACTICE_TOKEN_ACCESS,
} AlaPracticeTokenState;

/* AlaPracticeToken: a request token, or the access token that came of one. */
typedef struct
{
  AlaPracticeTokenState state;
  char *token;
  char *secret;
  char *consumer_key;
  gint64 created;       /* seconds since the epoch by Jira's clock */
  gboolean has_callback; /* asked for by OAuth 1.0a, that is, with oauth_callback */
  char *callback;       /* (nullable): where the browser returns, %NULL for "oob" */
  char *user;           /* (nullable): who decided */
  char *verifier;       /* (nullable): the code, once somebody allowed it */
  char *session_handle; /* (nullable): of an access token */
} AlaPracticeToken;

/* AlaPracticeTokens: the tokens and nonces that Jira remembers, each up to a number. */
typedef struct _AlaPracticeTokens AlaPracticeTokens;

AlaPracticeTokens *ala_practice_tokens_new             (void);
void               ala_practice_tokens_free            (AlaPracticeTokens *self);

/** ala_practice_tokens_add: Returns: (transfer none): a new token with a fresh name and secret */
AlaPracticeToken  *ala_practice_tokens_add             (AlaPracticeTokens     *self,
                                                        AlaPracticeTokenState  state,
                                                        const char            *consumer_key,
                                                        gint64                 now);

/** ala_practice_tokens_find: Returns: (nullable) (transfer none): the token */
AlaPracticeToken  *ala_practice_tokens_find            (AlaPracticeTokens *self,
                                                        const char        *token);

void               ala_practice_tokens_remove          (AlaPracticeTokens *self,
                                                        AlaPracticeToken  *token);

/** ala_practice_tokens_remove_consumer: Removes all tokens of a link: it was deleted, or its settings were changed. */
void               ala_practice_tokens_remove_consumer (AlaPracticeTokens *self,
                                                        const char        *consumer_key);

/** ala_practice_tokens_list: Returns: (transfer container): the access tokens that @user granted, oldest first */
GPtrArray         *ala_practice_tokens_list            (AlaPracticeTokens *self,
                                                        const char        *user);

/**
 * ala_practice_tokens_use_nonce:
 *
 * Returns: whether the nonce is new for this consumer and token; it is remembered from now on
 */
gboolean           ala_practice_tokens_use_nonce       (AlaPracticeTokens *self,
                                                        const char        *consumer_key,
                                                        const char        *token,
                                                        const char        *nonce,
                                                        gint64             now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeTokens, ala_practice_tokens_free)

G_END_DECLS
