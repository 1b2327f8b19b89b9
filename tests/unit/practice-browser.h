/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "ala-oauth-encoding.h"

G_BEGIN_DECLS

/*
 * PracticeBrowser: somebody in front of the practice Jira: a session with a cookie jar that fills in forms as a browser does, and
 * a product that signs. It knows nothing but addresses, and keeps the last reply.
 */
typedef struct
{
  SoupSession *session;
  char *base;         /* "http://127.0.0.1:PORT/jira" */
  gboolean stay;      /* does not follow redirects */
  guint status;
  char *body;         /* with a nul behind it */
  gsize length;
  SoupMessage *message;
  GError *error;      /* (nullable): why there was no reply */
} PracticeBrowser;

PracticeBrowser *practice_browser_new          (const char       *base);
void             practice_browser_free         (PracticeBrowser  *self);

/**
 * practice_browser_send:
 * @path: below the base, or an absolute address
 * @authorization: (nullable): the header
 * @content_type: (nullable): of @body
 * @body: (nullable): what to send
 *
 * Returns: the status, 0 when there was no reply
 */
guint            practice_browser_send         (PracticeBrowser  *self,
                                                const char       *method,
                                                const char       *path,
                                                const char       *authorization,
                                                const char       *content_type,
                                                const char       *body);

guint            practice_browser_get          (PracticeBrowser  *self,
                                                const char       *path);

/** practice_browser_get_header: Returns: (nullable) (transfer none): a header of the last reply */
const char      *practice_browser_get_header   (PracticeBrowser  *self,
                                                const char       *name);

/**
 * practice_browser_press:
 * @button: the id of a button on the last page; its form is sent, with every value that is in it
 * @...: names and values to fill in, %NULL-terminated; a tick box by its value, %NULL for none of it
 */
guint            practice_browser_press        (PracticeBrowser  *self,
                                                const char       *button,
                                                ...) G_GNUC_NULL_TERMINATED;

/** practice_browser_assert_shows: The last page has this text, as HTML. */
void             practice_browser_assert_shows (PracticeBrowser  *self,
                                                const char       *html);

/** practice_browser_log_in: Opens a page, giving user name and password wherever they are asked for. */
void             practice_browser_log_in       (PracticeBrowser  *self,
                                                const char       *path,
                                                const char       *user);

/** practice_browser_dup_value: Returns: (transfer full) (nullable): a value of the last reply's form-encoded body */
char            *practice_browser_dup_value    (PracticeBrowser  *self,
                                                const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeBrowser, practice_browser_free)

G_END_DECLS
