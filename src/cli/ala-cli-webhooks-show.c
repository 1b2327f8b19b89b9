/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-webhooks-show.h"

#include <glib/gi18n-lib.h>

#include "ala-cli-json.h"
#include "ala-cli-output.h"
#include "ala-webhook-event.h"

static const char *const event_states[] = {
  [ALA_WEBHOOK_EVENT_SENT] = "sent",
  [ALA_WEBHOOK_EVENT_FILTERED] = "filtered",
  [ALA_WEBHOOK_EVENT_DISABLED] = "disabled",
  [ALA_WEBHOOK_EVENT_MISSING] = "missing",
};

static const char *const relations[] = {
  [ALA_WEBHOOK_FOREIGN] = "foreign",
  [ALA_WEBHOOK_SIMILAR] = "similar",
  [ALA_WEBHOOK_OURS] = "ours",
};

static AlaCliMark
get_mark (AlaWebhookReview *review,
          AlaWebhook       *webhook)
{
  if (ala_webhook_review_get_relation (review, webhook) != ALA_WEBHOOK_OURS)
    return ALA_CLI_MARK_SKIPPED;

  return (ala_webhook_review_get_remarks (review, webhook) & ~ALA_WEBHOOK_REMARK_EXTRA) == ALA_WEBHOOK_REMARK_NONE
         ? ALA_CLI_MARK_PASSED : ALA_CLI_MARK_WARNING;
}

void
ala_cli_webhooks_show (AlaWebhookReview *review)
{
  GPtrArray *webhooks;
  const char *const *events;

  g_return_if_fail (ALA_IS_WEBHOOK_REVIEW (review));

  webhooks = ala_webhook_review_get_webhooks (review);
  events = ala_webhook_review_get_events (review);

  for (guint i = 0; i < webhooks->len; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (webhooks, i);
      g_autofree char *url = ala_webhook_review_dup_url (review, webhook);
      g_autofree char *words = ala_webhook_review_describe (review, webhook);

      /* Translators: a webhook’s name, its address, and what is to be said of it */
      ala_cli_print_line (get_mark (review, webhook), _("%s (%s): %s"), ala_webhook_get_name (webhook), url, words);
    }
  if (webhooks->len == 0)
    ala_cli_print_line (ALA_CLI_MARK_SKIPPED, "%s", _("There are no webhooks in this Jira."));

  for (guint i = 0; events[i] != NULL; i++)
    {
      AlaWebhookEventState state = ala_webhook_review_get_event_state (review, events[i]);

      ala_cli_print_line (state == ALA_WEBHOOK_EVENT_SENT ? ALA_CLI_MARK_PASSED : ALA_CLI_MARK_WARNING, "%s (%s)",
                          ala_webhook_event_get_label (events[i]), events[i]);
    }
}

static void
add_truth (JsonBuilder *builder,
           const char  *name,
           gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_webhook (JsonBuilder      *builder,
             AlaWebhookReview *review,
             AlaWebhook       *webhook)
{
  const char *const *events = ala_webhook_get_events (webhook);
  g_autofree char *url = ala_webhook_review_dup_url (review, webhook);
  g_autofree char *words = ala_webhook_review_describe (review, webhook);

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_webhook_get_id (webhook));
  ala_cli_json_add_text (builder, "name", ala_webhook_get_name (webhook));
  ala_cli_json_add_text (builder, "url", url);
  ala_cli_json_add_text (builder, "relation", relations[ala_webhook_review_get_relation (review, webhook)]);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; events[i] != NULL; i++)
    json_builder_add_string_value (builder, events[i]);
  json_builder_end_array (builder);
  ala_cli_json_add_text (builder, "jql", ala_webhook_get_jql (webhook));
  add_truth (builder, "active", ala_webhook_is_active (webhook));
  add_truth (builder, "excludesBody", ala_webhook_excludes_body (webhook));
  json_builder_set_member_name (builder, "failures");
  if (ala_webhook_get_failures (webhook) >= 0)
    json_builder_add_int_value (builder, ala_webhook_get_failures (webhook));
  else
    json_builder_add_null_value (builder);
  ala_cli_json_add_text (builder, "text", words);
  json_builder_end_object (builder);
}

void
ala_cli_webhooks_show_json (AlaSetup         *setup,
                            AlaWebhookReview *review,
                            const GError     *problem)
{
  GEnumClass *plans = g_type_class_ref (ALA_TYPE_WEBHOOK_PLAN);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_if_fail (ALA_IS_SETUP (setup));

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "link", ala_setup_get_id (setup));
  ala_cli_json_add_text (builder, "plan", g_enum_get_value (plans, ala_setup_get_webhook_plan (setup))->value_nick);
  ala_cli_json_add_text (builder, "url", ala_setup_get_webhook_url (setup));
  add_truth (builder, "complete", review != NULL && problem == NULL);
  if (problem != NULL)
    {
      json_builder_set_member_name (builder, "problem");
      ala_cli_json_add_problem (builder, problem);
    }
  if (review != NULL)
    {
      const char *const *events = ala_webhook_review_get_events (review);
      GPtrArray *webhooks = ala_webhook_review_get_webhooks (review);

      json_builder_set_member_name (builder, "events");
      json_builder_begin_array (builder);
      for (guint i = 0; events[i] != NULL; i++)
        {
          json_builder_begin_object (builder);
          ala_cli_json_add_text (builder, "id", events[i]);
          ala_cli_json_add_text (builder, "state", event_states[ala_webhook_review_get_event_state (review, events[i])]);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "webhooks");
      json_builder_begin_array (builder);
      for (guint i = 0; i < webhooks->len; i++)
        add_webhook (builder, review, g_ptr_array_index (webhooks, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  ala_cli_json_print (builder);
  g_type_class_unref (plans);
}

void
ala_cli_webhooks_show_draft (AlaWebhook *webhook,
                             AlaWebhook *before)
{
  const char *const *events;

  g_return_if_fail (ALA_IS_WEBHOOK (webhook));

  events = ala_webhook_get_events (webhook);
  if (before != NULL)
    /* Translators: a webhook’s name and its number in Jira */
    ala_cli_message (_("The webhook “%s” (%s) in Jira will be changed into this:"), ala_webhook_get_name (before),
                     ala_webhook_get_id (before));
  else
    ala_cli_message ("%s", _("This webhook will be made in Jira:"));
  ala_cli_message (_("  Name:   %s"), ala_webhook_get_name (webhook));
  ala_cli_message (_("  URL:    %s"), ala_webhook_get_url (webhook));
  ala_cli_message (_("  JQL:    %s"), *ala_webhook_get_jql (webhook) != '\0' ? ala_webhook_get_jql (webhook) : _("(empty, for all issues)"));
  for (guint i = 0; events[i] != NULL; i++)
    {
      const char *mark = before != NULL && !ala_webhook_has_event (before, events[i]) ? "+" : " ";

      if (i == 0)
        ala_cli_message (_("  Events:%s%s (%s)"), mark, ala_webhook_event_get_label (events[i]), events[i]);
      else
        ala_cli_message ("         %s%s (%s)", mark, ala_webhook_event_get_label (events[i]), events[i]);
    }
}
