/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-permissions.h"

#include <string.h>

#include "ala-practice-json.h"

typedef enum
{
  PROJECT,       /* everybody has it in open projects */
  PROJECT_ADMIN, /* only administrators have it */
  GLOBAL,
  GLOBAL_ADMIN,
} Kind;

typedef struct
{
  const char *key;
  const char *name;
  Kind kind;
  const char *deprecated; /* (nullable): the singular key that Data Center still lists beside it */
} Permission;

/* reference/jira-oauth.md section 7, permission keys. */
static const Permission permissions[] = {
  { "ADMINISTER", "Jira Administrators", GLOBAL_ADMIN, NULL },
  { "SYSTEM_ADMIN", "Jira System Administrators", GLOBAL_ADMIN, NULL },
  { "BULK_CHANGE", "Bulk Change", GLOBAL, NULL },
  { "ADMINISTER_PROJECTS", "Administer Projects", PROJECT_ADMIN, "PROJECT_ADMIN" },
  { "BROWSE_PROJECTS", "Browse Projects", PROJECT, "BROWSE" },
  { "VIEW_DEV_TOOLS", "View Development Tools", PROJECT, NULL },
  { "ASSIGNABLE_USER", "Assignable User", PROJECT, NULL },
  { "ASSIGN_ISSUES", "Assign Issues", PROJECT, "ASSIGN_ISSUE" },
  { "CLOSE_ISSUES", "Close Issues", PROJECT, "CLOSE_ISSUE" },
  { "CREATE_ISSUES", "Create Issues", PROJECT, "CREATE_ISSUE" },
  { "DELETE_ISSUES", "Delete Issues", PROJECT_ADMIN, "DELETE_ISSUE" },
  { "EDIT_ISSUES", "Edit Issues", PROJECT, "EDIT_ISSUE" },
  { "LINK_ISSUES", "Link Issues", PROJECT, "LINK_ISSUE" },
  { "MODIFY_REPORTER", "Modify Reporter", PROJECT_ADMIN, NULL },
  { "MOVE_ISSUES", "Move Issues", PROJECT, "MOVE_ISSUE" },
  { "RESOLVE_ISSUES", "Resolve Issues", PROJECT, "RESOLVE_ISSUE" },
  { "SCHEDULE_ISSUES", "Schedule Issues", PROJECT, "SCHEDULE_ISSUE" },
  { "SET_ISSUE_SECURITY", "Set Issue Security", PROJECT_ADMIN, NULL },
  { "TRANSITION_ISSUES", "Transition Issues", PROJECT, NULL },
  { "MANAGE_WATCHERS", "Manage Watchers", PROJECT_ADMIN, NULL },
  { "VIEW_VOTERS_AND_WATCHERS", "View Voters and Watchers", PROJECT, NULL },
  { "ADD_COMMENTS", "Add Comments", PROJECT, "COMMENT_ISSUE" },
  { "DELETE_ALL_COMMENTS", "Delete All Comments", PROJECT_ADMIN, "COMMENT_DELETE_ALL" },
  { "DELETE_OWN_COMMENTS", "Delete Own Comments", PROJECT, "COMMENT_DELETE_OWN" },
  { "EDIT_ALL_COMMENTS", "Edit All Comments", PROJECT_ADMIN, "COMMENT_EDIT_ALL" },
  { "EDIT_OWN_COMMENTS", "Edit Own Comments", PROJECT, "COMMENT_EDIT_OWN" },
  { "CREATE_ATTACHMENTS", "Create Attachments", PROJECT, "CREATE_ATTACHMENT" },
  { "DELETE_ALL_ATTACHMENTS", "Delete All Attachments", PROJECT_ADMIN, "ATTACHMENT_DELETE_ALL" },
  { "DELETE_OWN_ATTACHMENTS", "Delete Own Attachments", PROJECT, "ATTACHMENT_DELETE_OWN" },
  { "DELETE_ALL_WORKLOGS", "Delete All Worklogs", PROJECT_ADMIN, "WORKLOG_DELETE_ALL" },
  { "DELETE_OWN_WORKLOGS", "Delete Own Worklogs", PROJECT, "WORKLOG_DELETE_OWN" },
  { "EDIT_ALL_WORKLOGS", "Edit All Worklogs", PROJECT_ADMIN, "WORKLOG_EDIT_ALL" },
  { "EDIT_OWN_WORKLOGS", "Edit Own Worklogs", PROJECT, "WORKLOG_EDIT_OWN" },
  { "WORK_ON_ISSUES", "Work On Issues", PROJECT, "WORK_ISSUE" },
};

/* What the permission schemes of single projects leave out. The first project is spared, so that Jira's global answer is yes. */
static gboolean
is_granted_in (AlaPracticeExchange      *exchange,
               const char               *key,
               const AlaPracticeProject *project)
{
  guint index = ala_practice_projects_get_index (exchange, project);

  if (!ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PROJECT_PERMISSIONS_MISSING))
    return TRUE;
  if (index % 3 == 1 && (g_str_equal (key, "LINK_ISSUES") || g_str_equal (key, "MOVE_ISSUES")))
    return FALSE;
  if (index % 5 == 2 && g_str_equal (key, "DELETE_ALL_ATTACHMENTS"))
    return FALSE;
  return TRUE;
}

