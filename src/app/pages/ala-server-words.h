/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-probe.h"

G_BEGIN_DECLS

/* How a Jira that answered is described to a person. */

/** ala_server_words_kind: Returns: (transfer full): edition, version, and how its administrator calls it */
char *ala_server_words_kind    (AlaJiraServer  *server);

/** ala_server_words_address: Returns: (transfer full): the address that is used, and what it has to do with @typed */
char *ala_server_words_address (AlaJiraAddress *typed,
                                AlaJiraServer  *server);

G_END_DECLS
