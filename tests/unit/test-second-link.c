/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-second-link.h"

#include <string.h>

#include "ala-guidance.h"

#define PROFILE "{ \"format\": 1, \"id\": \"own\", \"name\": \"Own\", \"consumer-key\": \"own\", \"application-name\": \"Own Product\", \"url-label\": \"Address\"," \
                "\"jira-notes\": [ \"Mind the gap.\" ]," \
                "\"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"action\" } ] }"

static AlaProfile *
new_profile (void)
{
  g_autoptr (GError) error = NULL;
  AlaProfile *profile = ala_profile_new_from_json (PROFILE, -1, &error);

  g_assert_no_error (error);
  return profile;
}

static AlaSetup *
new_setup (guint number)
{
  AlaSetup *setup = ala_setup_new ();

  ala_setup_set_number (setup, number);
  return setup;
}

static void
assert_url (guint       number,
            const char *url,
            const char *expected)
{
  g_autoptr (AlaSetup) setup = new_setup (number);
  g_autofree char *found = ala_second_link_dup_url (setup, url);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (g_uri_is_valid (found, G_URI_FLAGS_NONE, NULL));
}

static void
test_url (void)
{
  assert_url (0, "https://zephyr.example.com/flex", "https://zephyr.example.com/flex");
  assert_url (1, "https://zephyr.example.com/flex", "https://zephyr.example.com/flex");
  assert_url (2, "https://zephyr.example.com/flex", "https://zephyr.example.com/flex?link=2");
  assert_url (3, "https://zephyr.example.com", "https://zephyr.example.com?link=3");
  assert_url (2, "https://zephyr.example.com/?a=b", "https://zephyr.example.com/?a=b&link=2");
  assert_url (2, "https://zephyr.example.com/#top", "https://zephyr.example.com/?link=2#top");
  assert_url (2, "https://zephyr.example.com/#top?x", "https://zephyr.example.com/?link=2#top?x");
}

static void
test_name (void)
{
  static const char *const expected[] = { "Own Product", "Own Product", "Own Product 2", "Own Product 3" };
  g_autoptr (AlaProfile) profile = new_profile ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AlaSetup) setup = new_setup (i);
      g_autofree char *name = ala_second_link_dup_name (setup, profile);
      g_autofree char *in_guidance = ala_guidance_dup_value (ALA_GUIDE_APPLICATION_NAME, setup, profile, NULL);
      g_autofree char *consumer_name = ala_guidance_dup_value (ALA_GUIDE_CONSUMER_NAME, setup, profile, NULL);

      g_assert_cmpstr (name, ==, expected[i]);
      g_assert_cmpstr (in_guidance, ==, expected[i]);
      g_assert_cmpstr (consumer_name, ==, expected[i]);
    }
}

static void
test_notes (void)
{
  g_autoptr (AlaProfile) profile = new_profile ();
  g_autoptr (AlaSetup) first = new_setup (0);
  g_autoptr (AlaSetup) second = new_setup (2);
  g_auto (GStrv) plain = ala_second_link_list_notes (first, profile);
  g_auto (GStrv) notes = ala_second_link_list_notes (second, profile);

  g_assert_cmpstrv (plain, ((const char *[]) { "Mind the gap.", NULL }));
  g_assert_cmpuint (g_strv_length (notes), ==, 2);
  g_assert_nonnull (strstr (notes[0], "Own Product 2"));
  g_assert_nonnull (strstr (notes[0], "link=2"));
  g_assert_cmpstr (notes[1], ==, "Mind the gap.");
}

/* A product without an address is given one, and that has to be another one too. */
static void
test_no_address (void)
{
  g_autoptr (AlaProfile) profile = new_profile ();
  g_autoptr (AlaSetup) first = new_setup (0);
  g_autoptr (AlaSetup) second = new_setup (2);
  g_autofree char *one = ala_guidance_dup_value (ALA_GUIDE_PRODUCT_URL, first, profile, NULL);
  g_autofree char *other = ala_guidance_dup_value (ALA_GUIDE_PRODUCT_URL, second, profile, NULL);

  g_assert_cmpstr (one, !=, "");
  g_assert_cmpstr (one, !=, other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/second-link/url", test_url);
  g_test_add_func ("/second-link/name", test_name);
  g_test_add_func ("/second-link/notes", test_notes);
  g_test_add_func ("/second-link/no-address", test_no_address);
  return g_test_run ();
}
