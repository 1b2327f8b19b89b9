/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-secret.h"

G_BEGIN_DECLS

#define ALA_TYPE_CLIPBOARD_SIGHT (ala_clipboard_sight_get_type ())
G_DECLARE_FINAL_TYPE (AlaClipboardSight, ala_clipboard_sight, ALA, CLIPBOARD_SIGHT, GObject)

/**
 * AlaClipboardSight:
 *
 * What other programs find on the clipboard. On Wayland this is asked of the compositor itself: it may refuse what GTK puts there
 * without a word, and GTK then goes on believing that it is there. The compositor answers the window in front only.
 *
 * Signal: "changed": something else may be there now.
 */
AlaClipboardSight *ala_clipboard_sight_new            (GdkDisplay           *display);

/**
 * ala_clipboard_sight_find_async:
 * @secret: what to look for
 *
 * Looks whether @secret is on the clipboard, once the compositor has dealt with all that was asked of it before. Another text is read
 * no further than its first difference in length shows, and forgotten.
 */
void               ala_clipboard_sight_find_async     (AlaClipboardSight    *self,
                                                       AlaSecret            *secret,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/**
 * ala_clipboard_sight_find_finish:
 *
 * Returns: whether it is there. %FALSE with @error set to %G_IO_ERROR_BUSY when another window is in front, or to what kept the text from
 *   being read.
 */
gboolean           ala_clipboard_sight_find_finish    (AlaClipboardSight    *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
