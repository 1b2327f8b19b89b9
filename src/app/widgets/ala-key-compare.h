/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_KEY_COMPARE (ala_key_compare_get_type ())
G_DECLARE_FINAL_TYPE (AlaKeyCompare, ala_key_compare, ALA, KEY_COMPARE, AdwPreferencesGroup)

/**
 * AlaKeyCompare:
 *
 * Shows the fingerprint of our public key beside that of the one that stands in Jira, which the person copies from there: Jira itself
 * never says it.
 */

/** ala_key_compare_set_fingerprint: @fingerprint: of our public key; empties the box for the other one when it changes */
void ala_key_compare_set_fingerprint (AlaKeyCompare *self,
                                      const char    *fingerprint);

G_END_DECLS
