/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-event.h"

#include <glib/gi18n-lib.h>

/* reference/jira-oauth.md section 7, "Event names". */
static const struct
{
  const char *event;
  const char *label;
} labels[] = {
  { "jira:issue_created", N_("Issue created") },
  { "jira:issue_updated", N_("Issue updated") },
  { "jira:issue_deleted", N_("Issue deleted") },
  { "jira:version_released", N_("Version released") },
  { "jira:version_unreleased", N_("Version unreleased") },
  { "jira:version_created", N_("Version created") },
  { "jira:version_moved", N_("Version moved") },
  { "jira:version_updated", N_("Version updated") },
  { "jira:version_merged", N_("Version merged") },
  { "jira:version_deleted", N_("Version deleted") },
  { "project_created", N_("Project created") },
  { "project_updated", N_("Project updated") },
  { "project_deleted", N_("Project deleted") },
  { "comment_created", N_("Comment created") },
  { "comment_updated", N_("Comment updated") },
  { "comment_deleted", N_("Comment deleted") },
};

/* What a filter for issues is applied to. */
static const char *const filtered[] = {
  "jira:issue_", "comment_", "worklog_", "attachment_", "issuelink_", "issue_property_",
};

const char *
ala_webhook_event_get_label (const char *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].event, event))
      return _(labels[i].label);

  return event;
}

gboolean
ala_webhook_event_is_filtered (const char *event)
{
  g_return_val_if_fail (event != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (filtered); i++)
    if (g_str_has_prefix (event, filtered[i]))
      return TRUE;

  return FALSE;
}

char *
ala_webhook_event_dup_list (const char *const *events)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (events != NULL, NULL);

  for (guint i = 0; events[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ala_webhook_event_get_label (events[i]));

  return g_string_free (g_steal_pointer (&list), FALSE);
}
