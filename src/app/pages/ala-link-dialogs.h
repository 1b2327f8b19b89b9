/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-profile.h"

G_BEGIN_DECLS

/* What is asked before a saved link is changed. Each is an #AdwMessageDialog to present. */

/**
 * ala_link_rename_dialog_new:
 *
 * Asks for another name. The response "rename" takes it: ala_link_rename_dialog_get_name() says which.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget  *ala_link_rename_dialog_new      (GtkWindow        *parent,
                                             AlaSetup         *setup);

/** ala_link_rename_dialog_get_name: Returns: (transfer none): what was entered; "" when the link is to be called by its host */
const char *ala_link_rename_dialog_get_name (AdwMessageDialog *dialog,
                                             AlaSetup         *setup);

/**
 * ala_link_delete_dialog_new:
 *
 * Says what is removed from this computer and what stays in Jira. The response "delete" deletes, everything else does not.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget  *ala_link_delete_dialog_new      (GtkWindow        *parent,
                                             AlaSetup         *setup);

/**
 * ala_link_renew_dialog_new:
 *
 * Says what renewing the key of a link means. The response "renew" begins it, everything else does not.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget  *ala_link_renew_dialog_new       (GtkWindow        *parent,
                                             AlaSetup         *setup,
                                             AlaProfile       *profile);

G_END_DECLS
