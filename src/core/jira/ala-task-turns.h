/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaTaskTurns:
 *
 * Tasks that need the processor for a moment each. One has its turn in each round of the main loop, so that a window is drawn and
 * a click heard in between, however many there are. Part of the tasks' source object, which they keep alive.
 */
typedef struct
{
  GQueue waiting; /* private */
} AlaTaskTurns;

typedef void (* AlaTaskTurn) (GTask *task);

/** ala_task_turns_init: Makes it ready, with nobody waiting. It needs no clearing: tasks that wait keep their source object alive. */
void ala_task_turns_init (AlaTaskTurns *self);

/** ala_task_turns_add: Calls @turn once it is the turn of @task, never from within; a task that was cancelled meanwhile has its turn too */
void ala_task_turns_add  (AlaTaskTurns *self,
                          GTask        *task,
                          AlaTaskTurn   turn);

G_END_DECLS
