/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-router.h"

#include <string.h>

#include "ala-practice-authorize.h"
#include "ala-practice-dialogs.h"
#include "ala-practice-exchange.h"
#include "ala-practice-front.h"
#include "ala-practice-oauth.h"
#include "ala-practice-pages.h"
#include "ala-practice-rest.h"

static const struct
{
  const char *path;
  void (*answer) (AlaPracticeExchange *exchange);
} pages[] = {
  { "", ala_practice_pages_home },
  { "/", ala_practice_pages_home },
  { "/secure/Dashboard.jspa", ala_practice_pages_dashboard },
  { "/login.jsp", ala_practice_pages_login },
  { "/logout", ala_practice_pages_logout },
  { "/secure/admin/WebSudoAuthenticate!default.jspa", ala_practice_pages_websudo },
  { "/secure/admin/WebSudoAuthenticate.jspa", ala_practice_pages_websudo },
  { "/status", ala_practice_pages_status },
  { "/practice", ala_practice_pages_faults },
  { "/practice/style.css", ala_practice_pages_style },
  { "/plugins/servlet/applinks/listApplicationLinks", ala_practice_dialogs },
  { ALA_PRACTICE_REQUEST_TOKEN_PATH, ala_practice_oauth_request_token },
  { ALA_PRACTICE_ACCESS_TOKEN_PATH, ala_practice_oauth_access_token },
  { "/plugins/servlet/oauth/authorize", ala_practice_authorize },
  { "/plugins/servlet/oauth/users/access-tokens", ala_practice_authorize_tokens },
};

static void
route (AlaPracticeExchange *exchange)
{
  if (g_str_has_prefix (exchange->path, "/rest/"))
    {
      ala_practice_rest (exchange);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].path, exchange->path))
      {
        pages[i].answer (exchange);
        return;
      }

  ala_practice_exchange_reply_message (exchange, 404, "Dead link", "There is no page at this address.");
}

/* What Tomcat refuses before Jira sees it (reference/jira-oauth.md section 6, measured with Jira's connector settings). */
static gboolean
is_acceptable (SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *path = g_ascii_strdown (g_uri_get_path (uri), -1);
  const char *host = g_uri_get_host (uri);

  return strstr (path, "%2f") == NULL && host != NULL && strchr (host, '_') == NULL;
}

gboolean
ala_practice_router_is_spared (SoupServerMessage *message)
{
  g_return_val_if_fail (SOUP_IS_SERVER_MESSAGE (message), FALSE);

  return g_str_has_prefix (g_uri_get_path (soup_server_message_get_uri (message)), ALA_PRACTICE_CONTEXT "/practice");
}

void
ala_practice_router_answer (AlaPracticeState  *state,
                            SoupServerMessage *message)
{
  g_autoptr (AlaPracticeExchange) exchange = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *date = NULL;

  g_return_if_fail (state != NULL);
  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  if (!is_acceptable (message))
    {
      ala_practice_reply_tomcat (message, 400, "Bad Request");
    }
  else if (ala_practice_router_is_spared (message) || !ala_practice_front_answer (state, message))
    {
      exchange = ala_practice_exchange_new (message, state);
      if (exchange != NULL)
        route (exchange);
      else
        ala_practice_reply_tomcat (message, 404, "Not Found");
    }

  /* libsoup writes the true time; Jira's clock may be wrong on purpose. */
  now = g_date_time_new_from_unix_utc (ala_practice_state_get_now (state));
  date = soup_date_time_to_string (now, SOUP_DATE_HTTP);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);
}
