/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-setup-json.h"

#include <string.h>

#define ID "2f1d7a5e-9d1c-4b0e-8a44-0d5a3b6c7e8f"
#define HEAD "{ \"format\": 1, \"id\": \"" ID "\""

static void
assert_same (AlaSetup *a,
             AlaSetup *b)
{
  g_autofree char *one = ala_setup_to_json (a);
  g_autofree char *other = ala_setup_to_json (b);

  g_assert_cmpstr (one, ==, other);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaSetup) copy = NULL;
  g_autofree char *text = NULL;

  ala_setup_set_changed (setup, 1790000000);
  ala_setup_set_name (setup, "Prüfung “Süd”");
  ala_setup_set_step (setup, ALA_STEP_AUTHORIZATION);
  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_FILE);
  ala_setup_set_key (setup, 4096, "AB:CD");
  ala_setup_set_jira_url (setup, "https://jira.example.com/jira");
  ala_setup_set_consumer_key (setup, " Zephyr “Ent”\t\\ ");
  ala_setup_set_product_url (setup, "https://zephyr.example.com/flex");
  ala_setup_set_public_key (setup, "MIGf");
  ala_setup_set_link_known (setup, 1790000000);
  ala_setup_set_link_proven (setup, 1790000001);
  ala_setup_set_authorized (setup, 1790000002, 1947680002);
  ala_setup_set_user (setup, "Zoë Müller");
  ala_setup_set_checked (setup, 1790000003, "passed");
  ala_setup_set_finished (setup, 1790000004);
  ala_setup_set_done (setup, "name", TRUE);
  ala_setup_set_done (setup, "auth-mode", TRUE);
  g_object_set (setup, "edition", ALA_EDITION_SERVER, "version", "9.12.4", "title", "Jira", "clock-offset", (gint64) -77, NULL);

  text = ala_setup_to_json (setup);
  copy = ala_setup_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  assert_same (setup, copy);
  g_assert_cmpstr (ala_setup_get_id (copy), ==, ala_setup_get_id (setup));
  g_assert_cmpint (ala_setup_get_created (copy), ==, ala_setup_get_created (setup));
  g_assert_cmpstr (ala_setup_get_name (copy), ==, "Prüfung “Süd”");
  g_assert_cmpint (ala_setup_get_step (copy), ==, ALA_STEP_AUTHORIZATION);
  g_assert_cmpint (ala_setup_get_secret_place (copy), ==, ALA_SECRET_PLACE_FILE);
  g_assert_cmpint (ala_setup_get_edition (copy), ==, ALA_EDITION_SERVER);
  g_assert_cmpint (ala_setup_get_clock_offset (copy), ==, -77);
  g_assert_cmpstr (ala_setup_get_consumer_key (copy), ==, " Zephyr “Ent”\t\\ ");
  g_assert_true (ala_setup_is_done (copy, "auth-mode"));
}

