/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-guidance.h"

G_BEGIN_DECLS

#define ALA_TYPE_MISTAKE_GROUP (ala_mistake_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaMistakeGroup, ala_mistake_group, ALA, MISTAKE_GROUP, AdwPreferencesGroup)

/**
 * AlaMistakeGroup:
 *
 * The mistakes that look the same from outside of Jira, each with how to recognise and how to mend it, for one generation of Jira's
 * screens.
 */

/** ala_mistake_group_set_guidance: @guidance: (nullable): whose mistakes to show */
void ala_mistake_group_set_guidance (AlaMistakeGroup *self,
                                     AlaGuidance     *guidance);

G_END_DECLS
