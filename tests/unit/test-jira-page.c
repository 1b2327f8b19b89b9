/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-page.h"

static void
test_addresses (void)
{
  static const struct
  {
    AlaJiraPage page;
    const char *base;
    const char *address;
  } cases[] = {
    { ALA_JIRA_PAGE_LINKS, "https://jira.example.com", "https://jira.example.com/plugins/servlet/applinks/listApplicationLinks" },
    { ALA_JIRA_PAGE_LINKS, "https://jira.example.com:8443/jira",
      "https://jira.example.com:8443/jira/plugins/servlet/applinks/listApplicationLinks" },
    { ALA_JIRA_PAGE_TOKENS, "https://jira.example.com", "https://jira.example.com/plugins/servlet/oauth/users/access-tokens" },
    { ALA_JIRA_PAGE_TOKENS, "http://127.0.0.1:2990/a/b", "http://127.0.0.1:2990/a/b/plugins/servlet/oauth/users/access-tokens" },
    { ALA_JIRA_PAGE_WEBHOOKS, "https://jira.example.com/jira", "https://jira.example.com/jira/plugins/servlet/webhooks" },
    { ALA_JIRA_PAGE_LINKS, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = ala_jira_page_dup_address (cases[i].page, cases[i].base);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jira-page/addresses", test_addresses);
  return g_test_run ();
}
