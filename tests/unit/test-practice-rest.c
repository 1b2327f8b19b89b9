/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-practice-jira.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "practice-product.h"

#define API          "/rest/api/2"
#define OLD_WEBHOOKS "/rest/webhooks/1.0/webhook"
#define NEW_WEBHOOKS "/rest/jira-webhook/1.0/webhooks"
#define CONSUMER     "zephyr"
#define JSON         "application/json"

typedef struct
{
  AlaPracticeJira *jira;
  PracticeProduct *product;
  PracticeBrowser *wire;
  PracticeBrowser *person; /* logged in, for requests with a body, which oauthlib need not sign */
  char *token;
  JsonParser *parser;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  generation)
{
  g_autoptr (GError) error = NULL;

  fixture->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  g_assert_true (ala_practice_jira_set_generation (fixture->jira, generation));
  fixture->product = practice_product_new (ala_practice_jira_get_url (fixture->jira), CONSUMER);
  fixture->wire = fixture->product->browser;
  fixture->person = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
  fixture->parser = json_parser_new ();
  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr", CONSUMER, fixture->product->public_key, NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  practice_product_free (fixture->product);
  practice_browser_free (fixture->person);
  g_clear_object (&fixture->parser);
  g_free (fixture->token);
  g_assert_finalize_object (fixture->jira);
}

static JsonNode *
parse (Fixture         *fixture,
       PracticeBrowser *browser)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (practice_browser_get_header (browser, "Content-Type"), "application/json"));
  json_parser_load_from_data (fixture->parser, browser->body, (gssize) browser->length, &error);
  g_assert_no_error (error);

  return json_parser_get_root (fixture->parser);
}

/* Asks without a signature. Returns: (transfer none): the reply */
static JsonNode *
ask (Fixture    *fixture,
     const char *path,
     guint       status)
{
  if (practice_browser_get (fixture->wire, path) != status)
    g_error ("%s: %u instead of %u: %s", path, fixture->wire->status, status, fixture->wire->body);

  return parse (fixture, fixture->wire);
}

/* The same, signed for @user. */
static JsonNode *
ask_as (Fixture    *fixture,
        const char *user,
        const char *path,
        guint       status)
{
  g_free (fixture->token);
  fixture->token = practice_product_link (fixture->product, user);
  if (practice_product_send (fixture->product, "GET", path, "oauth_token", fixture->token, NULL) != status)
    g_error ("%s: %u instead of %u: %s", path, fixture->wire->status, status, fixture->wire->body);

  return parse (fixture, fixture->wire);
}

static JsonObject *
get_permission (JsonNode   *node,
                const char *key)
{
  JsonObject *all = json_object_get_object_member (json_node_get_object (node), "permissions");

  return json_object_has_member (all, key) ? json_object_get_object_member (all, key) : NULL;
}

static gboolean
has_permission (JsonNode   *node,
                const char *key)
{
  return json_object_get_boolean_member (get_permission (node, key), "havePermission");
}

static void
test_server_info_data_center (Fixture       *fixture,
                              gconstpointer  unused)
{
  JsonObject *info = json_node_get_object (ask (fixture, API "/serverInfo", 200));
  JsonArray *numbers = json_object_get_array_member (info, "versionNumbers");

  g_assert_cmpstr (json_object_get_string_member (info, "baseUrl"), ==, fixture->wire->base);
  g_assert_cmpstr (json_object_get_string_member (info, "deploymentType"), ==, "Server");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (info, "version"), "10."));
  g_assert_cmpint (json_array_get_int_element (numbers, 0), ==, 10);
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000$",
                                       json_object_get_string_member (info, "serverTime"), 0, 0));
  g_assert_null (practice_browser_get_header (fixture->wire, "X-RateLimit-Limit"));
}

