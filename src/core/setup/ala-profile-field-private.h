/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-data-reader.h"
#include "ala-profile.h"

G_BEGIN_DECLS

/** ala_profile_field_new: Returns: (transfer full) (nullable): the field that @node describes; %NULL when it is in a wrong form */
AlaProfileField *ala_profile_field_new (JsonNode *node);

G_END_DECLS
