/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * ALA_SETUP_FORMAT:
 *
 * The number of the form in which links are saved, in the member "format". It goes up when an older program would misread a file.
 * A new member alone does not need that: members that are not known are passed over, and missing ones keep their default.
 */
#define ALA_SETUP_FORMAT 1

/** ala_setup_to_json: Returns: (transfer full): every property as a member of one object, for a person to read too */
char     *ala_setup_to_json       (AlaSetup    *self);

/**
 * ala_setup_new_from_json:
 *
 * Reads what ala_setup_to_json() wrote. Whatever is not of the right type or range makes the whole text unreadable: a link
 * with half of its facts would be worse than none.
 *
 * Returns: (transfer full): the link, or %NULL with %ALA_PROBLEM_SETUP_UNREADABLE
 */
AlaSetup *ala_setup_new_from_json (const char  *text,
                                   gssize       length,
                                   GError     **error);

G_END_DECLS
