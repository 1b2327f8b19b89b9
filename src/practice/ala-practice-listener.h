/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * AlaPracticeListener:
 *
 * Listens on 127.0.0.1 for a #SoupServer. Unlike the server's own listener it can change its certificate, and it answers those
 * who come with the wrong protocol at once, as Tomcat does, where the server would wait for a line that never comes.
 */
typedef struct _AlaPracticeListener AlaPracticeListener;

/**
 * ala_practice_listener_new:
 * @server: takes the connections
 * @port: the port, 0 for a free one
 *
 * Returns: (transfer full): a listener for http, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
AlaPracticeListener *ala_practice_listener_new             (SoupServer           *server,
                                                            guint                 port,
                                                            GError              **error);
void                 ala_practice_listener_free            (AlaPracticeListener  *self);

guint                ala_practice_listener_get_port        (AlaPracticeListener  *self);

/** ala_practice_listener_set_certificate: Serves https from now on. @certificate: (nullable): with its key; %NULL for http */
void                 ala_practice_listener_set_certificate (AlaPracticeListener  *self,
                                                            GTlsCertificate      *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeListener, ala_practice_listener_free)

G_END_DECLS
