/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-words.h"

#include <glib/gi18n.h>

#include "ala-day.h"

static AlaEndDate *
find_next (AlaSetup *setup)
{
  return ala_end_date_find_next (setup, g_get_real_time () / G_USEC_PER_SEC);
}

AlaCheckState
ala_link_words_get_end_state (AlaEndState state)
{
  static const AlaCheckState states[] = {
    [ALA_END_UNKNOWN] = ALA_CHECK_SKIPPED,
    [ALA_END_FAR] = ALA_CHECK_PASSED,
    [ALA_END_SOON] = ALA_CHECK_WARNING,
    [ALA_END_OVER] = ALA_CHECK_FAILED,
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (states), ALA_CHECK_SKIPPED);

  return states[state];
}

static AlaCheckState
get_verdict (AlaSetup *setup)
{
  const char *verdict = ala_setup_get_verdict (setup);

  if (g_str_equal (verdict, "passed"))
    return ALA_CHECK_PASSED;
  if (g_str_equal (verdict, "warning"))
    return ALA_CHECK_WARNING;
  if (g_str_equal (verdict, "failed"))
    return ALA_CHECK_FAILED;

  return ALA_CHECK_WAITING;
}

AlaCheckState
ala_link_words_get_state (AlaSetup *setup)
{
  g_autoptr (AlaEndDate) next = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (setup), ALA_CHECK_WAITING);

  next = find_next (setup);
  return next != NULL ? MAX (get_verdict (setup), ala_link_words_get_end_state (ala_end_date_get_state (next))) : get_verdict (setup);
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
      && get_verdict (setup) != ALA_CHECK_FAILED)
    return _("Set up, the product signs by itself");
  if (ala_setup_get_finished (setup) > 0 || ala_setup_get_checked (setup) > 0)
    return _(verdicts[get_verdict (setup)]);

  return _(steps[MIN (ala_setup_get_step (setup), ALA_STEP_SUMMARY)]);
}

static char *
describe_alone (AlaSetup *setup)
{
  gint64 checked = ala_setup_get_checked (setup);
  g_autofree char *day = ala_day_format (checked > 0 ? checked : ala_setup_get_changed (setup));
  g_autoptr (AlaEndDate) next = find_next (setup);
  g_autofree char *text = NULL;

  /* Translators: what happened to a link, and the day: “Stopped at the checks, November 24, 2026” */
  text = *day != '\0' ? g_strdup_printf (_("%s, %s"), get_words (setup), day) : g_strdup (get_words (setup));
  return next != NULL ? g_strjoin ("\n", text, ala_end_date_get_text (next), NULL) : g_steal_pointer (&text);
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
