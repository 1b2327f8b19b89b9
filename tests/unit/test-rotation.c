/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-rotation.h"

#include "ala-setup-json.h"
#include "ala-test-folder.h"

#define PROFILE "{ \"format\": 1, \"id\": \"own\", \"name\": \"Own\", \"application-name\": \"Own\", \"url-label\": \"Address\"," \
                "\"consumer-key\": \"own\", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"jira-url\" }," \
                "{ \"id\": \"b\", \"label\": \"B\", \"value\": \"action\" } ] }"

typedef struct
{
  char *folder;
  AlaSetupStore *store;
  AlaProfile *profile;
  AlaSetup *old;
} Fixture;

static void
save (Fixture  *fixture,
      AlaSetup *setup)
{
  g_autoptr (GError) error = NULL;

  ala_setup_store_save (fixture->store, setup, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  fixture->folder = g_dir_make_tmp ("rotation-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_file_new_for_path (fixture->folder);
  fixture->store = ala_setup_store_new (folder);
  fixture->profile = ala_profile_new_from_json (PROFILE, -1, &error);
  g_assert_no_error (error);

  fixture->old = ala_setup_new ();
  ala_setup_set_profile (fixture->old, "own");
  ala_setup_set_jira_url (fixture->old, "https://jira.example.com");
  ala_setup_set_consumer_key (fixture->old, "own");
  ala_setup_set_product_url (fixture->old, "https://own.example.com");
  ala_setup_set_key (fixture->old, 1024, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  ala_setup_set_link_proven (fixture->old, 100);
  ala_setup_set_authorized (fixture->old, 100, 1000);
  ala_setup_set_checked (fixture->old, 110, "passed");
  ala_setup_set_user (fixture->old, "Alex");
  ala_setup_set_finished (fixture->old, 120);
  save (fixture, fixture->old);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->old);
  g_object_unref (fixture->store);
  g_object_unref (fixture->profile);
  ala_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static AlaRotationStage
get_stage (Fixture  *fixture,
           AlaSetup *setup)
{
  return ala_rotation_get_stage (setup, ala_rotation_get_old (fixture->store, setup), fixture->profile);
}

static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = ala_setup_to_json (fixture->old);
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);
  g_autofree char *after = ala_setup_to_json (fixture->old);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
  g_assert_cmpstr (ala_setup_get_id (setup), !=, ala_setup_get_id (fixture->old));
  g_assert_cmpstr (ala_setup_get_replaces (setup), ==, ala_setup_get_id (fixture->old));
  g_assert_cmpstr (ala_setup_get_profile (setup), ==, "own");
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, "https://jira.example.com");
  g_assert_cmpstr (ala_setup_get_product_url (setup), ==, "https://own.example.com");
  g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, "own-2");
  g_assert_cmpuint (ala_setup_get_number (setup), ==, 2);

  /* Nothing of it is proven, and it has no key. */
  g_assert_cmpuint (ala_setup_get_key_bits (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_link_proven (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_authorized (setup), ==, 0);
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "");
  g_assert_cmpstr (ala_setup_get_user (setup), ==, "");
  g_assert_cmpint (ala_setup_get_finished (setup), ==, 0);
}

/* Year after year, with the old ones deleted: no number and no consumer key comes again. */
static void
test_again_and_again (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const keys[] = { "own-2", "own-3", "own-4" };
  g_autoptr (AlaSetup) old = g_object_ref (fixture->old);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, old, fixture->profile);

      g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, keys[i]);
      g_assert_cmpuint (ala_setup_get_number (setup), ==, i + 2);
      save (fixture, setup);
      g_assert_true (ala_setup_store_delete (fixture->store, old, &error));
      g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_OVER);
      g_set_object (&old, setup);
    }
}

