/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-create-meta.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"
#include "ala-oauth-encoding.h"
#include "ala-problem.h"
#include "ala-request-queue.h"

/* Cloud gives no more at once. */
#define PAGE_SIZE 200
#define MOST_PAGES 100

typedef struct
{
  AlaRequestQueue *queue;
  char *project;
  char *issue_type; /* (nullable): whose fields are wanted; %NULL for the types */
  gboolean by_project; /* the form in pages, from 8.4 on */
  gboolean tried_other;
  guint start;
  guint pages;
  JsonNode *root; /* (nullable): the reply, until it is read */
  GPtrArray *found;
} Load;

static void ask (GTask *task);

void
ala_create_field_free (gpointer data)
{
  AlaCreateField *field = data;

  g_free (field->id);
  g_free (field->name);
  g_free (field);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->queue);
  g_free (load->project);
  g_free (load->issue_type);
  g_clear_pointer (&load->root, json_node_unref);
  g_ptr_array_unref (load->found);
  g_free (load);
}

/* Out of JSON */

/* @id: (nullable): the name of the member that holds the field, in the form that has them by name */
static void
take_field (GPtrArray  *found,
            const char *id,
            JsonNode   *node)
{
  JsonObject *object = ala_check_json_get_object (node);
  AlaCreateField *field;
  const char *name;

  if (object == NULL)
    return;
  if (id == NULL)
    id = ala_check_json_get_name (object, "fieldId");
  if (id == NULL)
    id = ala_check_json_get_name (object, "key");
  if (id == NULL)
    return;

  name = ala_check_json_get_name (object, "name");
  field = g_new0 (AlaCreateField, 1);
  field->id = g_strdup (id);
  field->name = g_strdup (name != NULL ? name : id);
  if (!ala_check_json_get_boolean (object, "required", &field->required))
    field->required = FALSE;
  if (!ala_check_json_get_boolean (object, "hasDefaultValue", &field->has_default))
    field->has_default = FALSE;
  g_ptr_array_add (found, field);
}

static void
take (Load     *load,
      JsonNode *node)
{
  AlaIssueType *type;

  if (load->issue_type != NULL)
    take_field (load->found, NULL, node);
  else if ((type = ala_issue_type_new_from_json (node)) != NULL)
    g_ptr_array_add (load->found, type);
}

static void
take_fields_by_name (JsonObject *object,
                     const char *name,
                     JsonNode   *node,
                     gpointer    found)
{
  take_field (found, name, node);
}

/* All in one: projects, in each its issue types, in each its fields. Returns: whether it is of that form */
static gboolean
take_whole (Load     *load,
            JsonNode *root)
{
  JsonArray *projects = ala_check_json_get_array (ala_check_json_get_member (ala_check_json_get_object (root), "projects"));

  if (projects == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *project = ala_check_json_get_object (json_array_get_element (projects, i));
      JsonArray *types = ala_check_json_get_array (ala_check_json_get_member (project, "issuetypes"));

      if (types == NULL || g_strcmp0 (ala_check_json_get_name (project, "key"), load->project) != 0)
        continue;
      for (guint j = 0; j < json_array_get_length (types); j++)
        {
          JsonObject *type = ala_check_json_get_object (json_array_get_element (types, j));
          JsonObject *fields = ala_check_json_get_object (ala_check_json_get_member (type, "fields"));

          if (load->issue_type == NULL)
            take (load, json_array_get_element (types, j));
          else if (fields != NULL && g_strcmp0 (ala_check_json_get_name (type, "id"), load->issue_type) == 0)
            json_object_foreach_member (fields, take_fields_by_name, load->found);
        }
    }

  return TRUE;
}

/* Data Center calls the items "values", Cloud by what they are, and its description knows a third name for each. */
static JsonArray *
find_items (Load       *load,
            JsonObject *page)
{
  static const char * const for_types[] = { "values", "issueTypes", "createMetaIssueType", NULL };
  static const char * const for_fields[] = { "values", "fields", "results", NULL };
  JsonArray *items = NULL;

  for (const char * const *name = load->issue_type != NULL ? for_fields : for_types; *name != NULL && items == NULL; name++)
    items = ala_check_json_get_array (ala_check_json_get_member (page, *name));

  return items;
}

/* @more: (out): whether there is another page. Returns: whether it is a page */
static gboolean
take_page (Load     *load,
           JsonNode *root,
           gboolean *more)
{
  JsonObject *page = ala_check_json_get_object (root);
  JsonArray *items = find_items (load, page);
  gint64 total = ala_check_json_get_count (page, "total");
  gboolean last = FALSE;
  guint n;

  if (items == NULL)
    return FALSE;

  n = json_array_get_length (items);
  for (guint i = 0; i < n; i++)
    take (load, json_array_get_element (items, i));

  load->start += n;
  load->pages++;
  if (total >= 0)
    last = load->start >= total;
  else if (!ala_check_json_get_boolean (page, "isLast", &last))
    last = FALSE;
  *more = n > 0 && !last && load->pages < MOST_PAGES;

  return TRUE;
}

