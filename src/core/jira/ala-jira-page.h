/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlaJiraPage:
 * @ALA_JIRA_PAGE_LINKS: where an administrator makes and removes application links; the same in every edition
 *   (reference/jira-oauth.md section 4)
 * @ALA_JIRA_PAGE_TOKENS: where each user sees and revokes what was allowed in the own name (reference/jira-oauth.md section 1)
 * @ALA_JIRA_PAGE_WEBHOOKS: where an administrator manages the webhooks (reference/jira-oauth.md section 4)
 *
 * A page of Jira that a person is sent to.
 */
typedef enum
{
  ALA_JIRA_PAGE_LINKS,
  ALA_JIRA_PAGE_TOKENS,
  ALA_JIRA_PAGE_WEBHOOKS,
} AlaJiraPage;

/**
 * ala_jira_page_dup_address:
 * @base: the base address of a Jira with its context path, as ala_jira_address_get_base() says it
 *
 * Returns: (transfer full): the address for the browser; "" when @base is ""
 */
char *ala_jira_page_dup_address (AlaJiraPage  page,
                                 const char  *base);

G_END_DECLS
