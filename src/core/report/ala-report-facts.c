/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-facts.h"

#include <glib/gi18n-lib.h>

#include "ala-clock.h"
#include "ala-report-words.h"

static void
fact_free (AlaReportFact *fact)
{
  g_free (fact->value);
  g_free (fact);
}

/* Takes @value; what is not known is not listed. */
static AlaReportFact *
add_fact (GPtrArray  *facts,
          gboolean    lasting,
          const char *id,
          const char *label,
          char       *value)
{
  AlaReportFact *fact = g_new0 (AlaReportFact, 1);

  fact->id = id;
  fact->label = label;
  fact->value = value;
  fact->state = ALA_CHECK_PASSED;
  fact->lasting = lasting;
  if (value == NULL || *value == '\0')
    {
      fact_free (fact);
      return NULL;
    }

  g_ptr_array_add (facts, fact);
  return fact;
}

static void
add_time (GPtrArray  *facts,
          gboolean    lasting,
          const char *id,
          const char *label,
          gint64      when)
{
  AlaReportFact *fact = add_fact (facts, lasting, id, label, ala_report_words_dup_time (when));

  if (fact != NULL)
    fact->time = when;
}

static char *
describe_version (AlaReport *self)
{
  const char *version = ala_report_get_version (self);

  switch (ala_report_get_edition (self))
    {
    case ALA_EDITION_CLOUD:
      return g_strdup (_("Jira Cloud"));
    case ALA_EDITION_SERVER:
      if (*version == '\0')
        return g_strdup (_("Jira Server or Data Center"));
      /* Translators: %s is a number such as 9.12.4 */
      return g_strdup_printf (_("Jira Server or Data Center %s"), version);
    case ALA_EDITION_UNKNOWN:
    default:
      return g_strdup (version);
    }
}

static char *
describe_plan (AlaReport *self)
{
  switch (ala_report_get_webhook_plan (self))
    {
    case ALA_WEBHOOK_PLAN_AUTOMATIC:
      return g_strdup (_("The product makes them by itself"));
    case ALA_WEBHOOK_PLAN_MANUAL:
      return g_strdup (_("An administrator of Jira makes them"));
    case ALA_WEBHOOK_PLAN_NONE:
      return g_strdup (_("None: Jira does not tell the product of changes"));
    case ALA_WEBHOOK_PLAN_UNDECIDED:
    default:
      return g_strdup (_("Not decided yet"));
    }
}

static void
add_clock (GPtrArray *facts,
           AlaReport *self)
{
  gint64 offset = ala_report_get_clock_offset (self);
  g_autofree char *difference = ala_clock_describe_offset (offset);
  AlaReportFact *fact;

  /* Without an answer of Jira there is no difference to tell. */
  if (ala_report_get_edition (self) == ALA_EDITION_UNKNOWN && *ala_report_get_version (self) == '\0')
    return;

  if (ABS (offset) <= ALA_CLOCK_TOLERANCE)
    {
      add_fact (facts, FALSE, "clock", _("Clocks"), g_steal_pointer (&difference));
      return;
    }

  /* Translators: the first %s is the sentence “Jira’s clock is 3 minutes ahead of this computer’s” */
  fact = add_fact (facts, FALSE, "clock", _("Clocks"),
                   g_strdup_printf (_("%s. Beyond five minutes Jira refuses every request."), difference));
  fact->state = ALA_CHECK_WARNING;
}

static void
add_token_end (GPtrArray *facts,
               AlaReport *self)
{
  gint64 end = ala_report_get_token_expires (self);

  if (end > 0)
    add_time (facts, TRUE, "token-expires", _("Access allowed until"), end);
  else if (ala_report_get_authorized (self) > 0)
    add_fact (facts, TRUE, "token-expires", _("Access allowed until"), g_strdup (_("Jira did not say")));
}

static char *
describe_duration (guint milliseconds)
{
  if (milliseconds == 0)
    return NULL;
  if (milliseconds < 1000)
    /* Translators: a time that a computer took, in milliseconds */
    return g_strdup_printf (_("%u ms"), milliseconds);

  /* Translators: a time that a computer took, in seconds */
  return g_strdup_printf (_("%.1f s"), milliseconds / 1000.0);
}

GPtrArray *
ala_report_list_facts (AlaReport *self)
{
  GPtrArray *facts;
  guint bits;

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  bits = ala_report_get_key_bits (self);

  add_fact (facts, FALSE, "link-name", _("Name of the link"), g_strdup (ala_report_get_link_name (self)));
  add_fact (facts, TRUE, "jira-url", _("Address of Jira"), g_strdup (ala_report_get_jira_url (self)));
  add_fact (facts, TRUE, "jira-version", _("Version of Jira"), describe_version (self));
  add_fact (facts, TRUE, "user", _("Acts as"), g_strdup (ala_report_get_user (self)));
  add_fact (facts, TRUE, "product", _("Product"), g_strdup (ala_report_get_product (self)));
  add_fact (facts, TRUE, "product-url", _("Address of the product"), g_strdup (ala_report_get_product_url (self)));
  add_fact (facts, TRUE, "consumer-key", _("Consumer key"), g_strdup (ala_report_get_consumer_key (self)));
  /* Translators: the size of a key */
  add_fact (facts, TRUE, "key-bits", _("Key size"), bits > 0 ? g_strdup_printf (_("%u bits"), bits) : NULL);
  add_fact (facts, TRUE, "key-fingerprint", _("SHA-256 of the public key"), g_strdup (ala_report_get_key_fingerprint (self)));
  add_time (facts, FALSE, "authorized", _("Access allowed on"), ala_report_get_authorized (self));
  add_token_end (facts, self);
  add_time (facts, TRUE, "certificate-expires", _("Jira’s certificate valid until"), ala_report_get_certificate_expires (self));
  add_fact (facts, TRUE, "webhook-plan", _("Webhooks"), describe_plan (self));
  add_fact (facts, TRUE, "webhook-url", _("Webhooks go to"), g_strdup (ala_report_get_webhook_url (self)));
  add_clock (facts, self);
  add_time (facts, FALSE, "checked", _("Checked"), ala_report_get_checked (self));
  add_fact (facts, FALSE, "milliseconds", _("Checking took"), describe_duration (ala_report_get_milliseconds (self)));
  add_time (facts, FALSE, "created", _("Report of"), ala_report_get_created (self));
  add_fact (facts, TRUE, "program-version", _("Program"),
            g_strdup_printf ("Applink Assistant %s", ala_report_get_program_version (self)));
  add_fact (facts, FALSE, "link", _("Link"), g_strdup (ala_report_get_link (self)));

  return facts;
}
