/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-profiles.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ala-test-folder.h"

#define FIELDS "\"fields\": [ { \"id\": \"name\", \"label\": \"Name\", \"value\": \"link-name\" } ]"
#define MEMBERS                                                             \
  "\"format\": 1, \"id\": \"mine\", \"name\": \"Mine\", \"consumer-key\": \"mine\", " \
  "\"application-name\": \"My product\", \"url-label\": \"Address\""
#define OWN_KEY "\"key-owner\": \"product\", \"key-source\": \"In its settings.\""
#define FINGERPRINT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define WHOLE "{ " MEMBERS ", " FIELDS " }"

static AlaProfile *
new_profile (const char *text)
{
  g_autoptr (GError) error = NULL;
  AlaProfile *profile = ala_profile_new_from_json (text, -1, &error);

  g_assert_no_error (error);
  return profile;
}

static void
test_smallest (void)
{
  g_autoptr (AlaProfile) profile = new_profile (WHOLE);
  g_autoptr (AlaProfileField) field = NULL;

  g_assert_cmpstr (ala_profile_get_id (profile), ==, "mine");
  g_assert_cmpstr (ala_profile_get_application_name (profile), ==, "My product");
  g_assert_cmpstr (ala_profile_get_description (profile), ==, "");
  g_assert_cmpstr (ala_profile_get_url_suffix (profile), ==, "");
  g_assert_cmpstr (ala_profile_get_key_note (profile), ==, "");
  g_assert_cmpuint (ala_profile_get_key_bits (profile), ==, 2048);
  g_assert_cmpint (ala_profile_get_private_key_form (profile), ==, ALA_KEY_FORM_PKCS8_PEM);
  g_assert_cmpstrv (ala_profile_get_permissions (profile), ((const char *[]) { NULL }));
  g_assert_cmpstrv (ala_profile_get_events (profile), ((const char *[]) { NULL }));
  g_assert_cmpstrv (ala_profile_get_afterwards (profile), ((const char *[]) { NULL }));

  g_assert_cmpuint (g_list_model_get_n_items (ala_profile_get_fields (profile)), ==, 1);
  field = g_list_model_get_item (ala_profile_get_fields (profile), 0);
  g_assert_cmpstr (ala_profile_field_get_id (field), ==, "name");
  g_assert_cmpstr (ala_profile_field_get_label (field), ==, "Name");
  g_assert_cmpstr (ala_profile_field_get_hint (field), ==, "");
  g_assert_cmpint (ala_profile_field_get_value (field), ==, ALA_FIELD_LINK_NAME);
  g_assert_false (ala_profile_field_is_secret (field));
}

/* A word may be the name of a computer, so it stays an address as it is, and the whole one is an offer. */
static void
test_url_offer (void)
{
  static const struct
  {
    const char *typed, *offer, *url;
  } cases[] = {
    { "acme", "https://acme.yourzephyr.com/flex", "https://acme/flex" },
    { " Acme-2 ", "https://acme-2.yourzephyr.com/flex", "https://acme-2/flex" },
    { "localhost", NULL, "http://localhost/flex" },
    { "zephyr.example.com", NULL, "https://zephyr.example.com/flex" },
    { "zephyr:8443", NULL, "https://zephyr:8443/flex" },
    { "https://acme.yourzephyr.com/flex", NULL, "https://acme.yourzephyr.com/flex" },
    { "-", NULL, NULL },
    { "", NULL, "" },
  };
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  AlaProfile *zephyr = ala_profiles_find (profiles, "zephyr-enterprise");
  g_autofree char *without_forms = ala_profile_dup_url_offer (ala_profiles_find (profiles, "generic"), "acme");

  g_assert_null (without_forms);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offer = ala_profile_dup_url_offer (zephyr, cases[i].typed);
      g_autofree char *url = ala_profile_dup_product_url (zephyr, cases[i].typed);
      g_autofree char *again = offer != NULL ? ala_profile_dup_product_url (zephyr, offer) : NULL;

      g_assert_cmpstr (offer, ==, cases[i].offer);
      g_assert_cmpstr (again, ==, cases[i].offer);
      if (cases[i].url != NULL)
        g_assert_cmpstr (url, ==, cases[i].url);
    }
}

