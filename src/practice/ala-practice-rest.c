/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-rest.h"

#include <string.h>

#include "ala-practice-oauth.h"
#include "ala-practice-random.h"
#include "ala-practice-resource.h"
#include "ala-practice-webhooks.h"

/* Requests that a Data Center lets everybody have per second; the practice Jira only tells. */
#define RATE_LIMIT 1000

/* Seconds after which a client may come again once the fault is on. */
#define RETRY_AFTER "30"

#define OLD_WEBHOOKS "/rest/webhooks/1.0/webhook"
#define NEW_WEBHOOKS "/rest/jira-webhook/1.0/webhooks"

/* Returns: whether the request may go on; a wrong password was answered already */
static gboolean
authenticate_by_password (AlaPracticeExchange *exchange,
                          const char          *header)
{
  g_autofree guchar *octets = NULL;
  g_autofree char *text = NULL;
  gsize length;
  char *colon;

  octets = g_base64_decode (header, &length);
  text = g_utf8_make_valid ((const char *) octets, (gssize) length);
  colon = strchr (text, ':');
  if (colon != NULL)
    {
      *colon = '\0';
      exchange->user = ala_practice_state_find_user (exchange->state, text, colon + 1);
    }
  if (exchange->user != NULL)
    return TRUE;

  ala_practice_exchange_set_header (exchange, "X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
  ala_practice_exchange_set_header (exchange, "WWW-Authenticate", "Basic realm=\"protected-area\"");
  ala_practice_reply_tomcat (exchange->message, 401, "Unauthorized");

  return FALSE;
}

/* Returns: whether the request may go on, as whoever exchange->user is; %FALSE when it was answered already */
static gboolean
authenticate (AlaPracticeExchange *exchange)
{
  const char *header = ala_practice_exchange_get_header (exchange, "Authorization");

  if (!ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_ANONYMOUS))
    {
      switch (ala_practice_oauth_authenticate (exchange))
        {
        case ALA_PRACTICE_SIGNED:
          return TRUE;
        case ALA_PRACTICE_REFUSED:
          return FALSE;
        case ALA_PRACTICE_UNSIGNED:
        default:
          break;
        }
      if (header != NULL && g_ascii_strncasecmp (header, "Basic ", 6) == 0 && exchange->state->generation->basic_auth)
        return authenticate_by_password (exchange, header + 6);
    }

  if (exchange->session != NULL && exchange->session->user != NULL)
    exchange->user = ala_practice_user_find (exchange->session->user);

  return TRUE;
}

static void
set_headers (AlaPracticeExchange *exchange)
{
  g_autofree char *id = ala_practice_random_text (12);
  g_autofree char *name = NULL;
  g_autofree char *limit = NULL;

  ala_practice_exchange_set_header (exchange, "X-AREQUESTID", id);
  ala_practice_exchange_set_header (exchange, "X-Content-Type-Options", "nosniff");
  ala_practice_exchange_set_header (exchange, "Cache-Control", "no-cache, no-store, no-transform");
  if (exchange->user != NULL)
    ala_practice_exchange_set_header (exchange, "X-Seraph-LoginReason", "OK");
  if (exchange->state->generation->cloud)
    {
      if (exchange->user != NULL)
        ala_practice_exchange_set_header (exchange, "X-AACCOUNTID", exchange->user->account_id);
      return;
    }

  name = ala_oauth_encode (exchange->user != NULL ? exchange->user->name : "anonymous");
  ala_practice_exchange_set_header (exchange, "X-AUSERNAME", name);

  /* On good replies too, but not on serverInfo (reference/jira-oauth.md section 7). */
  limit = g_strdup_printf ("%d", RATE_LIMIT);
  ala_practice_exchange_set_header (exchange, "X-RateLimit-Limit", limit);
  ala_practice_exchange_set_header (exchange, "X-RateLimit-Remaining", limit);
  ala_practice_exchange_set_header (exchange, "X-RateLimit-FillRate", limit);
  ala_practice_exchange_set_header (exchange, "X-RateLimit-Interval-Seconds", "1");
  ala_practice_exchange_set_header (exchange, "Retry-After", "0");
}

