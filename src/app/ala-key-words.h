/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-workspace.h"

G_BEGIN_DECLS

/** ala_key_words_fingerprint: Returns: (transfer full): @fingerprint in groups of eight digits, which can be compared by eye */
char       *ala_key_words_fingerprint (const char     *fingerprint);

/** ala_key_words_whereabouts: Returns: (transfer none): what becomes of the private key, or where it is, as a translated sentence */
const char *ala_key_words_whereabouts (AlaWorkspace   *workspace,
                                       gboolean        keeping);

G_END_DECLS