/* What this version writes today, later versions must read. So the form is fixed here, letter by letter. */
static void
test_form (void)
{
  static const char *expected =
    "{\n"
    "  \"format\" : 1,\n"
    "  \"id\" : \"" ID "\",\n"
    "  \"created\" : 1790000000,\n"
    "  \"changed\" : 1790000005,\n"
    "  \"name\" : \"Training\",\n"
    "  \"step\" : \"handover\",\n"
    "  \"profile\" : \"generic\",\n"
    "  \"secret-place\" : \"session\",\n"
    "  \"key-bits\" : 2048,\n"
    "  \"key-fingerprint\" : \"\",\n"
    "  \"public-key\" : \"\",\n"
    "  \"jira-url\" : \"\",\n"
    "  \"consumer-key\" : \"\",\n"
    "  \"product-url\" : \"\",\n"
    "  \"ca-certificates\" : \"\",\n"
    "  \"edition\" : \"cloud\",\n"
    "  \"version\" : \"\",\n"
    "  \"title\" : \"\",\n"
    "  \"clock-offset\" : -3,\n"
    "  \"certificate-expires\" : 0,\n"
    "  \"link-known\" : 0,\n"
    "  \"link-proven\" : 0,\n"
    "  \"authorized\" : 0,\n"
    "  \"token-expires\" : 0,\n"
    "  \"user\" : \"\",\n"
    "  \"checked\" : 0,\n"
    "  \"verdict\" : \"\",\n"
    "  \"projects\" : [\n"
    "    \"ZEP\"\n"
    "  ],\n"
    "  \"issue-type\" : \"\",\n"
    "  \"webhook-url\" : \"\",\n"
    "  \"webhook-plan\" : \"undecided\",\n"
    "  \"finished\" : 0,\n"
    "  \"replaces\" : \"\",\n"
    "  \"number\" : 0,\n"
    "  \"old-refused\" : 0,\n"
    "  \"done\" : [\n"
    "    \"name\"\n"
    "  ]\n"
    "}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSetup) setup = ala_setup_new_from_json (expected, -1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = ala_setup_to_json (setup);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_missing_and_unknown_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSetup) setup = NULL;

  setup = ala_setup_new_from_json (HEAD ", \"of-the-future\": { \"a\": [ 1 ] }, \"user\": \"U\" }", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ala_setup_get_user (setup), ==, "U");
  g_assert_cmpstr (ala_setup_get_name (setup), ==, "");
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, "");
  g_assert_cmpint (ala_setup_get_step (setup), ==, ALA_STEP_START);
}

/* Also a name that somebody wrote into the file is one line. */
static void
test_odd_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSetup) setup = ala_setup_new_from_json (HEAD ", \"name\": \" one\\ntwo \" }", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_setup_get_name (setup), ==, "one two");
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "{",
    "[]",
    "7",
    "\"text\"",
    "null",
    "not JSON at all",
    "{}",
    "{ \"id\": \"" ID "\" }",
    "{ \"format\": 0, \"id\": \"" ID "\" }",
    "{ \"format\": 2, \"id\": \"" ID "\" }",
    "{ \"format\": 9223372036854775807, \"id\": \"" ID "\" }",
    "{ \"format\": \"1\", \"id\": \"" ID "\" }",
    "{ \"format\": 1 }",
    "{ \"format\": 1, \"id\": 7 }",
    "{ \"format\": 1, \"id\": null }",
    "{ \"format\": 1, \"id\": \"\" }",
    "{ \"format\": 1, \"id\": \"../../etc/passwd\" }",
    HEAD ", \"step\": \"nowhere\" }",
    HEAD ", \"step\": 3 }",
    HEAD ", \"secret-place\": null }",
    HEAD ", \"key-bits\": -1 }",
    HEAD ", \"key-bits\": 4294967296 }",
    HEAD ", \"key-bits\": 2048.5 }",
    HEAD ", \"created\": -1 }",
    HEAD ", \"changed\": \"yesterday\" }",
    HEAD ", \"finished\": true }",
    HEAD ", \"user\": 7 }",
    HEAD ", \"user\": [ \"U\" ] }",
    HEAD ", \"user\": null }",
    HEAD ", \"done\": \"name\" }",
    HEAD ", \"done\": [ 1 ] }",
    HEAD ", \"done\": [ [ \"name\" ] ] }",
    HEAD ", \"user\": \"U",
    HEAD " } }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaSetup) setup = ala_setup_new_from_json (texts[i], -1, &error);

      if (setup != NULL)
        g_error ("“%s” was read as a link", texts[i]);
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_UNREADABLE);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Every cut of a good file is found to be damaged. */
static void
test_every_cut (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *text = ala_setup_to_json (setup);

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ala_setup_new_from_json (text, (gssize) length, &error));
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SETUP_UNREADABLE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup-json/round-trip", test_round_trip);
  g_test_add_func ("/setup-json/form", test_form);
  g_test_add_func ("/setup-json/missing-and-unknown-members", test_missing_and_unknown_members);
  g_test_add_func ("/setup-json/odd-name", test_odd_name);
  g_test_add_func ("/setup-json/unreadable", test_unreadable);
  g_test_add_func ("/setup-json/every-cut", test_every_cut);
  return g_test_run ();
}
