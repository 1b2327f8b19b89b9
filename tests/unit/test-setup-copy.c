/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-setup-copy.h"

#include "ala-consumer-key.h"
#include "ala-setup-json.h"
#include "ala-test-folder.h"

typedef struct
{
  char *folder;
  AlaSetupStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("ala-copy-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (fixture->folder);
  fixture->store = ala_setup_store_new (file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  ala_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* A saved link. Returns: (transfer none): the store holds it */
static AlaSetup *
add (Fixture    *fixture,
     const char *jira_url,
     const char *consumer_key,
     const char *name)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  ala_setup_set_jira_url (setup, jira_url);
  ala_setup_set_consumer_key (setup, consumer_key);
  ala_setup_set_name (setup, name);
  g_assert_true (ala_setup_store_save (fixture->store, setup, &error));
  g_assert_no_error (error);
  return setup;
}

/* Sets every property of a link that can be set, so that none is forgotten when there are more. */
static void
fill (AlaSetup *setup)
{
  static const char *list[] = { "ONE", "TWO", NULL };
  g_autofree GParamSpec **properties = NULL;
  guint n;

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (setup), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (properties[i]->flags & G_PARAM_CONSTRUCT_ONLY)
        continue;
      g_value_init (&value, properties[i]->value_type);
      if (G_VALUE_HOLDS_STRING (&value))
        g_value_set_static_string (&value, properties[i]->name);
      else if (G_VALUE_HOLDS_INT64 (&value))
        g_value_set_int64 (&value, 1234567890);
      else if (G_VALUE_HOLDS_UINT (&value))
        g_value_set_uint (&value, 2048);
      else if (G_VALUE_HOLDS_ENUM (&value))
        g_value_set_enum (&value, 1);
      else
        g_value_set_static_boxed (&value, list);
      g_object_set_property (G_OBJECT (setup), properties[i]->name, &value);
    }
}

/* Of every property: it is as in the old link when it was entered or found, and as in a new link otherwise. */
static void
test_what_is_taken (void)
{
  static const char *const taken[] = { "profile", "secret-place", "jira-url",     "product-url", "ca-certificates", "edition",    "version",
                                       "title",   "clock-offset", "projects",     "issue-type",  "webhook-url",     NULL };
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaSetup) fresh = ala_setup_new ();
  g_autoptr (AlaSetup) copy = NULL;
  g_autofree GParamSpec **properties = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n, n_taken = 0;

  fill (setup);
  before = ala_setup_to_json (setup);
  copy = ala_setup_duplicate (setup);
  after = ala_setup_to_json (setup);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (g_uuid_string_is_valid (ala_setup_get_id (copy)));
  g_assert_cmpstr (ala_setup_get_id (copy), !=, ala_setup_get_id (setup));

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (setup), &n);
  for (guint i = 0; i < n; i++)
    {
      const char *name = properties[i]->name;
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) expected = G_VALUE_INIT;

      if (properties[i]->flags & G_PARAM_CONSTRUCT_ONLY)
        continue;
      g_object_get_property (G_OBJECT (copy), name, &value);
      g_object_get_property (G_OBJECT (g_strv_contains (taken, name) ? setup : fresh), name, &expected);
      n_taken += g_strv_contains (taken, name);
      g_test_message ("%s", name);
      if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        g_assert_cmpstrv (g_value_get_boxed (&value), g_value_get_boxed (&expected));
      else
        g_assert_cmpint (g_param_values_cmp (properties[i], &value, &expected), ==, 0);
    }
  g_assert_cmpuint (n_taken, ==, g_strv_length ((GStrv) taken));
}

#define JIRA "https://jira.example.com/jira"
#define OTHER "https://jira.example.com"

static void
assert_free_key (Fixture    *fixture,
                 AlaSetup   *setup,
                 const char *expected)
{
  g_autofree char *key = ala_setup_store_dup_free_consumer_key (fixture->store, setup);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (key, ==, expected);
  g_assert_true (ala_consumer_key_check (key, &error));
  g_assert_no_error (error);
}

