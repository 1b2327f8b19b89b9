/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-auth.h"

static void
got_headers_cb (SoupMessage *message,
                gpointer     unused)
{
  guint status = soup_message_get_status (message);
  gboolean by_proxy = G_IS_PROXY_ADDRESS (soup_message_get_remote_address (message));

  if (status == SOUP_STATUS_UNAUTHORIZED || (status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED && !by_proxy))
    soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
}

void
ala_http_auth_restrain (SoupMessage *message)
{
  g_return_if_fail (SOUP_IS_MESSAGE (message));

  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), NULL);
}
