/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-checks-key.h"

#include <glib/gi18n-lib.h>

#include "ala-day.h"
#include "ala-end-date.h"
#include "ala-product-key.h"

/* What is considered safe for some years to come, and the largest that is in use with Jira (reference/jira-oauth.md section 5). */
#define SAFE_BITS    2048
#define LARGEST_BITS 4096

struct _AlaKeyCheck
{
  AlaCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaKeyCheck, ala_key_check, ALA_TYPE_CHECK)

struct _AlaTokenCheck
{
  AlaCheck parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaTokenCheck, ala_token_check, ALA_TYPE_CHECK)

/* The key */

static void
judge_product_key (AlaCheck   *check,
                   AlaSetup   *setup,
                   AlaProfile *profile)
{
  GError *doubt = ala_product_key_judge (setup, profile, NULL);
  g_autofree char *summary = NULL;

  /* Translators: the name of a product, and a size */
  summary = g_strdup_printf (_("The key of %s has %u bits"), ala_profile_get_name (profile), ala_setup_get_key_bits (setup));
  ala_check_add_finding (check, ALA_CHECK_PASSED, "fingerprint", _("Fingerprint"), ala_setup_get_key_fingerprint (setup));
  ala_check_end (check, doubt != NULL ? ALA_CHECK_WARNING : ALA_CHECK_PASSED, summary, doubt);
}

static void
ala_key_check_run (AlaCheck      *check,
                   AlaJiraClient *client,
                   AlaSetup      *setup,
                   AlaProfile    *profile,
                   GCancellable  *cancellable)
{
  AlaKeyPair *pair;
  guint bits;
  g_autofree char *summary = NULL;
  const char *advice = ala_profile_get_key_note (profile);
  AlaProblem problem = ALA_PROBLEM_NONE;

  if (*ala_setup_get_public_key (setup) != '\0')
    {
      judge_product_key (check, setup, profile);
      return;
    }

  pair = ala_jira_client_get_key_pair (client);
  bits = ala_key_pair_get_bits (pair);
  summary = g_strdup_printf (_("The key has %u bits"), bits);
  if (bits < ALA_KEY_BITS_MIN)
    problem = ALA_PROBLEM_KEY_TOO_SMALL;
  else if (bits < SAFE_BITS)
    problem = ALA_PROBLEM_KEY_SMALL;
  else if (bits > LARGEST_BITS)
    problem = ALA_PROBLEM_KEY_TOO_LARGE;

  ala_check_add_finding (check, ALA_CHECK_PASSED, "fingerprint", _("Fingerprint"), ala_key_pair_get_fingerprint (pair));
  if (problem == ALA_PROBLEM_NONE)
    {
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
      return;
    }

  if (*advice != '\0')
    ala_check_add_finding (check, ALA_CHECK_WARNING, "advice", ala_profile_get_name (profile), advice);
  ala_check_end (check, problem == ALA_PROBLEM_KEY_TOO_SMALL ? ALA_CHECK_FAILED : ALA_CHECK_WARNING, summary,
                 ala_problem_new_error (problem, _("The key has %u bits. %u are usual today."), bits, (guint) SAFE_BITS));
}

static void
ala_key_check_class_init (AlaKeyCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  check_class->id = "key";
  check_class->title = N_("Key pair");
  check_class->keyless = TRUE;
  check_class->run = ala_key_check_run;
}

static void
ala_key_check_init (AlaKeyCheck *self)
{
}

/* The token */

static void
ala_token_check_run (AlaCheck      *check,
                     AlaJiraClient *client,
                     AlaSetup      *setup,
                     AlaProfile    *profile,
                     GCancellable  *cancellable)
{
  g_autoptr (AlaEndDate) end = ala_end_date_new_for (setup, ALA_END_TOKEN, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *day = ala_day_format (end != NULL ? ala_end_date_get_when (end) : 0);
  g_autofree char *summary = NULL;

  switch (end != NULL ? ala_end_date_get_state (end) : ALA_END_UNKNOWN)
    {
    case ALA_END_OVER:
      ala_check_end_with_error (check, ala_problem_new_error (ALA_PROBLEM_TOKEN_EXPIRED, _("The token was valid until %s."), day));
      break;
    case ALA_END_SOON:
      ala_check_end (check, ALA_CHECK_WARNING, ala_end_date_get_text (end),
                     ala_problem_new_error (ALA_PROBLEM_TOKEN_ENDS_SOON, _("The last day of the token is %s."), day));
      break;
    case ALA_END_FAR:
      summary = g_strdup_printf (_("Valid until %s"), day);
      ala_check_end (check, ALA_CHECK_PASSED, summary, NULL);
      break;
    case ALA_END_UNKNOWN:
    default:
      ala_check_end (check, ALA_CHECK_SKIPPED, _("Jira did not say how long the token lives"), NULL);
    }
}

static void
ala_token_check_class_init (AlaTokenCheckClass *klass)
{
  AlaCheckClass *check_class = ALA_CHECK_CLASS (klass);

  check_class->id = "token";
  check_class->title = N_("Access token");
  check_class->run = ala_token_check_run;
}

static void
ala_token_check_init (AlaTokenCheck *self)
{
}
