/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-secret.h"

G_BEGIN_DECLS

/* What RSA moduli the program makes and takes, in bits. Below the minimum no signature is worth anything. */
#define ALA_KEY_BITS_MIN     1024
#define ALA_KEY_BITS_DEFAULT 2048
#define ALA_KEY_BITS_MAX     4096

#define ALA_TYPE_KEY_PAIR (ala_key_pair_get_type ())
G_DECLARE_FINAL_TYPE (AlaKeyPair, ala_key_pair, ALA, KEY_PAIR, GObject)

/**
 * AlaKeyPair:
 *
 * An RSA key pair: the private key that signs, and what can be told of its public half. Immutable; may be used from any
 * thread. The private numbers live in GnuTLS and are wiped by it.
 */

/**
 * ala_key_pair_generate_async:
 * @bits: 1024, 2048, 3072 or 4096
 * @cancellable: (nullable): generation itself cannot be interrupted; when cancelled the call returns at once and the
 *   late result is dropped
 *
 * Makes a new pair in a thread, so that the main loop stays free.
 */
void         ala_key_pair_generate_async  (guint                bits,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

/**
 * ala_key_pair_generate_finish:
 *
 * Returns: (transfer full): the new pair, or %NULL with %ALA_PROBLEM_KEY_GENERATION_FAILED or %G_IO_ERROR_CANCELLED
 */
AlaKeyPair  *ala_key_pair_generate_finish (GAsyncResult        *result,
                                           GError             **error);

/**
 * ala_key_pair_generate:
 *
 * The same, blocking.
 */
AlaKeyPair  *ala_key_pair_generate        (guint                bits,
                                           GError             **error);

/**
 * ala_key_pair_get_bits:
 *
 * Returns: the length of the modulus in bits
 */
guint        ala_key_pair_get_bits        (AlaKeyPair          *self);

/**
 * ala_key_pair_get_fingerprint:
 *
 * Returns: (transfer none): SHA-256 of the DER SubjectPublicKeyInfo, 64 lower-case hexadecimal digits
 */
const char  *ala_key_pair_get_fingerprint (AlaKeyPair          *self);

/**
 * ala_key_pair_sign_sha1:
 * @data: the octets to sign
 * @length: how many
 *
 * RSASSA-PKCS1-v1_5 over SHA-1, as OAuth's RSA-SHA1 wants it (RFC 5849 section 3.4.3). Where a system policy refuses
 * SHA-1, the ready DigestInfo (RFC 8017 section 9.2) is signed instead: the same octets come out.
 *
 * Returns: (transfer full): the signature, as long as the modulus; or %NULL with %ALA_PROBLEM_SIGNING_REFUSED
 */
GBytes      *ala_key_pair_sign_sha1       (AlaKeyPair          *self,
                                           const void          *data,
                                           gsize                length,
                                           GError             **error);

G_END_DECLS
