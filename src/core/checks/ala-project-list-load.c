/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-project-list-private.h"

#include <glib/gi18n-lib.h>

#include "ala-check-json.h"
#include "ala-problem.h"

/* How many projects Cloud is asked for at once, which is the most it gives, and how many pages we read. */
#define PAGE_SIZE 100
#define MOST_PAGES 400

/* Longer arrays are taken apart in a thread. */
#define IN_THREAD 200

/* Pages from @next on, up to before @end. They may come in any order, and are shown in Jira's. */
typedef struct
{
  guint next;
  guint end;
  GPtrArray *projects;
  gboolean done;
} Range;

typedef struct
{
  AlaRequestQueue *queue;
  GCancellable *cancellable; /* ends all that is under way once one has failed */
  GCancellable *outer;
  gulong outer_handler;
  GPtrArray *ranges;
  guint shown; /* ranges that are in the list */
  guint open;
  guint pages;
  gboolean cut; /* there is more than was read */
  GError *error;
} Load;

typedef struct
{
  GTask *task;
  Range *range;
} Page;

/* Out of JSON */

static GPtrArray *
read_projects (JsonNode *root)
{
  GPtrArray *projects = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = ala_check_json_get_array (root);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      AlaProject *project = ala_project_new_from_json (json_array_get_element (array, i));

      if (project != NULL)
        g_ptr_array_add (projects, project);
    }

  return projects;
}

/* Megabytes of JSON take a while to be freed, too: the node is the thread's. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GPtrArray *projects = read_projects (task_data);

  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, projects, (GDestroyNotify) g_ptr_array_unref);
}

/* Takes @root. */
static void
read_async (AlaProjectList      *self,
            JsonNode            *root,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, root, (GDestroyNotify) json_node_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/* One load */

static void
range_free (gpointer data)
{
  Range *range = data;

  g_ptr_array_unref (range->projects);
  g_free (range);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_cancellable_disconnect (load->outer, load->outer_handler);
  g_clear_object (&load->outer);
  g_object_unref (load->cancellable);
  g_object_unref (load->queue);
  g_ptr_array_unref (load->ranges);
  g_clear_error (&load->error);
  g_free (load);
}

static void
cancel_inner (GCancellable *outer,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static Range *
add_range (Load  *load,
           guint  start,
           guint  end)
{
  Range *range = g_new0 (Range, 1);

  range->next = start;
  range->end = end;
  range->projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (load->ranges, range);

  return range;
}

static void
take_error (Load   *load,
            GError *error)
{
  if (load->error == NULL)
    load->error = error;
  else
    g_error_free (error);

  g_cancellable_cancel (load->cancellable);
}

static GError *
new_malformed_error (void)
{
  return ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer holds no list of projects."));
}

static void
end_if_done (GTask *task)
{
  AlaProjectList *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);

  if (load->open > 0)
    return;

  if (load->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&load->error));
    }
  else
    {
      ala_project_list_set_loaded (self, !load->cut);
      g_task_return_boolean (task, TRUE);
    }
}

/* Server and Data Center: one array of all */

static void
list_taken_apart_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) projects = g_task_propagate_pointer (G_TASK (result), NULL);
  Load *load = g_task_get_task_data (task);

  ala_project_list_append (ALA_PROJECT_LIST (source), projects);
  load->open--;
  end_if_done (task);
}

static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (JsonNode) root = NULL;
  AlaProjectList *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  root = ala_request_queue_get_json_finish (ALA_REQUEST_QUEUE (source), result, &error);
  if (root == NULL)
    {
      take_error (load, error);
    }
  else if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      take_error (load, new_malformed_error ());
    }
  else if (json_array_get_length (json_node_get_array (root)) > IN_THREAD)
    {
      read_async (self, g_steal_pointer (&root), list_taken_apart_cb, g_steal_pointer (&task));
      return;
    }
  else
    {
      g_autoptr (GPtrArray) projects = read_projects (root);

      ala_project_list_append (self, projects);
    }

  load->open--;
  end_if_done (task);
}

/* Cloud: pages */

static void ask_for_page (GTask *task,
                          Range *range);

static void
show_ranges (AlaProjectList *self,
             Load           *load)
{
  while (load->shown < load->ranges->len)
    {
      Range *range = g_ptr_array_index (load->ranges, load->shown);

      ala_project_list_append (self, range->projects);
      g_ptr_array_set_size (range->projects, 0);
      if (!range->done)
        return;
      load->shown++;
    }
}

