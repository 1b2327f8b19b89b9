/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-webhook.h"

#include <string.h>

#include "ala-webhook-address.h"
#include "ala-webhook-event.h"
#include "ala-webhook-json.h"

static AlaWebhook *
read_webhook (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);

  return ala_webhook_new_from_json (node);
}

/* Both shapes of reference/jira-oauth.md section 7 say the same. */
static void
test_shapes (void)
{
  g_autoptr (AlaWebhook) old =
    read_webhook ("{\"name\": \"Z\", \"url\": \"https://z.example.com/hook\", \"events\": [\"project_updated\", \"jira:issue_updated\"],"
          " \"filters\": {\"issue-related-events-section\": \"project = ABC\"}, \"enabled\": false, \"excludeBody\": true,"
          " \"self\": \"https://jira.example.com/jira/rest/webhooks/1.0/webhook/72/?x#y\", \"lastUpdated\": 1700000000000}");
  g_autoptr (AlaWebhook) new =
    read_webhook ("{\"id\": 72, \"name\": \"Z\", \"url\": \"https://z.example.com/hook\","
          " \"events\": [\"jira:issue_updated\", \"project_updated\", \"jira:issue_updated\"],"
          " \"filters\": {\"issue-related-events-section\": \"project = ABC\"}, \"active\": false,"
          " \"configuration\": {\"EXCLUDE_BODY\": \"true\"}, \"scopeType\": \"global\", \"statistics\": {\"counts\": {\"errors\": 2,"
          " \"failures\": {\"count\": 3}, \"successes\": 9, \"window\": {}}, \"lastError\": {\"message\": \"refused\"}}}");

  g_assert_cmpstr (ala_webhook_get_id (old), ==, "72");
  g_assert_cmpstr (ala_webhook_get_id (new), ==, "72");
  g_assert_cmpuint (ala_webhook_compare (old, new), ==, ALA_WEBHOOK_SAME);
  g_assert_cmpstr (ala_webhook_get_jql (old), ==, "project = ABC");
  g_assert_false (ala_webhook_is_active (new));
  g_assert_true (ala_webhook_excludes_body (new));
  g_assert_cmpuint (g_strv_length ((char **) ala_webhook_get_events (new)), ==, 2);
  g_assert_cmpint (ala_webhook_get_failures (old), ==, -1);
  g_assert_cmpint (ala_webhook_get_failures (new), ==, 5);
  g_assert_cmpstr (ala_webhook_get_last_error (new), ==, "refused");
}

/* What is not known by sight: other names for the same, and what narrows a webhook under whatever name. */
static void
test_odd_shapes (void)
{
  g_autoptr (AlaWebhook) pre8 = read_webhook ("{\"url\": \"http://z\", \"jqlFilter\": \"a = b\", \"excludeIssueDetails\": true}");
  g_autoptr (AlaWebhook) other = read_webhook ("{\"url\": \"http://z\", \"filters\": {\"some-section\": \"c = d\"}, \"id\": \"a-1\"}");
  g_autoptr (AlaWebhook) both = read_webhook ("{\"url\": \"http://z\", \"excludeBody\": false, \"configuration\": {\"EXCLUDE_BODY\": \"TRUE\"},"
                                      " \"statistics\": {\"failures\": 1, \"lastError\": \"late\"}}");
  g_autoptr (AlaWebhook) odd_id = read_webhook ("{\"url\": \"http://z\", \"id\": \"../7\", \"self\": \"http://jira/webhook/..\"}");

  g_assert_cmpstr (ala_webhook_get_jql (pre8), ==, "a = b");
  g_assert_true (ala_webhook_excludes_body (pre8));
  g_assert_true (ala_webhook_is_active (pre8));
  g_assert_cmpstr (ala_webhook_get_jql (other), ==, "c = d");
  g_assert_cmpstr (ala_webhook_get_id (other), ==, "a-1");
  g_assert_true (ala_webhook_excludes_body (both));
  g_assert_cmpint (ala_webhook_get_failures (both), ==, 1);
  g_assert_cmpstr (ala_webhook_get_last_error (both), ==, "late");
  g_assert_cmpstr (ala_webhook_get_id (odd_id), ==, "");
}

