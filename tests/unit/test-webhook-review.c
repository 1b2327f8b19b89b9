/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-webhook-review.h"

#include <string.h>

#include "ala-webhook-json.h"

#define URL  "https://zephyr.example.com/hook"
#define NEAR "https://zephyr.example.com/flex"

static const char *const wanted[] = { "jira:issue_updated", "jira:version_created", "project_updated", NULL };

#define ALL "\"events\": [\"jira:issue_updated\", \"jira:version_created\", \"project_updated\"]"

static AlaWebhookReview *
review (const char *json,
        const char *url,
        const char *near)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  g_autoptr (GPtrArray) webhooks = NULL;

  g_assert_no_error (error);
  webhooks = ala_webhook_list_from_json (root);

  return ala_webhook_review_new (webhooks, wanted, url, near);
}

static AlaWebhook *
first (AlaWebhookReview *self)
{
  return g_ptr_array_index (ala_webhook_review_get_webhooks (self), 0);
}

static void
assert_problem (AlaWebhookReview *self,
                AlaProblem        problem,
                const char       *shown)
{
  g_autoptr (GError) error = ala_webhook_review_new_error (self);

  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
  g_assert_true (ala_webhook_review_is_good (self) == (problem == ALA_PROBLEM_NONE));
  if (shown != NULL && strstr (error->message, shown) == NULL)
    g_error ("“%s” is not in: %s", shown, error->message);
}

static void
test_relations (void)
{
  static const char json[] =
    "[{\"url\": \"https://chat.example.com/\", \"events\": [\"jira:issue_updated\"]},"
    " {\"url\": \"https://zephyr.example.com/other\", \"events\": []},"
    " {\"url\": \"https://elsewhere.example.com/\", " ALL "},"
    " {\"url\": \"https://ZEPHYR.example.com:443/hook/\", " ALL "}]";
  g_autoptr (AlaWebhookReview) known = review (json, URL, NEAR);
  g_autoptr (AlaWebhookReview) by_host = review (json, "", NEAR);
  g_autoptr (AlaWebhookReview) nothing_known = review (json, "", "");

  g_assert_cmpstr (ala_webhook_get_url (first (known)), ==, "https://ZEPHYR.example.com:443/hook/");
  g_assert_cmpuint (ala_webhook_review_count (known, ALA_WEBHOOK_OURS), ==, 1);
  g_assert_cmpuint (ala_webhook_review_count (known, ALA_WEBHOOK_SIMILAR), ==, 2);
  g_assert_cmpuint (ala_webhook_review_count (known, ALA_WEBHOOK_FOREIGN), ==, 1);
  assert_problem (known, ALA_PROBLEM_NONE, NULL);

  g_assert_cmpuint (ala_webhook_review_count (by_host, ALA_WEBHOOK_OURS), ==, 2);
  g_assert_cmpuint (ala_webhook_review_count (nothing_known, ALA_WEBHOOK_OURS), ==, 0);
  g_assert_cmpuint (ala_webhook_review_count (nothing_known, ALA_WEBHOOK_SIMILAR), ==, 2);
  assert_problem (nothing_known, ALA_PROBLEM_WEBHOOK_MISSING, "4");
}