static void
test_server_info_cloud (Fixture       *fixture,
                        gconstpointer  unused)
{
  JsonObject *info = json_node_get_object (ask (fixture, "/rest/api/3/serverInfo", 200));

  g_assert_cmpstr (json_object_get_string_member (info, "deploymentType"), ==, "Cloud");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (info, "version"), "1001.0.0"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (info, "defaultLocale"), "locale"), ==, "en_US");
}

static void
test_nobody_asks (Fixture       *fixture,
                  gconstpointer  unused)
{
  JsonNode *node = ask (fixture, API "/myself", 401);

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "status-code"), ==, 401);
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "X-AUSERNAME"), ==, "anonymous");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (ask (fixture, API "/project", 200))), ==, 0);
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "X-AUSERNAME"), ==, "anonymous");
  g_assert_false (has_permission (ask (fixture, API "/mypermissions", 200), "BROWSE_PROJECTS"));
  ask (fixture, NEW_WEBHOOKS, 401);
  ask (fixture, API "/nothing", 404);
}

static void
test_passwords (Fixture       *fixture,
                gconstpointer  unused)
{
  /* admin:admin and admin:wrong */
  g_assert_cmpuint (practice_browser_send (fixture->wire, "GET", API "/myself", "Basic YWRtaW46YWRtaW4=", NULL, NULL), ==, 200);
  g_assert_cmpuint (practice_browser_send (fixture->wire, "GET", API "/project", "Basic YWRtaW46d3Jvbmc=", NULL, NULL), ==, 401);
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "X-Seraph-LoginReason"), ==, "AUTHENTICATED_FAILED");

  ala_practice_jira_set_generation (fixture->jira, "cloud-2024");
  g_assert_cmpuint (practice_browser_send (fixture->wire, "GET", API "/myself", "Basic YWRtaW46YWRtaW4=", NULL, NULL), ==, 401);
}

static void
test_headers_of_a_data_center (Fixture       *fixture,
                               gconstpointer  unused)
{
  JsonObject *user = json_node_get_object (ask_as (fixture, "admin", API "/myself", 200));

  g_assert_cmpstr (json_object_get_string_member (user, "name"), ==, "admin");
  g_assert_true (json_object_get_boolean_member (user, "active"));
  g_assert_false (json_object_has_member (user, "accountId"));
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "X-AUSERNAME"), ==, "admin");
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "X-Seraph-LoginReason"), ==, "OK");
  g_assert_cmpstr (practice_browser_get_header (fixture->wire, "Retry-After"), ==, "0");
  g_assert_nonnull (practice_browser_get_header (fixture->wire, "X-RateLimit-Remaining"));
  g_assert_nonnull (practice_browser_get_header (fixture->wire, "X-AREQUESTID"));
}

static void
test_headers_of_a_cloud (Fixture       *fixture,
                         gconstpointer  unused)
{
  JsonObject *user = json_node_get_object (ask_as (fixture, "admin", API "/myself", 200));

  g_assert_false (json_object_has_member (user, "name"));
  g_assert_cmpstr (json_object_get_string_member (user, "accountId"), ==, practice_browser_get_header (fixture->wire, "X-AACCOUNTID"));
  g_assert_null (practice_browser_get_header (fixture->wire, "X-AUSERNAME"));
  g_assert_null (practice_browser_get_header (fixture->wire, "X-RateLimit-Limit"));
}

