/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-create-meta.h"

#include <string.h>

#include "ala-practice-json.h"
#include "ala-practice-page.h"
#include "ala-practice-permissions.h"
#include "ala-practice-projects.h"

/* Jira lets a page of these have so many at the most. */
#define MOST_ON_PAGE 200

/* The id of the first field that only this Jira has. Those before are in the samples. */
#define FIRST_CUSTOM_FIELD 10100u

#define BUG "10003"

typedef struct
{
  const char *id;
  const char *name;
  const char *type; /* of the schema */
  gboolean required;
  gboolean has_default;
} Field;

/* The fields of the form with which an issue is created. */
static const Field fields[] = {
  { "summary", "Summary", "string", TRUE, FALSE },
  { "issuetype", "Issue Type", "issuetype", TRUE, FALSE },
  { "project", "Project", "project", TRUE, FALSE },
  { "reporter", "Reporter", "user", TRUE, TRUE },
  { "priority", "Priority", "priority", FALSE, TRUE },
  { "description", "Description", "string", FALSE, FALSE },
  { "assignee", "Assignee", "user", FALSE, FALSE },
  { "labels", "Labels", "array", FALSE, FALSE },
  { "components", "Component/s", "array", FALSE, FALSE },
  { "fixVersions", "Fix Version/s", "array", FALSE, FALSE },
  { "versions", "Affects Version/s", "array", FALSE, FALSE },
  { "attachment", "Attachment", "array", FALSE, FALSE },
  { "issuelinks", "Linked Issues", "array", FALSE, FALSE },
};

/* What the fault of a required field asks for. */
static const Field found_in = { "customfield_10050", "Found in Environment", "option", TRUE, FALSE };

static void
begin_field (JsonBuilder *builder,
             const Field *field)
{
  json_builder_begin_object (builder);
  ala_practice_json_add_boolean (builder, "required", field->required);
  json_builder_set_member_name (builder, "schema");
  json_builder_begin_object (builder);
  ala_practice_json_add_string (builder, "type", field->type);
  if (g_str_has_prefix (field->id, "customfield_"))
    {
      ala_practice_json_add_string (builder, "custom", "com.atlassian.jira.plugin.system.customfieldtypes:textfield");
      ala_practice_json_add_int (builder, "customId", (gint64) g_ascii_strtoull (strchr (field->id, '_') + 1, NULL, 10));
    }
  else
    {
      ala_practice_json_add_string (builder, "system", field->id);
    }
  json_builder_end_object (builder);
  ala_practice_json_add_string (builder, "name", field->name);
  ala_practice_json_add_string (builder, "fieldId", field->id);
  ala_practice_json_add_boolean (builder, "hasDefaultValue", field->has_default);
  json_builder_set_member_name (builder, "operations");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "set");
  json_builder_end_array (builder);
}

/* How many fields issues of this type have; the ones of Jira itself come first. */
static guint
count_fields (AlaPracticeExchange *exchange,
              const char          *type)
{
  guint n = (guint) G_N_ELEMENTS (fields) + exchange->state->n_fields;

  return n + (g_str_equal (type, BUG)
              && ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_DEFECT_FIELD_REQUIRED));
}

static void
add_field (AlaPracticeExchange *exchange,
           JsonBuilder         *builder,
           guint                i,
           gboolean             named)
{
  char id[32], name[32];
  Field custom = { id, name, "string", FALSE, FALSE };
  const Field *field = &custom;

  if (i < G_N_ELEMENTS (fields))
    {
      field = &fields[i];
    }
  else if (i - G_N_ELEMENTS (fields) < exchange->state->n_fields)
    {
      g_snprintf (id, sizeof id, "customfield_%u", FIRST_CUSTOM_FIELD + i);
      g_snprintf (name, sizeof name, "Field %u", i - (guint) G_N_ELEMENTS (fields) + 1);
    }
  else
    {
      field = &found_in;
    }
  if (named)
    json_builder_set_member_name (builder, field->id);
  begin_field (builder, field);
  if (exchange->state->generation->cloud)
    ala_practice_json_add_string (builder, "key", field->id);
  json_builder_end_object (builder);
}

