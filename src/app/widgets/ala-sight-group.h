/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-problem.h"

G_BEGIN_DECLS

#define ALA_TYPE_SIGHT_GROUP (ala_sight_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaSightGroup, ala_sight_group, ALA, SIGHT_GROUP, AdwPreferencesGroup)

/**
 * AlaSightGroup:
 *
 * The checklist of what can be seen of an application link from here, in the order in which Jira checks it.
 */

/**
 * ala_sight_group_show:
 * @proofs: what Jira’s last answer proved
 * @trouble: whether that answer was a refusal which the person has to mend
 * @clock_offset: seconds that Jira’s clock is ahead of ours; a difference does not stop the job, and is not passed over either
 */
void ala_sight_group_show (AlaSightGroup *self,
                           AlaProof       proofs,
                           gboolean       trouble,
                           gint64         clock_offset);

/** ala_sight_group_set_keyless: @keyless: whether only the product can sign, so that less can be seen */
void ala_sight_group_set_keyless (AlaSightGroup *self,
                                  gboolean       keyless);

G_END_DECLS
