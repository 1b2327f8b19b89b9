/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-browser-launch.h"

#include "ala-problem.h"

static void
launched_cb (GObject      *source,
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
ala_browser_launch_async (const char          *uri,
                          GAppLaunchContext   *context,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (uri != NULL);
  g_return_if_fail (context == NULL || G_IS_APP_LAUNCH_CONTEXT (context));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_browser_launch_async);
  g_task_set_name (task, "[applink] open the browser");
  g_app_info_launch_default_for_uri_async (uri, context, cancellable, launched_cb, task);
}

gboolean
ala_browser_launch_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_browser_launch_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
