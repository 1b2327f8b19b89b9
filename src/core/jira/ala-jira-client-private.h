/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

/* ala_jira_client_peek_access_token: Returns: (nullable) (transfer none): the token that it signs with */
AlaSecret *ala_jira_client_peek_access_token (AlaJiraClient  *self);

/* ala_jira_client_dup_uri: Returns: (transfer full): the address of @path with @query, exactly as it will be sent */
char      *ala_jira_client_dup_uri           (AlaJiraClient  *self,
                                              const char     *path,
                                              AlaOAuthParams *query);

G_END_DECLS
