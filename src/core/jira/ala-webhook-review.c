/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-review.h"

#include <glib/gi18n-lib.h>

#include "ala-webhook-address.h"
#include "ala-webhook-event.h"

struct _AlaWebhookReview
{
  GObject parent_instance;

  GPtrArray *webhooks;
  GStrv events;
  char *url;
  char *host; /* "" when it is not known */
};

G_DEFINE_FINAL_TYPE (AlaWebhookReview, ala_webhook_review, G_TYPE_OBJECT)

/* What keeps the product from hearing all that it wants to hear. */
#define BAD (ALA_WEBHOOK_REMARK_DISABLED | ALA_WEBHOOK_REMARK_FAILING | ALA_WEBHOOK_REMARK_FILTERED | ALA_WEBHOOK_REMARK_NO_BODY \
             | ALA_WEBHOOK_REMARK_TWICE)

static void
ala_webhook_review_finalize (GObject *object)
{
  AlaWebhookReview *self = ALA_WEBHOOK_REVIEW (object);

  g_ptr_array_unref (self->webhooks);
  g_strfreev (self->events);
  g_free (self->url);
  g_free (self->host);

  G_OBJECT_CLASS (ala_webhook_review_parent_class)->finalize (object);
}

static void
ala_webhook_review_class_init (AlaWebhookReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_webhook_review_finalize;
}

static void
ala_webhook_review_init (AlaWebhookReview *self)
{
  self->webhooks = g_ptr_array_new_with_free_func (g_object_unref);
}

AlaWebhookReview *
ala_webhook_review_new (GPtrArray         *webhooks,
                        const char *const *events,
                        const char        *url,
                        const char        *near)
{
  AlaWebhookReview *self;

  g_return_val_if_fail (webhooks != NULL, NULL);
  g_return_val_if_fail (events != NULL, NULL);
  g_return_val_if_fail (url != NULL, NULL);
  g_return_val_if_fail (near != NULL, NULL);

  self = g_object_new (ALA_TYPE_WEBHOOK_REVIEW, NULL);
  self->events = g_strdupv ((char **) events);
  self->url = g_strdup (url);
  self->host = ala_webhook_address_dup_host (near);
  if (*self->host == '\0')
    {
      g_free (self->host);
      self->host = ala_webhook_address_dup_host (url);
    }

  for (int relation = ALA_WEBHOOK_OURS; relation >= ALA_WEBHOOK_FOREIGN; relation--)
    for (guint i = 0; i < webhooks->len; i++)
      {
        AlaWebhook *webhook = g_ptr_array_index (webhooks, i);

        if ((int) ala_webhook_review_get_relation (self, webhook) == relation)
          g_ptr_array_add (self->webhooks, g_object_ref (webhook));
      }

  return self;
}

GPtrArray *
ala_webhook_review_get_webhooks (AlaWebhookReview *self)
{
  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);

  return self->webhooks;
}

const char *const *
ala_webhook_review_get_events (AlaWebhookReview *self)
{
  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);

  return (const char *const *) self->events;
}

static guint
count_wanted (AlaWebhookReview *self,
              AlaWebhook       *webhook)
{
  guint n = 0;

  for (guint i = 0; self->events[i] != NULL; i++)
    n += ala_webhook_has_event (webhook, self->events[i]);

  return n;
}

AlaWebhookRelation
ala_webhook_review_get_relation (AlaWebhookReview *self,
                                 AlaWebhook       *webhook)
{
  g_autofree char *host = NULL;
  gboolean same_host;
  guint n_events;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), ALA_WEBHOOK_FOREIGN);
  g_return_val_if_fail (ALA_IS_WEBHOOK (webhook), ALA_WEBHOOK_FOREIGN);

  if (*self->url != '\0' && ala_webhook_address_equal (self->url, ala_webhook_get_url (webhook)))
    return ALA_WEBHOOK_OURS;

  host = ala_webhook_address_dup_host (ala_webhook_get_url (webhook));
  same_host = *self->host != '\0' && g_str_equal (self->host, host);
  if (same_host)
    return *self->url == '\0' ? ALA_WEBHOOK_OURS : ALA_WEBHOOK_SIMILAR;

  n_events = g_strv_length (self->events);

  return n_events > 1 && count_wanted (self, webhook) == n_events ? ALA_WEBHOOK_SIMILAR : ALA_WEBHOOK_FOREIGN;
}