static void
test_permissions_of_a_data_center (Fixture       *fixture,
                                   gconstpointer  unused)
{
  /* It says everything, whatever is asked, and old names beside the new ones. */
  JsonNode *node = ask_as (fixture, "admin", API "/mypermissions?permissions=LINK_ISSUES", 200);

  g_assert_true (has_permission (node, "BROWSE_PROJECTS"));
  g_assert_true (has_permission (node, "ADMINISTER"));
  g_assert_cmpstr (json_object_get_string_member (get_permission (node, "ADMINISTER"), "type"), ==, "GLOBAL");
  g_assert_true (json_object_get_boolean_member (get_permission (node, "LINK_ISSUE"), "deprecatedKey"));
  g_assert_false (json_object_has_member (get_permission (node, "LINK_ISSUES"), "deprecatedKey"));

  /* Yes without a project means: in some project. */
  node = ask_as (fixture, "alex", API "/mypermissions", 200);
  g_assert_true (has_permission (node, "LINK_ISSUES"));
  g_assert_false (has_permission (node, "ADMINISTER"));
  g_assert_false (has_permission (node, "DELETE_ISSUES"));
  node = ask_as (fixture, "alex", API "/mypermissions?projectKey=WEB", 200);
  g_assert_true (has_permission (node, "LINK_ISSUES"));
  ask_as (fixture, "alex", API "/mypermissions?projectKey=OPS", 404);
  ask_as (fixture, "admin", API "/mypermissions?issueKey=OPS-1", 200);
}

static void
test_permissions_of_a_cloud (Fixture       *fixture,
                             gconstpointer  unused)
{
  JsonNode *node;
  JsonObject *all;

  ask_as (fixture, "admin", API "/mypermissions", 400);
  ask_as (fixture, "admin", API "/mypermissions?permissions=LINK_ISSUES,FLY", 400);
  node = ask_as (fixture, "admin", API "/mypermissions?permissions=LINK_ISSUES%2CADMINISTER", 200);
  all = json_object_get_object_member (json_node_get_object (node), "permissions");
  g_assert_cmpuint (json_object_get_size (all), ==, 2);
  g_assert_true (has_permission (node, "ADMINISTER"));
  g_assert_nonnull (get_permission (ask (fixture, API "/permissions", 200), "MOVE_ISSUES"));
}

static void
test_projects (Fixture       *fixture,
               gconstpointer  unused)
{
  JsonArray *projects = json_node_get_array (ask_as (fixture, "admin", API "/project", 200));
  JsonObject *page;

  g_assert_cmpuint (json_array_get_length (projects), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (projects, 0), "key"), ==, "ZEP");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (ask_as (fixture, "alex", API "/project", 200))), ==, 2);
  ask_as (fixture, "alex", API "/project/WEB", 200);
  ask_as (fixture, "alex", API "/project/OPS", 404);

  /* On a Data Center "search" is a project that is not there. */
  ask_as (fixture, "admin", API "/project/search", 404);
  ala_practice_jira_set_generation (fixture->jira, "cloud-2024");
  page = json_node_get_object (ask_as (fixture, "admin", API "/project/search?startAt=1&maxResults=1", 200));
  g_assert_cmpint (json_object_get_int_member (page, "total"), ==, 3);
  g_assert_false (json_object_get_boolean_member (page, "isLast"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, "values")), ==, 1);
  page = json_node_get_object (ask_as (fixture, "admin", API "/project/search?startAt=99", 200));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, "values")), ==, 0);
}

static void
test_create_meta (Fixture       *fixture,
                  gconstpointer  unused)
{
  JsonObject *reply;

  reply = json_node_get_object (ask_as (fixture, "admin", API "/issue/createmeta", 200));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (reply, "projects")), ==, 3);

  ala_practice_jira_set_generation (fixture->jira, "data-center-9");
  ask_as (fixture, "admin", API "/issue/createmeta", 404);
  reply = json_node_get_object (ask_as (fixture, "admin", API "/issue/createmeta/ZEP/issuetypes", 200));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (reply, "values")), >, 0);
  ask_as (fixture, "admin", API "/issue/createmeta/NONE/issuetypes", 404);

  ala_practice_jira_set_generation (fixture->jira, "cloud-2024");
  reply = json_node_get_object (ask_as (fixture, "admin", API "/issue/createmeta/ZEP/issuetypes", 200));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (reply, "issueTypes")), >, 0);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  unused)
{
  static const char *arrays[] = { API "/issuetype", API "/field", API "/priority", "/rest/api/latest/field" };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_assert_cmpuint (json_array_get_length (json_node_get_array (ask_as (fixture, "alex", arrays[i], 200))), >, 2);
  g_assert_true (json_object_has_member (json_node_get_object (ask_as (fixture, "alex", API "/issueLinkType", 200)),
                                         "issueLinkTypes"));
  ask_as (fixture, "alex", "/rest/api/3/field", 404);

  g_assert_cmpuint (practice_browser_get (fixture->wire, "/rest/applinks/1.0/manifest"), ==, 200);
  practice_browser_assert_shows (fixture->wire, "<typeId>jira</typeId>");
  g_assert_cmpuint (practice_browser_send (fixture->wire, "POST", API "/field", NULL, JSON, "{}"), ==, 405);
}

