/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"

G_BEGIN_DECLS

/**
 * ala_check_warm_up:
 * @authorization: an authorization that the checks will follow
 * @client: its client
 *
 * From now on connects to Jira ahead of the checks, as often as they will ask at once: while the person is in the browser, and,
 * since a connection that nobody uses is closed after a minute, again while Jira makes the access token.
 */
void ala_check_warm_up (AlaAuthorization *authorization,
                        AlaJiraClient    *client);

G_END_DECLS
