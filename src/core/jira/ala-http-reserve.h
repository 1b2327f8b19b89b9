/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/** AlaHttpReserveMessage: Returns: (nullable) (transfer full): a message to @uri */
typedef SoupMessage *(* AlaHttpReserveMessage) (gpointer    user_data,
                                                const char *uri);

/**
 * ala_http_reserve_fill:
 * @soup: whose connections they are
 * @uri: an address whose host will be asked soon
 * @n: how many connections are wanted
 * @new_message: makes the messages that stand for them
 *
 * Opens what is missing of @n connections, and says nothing when that fails: the requests will. What was opened by an earlier call
 * a moment ago is not missing.
 */
void ala_http_reserve_fill (SoupSession           *soup,
                            const char            *uri,
                            guint                  n,
                            AlaHttpReserveMessage  new_message,
                            gpointer               user_data,
                            GCancellable          *cancellable);

G_END_DECLS
