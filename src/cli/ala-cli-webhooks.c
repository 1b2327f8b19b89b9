/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-webhooks.h"

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "ala-cli-connection.h"
#include "ala-cli-links.h"
#include "ala-cli-output.h"
#include "ala-cli-suggest.h"
#include "ala-cli-wait.h"
#include "ala-cli-webhooks-show.h"
#include "ala-jira-page.h"
#include "ala-webhook-address.h"
#include "ala-webhook-task.h"
#include "ala-webhooks.h"

static gboolean json;
static gboolean yes;
static char *url;

const GOptionEntry ala_cli_webhooks_options[] = {
  { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_("Where Jira is to send to, as the product documents it"), N_("URL") },
  { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Do not ask before anything is changed in Jira"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  ALA_CLI_CONNECTION_OPTIONS,
  { NULL }
};

/* What the command works on. */
typedef struct
{
  AlaCliLinks *links;
  AlaSetup *setup;
  AlaProfile *profile;
  AlaWebhooks *webhooks;
  GCancellable *cancellable;
} Work;

static GPtrArray *
list (Work    *self,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *near = ala_setup_get_webhook_url (self->setup);

  ala_webhooks_list_async (self->webhooks, *near != '\0' ? near : ala_setup_get_product_url (self->setup), self->cancellable,
                           ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Reading the webhooks"));

  return ala_webhooks_list_finish (self->webhooks, result, error);
}

static AlaWebhookReview *
look (Work    *self,
      GError **error)
{
  g_autoptr (GPtrArray) there = list (self, error);

  if (there == NULL)
    return NULL;

  return ala_webhook_review_new (there, ala_profile_get_events (self->profile), ala_setup_get_webhook_url (self->setup),
                                 ala_setup_get_product_url (self->setup));
}

/* What is to be entered by hand, by whoever may. */
static void
show_recipe (Work *self)
{
  g_autofree char *page = ala_jira_page_dup_address (ALA_JIRA_PAGE_WEBHOOKS, ala_setup_get_jira_url (self->setup));
  g_autoptr (AlaWebhook) draft = ala_webhook_new (ala_profile_get_application_name (self->profile),
                                                  ala_setup_get_webhook_url (self->setup), ala_profile_get_events (self->profile), NULL);
  g_autofree char *recipe = ala_webhook_dup_recipe (draft, page);

  ala_cli_print ("%s", recipe);
}

static AlaCliStatus
end_with_error (Work         *self,
                const GError *error)
{
  AlaProblem problem = ala_problem_from_error (error);
  gboolean by_hand = problem == ALA_PROBLEM_WEBHOOKS_FORBIDDEN || problem == ALA_PROBLEM_WEBHOOKS_NOT_FOUND;

  if (json && problem != ALA_PROBLEM_NONE)
    ala_cli_webhooks_show_json (self->setup, NULL, error);
  if (!by_hand)
    return ala_cli_fail (error);

  ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
  if (!json)
    show_recipe (self);
  return ALA_CLI_WARNING;
}

static AlaCliStatus
run_list (Work *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaWebhookReview) review = look (self, &error);
  g_autoptr (GError) missing = NULL;

  if (review == NULL)
    return end_with_error (self, error);

  missing = ala_webhook_review_new_error (review);
  if (json)
    ala_cli_webhooks_show_json (self->setup, review, missing);
  else
    ala_cli_webhooks_show (review);
  if (missing == NULL)
    return ALA_CLI_OK;

  ala_cli_message_problem (ALA_CLI_MARK_WARNING, missing);
  return ALA_CLI_WARNING;
}

static AlaCliStatus
save (Work *self)
{
  g_autoptr (GError) error = NULL;

  return ala_setup_store_save (self->links->setups, self->setup, &error) ? ALA_CLI_OK : ala_cli_fail (error);
}

static AlaCliStatus
run_plan (Work       *self,
          const char *word)
{
  GEnumClass *plans = g_type_class_ref (ALA_TYPE_WEBHOOK_PLAN);
  GEnumValue *plan = word != NULL ? g_enum_get_value_by_nick (plans, word) : NULL;
  g_autofree char *title = NULL, *text = NULL;
  AlaCliStatus status = ALA_CLI_OK;

  g_type_class_unref (plans);
  if (word != NULL && plan == NULL)
    {
      ala_cli_message (_("“%s” is no plan. The plans are: automatic, manual, none."), word);
      return ALA_CLI_USAGE;
    }
  if (plan != NULL)
    ala_setup_set_webhook_plan (self->setup, plan->value);
  if (plan != NULL || url != NULL)
    status = save (self);

  if (json)
    {
      ala_cli_webhooks_show_json (self->setup, NULL, NULL);
      return status;
    }
  title = ala_webhook_task_dup (self->setup, self->profile, &text);
  if (title != NULL)
    ala_cli_message ("%s. %s", title, text);
  if (ala_setup_get_webhook_plan (self->setup) == ALA_WEBHOOK_PLAN_MANUAL)
    show_recipe (self);

  return status;
}

/* Returns: whether the person says yes on standard input */
static gboolean
ask (Work *self)
{
  g_autoptr (GInputStream) standard = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (standard);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *line = NULL;
  g_autofree char *folded = NULL;

  ala_cli_message ("%s", _("Send this to Jira? Type “yes” to send it."));
  g_data_input_stream_read_line_async (input, G_PRIORITY_DEFAULT, self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  line = g_data_input_stream_read_line_finish_utf8 (input, result, NULL, NULL);
  if (line == NULL)
    return FALSE;

  folded = g_utf8_casefold (g_strstrip (line), -1);
  return g_str_equal (folded, "yes") || g_str_equal (folded, "y")
         /* Translators: what a person types to say yes, in small letters */
         || g_str_equal (folded, _("yes"));
}

static AlaWebhook *
send_draft (Work       *self,
            AlaWebhook *draft,
            AlaWebhook *before,
            GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_webhooks_save_async (self->webhooks, draft, before, self->cancellable, ala_cli_keep_result, &result);
  ala_cli_wait_telling (&result, _("Sending the webhook"));

  return ala_webhooks_save_finish (self->webhooks, result, error);
}

static AlaCliStatus
run_create (Work *self)
{
  g_autoptr (AlaWebhookReview) review = NULL;
  g_autoptr (AlaWebhook) draft = NULL;
  g_autoptr (AlaWebhook) saved = NULL;
  g_autoptr (GError) error = NULL;
  AlaWebhook *before = NULL;

  if (*ala_setup_get_webhook_url (self->setup) == '\0')
    {
      ala_cli_message ("%s", _("Where is Jira to send to? “--url” takes the address, as the product documents it."));
      return ALA_CLI_USAGE;
    }
  if (json && !yes)
    {
      ala_cli_message ("%s", _("With “--json” nobody can be asked, so it needs “--yes” too."));
      return ALA_CLI_USAGE;
    }
  if (!ala_webhook_address_check_reach (ala_setup_get_webhook_url (self->setup),
                                        ala_setup_get_edition (self->setup) == ALA_EDITION_CLOUD, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
  g_clear_error (&error);

  ala_setup_set_webhook_plan (self->setup, ALA_WEBHOOK_PLAN_MANUAL);
  review = look (self, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return ALA_CLI_NOT_RUN;
  if (save (self) != ALA_CLI_OK)
    return ALA_CLI_FAILED;
  if (review == NULL)
    return end_with_error (self, error);
  draft = ala_webhook_review_dup_offer (review, ala_profile_get_application_name (self->profile), &before);
  if (draft == NULL)
    {
      ala_cli_message ("%s", _("There is nothing to make: every event has its webhook."));
      return run_list (self);
    }

  ala_cli_webhooks_show_draft (draft, before);
  if (!yes && !ask (self))
    {
      ala_cli_message ("%s", _("Nothing was sent."));
      return ALA_CLI_WARNING;
    }

  saved = send_draft (self, draft, before, &error);
  if (saved == NULL)
    return end_with_error (self, error);
  if (!ala_webhooks_judge (draft, saved, &error))
    ala_cli_message_problem (ALA_CLI_MARK_WARNING, error);
  else if (!json)
    ala_cli_print_line (ALA_CLI_MARK_PASSED, "%s", _("Jira keeps the webhook as it was sent."));

  ala_setup_set_done (self->setup, ALA_WEBHOOK_TASK_DONE, error == NULL);
  if (save (self) != ALA_CLI_OK)
    return ALA_CLI_FAILED;
  return MAX (error != NULL ? ALA_CLI_WARNING : ALA_CLI_OK, run_list (self));
}

static gboolean
take_url (AlaSetup *setup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  if (url == NULL)
    return TRUE;

  address = ala_webhook_address_normalize (url, &error);
  if (address == NULL)
    {
      ala_cli_message_problem (ALA_CLI_MARK_FAILED, error);
      return FALSE;
    }

  ala_setup_set_webhook_url (setup, address);
  return TRUE;
}

AlaCliStatus
ala_cli_webhooks_run (const char * const *arguments,
                      GCancellable       *cancellable)
{
  static const char * const actions[] = { "list", "plan", "create", NULL };
  g_auto (AlaCliLinks) links = { NULL };
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaWebhooks) webhooks = NULL;
  g_autoptr (GError) error = NULL;
  const char *action = arguments[1];
  Work work = { &links, .cancellable = cancellable };

  if (!g_strv_contains (actions, action) || (arguments[2] != NULL && !g_str_equal (action, "plan")))
    {
      const char *nearest = ala_cli_suggest (action, actions);

      ala_cli_message (_("“%s” cannot be done with webhooks. Did you mean “%s”?"), action, nearest != NULL ? nearest : actions[0]);
      return ALA_CLI_USAGE;
    }

  ala_cli_links_open (&links);
  work.setup = ala_cli_links_find (&links, arguments[0]);
  if (work.setup == NULL)
    return ALA_CLI_NOT_RUN;
  work.profile = ala_cli_links_get_profile (&links, work.setup);
  if (!take_url (work.setup))
    return ALA_CLI_USAGE;
  if (g_str_equal (action, "plan"))
    return run_plan (&work, arguments[2]);

  if (ala_setup_get_authorized (work.setup) == 0 && !ala_cli_links_is_keyless (work.setup))
    {
      ala_cli_message (_("This link has not been authorized yet. “applink authorize %.8s” does that."), ala_setup_get_id (work.setup));
      return ALA_CLI_NOT_RUN;
    }
  client = ala_cli_links_new_client (&links, work.setup, TRUE, cancellable, &error);
  if (client == NULL)
    {
      ala_cli_fail (error);
      return ALA_CLI_NOT_RUN;
    }
  webhooks = ala_webhooks_new (client, ala_setup_get_edition (work.setup), ala_setup_get_version (work.setup));
  work.webhooks = webhooks;

  return g_str_equal (action, "create") ? run_create (&work) : run_list (&work);
}
