/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

/* It is true of one link only, and for no longer than the window is open, so neither the setup nor the settings hold it. */
static G_DEFINE_QUARK (ala-workspace-in-browser, in_browser)

void
ala_workspace_set_in_browser (AlaWorkspace *self,
                              gboolean      in_browser)
{
  g_return_if_fail (ALA_IS_WORKSPACE (self));

  g_object_set_qdata_full (G_OBJECT (self), in_browser_quark (),
                           in_browser ? g_strdup (ala_setup_get_id (ala_workspace_get_setup (self))) : NULL, g_free);
}

gboolean
ala_workspace_take_in_browser (AlaWorkspace *self)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (ALA_IS_WORKSPACE (self), FALSE);

  id = g_object_steal_qdata (G_OBJECT (self), in_browser_quark ());
  return g_strcmp0 (id, ala_setup_get_id (ala_workspace_get_setup (self))) == 0;
}
