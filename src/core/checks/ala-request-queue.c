/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-request-queue.h"

#include "ala-problem.h"

/* How often one request is sent before its refusal counts. */
#define MOST_TRIES 5

struct _AlaRequestQueue
{
  GObject parent_instance;

  AlaJiraClient *client;
  guint most;

  GQueue waiting; /* of GTask, each with an Item as its data */
  guint under_way;
  GSource *pause; /* (nullable): its end */
};

typedef struct
{
  char *path;
  AlaOAuthParams *query;
  guint tries;
  GSource *cancelled; /* (nullable): while it waits */
} Item;

static guint paused_signal;

G_DEFINE_FINAL_TYPE (AlaRequestQueue, ala_request_queue, G_TYPE_OBJECT)

static void pump (AlaRequestQueue *self);

static void
item_stop_watching (Item *item)
{
  if (item->cancelled != NULL)
    g_source_destroy (item->cancelled);
  g_clear_pointer (&item->cancelled, g_source_unref);
}

static void
item_free (gpointer data)
{
  Item *item = data;

  item_stop_watching (item);
  g_free (item->path);
  g_clear_pointer (&item->query, ala_oauth_params_free);
  g_free (item);
}

static void
end_pause (AlaRequestQueue *self)
{
  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
}

static void
ala_request_queue_finalize (GObject *object)
{
  AlaRequestQueue *self = ALA_REQUEST_QUEUE (object);

  /* What waits holds a reference on us, so nothing does. */
  g_assert (g_queue_is_empty (&self->waiting));
  end_pause (self);
  g_object_unref (self->client);

  G_OBJECT_CLASS (ala_request_queue_parent_class)->finalize (object);
}

static void
ala_request_queue_class_init (AlaRequestQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_request_queue_finalize;

  paused_signal = g_signal_new ("paused", ALA_TYPE_REQUEST_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ala_request_queue_init (AlaRequestQueue *self)
{
  g_queue_init (&self->waiting);
}

AlaRequestQueue *
ala_request_queue_new (AlaJiraClient *client,
                       guint          most)
{
  AlaRequestQueue *self;

  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (client), NULL);
  g_return_val_if_fail (most > 0, NULL);

  self = g_object_new (ALA_TYPE_REQUEST_QUEUE, NULL);
  self->client = g_object_ref (client);
  self->most = most;

  return self;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaRequestQueue *self = g_task_get_source_object (task);

  if (g_queue_remove (&self->waiting, task))
    {
      item_stop_watching (g_task_get_task_data (task));
      g_task_return_error_if_cancelled (task);
    }
  else
    {
      g_steal_pointer (&task);
    }

  return G_SOURCE_REMOVE;
}

/* Takes the reference on @task. */
static void
enqueue (AlaRequestQueue *self,
         GTask           *task,
         gboolean         first)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Item *item = g_task_get_task_data (task);

  if (first)
    g_queue_push_head (&self->waiting, task);
  else
    g_queue_push_tail (&self->waiting, task);

  if (cancellable != NULL)
    {
      item->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (item->cancelled, G_SOURCE_FUNC (cancelled_cb), task, NULL);
      g_source_attach (item->cancelled, g_main_context_get_thread_default ());
    }
}

static gboolean
pause_over_cb (gpointer data)
{
  AlaRequestQueue *self = data;

  end_pause (self);
  pump (self);
  return G_SOURCE_REMOVE;
}

/* The seconds to wait before the same request may be sent again, -1 when it should not be. */
static gint64
get_wait (const GError *error,
          Item         *item)
{
  const char *note = ala_problem_get_note (error, ALA_NOTE_RETRY_AFTER);
  gint64 wait = note != NULL ? g_ascii_strtoll (note, NULL, 10) : -1;

  return item->tries < MOST_TRIES && wait <= ALA_REQUEST_QUEUE_LONGEST_WAIT ? wait : -1;
}

static void
pause_for (AlaRequestQueue *self,
           guint            seconds)
{
  /* Of those that were under way together each says so; the first is enough. */
  if (seconds == 0 || self->pause != NULL)
    return;

  self->pause = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->pause, pause_over_cb, self, NULL);
  g_source_attach (self->pause, g_main_context_get_thread_default ());
  g_signal_emit (self, paused_signal, 0, seconds);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (AlaRequestQueue) self = g_object_ref (g_task_get_source_object (task));
  Item *item = g_task_get_task_data (task);
  JsonNode *root;
  GError *error = NULL;
  gint64 wait;

  self->under_way--;
  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);

  if (root != NULL)
    {
      g_task_return_pointer (task, root, (GDestroyNotify) json_node_unref);
    }
  else if ((wait = get_wait (error, item)) >= 0)
    {
      g_error_free (error);
      pause_for (self, (guint) wait);
      enqueue (self, g_steal_pointer (&task), TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }

  pump (self);
}

static void
pump (AlaRequestQueue *self)
{
  while (self->pause == NULL && self->under_way < self->most && !g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);
      Item *item = g_task_get_task_data (task);

      item_stop_watching (item);
      item->tries++;
      self->under_way++;
      ala_jira_client_get_json_async (self->client, item->path, item->query, g_task_get_cancellable (task),
                                      answered_cb, task);
    }
}

void
ala_request_queue_get_json_async (AlaRequestQueue     *self,
                                  const char          *path,
                                  AlaOAuthParams      *query,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  Item *item;

  g_return_if_fail (ALA_IS_REQUEST_QUEUE (self));
  g_return_if_fail (path != NULL && *path == '/');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_request_queue_get_json_async);
  g_task_set_name (task, "ala_request_queue_get_json");

  item = g_new0 (Item, 1);
  item->path = g_strdup (path);
  item->query = query != NULL ? ala_oauth_params_copy (query) : NULL;
  g_task_set_task_data (task, item, item_free);

  enqueue (self, task, FALSE);
  pump (self);
}

JsonNode *
ala_request_queue_get_json_finish (AlaRequestQueue  *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
