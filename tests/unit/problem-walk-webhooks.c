/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include "ala-webhook-address.h"
#include "ala-webhook-review.h"

#define GRANTED \
  (ALA_PROOF_REACHED | ALA_PROOF_CONSUMER_KEY | ALA_PROOF_CLOCK | ALA_PROOF_KEY | ALA_PROOF_REQUEST_TOKEN | ALA_PROOF_ACCESS_TOKEN)

static GError *
meet_missing (void)
{
  static const char *const events[] = { "jira:issue_updated", NULL };
  g_autoptr (GPtrArray) webhooks = g_ptr_array_new ();
  g_autoptr (AlaWebhookReview) review = ala_webhook_review_new (webhooks, events, "https://zephyr.example.com/hook", "");

  return ala_webhook_review_new_error (review);
}

static GError *
meet_address (void)
{
  GError *error = NULL;

  g_assert_null (ala_webhook_address_normalize ("zephyr.example.com/hook", &error));
  return error;
}

static GError *
meet_private (void)
{
  GError *error = NULL;

  g_assert_true (ala_webhook_address_check_reach ("http://10.1.2.3:8081/webhook", FALSE, &error));
  g_assert_true (ala_webhook_address_check_reach ("https://zephyr.example.com/hook", TRUE, &error));
  g_assert_false (ala_webhook_address_check_reach ("http://10.1.2.3:8081/webhook", TRUE, &error));
  return error;
}

const ProblemWalk problem_walk_webhooks[] = {
  { ALA_PROBLEM_WEBHOOK_MISSING, NULL, ALA_STEP_WEBHOOKS, GRANTED, "ala_webhook_review_new_error()", meet_missing, "0" },
  { ALA_PROBLEM_WEBHOOK_ADDRESS, NULL, ALA_STEP_WEBHOOKS, ALA_PROOF_NOTHING, "ala_webhook_address_normalize()", meet_address,
    "zephyr.example.com/hook" },
  { ALA_PROBLEM_WEBHOOK_ADDRESS_PRIVATE, NULL, ALA_STEP_WEBHOOKS, ALA_PROOF_NOTHING, "ala_webhook_address_check_reach()", meet_private,
    "10.1.2.3" },
  { 0 }
};
