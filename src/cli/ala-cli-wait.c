/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-wait.h"

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
ala_cli_wait_for_cancel (GCancellable *cancellable)
{
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  while (!g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (NULL, TRUE);
}
