/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_KEY (ala_page_key_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageKey, ala_page_key, ALA, PAGE_KEY, AlaPage)

/**
 * AlaPageKey:
 *
 * The key pair: made ahead, kept in a safe place, its public half ready to be copied.
 */

/** ala_page_key_set_open_error: @error: (nullable): why the private key of the saved link that was opened is not here */
void ala_page_key_set_open_error (AlaPageKey   *self,
                                  const GError *error);

G_END_DECLS
