/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-projects.h"

#include "ala-practice-page.h"

/* Cloud gives no more at once, whatever is asked for. */
#define MOST_ON_PAGE 100

#define FIRST_ID 10000u

static const AlaPracticeProject samples[] = {
  { "10000", "ZEP", "Test Projects", TRUE },
  { "10001", "WEB", "Web Shop", TRUE },
  { "10002", "OPS", "Operations", FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (samples) == ALA_PRACTICE_PROJECTS);

GArray *
ala_practice_projects_new (guint n)
{
  static const char *areas[] = { "Billing", "Customer Portal", "Data Warehouse", "Field Service", "Intranet", "Logistics",
                                 "Mobile App", "Payments", "Quality", "Search" };
  GArray *projects;

  g_return_val_if_fail (n <= ALA_PRACTICE_PROJECTS_MOST, NULL);

  projects = g_array_sized_new (FALSE, TRUE, sizeof (AlaPracticeProject), n);
  g_array_append_vals (projects, samples, MIN (n, G_N_ELEMENTS (samples)));
  for (guint i = G_N_ELEMENTS (samples); i < n; i++)
    {
      AlaPracticeProject project = { .open = TRUE };

      g_snprintf (project.id, sizeof project.id, "%u", FIRST_ID + i);
      g_snprintf (project.key, sizeof project.key, "P%u", i + 1);
      g_snprintf (project.name, sizeof project.name, "%s %u", areas[i % G_N_ELEMENTS (areas)],
                  i / (guint) G_N_ELEMENTS (areas) + 1);
      g_array_append_val (projects, project);
    }

  return projects;
}

static gboolean
may_browse (AlaPracticeExchange      *exchange,
            const AlaPracticeProject *project)
{
  return exchange->user != NULL
         && (project->open || exchange->user->admin)
         && !ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_NO_PROJECTS);
}

static const AlaPracticeProject *
get (AlaPracticeExchange *exchange,
     guint                i)
{
  return &g_array_index (exchange->state->projects, AlaPracticeProject, i);
}

GPtrArray *
ala_practice_projects_list (AlaPracticeExchange *exchange)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < exchange->state->projects->len; i++)
    if (may_browse (exchange, get (exchange, i)))
      g_ptr_array_add (list, (gpointer) get (exchange, i));

  return list;
}

gboolean
ala_practice_projects_any (AlaPracticeExchange *exchange)
{
  for (guint i = 0; i < exchange->state->projects->len; i++)
    if (may_browse (exchange, get (exchange, i)))
      return TRUE;

  return FALSE;
}

guint
ala_practice_projects_get_index (AlaPracticeExchange      *exchange,
                                 const AlaPracticeProject *project)
{
  return (guint) (project - get (exchange, 0));
}

const AlaPracticeProject *
ala_practice_projects_find (AlaPracticeExchange *exchange,
                            const char          *key_or_id)
{
  g_return_val_if_fail (key_or_id != NULL, NULL);

  for (guint i = 0; i < exchange->state->projects->len; i++)
    {
      const AlaPracticeProject *project = get (exchange, i);

      if ((g_str_equal (project->key, key_or_id) || g_str_equal (project->id, key_or_id)) && may_browse (exchange, project))
        return project;
    }

  return NULL;
}

/* The text is made by hand: a builder takes seconds for ten thousand of them. No name of ours needs an escape. */
static void
append_project (GString                  *json,
                const char               *base_url,
                const AlaPracticeProject *project)
{
  static const char *sizes[] = { "48x48", "24x24", "16x16", "32x32" };

  g_string_append_printf (json,
                          "{\"expand\":\"description,lead,issueTypes,url,projectKeys,permissions\","
                          "\"self\":\"%s/rest/api/2/project/%s\",\"id\":\"%s\",\"key\":\"%s\",\"name\":\"%s\",\"avatarUrls\":{",
                          base_url, project->id, project->id, project->key, project->name);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_string_append_printf (json, "%s\"%s\":\"%s/secure/projectavatar?pid=%s&avatarId=10324&size=%s\"", i > 0 ? "," : "",
                            sizes[i], base_url, project->id, sizes[i]);
  g_string_append (json, "},\"projectTypeKey\":\"software\",\"archived\":false}");
}

static void
reply_text (AlaPracticeExchange *exchange,
            GString             *json)
{
  ala_practice_exchange_reply (exchange, 200, "application/json;charset=UTF-8", g_string_free (json, FALSE));
}

void
ala_practice_projects_reply_list (AlaPracticeExchange *exchange,
                                  const char          *argument)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autoptr (GPtrArray) projects = ala_practice_projects_list (exchange);
  GString *json = g_string_new ("[");

  for (guint i = 0; i < projects->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_project (json, base_url, g_ptr_array_index (projects, i));
    }
  g_string_append_c (json, ']');
  reply_text (exchange, json);
}

void
ala_practice_projects_reply_missing (AlaPracticeExchange *exchange,
                                     const char          *key)
{
  g_autofree char *text = g_strdup_printf ("No project could be found with key '%s'.", key);

  ala_practice_exchange_reply_error (exchange, 404, text);
}

void
ala_practice_projects_reply_one (AlaPracticeExchange *exchange,
                                 const char          *key)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  const AlaPracticeProject *project = ala_practice_projects_find (exchange, key);
  GString *json;

  if (project == NULL)
    {
      ala_practice_projects_reply_missing (exchange, key);
      return;
    }

  json = g_string_new (NULL);
  append_project (json, base_url, project);
  reply_text (exchange, json);
}

/* Cloud alone; a Data Center takes "search" for the key of a project. */
void
ala_practice_projects_reply_search (AlaPracticeExchange *exchange,
                                    const char          *argument)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autoptr (GPtrArray) projects = NULL;
  guint start, most;
  GString *json;

  if (!exchange->state->generation->cloud)
    {
      ala_practice_projects_reply_missing (exchange, "search");
      return;
    }

  projects = ala_practice_projects_list (exchange);
  start = ala_practice_page_get_start (exchange);
  most = ala_practice_page_get_size (exchange, MOST_ON_PAGE);
  json = g_string_new (NULL);
  g_string_append_printf (json, "{\"self\":\"%s/rest/api/2/project/search\",\"startAt\":%u,\"maxResults\":%u,\"total\":%u,"
                          "\"isLast\":%s,\"values\":[",
                          base_url, start, most, projects->len, start + most >= projects->len ? "true" : "false");
  for (guint i = start; i < projects->len && i < start + most; i++)
    {
      if (i > start)
        g_string_append_c (json, ',');
      append_project (json, base_url, g_ptr_array_index (projects, i));
    }
  g_string_append (json, "]}");
  reply_text (exchange, json);
}
