/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-kind.h"

#include <string.h>

/* The tags of ASN.1 that tell one structure from another. */
#define TAG_INTEGER      0x02
#define TAG_BIT_STRING   0x03
#define TAG_OCTET_STRING 0x04
#define TAG_OID          0x06
#define TAG_SEQUENCE     0x30
#define TAG_VERSION      0xa0

/* Octets that belong to somebody else, and a value of DER in them. */
typedef struct
{
  const guchar *data;
  gsize length;
} Span;

typedef struct
{
  guint tag;
  Span content;   /* what there is of it */
  gsize declared; /* how long it should be */
} Value;

/* Takes the next value off @rest. A value that is cut short is taken as far as it goes. */
static gboolean
next_value (Span  *rest,
            Value *value)
{
  gsize header = 2;
  gsize size;

  if (rest->length < header)
    return FALSE;

  value->tag = rest->data[0];
  value->declared = rest->data[1];
  if (value->declared & 0x80)
    {
      gsize octets = value->declared & 0x7f;

      /* No key needs a length of more than four octets; none at all would be BER. */
      if (octets == 0 || octets > 4 || rest->length < header + octets)
        return FALSE;
      value->declared = 0;
      for (gsize i = 0; i < octets; i++)
        value->declared = value->declared << 8 | rest->data[header + i];
      header += octets;
    }

  size = MIN (value->declared, rest->length - header);
  value->content = (Span) { rest->data + header, size };
  rest->data += header + size;
  rest->length -= header + size;
  return TRUE;
}

static gboolean
is_number (const Value *value,
           guchar       number)
{
  return value->tag == TAG_INTEGER && value->declared == 1 && value->content.length == 1 &&
         value->content.data[0] == number;
}

/* What begins with a number: private keys by their version, and PKCS#1's public key by its modulus. */
static AlaKeyKind
classify_numbered (const Value *first,
                   const Value *second)
{
  if (is_number (first, 3) && second->tag == TAG_SEQUENCE)
    return ALA_KEY_KIND_KEY_STORE;
  if (is_number (first, 1) && second->tag == TAG_OCTET_STRING)
    return ALA_KEY_KIND_EC;
  if (is_number (first, 0) || is_number (first, 1))
    {
      if (second->tag == TAG_SEQUENCE)
        return ALA_KEY_KIND_PKCS8;
      if (second->tag == TAG_INTEGER)
        return ALA_KEY_KIND_PKCS1;
    }
  if (first->declared > 16 && second->tag == TAG_INTEGER)
    return ALA_KEY_KIND_PKCS1_PUBLIC;

  return ALA_KEY_KIND_UNKNOWN;
}

/* What begins with a sequence: an algorithm and what it was applied to, or the signed part of a certificate. */
static AlaKeyKind
classify_nested (const Value *first,
                 const Value *second)
{
  Span inside = first->content;
  Value head, next, inner;

  if (!next_value (&inside, &head))
    return ALA_KEY_KIND_UNKNOWN;

  if (head.tag == TAG_OID)
    {
      if (second->tag == TAG_BIT_STRING)
        return ALA_KEY_KIND_PUBLIC;
      return second->tag == TAG_OCTET_STRING ? ALA_KEY_KIND_PKCS8_ENCRYPTED : ALA_KEY_KIND_UNKNOWN;
    }
  if (head.tag == TAG_VERSION)
    return ALA_KEY_KIND_CERTIFICATE;
  if (head.tag == TAG_INTEGER && next_value (&inside, &next) && next.tag == TAG_SEQUENCE)
    {
      /* Certificates of version 1 go on with an algorithm, requests with a name. */
      if (next_value (&next.content, &inner) && inner.tag == TAG_OID)
        return ALA_KEY_KIND_CERTIFICATE;
      return ALA_KEY_KIND_CERTIFICATE_REQUEST;
    }

  return ALA_KEY_KIND_UNKNOWN;
}

