/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-product.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-oauth-request.h"

PracticeProduct *
practice_product_new (const char *base,
                      const char *consumer_key)
{
  PracticeProduct *self = g_new0 (PracticeProduct, 1);

  self->browser = practice_browser_new (base);
  self->browser->stay = TRUE;
  self->pair = ala_key_pair_generate (1024, NULL);
  g_assert_nonnull (self->pair);
  self->consumer_key = g_strdup (consumer_key);
  self->public_key = ala_key_export_public_body (self->pair);

  return self;
}

void
practice_product_free (PracticeProduct *self)
{
  practice_browser_free (self->browser);
  g_object_unref (self->pair);
  g_free (self->consumer_key);
  g_free (self->public_key);
  g_free (self);
}

static void
set_parameter (AlaOAuthParams **params,
               const char      *name,
               const char      *value)
{
  AlaOAuthParams *all = ala_oauth_params_new ();

  for (guint i = 0; i < ala_oauth_params_get_length (*params); i++)
    if (!g_str_equal (ala_oauth_params_get_name (*params, i), name))
      ala_oauth_params_add (all, ala_oauth_params_get_name (*params, i), ala_oauth_params_get_value (*params, i));
  if (!g_str_equal (value, "-"))
    ala_oauth_params_add (all, name, value);
  ala_oauth_params_free (*params);
  *params = all;
}

guint
practice_product_send (PracticeProduct *self,
                       const char      *method,
                       const char      *path,
                       ...)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_new ();
  g_autoptr (AlaOAuthParams) form = ala_oauth_params_new ();
  g_autofree char *url = path[0] == '/' ? g_strconcat (self->browser->base, path, NULL) : g_strdup (path);
  g_autofree char *timestamp = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *nonce = g_uuid_string_random ();
  g_autofree char *header = NULL, *body = NULL;
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new (method, url);
  const char *name;
  va_list args;

  ala_oauth_params_add (params, "oauth_consumer_key", self->consumer_key);
  ala_oauth_params_add (params, "oauth_signature_method", "RSA-SHA1");
  ala_oauth_params_add (params, "oauth_timestamp", timestamp);
  ala_oauth_params_add (params, "oauth_nonce", nonce);
  ala_oauth_params_add (params, "oauth_version", "1.0");
  va_start (args, path);
  while ((name = va_arg (args, const char *)) != NULL)
    set_parameter (g_str_has_prefix (name, "oauth_") ? &params : &form, name, va_arg (args, const char *));
  va_end (args);

  for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
    ala_oauth_request_add_oauth (request, ala_oauth_params_get_name (params, i), ala_oauth_params_get_value (params, i));
  for (guint i = 0; i < ala_oauth_params_get_length (form); i++)
    ala_oauth_request_add_form (request, ala_oauth_params_get_name (form, i), ala_oauth_params_get_value (form, i));
  if (ala_oauth_params_count (params, "oauth_signature") == 0)
    g_assert_true (ala_oauth_request_sign (request, self->pair, NULL));
  header = ala_oauth_request_dup_header (request, NULL);
  if (ala_oauth_params_get_length (form) > 0)
    body = ala_oauth_params_to_form (form);

  return practice_browser_send (self->browser, method, url, header, "application/x-www-form-urlencoded", body);
}

char *
practice_product_ask (PracticeProduct *self,
                      const char      *callback)
{
  char *token;

  practice_product_send (self, "POST", "/plugins/servlet/oauth/request-token", "oauth_callback", callback, NULL);
  if (self->browser->status != 200)
    g_error ("No request token: %u %s", self->browser->status, self->browser->body);
  token = practice_browser_dup_value (self->browser, "oauth_token");
  g_assert_nonnull (token);

  return token;
}

char *
practice_product_link (PracticeProduct *self,
                       const char      *user)
{
  g_autoptr (PracticeBrowser) person = practice_browser_new (self->browser->base);
  g_autofree char *request_token = practice_product_ask (self, "oob");
  g_autofree char *page = g_strconcat ("/plugins/servlet/oauth/authorize?oauth_token=", request_token, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("code is (?:'|&#39;|&apos;)([0-9A-Za-z]{6})(?:'|&#39;|&apos;)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *code = NULL;
  char *token;

  practice_browser_log_in (person, page, user);
  practice_browser_press (person, "approve", NULL);
  if (!g_regex_match (regex, person->body, 0, &match))
    g_error ("There is no code on: %s", person->body);
  code = g_match_info_fetch (match, 1);

  practice_product_send (self, "POST", "/plugins/servlet/oauth/access-token", "oauth_token", request_token, "oauth_verifier", code,
                         NULL);
  if (self->browser->status != 200)
    g_error ("No access token: %u %s", self->browser->status, self->browser->body);
  token = practice_browser_dup_value (self->browser, "oauth_token");
  g_assert_nonnull (token);

  return token;
}