char *
ala_webhook_review_dup_url (AlaWebhookReview *self,
                            AlaWebhook       *webhook)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);
  g_return_val_if_fail (ALA_IS_WEBHOOK (webhook), NULL);

  host = ala_webhook_address_dup_host (ala_webhook_get_url (webhook));
  if ((*host != '\0' && g_str_equal (host, self->host)) || ala_webhook_review_get_relation (self, webhook) == ALA_WEBHOOK_OURS)
    return g_strdup (ala_webhook_get_url (webhook));

  return ala_webhook_address_dup_shown (ala_webhook_get_url (webhook));
}

static gboolean
is_ours (AlaWebhookReview *self,
         AlaWebhook       *webhook)
{
  return ala_webhook_review_get_relation (self, webhook) == ALA_WEBHOOK_OURS;
}

/* Whether Jira sends the same event twice to the same address, by two webhooks that are both switched on. */
static gboolean
is_sent_twice (AlaWebhookReview *self,
               AlaWebhook       *webhook)
{
  const char *const *events = ala_webhook_get_events (webhook);

  if (!ala_webhook_is_active (webhook))
    return FALSE;

  for (guint i = 0; i < self->webhooks->len; i++)
    {
      AlaWebhook *other = g_ptr_array_index (self->webhooks, i);

      if (other == webhook || !ala_webhook_is_active (other)
          || !ala_webhook_address_equal (ala_webhook_get_url (other), ala_webhook_get_url (webhook)))
        continue;
      for (guint j = 0; events[j] != NULL; j++)
        if (ala_webhook_has_event (other, events[j]))
          return TRUE;
    }

  return FALSE;
}

AlaWebhookRemark
ala_webhook_review_get_remarks (AlaWebhookReview *self,
                                AlaWebhook       *webhook)
{
  AlaWebhookRemark remarks = ALA_WEBHOOK_REMARK_NONE;
  guint n_wanted;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), ALA_WEBHOOK_REMARK_NONE);
  g_return_val_if_fail (ALA_IS_WEBHOOK (webhook), ALA_WEBHOOK_REMARK_NONE);

  /* How others wish to be told of their own things is nobody else's business. */
  if (ala_webhook_review_get_relation (self, webhook) == ALA_WEBHOOK_FOREIGN)
    return remarks;

  n_wanted = count_wanted (self, webhook);
  if (n_wanted < g_strv_length (self->events))
    remarks |= ALA_WEBHOOK_REMARK_INCOMPLETE;
  if (g_strv_length ((char **) ala_webhook_get_events (webhook)) > n_wanted)
    remarks |= ALA_WEBHOOK_REMARK_EXTRA;
  if (!ala_webhook_is_active (webhook))
    remarks |= ALA_WEBHOOK_REMARK_DISABLED;
  if (ala_webhook_get_failures (webhook) > 0)
    remarks |= ALA_WEBHOOK_REMARK_FAILING;
  if (*ala_webhook_get_jql (webhook) != '\0')
    remarks |= ALA_WEBHOOK_REMARK_FILTERED;
  if (ala_webhook_excludes_body (webhook))
    remarks |= ALA_WEBHOOK_REMARK_NO_BODY;
  if (is_sent_twice (self, webhook))
    remarks |= ALA_WEBHOOK_REMARK_TWICE;

  return remarks;
}

AlaWebhookEventState
ala_webhook_review_get_event_state (AlaWebhookReview *self,
                                    const char       *event)
{
  AlaWebhookEventState best = ALA_WEBHOOK_EVENT_MISSING;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), ALA_WEBHOOK_EVENT_MISSING);
  g_return_val_if_fail (event != NULL, ALA_WEBHOOK_EVENT_MISSING);

  for (guint i = 0; i < self->webhooks->len; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (self->webhooks, i);
      AlaWebhookEventState state = ALA_WEBHOOK_EVENT_SENT;

      if (!is_ours (self, webhook) || !ala_webhook_has_event (webhook, event))
        continue;
      if (!ala_webhook_is_active (webhook))
        state = ALA_WEBHOOK_EVENT_DISABLED;
      else if (*ala_webhook_get_jql (webhook) != '\0' && ala_webhook_event_is_filtered (event))
        state = ALA_WEBHOOK_EVENT_FILTERED;
      best = MIN (best, state);
    }

  return best;
}

guint
ala_webhook_review_count (AlaWebhookReview   *self,
                          AlaWebhookRelation  relation)
{
  guint n = 0;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), 0);

  for (guint i = 0; i < self->webhooks->len; i++)
    n += ala_webhook_review_get_relation (self, g_ptr_array_index (self->webhooks, i)) == relation;

  return n;
}

AlaWebhook *
ala_webhook_review_get_best (AlaWebhookReview *self)
{
  AlaWebhook *best = NULL;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);

  for (guint i = 0; i < self->webhooks->len; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (self->webhooks, i);

      if (is_ours (self, webhook) && (best == NULL || count_wanted (self, webhook) > count_wanted (self, best)))
        best = webhook;
    }

  return best;
}

