/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-address.h"

G_BEGIN_DECLS

/*
 * The forgiving half of ala_jira_address_new(): finds the address in what was typed or pasted.
 */

/**
 * ala_address_text_pick_word:
 * @text: what was typed
 * @notes: (inout): what had to be done
 *
 * Makes one word of @text: no white space, nothing invisible, no quotes, brackets or punctuation around it.
 *
 * Returns: (transfer full) (nullable): the word, "" for an empty text, %NULL when none of several words looks like an address
 */
char *ala_address_text_pick_word   (const char      *text,
                                    AlaAddressNote  *notes);

/**
 * ala_address_text_take_scheme:
 * @word: (inout): a word; left at what follows the scheme
 * @notes: (inout): what had to be done
 *
 * Returns: (transfer full): the scheme in lower case, "" when there is none
 */
char *ala_address_text_take_scheme (const char     **word,
                                    AlaAddressNote  *notes);

G_END_DECLS