static void
test_remarks (void)
{
  static const struct
  {
    const char *json;
    AlaWebhookRemark remarks;
    AlaProblem problem;
    const char *shown; /* (nullable): in the sentence */
  } cases[] = {
    { "[{\"url\": \"" URL "\", " ALL "}]", ALA_WEBHOOK_REMARK_NONE, ALA_PROBLEM_NONE, NULL },
    { "[{\"url\": \"" URL "\", \"events\": [\"jira:issue_updated\"]}]", ALA_WEBHOOK_REMARK_INCOMPLETE, ALA_PROBLEM_WEBHOOK_INCOMPLETE,
      "Version created, Project updated" },
    { "[{\"url\": \"" URL "\", \"events\": [\"jira:issue_updated\", \"jira:version_created\", \"project_updated\", \"x\"]}]",
      ALA_WEBHOOK_REMARK_EXTRA, ALA_PROBLEM_NONE, NULL },
    { "[{\"url\": \"" URL "\", \"active\": false, " ALL "}]", ALA_WEBHOOK_REMARK_DISABLED, ALA_PROBLEM_WEBHOOK_DISABLED, "Issue updated" },
    { "[{\"url\": \"" URL "\", \"statistics\": {\"errors\": 3, \"lastError\": \"refused\"}, " ALL "}]", ALA_WEBHOOK_REMARK_FAILING,
      ALA_PROBLEM_WEBHOOK_FAILING, "refused" },
    { "[{\"url\": \"" URL "\", \"statistics\": {\"errors\": 0, \"failures\": 0}, " ALL "}]", ALA_WEBHOOK_REMARK_NONE, ALA_PROBLEM_NONE, NULL },
    { "[{\"url\": \"" URL "\", \"jqlFilter\": \"project = A\", " ALL "}]", ALA_WEBHOOK_REMARK_FILTERED, ALA_PROBLEM_WEBHOOK_NARROW,
      "project = A" },
    { "[{\"url\": \"" URL "\", \"excludeBody\": true, " ALL "}]", ALA_WEBHOOK_REMARK_NO_BODY, ALA_PROBLEM_WEBHOOK_NARROW, NULL },
    { "[{\"url\": \"" URL "\", " ALL "}, {\"url\": \"" URL "/\", \"events\": [\"project_updated\"]}]", ALA_WEBHOOK_REMARK_TWICE,
      ALA_PROBLEM_WEBHOOK_NARROW, NULL },
    { "[{\"url\": \"" URL "\", " ALL "}, {\"url\": \"" URL "\", \"enabled\": false, " ALL "}]", ALA_WEBHOOK_REMARK_NONE, ALA_PROBLEM_NONE,
      NULL },
    { "[]", ALA_WEBHOOK_REMARK_NONE, ALA_PROBLEM_WEBHOOK_MISSING, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaWebhookReview) self = review (cases[i].json, URL, NEAR);

      g_test_message ("%s", cases[i].json);
      assert_problem (self, cases[i].problem, cases[i].shown);
      if (ala_webhook_review_get_webhooks (self)->len > 0)
        {
          g_autofree char *words = ala_webhook_review_describe (self, first (self));

          g_assert_cmphex (ala_webhook_review_get_remarks (self, first (self)), ==, cases[i].remarks);
          g_assert_cmpstr (words, !=, "");
        }
    }
}

/* Two that share the work are as good as one, and an event is as good as the best webhook that has it. */
static void
test_events_of_several (void)
{
  g_autoptr (AlaWebhookReview) shared =
    review ("[{\"url\": \"" URL "\", \"events\": [\"jira:issue_updated\"]},"
            " {\"url\": \"" URL "\", \"events\": [\"jira:version_created\", \"project_updated\"]}]", URL, NEAR);
  g_autoptr (AlaWebhookReview) mixed =
    review ("[{\"url\": \"" URL "\", \"jqlFilter\": \"a = b\", \"events\": [\"jira:issue_updated\", \"project_updated\"]},"
            " {\"url\": \"" URL "\", \"active\": false, \"events\": [\"jira:version_created\", \"project_updated\"]},"
            " {\"url\": \"https://other.example.com/\", " ALL "}]", URL, NEAR);

  assert_problem (shared, ALA_PROBLEM_NONE, NULL);
  g_assert_cmpuint (g_strv_length ((char **) ala_webhook_get_events (ala_webhook_review_get_best (shared))), ==, 2);
  g_assert_cmpint (ala_webhook_review_get_event_state (mixed, "jira:issue_updated"), ==, ALA_WEBHOOK_EVENT_FILTERED);
  g_assert_cmpint (ala_webhook_review_get_event_state (mixed, "project_updated"), ==, ALA_WEBHOOK_EVENT_SENT);
  g_assert_cmpint (ala_webhook_review_get_event_state (mixed, "jira:version_created"), ==, ALA_WEBHOOK_EVENT_DISABLED);
  g_assert_cmpint (ala_webhook_review_get_event_state (mixed, "jira:version_moved"), ==, ALA_WEBHOOK_EVENT_MISSING);
  assert_problem (mixed, ALA_PROBLEM_WEBHOOK_DISABLED, "Version created");
}

static void
test_nothing_wanted (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) webhooks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AlaWebhookReview) self = NULL;

  g_ptr_array_add (webhooks, ala_webhook_new ("X", "https://x/", wanted, NULL));
  self = ala_webhook_review_new (webhooks, none, "", "");
  g_assert_cmpuint (ala_webhook_review_count (self, ALA_WEBHOOK_FOREIGN), ==, 1);
  assert_problem (self, ALA_PROBLEM_NONE, NULL);
  g_assert_null (ala_webhook_review_get_best (self));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webhook-review/relations", test_relations);
  g_test_add_func ("/webhook-review/remarks", test_remarks);
  g_test_add_func ("/webhook-review/events-of-several", test_events_of_several);
  g_test_add_func ("/webhook-review/nothing-wanted", test_nothing_wanted);
  return g_test_run ();
}