#define EVENTS "\"events\":[\"jira:issue_updated\",\"project_deleted\"]"

static guint
send (Fixture    *fixture,
      const char *method,
      const char *path,
      const char *body)
{
  return practice_browser_send (fixture->person, method, path, NULL, JSON, body);
}

static void
test_old_webhooks (Fixture       *fixture,
                   gconstpointer  unused)
{
  JsonObject *webhook;
  g_autofree char *self_url = NULL;

  practice_browser_log_in (fixture->person, "/secure/Dashboard.jspa", "admin");
  practice_browser_log_in (fixture->person, "/login.jsp", "admin");

  g_assert_cmpuint (send (fixture, "POST", NEW_WEBHOOKS, "{}"), ==, 404);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS, "not json"), ==, 400);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS, "{\"name\":\"Z\"," EVENTS "}"), ==, 400);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS, "{\"name\":\"Z\",\"url\":\"x\"," EVENTS "}"), ==, 400);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS, "{\"name\":\"Z\",\"url\":\"https://z/\",\"events\":\"all\"}"), ==, 400);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS, "{\"name\":\"Z\",\"url\":\"https://z/\",\"events\":[[1],{},null]}"), ==, 400);
  g_assert_cmpuint (send (fixture, "POST", OLD_WEBHOOKS,
                          "{\"name\":\"Z\",\"url\":\"https://z/\",\"excludeBody\":true,"
                          "\"filters\":{\"issue-related-events-section\":\"project = ZEP\"}," EVENTS "}"), ==, 201);
  webhook = json_node_get_object (parse (fixture, fixture->person));
  g_assert_true (json_object_get_boolean_member (webhook, "excludeBody"));
  g_assert_true (json_object_get_boolean_member (webhook, "enabled"));
  self_url = g_strdup (json_object_get_string_member (webhook, "self"));
  g_assert_true (g_str_has_suffix (self_url, OLD_WEBHOOKS "/1"));

  g_assert_cmpuint (send (fixture, "PUT", self_url, "{\"enabled\":false,\"events\":[]}"), ==, 200);
  g_assert_cmpuint (send (fixture, "GET", self_url, NULL), ==, 200);
  webhook = json_node_get_object (parse (fixture, fixture->person));
  g_assert_false (json_object_get_boolean_member (webhook, "enabled"));
  g_assert_cmpstr (json_object_get_string_member (webhook, "name"), ==, "Z");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (webhook, "events")), ==, 0);
  g_assert_cmpuint (send (fixture, "GET", OLD_WEBHOOKS, NULL), ==, 200);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (parse (fixture, fixture->person))), ==, 1);
  g_assert_cmpuint (send (fixture, "DELETE", self_url, NULL), ==, 204);
  g_assert_cmpuint (send (fixture, "GET", self_url, NULL), ==, 404);
}

