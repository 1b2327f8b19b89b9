/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-resource.h"

#include <string.h>

#include "ala-practice-create-meta.h"
#include "ala-practice-json.h"
#include "ala-practice-permissions.h"
#include "ala-practice-projects.h"
#include "ala-practice-template.h"

/* Of an attachment, in bytes: what Jira is delivered with. */
#define UPLOAD_LIMIT (10 * 1024 * 1024)

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
  ala_practice_json_add_string (builder, "baseUrl", base_url);
  if (generation->cloud)
    ala_practice_json_add_string (builder, "displayUrl", base_url);
  ala_practice_json_add_string (builder, "version", generation->version);
  json_builder_set_member_name (builder, "versionNumbers");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (generation->numbers); i++)
    json_builder_add_int_value (builder, generation->numbers[i]);
  json_builder_end_array (builder);
  ala_practice_json_add_string (builder, "deploymentType", generation->cloud ? "Cloud" : "Server");
  ala_practice_json_add_int (builder, "buildNumber", generation->build);
  ala_practice_json_add_string (builder, "buildDate", generation->build_date);
  if (!generation->cloud)
    ala_practice_json_add_int (builder, "databaseBuildNumber", generation->build);
  ala_practice_json_add_string (builder, "serverTime", time);
  ala_practice_json_add_string (builder, "scmInfo", "0000000000000000000000000000000000000000");
  ala_practice_json_add_string (builder, "serverTitle", "Practice Jira");
  if (generation->cloud)
    {
      json_builder_set_member_name (builder, "defaultLocale");
      json_builder_begin_object (builder);
      ala_practice_json_add_string (builder, "locale", "en_US");
      json_builder_end_object (builder);
      ala_practice_json_add_string (builder, "serverTimeZone", "Etc/UTC");
    }
  json_builder_end_object (builder);

  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
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
  ala_practice_json_add_string (builder, "message", text);
  ala_practice_json_add_int (builder, "status-code", status);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, status, json_builder_get_root (builder));
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
  ala_practice_json_add_string (builder, "self", self_url);
  if (cloud)
    {
      ala_practice_json_add_string (builder, "accountId", user->account_id);
      ala_practice_json_add_string (builder, "accountType", "atlassian");
    }
  else
    {
      ala_practice_json_add_string (builder, "key", user->key);
      ala_practice_json_add_string (builder, "name", user->name);
    }
  ala_practice_json_add_string (builder, "emailAddress", user->email);
  ala_practice_json_add_string (builder, "displayName", user->display_name);
  ala_practice_json_add_boolean (builder, "active",
                                 !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_USER_INACTIVE));
  ala_practice_json_add_string (builder, "timeZone", "Etc/UTC");
  ala_practice_json_add_string (builder, "locale", "en_US");
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

static void
reply_issue_types (AlaPracticeExchange *exchange,
                   const char          *argument)
{
  ala_practice_json_reply_sample (exchange, "issuetype.json");
}

static void
reply_fields (AlaPracticeExchange *exchange,
              const char          *argument)
{
  ala_practice_create_meta_reply_field_list (exchange);
}

static void
reply_issue_link_types (AlaPracticeExchange *exchange,
                        const char          *argument)
{
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_ISSUE_LINKING_OFF))
    ala_practice_exchange_reply_error (exchange, 404, "Issue linking is currently disabled.");
  else
    ala_practice_json_reply_sample (exchange, "issue-link-type.json");
}

static void
reply_priorities (AlaPracticeExchange *exchange,
                  const char          *argument)
{
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_NO_PRIORITIES))
    ala_practice_exchange_reply (exchange, 200, "application/json;charset=UTF-8", g_strdup ("[]"));
  else
    ala_practice_json_reply_sample (exchange, "priority.json");
}

static void
reply_attachment_settings (AlaPracticeExchange *exchange,
                           const char          *argument)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_practice_json_add_boolean (builder, "enabled",
                                 !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_ATTACHMENTS_OFF));
  ala_practice_json_add_int (builder, "uploadLimit", UPLOAD_LIMIT);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
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
  /* "*" stands for one part of the path, which becomes the argument; with "/" at the end, for it and all that follows */
  const char *path;
  void (*reply) (AlaPracticeExchange *exchange,
                 const char          *argument);
} resources[] = {
  { "myself", reply_myself },
  { "mypermissions", reply_my_permissions },
  { "permissions", reply_permissions },
  { "project", ala_practice_projects_reply_list },
  { "project/search", ala_practice_projects_reply_search },
  { "project/*", ala_practice_projects_reply_one },
  { "issuetype", reply_issue_types },
  { "field", reply_fields },
  { "issueLinkType", reply_issue_link_types },
  { "priority", reply_priorities },
  { "attachment/meta", reply_attachment_settings },
  { "issue/createmeta", ala_practice_create_meta_reply_all },
  { "issue/createmeta/*/issuetypes", ala_practice_create_meta_reply_types },
  { "issue/createmeta/*/issuetypes/", ala_practice_create_meta_reply_fields },
  { "webhook", reply_app_webhooks },
};

/*
 * Returns: whether @path is of the form @pattern; @argument: (out) (transfer full) (nullable): what "*" stands for, decoded, and
 * what follows a "/" at the end of the pattern behind another "/"
 */
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
  if (length == 0)
    return FALSE;
  if (g_str_has_suffix (star, "/") && g_str_has_prefix (path + before + length, star + 1))
    {
      g_autofree char *first = ala_oauth_decode (path + before, (gssize) length, FALSE);
      g_autofree char *second = ala_oauth_decode (path + before + length + strlen (star + 1), -1, FALSE);

      if (*second == '\0' || strchr (second, '/') != NULL || strchr (first, '/') != NULL)
        return FALSE;
      *argument = g_strconcat (first, "/", second, NULL);
      return TRUE;
    }
  if (!g_str_equal (path + before + length, star + 1))
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
