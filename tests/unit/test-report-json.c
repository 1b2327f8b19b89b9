/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <json-glib/json-glib.h>

#include "ala-report-json.h"
#include "ala-report-html.h"
#include "ala-report-text.h"
#include "report-bench.h"

/* Every form that comes of the report that was read is that of the one that was written. */
static void
test_there_and_back (ReportBench   *bench,
                     gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *json = ala_report_to_json (report);
  g_autofree char *html = ala_report_to_html (report);
  g_autofree char *text = ala_report_to_text (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaReport) back = ala_report_new_from_json (json, strlen (json), &error);
  g_autofree char *json_back = NULL, *html_back = NULL, *text_back = NULL;

  g_assert_no_error (error);
  json_back = ala_report_to_json (back);
  html_back = ala_report_to_html (back);
  text_back = ala_report_to_text (back);
  g_assert_cmpstr (json_back, ==, json);
  g_assert_cmpstr (html_back, ==, html);
  g_assert_cmpstr (text_back, ==, text);
}

static void
test_an_empty_link (ReportBench   *bench,
                    gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL;
  g_autoptr (AlaReport) back = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (bench->setup);
  bench->setup = ala_setup_new ();
  report = report_bench_make (bench);
  json = ala_report_to_json (report);
  g_assert_nonnull (strstr (json, "\"expires\" : null"));
  back = ala_report_new_from_json (json, strlen (json), &error);
  g_assert_no_error (error);
  g_assert_cmpint (ala_report_get_token_expires (back), ==, 0);
}

/* What a later program adds is passed over. */
static void
test_members_may_be_added (ReportBench   *bench,
                           gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (AlaReport) like = report_bench_make_like (report, "\"format\"", "\"new\" : [{}], \"format\"");
  g_autoptr (AlaReport) shorter = report_bench_make_like (report, "\"leftToDo\"", "\"leftOver\"");

  g_assert_cmpstr (ala_report_get_user (like), ==, "Käthe Muster");
  g_assert_cmpuint (g_list_model_get_n_items (ala_report_get_tasks (shorter)), ==, 0);
}

/* The name that the person gave the link; an earlier program did not write one. */
static void
test_name (ReportBench   *bench,
           gconstpointer  unused)
{
  g_autoptr (AlaReport) report = NULL, back = NULL, earlier = NULL;
  g_autofree char *text = NULL;

  ala_setup_set_name (bench->setup, "Training");
  report = report_bench_make_full (bench);
  back = report_bench_make_like (report, "\"consumerKey\"", "\"consumerKey\"");
  earlier = report_bench_make_like (report, "\"name\" : \"Training\",", "");
  g_assert_cmpstr (ala_report_get_link_name (back), ==, "Training");
  g_assert_cmpstr (ala_report_get_link_name (earlier), ==, "");
  text = ala_report_to_text (back);
  g_assert_nonnull (strstr (text, "\nThe Link\nName of the link: Training\nAddress of Jira: https://jira.example.com\n"));
}

static void
assert_refused (const char *text,
                gsize       length,
                AlaProblem  problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaReport) report = ala_report_new_from_json (text, length, &error);

  if (report != NULL)
    g_test_message ("taken: %.*s", (int) MIN (length, 300), text);
  g_assert_null (report);
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_cut_anywhere (ReportBench   *bench,
                   gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *json = ala_report_to_json (report);

  /* The newline at the end is no loss. */
  for (gsize length = 0; length < strlen (json) - 1; length++)
    assert_refused (json, length, ALA_PROBLEM_REPORT_UNREADABLE);
}

static void
test_other_things (ReportBench   *bench,
                   gconstpointer  unused)
{
  static const char * const texts[] = {
    "", " ", "null", "1", "\"applink-report\"", "[]", "{}", "{\"format\": 1, \"version\": 1}",
    "{\"format\": \"applink-report\"}", "{\"format\": \"applink-report\", \"version\": \"1\"}",
    "{\"format\": \"applink-report\", \"version\": 0}", "{\"format\": \"applink-report\", \"version\": -1}",
    "{\"format\": \"applink-report\", \"version\": 1.5}", "{\"format\": \"other\", \"version\": 1}",
    "{\"format\": \"applink-report\", \"version\": 1}", "<!DOCTYPE html><html></html>", "\xff\xfe\x00", "{\"a\": \"\xc3\"}",
  };
  g_autofree char *deep = g_strnfill (1000000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]), ALA_PROBLEM_REPORT_UNREADABLE);
  assert_refused (deep, strlen (deep), ALA_PROBLEM_REPORT_UNREADABLE);
}

static void
test_newer (ReportBench   *bench,
            gconstpointer  unused)
{
  static const char newer[] = "{\"format\": \"applink-report\", \"version\": 2, \"checks\": \"quite different\"}";

  assert_refused (newer, strlen (newer), ALA_PROBLEM_REPORT_TOO_NEW);
}

