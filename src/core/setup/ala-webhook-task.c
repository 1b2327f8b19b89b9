/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-task.h"

#include <glib/gi18n-lib.h>

char *
ala_webhook_task_dup (AlaSetup    *setup,
                      AlaProfile  *profile,
                      char       **text)
{
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  *text = NULL;
  if (*ala_profile_get_events (profile) == NULL)
    return NULL;

  switch (ala_setup_get_webhook_plan (setup))
    {
    case ALA_WEBHOOK_PLAN_UNDECIDED:
      *text = g_strdup (_("By them Jira tells the product what has changed. The product can make them by itself if its user may administer "
                          "Jira; otherwise an administrator has to."));
      return g_strdup (_("Decide who makes the webhooks"));
    case ALA_WEBHOOK_PLAN_AUTOMATIC:
      *text = g_strdup (_("It does so with the rights of its user, once the link is entered there. The check “Webhooks” shows whether they "
                          "are there."));
      /* Translators: %s is the name of a product */
      return g_strdup_printf (_("See that %s makes its webhooks"), ala_profile_get_name (profile));
    case ALA_WEBHOOK_PLAN_MANUAL:
      if (ala_setup_is_done (setup, ALA_WEBHOOK_TASK_DONE))
        return NULL;
      *text = g_strdup (_("Its name, address and events stand in the step “Webhooks”, to be copied or handed on."));
      return g_strdup (_("Let an administrator of Jira make the webhook"));
    case ALA_WEBHOOK_PLAN_NONE:
    default:
      return NULL;
    }
}
