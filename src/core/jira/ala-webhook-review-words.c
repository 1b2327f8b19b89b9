/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-review.h"

#include <glib/gi18n-lib.h>

#include "ala-webhook-event.h"

static void
append (GString *text,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static void
append (GString    *text,
        const char *format,
        ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static char *
dup_missing (AlaWebhookReview *self,
             AlaWebhook       *webhook)
{
  const char *const *events = ala_webhook_review_get_events (self);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; events[i] != NULL; i++)
    if (!ala_webhook_has_event (webhook, events[i]))
      g_ptr_array_add (missing, (gpointer) events[i]);
  g_ptr_array_add (missing, NULL);

  return ala_webhook_event_dup_list ((const char *const *) missing->pdata);
}

static guint
count_extra (AlaWebhookReview *self,
             AlaWebhook       *webhook)
{
  const char *const *wanted = ala_webhook_review_get_events (self);
  const char *const *events = ala_webhook_get_events (webhook);
  guint n = 0;

  for (guint i = 0; events[i] != NULL; i++)
    n += !g_strv_contains (wanted, events[i]);

  return n;
}

static void
append_failures (GString    *text,
                 AlaWebhook *webhook)
{
  guint n = (guint) ala_webhook_get_failures (webhook);

  append (text, g_dngettext (GETTEXT_PACKAGE, "%u delivery failed lately.", "%u deliveries failed lately.", n), n);
  if (*ala_webhook_get_last_error (webhook) != '\0')
    /* Translators: %s is what Jira says of the failure */
    append (text, _("Jira says: “%s”"), ala_webhook_get_last_error (webhook));
}

char *
ala_webhook_review_describe (AlaWebhookReview *self,
                             AlaWebhook       *webhook)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AlaWebhookRelation relation;
  AlaWebhookRemark remarks;
  guint n_events, n_extra;

  g_return_val_if_fail (ALA_IS_WEBHOOK_REVIEW (self), NULL);
  g_return_val_if_fail (ALA_IS_WEBHOOK (webhook), NULL);

  relation = ala_webhook_review_get_relation (self, webhook);
  remarks = ala_webhook_review_get_remarks (self, webhook);
  n_events = g_strv_length ((char **) ala_webhook_get_events (webhook));

  if (relation == ALA_WEBHOOK_FOREIGN)
    append (text, g_dngettext (GETTEXT_PACKAGE, "Of another program, for %u event.", "Of another program, for %u events.", n_events),
            n_events);
  else if (relation == ALA_WEBHOOK_SIMILAR)
    append (text, "%s", _("Perhaps meant for the product, but it leads to another address."));
  else if (remarks == ALA_WEBHOOK_REMARK_NONE)
    append (text, "%s", _("Sends everything that the product needs."));

  if (remarks & ALA_WEBHOOK_REMARK_DISABLED)
    append (text, "%s", _("It is switched off."));
  if (remarks & ALA_WEBHOOK_REMARK_INCOMPLETE)
    {
      g_autofree char *missing = dup_missing (self, webhook);

      /* Translators: %s lists events: “Issue updated, Issue deleted” */
      append (text, _("It does not send: %s."), missing);
    }
  if (remarks & ALA_WEBHOOK_REMARK_FILTERED)
    /* Translators: %s is a filter in Jira’s query language: “project = ABC” */
    append (text, _("Of issues it tells only those that match “%s”."), ala_webhook_get_jql (webhook));
  if (remarks & ALA_WEBHOOK_REMARK_NO_BODY)
    append (text, "%s", _("It says that something happened, and not what."));
  if (remarks & ALA_WEBHOOK_REMARK_TWICE)
    append (text, "%s", _("Another webhook sends the same to the same address."));
  if (remarks & ALA_WEBHOOK_REMARK_FAILING)
    append_failures (text, webhook);
  if (remarks & ALA_WEBHOOK_REMARK_EXTRA)
    {
      n_extra = count_extra (self, webhook);
      append (text, g_dngettext (GETTEXT_PACKAGE, "It sends %u event that the product does not need.",
                                 "It sends %u events that the product does not need.", n_extra), n_extra);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ala_webhook_dup_recipe (AlaWebhook *self,
                        const char *page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *events;

  g_return_val_if_fail (ALA_IS_WEBHOOK (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  g_string_append_printf (text, _("A webhook in Jira, to be made on the page %s\n\n"), page);
  g_string_append_printf (text, _("Name: %s\n"), ala_webhook_get_name (self));
  g_string_append_printf (text, _("URL: %s\n"), *ala_webhook_get_url (self) != '\0' ? ala_webhook_get_url (self)
                                                                                   : _("(still to be found out)"));
  g_string_append_printf (text, _("JQL: %s\n"), *ala_webhook_get_jql (self) != '\0' ? ala_webhook_get_jql (self)
                                                                                   : _("(empty, for all issues)"));
  g_string_append (text, _("Events:\n"));
  events = ala_webhook_get_events (self);
  for (guint i = 0; events[i] != NULL; i++)
    g_string_append_printf (text, "  %s (%s)\n", ala_webhook_event_get_label (events[i]), events[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