/* Every member of every wrong type: a webhook with an address, or none. */
static void
test_wrong_types (void)
{
  static const char *const values[] = { "null", "true", "-1", "1e300", "\"\"", "\"x\"", "[]", "{}", "[[1], {}, null, \"e\"]",
                                        "{\"counts\": {\"errors\": -9223372036854775808, \"failures\": 9223372036854775807}}" };
  static const char *const members[] = { "id", "name", "url", "events", "filters", "enabled", "active", "excludeBody", "self",
                                         "configuration", "statistics", "jqlFilter" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *text = g_strdup_printf ("{\"url\": \"https://z.example.com/\", \"events\": [\"e\"], \"%s\": %s}",
                                                 members[i], values[j]);
        g_autoptr (AlaWebhook) webhook = read_webhook (text);

        if (webhook == NULL)
          {
            g_assert_cmpstr (members[i], ==, "url");
            continue;
          }
        g_assert_nonnull (ala_webhook_get_name (webhook));
        g_assert_nonnull (ala_webhook_get_events (webhook));
        g_assert_cmpint (ala_webhook_get_failures (webhook), >=, -1);
      }

  g_assert_null (ala_webhook_new_from_json (NULL));
  g_assert_null (read_webhook ("[]"));
}

static void
test_lists (void)
{
  static const char *const texts[] = {
    "[{\"url\": \"http://a\"}, null, 7, {\"name\": \"none\"}, {\"url\": \"http://b\"}]",
    "{\"values\": [{\"url\": \"http://a\"}, {\"url\": \"http://b\"}], \"total\": 2}",
    "{\"webhooks\": [{\"url\": \"http://a\"}, {\"url\": \"http://b\"}]}",
  };
  g_autoptr (JsonNode) object = json_from_string ("{\"values\": {}}", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) root = json_from_string (texts[i], NULL);
      g_autoptr (GPtrArray) webhooks = ala_webhook_list_from_json (root);

      g_assert_cmpuint (webhooks->len, ==, 2);
      g_assert_cmpstr (ala_webhook_get_url (webhooks->pdata[1]), ==, "http://b");
    }
  g_assert_null (ala_webhook_list_from_json (object));
}

