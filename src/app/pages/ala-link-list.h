/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-workspace.h"

G_BEGIN_DECLS

#define ALA_TYPE_LINK_LIST (ala_link_list_get_type ())
G_DECLARE_FINAL_TYPE (AlaLinkList, ala_link_list, ALA, LINK_LIST, AdwPreferencesGroup)

/**
 * AlaLinkList:
 *
 * The saved links, the newest change first; not seen while there is none. It renames and deletes by itself, and keeps the focus on the
 * link it was on when the order changes.
 *
 * Signals:
 * - "open-link", "check-link", "duplicate-link", "renew-link" (AlaSetup): what the person asked for
 * - "deleted" (AlaSetup): the link is gone from this computer
 * - "failed" (GError): something could not be saved or removed
 */

/** ala_link_list_set_workspace: Shows the links of the store of @workspace from now on. Once. */
void ala_link_list_set_workspace (AlaLinkList  *self,
                                  AlaWorkspace *workspace);

G_END_DECLS
