/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-profile.h"

G_BEGIN_DECLS

#define ALA_TYPE_ADDRESS_FORMS (ala_address_forms_get_type ())
G_DECLARE_FINAL_TYPE (AlaAddressForms, ala_address_forms, ALA, ADDRESS_FORMS, AdwBin)

/**
 * AlaAddressForms:
 *
 * What the addresses of a product look like, below the entry for one, and the whole address where just its subdomain was typed: as an
 * offer, since the word may as well be the name of a computer.
 *
 * Signal: "use" (char *: the address that the person took).
 */

/** ala_address_forms_show: @typed: what stands in the entry */
void ala_address_forms_show (AlaAddressForms *self,
                             AlaProfile      *profile,
                             const char      *typed);

G_END_DECLS
