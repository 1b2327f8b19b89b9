/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ala_rehearsal_get_url:
 *
 * Starts the practice Jira of this program, at the first call. From then on it is a Jira like any other, known by its address alone.
 *
 * Returns: (transfer none) (nullable): its address, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
const char *ala_rehearsal_get_url (GError **error);

/** ala_rehearsal_stop: Ends it, with all that was practised in it. */
void        ala_rehearsal_stop    (void);

G_END_DECLS
