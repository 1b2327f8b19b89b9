/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-reply.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Nothing of Jira is nested deeper than a dozen levels; json-glib's parser calls itself for each. */
#define MAX_DEPTH 100

/* How much of Jira's own words goes into a sentence, and how large a body is looked at for them. */
#define MAX_WORDS 400
#define MAX_ERROR_BODY (64 * 1024)

#define MAX_RETRY_AFTER (24 * 60 * 60)

static gboolean
header_has (AlaHttpReply *reply,
            const char   *name,
            const char   *word)
{
  const char *value = ala_http_reply_get_header (reply, name);

  return value != NULL && strstr (value, word) != NULL;
}

char *
ala_jira_reply_dup_location (AlaHttpReply *reply)
{
  g_autoptr (GUri) base = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *location, *scheme, *host;
  guint status;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (reply), NULL);

  status = ala_http_reply_get_status (reply);
  location = ala_http_reply_get_header (reply, "Location");
  if (status < 300 || status > 399 || location == NULL)
    return NULL;

  base = g_uri_parse (ala_http_reply_get_uri (reply), SOUP_HTTP_URI_FLAGS, NULL);
  uri = g_uri_parse_relative (base, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL)
    return NULL;

  /* Where no web server can be, there is nothing. */
  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  if ((!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")) || host == NULL || *host == '\0')
    return NULL;

  return g_uri_to_string (uri);
}

gint64
ala_jira_reply_get_retry_after (AlaHttpReply *reply)
{
  g_autoptr (GDateTime) date = NULL;
  const char *header;
  gint64 seconds;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (reply), -1);

  header = ala_http_reply_get_header (reply, "Retry-After");
  if (header == NULL)
    return -1;

  if (g_ascii_isdigit (*header))
    {
      seconds = g_ascii_strtoll (header, NULL, 10);
    }
  else
    {
      date = soup_date_time_new_from_http_string (header);
      if (date == NULL)
        return -1;
      seconds = g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC;
    }

  return CLAMP (seconds, 0, MAX_RETRY_AFTER);
}

static void
append_words (GString    *words,
              const char *text)
{
  if (*text == '\0' || words->len > MAX_WORDS)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  for (const char *p = text; *p != '\0' && words->len <= MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (words, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (words->len > MAX_WORDS)
    g_string_append (words, "…");
}

static void
append_member (GString    *words,
               JsonObject *object,
               const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    append_words (words, json_node_get_string (node));
}

/* Jira puts its words under any of four names (reference/jira-oauth.md section 7). "" when there are none. */
static char *
dup_words (AlaHttpReply *reply)
{
  GBytes *body = ala_http_reply_get_body (reply);
  g_autoptr (JsonNode) root = NULL;
  GString *words = g_string_new (NULL);
  JsonObject *object;
  JsonNode *node;

  if (g_bytes_get_size (body) <= MAX_ERROR_BODY)
    root = ala_jira_reply_parse (reply, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return g_string_free (words, FALSE);

  object = json_node_get_object (root);
  node = json_object_get_member (object, "errorMessages");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
            append_words (words, json_node_get_string (element));
        }
    }
  node = json_object_get_member (object, "errors");
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *errors = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (errors);

      for (GList *l = names; l != NULL; l = l->next)
        append_member (words, errors, l->data);
    }
  append_member (words, object, "errorMessage");
  append_member (words, object, "message");

  return g_string_free (words, FALSE);
}

static char *
dup_host (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, SOUP_HTTP_URI_FLAGS, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  return g_strdup (host != NULL ? host : uri);
}

static void
set_redirect_error (AlaHttpReply *reply,
                    GError      **error)
{
  g_autofree char *location = ala_jira_reply_dup_location (reply);
  g_autoptr (GUri) from = g_uri_parse (ala_http_reply_get_uri (reply), SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) to = location != NULL ? g_uri_parse (location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  gboolean same_host;

  if (from == NULL || to == NULL || g_uri_get_host (to) == NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REDIRECTED, _("The answer was a redirect (%u) that leads nowhere."),
                             ala_http_reply_get_status (reply));
      return;
    }

  same_host = g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) == 0;
  if (same_host && strstr (g_uri_get_path (to), "/login.jsp") != NULL)
    ala_problem_set_error (error, ALA_PROBLEM_LOGIN_PAGE, _("“%s” sent us to its login page."), g_uri_get_host (from));
  else if (!same_host && !g_str_equal (g_uri_get_path (from), g_uri_get_path (to)))
    ala_problem_set_error (error, ALA_PROBLEM_LOGIN_GATEWAY, _("“%s” sent us to “%s” first."), g_uri_get_host (from),
                           g_uri_get_host (to));
  else
    {
      g_autofree char *shown = g_uri_to_string_partial (to, G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);

      ala_problem_set_error (error, ALA_PROBLEM_REDIRECTED, _("“%s” sent us to %s."), g_uri_get_host (from), shown);
    }

  if (error != NULL)
    ala_problem_annotate (*error, ALA_NOTE_LOCATION, location);
}

static void
set_status_error (AlaHttpReply *reply,
                  AlaProblem    problem,
                  GError      **error)
{
  g_autofree char *words = dup_words (reply);
  g_autofree char *host = dup_host (ala_http_reply_get_uri (reply));
  guint status = ala_http_reply_get_status (reply);

  if (*words != '\0')
    /* Translators: the host, an HTTP status, and what Jira says about it. */
    ala_problem_set_error (error, problem, _("“%s” answered with status %u: %s"), host, status, words);
  else
    ala_problem_set_error (error, problem, _("“%s” answered with status %u."), host, status);
}

