/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-dialog.h"

#include <glib/gi18n.h>

#include "ala-webhook-event.h"

static GtkWidget *
new_line (const char *title,
          const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");

  return row;
}

/* Each event with its name for programs, and a sign at those that come anew. */
static char *
dup_events (AlaWebhook *draft,
            AlaWebhook *before)
{
  const char *const *events = ala_webhook_get_events (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; events[i] != NULL; i++)
    {
      gboolean added = before != NULL && !ala_webhook_has_event (before, events[i]);

      g_string_append_printf (text, "%s%s%s (%s)", i > 0 ? "\n" : "", added ? "+ " : "", ala_webhook_event_get_label (events[i]), events[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

GtkWidget *
ala_webhook_dialog_new (GtkWindow  *parent,
                        AlaWebhook *draft,
                        AlaWebhook *before)
{
  GtkWidget *dialog, *list;
  g_autofree char *body = NULL;
  g_autofree char *events = NULL;

  g_return_val_if_fail (ALA_IS_WEBHOOK (draft), NULL);

  if (before != NULL)
    /* Translators: the name of a webhook, and its number in Jira */
    body = g_strdup_printf (_("The webhook “%s” (number %s) will be changed into this:"), ala_webhook_get_name (before),
                            ala_webhook_get_id (before));
  else
    body = g_strdup (_("Exactly this will be sent to Jira:"));
  dialog = adw_message_dialog_new (parent, before != NULL ? _("Complete This Webhook?") : _("Create This Webhook?"), body);

  list = adw_preferences_group_new ();
  events = dup_events (draft, before);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), new_line (_("Name"), ala_webhook_get_name (draft)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), new_line (_("URL"), ala_webhook_get_url (draft)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), new_line (_("JQL"), *ala_webhook_get_jql (draft) != '\0'
                                                                               ? ala_webhook_get_jql (draft)
                                                                               : _("(empty, for all issues)")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), new_line (_("Events"), events));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "send", _("_Send to Jira"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "send", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}
