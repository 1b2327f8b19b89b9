/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ala_test_folder_remove: Removes the file or folder @path, and all that is in it. */
void  ala_test_folder_remove   (const char *path);

/** ala_test_folder_get_mode: Returns: the permissions of @path itself, also when it is a symbolic link */
guint ala_test_folder_get_mode (const char *path);

G_END_DECLS