/* Without a project Jira says yes when the permission is held in any (reference/jira-oauth.md section 7, global context). */
static gboolean
has_permission (AlaPracticeExchange      *exchange,
                const Permission         *permission,
                const AlaPracticeProject *project)
{
  static const char *missing[] = { "ADMINISTER", "LINK_ISSUES", "MOVE_ISSUES", "TRANSITION_ISSUES" };

  if (exchange->user == NULL)
    return FALSE;
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_PERMISSIONS_MISSING))
    for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
      if (g_str_equal (permission->key, missing[i]))
        return FALSE;
  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_CREATE_ISSUES_MISSING)
      && g_str_equal (permission->key, "CREATE_ISSUES"))
    return FALSE;

  switch (permission->kind)
    {
    case GLOBAL:
      return TRUE;
    case GLOBAL_ADMIN:
      return exchange->user->admin;
    case PROJECT:
    case PROJECT_ADMIN:
    default:
      return (permission->kind == PROJECT || exchange->user->admin)
             && (project != NULL ? is_granted_in (exchange, permission->key, project) : ala_practice_projects_any (exchange));
    }
}

static void
add_permission (JsonBuilder      *builder,
                const Permission *permission,
                const char       *key,
                gsize             id,
                gboolean          deprecated)
{
  g_autofree char *id_text = g_strdup_printf ("%" G_GSIZE_FORMAT, id);
  g_autofree char *description = g_strdup_printf ("What it takes to use “%s”.", permission->name);
  gboolean global = permission->kind == GLOBAL || permission->kind == GLOBAL_ADMIN;

  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  ala_practice_json_add_string (builder, "id", id_text);
  ala_practice_json_add_string (builder, "key", key);
  ala_practice_json_add_string (builder, "name", permission->name);
  ala_practice_json_add_string (builder, "type", global ? "GLOBAL" : "PROJECT");
  ala_practice_json_add_string (builder, "description", description);
  if (deprecated)
    ala_practice_json_add_boolean (builder, "deprecatedKey", TRUE);
}

static void
add_my_permission (AlaPracticeExchange      *exchange,
                   JsonBuilder              *builder,
                   const Permission         *permission,
                   const AlaPracticeProject *project,
                   gboolean                  deprecated)
{
  const char *key = deprecated ? permission->deprecated : permission->key;

  add_permission (builder, permission, key, permission - permissions, deprecated);
  ala_practice_json_add_boolean (builder, "havePermission", has_permission (exchange, permission, project));
  json_builder_end_object (builder);
}

/* Returns: whether the project that the request names is there; @project: (out) (nullable): it, %NULL when none is named */
static gboolean
find_context (AlaPracticeExchange       *exchange,
              const AlaPracticeProject **project)
{
  static const char *names[] = { "projectKey", "projectId", "issueKey", "issueId" };

  *project = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = ala_practice_exchange_get_query (exchange, names[i]);
      g_autofree char *key = NULL;

      if (value == NULL)
        continue;
      /* The practice Jira has no issues, but an issue key names its project. */
      key = g_str_equal (names[i], "issueKey") ? g_strndup (value, strcspn (value, "-")) : g_strdup (value);
      *project = ala_practice_projects_find (exchange, key);
      if (*project != NULL)
        return TRUE;

      ala_practice_exchange_reply_error (exchange, 404, "No project could be found with that key or id.");
      return FALSE;
    }

  return TRUE;
}

static const Permission *
find_permission (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (g_str_equal (permissions[i].key, key))
      return &permissions[i];

  return NULL;
}

/* Cloud: only what is asked for, and something has to be. Returns: whether all keys exist */
static gboolean
add_asked_permissions (AlaPracticeExchange      *exchange,
                       JsonBuilder              *builder,
                       const AlaPracticeProject *project)
{
  const char *asked = ala_practice_exchange_get_query (exchange, "permissions");
  g_auto (GStrv) keys = NULL;

  if (asked == NULL || *asked == '\0')
    {
      ala_practice_exchange_reply_error (exchange, 400, "The query parameter 'permissions' is required.");
      return FALSE;
    }

  keys = g_strsplit (asked, ",", -1);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      const Permission *permission = find_permission (g_strstrip (keys[i]));

      if (permission == NULL)
        {
          g_autofree char *text = g_strdup_printf ("Unrecognized permission: '%s'", keys[i]);

          ala_practice_exchange_reply_error (exchange, 400, text);
          return FALSE;
        }
      add_my_permission (exchange, builder, permission, project, FALSE);
    }

  return TRUE;
}

gboolean
ala_practice_permissions_has (AlaPracticeExchange      *exchange,
                              const char               *key,
                              const AlaPracticeProject *project)
{
  const Permission *permission;

  g_return_val_if_fail (exchange != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  permission = find_permission (key);

  return permission != NULL && has_permission (exchange, permission, project);
}

void
ala_practice_permissions_mine (AlaPracticeExchange *exchange)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AlaPracticeProject *project;

  g_return_if_fail (exchange != NULL);

  if (!find_context (exchange, &project))
    return;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "permissions");
  json_builder_begin_object (builder);
  if (exchange->state->generation->cloud)
    {
      if (!add_asked_permissions (exchange, builder, project))
        return;
    }
  else
    {
      for (gsize i = 0; i < G_N_ELEMENTS (permissions); i++)
        {
          add_my_permission (exchange, builder, &permissions[i], project, FALSE);
          if (permissions[i].deprecated != NULL)
            add_my_permission (exchange, builder, &permissions[i], project, TRUE);
        }
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

void
ala_practice_permissions_all (AlaPracticeExchange *exchange)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "permissions");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (permissions); i++)
    {
      add_permission (builder, &permissions[i], permissions[i].key, i, FALSE);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}
