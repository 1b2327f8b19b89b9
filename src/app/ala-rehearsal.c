/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-rehearsal.h"

#include "ala-practice-jira.h"

static AlaPracticeJira *practice_jira;

const char *
ala_rehearsal_get_url (GError **error)
{
  if (practice_jira == NULL)
    practice_jira = ala_practice_jira_new (0, error);

  return practice_jira != NULL ? ala_practice_jira_get_url (practice_jira) : NULL;
}

void
ala_rehearsal_stop (void)
{
  g_clear_object (&practice_jira);
}
