/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ala_browser_open_async:
 * @uri: a web address
 * @widget: where it was asked for, so that the browser may come to the front
 *
 * Opens @uri in the system's browser (RFC 8252: never an embedded view), through the portal where there is one. Success means that a
 * browser was started, not that it shows the page: the address has to stay on the screen.
 */
void     ala_browser_open_async  (const char           *uri,
                                  GtkWidget            *widget,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
/** ala_browser_open_finish: Returns: whether one was started; otherwise %ALA_PROBLEM_BROWSER_MISSING */
gboolean ala_browser_open_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
