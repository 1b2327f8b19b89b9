/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profiles.h"
#include "ala-public-key.h"

G_BEGIN_DECLS

/*
 * The key of a product that has a pair of its own: the person copies the public half, and nobody but the product can sign
 * (reference/zephyr-connection.md section 6, family B).
 */

/**
 * ala_product_key_read:
 * @text: what the person copied
 *
 * Returns: (transfer full): a public key that Jira takes, or %NULL with %ALA_PROBLEM_PUBLIC_KEY_MISSING,
 *   %ALA_PROBLEM_PUBLIC_KEY_TOO_SMALL, or as ala_public_key_new_from_text()
 */
AlaPublicKey *ala_product_key_read          (const char    *text,
                                             GError       **error);

/** ala_product_key_keep: Notes the key in @setup; another one than before begins the link anew. */
void          ala_product_key_keep          (AlaPublicKey  *key,
                                             AlaSetup      *setup);

/**
 * ala_product_key_judge:
 * @profiles: (nullable): all profiles, which know keys of vendors too; %NULL asks @profile alone
 *
 * Returns: (transfer full) (nullable): what is to be thought of the key of @setup, which does not stop the job:
 *   %ALA_PROBLEM_PUBLIC_KEY_SHARED, %ALA_PROBLEM_PUBLIC_KEY_UNUSUAL or %ALA_PROBLEM_PUBLIC_KEY_SMALL
 */
GError       *ala_product_key_judge         (AlaSetup      *setup,
                                             AlaProfile    *profile,
                                             AlaProfiles   *profiles);

/**
 * ala_product_key_get_stand_in_bits:
 *
 * Returns: the size of a key pair with which Jira is asked in place of the product's: of the same size where that can be made, since Jira
 *   answers otherwise when the sizes differ
 */
guint         ala_product_key_get_stand_in_bits (AlaSetup  *setup);

/** ala_product_key_new_error: Returns: (transfer full): %ALA_PROBLEM_KEY_ELSEWHERE: what was asked for needs the product's private key */
GError       *ala_product_key_new_error     (AlaProfile    *profile);

G_END_DECLS
