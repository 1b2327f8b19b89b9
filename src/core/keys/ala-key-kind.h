/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * AlaKeyKind: what a piece of key material is, told by the shape of its DER, and by its marker line only where the DER says
 * nothing. People rename files and edit marker lines, so the line alone may lie.
 */
typedef enum
{
  ALA_KEY_KIND_UNKNOWN,
  ALA_KEY_KIND_PKCS8,
  ALA_KEY_KIND_PKCS8_ENCRYPTED,
  ALA_KEY_KIND_PKCS1,         /* or another of OpenSSL's old forms of the same shape: DSA */
  ALA_KEY_KIND_PEM_ENCRYPTED, /* “Proc-Type: 4,ENCRYPTED”, RFC 1421 section 4.6 */
  ALA_KEY_KIND_EC,            /* RFC 5915 */
  ALA_KEY_KIND_PUBLIC,        /* SubjectPublicKeyInfo, RFC 5280 section 4.1 */
  ALA_KEY_KIND_PKCS1_PUBLIC,
  ALA_KEY_KIND_CERTIFICATE,
  ALA_KEY_KIND_CERTIFICATE_REQUEST,
  ALA_KEY_KIND_SSH,           /* private or public */
  ALA_KEY_KIND_KEY_STORE,     /* PKCS#12 or Java */
} AlaKeyKind;

/*
 * ala_key_kind_from_octets: Looks at the first values of the DER, so that a key that was cut short is told too.
 * size: (out): how many octets the whole should have
 */
AlaKeyKind ala_key_kind_from_octets (const guchar *data,
                                     gsize         length,
                                     gsize        *size);

/* ala_key_kind_from_label: What “PRIVATE KEY” and so on in a marker line say. */
AlaKeyKind ala_key_kind_from_label  (const char   *label);

G_END_DECLS
