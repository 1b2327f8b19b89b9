/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-resource.h"

#include <string.h>

#include "ala-practice-permissions.h"
#include "ala-practice-template.h"

#define MAX_PAGE 50

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
reply_builder (AlaPracticeExchange *exchange,
               guint                status,
               JsonBuilder         *builder)
{
  ala_practice_exchange_reply_json (exchange, status, json_builder_get_root (builder));
}

/* Sample data that never changes but for Jira's own address in it. */
static void
reply_sample (AlaPracticeExchange *exchange,
              const char          *file)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);

  ala_practice_exchange_reply (exchange, 200, "application/json;charset=UTF-8",
                               ala_practice_template_render (file, "&base", base_url, NULL));
}

static JsonNode *
load_sample (AlaPracticeExchange *exchange,
             const char          *file)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *text = ala_practice_template_render (file, "&base", base_url, NULL);
  JsonNode *node = json_from_string (text, NULL);

  g_assert (node != NULL);

  return node;
}

void
ala_practice_resource_server_info (AlaPracticeExchange *exchange)
{
  const AlaPracticeGeneration *generation;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *base_url = NULL;
  g_autofree char *time = NULL;

  g_return_if_fail (exchange != NULL);

  generation = exchange->state->generation;
  base_url = ala_practice_state_dup_base_url (exchange->state);
  now = g_date_time_new_from_unix_utc (ala_practice_state_get_now (exchange->state));
  time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.000+0000");

  json_builder_begin_object (builder);
  add_string (builder, "baseUrl", base_url);
  if (generation->cloud)
    add_string (builder, "displayUrl", base_url);
  add_string (builder, "version", generation->version);
  json_builder_set_member_name (builder, "versionNumbers");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (generation->numbers); i++)
    json_builder_add_int_value (builder, generation->numbers[i]);
  json_builder_end_array (builder);
  add_string (builder, "deploymentType", generation->cloud ? "Cloud" : "Server");
  add_int (builder, "buildNumber", generation->build);
  add_string (builder, "buildDate", generation->build_date);
  if (!generation->cloud)
    add_int (builder, "databaseBuildNumber", generation->build);
  add_string (builder, "serverTime", time);
  add_string (builder, "scmInfo", "0000000000000000000000000000000000000000");
  add_string (builder, "serverTitle", "Practice Jira");
  if (generation->cloud)
    {
      json_builder_set_member_name (builder, "defaultLocale");
      json_builder_begin_object (builder);
      add_string (builder, "locale", "en_US");
      json_builder_end_object (builder);
      add_string (builder, "serverTimeZone", "Etc/UTC");
    }
  json_builder_end_object (builder);

  reply_builder (exchange, 200, builder);
}

void
ala_practice_resource_manifest (AlaPracticeExchange *exchange)
{
  const AlaPracticeGeneration *generation;
  g_autofree char *base_url = NULL;
  g_autofree char *build = NULL;

  g_return_if_fail (exchange != NULL);

  generation = exchange->state->generation;
  base_url = ala_practice_state_dup_base_url (exchange->state);
  build = g_strdup_printf ("%u", generation->build);
  ala_practice_exchange_reply (exchange, 200, "application/xml;charset=UTF-8",
                               ala_practice_template_render ("manifest.xml",
                                                             "version", generation->version,
                                                             "build", build,
                                                             "base", base_url,
                                                             NULL));
}

/* Another shape than other errors have (reference/jira-oauth.md section 7, status codes). */
static void
reply_message (AlaPracticeExchange *exchange,
               guint                status,
               const char          *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "message", text);
  add_int (builder, "status-code", status);
  json_builder_end_object (builder);
  reply_builder (exchange, status, builder);
}

void
ala_practice_resource_reply_nothing (AlaPracticeExchange *exchange)
{
  g_autofree char *uri = g_uri_to_string (soup_server_message_get_uri (exchange->message));
  g_autofree char *text = g_strdup_printf ("null for uri: %s", uri);

  reply_message (exchange, 404, text);
}

