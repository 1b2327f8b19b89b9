/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_PRODUCT_KEY_GROUP (ala_product_key_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaProductKeyGroup, ala_product_key_group, ALA, PRODUCT_KEY_GROUP, GtkWidget)

/**
 * AlaProductKeyGroup:
 *
 * Takes the public key of a product that has a key pair of its own: a box to paste it into, what it is, and what is to be thought of it.
 * The workspace adopts whatever Jira would take.
 */

/** ala_product_key_group_show: Shows the key of the link that is worked on, and where its product shows it. */
void ala_product_key_group_show (AlaProductKeyGroup *self,
                                 AlaWorkspace       *workspace);

G_END_DECLS