/* One value for the three fields of Jira's dialog that are most easily mistaken for each other. */
static void
test_named_by_key (void)
{
  g_autoptr (AlaProfile) named = new_profile (WHOLE);
  g_auto (GStrv) parts = g_strsplit (WHOLE, "\"application-name\": \"My product\", ", 2);
  g_autofree char *text = g_strjoinv ("", parts);
  g_autoptr (AlaProfile) unnamed = new_profile (text);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_false (ala_profile_names_link_by_key (named));
  g_assert_true (ala_profile_names_link_by_key (unnamed));
  g_assert_cmpstr (ala_profile_get_application_name (unnamed), ==, ala_profile_get_name (unnamed));
}

static void
test_unreadable (void)
{
  static const struct
  {
    const char *text;
    const char *bad; /* what the message must name */
  } cases[] = {
    { "", "{}" },
    { "[]", "{}" },
    { "{ \"format\": 1", "JSON" },
    { "{}", "format" },
    { "{ \"format\": 2 }", "format" },
    { "{ \"format\": 1 }", "id" },
    { "{ " MEMBERS " }", "fields" },
    { "{ " MEMBERS ", \"fields\": [] }", "fields" },
    { "{ " MEMBERS ", \"fields\": {} }", "fields" },
    { "{ " MEMBERS ", \"fields\": [ 7 ] }", "fields" },
    { "{ " MEMBERS ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"nonsense\" } ] }", "fields" },
    { "{ " MEMBERS ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"text\" } ] }", "fields" },
    { "{ " MEMBERS ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"action\", \"text\": \"t\" } ] }", "fields" },
    { "{ " MEMBERS ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"action\" },"
      "                            { \"id\": \"a\", \"label\": \"B\", \"value\": \"action\" } ] }", "fields" },
    { "{ " MEMBERS ", " FIELDS ", \"key-bits\": 512 }", "key-bits" },
    { "{ " MEMBERS ", " FIELDS ", \"key-bits\": \"2048\" }", "key-bits" },
    { "{ " MEMBERS ", " FIELDS ", \"private-key-form\": \"der\" }", "private-key-form" },
    { "{ " MEMBERS ", " FIELDS ", \"url-suffix\": \"flex\" }", "url-suffix" },
    { "{ " MEMBERS ", " FIELDS ", \"url-suffix\": \"/flex/\" }", "url-suffix" },
    { "{ " MEMBERS ", " FIELDS ", \"permissions\": [ 1 ] }", "permissions" },
    { "{ " MEMBERS ", " FIELDS ", \"events\": \"all\" }", "events" },
    { "{ " MEMBERS ", " FIELDS ", \"webhook-url\": \"http://{host}/hook\" }", "webhook-url" },
    { "{ " MEMBERS ", " FIELDS ", \"webhook-url\": \"http://z/hook\", \"webhook-note\": \"There.\" }", "webhook-url" },
    { "{ " MEMBERS ", " FIELDS ", \"description\": null }", "description" },
    { "{ " MEMBERS ", " FIELDS ", \"id\": \"../mine\" }", "id" },
    { "{ " MEMBERS ", " FIELDS ", \"consumer-key\": \"my key\" }", "consumer-key" },
    { "{ " MEMBERS ", " FIELDS ", \"consumer-key\": \"\" }", "consumer-key" },
    { "{ " MEMBERS ", " FIELDS ", \"product-url\": \"somewhere else\" }", "product-url" },
    { "{ " MEMBERS ", " FIELDS ", \"jira-notes\": \"one\" }", "jira-notes" },
    { "{ " MEMBERS ", " FIELDS ", \"key-owner\": \"nobody\" }", "key-owner" },
    { "{ " MEMBERS ", " FIELDS ", \"key-owner\": \"product\" }", "key-source" },
    { "{ " MEMBERS ", " FIELDS ", \"key-source\": \"There.\" }", "key-source" },
    { "{ " MEMBERS ", " OWN_KEY ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"private-key\" } ] }", "fields" },
    { "{ " MEMBERS ", " OWN_KEY ", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"access-token\" } ] }", "fields" },
    { "{ " MEMBERS ", " FIELDS ", \"known-keys\": [] }", "known-keys" },
    { "{ " MEMBERS ", " FIELDS ", \"known-keys\": [ { \"fingerprint\": \"" FINGERPRINT "\" } ] }", "known-keys" },
    { "{ " MEMBERS ", " FIELDS ", \"known-keys\": [ { \"fingerprint\": \"12ab\", \"note\": \"Short.\" } ] }", "known-keys" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaProfile) profile = ala_profile_new_from_json (cases[i].text, -1, &error);

      if (profile != NULL)
        g_error ("“%s” was read as a profile", cases[i].text);
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_PROFILE_UNREADABLE);
      if (strstr (error->message, cases[i].bad) == NULL)
        g_error ("“%s” does not name %s", error->message, cases[i].bad);
    }
}

