/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaServerCheck:
 *
 * "server": Jira answers at the address that was entered, calls itself by the same one, and the way there is encrypted. What it
 * says of itself goes into the setup.
 */
#define ALA_TYPE_SERVER_CHECK (ala_server_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaServerCheck, ala_server_check, ALA, SERVER_CHECK, AlaCheck)

/**
 * ala_server_check_find_doubt:
 * @asked: the address that was entered
 * @server: what answered there
 *
 * Returns: (nullable) (transfer full): why the address may make trouble although Jira answered: %ALA_PROBLEM_REDIRECTED or
 *   %ALA_PROBLEM_CONTEXT_PATH, at which signed requests fail, %ALA_PROBLEM_BASE_URL_DIFFERS (these with %ALA_NOTE_LOCATION) or
 *   %ALA_PROBLEM_ADDRESS_PLAIN_HTTP
 */
GError *ala_server_check_find_doubt (AlaJiraAddress *asked,
                                     AlaJiraServer  *server);

/**
 * AlaClockCheck:
 *
 * "clock": Jira's clock and this computer's agree within %ALA_CLOCK_TOLERANCE. Asks without a signature, since Jira would refuse
 * a signed request for the very thing that is looked at here.
 */
#define ALA_TYPE_CLOCK_CHECK (ala_clock_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaClockCheck, ala_clock_check, ALA, CLOCK_CHECK, AlaCheck)

G_END_DECLS
