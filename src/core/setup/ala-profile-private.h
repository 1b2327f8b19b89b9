/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profile.h"

G_BEGIN_DECLS

/** ala_profile_get_rank: Returns: where the profile stands among those that come with the program, lowest first */
guint ala_profile_get_rank (AlaProfile *self);

G_END_DECLS
