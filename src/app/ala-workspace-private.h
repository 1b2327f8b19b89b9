/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-workspace.h"

G_BEGIN_DECLS

/* For the other files of the workspace: ala-workspace.c alone holds it all. */
void ala_workspace_set_setup    (AlaWorkspace *self,
                                 AlaSetup     *setup,
                                 gboolean      rehearsal);
void ala_workspace_set_pair     (AlaWorkspace *self,
                                 AlaKeyPair   *pair,
                                 gboolean      safe);
void ala_workspace_begin_key    (AlaWorkspace *self);
void ala_workspace_make_stand_in (AlaWorkspace *self);
void ala_workspace_stop_making  (AlaWorkspace *self);
void ala_workspace_set_key_safe (AlaWorkspace *self,
                                 gboolean      safe);
void ala_workspace_set_tokens   (AlaWorkspace *self,
                                 AlaSecret    *token,
                                 AlaSecret    *token_secret);

G_END_DECLS
