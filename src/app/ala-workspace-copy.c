/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

#include "ala-setup-copy.h"
#include "ala-workspace-private.h"

void
ala_workspace_begin_like (AlaWorkspace *self,
                          AlaSetup     *setup)
{
  g_autoptr (AlaSetup) copy = NULL;

  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (ALA_IS_SETUP (setup));

  copy = ala_setup_store_duplicate (ala_workspace_get_setups (self), setup);
  ala_workspace_set_setup (self, copy, FALSE);

  /* A product that shows a consumer key of its own shows another one for another link: nobody here can count it on. */
  if (*ala_profile_get_consumer_key (ala_workspace_get_profile (self)) == '\0' && ala_workspace_is_keyless (self))
    ala_setup_set_consumer_key (copy, "");
  ala_workspace_begin_key (self);
}