static AlaWebhookRemark
collect_remarks (AlaWebhookReview *self)
{
  AlaWebhookRemark remarks = ALA_WEBHOOK_REMARK_NONE;

  for (guint i = 0; i < self->webhooks->len; i++)
    if (is_ours (self, g_ptr_array_index (self->webhooks, i)))
      remarks |= ala_webhook_review_get_remarks (self, g_ptr_array_index (self->webhooks, i));

  return remarks;
}

static char *
dup_events_in_state (AlaWebhookReview     *self,
                     AlaWebhookEventState  state)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; self->events[i] != NULL; i++)
    if (ala_webhook_review_get_event_state (self, self->events[i]) == state)
      g_ptr_array_add (events, self->events[i]);
  g_ptr_array_add (events, NULL);

  return ala_webhook_event_dup_list ((const char *const *) events->pdata);
}

gboolean
ala_webhook_review_is_good (AlaWebhookReview *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), FALSE);

  error = ala_webhook_review_new_error (self);

  return error == NULL;
}

GError *
ala_webhook_review_new_error (AlaWebhookReview *self)
{
  g_autofree char *missing = NULL;
  g_autofree char *disabled = NULL;
  g_autofree char *described = NULL;
  AlaWebhookRemark remarks;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);

  if (*self->events == NULL)
    return NULL;
  if (ala_webhook_review_count (self, ALA_WEBHOOK_OURS) == 0)
    {
      guint n = self->webhooks->len;

      return ala_problem_new_error (ALA_PROBLEM_WEBHOOK_MISSING,
                                    g_dngettext (GETTEXT_PACKAGE, "Jira has %u webhook, and it does not lead to the product.",
                                                 "Jira has %u webhooks, and none of them leads to the product.", n), n);
    }

  missing = dup_events_in_state (self, ALA_WEBHOOK_EVENT_MISSING);
  disabled = dup_events_in_state (self, ALA_WEBHOOK_EVENT_DISABLED);
  if (*missing != '\0')
    return ala_problem_new_error (ALA_PROBLEM_WEBHOOK_INCOMPLETE,
                                  /* Translators: %s lists events: “Issue updated, Issue deleted” */
                                  _("No webhook sends these: %s."), missing);
  if (*disabled != '\0')
    return ala_problem_new_error (ALA_PROBLEM_WEBHOOK_DISABLED,
                                  /* Translators: %s lists events: “Issue updated, Issue deleted” */
                                  _("A webhook that is switched off would send these: %s."), disabled);

  /* One that is switched off beside another one that sends all is no harm. */
  remarks = collect_remarks (self) & BAD & ~ALA_WEBHOOK_REMARK_DISABLED;
  if (remarks == ALA_WEBHOOK_REMARK_NONE)
    return NULL;

  for (guint i = 0; i < self->webhooks->len && described == NULL; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (self->webhooks, i);

      if (is_ours (self, webhook) && (ala_webhook_review_get_remarks (self, webhook) & remarks))
        described = ala_webhook_review_describe (self, webhook);
    }

  return ala_problem_new_error ((remarks & ALA_WEBHOOK_REMARK_FAILING) ? ALA_PROBLEM_WEBHOOK_FAILING : ALA_PROBLEM_WEBHOOK_NARROW,
                                "%s", described);
}

AlaWebhook *
ala_webhook_review_dup_offer (AlaWebhookReview  *self,
                              const char        *name,
                              AlaWebhook       **before)
{
  g_autoptr (AlaWebhook) offer = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  AlaWebhook *best;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (before != NULL, NULL);

  *before = NULL;
  best = ala_webhook_review_get_best (self);
  if (*self->events == NULL || (best == NULL && *self->url == '\0'))
    return NULL;
  if (best == NULL)
    return ala_webhook_new (name, self->url, (const char *const *) self->events, NULL);
  if (*ala_webhook_get_id (best) == '\0')
    return NULL;

  /* What another one of the product's sends already would come twice. */
  lost = g_ptr_array_new ();
  for (guint i = 0; self->events[i] != NULL; i++)
    if (ala_webhook_review_get_event_state (self, self->events[i]) >= ALA_WEBHOOK_EVENT_DISABLED)
      g_ptr_array_add (lost, self->events[i]);
  if (lost->len == 0 && !ala_webhook_excludes_body (best))
    return NULL;

  g_ptr_array_add (lost, NULL);
  offer = ala_webhook_new_completed (best, (const char *const *) lost->pdata);
  *before = best;

  return g_steal_pointer (&offer);
}
