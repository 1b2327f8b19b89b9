/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

#include "ala-rotation.h"
#include "ala-workspace-private.h"

void
ala_workspace_begin_renewal (AlaWorkspace *self,
                             AlaSetup     *old)
{
  g_autoptr (AlaSetup) setup = NULL;

  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (ALA_IS_SETUP (old));

  setup = ala_rotation_begin (ala_workspace_get_setups (self), old,
                              ala_profiles_find (ala_workspace_get_profiles (self), ala_setup_get_profile (old)));
  ala_workspace_set_setup (self, setup, FALSE);
  ala_workspace_begin_key (self);
}
