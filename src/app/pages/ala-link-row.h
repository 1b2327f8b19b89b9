/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * AlaLinkRequest:
 *
 * What a person wants to do with a saved link.
 */
typedef enum
{
  ALA_LINK_OPEN,
  ALA_LINK_CHECK,
  ALA_LINK_RENAME,
  ALA_LINK_DUPLICATE,
  ALA_LINK_RENEW,
  ALA_LINK_DELETE,
} AlaLinkRequest;

#define ALA_TYPE_LINK_ROW (ala_link_row_get_type ())
G_DECLARE_FINAL_TYPE (AlaLinkRow, ala_link_row, ALA, LINK_ROW, AdwActionRow)

/**
 * AlaLinkRow:
 *
 * A saved link in the list: its state, name and how far it got, as they are at any time; “Check Now” when there is something to check;
 * and a menu, which the menu key and the other mouse button open too. F2 renames, Delete deletes.
 *
 * Signal: "request" (AlaLinkRequest): the person asked for one of these. The row itself does nothing.
 */
GtkWidget *ala_link_row_new       (AlaSetup   *setup);

AlaSetup  *ala_link_row_get_setup (AlaLinkRow *self);

/**
 * ala_link_row_set_others:
 * @old: (nullable): the link that this one is to replace
 * @replacement: (nullable): the link that is to come in its place
 *
 * Says so beside how far it got: two links of one Jira often have one name.
 */
void       ala_link_row_set_others (AlaLinkRow *self,
                                    AlaSetup   *old,
                                    AlaSetup   *replacement);

G_END_DECLS