static void
test_own_key (void)
{
  g_autoptr (AlaProfile) profile = new_profile ("{ " MEMBERS ", " OWN_KEY ", " FIELDS ", \"consumer-key\": \"Their Own Key\","
                                                " \"product-url\": \"https://product.example.com\","
                                                " \"jira-notes\": [ \"One.\", \"Two.\" ],"
                                                " \"known-keys\": [ { \"fingerprint\": \"" FINGERPRINT "\", \"note\": \"Everybody’s.\" } ] }");
  g_autoptr (AlaProfile) silent = new_profile ("{ " MEMBERS ", " OWN_KEY ", " FIELDS ", \"consumer-key\": \"\" }");
  g_autoptr (AlaProfile) ours = new_profile (WHOLE);

  g_assert_true (ala_profile_brings_key (profile));
  g_assert_cmpstr (ala_profile_get_key_source (profile), ==, "In its settings.");
  g_assert_cmpstr (ala_profile_get_consumer_key (profile), ==, "Their Own Key");
  g_assert_cmpstr (ala_profile_get_product_url (profile), ==, "https://product.example.com");
  g_assert_cmpstrv (ala_profile_get_jira_notes (profile), ((const char *[]) { "One.", "Two.", NULL }));
  g_assert_cmpstr (ala_profile_get_known_key_note (profile, FINGERPRINT), ==, "Everybody’s.");
  g_assert_null (ala_profile_get_known_key_note (profile, ""));
  g_assert_cmpstr (ala_profile_get_consumer_key (silent), ==, "");
  g_assert_false (ala_profile_brings_key (ours));
  g_assert_null (ala_profile_get_known_key_note (ours, FINGERPRINT));
}

