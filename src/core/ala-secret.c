/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-secret.h"

#include <string.h>

#include <gnutls/gnutls.h>

struct _AlaSecret
{
  gatomicrefcount refs;
  gsize length;
  char *text;
};

G_DEFINE_BOXED_TYPE (AlaSecret, ala_secret, ala_secret_ref, ala_secret_unref)

AlaSecret *
ala_secret_new (const char *text,
                gssize      length)
{
  AlaSecret *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AlaSecret, 1);
  g_atomic_ref_count_init (&self->refs);
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->text = g_malloc (self->length + 1);
  memcpy (self->text, text, self->length);
  self->text[self->length] = '\0';

  return self;
}

AlaSecret *
ala_secret_new_take (char *text)
{
  AlaSecret *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AlaSecret, 1);
  g_atomic_ref_count_init (&self->refs);
  self->length = strlen (text);
  self->text = text;

  return self;
}

AlaSecret *
ala_secret_ref (AlaSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ala_secret_unref (AlaSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  ala_secret_wipe (self->text, self->length);
  g_free (self->text);
  g_free (self);
}

const char *
ala_secret_peek (AlaSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gsize
ala_secret_get_length (AlaSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gboolean
ala_secret_equal (AlaSecret *a,
                  AlaSecret *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->length != b->length)
    return FALSE;

  return gnutls_memcmp (a->text, b->text, a->length) == 0;
}

void
ala_secret_wipe (gpointer memory,
                 gsize    length)
{
  if (memory != NULL && length > 0)
    gnutls_memset (memory, 0, length);
}

void
ala_secret_wipe_free (char *text)
{
  if (text == NULL)
    return;

  ala_secret_wipe (text, strlen (text));
  g_free (text);
}
