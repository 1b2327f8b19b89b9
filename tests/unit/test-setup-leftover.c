/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-setup-leftover.h"

#include <string.h>

#define JIRA "https://jira.example.com/jira"
#define LINKS JIRA "/plugins/servlet/applinks/listApplicationLinks"
#define TOKENS JIRA "/plugins/servlet/oauth/users/access-tokens"

static AlaSetup *
new_setup (AlaStep step)
{
  AlaSetup *setup = ala_setup_new ();

  ala_setup_set_jira_url (setup, JIRA);
  ala_setup_set_consumer_key (setup, "zephyr-7");
  ala_setup_set_step (setup, step);
  return setup;
}

/* @words: (nullable): what the text has to say, %NULL when nothing is left */
static void
assert_left (AlaSetup    *setup,
             AlaLeftover  what,
             const char  *expected_address,
             const char  *words)
{
  g_autofree char *address = ala_setup_dup_leftover_address (setup, what);
  g_autofree char *text = ala_setup_dup_leftover_text (setup, what);

  g_assert_cmpint (ala_setup_leaves (setup, what), ==, words != NULL);
  g_assert_cmpstr (address, ==, expected_address);
  if (words != NULL)
    g_assert_nonnull (strstr (text, words));
  else
    g_assert_cmpstr (text, ==, "");
}

static void
test_before_jira (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaSetup) with_address = new_setup (ALA_STEP_JIRA);

  assert_left (setup, ALA_LEFTOVER_LINK, "", NULL);
  assert_left (setup, ALA_LEFTOVER_TOKEN, "", NULL);
  assert_left (with_address, ALA_LEFTOVER_LINK, "", NULL);
  assert_left (with_address, ALA_LEFTOVER_TOKEN, "", NULL);
}

/* Nobody has seen whether the link was entered, so it may be there, and no more is said. */
static void
test_perhaps_entered (void)
{
  g_autoptr (AlaSetup) setup = new_setup (ALA_STEP_LINK);

  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "If the application link was entered");
  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "“zephyr-7”");
  assert_left (setup, ALA_LEFTOVER_TOKEN, "", NULL);
}

static void
test_entered (void)
{
  g_autoptr (AlaSetup) setup = new_setup (ALA_STEP_JIRA);

  ala_setup_set_link_proven (setup, 1);
  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "application link stays until an administrator");
  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "“zephyr-7”");
  assert_left (setup, ALA_LEFTOVER_TOKEN, "", NULL);
}

static void
test_authorized (void)
{
  g_autoptr (AlaSetup) setup = new_setup (ALA_STEP_SUMMARY);

  ala_setup_set_authorized (setup, 1, 2);
  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "application link stays until an administrator");
  assert_left (setup, ALA_LEFTOVER_TOKEN, TOKENS, "until the user who allowed the access");
  ala_setup_set_user (setup, "Zoë Müller");
  assert_left (setup, ALA_LEFTOVER_TOKEN, TOKENS, "until Zoë Müller, who");
}

/* Of a product that signs by itself, no token was ever here. */
static void
test_keyless (void)
{
  g_autoptr (AlaSetup) setup = new_setup (ALA_STEP_SUMMARY);

  ala_setup_set_public_key (setup, "MIGf");
  ala_setup_set_link_known (setup, 1);
  assert_left (setup, ALA_LEFTOVER_LINK, LINKS, "application link stays until an administrator");
  assert_left (setup, ALA_LEFTOVER_TOKEN, "", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup-leftover/before-jira", test_before_jira);
  g_test_add_func ("/setup-leftover/perhaps-entered", test_perhaps_entered);
  g_test_add_func ("/setup-leftover/entered", test_entered);
  g_test_add_func ("/setup-leftover/authorized", test_authorized);
  g_test_add_func ("/setup-leftover/keyless", test_keyless);
  return g_test_run ();
}
