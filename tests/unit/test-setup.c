/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-setup.h"

#include <stdlib.h>
#include <string.h>

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  GString *log = user_data;

  g_string_append_printf (log, "%s ", pspec->name);
}

static AlaSetup *
new_watched (GString *log)
{
  AlaSetup *setup = ala_setup_new ();

  g_signal_connect (setup, "notify", G_CALLBACK (count_cb), log);
  return setup;
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Compares the names of the properties that were notified, in any order, and begins anew. */
static void
assert_log (GString    *log,
            const char *expected)
{
  g_auto (GStrv) seen_words = g_strsplit (log->str, " ", -1);
  g_auto (GStrv) expected_words = g_strsplit (expected, " ", -1);

  qsort (seen_words, g_strv_length (seen_words), sizeof (char *), compare_words);
  qsort (expected_words, g_strv_length (expected_words), sizeof (char *), compare_words);
  g_assert_cmpstrv (seen_words, expected_words);
  g_string_truncate (log, 0);
}

static void
test_new (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaSetup) other = ala_setup_new ();
  g_autofree char *name = ala_setup_dup_name (setup);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_true (g_uuid_string_is_valid (ala_setup_get_id (setup)));
  g_assert_cmpstr (ala_setup_get_id (setup), !=, ala_setup_get_id (other));
  g_assert_cmpint (ala_setup_get_created (setup), <=, now);
  g_assert_cmpint (ala_setup_get_created (setup), >=, now - 60);
  g_assert_cmpint (ala_setup_get_changed (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_step (setup), ==, ALA_STEP_START);
  g_assert_cmpint (ala_setup_get_secret_place (setup), ==, ALA_SECRET_PLACE_KEYRING);
  g_assert_cmpint (ala_setup_get_edition (setup), ==, ALA_EDITION_UNKNOWN);
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, "");
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "");
  g_assert_cmpstr (name, ==, "New link");
}

/* Sets each property to something else and back, through the generic interface that bindings use. */
static void
test_every_property_notifies_once (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);
  g_autofree GParamSpec **properties = NULL;
  guint n_properties;

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (setup), &n_properties);
  g_assert_cmpuint (n_properties, ==, 35);
  for (guint i = 0; i < n_properties; i++)
    {
      static const char *list[] = { "one", "two", NULL };
      g_auto (GValue) before = G_VALUE_INIT;
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) after = G_VALUE_INIT;
      g_autofree char *expected = g_strdup_printf ("%s ", properties[i]->name);
      const char *name = properties[i]->name;

      if (properties[i]->flags & G_PARAM_CONSTRUCT_ONLY)
        continue;

      g_object_get_property (G_OBJECT (setup), name, &before);
      g_value_init (&value, properties[i]->value_type);
      if (G_VALUE_HOLDS_STRING (&value))
        g_value_set_static_string (&value, "something");
      else if (G_VALUE_HOLDS_INT64 (&value))
        g_value_set_int64 (&value, 1234567890123);
      else if (G_VALUE_HOLDS_UINT (&value))
        g_value_set_uint (&value, 2048);
      else if (G_VALUE_HOLDS_ENUM (&value))
        g_value_set_enum (&value, 2);
      else
        g_value_set_static_boxed (&value, list);

      g_object_set_property (G_OBJECT (setup), name, &value);
      assert_log (log, expected);
      g_object_set_property (G_OBJECT (setup), name, &value);
      assert_log (log, "");
      g_object_get_property (G_OBJECT (setup), name, &after);
      if (G_VALUE_HOLDS (&after, G_TYPE_STRV))
        g_assert_cmpstrv (g_value_get_boxed (&after), list);
      else
        g_assert_cmpint (g_param_values_cmp (properties[i], &after, &value), ==, 0);
      g_object_set_property (G_OBJECT (setup), name, &before);
      assert_log (log, expected);
    }
}

static void
test_setters (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);

  ala_setup_set_key (setup, 2048, "AB:CD");
  assert_log (log, "key-bits key-fingerprint ");
  ala_setup_set_key (setup, 2048, "EF:01");
  assert_log (log, "key-fingerprint ");
  g_assert_cmpuint (ala_setup_get_key_bits (setup), ==, 2048);
  g_assert_cmpstr (ala_setup_get_key_fingerprint (setup), ==, "EF:01");

  ala_setup_set_consumer_key (setup, " Zephyr Ent ");
  assert_log (log, "consumer-key ");
  g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, " Zephyr Ent ");
  ala_setup_set_consumer_key (setup, ala_setup_get_consumer_key (setup) + 1);
  g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, "Zephyr Ent ");
  assert_log (log, "consumer-key ");

  ala_setup_set_user (setup, NULL);
  assert_log (log, "");
  g_assert_cmpstr (ala_setup_get_user (setup), ==, "");

  ala_setup_set_authorized (setup, 10, 20);
  assert_log (log, "authorized token-expires ");
  ala_setup_set_checked (setup, 30, "warning");
  assert_log (log, "checked verdict ");
  ala_setup_set_step (setup, ALA_STEP_CHECKS);
  ala_setup_set_step (setup, ALA_STEP_CHECKS);
  assert_log (log, "step ");
}