static void
test_new_webhooks (Fixture       *fixture,
                   gconstpointer  unused)
{
  JsonObject *webhook;
  g_autofree char *path = NULL;

  practice_browser_log_in (fixture->person, "/login.jsp", "admin");
  g_assert_cmpuint (send (fixture, "GET", OLD_WEBHOOKS, NULL), ==, 404);
  g_assert_cmpuint (send (fixture, "POST", NEW_WEBHOOKS,
                          "{\"name\":\"Z\",\"url\":\"https://z/\",\"secret\":\"s\",\"sslVerificationRequired\":false,"
                          "\"configuration\":{\"EXCLUDE_BODY\":\"true\",\"SECRET\":\"hidden\"}," EVENTS "}"), ==, 201);
  g_assert_null (strstr (fixture->person->body, "hidden"));
  webhook = json_node_get_object (parse (fixture, fixture->person));
  g_assert_cmpstr (json_object_get_string_member (webhook, "scopeType"), ==, "global");
  g_assert_false (json_object_get_boolean_member (webhook, "sslVerificationRequired"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (webhook, "configuration"), "EXCLUDE_BODY"), ==,
                   "true");
  g_assert_cmpint (json_object_get_int_member (webhook, "createdDate"), >, G_GINT64_CONSTANT (1700000000000));
  path = g_strdup_printf (NEW_WEBHOOKS "/%" G_GINT64_FORMAT, json_object_get_int_member (webhook, "id"));
  {
    g_autofree char *statistics = g_strconcat (path, "/statistics", NULL);

    g_assert_cmpuint (send (fixture, "GET", statistics, NULL), ==, 200);
  }
  g_assert_cmpuint (send (fixture, "PUT", path, "{\"active\":false}"), ==, 200);
  g_assert_cmpuint (send (fixture, "DELETE", path, NULL), ==, 204);
  g_assert_cmpuint (send (fixture, "GET", NEW_WEBHOOKS, NULL), ==, 200);
  g_assert_cmpstr (fixture->person->body, ==, "[]");

  /* And without an administrator's rights. */
  practice_browser_get (fixture->person, "/secure/Dashboard.jspa");
  practice_browser_press (fixture->person, "log_out", NULL);
  practice_browser_log_in (fixture->person, "/login.jsp", "alex");
  g_assert_cmpuint (send (fixture, "GET", NEW_WEBHOOKS, NULL), ==, 403);
}

/* Those of apps are not for OAuth 1.0a, and no number of the others fills memory. */
static void
test_webhook_limits (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *large = g_strnfill (300 * 1024, 'x');
  guint made = 0;

  ask_as (fixture, "admin", API "/webhook", 403);
  practice_browser_log_in (fixture->person, "/login.jsp", "admin");
  while (made < 1000 && send (fixture, "POST", OLD_WEBHOOKS, "{\"name\":\"Z\",\"url\":\"https://z/\"," EVENTS "}") == 201)
    made++;
  g_assert_cmpuint (made, ==, 100);
  g_assert_cmpuint (send (fixture, "PUT", OLD_WEBHOOKS "/1", deep), ==, 400);
  g_assert_cmpuint (send (fixture, "PUT", OLD_WEBHOOKS "/1", large), ==, 413);
  g_assert_cmpuint (send (fixture, "GET", OLD_WEBHOOKS, NULL), ==, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, generation, test) g_test_add ("/practice/rest/" name, Fixture, generation, set_up, test, tear_down)
  add ("server-info/data-center", "data-center-10", test_server_info_data_center);
  add ("server-info/cloud", "cloud-2020", test_server_info_cloud);
  add ("nobody", "data-center-10", test_nobody_asks);
  add ("passwords", "data-center-9", test_passwords);
  add ("headers/data-center", "data-center-9", test_headers_of_a_data_center);
  add ("headers/cloud", "cloud-2024", test_headers_of_a_cloud);
  add ("permissions/data-center", "data-center-10", test_permissions_of_a_data_center);
  add ("permissions/cloud", "cloud-2024", test_permissions_of_a_cloud);
  add ("projects", "data-center-10", test_projects);
  add ("createmeta", "server-8", test_create_meta);
  add ("lists", "data-center-10", test_lists);
  add ("webhooks/old", "data-center-9", test_old_webhooks);
  add ("webhooks/new", "data-center-10", test_new_webhooks);
  add ("webhooks/limits", "cloud-2020", test_webhook_limits);
#undef add

  return g_test_run ();
}