static void
refuse_rate (AlaPracticeExchange *exchange)
{
  ala_practice_exchange_set_header (exchange, "Retry-After", RETRY_AFTER);
  if (exchange->state->generation->cloud)
    {
      g_autoptr (GDateTime) reset = g_date_time_new_from_unix_utc (ala_practice_state_get_now (exchange->state)
                                                                   + g_ascii_strtoll (RETRY_AFTER, NULL, 10));
      g_autofree char *text = g_date_time_format_iso8601 (reset);

      ala_practice_exchange_set_header (exchange, "X-RateLimit-Reset", text);
      ala_practice_exchange_set_header (exchange, "RateLimit-Reason", "jira-burst-based");
    }
  else
    {
      ala_practice_exchange_set_header (exchange, "X-RateLimit-Remaining", "0");
    }
  ala_practice_exchange_reply_error (exchange, 429, "Rate limit exceeded.");
}

/* Faults of every resource but serverInfo. Returns: whether the request goes on */
static gboolean
pass_early_faults (AlaPracticeExchange *exchange)
{
  AlaPracticeState *state = exchange->state;

  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_LOGIN_PAGE))
    {
      g_autofree char *destination = ala_oauth_encode (exchange->path);
      g_autofree char *location = g_strconcat ("/login.jsp?permissionViolation=true&os_destination=", destination, NULL);

      ala_practice_exchange_redirect (exchange, 302, location);
      return FALSE;
    }
  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_CAPTCHA))
    {
      g_autofree char *base_url = ala_practice_state_dup_base_url (state);
      g_autofree char *reason = g_strdup_printf ("CAPTCHA_CHALLENGE; login-url=%s/login.jsp", base_url);

      ala_practice_exchange_set_header (exchange, "X-Seraph-LoginReason", "AUTHENTICATION_DENIED");
      ala_practice_exchange_set_header (exchange, "X-Authentication-Denied-Reason", reason);
      ala_practice_reply_tomcat (exchange->message, 403, "Forbidden");
      return FALSE;
    }

  return TRUE;
}

/* Faults of what is asked for, once it is known who asks. Returns: whether the request goes on */
static gboolean
pass_late_faults (AlaPracticeExchange *exchange,
                  gboolean             is_myself)
{
  AlaPracticeState *state = exchange->state;

  if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_RATE_LIMITED))
    refuse_rate (exchange);
  else if (is_myself)
    return TRUE;
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_NOT_FOUND))
    ala_practice_exchange_reply_error (exchange, 404, "There is nothing here, or you may not see it.");
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_BAD_REQUEST))
    ala_practice_exchange_reply_error (exchange, 400, "The request is not valid.");
  else if (ala_practice_state_has_fault (state, ALA_PRACTICE_FAULT_FORBIDDEN))
    ala_practice_exchange_reply_error (exchange, 403, "You do not have permission for this operation.");
  else
    return TRUE;

  return FALSE;
}

/* Returns: (nullable): what follows one of the webhook paths, %NULL when this is none that the generation has */
static const char *
get_webhook_path (AlaPracticeExchange *exchange)
{
  const char *prefix = exchange->state->generation->new_webhooks ? NEW_WEBHOOKS : OLD_WEBHOOKS;
  const char *rest;

  if (!g_str_has_prefix (exchange->path, prefix)
      || ala_practice_state_has_fault (exchange->state, ALA_PRACTICE_FAULT_WEBHOOKS_NOT_FOUND))
    return NULL;

  rest = exchange->path + strlen (prefix);

  return *rest == '\0' || *rest == '/' ? rest : NULL;
}

/* Returns: (nullable): what follows the path of the main API in one of its versions */
static const char *
get_api_path (AlaPracticeExchange *exchange)
{
  static const char *prefixes[] = { "/rest/api/2/", "/rest/api/latest/", "/rest/api/3/" };
  const gsize n = exchange->state->generation->cloud ? 3 : 2;

  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (exchange->path, prefixes[i]))
      return exchange->path + strlen (prefixes[i]);

  return NULL;
}

void
ala_practice_rest (AlaPracticeExchange *exchange)
{
  const char *api, *webhooks;

  g_return_if_fail (exchange != NULL);

  api = get_api_path (exchange);
  if (g_strcmp0 (api, "serverInfo") == 0)
    {
      ala_practice_resource_server_info (exchange);
      return;
    }
  if (g_str_has_prefix (exchange->path, "/rest/applinks/") && g_str_has_suffix (exchange->path, "/manifest"))
    {
      ala_practice_resource_manifest (exchange);
      return;
    }

  if (!pass_early_faults (exchange) || !authenticate (exchange))
    return;
  set_headers (exchange);
  if (!pass_late_faults (exchange, g_strcmp0 (api, "myself") == 0))
    return;

  webhooks = get_webhook_path (exchange);
  if (webhooks != NULL)
    ala_practice_webhooks (exchange, webhooks);
  else if (api == NULL || !ala_practice_resource (exchange, api))
    ala_practice_resource_reply_nothing (exchange);
}
