/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-page.h"

static const char *const paths[] = {
  [ALA_JIRA_PAGE_LINKS] = "/plugins/servlet/applinks/listApplicationLinks",
  [ALA_JIRA_PAGE_TOKENS] = "/plugins/servlet/oauth/users/access-tokens",
  [ALA_JIRA_PAGE_WEBHOOKS] = "/plugins/servlet/webhooks",
};

char *
ala_jira_page_dup_address (AlaJiraPage  page,
                           const char  *base)
{
  g_return_val_if_fail (page < G_N_ELEMENTS (paths), NULL);
  g_return_val_if_fail (base != NULL, NULL);

  if (*base == '\0')
    return g_strdup ("");

  return g_strconcat (base, paths[page], NULL);
}
