/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-guidance.h"
#include "ala-profiles.h"

#include <string.h>

static const char *const expected_ids[] = { "server-8", "data-center-9", "data-center-10", "cloud-2020", "cloud-2024" };

static void
test_list (void)
{
  g_autoptr (GListModel) list = ala_guidance_list ();

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (expected_ids));
  for (guint i = 0; i < G_N_ELEMENTS (expected_ids); i++)
    {
      g_autoptr (AlaGuidance) guidance = g_list_model_get_item (list, i);

      g_assert_cmpstr (ala_guidance_get_id (guidance), ==, expected_ids[i]);
      g_assert_cmpstr (ala_guidance_get_title (guidance), !=, "");
      g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (guidance)) == ALA_TYPE_GUIDE_STEP);
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (guidance), 1000));
    }
}

static void
test_choose (void)
{
  static const struct
  {
    AlaEdition edition;
    guint major, minor;
    const char *id;
  } cases[] = {
    { ALA_EDITION_SERVER, 6, 4, "server-8" },
    { ALA_EDITION_SERVER, 8, 0, "server-8" },
    { ALA_EDITION_SERVER, 8, 21, "server-8" },
    { ALA_EDITION_SERVER, 8, 22, "data-center-9" },
    { ALA_EDITION_SERVER, 9, 0, "data-center-9" },
    { ALA_EDITION_SERVER, 9, 17, "data-center-9" },
    { ALA_EDITION_SERVER, 10, 0, "data-center-10" },
    { ALA_EDITION_SERVER, 11, 3, "data-center-10" },
    { ALA_EDITION_SERVER, 0, 0, "data-center-10" },
    { ALA_EDITION_UNKNOWN, 0, 0, "data-center-10" },
    { ALA_EDITION_UNKNOWN, 8, 5, "server-8" },
    { ALA_EDITION_CLOUD, 1001, 0, "cloud-2024" },
    { ALA_EDITION_CLOUD, 0, 0, "cloud-2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaGuidance) guidance = ala_guidance_choose (cases[i].edition, cases[i].major, cases[i].minor);

      g_assert_cmpstr (ala_guidance_get_id (guidance), ==, cases[i].id);
    }
}

/* Each value is asked for exactly once, under the label that Jira shows, and in the order of its dialogs. */
static void
test_values (void)
{
  static const AlaGuideValue order[] = {
    ALA_GUIDE_PRODUCT_URL, ALA_GUIDE_APPLICATION_NAME, ALA_GUIDE_CONSUMER_KEY, ALA_GUIDE_CONSUMER_NAME, ALA_GUIDE_PUBLIC_KEY,
  };
  static const char *const labels[] = { NULL, "Application Name", "Consumer Key", "Consumer Name", "Public Key" };
  g_autoptr (GListModel) list = ala_guidance_list ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GListModel) guidance = g_list_model_get_item (list, i);
      guint found = 0;

      for (guint j = 0; j < g_list_model_get_n_items (guidance); j++)
        {
          g_autoptr (AlaGuideStep) step = g_list_model_get_item (guidance, j);
          AlaGuideValue value = ala_guide_step_get_value (step);

          if (value == ALA_GUIDE_NOTHING)
            {
              g_assert_cmpstr (ala_guide_step_get_label (step), ==, "");
              continue;
            }
          g_assert_cmpuint (found, <, G_N_ELEMENTS (order));
          g_assert_cmpint (value, ==, order[found]);
          if (labels[found] != NULL)
            g_assert_cmpstr (ala_guide_step_get_label (step), ==, labels[found]);
          g_assert_cmpstr (ala_guide_step_get_label (step), !=, "");
          found++;
        }
      g_assert_cmpuint (found, ==, G_N_ELEMENTS (order));
    }
}

