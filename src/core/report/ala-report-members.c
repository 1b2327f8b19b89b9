/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-members.h"

/* Names and meanings are described in data/report/, and do not change within a form. */
const AlaReportMember ala_report_members[] = {
  { NULL, "language", "language", ALA_REPORT_MEMBER_TEXT },
  { NULL, "created", "created", ALA_REPORT_MEMBER_TIME },
  { NULL, "verdict", "verdict", ALA_REPORT_MEMBER_CHOICE },
  { NULL, "rehearsal", "rehearsal", ALA_REPORT_MEMBER_YES },
  { NULL, "checked", "checked", ALA_REPORT_MEMBER_TIME },
  { NULL, "milliseconds", "milliseconds", ALA_REPORT_MEMBER_COUNT },
  { "program", "version", "program-version", ALA_REPORT_MEMBER_TEXT },
  { "jira", "url", "jira-url", ALA_REPORT_MEMBER_TEXT },
  { "jira", "edition", "edition", ALA_REPORT_MEMBER_CHOICE },
  { "jira", "version", "version", ALA_REPORT_MEMBER_TEXT },
  { "jira", "title", "title", ALA_REPORT_MEMBER_TEXT },
  { "jira", "clockOffset", "clock-offset", ALA_REPORT_MEMBER_NUMBER },
  { "link", "id", "link", ALA_REPORT_MEMBER_TEXT },
  { "link", "name", "link-name", ALA_REPORT_MEMBER_TEXT },
  { "link", "profile", "profile", ALA_REPORT_MEMBER_TEXT },
  { "link", "product", "product", ALA_REPORT_MEMBER_TEXT },
  { "link", "productUrl", "product-url", ALA_REPORT_MEMBER_TEXT },
  { "link", "consumerKey", "consumer-key", ALA_REPORT_MEMBER_TEXT },
  { "link", "user", "user", ALA_REPORT_MEMBER_TEXT },
  { "link", "proven", "link-proven", ALA_REPORT_MEMBER_TIME },
  { "key", "bits", "key-bits", ALA_REPORT_MEMBER_COUNT },
  { "key", "sha256", "key-fingerprint", ALA_REPORT_MEMBER_TEXT },
  { "token", "authorized", "authorized", ALA_REPORT_MEMBER_TIME },
  { "token", "expires", "token-expires", ALA_REPORT_MEMBER_TIME },
  { "certificate", "expires", "certificate-expires", ALA_REPORT_MEMBER_TIME },
  { "webhooks", "plan", "webhook-plan", ALA_REPORT_MEMBER_CHOICE },
  { "webhooks", "url", "webhook-url", ALA_REPORT_MEMBER_TEXT },
  { NULL }
};
