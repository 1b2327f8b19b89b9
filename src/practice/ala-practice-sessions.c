/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-sessions.h"

#include "ala-practice-random.h"

/* Each visit without a cookie makes one, so a monitor that never keeps cookies must not fill memory. */
#define MAX_SESSIONS 500

struct _AlaPracticeSessions
{
  GQueue sessions; /* oldest first */
};

static void
session_free (AlaPracticeSession *session)
{
  g_free (session->id);
  g_free (session->xsrf_token);
  g_free (session->user);
  g_free (session);
}

AlaPracticeSessions *
ala_practice_sessions_new (void)
{
  AlaPracticeSessions *self = g_new0 (AlaPracticeSessions, 1);

  g_queue_init (&self->sessions);

  return self;
}

void
ala_practice_sessions_free (AlaPracticeSessions *self)
{
  g_return_if_fail (self != NULL);

  g_queue_clear_full (&self->sessions, (GDestroyNotify) session_free);
  g_free (self);
}

AlaPracticeSession *
ala_practice_sessions_begin (AlaPracticeSessions *self)
{
  AlaPracticeSession *session;

  g_return_val_if_fail (self != NULL, NULL);

  session = g_new0 (AlaPracticeSession, 1);
  session->id = ala_practice_random_text (32);
  session->xsrf_token = ala_practice_random_text (40);
  g_queue_push_tail (&self->sessions, session);
  if (self->sessions.length > MAX_SESSIONS)
    session_free (g_queue_pop_head (&self->sessions));

  return session;
}

AlaPracticeSession *
ala_practice_sessions_find (AlaPracticeSessions *self,
                            const char          *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (GList *l = self->sessions.head; l != NULL; l = l->next)
    {
      AlaPracticeSession *session = l->data;

      if (g_str_equal (session->id, id))
        return session;
    }

  return NULL;
}

void
ala_practice_sessions_end (AlaPracticeSessions *self,
                           AlaPracticeSession  *session)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (session != NULL);

  if (g_queue_remove (&self->sessions, session))
    session_free (session);
}
