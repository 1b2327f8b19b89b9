/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"

G_BEGIN_DECLS

#define ALA_TYPE_FINDING (ala_finding_get_type ())
G_DECLARE_FINAL_TYPE (AlaFinding, ala_finding, ALA, FINDING, GObject)

/**
 * AlaFinding:
 *
 * One line of what a check found in detail: a permission, an event, a field. Immutable, without secrets.
 */

/**
 * ala_finding_new:
 * @state: passed, skipped, warning or failed
 * @id: what it is about, stable and not translated
 * @label: how Jira calls it
 * @text: (nullable): translated: what was found
 */
AlaFinding    *ala_finding_new       (AlaCheckState  state,
                                      const char    *id,
                                      const char    *label,
                                      const char    *text);

AlaCheckState  ala_finding_get_state (AlaFinding    *self);
const char    *ala_finding_get_id    (AlaFinding    *self);
const char    *ala_finding_get_label (AlaFinding    *self);
const char    *ala_finding_get_text  (AlaFinding    *self); /* "" when there is none */

G_END_DECLS
