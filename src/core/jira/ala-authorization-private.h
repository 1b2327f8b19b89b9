/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"
#include "ala-request-token.h"
#include "ala-waiters.h"

G_BEGIN_DECLS

/*
 * idle, nothing asked; requesting, waits for a request token; ready, has one that lapses at its end; waiting, somebody runs, and
 * the token is renewed before its end; exchanging, tries an answer, and is back at waiting when Jira refuses that; done.
 *
 * An answer that comes while nobody runs, or while another one is tried, is kept.
 */
struct _AlaAuthorization
{
  GObject parent_instance;

  AlaJiraClient *client;
  AlaRequestToken *request_token;
  AlaAuthorizationState state;

  AlaWaiters *preparing; /* callers of prepare */
  AlaWaiters *running;   /* the caller of run */

  GCancellable *exchange; /* nullable: while exchanging */
  AlaSecret *tried;       /* nullable: the verifier that is, or was, exchanged */
  AlaSecret *answer;      /* nullable: the verifier to be tried next */
  gboolean is_denied;     /* the person refused */
};

/* For tests: how long request tokens live and how long before their end they are renewed, in milliseconds. */
void ala_authorization_set_life      (AlaAuthorization       *self,
                                      guint                   life,
                                      guint                   margin);

/* The flow, ala-authorization-flow.c */

/* Connects what an empty authorization needs, for the client that it has. */
void ala_authorization_begin         (AlaAuthorization       *self);

/* Asks for a request token, or for another one. */
void ala_authorization_ask           (AlaAuthorization       *self);

/* Does what comes next for the one who runs. */
void ala_authorization_go_on         (AlaAuthorization       *self);

/* An answer has come; %NULL when the person refused. Tried at once, or as soon as somebody runs. */
void ala_authorization_take_answer   (AlaAuthorization       *self,
                                      AlaSecret              *verifier);

/* An answer has come that is no good; says so, and asks for another request token where this one will not do. */
void ala_authorization_refuse_answer (AlaAuthorization       *self,
                                      const GError           *error,
                                      gboolean                ask_again);

G_END_DECLS