static void
reply_myself (AlaPracticeExchange *exchange,
              const char          *argument)
{
  const AlaPracticeUser *user = exchange->user;
  gboolean cloud = exchange->state->generation->cloud;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *base_url = NULL;
  g_autofree char *self_url = NULL;

  if (user == NULL)
    {
      if (cloud)
        ala_practice_exchange_reply_error (exchange, 401, "Client must be authenticated to access this resource.");
      else
        reply_message (exchange, 401, "Client must be authenticated to access this resource.");
      return;
    }

  base_url = ala_practice_state_dup_base_url (exchange->state);
  self_url = g_strdup_printf ("%s/rest/api/2/user?%s=%s", base_url, cloud ? "accountId" : "username",
                              cloud ? user->account_id : user->name);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_string (builder, "self", self_url);
  if (cloud)
    {
      add_string (builder, "accountId", user->account_id);
      add_string (builder, "accountType", "atlassian");
    }
  else
    {
      add_string (builder, "key", user->key);
      add_string (builder, "name", user->name);
    }
  add_string (builder, "emailAddress", user->email);
  add_string (builder, "displayName", user->display_name);
  add_boolean (builder, "active", !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_USER_INACTIVE));
  add_string (builder, "timeZone", "Etc/UTC");
  add_string (builder, "locale", "en_US");
  json_builder_end_object (builder);
  reply_builder (exchange, 200, builder);
}

static void
add_project (AlaPracticeExchange      *exchange,
             JsonBuilder              *builder,
             const AlaPracticeProject *project)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *self_url = g_strdup_printf ("%s/rest/api/2/project/%s", base_url, project->id);

  json_builder_begin_object (builder);
  add_string (builder, "expand", "description,lead,issueTypes,url,projectKeys,permissions");
  add_string (builder, "self", self_url);
  add_string (builder, "id", project->id);
  add_string (builder, "key", project->key);
  add_string (builder, "name", project->name);
  add_string (builder, "projectTypeKey", "software");
  json_builder_end_object (builder);
}

static void
reply_projects (AlaPracticeExchange *exchange,
                const char          *argument)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) projects = ala_practice_projects_list (exchange);

  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    add_project (exchange, builder, g_ptr_array_index (projects, i));
  json_builder_end_array (builder);
  reply_builder (exchange, 200, builder);
}

static void
reply_no_project (AlaPracticeExchange *exchange,
                  const char          *key)
{
  g_autofree char *text = g_strdup_printf ("No project could be found with key '%s'.", key);

  ala_practice_exchange_reply_error (exchange, 404, text);
}

static void
reply_project (AlaPracticeExchange *exchange,
               const char          *key)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AlaPracticeProject *project = ala_practice_projects_find (exchange, key);

  if (project == NULL)
    {
      reply_no_project (exchange, key);
      return;
    }

  add_project (exchange, builder, project);
  reply_builder (exchange, 200, builder);
}

static guint
get_page_number (AlaPracticeExchange *exchange,
                 const char          *name,
                 guint                fallback,
                 guint                max)
{
  const char *text = ala_practice_exchange_get_query (exchange, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL) ? (guint) number : fallback;
}

/* Begins an object with the members that all paged replies have; the array of the items has to follow. */
static void
begin_page (JsonBuilder *builder,
            guint        start,
            guint        max,
            guint        total,
            const char  *items)
{
  json_builder_begin_object (builder);
  add_int (builder, "startAt", start);
  add_int (builder, "maxResults", max);
  add_int (builder, "total", total);
  add_boolean (builder, "isLast", start + max >= total);
  json_builder_set_member_name (builder, items);
  json_builder_begin_array (builder);
}

static void
end_page (AlaPracticeExchange *exchange,
          JsonBuilder         *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  reply_builder (exchange, 200, builder);
}

/* Cloud alone; a Data Center takes "search" for the key of a project. */
static void
reply_project_search (AlaPracticeExchange *exchange,
                      const char          *argument)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) projects = NULL;
  guint start, max;

  if (!exchange->state->generation->cloud)
    {
      reply_no_project (exchange, "search");
      return;
    }

  projects = ala_practice_projects_list (exchange);
  start = get_page_number (exchange, "startAt", 0, G_MAXINT);
  max = get_page_number (exchange, "maxResults", MAX_PAGE, MAX_PAGE);
  begin_page (builder, start, max, projects->len, "values");
  for (guint i = start; i < projects->len && i < start + max; i++)
    add_project (exchange, builder, g_ptr_array_index (projects, i));
  end_page (exchange, builder);
}

static void
add_create_project (AlaPracticeExchange      *exchange,
                    JsonBuilder              *builder,
                    const AlaPracticeProject *project)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", project->id);
  add_string (builder, "key", project->key);
  add_string (builder, "name", project->name);
  json_builder_set_member_name (builder, "issuetypes");
  json_builder_add_value (builder, load_sample (exchange, "issuetype.json"));
  json_builder_end_object (builder);
}

