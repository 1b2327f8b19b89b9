/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/* Seconds from a signed request to the head of its reply from which on Jira counts as slow. */
#define ALA_SPEED_SLOW 1.0

/**
 * AlaSpeedCheck:
 *
 * "response-time": how long Jira takes to answer, by the median of all signed requests of this run; when there were none, of three
 * of its own. Runs last.
 */
#define ALA_TYPE_SPEED_CHECK (ala_speed_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaSpeedCheck, ala_speed_check, ALA, SPEED_CHECK, AlaCheck)

G_END_DECLS