/* Replaces the value of every member in turn by one of another type. */
static void
spoil (JsonNode   *root,
       JsonNode   *node,
       JsonNode   *with,
       guint      *n_spoilt)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l != NULL; l = l->next)
        {
          /* The object frees its own copy of the name when the member is replaced. */
          g_autofree char *name = g_strdup (l->data);
          JsonNode *value;
          g_autofree char *text = NULL;

          spoil (root, json_object_get_member (object, name), with, n_spoilt);
          value = json_node_copy (json_object_get_member (object, name));

          /* Only what the program reads back can be wrong; a time may be null, and an object may lack any member but those of lists. */
          if (!g_str_equal (name, "headline") && !g_str_equal (name, "explanation")
              && json_node_get_node_type (value) != JSON_NODE_NULL && !(JSON_NODE_HOLDS_OBJECT (value) && JSON_NODE_HOLDS_OBJECT (with)))
            {
              json_object_set_member (object, name, json_node_copy (with));
              text = json_to_string (root, FALSE);
              assert_refused (text, strlen (text), ALA_PROBLEM_REPORT_UNREADABLE);
              json_object_set_member (object, name, value);
              (*n_spoilt)++;
            }
          else
            {
              json_node_unref (value);
            }
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        spoil (root, json_array_get_element (array, i), with, n_spoilt);
    }
}

static void
test_wrong_types (ReportBench   *bench,
                  gconstpointer  unused)
{
  static const char * const others[] = { "1.5", "{\"a\": [1]}", "[[]]" };
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autofree char *json = ala_report_to_json (report);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JsonNode) root = json_from_string (json, NULL);
      g_autoptr (JsonNode) with = json_from_string (others[i], NULL);
      guint n_spoilt = 0;

      spoil (root, root, with, &n_spoilt);
      g_assert_cmpuint (n_spoilt, >, 80);
    }
}

static void
test_values_that_cannot_be (ReportBench   *bench,
                            gconstpointer  unused)
{
  static const char * const cases[][2] = {
    { "\"verdict\" : \"failed\"", "\"verdict\" : \"running\"" },
    { "\"verdict\" : \"failed\"", "\"verdict\" : \"skipped\"" },
    { "\"verdict\" : \"failed\"", "\"verdict\" : \"splendid\"" },
    { "\"state\" : \"failed\"", "\"state\" : \"waiting\"" },
    { "\"state\" : \"failed\"", "\"status\" : \"failed\"" },
    { "\"edition\" : \"server\"", "\"edition\" : \"\"" },
    { "\"bits\" : 2048", "\"bits\" : -1" },
    { "\"bits\" : 2048", "\"bits\" : 99999999999" },
    { "\"clockOffset\" : 0", "\"clockOffset\" : -9223372036854775808" },
    { "\"expires\" : \"2028", "\"expires\" : \"soon" },
    { "\"expires\" : \"2028", "\"expires\" : \"1928" },
    { "\"id\" : \"clock\"", "\"id\" : \"\"" },
    { "\"rehearsal\" : false", "\"rehearsal\" : 0" },
  };
  g_autoptr (AlaReport) report = report_bench_make_full (bench);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = ala_report_to_json (report);
      g_autoptr (GString) text = g_string_new (json);

      if (g_string_replace (text, cases[i][0], cases[i][1], 0) == 0)
        g_error ("%s is not in %s", cases[i][0], json);
      assert_refused (text->str, text->len, ALA_PROBLEM_REPORT_UNREADABLE);
    }
}

/* Somebody else’s report is read with the same care as somebody else’s Jira. */
static void
test_texts_are_cleaned (ReportBench   *bench,
                        gconstpointer  unused)
{
  g_autoptr (AlaReport) report = report_bench_make_full (bench);
  g_autoptr (AlaReport) like = report_bench_make_like (report, "Käthe Muster", "\\u001b[31mKäthe\\u0000 https://x:y@z");

  g_assert_null (strpbrk (ala_report_get_user (like), "\033"));
  g_assert_null (strstr (ala_report_get_user (like), "x:y"));
}

#define ADD(path, test) \
  g_test_add ("/report-json/" path, ReportBench, NULL, report_bench_set_up, test, report_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("an-empty-link", test_an_empty_link);
  ADD ("members-may-be-added", test_members_may_be_added);
  ADD ("name", test_name);
  ADD ("cut-anywhere", test_cut_anywhere);
  ADD ("other-things", test_other_things);
  ADD ("newer", test_newer);
  ADD ("wrong-types", test_wrong_types);
  ADD ("values-that-cannot-be", test_values_that_cannot_be);
  ADD ("texts-are-cleaned", test_texts_are_cleaned);
  return g_test_run ();
}
