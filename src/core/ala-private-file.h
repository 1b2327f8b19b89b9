/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ala_private_file_write (const char  *path,
                                 const char  *text,
                                 gssize       length,
                                 GError     **error);

G_END_DECLS
