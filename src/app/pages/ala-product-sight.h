/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-check.h"
#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_PRODUCT_SIGHT (ala_product_sight_get_type ())
G_DECLARE_FINAL_TYPE (AlaProductSight, ala_product_sight, ALA, PRODUCT_SIGHT, AdwPreferencesGroup)

/**
 * AlaProductSight:
 *
 * Whether the product answers at its address with what can be its login form: the check "product", where the person is busy with the
 * address. It stops nobody, for the product may be out of reach of this computer. Invisible while no address is known.
 */

/** ala_product_sight_look: Looks at the address that the setup has now, after a moment in which it may change again. */
void      ala_product_sight_look      (AlaProductSight *self,
                                       AlaWorkspace    *workspace);

/** ala_product_sight_stop: Stops looking, since nobody sees it any more. */
void      ala_product_sight_stop      (AlaProductSight *self);

/** ala_product_sight_get_check: Returns: (transfer none): what was found */
AlaCheck *ala_product_sight_get_check (AlaProductSight *self);

G_END_DECLS
