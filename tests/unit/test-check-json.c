/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-check-json.h"

#define REPLY "{\"text\": \"Käthe\", \"empty\": \"\", \"yes\": true, \"no\": false, \"one\": 1, \"minus\": -4, " \
              "\"huge\": 99999999999, \"half\": 0.5, \"null\": null, \"list\": [], \"object\": {\"inner\": \"x\"}}"

static const char * const members[] = {
  "text", "empty", "yes", "no", "one", "minus", "huge", "half", "null", "list", "object", "absent",
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* Each reader takes its own kind and nothing else, whatever it is pointed at. */
static void
test_each_reader_takes_its_own_kind (void)
{
  g_autoptr (JsonNode) root = parse (REPLY);
  JsonObject *object = ala_check_json_get_object (root);

  g_assert_nonnull (object);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *member = members[i];
      JsonNode *node = ala_check_json_get_member (object, member);
      gboolean value = 42;
      gboolean is_boolean = ala_check_json_get_boolean (object, member, &value);

      g_test_message ("%s", member);
      g_assert_cmpint (node != NULL, ==, !g_str_equal (member, "absent"));
      g_assert_cmpstr (ala_check_json_get_name (object, member), ==,
                       g_str_equal (member, "text") ? "Käthe" : NULL);
      g_assert_cmpint (ala_check_json_get_count (object, member), ==, g_str_equal (member, "one") ? 1 : -1);
      g_assert_cmpint (ala_check_json_get_object (node) != NULL, ==, g_str_equal (member, "object"));
      g_assert_cmpint (ala_check_json_get_array (node) != NULL, ==, g_str_equal (member, "list"));
      g_assert_cmpint (is_boolean, ==, g_str_equal (member, "yes") || g_str_equal (member, "no"));
      g_assert_cmpint (value, ==, is_boolean ? g_str_equal (member, "yes") : 42);
    }
}

static void
test_nothing_to_read (void)
{
  g_autoptr (JsonNode) list = parse ("[1]");
  gboolean value;

  g_assert_null (ala_check_json_get_object (NULL));
  g_assert_null (ala_check_json_get_array (NULL));
  g_assert_null (ala_check_json_get_object (list));
  g_assert_nonnull (ala_check_json_get_array (list));
  g_assert_null (ala_check_json_get_member (NULL, "a"));
  g_assert_null (ala_check_json_get_name (NULL, "a"));
  g_assert_false (ala_check_json_get_boolean (NULL, "a", &value));
  g_assert_cmpint (ala_check_json_get_count (NULL, "a"), ==, -1);
}

static void
test_a_novel_is_no_name (void)
{
  g_autofree char *novel = g_strnfill (5000, 'a');
  g_autofree char *text = g_strdup_printf ("{\"name\": \"%s\", \"long\": \"%.255s\"}", novel, novel);
  g_autoptr (JsonNode) root = parse (text);
  JsonObject *object = ala_check_json_get_object (root);

  g_assert_null (ala_check_json_get_name (object, "name"));
  g_assert_cmpuint (strlen (ala_check_json_get_name (object, "long")), ==, 255);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-json/each-reader-takes-its-own-kind", test_each_reader_takes_its_own_kind);
  g_test_add_func ("/check-json/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/check-json/a-novel-is-no-name", test_a_novel_is_no_name);
  return g_test_run ();
}
