/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-server-words.h"

#include <glib/gi18n.h>

char *
ala_server_words_kind (AlaJiraServer *server)
{
  const char *version = ala_jira_server_get_version (server);
  const char *title = ala_jira_server_get_title (server);
  g_autofree char *name = NULL;

  if (ala_jira_server_get_edition (server) == ALA_EDITION_CLOUD)
    name = g_strdup (_("Jira Cloud"));
  else
    /* Translators: %s is a version number */
    name = g_strdup_printf (_("Jira Server or Data Center %s"), version);

  /* Translators: the kind of Jira, and how its administrator calls it */
  return *title != '\0' ? g_strdup_printf (_("%s: “%s”"), name, title) : g_steal_pointer (&name);
}

char *
ala_server_words_address (AlaJiraAddress *typed,
                          AlaJiraServer  *server)
{
  AlaJiraAddress *used = ala_jira_server_get_address (server);
  AlaAddressNote notes = ala_jira_address_get_notes (typed);
  const char *base = ala_jira_address_get_base (used);

  if (!ala_jira_address_equal (typed, used))
    /* Translators: %s is an address */
    return g_strdup_printf (_("Jira is at %s, and that address is used."), base);
  if (notes & (ALA_ADDRESS_CUT_PATH | ALA_ADDRESS_CUT_USER | ALA_ADDRESS_CUT_PUNCTUATION))
    /* Translators: %s is an address */
    return g_strdup_printf (_("%s is used. The rest of what you entered does not belong to the address of Jira."),
                            base);

  return g_strdup (base);
}
