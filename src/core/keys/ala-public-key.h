/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ALA_TYPE_PUBLIC_KEY (ala_public_key_get_type ())
G_DECLARE_FINAL_TYPE (AlaPublicKey, ala_public_key, ALA, PUBLIC_KEY, GObject)

/**
 * AlaPublicKey:
 *
 * An RSA public key as it is pasted into Jira's "Public Key" box. Immutable; may be used from any thread.
 */

/**
 * ala_public_key_new_from_text:
 * @text: SubjectPublicKeyInfo as PEM, or its base64 body alone, in one line or many
 *
 * Reads a key as Jira does (reference/jira-oauth.md section 5): any marker line and all white space go, the rest is base64 of
 * a SubjectPublicKeyInfo. So PKCS#1, SSH and certificate forms are refused, as there, but with a row that says what it is.
 *
 * Returns: (transfer full): the key, or %NULL with %ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED,
 *   %ALA_PROBLEM_PUBLIC_KEY_IS_PRIVATE, %ALA_PROBLEM_KEY_IS_CERTIFICATE, %ALA_PROBLEM_KEY_IS_SSH,
 *   %ALA_PROBLEM_KEY_TRUNCATED or %ALA_PROBLEM_KEY_NOT_RSA
 */
AlaPublicKey *ala_public_key_new_from_text   (const char    *text,
                                              GError       **error);

/** ala_public_key_get_bits: Returns: the length of the modulus in bits */
guint         ala_public_key_get_bits        (AlaPublicKey  *self);

/** ala_public_key_get_fingerprint: Returns: (transfer none): as ala_key_pair_get_fingerprint() */
const char   *ala_public_key_get_fingerprint (AlaPublicKey  *self);

/** ala_public_key_dup_body: Returns: (transfer full): its base64 in one line, as ala_key_export_public_body() */
char         *ala_public_key_dup_body        (AlaPublicKey  *self);

/**
 * ala_public_key_verify_sha1:
 * @data: the signed octets
 * @length: how many
 * @signature: the signature
 *
 * Verifies RSASSA-PKCS1-v1_5 over SHA-1, also where a system policy distrusts SHA-1: here a counterpart is checked, no
 * trust is built on it.
 *
 * Returns: whether @signature is right
 */
gboolean      ala_public_key_verify_sha1     (AlaPublicKey  *self,
                                              const void    *data,
                                              gsize          length,
                                              GBytes        *signature);

G_END_DECLS
