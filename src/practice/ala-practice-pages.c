/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-pages.h"

#include <string.h>

#include "ala-practice-template.h"

/* Seconds for which an administrator is not asked for the password again. */
#define WEBSUDO_LIFE 600

#define DASHBOARD "/secure/Dashboard.jspa"

char *
ala_practice_pages_render_notice (const char *text)
{
  return text != NULL ? ala_practice_template_render ("notice", "text", text, NULL) : g_strdup ("");
}

char *
ala_practice_pages_render_error (const char *text)
{
  return text != NULL ? ala_practice_template_render ("error", "text", text, NULL) : g_strdup ("");
}

/* Only a path of this Jira: a login page that redirects anywhere helps those who fish for passwords. */
static const char *
get_safe_destination (const char *destination)
{
  if (destination == NULL || destination[0] != '/' || destination[1] == '/' || strpbrk (destination, "\\\r\n") != NULL)
    return DASHBOARD;

  return destination;
}

/* Where the browser is to return: this page, with its query unless a form was sent to it. */
static char *
dup_destination (AlaPracticeExchange *exchange)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (exchange->message));
  gboolean with_query = query != NULL && ala_practice_exchange_is (exchange, "GET");
  g_autofree char *page = g_strconcat (exchange->path, with_query ? "?" : NULL, query, NULL);

  return ala_oauth_encode (page);
}

static void
send_to (AlaPracticeExchange *exchange,
         const char          *page,
         const char          *parameter)
{
  g_autofree char *destination = dup_destination (exchange);
  g_autofree char *location = g_strconcat (page, parameter, "=", destination, NULL);

  ala_practice_exchange_redirect (exchange, 302, location);
}

gboolean
ala_practice_pages_require_login (AlaPracticeExchange *exchange)
{
  AlaPracticeSession *session;

  g_return_val_if_fail (exchange != NULL, FALSE);

  session = ala_practice_exchange_ensure_session (exchange);
  exchange->user = session->user != NULL ? ala_practice_user_find (session->user) : NULL;
  if (exchange->user != NULL)
    return TRUE;

  send_to (exchange, "/login.jsp", "?os_destination");
  return FALSE;
}

gboolean
ala_practice_pages_require_admin (AlaPracticeExchange *exchange)
{
  AlaPracticeSession *session;
  gint64 now;

  if (!ala_practice_pages_require_login (exchange))
    return FALSE;
  if (!exchange->user->admin)
    {
      send_to (exchange, "/login.jsp", "?permissionViolation=true&os_destination");
      return FALSE;
    }
  if (exchange->state->generation->cloud)
    return TRUE;

  session = ala_practice_exchange_ensure_session (exchange);
  now = ala_practice_state_get_now (exchange->state);
  if (session->admin_until <= now)
    {
      send_to (exchange, "/secure/admin/WebSudoAuthenticate!default.jspa", "?webSudoDestination");
      return FALSE;
    }
  session->admin_until = now + WEBSUDO_LIFE;

  return TRUE;
}

gboolean
ala_practice_pages_require_xsrf (AlaPracticeExchange *exchange)
{
  AlaPracticeSession *session;

  g_return_val_if_fail (exchange != NULL, FALSE);

  session = ala_practice_exchange_ensure_session (exchange);
  if (g_str_equal (ala_practice_exchange_get_field (exchange, "atl_token"), session->xsrf_token))
    return TRUE;

  ala_practice_exchange_reply_message (exchange, 403, "XSRF Security Token Missing",
                                       "Jira could not complete this action due to a missing form token. Your session may have "
                                       "ended, or the page was open for long. Go back, load the page again, and repeat it.");
  return FALSE;
}

void
ala_practice_pages_home (AlaPracticeExchange *exchange)
{
  ala_practice_exchange_redirect (exchange, 302, DASHBOARD);
}

void
ala_practice_pages_dashboard (AlaPracticeExchange *exchange)
{
  ala_practice_exchange_reply_page (exchange, 200, "System Dashboard", "dashboard", NULL);
}

static void
reply_login (AlaPracticeExchange *exchange,
             const char          *username,
             const char          *destination,
             const char          *error_text)
{
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Log in", "login",
                                    "username", username,
                                    "destination", get_safe_destination (destination),
                                    "&error", error,
                                    NULL);
}

