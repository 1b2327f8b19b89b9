/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ala_private_file_write:
 * @path: (type filename): the file to write, or to write anew
 * @text: (array length=length): what is to stand in it
 * @length: of @text in bytes, or -1 if it ends with a zero
 * @error: a #GFileError
 *
 * Writes a file that only its owner can read (mode 0600), whatever the mode of an earlier file of that name. Afterwards
 * the disk holds either all of the new text or, when this fails, all of the old one.
 *
 * Returns: whether it was written
 */
gboolean ala_private_file_write (const char  *path,
                                 const char  *text,
                                 gssize       length,
                                 GError     **error);

G_END_DECLS
