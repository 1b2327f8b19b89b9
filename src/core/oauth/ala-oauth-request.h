/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"
#include "ala-oauth-encoding.h"
#include "ala-public-key.h"

G_BEGIN_DECLS

#define ALA_TYPE_OAUTH_REQUEST (ala_oauth_request_get_type ())
G_DECLARE_FINAL_TYPE (AlaOAuthRequest, ala_oauth_request, ALA, OAUTH_REQUEST, GObject)

/**
 * AlaOAuthRequest:
 *
 * One HTTP request as OAuth 1.0a sees it: method, address, OAuth parameters and form parameters. It makes the signature
 * base string, signs it, and writes the Authorization header. Pure: no input or output, no clock.
 */

/**
 * ala_oauth_request_new:
 * @method: "GET", "POST" …; made upper-case
 * @uri: the absolute address as it will be sent, with its query and still encoded
 *
 * Returns: (transfer full) (nullable): the request; %NULL when @uri is no absolute http or https address
 */
AlaOAuthRequest *ala_oauth_request_new             (const char       *method,
                                                    const char       *uri);

/**
 * ala_oauth_request_add_oauth:
 * @name: "oauth_consumer_key" and so on; "realm" and "oauth_signature" never enter the base string
 * @value: the decoded value
 */
void             ala_oauth_request_add_oauth       (AlaOAuthRequest  *self,
                                                    const char       *name,
                                                    const char       *value);

/** ala_oauth_request_add_form: Adds a parameter of a form body, which is signed too (RFC 5849 section 3.4.1.3.1). */
void             ala_oauth_request_add_form        (AlaOAuthRequest  *self,
                                                    const char       *name,
                                                    const char       *value);

/** ala_oauth_request_get_oauth: Returns: (transfer none): the OAuth parameters added so far */
AlaOAuthParams  *ala_oauth_request_get_oauth       (AlaOAuthRequest  *self);

/**
 * ala_oauth_request_add_protocol:
 * @consumer_key: the consumer key
 * @token: (nullable): the token, %NULL when a request token is asked for
 * @timestamp: seconds since the epoch, already corrected to Jira's clock
 * @nonce: (nullable): a nonce, or %NULL for a fresh one of 128 random bits
 *
 * Adds what every signed request has: consumer key, token, signature method RSA-SHA1, timestamp, nonce, version 1.0.
 */
void             ala_oauth_request_add_protocol    (AlaOAuthRequest  *self,
                                                    const char       *consumer_key,
                                                    const char       *token,
                                                    gint64            timestamp,
                                                    const char       *nonce);

/**
 * ala_oauth_request_dup_base_uri:
 *
 * RFC 5849 section 3.4.1.2: scheme and host in lower case, the scheme's own port dropped, path as sent ("/" when empty), no
 * query, no fragment.
 */
char            *ala_oauth_request_dup_base_uri    (AlaOAuthRequest  *self);

/** ala_oauth_request_dup_base_string: Returns: (transfer full): the signature base string, RFC 5849 section 3.4.1.1 */
char            *ala_oauth_request_dup_base_string (AlaOAuthRequest  *self);

/**
 * ala_oauth_request_sign:
 *
 * Adds "oauth_signature", which replaces an earlier one.
 *
 * Returns: whether it was signed; otherwise the error of ala_key_pair_sign_sha1()
 */
gboolean         ala_oauth_request_sign            (AlaOAuthRequest  *self,
                                                    AlaKeyPair       *pair,
                                                    GError          **error);

/**
 * ala_oauth_request_verify:
 *
 * The other side of ala_oauth_request_sign(): whether "oauth_signature" fits what the request says.
 */
gboolean         ala_oauth_request_verify          (AlaOAuthRequest  *self,
                                                    AlaPublicKey     *key);

/**
 * ala_oauth_request_dup_header:
 * @realm: (nullable): the realm, left out of the signature
 *
 * Returns: (transfer full): the value of the Authorization header (RFC 5849 section 3.5.1), each value encoded and quoted
 */
char            *ala_oauth_request_dup_header      (AlaOAuthRequest  *self,
                                                    const char       *realm);

/**
 * ala_oauth_parse_header:
 * @header: the value of an Authorization or WWW-Authenticate header
 *
 * Reads the parameters behind the scheme "OAuth" (any letter case), decoded, "realm" among them. Unquoted values are read
 * too; what cannot be read is passed over.
 *
 * Returns: (transfer full) (nullable): the parameters, %NULL when the header is of another scheme
 */
AlaOAuthParams  *ala_oauth_parse_header            (const char       *header);

G_END_DECLS
