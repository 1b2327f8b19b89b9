/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-task-turns.h"

/* That of GTK's frames: both have their turn in the same round, so that neither does ever more work keep a window from being drawn, nor
 * a window that is drawn all the time, on a slow machine, the work from being done. */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 20)

typedef struct
{
  AlaTaskTurns *turns; /* unowned: part of the task's source object */
  GTask *task;
  AlaTaskTurn turn;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->task);
  g_free (place);
}

static gboolean turn_cb (gpointer user_data);

static void
come_next (Place *place)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, PRIORITY);
  g_source_set_callback (source, turn_cb, place, place_free);
  g_source_attach (source, g_task_get_context (place->task));
}

static gboolean
turn_cb (gpointer user_data)
{
  Place *place = user_data;

  g_queue_pop_head (&place->turns->waiting);
  if (!g_queue_is_empty (&place->turns->waiting))
    come_next (g_queue_peek_head (&place->turns->waiting));
  place->turn (place->task);

  return G_SOURCE_REMOVE;
}

void
ala_task_turns_init (AlaTaskTurns *self)
{
  g_queue_init (&self->waiting);
}

void
ala_task_turns_add (AlaTaskTurns *self,
                    GTask        *task,
                    AlaTaskTurn   turn)
{
  Place *place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (turn != NULL);

  place = g_new (Place, 1);
  place->turns = self;
  place->task = g_object_ref (task);
  place->turn = turn;
  g_queue_push_tail (&self->waiting, place);
  if (self->waiting.length == 1)
    come_next (place);
}