/* Whoever is told of one of two values that belong together must find the other one set as well. */
static void
check_pair_cb (AlaSetup *setup)
{
  g_assert_cmpint (ala_setup_get_authorized (setup), ==, 10);
  g_assert_cmpint (ala_setup_get_token_expires (setup), ==, 20);
}

static void
test_pairs_change_together (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  g_signal_connect (setup, "notify::authorized", G_CALLBACK (check_pair_cb), NULL);
  g_signal_connect (setup, "notify::token-expires", G_CALLBACK (check_pair_cb), NULL);
  ala_setup_set_authorized (setup, 10, 20);
}

static AlaJiraServer *
new_server (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("https://example.atlassian.net", &error);
  AlaJiraServer *server = ala_jira_server_new_from_json (address, json, -1, &error);

  g_assert_no_error (error);
  return server;
}

static void
test_server (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);
  g_autoptr (AlaJiraServer) server = new_server ("{ \"baseUrl\": \"https://example.atlassian.net\", \"version\": \"1001.0.0\","
                                                 "  \"deploymentType\": \"Cloud\", \"serverTitle\": \"Jira of Örg\" }");
  g_autoptr (AlaJiraServer) upgraded = new_server ("{ \"baseUrl\": \"https://example.atlassian.net\","
                                                   "  \"version\": \"1001.1.0\", \"deploymentType\": \"Cloud\","
                                                   "  \"serverTitle\": \"Jira of Örg\" }");

  ala_setup_set_server (setup, server);
  assert_log (log, "edition version title ");
  ala_setup_set_server (setup, server);
  assert_log (log, "");
  g_assert_cmpint (ala_setup_get_edition (setup), ==, ALA_EDITION_CLOUD);
  g_assert_cmpstr (ala_setup_get_version (setup), ==, "1001.0.0");
  g_assert_cmpstr (ala_setup_get_title (setup), ==, "Jira of Örg");
  g_assert_cmpint (ala_setup_get_clock_offset (setup), ==, ala_jira_server_get_clock_offset (server));

  ala_setup_set_server (setup, upgraded);
  assert_log (log, "version ");
}

static void
test_done (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);
  g_auto (GStrv) done = NULL;

  g_assert_false (ala_setup_is_done (setup, "name"));
  ala_setup_set_done (setup, "name", TRUE);
  ala_setup_set_done (setup, "jira-url", TRUE);
  ala_setup_set_done (setup, "auth-mode", TRUE);
  assert_log (log, "done done done ");
  ala_setup_set_done (setup, "name", TRUE);
  ala_setup_set_done (setup, "never", FALSE);
  assert_log (log, "");
  ala_setup_set_done (setup, "jira-url", FALSE);
  assert_log (log, "done ");
  g_assert_false (ala_setup_is_done (setup, "jira-url"));

  g_object_get (setup, "done", &done, NULL);
  g_assert_cmpstrv (done, ((const char *[]) { "name", "auth-mode", NULL }));
}

static void
test_name (void)
{
  static const struct
  {
    const char *url, *name;
  } cases[] = {
    { "", "New link" },
    { "https://jira.example.com/jira", "jira.example.com" },
    { "http://127.0.0.1:8080", "127.0.0.1" },
    { "https://[::1]:8443", "::1" },
    { "no address", "no address" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaSetup) setup = ala_setup_new ();
      g_autofree char *name = NULL;

      ala_setup_set_jira_url (setup, cases[i].url);
      name = ala_setup_dup_name (setup);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* The name that the person gave goes before the host, and is one line wherever it was set. */
static void
test_own_name (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);
  g_autofree char *host = NULL, *own = NULL, *again = NULL;

  g_assert_cmpstr (ala_setup_get_name (setup), ==, "");
  ala_setup_set_jira_url (setup, "https://jira.example.com/jira");
  g_string_truncate (log, 0);

  ala_setup_set_name (setup, "  Test\nand training ");
  assert_log (log, "name ");
  g_assert_cmpstr (ala_setup_get_name (setup), ==, "Test and training");
  own = ala_setup_dup_name (setup);
  g_assert_cmpstr (own, ==, "Test and training");
  host = ala_setup_dup_host (setup);
  g_assert_cmpstr (host, ==, "jira.example.com");

  g_object_set (setup, "name", "\tTest and  training\n", NULL);
  assert_log (log, "");
  g_object_set (setup, "name", NULL, NULL);
  assert_log (log, "name ");
  again = ala_setup_dup_name (setup);
  g_assert_cmpstr (again, ==, "jira.example.com");
}

static void
test_host_of_nothing (void)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autofree char *host = ala_setup_dup_host (setup);
  g_autofree char *name = NULL;

  g_assert_cmpstr (host, ==, "");
  ala_setup_set_name (setup, "Later");
  name = ala_setup_dup_name (setup);
  g_assert_cmpstr (name, ==, "Later");
}