/* What each field of a dialog is filled with. */
static void
test_values (void)
{
  static const struct
  {
    const char *id, *value;
  } wanted[] = {
    { "name", "jira.example.com" },
    { "url", "https://jira.example.com/j" },
    { "key", "consumer" },
    { "public", "BODY" },
    { "request", "https://jira.example.com/j/plugins/servlet/oauth/request-token" },
    { "authorize", "https://jira.example.com/j/plugins/servlet/oauth/authorize" },
    { "access", "https://jira.example.com/j/plugins/servlet/oauth/access-token" },
    { "fixed", "RSA-SHA1" },
    { "private", "" },
    { "token", "" },
    { "click", "" },
  };
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (AlaProfile) profile = new_profile ("{ " MEMBERS ", \"fields\": ["
    "{ \"id\": \"name\", \"label\": \"A\", \"value\": \"link-name\" },"
    "{ \"id\": \"url\", \"label\": \"A\", \"value\": \"jira-url\" },"
    "{ \"id\": \"key\", \"label\": \"A\", \"value\": \"consumer-key\" },"
    "{ \"id\": \"public\", \"label\": \"A\", \"value\": \"public-key\" },"
    "{ \"id\": \"request\", \"label\": \"A\", \"value\": \"request-token-url\" },"
    "{ \"id\": \"authorize\", \"label\": \"A\", \"value\": \"authorize-url\" },"
    "{ \"id\": \"access\", \"label\": \"A\", \"value\": \"access-token-url\" },"
    "{ \"id\": \"fixed\", \"label\": \"A\", \"text\": \"RSA-SHA1\" },"
    "{ \"id\": \"private\", \"label\": \"A\", \"value\": \"private-key\" },"
    "{ \"id\": \"token\", \"label\": \"A\", \"value\": \"access-token\" },"
    "{ \"id\": \"click\", \"label\": \"A\", \"value\": \"action\" } ] }");

  ala_setup_set_jira_url (setup, "https://jira.example.com/j");
  ala_setup_set_consumer_key (setup, "consumer");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (ala_profile_get_fields (profile), i);
      g_autofree char *value = ala_profile_field_dup_value (field, setup, "BODY");

      g_assert_cmpstr (ala_profile_field_get_id (field), ==, wanted[i].id);
      g_assert_cmpstr (value, ==, wanted[i].value);
      g_assert_cmpint (ala_profile_field_is_secret (field), ==, ala_profile_field_get_secret (field) != NULL);
    }
}

static void
test_product_url (void)
{
  static const struct
  {
    const char *typed, *with_suffix, *without;
  } cases[] = {
    { "https://zephyr.example.com", "https://zephyr.example.com/flex", "https://zephyr.example.com" },
    { " acme.yourzephyr.com ", "https://acme.yourzephyr.com/flex", "https://acme.yourzephyr.com" },
    { "https://zephyr.example.com/flex", "https://zephyr.example.com/flex", "https://zephyr.example.com/flex" },
    { "https://zephyr.example.com/flex/", "https://zephyr.example.com/flex", "https://zephyr.example.com/flex" },
    { "http://zephyr.example.com:8080/flex/html5/", "http://zephyr.example.com:8080/flex",
      "http://zephyr.example.com:8080/flex/html5" },
    { "https://zephyr.example.com/flexible", "https://zephyr.example.com/flexible/flex",
      "https://zephyr.example.com/flexible" },
    { "https://example.com/zephyr", "https://example.com/zephyr/flex", "https://example.com/zephyr" },
    { "https://flex.example.com", "https://flex.example.com/flex", "https://flex.example.com" },
    { "", "", "" },
    { "ftp://zephyr.example.com", "", "" },
    { "https://z\xd0\xb5phyr.example.com", "", "" }, /* a Cyrillic letter */
  };
  g_autoptr (AlaProfile) with = new_profile ("{ " MEMBERS ", " FIELDS ", \"url-suffix\": \"/flex\" }");
  g_autoptr (AlaProfile) without = new_profile (WHOLE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = ala_profile_dup_product_url (with, cases[i].typed);
      g_autofree char *again = ala_profile_dup_product_url (with, url);
      g_autofree char *plain = ala_profile_dup_product_url (without, cases[i].typed);

      g_assert_cmpstr (url, ==, cases[i].with_suffix);
      g_assert_cmpstr (again, ==, cases[i].with_suffix);
      g_assert_cmpstr (plain, ==, cases[i].without);
    }
}

static void
assert_sentence (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (*text != '\0' && (!g_str_has_suffix (text, ".") || strstr (text, "  ") != NULL || strchr (text, '!') != NULL))
    g_error ("“%s” is no calm sentence", text);
}

