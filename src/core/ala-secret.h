/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ALA_TYPE_SECRET (ala_secret_get_type ())

/**
 * AlaSecret:
 *
 * A piece of text that must not leak: a private key, a token, a password.
 *
 * It is immutable, counted by reference from any thread, and wiped when the last reference goes. It always ends in a
 * nul byte that does not count towards its length. It is never stored in a property, a setting, a log or an argument:
 * hand the #AlaSecret on and call ala_secret_peek() at the last moment.
 */
typedef struct _AlaSecret AlaSecret;

GType       ala_secret_get_type   (void) G_GNUC_CONST;

/**
 * ala_secret_new:
 * @text: the text to copy
 * @length: its length in bytes, or -1 when it ends in a nul
 *
 * Returns: (transfer full): a secret with a copy of @text. Wiping @text stays the caller's duty.
 */
AlaSecret  *ala_secret_new        (const char *text,
                                   gssize      length);

/**
 * ala_secret_new_take:
 * @text: (transfer full): a nul-terminated text made with g_malloc()
 *
 * Returns: (transfer full): a secret that owns @text and wipes it in the end.
 */
AlaSecret  *ala_secret_new_take   (char       *text);

AlaSecret  *ala_secret_ref        (AlaSecret  *self);
void        ala_secret_unref      (AlaSecret  *self);

/**
 * ala_secret_peek:
 *
 * Returns: (transfer none): the text, valid as long as @self is held.
 */
const char *ala_secret_peek       (AlaSecret  *self);

/**
 * ala_secret_get_length:
 *
 * Returns: the length in bytes, without the closing nul.
 */
gsize       ala_secret_get_length (AlaSecret  *self);

/**
 * ala_secret_equal:
 * @a: (nullable): one
 * @b: (nullable): the other
 *
 * Compares in a time that depends on the lengths alone. Two %NULL are equal.
 */
gboolean    ala_secret_equal      (AlaSecret  *a,
                                   AlaSecret  *b);

/**
 * ala_secret_wipe:
 * @memory: (nullable): memory to overwrite
 * @length: how many bytes
 *
 * Overwrites in a way that the compiler does not drop.
 */
void        ala_secret_wipe       (gpointer    memory,
                                   gsize       length);

/**
 * ala_secret_wipe_free:
 * @text: (nullable) (transfer full): a nul-terminated text made with g_malloc()
 *
 * Overwrites @text and frees it: what a library hands out as a plain string goes through here.
 */
void        ala_secret_wipe_free  (char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaSecret, ala_secret_unref)

G_END_DECLS
