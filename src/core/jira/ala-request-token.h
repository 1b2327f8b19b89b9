/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

#define ALA_TYPE_REQUEST_TOKEN (ala_request_token_get_type ())
G_DECLARE_FINAL_TYPE (AlaRequestToken, ala_request_token, ALA, REQUEST_TOKEN, GObject)

/**
 * AlaRequestToken:
 *
 * The first half of the token dance, for #AlaAuthorization: asks Jira for a request token, opens the listener to which the browser
 * comes back, does without where Jira or this computer does not let it, and watches the token's end.
 *
 * Signals:
 * - "changed": there is another token, or none any more
 * - "issued": what was asked for has come; after "changed"
 * - "failed" (GError *error): it has not
 * - "ending": the token nears its end
 * - "answered" (AlaSecret *verifier): the browser came back; %NULL when the person refused. No other answer comes until a token is
 *   asked for again.
 */
AlaRequestToken *ala_request_token_new                   (AlaJiraClient    *client);

/** ala_request_token_set_loopback: Whether to listen, from the next token on. */
void             ala_request_token_set_loopback          (AlaRequestToken  *self,
                                                          gboolean          wanted);

/** ala_request_token_set_life: How long tokens live, and how long before that they near their end; milliseconds. */
void             ala_request_token_set_life              (AlaRequestToken  *self,
                                                          guint             life,
                                                          guint             margin);

/** ala_request_token_ask: Asks for a token. One that is there stays until the new one comes. */
void             ala_request_token_ask                   (AlaRequestToken  *self);

/** ala_request_token_stop_asking: Gives up what ala_request_token_ask() began; a token that is there stays. */
void             ala_request_token_stop_asking           (AlaRequestToken  *self);

/** ala_request_token_drop: Forgets the token, stops asking for one, closes the port. */
void             ala_request_token_drop                  (AlaRequestToken  *self);

gboolean         ala_request_token_is_asking             (AlaRequestToken  *self);

/** ala_request_token_is_usable: Returns: whether there is a token that is not near its end and whose answer can still come */
gboolean         ala_request_token_is_usable             (AlaRequestToken  *self);

/** ala_request_token_peek: Returns: (nullable) (transfer none): the token */
AlaSecret       *ala_request_token_peek                  (AlaRequestToken  *self);

/** ala_request_token_get_authorize_url: Returns: (nullable) (transfer none): where the browser has to go */
const char      *ala_request_token_get_authorize_url     (AlaRequestToken  *self);

/** ala_request_token_get_loopback: Returns: whether the answer to the token, or to the next one, can come by itself */
gboolean         ala_request_token_get_loopback          (AlaRequestToken  *self);

guint            ala_request_token_get_seconds_left      (AlaRequestToken  *self);

G_END_DECLS
