/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-exchange.h"

#include <string.h>

#include "ala-practice-template.h"

/* More pairs than any form of Jira has, and more objects and arrays than any JSON that it takes: parsers are recursive. */
#define MAX_PAIRS    200
#define MAX_BRACKETS 1000

#define HTML "text/html;charset=UTF-8"
#define JSON "application/json;charset=UTF-8"

/*
 * Tomcat reads a form only with POST and this very content type, in lower case (reference/jira-oauth.md section 6): what it
 * does not read is not part of the signature either.
 */
static gboolean
has_form (SoupServerMessage *message)
{
  const char *type = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Content-Type");
  gsize length;

  if (type == NULL || !g_str_equal (soup_server_message_get_method (message), "POST"))
    return FALSE;

  length = strcspn (type, ";");
  while (length > 0 && g_ascii_isspace (type[length - 1]))
    length--;

  return length == strlen ("application/x-www-form-urlencoded")
         && strncmp (type, "application/x-www-form-urlencoded", length) == 0;
}

static AlaOAuthParams *
parse_form (SoupServerMessage *message)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  if (!has_form (message))
    return ala_oauth_params_new ();

  bytes = soup_message_body_flatten (soup_server_message_get_request_body (message));
  data = g_bytes_get_data (bytes, &length);

  return data != NULL ? ala_oauth_params_parse (data, (gssize) length, MAX_PAIRS) : ala_oauth_params_new ();
}

static AlaPracticeSession *
find_session (AlaPracticeExchange *self)
{
  const char *header = ala_practice_exchange_get_header (self, "Cookie");
  GHashTable *cookies;
  AlaPracticeSession *session;
  const char *id;

  if (header == NULL)
    return NULL;

  cookies = soup_header_parse_semi_param_list (header);
  id = g_hash_table_lookup (cookies, "JSESSIONID");

  session = id != NULL ? ala_practice_sessions_find (self->state->sessions, id) : NULL;
  soup_header_free_param_list (cookies);

  return session;
}

AlaPracticeExchange *
ala_practice_exchange_new (SoupServerMessage *message,
                           AlaPracticeState  *state)
{
  AlaPracticeExchange *self;
  GUri *uri;
  const char *context, *path, *query;

  g_return_val_if_fail (SOUP_IS_SERVER_MESSAGE (message), NULL);
  g_return_val_if_fail (state != NULL, NULL);

  uri = soup_server_message_get_uri (message);
  path = g_uri_get_path (uri);
  context = ala_practice_state_get_context (state);
  /* People switch a fault off where they switched it on, even if Jira has moved meanwhile. */
  if (g_str_has_prefix (path, ALA_PRACTICE_CONTEXT "/practice"))
    context = ALA_PRACTICE_CONTEXT;
  if (!g_str_has_prefix (path, context))
    return NULL;
  path += strlen (context);
  if (*path != '\0' && *path != '/')
    return NULL;

  self = g_new0 (AlaPracticeExchange, 1);
  self->message = g_object_ref (message);
  self->state = state;
  self->context = context;
  self->method = soup_server_message_get_method (message);
  self->path = g_strdup (path);
  query = g_uri_get_query (uri);
  self->query = ala_oauth_params_parse (query != NULL ? query : "", -1, MAX_PAIRS);
  self->form = parse_form (message);
  self->session = find_session (self);

  return self;
}

void
ala_practice_exchange_free (AlaPracticeExchange *self)
{
  g_return_if_fail (self != NULL);

  ala_oauth_params_free (self->query);
  ala_oauth_params_free (self->form);
  g_object_unref (self->message);
  g_free (self->path);
  g_free (self);
}

gboolean
ala_practice_exchange_is (AlaPracticeExchange *self,
                          const char          *method)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->method, method);
}

const char *
ala_practice_exchange_get_field (AlaPracticeExchange *self,
                                 const char          *name)
{
  const char *value;

  g_return_val_if_fail (self != NULL, NULL);

  value = ala_oauth_params_get (self->form, name);

  return value != NULL ? value : "";
}

gboolean
ala_practice_exchange_has_field (AlaPracticeExchange *self,
                                 const char          *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return ala_oauth_params_count (self->form, name) > 0;
}

const char *
ala_practice_exchange_get_query (AlaPracticeExchange *self,
                                 const char          *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ala_oauth_params_get (self->query, name);
}

const char *
ala_practice_exchange_get_header (AlaPracticeExchange *self,
                                  const char          *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return soup_message_headers_get_one (soup_server_message_get_request_headers (self->message), name);
}

static gboolean
has_few_brackets (const char *data,
                  gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length && n <= MAX_BRACKETS; i++)
    if (data[i] == '[' || data[i] == '{')
      n++;

  return n <= MAX_BRACKETS;
}

