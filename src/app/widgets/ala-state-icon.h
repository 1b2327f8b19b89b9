/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-check.h"

G_BEGIN_DECLS

#define ALA_TYPE_STATE_ICON (ala_state_icon_get_type ())
G_DECLARE_FINAL_TYPE (AlaStateIcon, ala_state_icon, ALA, STATE_ICON, GtkWidget)

/**
 * AlaStateIcon:
 *
 * A state as a picture, with its word for screen readers: an empty circle, a spinner, a tick, a warning, a cross.
 */
GtkWidget *ala_state_icon_new       (void);
void       ala_state_icon_set_state (AlaStateIcon  *self,
                                     AlaCheckState  state);

G_END_DECLS
