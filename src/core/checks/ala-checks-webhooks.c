/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-webhooks.h"

#include <glib/gi18n-lib.h>

#include "ala-webhook-event.h"
#include "ala-webhook-review.h"
#include "ala-webhooks.h"

struct _AlaWebhooksCheck
{
  AlaCheck parent_instance;

  AlaSetup *setup; /* while it runs */
  AlaProfile *profile;
};

G_DEFINE_FINAL_TYPE (AlaWebhooksCheck, ala_webhooks_check, ALA_TYPE_CHECK)

static void
ala_webhooks_check_finalize (GObject *object)
{
  AlaWebhooksCheck *self = ALA_WEBHOOKS_CHECK (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (ala_webhooks_check_parent_class)->finalize (object);
}

static void
add_event (AlaCheck             *check,
           const char           *event,
           AlaWebhookEventState  state)
{
  static const struct
  {
    AlaCheckState state;
    const char *text;
  } texts[] = {
    [ALA_WEBHOOK_EVENT_SENT] = { ALA_CHECK_PASSED, N_("Jira sends it") },
    [ALA_WEBHOOK_EVENT_FILTERED] = { ALA_CHECK_WARNING, N_("Jira sends it for the issues of a filter only") },
    [ALA_WEBHOOK_EVENT_DISABLED] = { ALA_CHECK_WARNING, N_("The webhook that would send it is switched off") },
    [ALA_WEBHOOK_EVENT_MISSING] = { ALA_CHECK_WARNING, N_("No webhook sends it") },
  };

  ala_check_add_finding (check, texts[state].state, event, ala_webhook_event_get_label (event), _(texts[state].text));
}

/* Each wanted event, then each webhook that is the product's or looks like it. */
static void
add_findings (AlaCheck         *check,
              AlaWebhookReview *review)
{
  GPtrArray *webhooks = ala_webhook_review_get_webhooks (review);
  const char *const *events = ala_webhook_review_get_events (review);

  for (guint i = 0; events[i] != NULL; i++)
    add_event (check, events[i], ala_webhook_review_get_event_state (review, events[i]));

  for (guint i = 0; i < webhooks->len; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (webhooks, i);
      AlaWebhookRelation relation = ala_webhook_review_get_relation (review, webhook);
      AlaWebhookRemark remarks = ala_webhook_review_get_remarks (review, webhook);
      g_autofree char *id = g_strconcat ("webhook-", ala_webhook_get_id (webhook), NULL);
      g_autofree char *words = ala_webhook_review_describe (review, webhook);
      AlaCheckState state = ALA_CHECK_WARNING;

      if (relation == ALA_WEBHOOK_FOREIGN)
        break;
      if (relation == ALA_WEBHOOK_SIMILAR)
        state = ALA_CHECK_SKIPPED;
      else if ((remarks & ~(ALA_WEBHOOK_REMARK_EXTRA | ALA_WEBHOOK_REMARK_INCOMPLETE)) == ALA_WEBHOOK_REMARK_NONE)
        state = ALA_CHECK_PASSED;
      ala_check_add_finding (check, state, id, ala_webhook_get_name (webhook), words);
    }
}

static void
judge (AlaWebhooksCheck *self,
       AlaSetup         *setup,
       AlaProfile       *profile,
       GPtrArray        *webhooks)
{
  AlaCheck *check = ALA_CHECK (self);
  AlaWebhookPlan plan = ala_setup_get_webhook_plan (setup);
  /* Where the product makes them, it knows the address and we do not. */
  const char *url = plan == ALA_WEBHOOK_PLAN_AUTOMATIC ? "" : ala_setup_get_webhook_url (setup);
  g_autoptr (AlaWebhookReview) review = ala_webhook_review_new (webhooks, ala_profile_get_events (profile), url,
                                                                ala_setup_get_product_url (setup));
  const char *product = ala_profile_get_name (profile);
  g_autofree char *summary = NULL;
  GError *error = ala_webhook_review_new_error (review);

  if (g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOK_MISSING))
    {
      /* Translators: %s is the name of a product */
      if (plan == ALA_WEBHOOK_PLAN_UNDECIDED)
        summary = g_strdup_printf (_("The account may make them. There is none for %s yet; the step “Webhooks” is for that"), product);
      else if (plan == ALA_WEBHOOK_PLAN_AUTOMATIC && ala_setup_get_finished (setup) == 0)
        summary = g_strdup_printf (_("The account may make them, so %s can do that as soon as the link is entered there"), product);
    }
  if (summary != NULL)
    {
      g_error_free (error);
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
      return;
    }

  add_findings (check, review);
  if (error != NULL)
    {
      ala_check_end (check, ALA_CHECK_WARNING, NULL, error);
      return;
    }

  /* Translators: %s is the name of a product */
  summary = g_strdup_printf (_("Jira tells %s of every change that it needs to hear of"), product);
  ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
}

