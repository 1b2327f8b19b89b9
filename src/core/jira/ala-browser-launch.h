/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ala_browser_launch_async:
 * @uri: a web address
 * @context: (nullable): of the window that asks, so that the browser may come to the front
 *
 * Starts the system's browser (RFC 8252: never an embedded view), through the portal where there is one. Success means that
 * one was started, not that it shows the page.
 */
void     ala_browser_launch_async  (const char           *uri,
                                    GAppLaunchContext    *context,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
/** ala_browser_launch_finish: Returns: whether one was started; otherwise %ALA_PROBLEM_BROWSER_MISSING */
gboolean ala_browser_launch_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