/* The requests */

/* A reply with thousands of fields takes a while to be read, and to be freed. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Load *load = g_task_get_task_data (G_TASK (task_data));
  g_autoptr (JsonNode) root = g_steal_pointer (&load->root);
  gboolean more = FALSE;
  gboolean good = load->by_project ? take_page (load, root, &more) : take_whole (load, root);

  g_clear_pointer (&root, json_node_unref);
  g_task_return_int (task, good ? (gssize) more : -1);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  gssize more = g_task_propagate_int (G_TASK (result), NULL);

  if (more > 0)
    ask (task);
  else if (more < 0)
    g_task_return_new_error (task, ALA_PROBLEM_ERROR, ALA_PROBLEM_REPLY_MALFORMED, "%s",
                             _("Jira’s answer does not say what it takes to create an issue."));
  else
    g_task_return_pointer (task, g_ptr_array_ref (load->found), (GDestroyNotify) g_ptr_array_unref);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) reader = NULL;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  JsonNode *root = ala_request_queue_get_json_finish (ALA_REQUEST_QUEUE (source), result, &error);

  if (root == NULL && !load->tried_other && g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND))
    {
      g_error_free (error);
      load->tried_other = TRUE;
      load->by_project = !load->by_project;
      ask (task);
      return;
    }
  if (root == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  load->tried_other = TRUE;
  load->root = root;
  reader = g_task_new (NULL, NULL, read_cb, g_object_ref (task));
  g_task_set_source_tag (reader, read_in_thread);
  g_task_set_task_data (reader, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (reader, read_in_thread);
}

static void
ask (GTask *task)
{
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  Load *load = g_task_get_task_data (task);
  g_autofree char *path = NULL;

  if (load->by_project)
    {
      g_autofree char *start = g_strdup_printf ("%u", load->start);
      g_autofree char *project = ala_oauth_encode (load->project);
      g_autofree char *type = load->issue_type != NULL ? ala_oauth_encode (load->issue_type) : NULL;

      path = g_strconcat ("/rest/api/2/issue/createmeta/", project, "/issuetypes", type != NULL ? "/" : NULL, type, NULL);
      ala_oauth_params_add (query, "startAt", start);
      ala_oauth_params_add (query, "maxResults", G_STRINGIFY (PAGE_SIZE));
    }
  else
    {
      path = g_strdup ("/rest/api/2/issue/createmeta");
      ala_oauth_params_add (query, "projectKeys", load->project);
      if (load->issue_type != NULL)
        {
          ala_oauth_params_add (query, "issuetypeIds", load->issue_type);
          ala_oauth_params_add (query, "expand", "projects.issuetypes.fields");
        }
    }

  ala_request_queue_get_json_async (load->queue, path, query, g_task_get_cancellable (task), answered_cb, g_object_ref (task));
}

/* Whether Jira has the form in pages for sure: all but Server below 8.4. What says no version is taken for a present one. */
static gboolean
has_pages (AlaSetup *setup)
{
  const char *version = ala_setup_get_version (setup);
  char *end = NULL;
  guint64 major, minor;

  if (ala_setup_get_edition (setup) == ALA_EDITION_CLOUD || !g_ascii_isdigit (*version))
    return TRUE;

  major = g_ascii_strtoull (version, &end, 10);
  minor = *end == '.' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;

  return major > 8 || (major == 8 && minor >= 4);
}

static void
load_async (AlaJiraClient       *client,
            AlaSetup            *setup,
            const char          *project,
            const char          *issue_type,
            GCancellable        *cancellable,
            gpointer             tag,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  g_task_set_source_tag (task, tag);
  load->queue = ala_request_queue_new (client, 1);
  load->project = g_strdup (project);
  load->issue_type = g_strdup (issue_type);
  load->by_project = has_pages (setup);
  load->found = g_ptr_array_new_with_free_func (issue_type != NULL ? ala_create_field_free : g_object_unref);
  g_task_set_task_data (task, load, load_free);
  ask (task);
}

void
ala_create_meta_load_types_async (AlaJiraClient       *client,
                                  AlaSetup            *setup,
                                  const char          *project,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (project != NULL);

  load_async (client, setup, project, NULL, cancellable, ala_create_meta_load_types_async, callback, user_data);
}

GPtrArray *
ala_create_meta_load_types_finish (GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_create_meta_load_types_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ala_create_meta_load_fields_async (AlaJiraClient       *client,
                                   AlaSetup            *setup,
                                   const char          *project,
                                   const char          *issue_type,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (project != NULL);
  g_return_if_fail (issue_type != NULL);

  load_async (client, setup, project, issue_type, cancellable, ala_create_meta_load_fields_async, callback, user_data);
}

GPtrArray *
ala_create_meta_load_fields_finish (GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_create_meta_load_fields_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
