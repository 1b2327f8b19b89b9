/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * ala_http_auth_restrain:
 * @message: a message that is about to be sent
 *
 * Keeps libsoup from asking again with a password, but for that of a proxy, which may stand in the system's settings.
 *
 * libsoup gathers the whole body of a 401 or 407 before it hands it on, since it might ask again: of any length, past every
 * limit of ours.
 */
void ala_http_auth_restrain (SoupMessage *message);

G_END_DECLS
