/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-browser.h"

#include <string.h>

PracticeBrowser *
practice_browser_new (const char *base)
{
  PracticeBrowser *self = g_new0 (PracticeBrowser, 1);
  g_autoptr (SoupCookieJar) jar = soup_cookie_jar_new ();

  self->session = soup_session_new_with_options ("timeout", 30, NULL);
  soup_session_add_feature (self->session, SOUP_SESSION_FEATURE (jar));
  self->base = g_strdup (base);

  return self;
}

static void
forget_reply (PracticeBrowser *self)
{
  g_clear_pointer (&self->body, g_free);
  g_clear_object (&self->message);
  g_clear_error (&self->error);
  self->length = 0;
  self->status = 0;
}

void
practice_browser_free (PracticeBrowser *self)
{
  forget_reply (self);
  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_free (self->base);
  g_free (self);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

guint
practice_browser_send (PracticeBrowser *self,
                       const char      *method,
                       const char      *path,
                       const char      *authorization,
                       const char      *content_type,
                       const char      *body)
{
  g_autofree char *url = strstr (path, "://") != NULL && path[0] != '/' ? g_strdup (path) : g_strconcat (self->base, path, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) reply = NULL;

  forget_reply (self);
  self->message = soup_message_new (method, url);
  g_assert_nonnull (self->message);
  if (self->stay)
    soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  if (authorization != NULL)
    soup_message_headers_append (soup_message_get_request_headers (self->message), "Authorization", authorization);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (self->message, content_type, bytes);
    }

  soup_session_send_and_read_async (self->session, self->message, G_PRIORITY_DEFAULT, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = soup_session_send_and_read_finish (self->session, result, &self->error);
  if (reply == NULL)
    return 0;

  self->length = g_bytes_get_size (reply);
  self->body = g_malloc (self->length + 1);
  if (self->length > 0)
    memcpy (self->body, g_bytes_get_data (reply, NULL), self->length);
  self->body[self->length] = '\0';
  self->status = soup_message_get_status (self->message);

  return self->status;
}

guint
practice_browser_get (PracticeBrowser *self,
                      const char      *path)
{
  return practice_browser_send (self, "GET", path, NULL, NULL, NULL);
}

const char *
practice_browser_get_header (PracticeBrowser *self,
                             const char      *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}

static char *
dup_attribute (const char *tag,
               const char *name)
{
  g_autofree char *pattern = g_strdup_printf (" %s=\"([^\"]*)\"", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *raw = NULL;
  GString *text;

  if (!g_regex_match (regex, tag, 0, &match))
    return NULL;

  raw = g_match_info_fetch (match, 1);
  text = g_string_new (raw);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&apos;", "'", 0);
  g_string_replace (text, "&#39;", "'", 0);
  g_string_replace (text, "&amp;", "&", 0);

  return g_string_free (text, FALSE);
}

/* Adds what a browser sends of the form that is not filled in by hand: hidden fields, texts as they are, ticked boxes. */
static void
add_fields (AlaOAuthParams *params,
            const char     *form,
            GHashTable     *filled)
{
  g_autoptr (GRegex) regex = g_regex_new ("<(input|textarea|select)\\b[^>]*>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, form, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *tag = g_match_info_fetch (match, 0);
      g_autofree char *name = dup_attribute (tag, "name");
      g_autofree char *type = dup_attribute (tag, "type");
      g_autofree char *value = dup_attribute (tag, "value");
      gboolean box = g_strcmp0 (type, "checkbox") == 0 || g_strcmp0 (type, "radio") == 0;

      if (name == NULL || g_hash_table_contains (filled, name))
        continue;
      if (box && strstr (tag, " checked") == NULL)
        continue;
      if (g_str_has_prefix (tag, "<select"))
        {
          g_clear_pointer (&value, g_free);
          value = g_strdup ("Generic Application");
        }
      ala_oauth_params_add (params, name, value != NULL ? value : "");
    }
}

guint
practice_browser_press (PracticeBrowser *self,
                        const char      *button,
                        ...)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  g_autoptr (GHashTable) filled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *id = g_strdup_printf (" id=\"%s\"", button);
  g_autofree char *form = NULL, *tag = NULL, *action = NULL, *name = NULL, *value = NULL, *body = NULL, *url = NULL;
  const char *found = strstr (self->body, id);
  const char *begin, *field;
  GUri *uri;
  va_list args;

  if (found == NULL)
    g_error ("There is no button %s on: %s", button, self->body);
  begin = g_strrstr_len (self->body, found - self->body, "<form");
  g_assert_nonnull (begin);
  form = g_strndup (begin, strstr (begin, "</form>") - begin);
  action = dup_attribute (form, "action");

  va_start (args, button);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);

      g_hash_table_add (filled, (gpointer) field);
      if (text != NULL)
        ala_oauth_params_add (params, field, text);
    }
  va_end (args);
  add_fields (params, form, filled);

  begin = g_strrstr_len (self->body, found - self->body, "<button");
  tag = g_strndup (begin, strchr (begin, '>') - begin);
  name = dup_attribute (tag, "name");
  value = dup_attribute (tag, "value");
  if (name != NULL)
    ala_oauth_params_add (params, name, value);

  body = ala_oauth_params_to_form (params);
  uri = soup_message_get_uri (self->message);
  url = g_strdup_printf ("%s://%s:%d%s", g_uri_get_scheme (uri), g_uri_get_host (uri), g_uri_get_port (uri), action);

  if (strstr (form, " method=\"get\"") != NULL)
    {
      g_autofree char *page = g_strconcat (url, "?", body, NULL);

      return practice_browser_get (self, page);
    }

  return practice_browser_send (self, "POST", url, NULL, "application/x-www-form-urlencoded", body);
}

void
practice_browser_assert_shows (PracticeBrowser *self,
                               const char      *html)
{
  if (self->body == NULL || strstr (self->body, html) == NULL)
    g_error ("“%s” is not in the reply %u: %s", html, self->status, self->body);
}

void
practice_browser_log_in (PracticeBrowser *self,
                         const char      *path,
                         const char      *user)
{
  practice_browser_get (self, path);
  if (strstr (self->body, "os_password") != NULL)
    practice_browser_press (self, "login-form-submit", "os_username", user, "os_password", user, NULL);
  if (strstr (self->body, "webSudoPassword") != NULL)
    practice_browser_press (self, "login-form-submit", "webSudoPassword", user, NULL);
}

char *
practice_browser_dup_value (PracticeBrowser *self,
                            const char      *name)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse (self->body, (gssize) self->length, 0);

  return g_strdup (ala_oauth_params_get (params, name));
}
