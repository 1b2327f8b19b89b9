/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ala_oauth_encode:
 * @text: octets, usually UTF-8
 *
 * Percent-encodes as RFC 5849 section 3.6 wants it: only letters, digits, "-", ".", "_" and "~" stay; the hexadecimal digits
 * are upper-case, a space is "%20".
 *
 * Returns: (transfer full): the encoded text
 */
char *ala_oauth_encode (const char *text);

/**
 * ala_oauth_decode:
 * @text: encoded text
 * @length: its length in bytes, or -1
 * @plus_is_space: whether "+" stands for a space, as in forms and queries
 *
 * Decodes once. A "%" that no two hexadecimal digits follow stays as it is, and an encoded nul ends nothing: it becomes
 * U+FFFD, as does every octet that is no valid UTF-8.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *ala_oauth_decode (const char *text,
                        gssize      length,
                        gboolean    plus_is_space);

#define ALA_TYPE_OAUTH_PARAMS (ala_oauth_params_get_type ())

/**
 * AlaOAuthParams:
 *
 * Names and values in the order in which they were added; a name may come more than once. Values are decoded.
 * Wiped when freed, since a form may carry a token's secret.
 */
typedef struct _AlaOAuthParams AlaOAuthParams;

GType           ala_oauth_params_get_type   (void) G_GNUC_CONST;
AlaOAuthParams *ala_oauth_params_new        (void);
AlaOAuthParams *ala_oauth_params_copy       (AlaOAuthParams *self);
void            ala_oauth_params_free       (AlaOAuthParams *self);

void            ala_oauth_params_add        (AlaOAuthParams *self,
                                             const char     *name,
                                             const char     *value);

/** ala_oauth_params_set: Replaces every value of @name by this one, where the first of them stood, or else at the end. */
void            ala_oauth_params_set        (AlaOAuthParams *self,
                                             const char     *name,
                                             const char     *value);

/** ala_oauth_params_add_all: Adds every pair of @other (nullable) behind those of @self. */
void            ala_oauth_params_add_all    (AlaOAuthParams *self,
                                             AlaOAuthParams *other);

guint           ala_oauth_params_get_length (AlaOAuthParams *self);
const char     *ala_oauth_params_get_name   (AlaOAuthParams *self,
                                             guint           i);
const char     *ala_oauth_params_get_value  (AlaOAuthParams *self,
                                             guint           i);

/** ala_oauth_params_get: Returns: (nullable) (transfer none): the first value of @name */
const char     *ala_oauth_params_get        (AlaOAuthParams *self,
                                             const char     *name);

/** ala_oauth_params_count: Returns: how often @name comes */
guint           ala_oauth_params_count      (AlaOAuthParams *self,
                                             const char     *name);

/**
 * ala_oauth_params_parse:
 * @form: a query or a form body, without "?"
 * @length: its length in bytes, or -1
 * @max: how many pairs to take at the most, 0 for no limit
 *
 * "+" is a space; "a" and "a=" are alike (RFC 5849 section 3.4.1.3.1). Empty pairs ("&&") are passed over.
 *
 * Returns: (transfer full): the pairs, none for an empty text
 */
AlaOAuthParams *ala_oauth_params_parse      (const char     *form,
                                             gssize          length,
                                             guint           max);

/**
 * ala_oauth_params_to_form:
 *
 * Returns: (transfer full): the pairs in their order, each side encoded by ala_oauth_encode(), joined by "=" and "&"
 */
char           *ala_oauth_params_to_form    (AlaOAuthParams *self);

/**
 * ala_oauth_params_normalize:
 *
 * RFC 5849 section 3.4.1.3.2: encoded, sorted by encoded name and then encoded value in byte order, joined.
 * "realm" and "oauth_signature" are the caller's to leave out.
 *
 * Returns: (transfer full): the normalized parameters
 */
char           *ala_oauth_params_normalize  (AlaOAuthParams *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaOAuthParams, ala_oauth_params_free)

G_END_DECLS