static void
test_both_ways (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_rotation_get_new (fixture->store, fixture->old));
  save (fixture, setup);
  g_assert_true (ala_rotation_get_new (fixture->store, fixture->old) == setup);
  g_assert_true (ala_rotation_get_old (fixture->store, setup) == fixture->old);
  g_assert_null (ala_rotation_get_old (fixture->store, fixture->old));
  g_assert_null (ala_rotation_get_new (fixture->store, setup));

  /* Given up: the old one is a link like any other. */
  g_assert_true (ala_setup_store_delete (fixture->store, setup, &error));
  g_assert_null (ala_rotation_get_new (fixture->store, fixture->old));
  g_assert_cmpint (get_stage (fixture, fixture->old), ==, ALA_ROTATION_NONE);

  /* A file that somebody edited. */
  ala_setup_set_replaces (setup, ala_setup_get_id (setup));
  save (fixture, setup);
  g_assert_null (ala_rotation_get_old (fixture->store, setup));
  g_assert_null (ala_rotation_get_new (fixture->store, setup));
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);
  g_autoptr (GError) error = NULL;

  save (fixture, setup);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);

  /* Authorized is not proven: a signed request has to be answered, and the answer to be a good one. */
  ala_setup_set_authorized (setup, 200, 2000);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
  ala_setup_set_checked (setup, 210, "failed");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
  ala_setup_set_checked (setup, 210, "warning");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_NOT_HANDED_OVER);

  /* What was checked before the token of today proves nothing of it. */
  ala_setup_set_authorized (setup, 220, 2000);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
  ala_setup_set_checked (setup, 230, "passed");

  ala_setup_set_done (setup, "field-a", TRUE);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_NOT_HANDED_OVER);
  ala_setup_set_done (setup, "field-b", TRUE);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);
  ala_setup_set_done (setup, "field-b", FALSE);
  ala_setup_set_done (setup, ALA_ROTATION_HANDED_OVER, TRUE);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);
  ala_setup_set_done (setup, ALA_ROTATION_HANDED_OVER, FALSE);
  ala_setup_set_finished (setup, 240);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);

  ala_setup_set_old_refused (setup, 250);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_DEAD);

  /* The old one was revived, in whichever way. */
  ala_setup_set_authorized (fixture->old, 260, 3000);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);
  ala_setup_set_authorized (fixture->old, 100, 1000);
  ala_setup_set_link_proven (fixture->old, 260);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);
  ala_setup_set_link_proven (fixture->old, 100);

  /* The new one fails by now: nobody is to delete the old one, dead or not, before that is mended. */
  ala_setup_set_checked (setup, 270, "failed");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
  ala_setup_set_checked (setup, 280, "passed");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_DEAD);

  /* Another key for the new one: all of it again. */
  ala_setup_reset_link (setup);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);

  g_assert_true (ala_setup_store_delete (fixture->store, fixture->old, &error));
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_OVER);
}

/* Only the product signs: that Jira knows the link is all that can be seen. */
static void
test_key_of_the_product (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);

  save (fixture, setup);
  ala_setup_set_public_key (setup, "MIGf");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
  ala_setup_set_link_known (setup, 200);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_NOT_HANDED_OVER);
  ala_setup_set_done (setup, ALA_ROTATION_HANDED_OVER, TRUE);
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_READY);
  ala_setup_set_checked (setup, 210, "failed");
  g_assert_cmpint (get_stage (fixture, setup), ==, ALA_ROTATION_UNPROVEN);
}

/* It may be that the program is killed: what is saved is all of it. */
static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (AlaSetupStore) again = ala_setup_store_new (folder);
  g_autoptr (GError) error = NULL;
  AlaSetup *old, *loaded;

  ala_setup_set_authorized (setup, 200, 2000);
  ala_setup_set_checked (setup, 210, "passed");
  ala_setup_set_done (setup, ALA_ROTATION_HANDED_OVER, TRUE);
  ala_setup_set_old_refused (setup, 250);
  save (fixture, setup);

  g_assert_true (ala_setup_store_load (again, &error));
  old = ala_setup_store_find (again, ala_setup_get_id (fixture->old));
  loaded = ala_rotation_get_new (again, old);
  g_assert_nonnull (loaded);
  g_assert_true (ala_rotation_get_old (again, loaded) == old);
  g_assert_cmpint (ala_rotation_get_stage (loaded, old, fixture->profile), ==, ALA_ROTATION_DEAD);
  g_assert_cmpuint (ala_setup_get_number (loaded), ==, 2);
}

static void
test_users (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_rotation_begin (fixture->store, fixture->old, fixture->profile);

  g_assert_false (ala_rotation_has_other_user (setup, fixture->old));
  ala_setup_set_user (setup, "Alex");
  g_assert_false (ala_rotation_has_other_user (setup, fixture->old));
  ala_setup_set_user (setup, "Kim");
  g_assert_true (ala_rotation_has_other_user (setup, fixture->old));
}

#define ADD(name, test) g_test_add ("/rotation/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("begin", test_begin);
  ADD ("again-and-again", test_again_and_again);
  ADD ("both-ways", test_both_ways);
  ADD ("stages", test_stages);
  ADD ("key-of-the-product", test_key_of_the_product);
  ADD ("saved", test_saved);
  ADD ("users", test_users);
  return g_test_run ();
}
