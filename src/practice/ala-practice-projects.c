/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-projects.h"

#include "ala-practice-json.h"

#define MAX_PAGE 50

static const AlaPracticeProject samples[] = {
  { "10000", "ZEP", "Zephyr Tests", TRUE },
  { "10001", "WEB", "Web Shop", TRUE },
  { "10002", "OPS", "Operations", FALSE },
};

static gboolean
may_browse (AlaPracticeExchange      *exchange,
            const AlaPracticeProject *project)
{
  return exchange->user != NULL
         && (project->open || exchange->user->admin)
         && !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_NO_PROJECTS);
}

GPtrArray *
ala_practice_projects_list (AlaPracticeExchange *exchange)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (may_browse (exchange, &samples[i]))
      g_ptr_array_add (list, (gpointer) &samples[i]);

  return list;
}

const AlaPracticeProject *
ala_practice_projects_find (AlaPracticeExchange *exchange,
                            const char          *key_or_id)
{
  g_return_val_if_fail (key_or_id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (may_browse (exchange, &samples[i])
        && (g_str_equal (samples[i].key, key_or_id) || g_str_equal (samples[i].id, key_or_id)))
      return &samples[i];

  return NULL;
}

static void
add_project (AlaPracticeExchange      *exchange,
             JsonBuilder              *builder,
             const AlaPracticeProject *project)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *self_url = g_strdup_printf ("%s/rest/api/2/project/%s", base_url, project->id);

  json_builder_begin_object (builder);
  ala_practice_json_add_string (builder, "expand", "description,lead,issueTypes,url,projectKeys,permissions");
  ala_practice_json_add_string (builder, "self", self_url);
  ala_practice_json_add_string (builder, "id", project->id);
  ala_practice_json_add_string (builder, "key", project->key);
  ala_practice_json_add_string (builder, "name", project->name);
  ala_practice_json_add_string (builder, "projectTypeKey", "software");
  json_builder_end_object (builder);
}

void
ala_practice_projects_reply_list (AlaPracticeExchange *exchange,
                                  const char          *argument)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) projects = ala_practice_projects_list (exchange);

  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    add_project (exchange, builder, g_ptr_array_index (projects, i));
  json_builder_end_array (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

static void
reply_no_project (AlaPracticeExchange *exchange,
                  const char          *key)
{
  g_autofree char *text = g_strdup_printf ("No project could be found with key '%s'.", key);

  ala_practice_exchange_reply_error (exchange, 404, text);
}

void
ala_practice_projects_reply_one (AlaPracticeExchange *exchange,
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
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
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
  ala_practice_json_add_int (builder, "startAt", start);
  ala_practice_json_add_int (builder, "maxResults", max);
  ala_practice_json_add_int (builder, "total", total);
  ala_practice_json_add_boolean (builder, "isLast", start + max >= total);
  json_builder_set_member_name (builder, items);
  json_builder_begin_array (builder);
}

static void
end_page (AlaPracticeExchange *exchange,
          JsonBuilder         *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

/* Cloud alone; a Data Center takes "search" for the key of a project. */
void
ala_practice_projects_reply_search (AlaPracticeExchange *exchange,
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
  ala_practice_json_add_string (builder, "id", project->id);
  ala_practice_json_add_string (builder, "key", project->key);
  ala_practice_json_add_string (builder, "name", project->name);
  json_builder_set_member_name (builder, "issuetypes");
  json_builder_add_value (builder, ala_practice_json_load_sample (exchange, "issuetype.json"));
  json_builder_end_object (builder);
}

/* For all projects at once, which Jira 9 no longer has: there "createmeta" is the key of an issue that is not there. */
void
ala_practice_projects_reply_createmeta (AlaPracticeExchange *exchange,
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
  ala_practice_json_add_string (builder, "expand", "projects");
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    add_create_project (exchange, builder, g_ptr_array_index (projects, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

void
ala_practice_projects_reply_issue_types (AlaPracticeExchange *exchange,
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

  types = ala_practice_json_load_sample (exchange, "issuetype.json");
  array = json_node_get_array (types);
  start = get_page_number (exchange, "startAt", 0, G_MAXINT);
  max = get_page_number (exchange, "maxResults", MAX_PAGE, MAX_PAGE);
  begin_page (builder, start, max, json_array_get_length (array), exchange->state->generation->cloud ? "issueTypes" : "values");
  for (guint i = start; i < json_array_get_length (array) && i < start + max; i++)
    json_builder_add_value (builder, json_array_dup_element (array, i));
  end_page (exchange, builder);
}
