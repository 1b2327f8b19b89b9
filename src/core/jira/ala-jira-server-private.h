/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-probe.h"

G_BEGIN_DECLS

/*
 * For the probe: adds what the reply around the JSON says, that is, clock, speed and certificate. @received is
 * g_get_real_time() at its arrival, for servers that send no Date.
 */
void ala_jira_server_take_reply (AlaJiraServer *self,
                                 AlaHttpReply  *reply,
                                 gint64         received);

G_END_DECLS