/* The form for all projects at once, which Jira 9 no longer has: there "createmeta" is the key of an issue that is not there. */
static void
reply_createmeta (AlaPracticeExchange *exchange,
                  const char          *argument)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) projects = NULL;

  if (!exchange->state->generation->global_createmeta)
    {
      ala_practice_exchange_reply_error (exchange, 404, "Issue Does Not Exist");
      return;
    }

  projects = ala_practice_projects_list (exchange);
  json_builder_begin_object (builder);
  add_string (builder, "expand", "projects");
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    add_create_project (exchange, builder, g_ptr_array_index (projects, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  reply_builder (exchange, 200, builder);
}

static void
reply_createmeta_issue_types (AlaPracticeExchange *exchange,
                              const char          *key)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) types = NULL;
  JsonArray *array;
  guint start, max;

  if (ala_practice_projects_find (exchange, key) == NULL)
    {
      reply_no_project (exchange, key);
      return;
    }

  types = load_sample (exchange, "issuetype.json");
  array = json_node_get_array (types);
  start = get_page_number (exchange, "startAt", 0, G_MAXINT);
  max = get_page_number (exchange, "maxResults", MAX_PAGE, MAX_PAGE);
  begin_page (builder, start, max, json_array_get_length (array), exchange->state->generation->cloud ? "issueTypes" : "values");
  for (guint i = start; i < json_array_get_length (array) && i < start + max; i++)
    json_builder_add_value (builder, json_array_dup_element (array, i));
  end_page (exchange, builder);
}

static void
reply_issue_types (AlaPracticeExchange *exchange,
                   const char          *argument)
{
  reply_sample (exchange, "issuetype.json");
}

static void
reply_fields (AlaPracticeExchange *exchange,
              const char          *argument)
{
  reply_sample (exchange, "field.json");
}

static void
reply_issue_link_types (AlaPracticeExchange *exchange,
                        const char          *argument)
{
  reply_sample (exchange, "issue-link-type.json");
}

static void
reply_priorities (AlaPracticeExchange *exchange,
                  const char          *argument)
{
  reply_sample (exchange, "priority.json");
}

static void
reply_my_permissions (AlaPracticeExchange *exchange,
                      const char          *argument)
{
  ala_practice_permissions_mine (exchange);
}

static void
reply_permissions (AlaPracticeExchange *exchange,
                   const char          *argument)
{
  ala_practice_permissions_all (exchange);
}

/* The webhooks of apps, which an OAuth 1.0a token never gets at (reference/jira-oauth.md section 7). */
static void
reply_app_webhooks (AlaPracticeExchange *exchange,
                    const char          *argument)
{
  if (exchange->state->generation->cloud)
    ala_practice_exchange_reply_error (exchange, 403, "Only Connect and OAuth 2.0 apps can use this operation.");
  else
    ala_practice_resource_reply_nothing (exchange);
}

static const struct
{
  const char *path; /* "*" stands for one part of the path, which becomes the argument */
  void (*reply) (AlaPracticeExchange *exchange,
                 const char          *argument);
} resources[] = {
  { "myself", reply_myself },
  { "mypermissions", reply_my_permissions },
  { "permissions", reply_permissions },
  { "project", reply_projects },
  { "project/search", reply_project_search },
  { "project/*", reply_project },
  { "issuetype", reply_issue_types },
  { "field", reply_fields },
  { "issueLinkType", reply_issue_link_types },
  { "priority", reply_priorities },
  { "issue/createmeta", reply_createmeta },
  { "issue/createmeta/*/issuetypes", reply_createmeta_issue_types },
  { "webhook", reply_app_webhooks },
};

/* Returns: whether @path is of the form @pattern; @argument: (out) (transfer full) (nullable): what "*" stands for, decoded */
static gboolean
matches (const char  *pattern,
         const char  *path,
         char       **argument)
{
  const char *star = strchr (pattern, '*');
  gsize before, length;

  if (star == NULL)
    return g_str_equal (pattern, path);

  before = star - pattern;
  if (strncmp (pattern, path, before) != 0)
    return FALSE;
  length = strcspn (path + before, "/");
  if (length == 0 || !g_str_equal (path + before + length, star + 1))
    return FALSE;

  *argument = ala_oauth_decode (path + before, (gssize) length, FALSE);
  return TRUE;
}

gboolean
ala_practice_resource (AlaPracticeExchange *exchange,
                       const char          *path)
{
  g_return_val_if_fail (exchange != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      g_autofree char *argument = NULL;

      if (!matches (resources[i].path, path, &argument))
        continue;
      if (ala_practice_exchange_is (exchange, "GET") || ala_practice_exchange_is (exchange, "HEAD"))
        resources[i].reply (exchange, argument);
      else
        ala_practice_exchange_reply_error (exchange, 405, "Method Not Allowed");
      return TRUE;
    }

  return FALSE;
}
