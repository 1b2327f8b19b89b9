/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-browser.h"

#include <libsoup/soup.h>

#include "ala-cli-wait.h"

/* Seconds; the practice Jira is on this computer. */
#define TIMEOUT 30

struct _AlaCliBrowser
{
  GObject parent_instance;

  SoupSession *session;
  AlaTrust *trust; /* nullable */
};

G_DEFINE_FINAL_TYPE (AlaCliBrowser, ala_cli_browser, G_TYPE_OBJECT)

static void
ala_cli_browser_finalize (GObject *object)
{
  AlaCliBrowser *self = ALA_CLI_BROWSER (object);

  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_clear_object (&self->trust);

  G_OBJECT_CLASS (ala_cli_browser_parent_class)->finalize (object);
}

static void
ala_cli_browser_class_init (AlaCliBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_cli_browser_finalize;
}

static void
ala_cli_browser_init (AlaCliBrowser *self)
{
  /* A practice Jira is on the loopback interface: no proxy of the system may come between. */
  self->session = soup_session_new_with_options ("timeout", TIMEOUT, "proxy-resolver", NULL,
                                                 "user-agent", "applink-rehearsal/" ALA_VERSION, NULL);
  soup_session_add_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
}

AlaCliBrowser *
ala_cli_browser_new (AlaTrust *trust)
{
  AlaCliBrowser *self = g_object_new (ALA_TYPE_CLI_BROWSER, NULL);

  g_set_object (&self->trust, trust);
  return self;
}

static gboolean
accept_certificate_cb (SoupMessage          *message,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  flags,
                       gpointer              user_data)
{
  AlaCliBrowser *self = user_data;
  const char *host = g_uri_get_host (soup_message_get_uri (message));

  return self->trust != NULL
         && ala_trust_verify (self->trust, certificate, host, flags) == G_TLS_CERTIFICATE_NO_FLAGS;
}

static AlaCliPage *
load (AlaCliBrowser  *self,
      SoupMessage    *message,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *url = NULL;
  AlaCliPage *page;
  gsize length;
  const char *html;

  g_signal_connect_object (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self, 0);
  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, cancellable,
                                    ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  body = soup_session_send_and_read_finish (self->session, result, error);
  if (body == NULL)
    return NULL;

  /* Where it ended after all redirects. */
  url = g_uri_to_string (soup_message_get_uri (message));
  html = g_bytes_get_data (body, &length);
  page = ala_cli_page_new (url, html != NULL ? html : "", length);
  ala_cli_page_set_head (page, soup_message_get_status (message),
                         soup_message_headers_get_list (soup_message_get_response_headers (message), "WWW-Authenticate"));
  return page;
}

AlaCliPage *
ala_cli_browser_open (AlaCliBrowser  *self,
                      const char     *url,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (SoupMessage) message = NULL;

  g_return_val_if_fail (ALA_IS_CLI_BROWSER (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, error);
  if (uri == NULL)
    return NULL;

  message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  return load (self, message, cancellable, error);
}

AlaCliPage *
ala_cli_browser_press (AlaCliBrowser  *self,
                       AlaCliPage     *page,
                       AlaCliForm     *form,
                       const char     *button,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autoptr (GUri) base = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (ALA_IS_CLI_BROWSER (self), NULL);
  g_return_val_if_fail (page != NULL && form != NULL, NULL);

  base = g_uri_parse (ala_cli_page_get_url (page), SOUP_HTTP_URI_FLAGS, error);
  if (base == NULL)
    return NULL;
  uri = g_uri_parse_relative (base, ala_cli_form_get_action (form), SOUP_HTTP_URI_FLAGS, error);
  if (uri == NULL)
    return NULL;

  params = ala_cli_form_collect (form, button);
  encoded = ala_oauth_params_to_form (params);
  if (ala_cli_form_is_post (form))
    {
      g_autoptr (GBytes) body = g_bytes_new (encoded, strlen (encoded));

      message = soup_message_new_from_uri (SOUP_METHOD_POST, uri);
      soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);
    }
  else
    {
      /* A form by GET replaces the query of its address; a link, which has no fields, keeps it. */
      g_autoptr (GUri) target = *encoded != '\0' ? soup_uri_copy (uri, SOUP_URI_QUERY, encoded, SOUP_URI_NONE)
                                                 : g_uri_ref (uri);

      message = soup_message_new_from_uri (SOUP_METHOD_GET, target);
    }

  return load (self, message, cancellable, error);
}
