/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"

G_BEGIN_DECLS

#define ALA_TYPE_KEY_MAKER (ala_key_maker_get_type ())
G_DECLARE_FINAL_TYPE (AlaKeyMaker, ala_key_maker, ALA, KEY_MAKER, GObject)

/**
 * AlaKeyMaker:
 *
 * Makes one key pair ahead of need, from the start of the program on, so that a person who comes to the key page finds it ready.
 * A pair is handed out once.
 */
AlaKeyMaker *ala_key_maker_new         (void);

/**
 * ala_key_maker_take_async:
 * @bits: the size
 *
 * Hands out the pair that was made ahead when it is of that size, else makes one.
 */
void         ala_key_maker_take_async  (AlaKeyMaker          *self,
                                        guint                 bits,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
AlaKeyPair  *ala_key_maker_take_finish (AlaKeyMaker          *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
