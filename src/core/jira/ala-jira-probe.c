/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-probe.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ala-jira-reply.h"
#include "ala-jira-server-private.h"

#define SERVER_INFO "/rest/api/2/serverInfo"
#define STATUS      "/status"

#define MAX_REDIRECTS 5

/* serverInfo has about a kilobyte; a page for people that stands in its place has less than this. */
#define MAX_BODY (1024 * 1024)

/*
 * The probe asks one address after the other until Jira answers: the one that was given, or the one to which its redirects lead,
 * and then the other likely context paths. When none is left, /status may know better ("STARTING"); otherwise the result is what
 * the first of them met: how the guesses failed concerns nobody.
 */
typedef struct
{
  /* input */
  AlaHttpSession *session;

  /* in progress */
  AlaJiraAddress *first; /* the one that was given, or where its redirects lead */
  GQueue candidates;     /* AlaJiraAddress: still to be asked */
  GPtrArray *asked;      /* AlaJiraAddress: asked already; the last one is under way */
  guint redirects;

  /* output, unless Jira answers */
  GError *failure; /* of the first; once it is set, only guesses are left */
} Probe;

static void ask_next (GTask *task);

static void
probe_free (gpointer data)
{
  Probe *probe = data;

  g_object_unref (probe->session);
  g_object_unref (probe->first);
  g_queue_clear_full (&probe->candidates, g_object_unref);
  g_ptr_array_unref (probe->asked);
  g_clear_error (&probe->failure);
  g_free (probe);
}

static gboolean
is_new (Probe          *probe,
        AlaJiraAddress *address)
{
  for (guint i = 0; i < probe->asked->len; i++)
    if (ala_jira_address_equal (address, g_ptr_array_index (probe->asked, i)))
      return FALSE;

  return TRUE;
}

static void
add_guesses (Probe          *probe,
             AlaJiraAddress *address)
{
  g_autoptr (GPtrArray) parents = ala_jira_address_dup_parents (address);

  for (guint i = 0; i < parents->len; i++)
    if (is_new (probe, g_ptr_array_index (parents, i)))
      g_queue_push_tail (&probe->candidates, g_object_ref (g_ptr_array_index (parents, i)));
}

/* Where a redirect leads, if it may be followed: the same host, never from https back to http, and not in a circle. */
static AlaJiraAddress *
find_target (Probe        *probe,
             AlaHttpReply *reply)
{
  g_autoptr (AlaJiraAddress) target = NULL;
  g_autofree char *location = ala_jira_reply_dup_location (reply);
  g_autoptr (GUri) from = g_uri_parse (ala_http_reply_get_uri (reply), SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) to = location != NULL ? g_uri_parse (location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (probe->redirects == MAX_REDIRECTS || from == NULL || to == NULL ||
      g_strcmp0 (g_uri_get_host (from), g_uri_get_host (to)) != 0)
    return NULL;
  if (g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (to), "https"))
    return NULL;

  /* What follows the context path is cut off there, too. */
  target = ala_jira_address_new (location, NULL);
  return target != NULL && is_new (probe, target) ? g_steal_pointer (&target) : NULL;
}

static gboolean
contains (AlaHttpReply *reply,
          const char   *word)
{
  gsize length;
  const char *body = g_bytes_get_data (ala_http_reply_get_body (reply), &length);

  return length > 0 && g_strstr_len (body, (gssize) length, word) != NULL;
}

static gboolean
wants_a_login (AlaHttpReply *reply)
{
  return contains (reply, "type=\"password\"") || contains (reply, "type='password'") || contains (reply, "SAMLRequest") ||
         contains (reply, "SAMLResponse");
}

static gboolean
is_page_of_jira (AlaHttpReply *reply)
{
  return contains (reply, "name=\"ajs-") || contains (reply, "content=\"JIRA\"") || contains (reply, "os_destination");
}

/* Says what is at an address that has no serverInfo. */
static GError *
describe (AlaHttpReply   *reply,
          AlaJiraAddress *address)
{
  const char *base = ala_jira_address_get_base (address);
  guint status = ala_http_reply_get_status (reply);
  g_autoptr (JsonNode) root = NULL;
  GError *error = NULL;

  /* serverInfo is open to everybody, so whoever wants a login is not Jira. */
  if ((status == 401 || status == 403) && !contains (reply, "errorMessages"))
    return ala_problem_new_error (ALA_PROBLEM_LOGIN_GATEWAY, _("%s asks for a login (status %u)."), base, status);
  if (status == 404 || status == 410 || (status >= 200 && status <= 299))
    {
      if (ala_http_reply_is_html (reply) && wants_a_login (reply) && !is_page_of_jira (reply))
        return ala_problem_new_error (ALA_PROBLEM_LOGIN_GATEWAY, _("%s shows a page that asks for a login."), base);
      if (is_page_of_jira (reply) || (status >= 400 && *ala_jira_address_get_path (address) != '\0'))
        return ala_problem_new_error (ALA_PROBLEM_CONTEXT_PATH, _("%s answers, but there is no Jira below this path."), base);
      if (status >= 400)
        return ala_problem_new_error (ALA_PROBLEM_NOT_JIRA, _("%s answers, but has no page at which Jira names its version."), base);
    }

  if (ala_jira_reply_check (reply, &error))
    root = ala_jira_reply_parse (reply, &error);
  return error;
}

