/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup.h"

G_BEGIN_DECLS

/** ala_key_words_fingerprint: Returns: (transfer full): @fingerprint in groups of eight digits, which can be compared by eye */
char       *ala_key_words_fingerprint (const char     *fingerprint);

/** ala_key_words_place: Returns: (transfer none): where the private key of a link is kept, as a translated sentence */
const char *ala_key_words_place       (AlaSecretPlace  place,
                                       gboolean        rehearsal);

G_END_DECLS
