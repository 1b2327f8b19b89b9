/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ALA_TYPE_HTTP_REPLY (ala_http_reply_get_type ())
G_DECLARE_FINAL_TYPE (AlaHttpReply, ala_http_reply, ALA, HTTP_REPLY, GObject)

/**
 * AlaHttpReply:
 *
 * An HTTP reply that arrived whole, of whatever status. Immutable.
 */

/**
 * ala_http_reply_new:
 * @uri: the address that was asked
 * @status: the HTTP status
 * @body: the body
 *
 * For the session and for tests; headers follow by ala_http_reply_add_header().
 */
AlaHttpReply    *ala_http_reply_new               (const char       *uri,
                                                   guint             status,
                                                   GBytes           *body);
void             ala_http_reply_add_header        (AlaHttpReply     *self,
                                                   const char       *name,
                                                   const char       *value);
void             ala_http_reply_set_certificate   (AlaHttpReply     *self,
                                                   GTlsCertificate  *certificate);

/**
 * ala_http_reply_set_times:
 * @sent: g_get_real_time() when the request went out, in microseconds
 * @received: when the head of the reply had come
 */
void             ala_http_reply_set_times         (AlaHttpReply     *self,
                                                   gint64            sent,
                                                   gint64            received);

const char      *ala_http_reply_get_uri           (AlaHttpReply     *self);
guint            ala_http_reply_get_status        (AlaHttpReply     *self);
GBytes          *ala_http_reply_get_body          (AlaHttpReply     *self);

/** ala_http_reply_get_header: Returns: (nullable) (transfer none): the header, several of one name joined by ", " */
const char      *ala_http_reply_get_header        (AlaHttpReply     *self,
                                                   const char       *name);

/** ala_http_reply_get_certificate: Returns: (nullable) (transfer none): the server's certificate, %NULL over http */
GTlsCertificate *ala_http_reply_get_certificate   (AlaHttpReply     *self);

/** ala_http_reply_get_elapsed: Returns: microseconds from request to reply */
gint64           ala_http_reply_get_elapsed       (AlaHttpReply     *self);

/**
 * ala_http_reply_get_clock_offset:
 * @seconds: (out): the server's clock minus ours, by the Date header, corrected by half the round trip
 *
 * Returns: whether there was a readable Date header
 */
gboolean         ala_http_reply_get_clock_offset  (AlaHttpReply     *self,
                                                   gint64           *seconds);

/** ala_http_reply_is_html: Returns: whether the body is a web page, by content type or by its first characters */
gboolean         ala_http_reply_is_html           (AlaHttpReply     *self);

G_END_DECLS
