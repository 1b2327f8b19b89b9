/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-waiters.h"

struct _AlaWaiters
{
  GQueue queue; /* Waiter */
  GDestroyNotify forsaken;
  gpointer user_data;
};

typedef struct
{
  AlaWaiters *all;
  GTask *task;
  GSource *cancelled; /* nullable */
} Waiter;

AlaWaiters *
ala_waiters_new (GDestroyNotify forsaken,
                 gpointer       user_data)
{
  AlaWaiters *self;

  g_return_val_if_fail (forsaken != NULL, NULL);

  self = g_new0 (AlaWaiters, 1);
  g_queue_init (&self->queue);
  self->forsaken = forsaken;
  self->user_data = user_data;
  return self;
}

void
ala_waiters_free (AlaWaiters *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (g_queue_is_empty (&self->queue));

  g_free (self);
}

static GTask *
waiter_free (Waiter *waiter)
{
  GTask *task = waiter->task;

  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_free (waiter);
  return task;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Waiter *waiter = user_data;
  AlaWaiters *self = waiter->all;
  g_autoptr (GTask) task = NULL;

  g_queue_remove (&self->queue, waiter);
  task = waiter_free (waiter);
  if (g_queue_is_empty (&self->queue))
    self->forsaken (self->user_data);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

void
ala_waiters_add (AlaWaiters *self,
                 GTask      *task)
{
  GCancellable *cancellable;
  Waiter *waiter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_TASK (task));

  waiter = g_new0 (Waiter, 1);
  waiter->all = self;
  waiter->task = g_object_ref (task);
  g_queue_push_tail (&self->queue, waiter);

  /* A source, not a handler: inside g_cancellable_cancel() nothing could be taken down. */
  cancellable = g_task_get_cancellable (task);
  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_main_context_get_thread_default ());
    }
}

gboolean
ala_waiters_is_empty (AlaWaiters *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return g_queue_is_empty (&self->queue);
}

GTask *
ala_waiters_take (AlaWaiters *self)
{
  Waiter *waiter;

  g_return_val_if_fail (self != NULL, NULL);

  waiter = g_queue_pop_head (&self->queue);
  return waiter != NULL ? waiter_free (waiter) : NULL;
}

void
ala_waiters_finish (AlaWaiters   *self,
                    const GError *error)
{
  GQueue tasks = G_QUEUE_INIT;
  GTask *task;

  g_return_if_fail (self != NULL);

  while ((task = ala_waiters_take (self)) != NULL)
    g_queue_push_tail (&tasks, task);

  /* Whoever is told may drop the owner of @self. */
  while ((task = g_queue_pop_head (&tasks)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}
