/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ALA_TYPE_SECRET_BAR (ala_secret_bar_get_type ())
G_DECLARE_FINAL_TYPE (AlaSecretBar, ala_secret_bar, ALA, SECRET_BAR, GtkWidget)

/**
 * AlaSecretBar:
 *
 * Says that a secret is on the clipboard and for how long, and takes it back when asked; says what to do when it could not be taken back.
 * Invisible at all other times.
 */

G_END_DECLS