static void
test_all_of_ours (void)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  GListModel *model = G_LIST_MODEL (profiles);

  g_assert_true (g_list_model_get_item_type (model) == ALA_TYPE_PROFILE);
  g_assert_cmpuint (g_list_model_get_n_items (model), >=, 2);
  g_assert_null (g_list_model_get_item (model, 1000));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AlaProfile) profile = g_list_model_get_item (model, i);
      GListModel *fields = ala_profile_get_fields (profile);
      const char *const *afterwards = ala_profile_get_afterwards (profile);

      assert_sentence (ala_profile_get_description (profile));
      assert_sentence (ala_profile_get_key_note (profile));
      for (guint j = 0; afterwards[j] != NULL; j++)
        assert_sentence (afterwards[j]);
      for (guint j = 0; j < g_list_model_get_n_items (fields); j++)
        {
          g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, j);

          assert_sentence (ala_profile_field_get_hint (field));
        }
      g_assert_true (ala_profiles_find (profiles, ala_profile_get_id (profile)) == profile);
    }
}

/* Against reference data that is written down here once more: the dialog of the guide, in its order. */
static void
test_zephyr (void)
{
  static const struct
  {
    const char *label;
    AlaFieldValue value;
    gboolean secret;
  } dialog[] = {
    { "Auth Mode", ALA_FIELD_TEXT, FALSE },
    { "Name", ALA_FIELD_JIRA_URL, FALSE },
    { "Jira URL", ALA_FIELD_JIRA_URL, FALSE },
    { "Consumer Key Name", ALA_FIELD_CONSUMER_KEY, FALSE },
    { "Consumer Private Key", ALA_FIELD_PRIVATE_KEY, TRUE },
    { "Confirm", ALA_FIELD_ACTION, FALSE },
    { "Confirm", ALA_FIELD_ACTION, FALSE },
    { "Step 1", ALA_FIELD_ACTION, FALSE },
    { "Allow", ALA_FIELD_ACTION, FALSE },
    { "Step 2", ALA_FIELD_ACTION, FALSE },
    { "Save", ALA_FIELD_ACTION, FALSE },
    { "Done", ALA_FIELD_ACTION, FALSE },
    { "Create defects in Jira", ALA_FIELD_ACTION, FALSE },
    { "Requirements & Defect Tracking", ALA_FIELD_ACTION, FALSE },
  };
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaProfile) first = g_list_model_get_item (G_LIST_MODEL (profiles), 0);
  AlaProfile *profile = ala_profiles_find (profiles, "zephyr-enterprise");
  GListModel *fields = ala_profile_get_fields (profile);
  g_autoptr (AlaProfileField) auth_mode = g_list_model_get_item (fields, 1);

  g_assert_true (first == profile);
  g_assert_true (ala_profiles_find (profiles, "no such profile") == profile);
  g_assert_cmpstr (ala_profile_get_name (profile), ==, "Zephyr Enterprise");
  g_assert_cmpstr (ala_profile_get_consumer_key (profile), ==, "zephyr-enterprise");
  g_assert_cmpstr (ala_profile_get_url_suffix (profile), ==, "/flex");
  g_assert_cmpuint (ala_profile_get_key_bits (profile), ==, 2048);
  g_assert_nonnull (strstr (ala_profile_get_key_note (profile), "not documented"));
  g_assert_cmpint (ala_profile_get_private_key_form (profile), ==, ALA_KEY_FORM_PKCS8_BODY);
  g_assert_true (g_strv_contains (ala_profile_get_permissions (profile), "BROWSE_PROJECTS"));
  g_assert_cmpuint (g_strv_length ((GStrv) ala_profile_get_events (profile)), ==, 10);
  g_assert_cmpuint (g_strv_length ((GStrv) ala_profile_get_afterwards (profile)), ==, 2);
  g_assert_cmpstr (ala_profile_field_get_text (auth_mode), ==, "OAuth (1.0a)");

  /* Offered for the one deployment that it belongs to, and only where the host is known. */
  {
    g_autofree char *known = ala_profile_dup_webhook_url (profile, "https://Zephyr.example.com/flex");
    g_autofree char *literal = ala_profile_dup_webhook_url (profile, "https://[::1]:8443/flex");
    g_autofree char *unknown = ala_profile_dup_webhook_url (profile, "");

    g_assert_cmpstr (known, ==, "http://zephyr.example.com:8081/webhook");
    g_assert_cmpstr (literal, ==, "http://[::1]:8081/webhook");
    g_assert_cmpstr (unknown, ==, "");
    g_assert_nonnull (strstr (ala_profile_get_webhook_note (profile), "RabbitMQ"));
  }

  /* The first line is the way to the dialog. */
  g_assert_cmpuint (g_list_model_get_n_items (fields), ==, G_N_ELEMENTS (dialog) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (dialog); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i + 1);

      g_assert_cmpstr (ala_profile_field_get_label (field), ==, dialog[i].label);
      g_assert_cmpint (ala_profile_field_get_value (field), ==, dialog[i].value);
      g_assert_cmpint (ala_profile_field_is_secret (field), ==, dialog[i].secret);
    }
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_those_of_the_user (void)
{
  static const char *names[] = { "mine.json", "other zephyr.json", "damaged.json", "notes.txt", "profile-1.schema.json" };
  g_autofree char *folder = ala_profiles_dup_folder ();
  const GError *error;
  g_autoptr (AlaProfiles) without = ala_profiles_new ();
  g_autoptr (AlaProfiles) profiles = NULL;
  guint n_ours = g_list_model_get_n_items (G_LIST_MODEL (without));

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  write_file (folder, names[0], WHOLE);
  write_file (folder, names[1],
              "{ " MEMBERS ", " FIELDS ", \"id\": \"zephyr-enterprise\", \"name\": \"Our own Zephyr\" }");
  write_file (folder, names[2], "{ " MEMBERS " }");
  write_file (folder, names[3], "nothing of ours");
  write_file (folder, names[4], "{}");

  g_assert_cmpuint (ala_profiles_get_errors (without)->len, ==, 0);
  profiles = ala_profiles_new ();
  g_assert_cmpuint (ala_profiles_get_errors (profiles)->len, ==, 1);
  error = g_ptr_array_index (ala_profiles_get_errors (profiles), 0);
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_PROFILE_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "damaged.json"));
  g_assert_nonnull (strstr (error->message, "fields"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (profiles)), ==, n_ours + 1);
  g_assert_cmpstr (ala_profile_get_name (ala_profiles_find (profiles, "mine")), ==, "Mine");
  g_assert_cmpstr (ala_profile_get_name (ala_profiles_find (profiles, "zephyr-enterprise")), ==, "Our own Zephyr");
  g_assert_true (ala_profiles_find (profiles, "no such profile") == ala_profiles_find (profiles, "zephyr-enterprise"));

  ala_test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  int status;

  /* Before anything asks for the user's folder: profiles of the person who runs the test must not show up. */
  data = g_dir_make_tmp ("ala-profile-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/smallest", test_smallest);
  g_test_add_func ("/profile/named-by-key", test_named_by_key);
  g_test_add_func ("/profile/url-offer", test_url_offer);
  g_test_add_func ("/profile/unreadable", test_unreadable);
  g_test_add_func ("/profile/own-key", test_own_key);
  g_test_add_func ("/profile/values", test_values);
  g_test_add_func ("/profile/product-url", test_product_url);
  g_test_add_func ("/profile/all-of-ours", test_all_of_ours);
  g_test_add_func ("/profile/zephyr", test_zephyr);
  g_test_add_func ("/profile/those-of-the-user", test_those_of_the_user);
  status = g_test_run ();

  ala_test_folder_remove (data);
  return status;
}
