/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-jira-probe.h"

G_BEGIN_DECLS

#define ALA_TYPE_JIRA_WARNINGS (ala_jira_warnings_get_type ())
G_DECLARE_FINAL_TYPE (AlaJiraWarnings, ala_jira_warnings, ALA, JIRA_WARNINGS, AdwBin)

/**
 * AlaJiraWarnings:
 *
 * What is to be known of a Jira that answered, before anything else is done with it: another address of its own, a wrong clock, no
 * encryption.
 *
 * Signal: "use-base-url": the person wants the address by which Jira calls itself.
 */

/** ala_jira_warnings_show: @server: (nullable): %NULL for none */
void ala_jira_warnings_show (AlaJiraWarnings *self,
                             AlaJiraServer   *server);

G_END_DECLS
