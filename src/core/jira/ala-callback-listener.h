/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-secret.h"

G_BEGIN_DECLS

#define ALA_TYPE_CALLBACK_LISTENER (ala_callback_listener_get_type ())
G_DECLARE_FINAL_TYPE (AlaCallbackListener, ala_callback_listener, ALA, CALLBACK_LISTENER, GObject)

/**
 * AlaCallbackListener:
 *
 * Waits on the loopback interface for the browser to come back from Jira (RFC 8252 sections 7.3 and 8.3): 127.0.0.1 on a free
 * port, and [::1] on the same port where there is one; a random path of 128 bits; only GET with our own Host header and the
 * expected oauth_token; everything else is a 404 and changes nothing. Any number of connections, one answer.
 *
 * Signals:
 * - "answered" (AlaSecret *verifier): the verifier came, or %NULL when the person refused. Emitted once, after the small
 *   closing page has gone out or a moment later.
 */

/**
 * ala_callback_listener_new:
 *
 * Returns: (transfer full): a listener that listens, or %NULL with %ALA_PROBLEM_LISTENER_FAILED
 */
AlaCallbackListener *ala_callback_listener_new       (GError               **error);

/** ala_callback_listener_get_url: Returns: (transfer none): "http://127.0.0.1:PORT/PATH", for oauth_callback */
const char          *ala_callback_listener_get_url   (AlaCallbackListener   *self);

/**
 * ala_callback_listener_set_token:
 * @request_token: (nullable): the request token whose answer is awaited; until one is set no answer is taken
 */
void                 ala_callback_listener_set_token (AlaCallbackListener   *self,
                                                      AlaSecret             *request_token);

/** ala_callback_listener_stop: Closes the port. Also done when the last reference goes. */
void                 ala_callback_listener_stop      (AlaCallbackListener   *self);

G_END_DECLS
