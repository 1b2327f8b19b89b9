/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-data-reader.h"
#include "ala-guidance.h"

G_BEGIN_DECLS

/** ala_guide_mistake_new: Returns: (transfer full) (nullable): the mistake that @node describes; %NULL when it is in a wrong form */
AlaGuideMistake *ala_guide_mistake_new (JsonNode *node);

G_END_DECLS
