/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-state.h"
#include "ala-end-date.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/* How a saved link is called in the list of links. */

/** ala_link_words_get_end_state: Returns: as what the end of something is shown */
AlaCheckState  ala_link_words_get_end_state (AlaEndState state);

/**
 * ala_link_words_get_state: Returns: what its last checks said, %ALA_CHECK_WAITING when they never ran; or that something ends soon, or has
 *   ended since
 */
AlaCheckState  ala_link_words_get_state (AlaSetup *setup);

/**
 * ala_link_words_describe:
 * @old: (nullable): the link that @setup is to replace
 * @replacement: (nullable): the link that is to come in its place
 *
 * Returns: (transfer full): where the person stopped, or what the last checks said, and when; what ends soon, or has ended;
 *   and which link takes whose place: a line for each
 */
char          *ala_link_words_describe  (AlaSetup *setup,
                                         AlaSetup *old,
                                         AlaSetup *replacement);

G_END_DECLS