static void
status_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Probe *probe = g_task_get_task_data (task);
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, NULL);
  g_autoptr (JsonNode) root = reply != NULL ? ala_jira_reply_parse (reply, NULL) : NULL;
  const char *base = ala_jira_address_get_base (probe->first);
  const char *state = "";

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonNode *node = json_object_get_member (json_node_get_object (root), "state");

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        state = json_node_get_string (node);
    }

  /* reference/jira-oauth.md section 8 */
  if (g_str_equal (state, "STARTING") || g_str_equal (state, "FIRST_RUN"))
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_STARTING, _("%s says that it is in the state “%s”."), base, state));
  else if (g_str_equal (state, "MAINTENANCE") || g_str_equal (state, "STOPPING"))
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_MAINTENANCE, _("%s says that it is in the state “%s”."), base, state));
  else
    g_task_return_error (task, g_steal_pointer (&probe->failure));
}

static AlaJiraServer *
read_server (AlaHttpReply   *reply,
             AlaJiraAddress *address,
             GError        **error)
{
  guint status = ala_http_reply_get_status (reply);
  gsize length;
  const char *body = g_bytes_get_data (ala_http_reply_get_body (reply), &length);

  if (status < 200 || status > 299 || length == 0 || ala_http_reply_is_html (reply))
    {
      g_propagate_error (error, describe (reply, address));
      return NULL;
    }

  return ala_jira_server_new_from_json (address, body, (gssize) length, error);
}

static void
server_info_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Probe *probe = g_task_get_task_data (task);
  AlaJiraAddress *address = g_ptr_array_index (probe->asked, probe->asked->len - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_http_session_send_finish (ALA_HTTP_SESSION (source), result, &error);
  g_autoptr (AlaJiraAddress) target = NULL;
  g_autoptr (AlaJiraServer) server = NULL;
  gint64 received = g_get_real_time ();

  if (reply == NULL)
    {
      /* Without a way to the first there is none to its other paths. */
      if (probe->failure == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        ask_next (task);
      return;
    }

  server = read_server (reply, address, &error);
  if (server != NULL)
    {
      ala_jira_server_take_reply (server, reply, received);
      g_task_return_pointer (task, g_steal_pointer (&server), g_object_unref);
      return;
    }

  target = find_target (probe, reply);
  if (target != NULL)
    {
      probe->redirects++;
      if (probe->failure == NULL)
        g_set_object (&probe->first, target);
      g_queue_push_head (&probe->candidates, g_steal_pointer (&target));
    }
  else if (probe->failure == NULL)
    {
      guint status = ala_http_reply_get_status (reply);

      probe->failure = g_steal_pointer (&error);
      if (status < 300 || status == 404 || status == 410)
        add_guesses (probe, address);
    }
  ask_next (task);
}

static void
ask (GTask               *task,
     AlaJiraAddress      *address,
     const char          *path,
     GAsyncReadyCallback  callback)
{
  static const char * const headers[] = { "Accept", "application/json", NULL };
  Probe *probe = g_task_get_task_data (task);
  g_autofree char *uri = ala_jira_address_resolve (address, path, NULL);

  ala_http_session_send_async (probe->session, SOUP_METHOD_GET, uri, headers, NULL, NULL, MAX_BODY,
                               g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
ask_next (GTask *task)
{
  Probe *probe = g_task_get_task_data (task);
  AlaJiraAddress *next = g_queue_pop_head (&probe->candidates);

  if (next == NULL)
    {
      ask (task, probe->first, STATUS, status_cb);
      return;
    }

  g_ptr_array_add (probe->asked, next);
  ask (task, next, SERVER_INFO, server_info_cb);
}

void
ala_jira_probe_async (AlaHttpSession      *session,
                      AlaJiraAddress      *address,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Probe *probe;

  g_return_if_fail (ALA_IS_HTTP_SESSION (session));
  g_return_if_fail (ALA_IS_JIRA_ADDRESS (address));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_jira_probe_async);
  g_task_set_name (task, "ala_jira_probe");

  probe = g_new0 (Probe, 1);
  probe->session = g_object_ref (session);
  probe->first = g_object_ref (address);
  probe->asked = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&probe->candidates);
  g_queue_push_tail (&probe->candidates, g_object_ref (address));
  g_task_set_task_data (task, probe, probe_free);

  ask_next (task);
}

AlaJiraServer *
ala_jira_probe_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
