/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-browser.h"

#include "ala-problem.h"

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_BROWSER_MISSING, "%s", error->message));
}

void
ala_browser_open_async (const char          *uri,
                        GtkWidget           *widget,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;
  GTask *task;

  g_return_if_fail (uri != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_browser_open_async);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), cancellable, on_launched, task);
}

gboolean
ala_browser_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