/* The first page says how many there are: the others are asked for together. */
static void
split (GTask *task,
       Range *range,
       guint  length,
       guint  total)
{
  Load *load = g_task_get_task_data (task);
  guint64 room = (guint64) length * (MOST_PAGES - 1);

  range->end = range->next;
  if (total - range->next > room)
    {
      load->cut = TRUE;
      total = (guint) (range->next + room);
    }

  for (guint start = range->next; start < total; start += length)
    ask_for_page (task, add_range (load, start, MIN (start + length, total)));
}

static void
read_page (GTask    *task,
           Range    *range,
           JsonNode *root)
{
  AlaProjectList *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  JsonObject *page = ala_check_json_get_object (root);
  JsonNode *values = ala_check_json_get_member (page, "values");
  g_autoptr (GPtrArray) projects = NULL;
  gboolean first = load->pages == 0, last = FALSE;
  gint64 total = ala_check_json_get_count (page, "total");
  guint length, before;

  if (ala_check_json_get_array (values) == NULL)
    {
      take_error (load, new_malformed_error ());
      return;
    }

  /* By what came, not by what was asked for: Jira may give less. */
  load->pages++;
  length = json_array_get_length (ala_check_json_get_array (values));
  projects = read_projects (values);
  g_ptr_array_extend_and_steal (range->projects, g_steal_pointer (&projects));
  range->next += length;

  /* A total is believed only beside projects that were seen. */
  if (first && length > 0 && range->projects->len > 0 && total > length)
    {
      ala_project_list_set_total (self, (guint) total);
      split (task, range, length, (guint) total);
    }

  range->done = length == 0 || range->next >= range->end
                || (ala_check_json_get_boolean (page, "isLast", &last) && last);
  before = g_list_model_get_n_items (G_LIST_MODEL (self));
  show_ranges (self, load);
  if (range->done)
    return;

  /* A server that repeats itself, or has always one more page, is left. */
  if (load->pages >= MOST_PAGES || (load->ranges->len == 1 && g_list_model_get_n_items (G_LIST_MODEL (self)) == before))
    {
      load->cut = TRUE;
      range->done = TRUE;
    }
  else
    {
      ask_for_page (task, range);
    }
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Page *page = user_data;
  g_autoptr (GTask) task = page->task;
  g_autoptr (JsonNode) root = NULL;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  root = ala_request_queue_get_json_finish (ALA_REQUEST_QUEUE (source), result, &error);
  if (root == NULL)
    take_error (load, error);
  else
    read_page (task, page->range, root);

  load->open--;
  end_if_done (task);
}

static void
ask_for_page (GTask *task,
              Range *range)
{
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  g_autofree char *start = g_strdup_printf ("%u", range->next);
  Load *load = g_task_get_task_data (task);
  Page *page = g_new0 (Page, 1);

  page->task = g_object_ref (task);
  page->range = range;
  load->open++;
  ala_oauth_params_add (query, "startAt", start);
  ala_oauth_params_add (query, "maxResults", G_STRINGIFY (PAGE_SIZE));
  ala_request_queue_get_json_async (load->queue, "/rest/api/2/project/search", query, load->cancellable,
                                    page_read_cb, page);
}

static gboolean
is_cloud (AlaSetup       *setup,
          AlaJiraAddress *address)
{
  AlaEdition edition = ala_setup_get_edition (setup);

  if (edition == ALA_EDITION_UNKNOWN)
    return (ala_jira_address_get_notes (address) & ALA_ADDRESS_CLOUD) != 0;

  return edition == ALA_EDITION_CLOUD;
}

void
ala_project_list_load_async (AlaProjectList      *self,
                             AlaJiraClient       *client,
                             AlaSetup            *setup,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (ALA_IS_PROJECT_LIST (self));
  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (ALA_IS_SETUP (setup));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_project_list_load_async);
  g_task_set_name (task, "ala_project_list_load");

  load = g_new0 (Load, 1);
  load->queue = ala_request_queue_new (client, ALA_REQUEST_QUEUE_MOST);
  load->cancellable = g_cancellable_new ();
  load->ranges = g_ptr_array_new_with_free_func (range_free);
  if (cancellable != NULL)
    {
      load->outer = g_object_ref (cancellable);
      load->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_inner),
                                                   g_object_ref (load->cancellable), g_object_unref);
    }
  g_task_set_task_data (task, load, load_free);

  ala_project_list_clear (self);
  if (is_cloud (setup, ala_jira_client_get_address (client)))
    {
      ask_for_page (task, add_range (load, 0, G_MAXUINT));
    }
  else
    {
      load->open++;
      ala_request_queue_get_json_async (load->queue, "/rest/api/2/project", NULL, load->cancellable,
                                        list_read_cb, g_object_ref (task));
    }
}

gboolean
ala_project_list_load_finish (AlaProjectList  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
