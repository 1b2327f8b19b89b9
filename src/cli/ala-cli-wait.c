/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-wait.h"

#include "ala-cli-progress.h"

void
ala_cli_keep_result (GObject      *source,
                     GAsyncResult *result,
                     gpointer      variable)
{
  g_set_object ((GAsyncResult **) variable, result);
}

void
ala_cli_wait (GAsyncResult **variable)
{
  g_return_if_fail (variable != NULL);

  while (*variable == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
ala_cli_wait_telling (GAsyncResult **variable,
                      const char    *text)
{
  g_return_if_fail (variable != NULL && text != NULL);

  if (*variable == NULL)
    ala_cli_progress_show (text);
  ala_cli_wait (variable);
  ala_cli_progress_end ();
}

void
ala_cli_wait_for_cancel (GCancellable *cancellable)
{
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  while (!g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
time_over_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
stopped_cb (GCancellable *cancellable,
            gpointer      limit)
{
  g_cancellable_cancel (limit);
}

GCancellable *
ala_cli_wait_limit (GCancellable *cancellable,
                    int           seconds)
{
  GCancellable *limit = g_cancellable_new ();

  if (cancellable != NULL)
    g_cancellable_connect (cancellable, G_CALLBACK (stopped_cb), g_object_ref (limit), g_object_unref);
  if (seconds >= 0)
    g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, seconds, time_over_cb, g_object_ref (limit), g_object_unref);

  return limit;
}
