/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-workspace.h"

#include "ala-key-export.h"
#include "ala-product-key.h"
#include "ala-workspace-private.h"

/* Products that have a key pair of their own */

gboolean
ala_workspace_is_keyless (AlaWorkspace *self)
{
  g_return_val_if_fail (ALA_IS_WORKSPACE (self), FALSE);

  return *ala_setup_get_public_key (ala_workspace_get_setup (self)) != '\0'
         || ala_profile_brings_key (ala_workspace_get_profile (self));
}

void
ala_workspace_adopt_public_key (AlaWorkspace *self,
                                AlaPublicKey *key)
{
  AlaSetup *setup;

  g_return_if_fail (ALA_IS_WORKSPACE (self));
  g_return_if_fail (ala_workspace_is_keyless (self));

  setup = ala_workspace_get_setup (self);
  if (key == NULL)
    {
      ala_workspace_stop_making (self);
      ala_setup_set_public_key (setup, "");
      ala_workspace_set_pair (self, NULL, FALSE);
      return;
    }

  ala_product_key_keep (key, setup);
  ala_workspace_make_stand_in (self);
  ala_workspace_save (self);
}

/* The key of a new link: a product's own is still to be entered. */
void
ala_workspace_begin_key (AlaWorkspace *self)
{
  if (ala_workspace_is_keyless (self))
    ala_workspace_adopt_public_key (self, NULL);
  else
    ala_workspace_make_key (self, ala_profile_get_key_bits (ala_workspace_get_profile (self)));
}

/* The public key is all that has to be kept, and it is in the setup. */
void
ala_workspace_make_stand_in (AlaWorkspace *self)
{
  ala_workspace_make_key (self, ala_product_key_get_stand_in_bits (ala_workspace_get_setup (self)));
  ala_workspace_set_key_safe (self, TRUE);
}

char *
ala_workspace_dup_public_key (AlaWorkspace *self)
{
  AlaKeyPair *pair;

  g_return_val_if_fail (ALA_IS_WORKSPACE (self), NULL);

  if (ala_workspace_is_keyless (self))
    return g_strdup (ala_setup_get_public_key (ala_workspace_get_setup (self)));

  pair = ala_workspace_get_key_pair (self);
  return pair != NULL ? ala_key_export_public_body (pair) : g_strdup ("");
}
