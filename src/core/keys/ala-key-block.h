/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "ala-key-kind.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/*
 * AlaKeyBlock: the one piece of key material in a text that counts.
 *
 * der: (nullable): its octets; of %ALA_KEY_KIND_PEM_ENCRYPTED what is encrypted
 * pem: (nullable): of %ALA_KEY_KIND_PEM_ENCRYPTED the whole block, in the plain form that GnuTLS reads
 * complete: whether as many octets are there as the first of them say
 * alone: whether nothing else was in the text but white space
 */
typedef struct
{
  AlaKeyKind kind;
  AlaSecret *der;
  AlaSecret *pem;
  gboolean complete;
  gboolean alone;
} AlaKeyBlock;

/*
 * ala_key_block_find: Reads PEM, DER, or a base64 body without markers, in whatever state it survived copying: broken lines,
 * CRLF, spaces of all kinds, escaped line ends, UTF-16, dashes that an editor made typographic. Of several blocks the
 * first private key is taken, else the first block.
 *
 * Returns: (transfer full): the block, of %ALA_KEY_KIND_UNKNOWN when there is nothing that looks like one
 */
AlaKeyBlock *ala_key_block_find (const char  *data,
                                 gsize        length);
void         ala_key_block_free (AlaKeyBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaKeyBlock, ala_key_block_free)

G_END_DECLS