static AlaProblem
find_problem (AlaHttpReply *reply)
{
  guint status = ala_http_reply_get_status (reply);
  const char *user = ala_http_reply_get_header (reply, "X-AUSERNAME");

  /* Seraph, Jira's login layer, may say so with any status. */
  if (header_has (reply, "X-Authentication-Denied-Reason", "CAPTCHA") ||
      header_has (reply, "X-Seraph-LoginReason", "AUTHENTICATION_DENIED"))
    return ALA_PROBLEM_CAPTCHA;
  if (header_has (reply, "X-Seraph-LoginReason", "AUTHORISATION_FAILED"))
    return ALA_PROBLEM_USER_LOCKED_OUT;

  if (status >= 200 && status <= 299)
    {
      if (header_has (reply, "X-Seraph-LoginReason", "AUTHENTICATED_FAILED") || g_strcmp0 (user, "anonymous") == 0)
        return ALA_PROBLEM_ANONYMOUS;
      return ALA_PROBLEM_NONE;
    }

  switch (status)
    {
    case 401:
      return ALA_PROBLEM_ANONYMOUS;
    case 403:
      return ALA_PROBLEM_FORBIDDEN;
    case 404:
    case 410:
      return ALA_PROBLEM_NOT_FOUND;
    case 429:
      return ALA_PROBLEM_RATE_LIMITED;
    case 503:
      return ALA_PROBLEM_MAINTENANCE;
    default:
      return status >= 500 ? ALA_PROBLEM_SERVER_ERROR : ALA_PROBLEM_BAD_REQUEST;
    }
}

gboolean
ala_jira_reply_check (AlaHttpReply *reply,
                      GError      **error)
{
  g_autoptr (GError) found = NULL;
  AlaProblem problem;
  char number[32];
  gint64 wait;
  guint status;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (reply), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  status = ala_http_reply_get_status (reply);
  problem = find_problem (reply);
  if (problem == ALA_PROBLEM_NONE)
    return TRUE;

  if (status >= 300 && status <= 399)
    set_redirect_error (reply, &found);
  else
    set_status_error (reply, problem, &found);

  g_snprintf (number, sizeof number, "%u", status);
  ala_problem_annotate (found, ALA_NOTE_STATUS, number);
  ala_problem_annotate (found, ALA_NOTE_URL, ala_http_reply_get_uri (reply));
  wait = ala_jira_reply_get_retry_after (reply);
  if (wait >= 0 && (status == 429 || status == 503))
    {
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, wait);
      ala_problem_annotate (found, ALA_NOTE_RETRY_AFTER, number);
    }

  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

/* Counts brackets outside of strings: text that is no JSON may pass, and is the parser's to refuse. */
static gboolean
is_too_deep (const char *text,
             gsize       length)
{
  gsize depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '\\':
        i++;
        break;
      case '"':
        in_string = !in_string;
        break;
      case '[':
      case '{':
        if (!in_string && ++depth > MAX_DEPTH)
          return TRUE;
        break;
      case ']':
      case '}':
        if (!in_string && depth > 0)
          depth--;
        break;
      default:
        break;
      }

  return FALSE;
}

JsonNode *
ala_jira_reply_parse_text (const char *text,
                           gsize       length,
                           GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;
  gsize start = 0;
  gsize end = length;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  while (start < length && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (start == end)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPLY_EMPTY, _("Nothing came where data was expected."));
      return NULL;
    }

  /* json-glib calls itself for every bracket, so depth is settled before it is asked. */
  if ((text[start] == '{' || text[start] == '[') && !is_too_deep (text, length) && g_utf8_validate (text, (gssize) length, NULL))
    {
      parser = json_parser_new_immutable ();
      if (json_parser_load_from_data (parser, text, (gssize) length, NULL) && (root = json_parser_get_root (parser)) != NULL &&
          !JSON_NODE_HOLDS_NULL (root) && !JSON_NODE_HOLDS_VALUE (root))
        return json_node_ref (root);
      if (text[end - 1] != '}' && text[end - 1] != ']')
        {
          g_autofree char *size = g_format_size (length);

          ala_problem_set_error (error, ALA_PROBLEM_REPLY_TRUNCATED, _("The data ends in the middle, after %s."), size);
          return NULL;
        }
    }

  ala_problem_set_error (error, ALA_PROBLEM_REPLY_MALFORMED, _("What came is not the data that was expected."));
  return NULL;
}

JsonNode *
ala_jira_reply_parse (AlaHttpReply *reply,
                      GError      **error)
{
  gsize length;
  const char *text;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (reply), NULL);

  if (ala_http_reply_is_html (reply))
    {
      g_autofree char *host = dup_host (ala_http_reply_get_uri (reply));

      ala_problem_set_error (error, ALA_PROBLEM_REPLY_HTML, _("“%s” sent a web page instead of data."), host);
      return NULL;
    }

  text = g_bytes_get_data (ala_http_reply_get_body (reply), &length);
  return ala_jira_reply_parse_text (text, length, error);
}

gboolean
ala_jira_reply_names_user (JsonNode *root)
{
  static const char * const members[] = { "name", "accountId" };

  g_return_val_if_fail (root != NULL, FALSE);

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (json_node_get_object (root), members[i]))
      return TRUE;

  return FALSE;
}