/*
 * @size: (out): how many octets the whole should have
 */
static AlaKeyKind
classify_der (Span   der,
              gsize *size)
{
  Span rest = der;
  Span inside;
  Value outer, first;
  Value second = { .tag = 0 };

  *size = der.length;
  if (!next_value (&rest, &outer) || outer.tag != TAG_SEQUENCE)
    return ALA_KEY_KIND_UNKNOWN;

  *size = (gsize) (outer.content.data - der.data) + outer.declared;
  inside = outer.content;
  if (!next_value (&inside, &first))
    return ALA_KEY_KIND_UNKNOWN;

  /* The second value may be missing from a key that was cut short: then only its marker line can tell. */
  if (!next_value (&inside, &second))
    second.tag = 0;

  if (first.tag == TAG_INTEGER)
    return classify_numbered (&first, &second);
  if (first.tag == TAG_SEQUENCE)
    return classify_nested (&first, &second);

  return ALA_KEY_KIND_UNKNOWN;
}

AlaKeyKind
ala_key_kind_from_octets (const guchar *data,
                          gsize         length,
                          gsize        *size)
{
  static const char openssh[] = "openssh-key-v1";
  static const guchar java[][4] = { { 0xfe, 0xed, 0xfe, 0xed }, { 0xce, 0xce, 0xce, 0xce } };
  Span octets = { data, length };

  g_return_val_if_fail (data != NULL, ALA_KEY_KIND_UNKNOWN);
  g_return_val_if_fail (size != NULL, ALA_KEY_KIND_UNKNOWN);

  *size = octets.length;
  if (octets.length >= sizeof openssh && memcmp (octets.data, openssh, sizeof openssh) == 0)
    return ALA_KEY_KIND_SSH;
  /* RFC 4253 section 6.6: a length of four octets, then the name of the algorithm. */
  if (octets.length > 11 && memcmp (octets.data, "\0\0\0", 3) == 0 &&
      (memcmp (octets.data + 4, "ssh-", 4) == 0 || memcmp (octets.data + 4, "ecdsa", 5) == 0))
    return ALA_KEY_KIND_SSH;
  for (guint i = 0; i < G_N_ELEMENTS (java); i++)
    if (octets.length > 4 && memcmp (octets.data, java[i], 4) == 0)
      return ALA_KEY_KIND_KEY_STORE;

  return classify_der (octets, size);
}

AlaKeyKind
ala_key_kind_from_label (const char *label)
{
  static const struct
  {
    const char *part;
    AlaKeyKind kind;
  } parts[] = {
    { "SSH", ALA_KEY_KIND_SSH },
    { "CERTIFICATE REQUEST", ALA_KEY_KIND_CERTIFICATE_REQUEST },
    { "CERTIFICATE", ALA_KEY_KIND_CERTIFICATE },
    { "RSA PUBLIC KEY", ALA_KEY_KIND_PKCS1_PUBLIC },
    { "PUBLIC KEY", ALA_KEY_KIND_PUBLIC },
    { "RSA PRIVATE KEY", ALA_KEY_KIND_PKCS1 },
    { "DSA PRIVATE KEY", ALA_KEY_KIND_PKCS1 },
    { "EC PRIVATE KEY", ALA_KEY_KIND_EC },
    { "ENCRYPTED PRIVATE KEY", ALA_KEY_KIND_PKCS8_ENCRYPTED },
    { "PRIVATE KEY", ALA_KEY_KIND_PKCS8 },
  };

  g_return_val_if_fail (label != NULL, ALA_KEY_KIND_UNKNOWN);

  /* PGP has its own markers: “PGP PUBLIC KEY BLOCK”. */
  if (strstr (label, "PGP") != NULL)
    return ALA_KEY_KIND_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (label, parts[i].part) != NULL)
      return parts[i].kind;

  return ALA_KEY_KIND_UNKNOWN;
}
