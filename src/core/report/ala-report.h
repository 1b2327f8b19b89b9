/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check-runner.h"
#include "ala-report-check.h"
#include "ala-report-task.h"

G_BEGIN_DECLS

#define ALA_TYPE_REPORT (ala_report_get_type ())
G_DECLARE_FINAL_TYPE (AlaReport, ala_report, ALA, REPORT, AlaRecord)

/**
 * AlaReport:
 *
 * How a link stands at one moment: the verdict, what each check found, and what the person still has to do. Immutable, and made
 * of texts and numbers alone: it is never given an #AlaSecret, so no form of it can tell one.
 *
 * Each value is a property of the name that its getter has.
 */

/**
 * ala_report_new:
 * @checks: after their run; those that had no turn are left out, and there is no verdict then
 * @rehearsal: whether the Jira is one to practise with
 *
 * Returns: (transfer full): how things stand now
 */
AlaReport      *ala_report_new                 (AlaCheckRunner *checks,
                                                AlaSetup       *setup,
                                                AlaProfile     *profile,
                                                gboolean        rehearsal);

/** ala_report_get_verdict: Returns: passed, warning, failed, or waiting when not everything was looked at */
AlaCheckState   ala_report_get_verdict         (AlaReport      *self);
const char     *ala_report_get_headline        (AlaReport      *self); /* the verdict in a few words, translated */
const char     *ala_report_get_explanation     (AlaReport      *self); /* and in a sentence */
gboolean        ala_report_get_rehearsal       (AlaReport      *self);
const char     *ala_report_get_rehearsal_note  (void);                 /* what that means, translated */

gint64          ala_report_get_created         (AlaReport      *self); /* of the report */
const char     *ala_report_get_language        (AlaReport      *self); /* of its texts, as BCP 47 says it */
const char     *ala_report_get_program_version (AlaReport      *self);

gint64          ala_report_get_checked         (AlaReport      *self); /* when the checks ended */
guint           ala_report_get_milliseconds    (AlaReport      *self); /* how long they took together */

/* The link, as in #AlaSetup */
const char     *ala_report_get_link            (AlaReport      *self); /* its id */
const char     *ala_report_get_link_name       (AlaReport      *self); /* what the person calls it, "" for nothing */
const char     *ala_report_get_profile         (AlaReport      *self);
const char     *ala_report_get_product         (AlaReport      *self); /* the name of the product */
const char     *ala_report_get_product_url     (AlaReport      *self);
const char     *ala_report_get_jira_url        (AlaReport      *self);
AlaEdition      ala_report_get_edition         (AlaReport      *self);
const char     *ala_report_get_version         (AlaReport      *self);
const char     *ala_report_get_title           (AlaReport      *self);
gint64          ala_report_get_clock_offset    (AlaReport      *self);
const char     *ala_report_get_user            (AlaReport      *self);
const char     *ala_report_get_consumer_key    (AlaReport      *self);
guint           ala_report_get_key_bits        (AlaReport      *self);
const char     *ala_report_get_key_fingerprint (AlaReport      *self); /* SHA-256 of the public key */
gint64          ala_report_get_link_proven     (AlaReport      *self);
gint64          ala_report_get_authorized      (AlaReport      *self);
gint64          ala_report_get_token_expires   (AlaReport      *self);
gint64          ala_report_get_certificate_expires (AlaReport  *self);
AlaWebhookPlan  ala_report_get_webhook_plan    (AlaReport      *self);
const char     *ala_report_get_webhook_url     (AlaReport      *self); /* without user and query */

/** ala_report_get_checks: Returns: (transfer none): a #GListModel of #AlaReportCheck, in the order of the checks */
GListModel     *ala_report_get_checks          (AlaReport      *self);

/** ala_report_get_tasks: Returns: (transfer none): a #GListModel of #AlaReportTask: what is left to do, in that order */
GListModel     *ala_report_get_tasks           (AlaReport      *self);

/** ala_report_find_check: Returns: (transfer none) (nullable): what it says of the check of that id */
AlaReportCheck *ala_report_find_check          (AlaReport      *self,
                                                const char     *id);

/** ala_report_dup_host: Returns: (transfer full): the host of its Jira, for a title; "" when it has no address */
char           *ala_report_dup_host            (AlaReport      *self);

G_END_DECLS
