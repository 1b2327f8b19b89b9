/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-words.h"

#include <glib/gi18n.h>

#include "ala-day.h"

AlaCheckState
ala_link_words_get_state (AlaSetup *setup)
{
  const char *verdict;

  g_return_val_if_fail (ALA_IS_SETUP (setup), ALA_CHECK_WAITING);

  verdict = ala_setup_get_verdict (setup);

  if (g_str_equal (verdict, "passed"))
    return ALA_CHECK_PASSED;
  if (g_str_equal (verdict, "warning"))
    return ALA_CHECK_WARNING;
  if (g_str_equal (verdict, "failed"))
    return ALA_CHECK_FAILED;

  return ALA_CHECK_WAITING;
}

/* Where the person stopped, or what the last check of a link said that is set up. */
static const char *
get_words (AlaSetup *setup)
{
  static const char * const steps[] = {
    [ALA_STEP_START] = N_("Just begun"),
    [ALA_STEP_KEY] = N_("Stopped at the key pair"),
    [ALA_STEP_JIRA] = N_("Stopped at the address of Jira"),
    [ALA_STEP_LINK] = N_("Stopped at the application link"),
    [ALA_STEP_AUTHORIZATION] = N_("Stopped at the authorization"),
    [ALA_STEP_CHECKS] = N_("Stopped at the checks"),
    [ALA_STEP_WEBHOOKS] = N_("Stopped at the webhooks"),
    [ALA_STEP_HANDOVER] = N_("Stopped at the hand-over"),
    [ALA_STEP_SUMMARY] = N_("Set up"),
  };
  static const char * const verdicts[] = {
    [ALA_CHECK_WAITING] = N_("Set up, not checked"),
    [ALA_CHECK_RUNNING] = NULL,
    [ALA_CHECK_PASSED] = N_("Worked when it was checked"),
    [ALA_CHECK_SKIPPED] = NULL,
    [ALA_CHECK_WARNING] = N_("Worked when it was checked, with a remark"),
    [ALA_CHECK_FAILED] = N_("Had to be mended when it was checked"),
  };

  /* What its checks say is not that it works. */
  if (*ala_setup_get_public_key (setup) != '\0' && ala_setup_get_checked (setup) > 0
      && ala_link_words_get_state (setup) != ALA_CHECK_FAILED)
    return _("Set up, the product signs by itself");
  if (ala_setup_get_finished (setup) > 0 || ala_setup_get_checked (setup) > 0)
    return _(verdicts[ala_link_words_get_state (setup)]);

  return _(steps[MIN (ala_setup_get_step (setup), ALA_STEP_SUMMARY)]);
}

static char *
describe_alone (AlaSetup *setup)
{
  gint64 checked = ala_setup_get_checked (setup);
  g_autofree char *day = ala_day_format (checked > 0 ? checked : ala_setup_get_changed (setup));
  const char *words = get_words (setup);

  if (*day == '\0')
    return g_strdup (words);

  /* Translators: what happened to a link, and the day: “Stopped at the checks, November 24, 2026” */
  return g_strdup_printf (_("%s, %s"), words, day);
}

char *
ala_link_words_describe (AlaSetup *setup,
                         AlaSetup *old,
                         AlaSetup *replacement)
{
  g_autofree char *alone = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  alone = describe_alone (setup);
  if (old != NULL)
    /* Translators: %s is the consumer key of another link */
    other = g_strdup_printf (_("Is to replace “%s”"), ala_setup_get_consumer_key (old));
  else if (replacement != NULL)
    /* Translators: %s is the consumer key of another link */
    other = g_strdup_printf (_("Is being replaced by “%s”"), ala_setup_get_consumer_key (replacement));

  return other != NULL ? g_strjoin ("\n", alone, other, NULL) : g_steal_pointer (&alone);
}
