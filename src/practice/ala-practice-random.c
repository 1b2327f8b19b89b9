/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-random.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

char *
ala_practice_random_text (guint length)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const guint n_letters = sizeof alphabet - 1;
  char *text = g_malloc (length + 1);
  guint i = 0;

  while (i < length)
    {
      guint8 octet;

      if (gnutls_rnd (GNUTLS_RND_RANDOM, &octet, sizeof octet) < 0)
        g_error ("The system has no random numbers");
      /* Only whole alphabets, so that each letter is as likely as any other. */
      if (octet < 256 - 256 % n_letters)
        text[i++] = alphabet[octet % n_letters];
    }
  text[length] = '\0';

  return text;
}