static gboolean
may_create (AlaPracticeExchange      *exchange,
            const AlaPracticeProject *project)
{
  return ala_practice_permissions_has (exchange, "CREATE_ISSUES", project);
}

static JsonNode *
load_types (AlaPracticeExchange *exchange)
{
  return ala_practice_json_load_sample (exchange, "issuetype.json");
}

static const char *
get_type_id (JsonArray *types,
             guint      i)
{
  return json_object_get_string_member (json_array_get_object_element (types, i), "id");
}

/* Of several projects at once */

/* Whether @id is among those that the request asks for by @name, or it does not ask for any in particular. */
static gboolean
is_wanted (AlaPracticeExchange *exchange,
           const char          *name,
           const char          *id)
{
  const char *wanted = ala_practice_exchange_get_query (exchange, name);
  g_auto (GStrv) ids = wanted != NULL ? g_strsplit (wanted, ",", -1) : NULL;

  return ids == NULL || g_strv_contains ((const char * const *) ids, id);
}

static void
add_type (AlaPracticeExchange *exchange,
          JsonBuilder         *builder,
          JsonObject          *type,
          gboolean             with_fields)
{
  const char *id = json_object_get_string_member (type, "id");
  g_autoptr (GList) names = json_object_get_members (type);
  guint n = with_fields ? count_fields (exchange, id) : 0;

  json_builder_begin_object (builder);
  for (GList *l = names; l != NULL; l = l->next)
    {
      json_builder_set_member_name (builder, l->data);
      json_builder_add_value (builder, json_object_dup_member (type, l->data));
    }
  if (with_fields)
    {
      ala_practice_json_add_string (builder, "expand", "fields");
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_object (builder);
      for (guint i = 0; i < n; i++)
        add_field (exchange, builder, i, TRUE);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_project (AlaPracticeExchange      *exchange,
             JsonBuilder              *builder,
             const AlaPracticeProject *project,
             JsonArray                *types,
             gboolean                  with_fields)
{
  json_builder_begin_object (builder);
  ala_practice_json_add_string (builder, "id", project->id);
  ala_practice_json_add_string (builder, "key", project->key);
  ala_practice_json_add_string (builder, "name", project->name);
  json_builder_set_member_name (builder, "issuetypes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < json_array_get_length (types); i++)
    if (is_wanted (exchange, "issuetypeIds", get_type_id (types, i)))
      add_type (exchange, builder, json_array_get_object_element (types, i), with_fields);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Jira 9 no longer has it: there "createmeta" is the key of an issue that is not there. */
void
ala_practice_create_meta_reply_all (AlaPracticeExchange *exchange,
                                    const char          *unused)
{
  const char *expand = ala_practice_exchange_get_query (exchange, "expand");
  gboolean with_fields = expand != NULL && strstr (expand, "projects.issuetypes.fields") != NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (JsonNode) types = NULL;

  if (!exchange->state->generation->global_createmeta)
    {
      ala_practice_exchange_reply_error (exchange, 404, "Issue Does Not Exist");
      return;
    }

  projects = ala_practice_projects_list (exchange);
  types = load_types (exchange);
  json_builder_begin_object (builder);
  ala_practice_json_add_string (builder, "expand", "projects");
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    {
      const AlaPracticeProject *project = g_ptr_array_index (projects, i);

      if (is_wanted (exchange, "projectKeys", project->key) && is_wanted (exchange, "projectIds", project->id)
          && may_create (exchange, project))
        add_project (exchange, builder, project, json_node_get_array (types), with_fields);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ala_practice_exchange_reply_json (exchange, 200, json_builder_get_root (builder));
}

/* Of one project, in pages */

/* Begins an object with the members that all pages have; the array of the items has to follow. Cloud does not say "isLast". */
static void
begin_page (AlaPracticeExchange *exchange,
            JsonBuilder         *builder,
            const char          *cloud_name,
            guint                total)
{
  guint start = ala_practice_page_get_start (exchange);
  guint size = ala_practice_page_get_size (exchange, MOST_ON_PAGE);
  gboolean cloud = exchange->state->generation->cloud;

  json_builder_begin_object (builder);
  ala_practice_json_add_int (builder, "startAt", start);
  ala_practice_json_add_int (builder, "maxResults", size);
  ala_practice_json_add_int (builder, "total", total);
  if (!cloud)
    ala_practice_json_add_boolean (builder, "isLast", start + size >= total);
  json_builder_set_member_name (builder, cloud ? cloud_name : "values");
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

void
ala_practice_create_meta_reply_types (AlaPracticeExchange *exchange,
                                      const char          *key)
{
  const AlaPracticeProject *project = ala_practice_projects_find (exchange, key);
  guint start = ala_practice_page_get_start (exchange);
  guint size = ala_practice_page_get_size (exchange, MOST_ON_PAGE);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) types = NULL;
  JsonArray *array;
  guint n;

  if (project == NULL)
    {
      ala_practice_projects_reply_missing (exchange, key);
      return;
    }

  types = load_types (exchange);
  array = json_node_get_array (types);
  n = may_create (exchange, project) ? json_array_get_length (array) : 0;
  begin_page (exchange, builder, "issueTypes", n);
  for (guint i = start; i < n && i < start + size; i++)
    json_builder_add_value (builder, json_array_dup_element (array, i));
  end_page (exchange, builder);
}

static gboolean
has_type (AlaPracticeExchange *exchange,
          const char          *id)
{
  g_autoptr (JsonNode) types = load_types (exchange);
  JsonArray *array = json_node_get_array (types);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (get_type_id (array, i), id))
      return TRUE;

  return FALSE;
}

void
ala_practice_create_meta_reply_fields (AlaPracticeExchange *exchange,
                                       const char          *key_and_type)
{
  g_auto (GStrv) parts = g_strsplit (key_and_type, "/", 2);
  const AlaPracticeProject *project = ala_practice_projects_find (exchange, parts[0]);
  guint start = ala_practice_page_get_start (exchange);
  guint size = ala_practice_page_get_size (exchange, MOST_ON_PAGE);
  g_autoptr (JsonBuilder) builder = NULL;
  guint n;

  if (project == NULL || !has_type (exchange, parts[1]))
    {
      ala_practice_projects_reply_missing (exchange, parts[0]);
      return;
    }

  builder = json_builder_new ();
  n = may_create (exchange, project) ? count_fields (exchange, parts[1]) : 0;
  begin_page (exchange, builder, "fields", n);
  for (guint i = start; i < n && i < start + size; i++)
    add_field (exchange, builder, i, FALSE);
  end_page (exchange, builder);
}

/* All fields */

void
ala_practice_create_meta_reply_field_list (AlaPracticeExchange *exchange)
{
  g_autoptr (JsonNode) list = ala_practice_json_load_sample (exchange, "field.json");
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < exchange->state->n_fields; i++)
    {
      JsonObject *field = json_object_new ();
      char id[32], name[32];

      g_snprintf (id, sizeof id, "customfield_%u", FIRST_CUSTOM_FIELD + (guint) G_N_ELEMENTS (fields) + i);
      g_snprintf (name, sizeof name, "Field %u", i + 1);
      json_object_set_string_member (field, "id", id);
      json_object_set_string_member (field, "name", name);
      json_object_set_boolean_member (field, "custom", TRUE);
      json_array_add_object_element (array, field);
    }

  ala_practice_exchange_reply_json (exchange, 200, g_steal_pointer (&list));
}
