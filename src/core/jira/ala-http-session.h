/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-http-reply.h"
#include "ala-trust.h"

G_BEGIN_DECLS

/* No reply that the program reads may be larger: ten thousand projects of a Data Center take about 8 MB. */
#define ALA_HTTP_MAX_BODY (32 * 1024 * 1024)

/* Seconds without a sign of life after which a request is given up. */
#define ALA_HTTP_TIMEOUT 20

#define ALA_TYPE_HTTP_SESSION (ala_http_session_get_type ())
G_DECLARE_FINAL_TYPE (AlaHttpSession, ala_http_session, ALA, HTTP_SESSION, GObject)

/**
 * AlaHttpSession:
 *
 * The one place where connections are made: time-outs, a size limit, a User-Agent, more than libsoup's two connections a
 * host, no cookies, and never a redirect that is followed by itself. Errors arrive as rows of #ALA_PROBLEM_ERROR.
 * TLS verification has no off switch. Nothing of a request or reply is logged but method, address without its query, and status.
 */
AlaHttpSession *ala_http_session_new            (void);

/** ala_http_session_new_sibling: Returns: (transfer full): a session that trusts whom @other trusts, and shares no connection with it */
AlaHttpSession *ala_http_session_new_sibling    (AlaHttpSession       *other);

/**
 * ala_http_session_set_trust:
 * @trust: (nullable): certificates to trust besides the system's
 *
 * Connections that were accepted by another trust are not used for new requests.
 */
void            ala_http_session_set_trust      (AlaHttpSession       *self,
                                                 AlaTrust             *trust);

/** ala_http_session_set_timeout: Sets the seconds of silence that a request may have, for tests and the command line. */
void            ala_http_session_set_timeout    (AlaHttpSession       *self,
                                                 guint                 seconds);

/**
 * ala_http_session_send_async:
 * @method: "GET", "POST" …
 * @uri: the absolute address, sent as it is but for needless escapes ("%7E" becomes "~", which OAuth signs alike in a query, but
 *   not in a path)
 * @headers: (nullable): names and values in turn, %NULL-terminated
 * @content_type: (nullable): of @body
 * @body: (nullable): the body
 * @max_body: the size limit in bytes, 0 for %ALA_HTTP_MAX_BODY
 *
 * Sends one request. Every HTTP status is a success here, redirects too; what fails is a row: unknown host, refused,
 * timed out, TLS, cut off, too large, or %G_IO_ERROR_CANCELLED.
 */
void            ala_http_session_send_async     (AlaHttpSession       *self,
                                                 const char           *method,
                                                 const char           *uri,
                                                 const char * const   *headers,
                                                 const char           *content_type,
                                                 GBytes               *body,
                                                 gsize                 max_body,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/** ala_http_session_send_finish: Returns: (transfer full): the reply */
AlaHttpReply   *ala_http_session_send_finish    (AlaHttpSession       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/**
 * ala_http_session_preconnect:
 * @uri: an address whose host will be asked soon
 * @n: by how many requests at once
 *
 * Opens connections ahead of need, ten at most; failures are silent, they come again with the requests. What was opened in this way
 * a moment ago counts; unused connections are kept for a minute, if the server does so.
 */
void            ala_http_session_preconnect     (AlaHttpSession       *self,
                                                 const char           *uri,
                                                 guint                 n,
                                                 GCancellable         *cancellable);

G_END_DECLS