static gboolean
has_warned_step (GListModel *guidance,
                 const char *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (guidance); i++)
    {
      g_autoptr (AlaGuideStep) step = g_list_model_get_item (guidance, i);

      if (strstr (ala_guide_step_get_text (step), words) != NULL && *ala_guide_step_get_warning (step) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* The traps of reference/jira-oauth.md section 4, each with a warning at the step where it happens. */
static void
test_traps (void)
{
  g_autoptr (GListModel) list = ala_guidance_list ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AlaGuidance) guidance = g_list_model_get_item (list, i);
      const char *id = ala_guidance_get_id (guidance);
      GListModel *steps = G_LIST_MODEL (guidance);

      g_assert_true (has_warned_step (steps, "“Create incoming link”"));
      g_assert_true (has_warned_step (steps, "“Consumer Callback URL” empty"));
      g_assert_true (has_warned_step (steps, "“Continue”"));
      g_assert_true (has_warned_step (steps, "consumer key"));
      g_assert_cmpint (has_warned_step (steps, "not “External application”"), ==, g_str_has_prefix (id, "data-center-"));
      g_assert_cmpint (has_warned_step (steps, "“Direct application link”"), ==, g_str_equal (id, "cloud-2024"));
      g_assert_cmpint (has_warned_step (steps, "“Incoming Authentication”"), ==, g_str_equal (id, "cloud-2024"));
    }
}

static void
assert_sentence (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (!g_str_has_suffix (text, ".") || strstr (text, "  ") != NULL || strpbrk (text, "!\"'") != NULL)
    g_error ("“%s” is no calm sentence in typographic quotes", text);
}

static void
test_texts (void)
{
  g_autoptr (GListModel) list = ala_guidance_list ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GListModel) guidance = g_list_model_get_item (list, i);

      for (guint j = 0; j < g_list_model_get_n_items (guidance); j++)
        {
          g_autoptr (AlaGuideStep) step = g_list_model_get_item (guidance, j);

          assert_sentence (ala_guide_step_get_text (step));
          if (*ala_guide_step_get_warning (step) != '\0')
            assert_sentence (ala_guide_step_get_warning (step));
        }
    }
}

static void
assert_value (AlaGuideValue  value,
              AlaSetup      *setup,
              AlaProfile    *profile,
              const char    *expected)
{
  g_autofree char *text = ala_guidance_dup_value (value, setup, profile, "MIIB");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_dup_value (void)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  AlaProfile *profile = ala_profiles_find (profiles, "zephyr-enterprise");
  g_autofree char *no_key = ala_guidance_dup_value (ALA_GUIDE_PUBLIC_KEY, setup, profile, NULL);

  assert_value (ALA_GUIDE_NOTHING, setup, profile, "");
  assert_value (ALA_GUIDE_PRODUCT_URL, setup, profile, "http://example.com");
  assert_value (ALA_GUIDE_CONSUMER_KEY, setup, profile, "");
  assert_value (ALA_GUIDE_PUBLIC_KEY, setup, profile, "MIIB");
  g_assert_cmpstr (no_key, ==, "");

  ala_setup_set_product_url (setup, "https://zephyr.example.com/flex");
  ala_setup_set_consumer_key (setup, " with spaces ");
  assert_value (ALA_GUIDE_PRODUCT_URL, setup, profile, "https://zephyr.example.com/flex");
  assert_value (ALA_GUIDE_CONSUMER_KEY, setup, profile, " with spaces ");
  assert_value (ALA_GUIDE_APPLICATION_NAME, setup, profile, " with spaces ");
  assert_value (ALA_GUIDE_CONSUMER_NAME, setup, profile, " with spaces ");

  profile = ala_profiles_find (profiles, "sentry");
  assert_value (ALA_GUIDE_APPLICATION_NAME, setup, profile, "Sentry");
  assert_value (ALA_GUIDE_CONSUMER_NAME, setup, profile, "Sentry");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/list", test_list);
  g_test_add_func ("/guidance/choose", test_choose);
  g_test_add_func ("/guidance/values", test_values);
  g_test_add_func ("/guidance/traps", test_traps);
  g_test_add_func ("/guidance/texts", test_texts);
  g_test_add_func ("/guidance/dup-value", test_dup_value);
  return g_test_run ();
}
