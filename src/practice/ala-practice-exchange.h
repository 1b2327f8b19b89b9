/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "ala-oauth-encoding.h"
#include "ala-practice-state.h"

G_BEGIN_DECLS

/**
 * AlaPracticeExchange:
 *
 * One request and its reply, while it is dealt with: what was asked, by whom, and ways to answer.
 */
typedef struct
{
  SoupServerMessage *message;
  AlaPracticeState *state;
  const char *context;         /* the context path: "/jira" */
  const char *method;
  char *path;                  /* below the context path, as it was sent: "/rest/api/2/myself" */
  AlaOAuthParams *query;
  AlaOAuthParams *form;        /* empty unless it was a POST of a form */
  AlaPracticeSession *session; /* (nullable): of the browser's cookie */
  const AlaPracticeUser *user; /* (nullable): who asks, once a page or resource found out */
} AlaPracticeExchange;

/** ala_practice_exchange_new: Returns: (transfer full) (nullable): the request, %NULL when it is not below the context path */
AlaPracticeExchange *ala_practice_exchange_new            (SoupServerMessage    *message,
                                                           AlaPracticeState     *state);
void                 ala_practice_exchange_free           (AlaPracticeExchange  *self);

gboolean             ala_practice_exchange_is             (AlaPracticeExchange  *self,
                                                           const char           *method);

/** ala_practice_exchange_get_field: Returns: (transfer none): the form's first value of @name, "" when there is none */
const char          *ala_practice_exchange_get_field      (AlaPracticeExchange  *self,
                                                           const char           *name);

/** ala_practice_exchange_has_field: Returns: whether the form has @name: a button that was pressed, a box that was ticked */
gboolean             ala_practice_exchange_has_field      (AlaPracticeExchange  *self,
                                                           const char           *name);

/** ala_practice_exchange_get_query: Returns: (nullable) (transfer none): the first value of @name in the address */
const char          *ala_practice_exchange_get_query      (AlaPracticeExchange  *self,
                                                           const char           *name);

/** ala_practice_exchange_get_header: Returns: (nullable) (transfer none): a header of the request */
const char          *ala_practice_exchange_get_header     (AlaPracticeExchange  *self,
                                                           const char           *name);

/** ala_practice_exchange_dup_json: Returns: (transfer full) (nullable): the body, %NULL when it is no JSON object */
JsonNode            *ala_practice_exchange_dup_json       (AlaPracticeExchange  *self);

/** ala_practice_exchange_ensure_session: Returns: (transfer none): the browser's session, which begins here if need be */
AlaPracticeSession  *ala_practice_exchange_ensure_session (AlaPracticeExchange  *self);

void                 ala_practice_exchange_set_header     (AlaPracticeExchange  *self,
                                                           const char           *name,
                                                           const char           *value);

/** ala_practice_exchange_reply: Answers. @body: (transfer full) (nullable): the body */
void                 ala_practice_exchange_reply          (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           const char           *content_type,
                                                           char                 *body);

/**
 * ala_practice_exchange_reply_page:
 * @title: of the page
 * @template: of its content; the names and values for it follow. "context" and "xsrf" are given to every page
 *
 * Answers with a page of Jira.
 */
void                 ala_practice_exchange_reply_page     (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           const char           *title,
                                                           const char           *template,
                                                           ...) G_GNUC_NULL_TERMINATED;

/** ala_practice_exchange_reply_message: Answers with a page of Jira that only says something. */
void                 ala_practice_exchange_reply_message  (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           const char           *title,
                                                           const char           *text);

/** ala_practice_exchange_reply_json: Answers with JSON. @node: (transfer full): the body */
void                 ala_practice_exchange_reply_json     (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           JsonNode             *node);

/** ala_practice_exchange_reply_error: Answers as Jira's REST resources do when something is wrong: errorMessages and errors. */
void                 ala_practice_exchange_reply_error    (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           const char           *text);

/**
 * ala_practice_exchange_redirect:
 * @location: an absolute address, or a path below the context path that begins with "/"
 */
void                 ala_practice_exchange_redirect       (AlaPracticeExchange  *self,
                                                           guint                 status,
                                                           const char           *location);

/** ala_practice_reply_tomcat: Answers with the bare error page of the web server in which Jira runs. */
void                 ala_practice_reply_tomcat            (SoupServerMessage    *message,
                                                           guint                 status,
                                                           const char           *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeExchange, ala_practice_exchange_free)

G_END_DECLS
