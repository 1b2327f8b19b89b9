/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-access-token.h"
#include "ala-jira-client.h"

G_BEGIN_DECLS

/* Jira's request tokens live ten minutes (reference/jira-oauth.md section 1). Renewed this much before, in seconds. */
#define ALA_REQUEST_TOKEN_LIFE   600
#define ALA_REQUEST_TOKEN_MARGIN 15

/**
 * AlaAuthorizationState:
 * @ALA_AUTHORIZATION_IDLE: nothing asked yet
 * @ALA_AUTHORIZATION_REQUESTING: asking Jira for a request token
 * @ALA_AUTHORIZATION_READY: a request token is there, nobody waits for the person yet
 * @ALA_AUTHORIZATION_WAITING: waiting for the person to allow or to refuse in the browser
 * @ALA_AUTHORIZATION_EXCHANGING: a verifier came, asking for the access token
 * @ALA_AUTHORIZATION_DONE: an access token is there
 */
typedef enum
{
  ALA_AUTHORIZATION_IDLE,
  ALA_AUTHORIZATION_REQUESTING,
  ALA_AUTHORIZATION_READY,
  ALA_AUTHORIZATION_WAITING,
  ALA_AUTHORIZATION_EXCHANGING,
  ALA_AUTHORIZATION_DONE,
} AlaAuthorizationState;

GType ala_authorization_state_get_type (void) G_GNUC_CONST;
#define ALA_TYPE_AUTHORIZATION_STATE (ala_authorization_state_get_type ())

#define ALA_TYPE_AUTHORIZATION (ala_authorization_get_type ())
G_DECLARE_FINAL_TYPE (AlaAuthorization, ala_authorization, ALA, AUTHORIZATION, GObject)

/**
 * AlaAuthorization:
 *
 * The token dance of one client: request token, the browser, verifier, access token. The answer may come through the loopback
 * listener, or be offered as text by ala_authorization_offer(); the first valid one wins. Where Jira refuses the loopback
 * address, or no port can be opened, the request token is asked for again with "oob" by itself. A request token that nears its
 * end is renewed by itself.
 *
 * Properties, all read-only and notified:
 * - "state": an #AlaAuthorizationState
 * - "authorize-url": (nullable): where the browser has to go; changes when the request token is renewed
 * - "loopback": whether the answer can come by itself
 *
 * Signals:
 * - "refused" (GError *error): an answer came and was no good (wrong code, a code of another run, a page without a code); the
 *   wait goes on
 */
AlaAuthorization *ala_authorization_new                 (AlaJiraClient          *client);

/**
 * ala_authorization_set_loopback:
 * @wanted: %FALSE to ask for "oob" from the start, as over SSH. Takes effect with the next request token.
 */
void              ala_authorization_set_loopback        (AlaAuthorization       *self,
                                                         gboolean                wanted);

AlaAuthorizationState
                  ala_authorization_get_state           (AlaAuthorization       *self);
const char       *ala_authorization_get_authorize_url   (AlaAuthorization       *self);
gboolean          ala_authorization_get_loopback        (AlaAuthorization       *self);

/** ala_authorization_get_seconds_left: Returns: how long the request token still lives, 0 when there is none */
guint             ala_authorization_get_seconds_left    (AlaAuthorization       *self);

/**
 * ala_authorization_prepare_async:
 *
 * Gets a request token, unless a fresh one is there already. Proves consumer key, clock and key in one signed request, so it is
 * also the check of the application link.
 */
void              ala_authorization_prepare_async       (AlaAuthorization       *self,
                                                         GCancellable           *cancellable,
                                                         GAsyncReadyCallback     callback,
                                                         gpointer                user_data);
gboolean          ala_authorization_prepare_finish      (AlaAuthorization       *self,
                                                         GAsyncResult           *result,
                                                         GError                **error);

/**
 * ala_authorization_run_async:
 *
 * Prepares where needed, then waits until the person answered and the access token came. Ends with
 * %ALA_PROBLEM_AUTHORIZATION_DENIED when the person refused, with any row of ala_jira_client_call_token_async(), or with
 * %G_IO_ERROR_CANCELLED. May be run again after each.
 */
void              ala_authorization_run_async           (AlaAuthorization       *self,
                                                         GCancellable           *cancellable,
                                                         GAsyncReadyCallback     callback,
                                                         gpointer                user_data);
/** ala_authorization_run_finish: Returns: (transfer full): the access token */
AlaAccessToken   *ala_authorization_run_finish          (AlaAuthorization       *self,
                                                         GAsyncResult           *result,
                                                         GError                **error);

/**
 * ala_authorization_offer:
 * @text: a text that may hold the answer: pasted, or found on the clipboard
 *
 * Returns: whether @text held an answer that is now being tried; otherwise %ALA_PROBLEM_VERIFIER_NOT_FOUND,
 *   %ALA_PROBLEM_VERIFIER_OTHER_RUN or %ALA_PROBLEM_VERIFIER_NO_CODE (then the token is asked for again by itself)
 */
gboolean          ala_authorization_offer               (AlaAuthorization       *self,
                                                         const char             *text,
                                                         GError                **error);

G_END_DECLS
