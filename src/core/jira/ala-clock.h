/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A clock that is further off than this, in seconds, is worth a warning; Jira refuses at 300. */
#define ALA_CLOCK_TOLERANCE 60

/**
 * ala_clock_describe_offset:
 * @offset: seconds, Jira's clock minus ours
 *
 * Returns: (transfer full): a translated sentence that says which clock is ahead, and by how much
 */
char   *ala_clock_describe_offset (gint64 offset);

/**
 * ala_clock_new_error:
 * @offset: seconds, Jira's clock minus ours, beyond the tolerance
 *
 * Returns: (transfer full): %ALA_PROBLEM_CLOCK_DIFFERS with both times, annotated with %ALA_NOTE_CLOCK_OFFSET
 */
GError *ala_clock_new_error       (gint64 offset);

G_END_DECLS
