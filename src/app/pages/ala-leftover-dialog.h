/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * ala_leftover_dialog_new:
 * @setup: a link that was deleted on this computer
 *
 * Says what stays in its Jira, with the consumer key to look for and a row for each page there, which opens it in the browser. There is
 * nothing to decide: however it is closed, nothing more happens.
 *
 * Returns: (transfer none) (nullable): an #AdwMessageDialog to present; %NULL when nothing stays
 */
GtkWidget *ala_leftover_dialog_new (GtkWindow *parent,
                                    AlaSetup  *setup);

G_END_DECLS