static void
end_without_list (AlaWebhooksCheck *self,
                  AlaSetup         *setup,
                  AlaProfile       *profile,
                  GError           *error)
{
  AlaCheck *check = ALA_CHECK (self);
  AlaWebhookPlan plan = ala_setup_get_webhook_plan (setup);
  AlaProblem problem = ala_problem_from_error (error);

  if (problem == ALA_PROBLEM_NONE)
    {
      ala_check_end_with_error (check, error);
    }
  else if (problem == ALA_PROBLEM_WEBHOOKS_FORBIDDEN && plan == ALA_WEBHOOK_PLAN_AUTOMATIC)
    {
      /* Translators: %s is the name of a product */
      g_autofree char *summary = g_strdup_printf (_("%s cannot make its webhooks: only an administrator may"), ala_profile_get_name (profile));

      ala_check_end (check, ALA_CHECK_WARNING, summary, error);
    }
  else if (problem == ALA_PROBLEM_WEBHOOKS_FORBIDDEN)
    {
      g_error_free (error);
      ala_check_end (check, ALA_CHECK_SKIPPED, _("Not looked at, because only an administrator of Jira can list webhooks"), NULL);
    }
  else if (problem == ALA_PROBLEM_WEBHOOKS_NOT_FOUND)
    {
      g_error_free (error);
      ala_check_end (check, ALA_CHECK_SKIPPED, _("Not looked at, because this Jira does not list its webhooks for programs"), NULL);
    }
  else if (plan == ALA_WEBHOOK_PLAN_UNDECIDED)
    {
      ala_check_end (check, ALA_CHECK_WARNING, NULL, error);
    }
  else
    {
      ala_check_end_with_error (check, error);
    }
}

static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AlaWebhooksCheck) self = user_data;
  g_autoptr (AlaSetup) setup = g_steal_pointer (&self->setup);
  g_autoptr (AlaProfile) profile = g_steal_pointer (&self->profile);
  g_autoptr (GPtrArray) webhooks = NULL;
  GError *error = NULL;

  webhooks = ala_webhooks_list_finish (ALA_WEBHOOKS (source), result, &error);
  if (webhooks != NULL)
    judge (self, setup, profile, webhooks);
  else
    end_without_list (self, setup, profile, error);
}

static void
ala_webhooks_check_run (AlaCheck      *check,
                        AlaJiraClient *client,
                        AlaSetup      *setup,
                        AlaProfile    *profile,
                        GCancellable  *cancellable)
{
  AlaWebhooksCheck *self = ALA_WEBHOOKS_CHECK (check);
  g_autoptr (AlaWebhooks) webhooks = NULL;
  const char *near = ala_setup_get_webhook_url (setup);

  if (*ala_profile_get_events (profile) == NULL)
    {
      /* Translators: %s is the name of a product */
      g_autofree char *summary = g_strdup_printf (_("%s needs none"), ala_profile_get_name (profile));

      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
      return;
    }
  if (ala_setup_get_webhook_plan (setup) == ALA_WEBHOOK_PLAN_NONE)
    {
      ala_check_end (check, ALA_CHECK_SKIPPED, _("Not looked at, because you decided to do without webhooks"), NULL);
      return;
    }

  g_set_object (&self->setup, setup);
  g_set_object (&self->profile, profile);
  if (*near == '\0')
    near = ala_setup_get_product_url (setup);
  webhooks = ala_webhooks_new (client, ala_setup_get_edition (setup), ala_setup_get_version (setup));
  ala_webhooks_list_async (webhooks, near, cancellable, list_read_cb, g_object_ref (check));
}

static void
ala_webhooks_check_class_init (AlaWebhooksCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_webhooks_check_finalize;

  check_class->id = "webhooks";
  check_class->title = N_("Webhooks");
  check_class->needs = "identity";
  check_class->eager = TRUE;
  check_class->run = ala_webhooks_check_run;
}

static void
ala_webhooks_check_init (AlaWebhooksCheck *self)
{
}