JsonNode *
ala_practice_exchange_dup_json (AlaPracticeExchange *self)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (self != NULL, NULL);

  parser = json_parser_new ();
  bytes = soup_message_body_flatten (soup_server_message_get_request_body (self->message));
  data = g_bytes_get_data (bytes, &length);
  if (data == NULL
      || !has_few_brackets (data, length)
      || !g_utf8_validate (data, (gssize) length, NULL)
      || !json_parser_load_from_data (parser, data, (gssize) length, NULL)
      || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;

  return json_parser_steal_root (parser);
}

AlaPracticeSession *
ala_practice_exchange_ensure_session (AlaPracticeExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->session == NULL)
    {
      g_autofree char *cookie = NULL;

      self->session = ala_practice_sessions_begin (self->state->sessions);
      cookie = g_strdup_printf ("JSESSIONID=%s; Path=%s; HttpOnly%s", self->session->id, self->context,
                                g_str_has_prefix (self->state->origin, "https:") ? "; Secure" : "");
      soup_message_headers_append (soup_server_message_get_response_headers (self->message), "Set-Cookie", cookie);
    }

  return self->session;
}

void
ala_practice_exchange_set_header (AlaPracticeExchange *self,
                                  const char          *name,
                                  const char          *value)
{
  g_return_if_fail (self != NULL);

  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), name, value);
}

void
ala_practice_exchange_reply (AlaPracticeExchange *self,
                             guint                status,
                             const char          *content_type,
                             char                *body)
{
  g_return_if_fail (self != NULL);

  soup_server_message_set_status (self->message, status, NULL);
  if (body != NULL)
    soup_server_message_set_response (self->message, content_type, SOUP_MEMORY_TAKE, body, strlen (body));
}

/* Pages belong to one browser and one moment, load nothing from elsewhere, and run no scripts. */
static void
reply_html (AlaPracticeExchange *self,
            guint                status,
            char                *html)
{
  ala_practice_exchange_set_header (self, "Cache-Control", "no-cache, no-store, must-revalidate");
  ala_practice_exchange_set_header (self, "X-Content-Type-Options", "nosniff");
  ala_practice_exchange_set_header (self, "X-Frame-Options", "SAMEORIGIN");
  ala_practice_exchange_set_header (self, "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
  ala_practice_exchange_reply (self, status, HTML, html);
}

void
ala_practice_exchange_reply_page (AlaPracticeExchange *self,
                                  guint                status,
                                  const char          *title,
                                  const char          *template,
                                  ...)
{
  g_autofree char *content = NULL;
  g_autofree char *account = NULL;
  const AlaPracticeUser *user;
  AlaPracticeSession *session;
  const char *common[5];
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (template != NULL);

  session = ala_practice_exchange_ensure_session (self);
  common[0] = "context";
  common[1] = self->context;
  common[2] = "xsrf";
  common[3] = session->xsrf_token;
  common[4] = NULL;

  va_start (args, template);
  content = ala_practice_template_render_v (template, common, args);
  va_end (args);

  user = session->user != NULL ? ala_practice_user_find (session->user) : NULL;
  if (user != NULL)
    account = ala_practice_template_render ("account", "context", self->context, "xsrf", session->xsrf_token,
                                            "name", user->display_name, NULL);
  else
    account = ala_practice_template_render ("no-account", "context", self->context, NULL);

  reply_html (self, status,
              ala_practice_template_render ("frame",
                                            "context", self->context,
                                            "title", title,
                                            "generation", self->state->generation->title,
                                            "version", self->state->generation->version,
                                            "&account", account,
                                            "&content", content,
                                            NULL));
}

void
ala_practice_exchange_reply_message (AlaPracticeExchange *self,
                                     guint                status,
                                     const char          *title,
                                     const char          *text)
{
  g_return_if_fail (text != NULL);

  ala_practice_exchange_reply_page (self, status, title, "message", "title", title, "text", text, NULL);
}

void
ala_practice_exchange_reply_json (AlaPracticeExchange *self,
                                  guint                status,
                                  JsonNode            *node)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (node != NULL);

  ala_practice_exchange_reply (self, status, JSON, json_to_string (node, FALSE));
  json_node_unref (node);
}

void
ala_practice_exchange_reply_error (AlaPracticeExchange *self,
                                   guint                status,
                                   const char          *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "errorMessages");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, text);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  ala_practice_exchange_reply_json (self, status, json_builder_get_root (builder));
}

void
ala_practice_exchange_redirect (AlaPracticeExchange *self,
                                guint                status,
                                const char          *location)
{
  g_autofree char *absolute = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (location != NULL);

  if (*location == '/')
    absolute = g_strconcat (self->context, location, NULL);

  ala_practice_exchange_set_header (self, "Location", absolute != NULL ? absolute : location);
  ala_practice_exchange_reply (self, status, HTML, NULL);
}

void
ala_practice_reply_tomcat (SoupServerMessage *message,
                           guint              status,
                           const char        *reason)
{
  g_autofree char *number = g_strdup_printf ("%u", status);
  char *html;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));
  g_return_if_fail (reason != NULL);

  html = ala_practice_template_render ("tomcat", "status", number, "reason", reason, NULL);
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html;charset=utf-8", SOUP_MEMORY_TAKE, html, strlen (html));
}
