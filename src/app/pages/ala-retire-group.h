/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_RETIRE_GROUP (ala_retire_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaRetireGroup, ala_retire_group, ALA, RETIRE_GROUP, AdwPreferencesGroup)

/**
 * AlaRetireGroup:
 *
 * What is left to do with the link that the link of the workspace replaces: what to delete in Jira, whether Jira refuses it by now, and at
 * last to delete it here. Invisible when it replaces none.
 */

/** ala_retire_group_show: Shows how it stands. */
void ala_retire_group_show (AlaRetireGroup *self,
                            AlaWorkspace   *workspace);

/** ala_retire_group_stop: Stops looking, since nobody sees it any more. */
void ala_retire_group_stop (AlaRetireGroup *self);

G_END_DECLS