static char *
write_webhook (AlaWebhook    *webhook,
               AlaWebhookApi  api,
               AlaWebhook    *before)
{
  g_autoptr (GBytes) bytes = ala_webhook_to_json (webhook, api, before);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
test_written (void)
{
  static const char *const events[] = { "a", "b", NULL };
  static const char *const more[] = { "b", "c", NULL };
  g_autoptr (AlaWebhook) draft = ala_webhook_new ("Z \"1\"", "https://z/", events, NULL);
  g_autoptr (AlaWebhook) there = read_webhook ("{\"id\": 7, \"name\": \"Z\", \"url\": \"https://z/\", \"events\": [\"a\"], \"active\": false,"
                                       " \"filters\": {\"issue-related-events-section\": \"x = y\"}, \"configuration\": {}}");
  g_autoptr (AlaWebhook) completed = ala_webhook_new_completed (there, more);
  g_autofree char *old = write_webhook (draft, ALA_WEBHOOK_API_OLD, NULL);
  g_autofree char *new = write_webhook (draft, ALA_WEBHOOK_API_NEW, NULL);
  g_autofree char *old_change = write_webhook (completed, ALA_WEBHOOK_API_OLD, there);
  g_autofree char *new_change = write_webhook (completed, ALA_WEBHOOK_API_NEW, there);

  g_assert_cmpstr (old, ==, "{\"name\":\"Z \\\"1\\\"\",\"url\":\"https://z/\",\"events\":[\"a\",\"b\"],\"excludeBody\":false}");
  g_assert_cmpstr (new, ==, "{\"name\":\"Z \\\"1\\\"\",\"url\":\"https://z/\",\"events\":[\"a\",\"b\"],\"excludeBody\":false,"
                            "\"configuration\":{\"EXCLUDE_BODY\":\"false\"},\"sslVerificationRequired\":true,\"active\":true}");

  /* A change keeps the filter, and does not name what may hold a secret. */
  g_assert_cmpstr (old_change, ==, "{\"name\":\"Z\",\"url\":\"https://z/\",\"events\":[\"a\",\"b\",\"c\"],"
                                   "\"filters\":{\"issue-related-events-section\":\"x = y\"},\"excludeBody\":false,\"enabled\":true}");
  g_assert_cmpstr (new_change, ==, "{\"name\":\"Z\",\"url\":\"https://z/\",\"events\":[\"a\",\"b\",\"c\"],"
                                   "\"filters\":{\"issue-related-events-section\":\"x = y\"},\"active\":true}");
  g_assert_cmpuint (ala_webhook_compare (completed, there), ==, ALA_WEBHOOK_EVENTS | ALA_WEBHOOK_ACTIVE);
}

static void
test_addresses (void)
{
  static const char *const good[] = {
    "https://zephyr.example.com/flex/webhook?key=${issue.key}&id={issue.id}", "http://10.1.2.3:8081/webhook", "https://[2001:db8::1]:8443/",
    "HTTP://Zephyr.example.com",
  };
  static const char *const bad[] = {
    "", "  ", "zephyr.example.com/webhook", "ftp://zephyr.example.com/", "https://", "https:///path", "https://a b.example.com/",
    "https://zephyr.example.com/a b", "javascript:alert(1)", "https://user:secret@zephyr.example.com/", "https://zephyr.example.c\xd0\xbem/",
    "https://zephyr.example.com:99999/", "https://zephyr.example.com/\n2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *spaced = g_strconcat ("\xc2\xa0 ", good[i], "\n", NULL);
      g_autofree char *address = ala_webhook_address_normalize (spaced, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = ala_webhook_address_normalize (bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOK_ADDRESS);
      g_assert_null (address);
      g_assert_null (strstr (error->message, "secret"));
    }

  {
    g_autofree char *shown = ala_webhook_address_dup_shown ("https://chat.example.com/services/T0/B0/topsecret?token=x");

    g_assert_cmpstr (shown, ==, "https://chat.example.com/…");
  }
  g_assert_true (ala_webhook_address_equal ("https://Z.example.com:443/a/", "https://z.example.com/a"));
  g_assert_true (ala_webhook_address_equal ("http://z.example.com", "http://z.example.com:80/"));
  g_assert_false (ala_webhook_address_equal ("http://z.example.com/a", "https://z.example.com/a"));
  g_assert_false (ala_webhook_address_equal ("https://z.example.com/a", "https://z.example.com/A"));
  g_assert_false (ala_webhook_address_equal ("https://z.example.com/a?x=1", "https://z.example.com/a"));
  g_assert_false (ala_webhook_address_equal ("not an address", "not an address"));
}

static void
test_private_addresses (void)
{
  static const char *const private[] = {
    "http://localhost:8081/", "http://127.0.0.1/", "https://10.0.0.1/", "https://172.16.5.5/", "https://192.168.1.1/x", "https://169.254.1.1/",
    "https://100.64.0.1/", "https://zephyr/", "https://zephyr.local/", "https://z.corp/", "https://[::1]/", "https://[fd00::1]/",
    "https://[fe80::1]/",
  };
  static const char *const public[] = {
    "https://zephyr.example.com/", "https://172.32.0.1/", "https://100.128.0.1/", "https://8.8.8.8/", "https://[2001:4860::1]/", "nonsense",
  };

  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    if (!ala_webhook_address_is_private (private[i]))
      g_error ("%s is private", private[i]);
  for (guint i = 0; i < G_N_ELEMENTS (public); i++)
    if (ala_webhook_address_is_private (public[i]))
      g_error ("%s is public", public[i]);
}

static void
test_events (void)
{
  static const char *const events[] = { "jira:issue_updated", "board_moved", NULL };
  g_autofree char *list = ala_webhook_event_dup_list (events);

  g_assert_cmpstr (list, ==, "Issue updated, board_moved");
  g_assert_true (ala_webhook_event_is_filtered ("jira:issue_deleted"));
  g_assert_false (ala_webhook_event_is_filtered ("jira:version_deleted"));
  g_assert_false (ala_webhook_event_is_filtered ("project_deleted"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webhook/shapes", test_shapes);
  g_test_add_func ("/webhook/odd-shapes", test_odd_shapes);
  g_test_add_func ("/webhook/wrong-types", test_wrong_types);
  g_test_add_func ("/webhook/lists", test_lists);
  g_test_add_func ("/webhook/written", test_written);
  g_test_add_func ("/webhook/addresses", test_addresses);
  g_test_add_func ("/webhook/private-addresses", test_private_addresses);
  g_test_add_func ("/webhook/events", test_events);
  return g_test_run ();
}