static void
test_free_consumer_key (Fixture       *fixture,
                        gconstpointer  data)
{
  AlaSetup *first = add (fixture, JIRA, "zephyr-enterprise", "");
  AlaSetup *third;

  assert_free_key (fixture, first, "zephyr-enterprise-2");

  /* Another Jira has consumer keys of its own, even one at the same host. */
  add (fixture, OTHER, "zephyr-enterprise-2", "");
  assert_free_key (fixture, first, "zephyr-enterprise-2");

  add (fixture, JIRA, "Zephyr-Enterprise-2", "");
  assert_free_key (fixture, first, "zephyr-enterprise-3");
  third = add (fixture, JIRA, "zephyr-enterprise-3", "");
  assert_free_key (fixture, first, "zephyr-enterprise-4");
  assert_free_key (fixture, third, "zephyr-enterprise-4");
}

/* Also of what somebody entered by hand something comes that Jira and every product take. */
static void
test_odd_consumer_keys (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (ALA_CONSUMER_KEY_MAX, 'k');
  g_autofree char *expected = g_strconcat (longest + 2, "-2", NULL);
  AlaSetup *none = add (fixture, JIRA, "", "");
  g_autofree char *nothing = ala_setup_store_dup_free_consumer_key (fixture->store, none);

  g_assert_cmpstr (nothing, ==, "");
  assert_free_key (fixture, add (fixture, JIRA, " Zephyr Ent ", ""), "Zephyr-Ent-2");
  assert_free_key (fixture, add (fixture, JIRA, longest, ""), expected);
}

/* The pattern need not be one of the saved links. */
static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_setup_set_jira_url (setup, JIRA);
  ala_setup_set_consumer_key (setup, "zephyr");
  assert_free_key (fixture, setup, "zephyr-2");
  add (fixture, JIRA, "zephyr-2", "");
  assert_free_key (fixture, setup, "zephyr-3");
}

static void
test_free_name (Fixture       *fixture,
                gconstpointer  data)
{
  AlaSetup *named = add (fixture, JIRA, "one", "Test");
  AlaSetup *unnamed = add (fixture, JIRA, "two", "");
  g_autofree char *second = ala_setup_store_dup_free_name (fixture->store, named);
  g_autofree char *none = ala_setup_store_dup_free_name (fixture->store, unnamed);
  g_autofree char *third = NULL;

  g_assert_cmpstr (second, ==, "Test 2");
  g_assert_cmpstr (none, ==, "");

  /* A name is the person's own, so it is counted over all links. */
  add (fixture, OTHER, "three", "Test 2");
  third = ala_setup_store_dup_free_name (fixture->store, named);
  g_assert_cmpstr (third, ==, "Test 3");
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  AlaSetup *setup = add (fixture, JIRA, "zephyr", "Test");
  g_autoptr (AlaSetup) copy = NULL;
  g_autoptr (AlaSetup) second = NULL;
  g_autoptr (GError) error = NULL;

  ala_setup_set_key (setup, 2048, "AB:CD");
  copy = ala_setup_store_duplicate (fixture->store, setup);
  g_assert_cmpstr (ala_setup_get_name (copy), ==, "Test 2");
  g_assert_cmpstr (ala_setup_get_consumer_key (copy), ==, "zephyr-2");
  g_assert_cmpstr (ala_setup_get_jira_url (copy), ==, JIRA);
  g_assert_cmpstr (ala_setup_get_key_fingerprint (copy), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);

  g_assert_true (ala_setup_store_save (fixture->store, copy, &error));
  g_assert_no_error (error);
  second = ala_setup_store_duplicate (fixture->store, setup);
  g_assert_cmpstr (ala_setup_get_name (second), ==, "Test 3");
  g_assert_cmpstr (ala_setup_get_consumer_key (second), ==, "zephyr-3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup-copy/what-is-taken", test_what_is_taken);
#define ADD(name, func) g_test_add ("/setup-copy/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("free-consumer-key", test_free_consumer_key);
  ADD ("odd-consumer-keys", test_odd_consumer_keys);
  ADD ("unsaved", test_unsaved);
  ADD ("free-name", test_free_name);
  ADD ("duplicate", test_duplicate);
  return g_test_run ();
}
