/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-gnutls.h"

#include <string.h>

void
ala_digest_info (const void *data,
                 gsize       length,
                 guchar      info[ALA_DIGEST_INFO_SIZE])
{
  static const guchar prefix[] = {
    0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14,
  };
  gsize size = ALA_DIGEST_INFO_SIZE - sizeof prefix;
  /* Of GLib, since GnuTLS may be told not to compute SHA-1. */
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);

  g_assert (data != NULL || length == 0);

  if (length > 0)
    g_checksum_update (checksum, data, (gssize) length);
  memcpy (info, prefix, sizeof prefix);
  g_checksum_get_digest (checksum, info + sizeof prefix, &size);
}