void
ala_practice_pages_login (AlaPracticeExchange *exchange)
{
  const char *destination, *name;
  const AlaPracticeUser *user;

  g_return_if_fail (exchange != NULL);

  if (!ala_practice_exchange_is (exchange, "POST"))
    {
      destination = ala_practice_exchange_get_query (exchange, "os_destination");
      if (ala_practice_exchange_get_query (exchange, "permissionViolation") != NULL)
        reply_login (exchange, "", destination, "Your account has no permission to see this page. Log in as an administrator.");
      else
        reply_login (exchange, "", destination, NULL);
      return;
    }

  destination = ala_practice_exchange_get_field (exchange, "os_destination");
  name = ala_practice_exchange_get_field (exchange, "os_username");
  user = ala_practice_state_find_user (exchange->state, name, ala_practice_exchange_get_field (exchange, "os_password"));
  if (user == NULL)
    {
      ala_practice_exchange_set_header (exchange, "X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
      reply_login (exchange, name, destination, "Sorry, your username and password are incorrect. Please try again.");
      return;
    }

  /* A new session for the new user, so that nobody who knew the old cookie comes in with it. */
  if (exchange->session != NULL)
    {
      ala_practice_sessions_end (exchange->state->sessions, exchange->session);
      exchange->session = NULL;
    }
  ala_practice_exchange_ensure_session (exchange)->user = g_strdup (user->name);
  ala_practice_exchange_set_header (exchange, "X-Seraph-LoginReason", "OK");
  ala_practice_exchange_redirect (exchange, 302, get_safe_destination (destination));
}

void
ala_practice_pages_logout (AlaPracticeExchange *exchange)
{
  g_return_if_fail (exchange != NULL);

  if (ala_practice_exchange_is (exchange, "POST") && !ala_practice_pages_require_xsrf (exchange))
    return;

  if (ala_practice_exchange_is (exchange, "POST") && exchange->session != NULL)
    {
      ala_practice_sessions_end (exchange->state->sessions, exchange->session);
      exchange->session = NULL;
    }
  ala_practice_exchange_redirect (exchange, 302, "/login.jsp");
}

static void
reply_websudo (AlaPracticeExchange *exchange,
               const char          *destination,
               const char          *error_text)
{
  g_autofree char *error = ala_practice_pages_render_error (error_text);

  ala_practice_exchange_reply_page (exchange, 200, "Administrator Access", "websudo",
                                    "name", exchange->user->display_name,
                                    "destination", get_safe_destination (destination),
                                    "&error", error,
                                    NULL);
}

void
ala_practice_pages_websudo (AlaPracticeExchange *exchange)
{
  const char *destination;

  g_return_if_fail (exchange != NULL);

  if (!ala_practice_pages_require_login (exchange))
    return;
  if (!ala_practice_exchange_is (exchange, "POST"))
    {
      reply_websudo (exchange, ala_practice_exchange_get_query (exchange, "webSudoDestination"), NULL);
      return;
    }
  if (!ala_practice_pages_require_xsrf (exchange))
    return;

  destination = ala_practice_exchange_get_field (exchange, "webSudoDestination");
  if (!g_str_equal (ala_practice_exchange_get_field (exchange, "webSudoPassword"), exchange->user->password))
    {
      reply_websudo (exchange, destination, "The password is incorrect.");
      return;
    }
  exchange->session->admin_until = ala_practice_state_get_now (exchange->state) + WEBSUDO_LIFE;
  ala_practice_exchange_redirect (exchange, 302, get_safe_destination (destination));
}

void
ala_practice_pages_status (AlaPracticeExchange *exchange)
{
  const char *text = "{\"state\":\"RUNNING\"}";
  guint status = 200;

  g_return_if_fail (exchange != NULL);

  if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_SERVER_ERROR))
    {
      text = "{\"state\":\"ERROR\"}";
      status = 500;
    }
  else if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_MAINTENANCE))
    {
      text = "{\"state\":\"MAINTENANCE\"}";
      status = 503;
    }
  else if (ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_STARTING))
    {
      text = "{\"state\":\"STARTING\"}";
    }

  ala_practice_exchange_reply (exchange, status, "application/json;charset=UTF-8", g_strdup (text));
}

void
ala_practice_pages_style (AlaPracticeExchange *exchange)
{
  ala_practice_exchange_reply (exchange, 200, "text/css;charset=UTF-8", ala_practice_template_dup_style ());
}

static void
apply_faults (AlaPracticeExchange *exchange)
{
  AlaPracticeState *state = exchange->state;
  const AlaPracticeGeneration *generation;

  memset (state->faults, 0, sizeof state->faults);
  if (!ala_practice_exchange_has_field (exchange, "reset"))
    for (guint i = 0; i < ala_oauth_params_get_length (exchange->form); i++)
      if (g_str_equal (ala_oauth_params_get_name (exchange->form, i), "fault"))
        {
          AlaPracticeFault fault = ala_practice_fault_find (ala_oauth_params_get_value (exchange->form, i));

          if (fault < ALA_PRACTICE_N_FAULTS)
            state->faults[fault] = TRUE;
        }

  generation = ala_practice_generation_find (ala_practice_exchange_get_field (exchange, "generation"));
  if (generation != NULL)
    state->generation = generation;
}

void
ala_practice_pages_faults (AlaPracticeExchange *exchange)
{
  const char * const *generations = ala_practice_generation_list ();
  g_autoptr (GString) options = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *notice = NULL;
  gboolean applied = FALSE;

  g_return_if_fail (exchange != NULL);

  if (ala_practice_exchange_is (exchange, "POST"))
    {
      if (!ala_practice_pages_require_xsrf (exchange))
        return;
      apply_faults (exchange);
      applied = TRUE;
    }

  for (gsize i = 0; generations[i] != NULL; i++)
    {
      const AlaPracticeGeneration *generation = ala_practice_generation_find (generations[i]);
      g_autofree char *option = NULL;

      option = ala_practice_template_render ("practice-generation",
                                             "id", generation->id,
                                             "title", generation->title,
                                             "&selected", generation == exchange->state->generation ? " selected" : "",
                                             NULL);
      g_string_append (options, option);
    }
  for (AlaPracticeFault fault = 0; fault < ALA_PRACTICE_N_FAULTS; fault++)
    {
      g_autofree char *row = NULL;

      row = ala_practice_template_render ("practice-fault",
                                          "name", ala_practice_fault_get_name (fault),
                                          "how", ala_practice_fault_get_how (fault),
                                          "&checked", exchange->state->faults[fault] ? " checked" : "",
                                          NULL);
      g_string_append (rows, row);
    }

  notice = ala_practice_pages_render_notice (applied ? "Applied." : NULL);
  ala_practice_exchange_reply_page (exchange, 200, "Practice", "practice",
                                    "&notice", notice,
                                    "&generations", options->str,
                                    "&faults", rows->str,
                                    NULL);
}
