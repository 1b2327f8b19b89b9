/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ala_practice_random_text:
 * @length: how many characters
 *
 * Returns: (transfer full): letters and digits that nobody can guess
 */
char *ala_practice_random_text (guint length);

G_END_DECLS
