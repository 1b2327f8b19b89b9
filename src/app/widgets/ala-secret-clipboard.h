/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ala-secret.h"

G_BEGIN_DECLS

/* How long a secret may stay on the clipboard, in seconds. */
#define ALA_SECRET_CLIPBOARD_SECONDS 60

#define ALA_TYPE_SECRET_CLIPBOARD (ala_secret_clipboard_get_type ())
G_DECLARE_FINAL_TYPE (AlaSecretClipboard, ala_secret_clipboard, ALA, SECRET_CLIPBOARD, GObject)

/**
 * AlaSecretClipboard:
 *
 * Lends a secret to the clipboard: it is taken back after a minute, when asked, and when the object goes, but only if what is on the
 * clipboard is still ours. Then it is looked whether it is really gone: a desktop may refuse a change, and a clipboard manager may put
 * back what was cleared.
 *
 * Properties, notified:
 * - "seconds": how long a secret may stay, %ALA_SECRET_CLIPBOARD_SECONDS; it holds for one that is there already
 * - "seconds-left" (read-only): 0 when nothing is lent
 * - "error" (read-only, nullable): %ALA_PROBLEM_CLIPBOARD_KEPT while a secret may still be there although it was taken back
 */

/** ala_secret_clipboard_get_default: Returns: (transfer none): the one of the default display; copying replaces what was lent before */
AlaSecretClipboard *ala_secret_clipboard_get_default      (void);

void                ala_secret_clipboard_copy             (AlaSecretClipboard *self,
                                                           AlaSecret          *secret);

/** ala_secret_clipboard_clear: Takes back what is lent, or tries again when it is still there. */
void                ala_secret_clipboard_clear            (AlaSecretClipboard *self);

guint               ala_secret_clipboard_get_seconds_left (AlaSecretClipboard *self);
const GError       *ala_secret_clipboard_get_error        (AlaSecretClipboard *self);

/** ala_secret_clipboard_is_busy: Returns: whether it is being looked at this moment whether a secret that was taken back is gone */
gboolean            ala_secret_clipboard_is_busy          (AlaSecretClipboard *self);

G_END_DECLS
