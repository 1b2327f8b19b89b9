/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-setup-leftover.h"

#include <glib/gi18n-lib.h>

#include "ala-jira-page.h"

/* Whether Jira itself has said that the link is there. */
static gboolean
was_seen (AlaSetup *self)
{
  return ala_setup_get_link_known (self) > 0 || ala_setup_get_link_proven (self) > 0 || ala_setup_get_authorized (self) > 0;
}

gboolean
ala_setup_leaves (AlaSetup    *self,
                  AlaLeftover  what)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), FALSE);

  if (*ala_setup_get_jira_url (self) == '\0')
    return FALSE;

  if (what == ALA_LEFTOVER_TOKEN)
    return ala_setup_get_authorized (self) > 0 && *ala_setup_get_public_key (self) == '\0';

  return was_seen (self) || ala_setup_get_step (self) >= ALA_STEP_LINK;
}

char *
ala_setup_dup_leftover_address (AlaSetup    *self,
                                AlaLeftover  what)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  if (!ala_setup_leaves (self, what))
    return g_strdup ("");

  return ala_jira_page_dup_address (what == ALA_LEFTOVER_TOKEN ? ALA_JIRA_PAGE_TOKENS : ALA_JIRA_PAGE_LINKS,
                                    ala_setup_get_jira_url (self));
}

static char *
dup_token_text (AlaSetup *self)
{
  if (*ala_setup_get_user (self) == '\0')
    return g_strdup (_("The access token stays valid until the user who allowed the access revokes it in Jira. Nobody else sees it there."));

  /* Translators: %s is the name of a user of Jira */
  return g_strdup_printf (_("The access token stays valid until %s, who allowed the access, revokes it in Jira. Nobody else sees it there."),
                          ala_setup_get_user (self));
}

char *
ala_setup_dup_leftover_text (AlaSetup    *self,
                             AlaLeftover  what)
{
  g_return_val_if_fail (ALA_IS_SETUP (self), NULL);

  if (!ala_setup_leaves (self, what))
    return g_strdup ("");

  if (what == ALA_LEFTOVER_TOKEN)
    return dup_token_text (self);

  if (was_seen (self))
    /* Translators: %s is a consumer key */
    return g_strdup_printf (_("In Jira, the application link stays until an administrator deletes it. It is the one with the consumer key “%s”."),
                            ala_setup_get_consumer_key (self));

  /* Translators: %s is a consumer key */
  return g_strdup_printf (_("If the application link was entered in Jira already, an administrator can delete it there. It is the one "
                            "with the consumer key “%s”."), ala_setup_get_consumer_key (self));
}
