/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "ala-practice-state.h"

G_BEGIN_DECLS

/**
 * AlaPracticeServer:
 *
 * The wire of the practice Jira: it listens on 127.0.0.1 in the thread-default main context, waits as long as it is told, and
 * lets connections break on purpose. What to answer is the router's.
 */
typedef struct _AlaPracticeServer AlaPracticeServer;

/**
 * ala_practice_server_new:
 * @state: has to outlive the server
 * @port: the port, 0 for a free one
 * @secure: whether by https
 *
 * Returns: (transfer full): a server that listens, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
AlaPracticeServer *ala_practice_server_new                (AlaPracticeState   *state,
                                                           guint               port,
                                                           gboolean            secure,
                                                           GError            **error);
void               ala_practice_server_free               (AlaPracticeServer  *self);

guint              ala_practice_server_get_port           (AlaPracticeServer  *self);

/** ala_practice_server_get_ca_pem: Returns: (nullable) (transfer none): the authority's certificate, %NULL without https */
const char        *ala_practice_server_get_ca_pem         (AlaPracticeServer  *self);

void               ala_practice_server_set_latency        (AlaPracticeServer  *self,
                                                           guint               milliseconds);

/** ala_practice_server_update_certificate: Serves with the certificate that the faults want; a new one ends all connections. */
void               ala_practice_server_update_certificate (AlaPracticeServer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeServer, ala_practice_server_free)

G_END_DECLS