static void
test_reset_link (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);

  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_key (setup, 2048, "AB:CD");
  ala_setup_set_jira_url (setup, "https://jira.example.com");
  ala_setup_set_consumer_key (setup, "zephyr");
  ala_setup_set_product_url (setup, "https://zephyr.example.com/flex");
  ala_setup_set_link_known (setup, 1);
  ala_setup_set_link_proven (setup, 1);
  ala_setup_set_authorized (setup, 2, 3);
  ala_setup_set_user (setup, "Admin");
  ala_setup_set_checked (setup, 4, "passed");
  ala_setup_set_finished (setup, 5);
  ala_setup_set_done (setup, "private-key", TRUE);
  g_string_truncate (log, 0);

  ala_setup_reset_link (setup);
  assert_log (log, "link-known link-proven authorized token-expires user checked verdict finished done ");
  g_assert_cmpint (ala_setup_get_link_known (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_link_proven (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_authorized (setup), ==, 0);
  g_assert_cmpint (ala_setup_get_token_expires (setup), ==, 0);
  g_assert_cmpstr (ala_setup_get_user (setup), ==, "");
  g_assert_cmpint (ala_setup_get_checked (setup), ==, 0);
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "");
  g_assert_cmpint (ala_setup_get_finished (setup), ==, 0);
  g_assert_false (ala_setup_is_done (setup, "private-key"));

  g_assert_cmpstr (ala_setup_get_profile (setup), ==, "zephyr-enterprise");
  g_assert_cmpstr (ala_setup_get_key_fingerprint (setup), ==, "AB:CD");
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, "https://jira.example.com");
  g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, "zephyr");
  g_assert_cmpstr (ala_setup_get_product_url (setup), ==, "https://zephyr.example.com/flex");

  ala_setup_reset_link (setup);
  assert_log (log, "");
}

static void
test_projects (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AlaSetup) setup = new_watched (log);
  const char *keys[] = { "ZEP", "WEB", NULL };

  g_assert_null (ala_setup_get_projects (setup)[0]);

  ala_setup_set_projects (setup, keys);
  ala_setup_set_projects (setup, keys);
  assert_log (log, "projects ");
  g_assert_cmpstr (ala_setup_get_projects (setup)[0], ==, "ZEP");
  g_assert_cmpstr (ala_setup_get_projects (setup)[1], ==, "WEB");

  ala_setup_set_projects (setup, NULL);
  assert_log (log, "projects ");
  g_assert_null (ala_setup_get_projects (setup)[0]);
}

static void
test_every_choice_has_a_nick (void)
{
  GType types[] = { ALA_TYPE_STEP, ALA_TYPE_EDITION, ALA_TYPE_SECRET_PLACE, ALA_TYPE_WEBHOOK_PLAN };
  int last[] = { ALA_STEP_SUMMARY, ALA_EDITION_CLOUD, ALA_SECRET_PLACE_SESSION, ALA_WEBHOOK_PLAN_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (types[i]);

      g_assert_cmpint (klass->minimum, ==, 0);
      g_assert_cmpint (klass->maximum, ==, last[i]);
      g_assert_cmpuint (klass->n_values, ==, (guint) last[i] + 1);
      for (int value = 0; value <= last[i]; value++)
        g_assert_nonnull (g_enum_get_value (klass, value));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup/new", test_new);
  g_test_add_func ("/setup/every-property-notifies-once", test_every_property_notifies_once);
  g_test_add_func ("/setup/setters", test_setters);
  g_test_add_func ("/setup/pairs-change-together", test_pairs_change_together);
  g_test_add_func ("/setup/server", test_server);
  g_test_add_func ("/setup/done", test_done);
  g_test_add_func ("/setup/name", test_name);
  g_test_add_func ("/setup/own-name", test_own_name);
  g_test_add_func ("/setup/host-of-nothing", test_host_of_nothing);
  g_test_add_func ("/setup/reset-link", test_reset_link);
  g_test_add_func ("/setup/projects", test_projects);
  g_test_add_func ("/setup/every-choice-has-a-nick", test_every_choice_has_a_nick);
  return g_test_run ();
}
