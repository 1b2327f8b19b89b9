/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* AlaPracticeSession: one browser. The id travels in the cookie JSESSIONID. */
typedef struct
{
  char *id;
  char *xsrf_token;
  char *user;            /* (nullable): who logged in */
  gint64 admin_until;    /* until when no password is asked again, in seconds since the epoch */
} AlaPracticeSession;

/* AlaPracticeSessions: the browsers that came by; the oldest is forgotten when there are too many. */
typedef struct _AlaPracticeSessions AlaPracticeSessions;

AlaPracticeSessions *ala_practice_sessions_new    (void);
void                 ala_practice_sessions_free   (AlaPracticeSessions *self);

/** ala_practice_sessions_begin: Returns: (transfer none): a new session, valid until it is ended or forgotten */
AlaPracticeSession  *ala_practice_sessions_begin  (AlaPracticeSessions *self);

/** ala_practice_sessions_find: Returns: (nullable) (transfer none): the session of that id */
AlaPracticeSession  *ala_practice_sessions_find   (AlaPracticeSessions *self,
                                                   const char          *id);

void                 ala_practice_sessions_end    (AlaPracticeSessions *self,
                                                   AlaPracticeSession  *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeSessions, ala_practice_sessions_free)

G_END_DECLS
