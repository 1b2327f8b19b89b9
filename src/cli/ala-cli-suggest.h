/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ala_cli_suggest:
 * @word: what was typed
 * @known: (array zero-terminated=1): what would be right
 *
 * Returns: (nullable) (transfer none): the word of @known that was probably meant, %NULL when none is near
 */
const char *ala_cli_suggest (const char         *word,
                             const char * const *known);

G_END_DECLS
