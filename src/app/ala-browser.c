/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-browser.h"

#include "ala-browser-launch.h"

void
ala_browser_open_async (const char          *uri,
                        GtkWidget           *widget,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;

  g_return_if_fail (uri != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  ala_browser_launch_async (uri, G_APP_LAUNCH_CONTEXT (context), cancellable, callback, user_data);
}

gboolean
ala_browser_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  return ala_browser_launch_finish (result, error);
}
