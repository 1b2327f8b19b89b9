/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-callback-listener.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gnutls/crypto.h>
#include <libsoup/soup.h>

#include "ala-callback-page.h"
#include "ala-oauth-encoding.h"
#include "ala-problem.h"

#define PATH_BYTES 16

/* Jira sends two parameters. */
#define MAX_PARAMS 16

/* How long the closing page may take to go out, in milliseconds, before the answer is told all the same. */
#define PAGE_MS 500

/* What Jira sends as the verifier when the person refused (reference/jira-oauth.md section 3). */
#define DENIED "denied"

struct _AlaCallbackListener
{
  GObject parent_instance;

  SoupServer *soup;
  char *path;
  char *url;
  char *host;  /* what the Host header has to be: by IPv4 … */
  char *host6; /* … and by IPv6 */
  AlaSecret *token; /* nullable */

  gboolean is_answered;
  AlaSecret *verifier;        /* nullable: until it is told */
  SoupServerMessage *closing; /* nullable: the request whose reply is going out */
  gulong finished_id;
  guint source;               /* tells the answer */
};

G_DEFINE_FINAL_TYPE (AlaCallbackListener, ala_callback_listener, G_TYPE_OBJECT)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_closing (AlaCallbackListener *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->closing != NULL)
    g_clear_signal_handler (&self->finished_id, self->closing);
  g_clear_object (&self->closing);
}

static void
ala_callback_listener_dispose (GObject *object)
{
  AlaCallbackListener *self = ALA_CALLBACK_LISTENER (object);

  ala_callback_listener_stop (self);

  G_OBJECT_CLASS (ala_callback_listener_parent_class)->dispose (object);
}

static void
ala_callback_listener_finalize (GObject *object)
{
  AlaCallbackListener *self = ALA_CALLBACK_LISTENER (object);

  g_clear_pointer (&self->token, ala_secret_unref);
  g_free (self->path);
  g_free (self->url);
  g_free (self->host);
  g_free (self->host6);

  G_OBJECT_CLASS (ala_callback_listener_parent_class)->finalize (object);
}

static void
ala_callback_listener_class_init (AlaCallbackListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ala_callback_listener_dispose;
  object_class->finalize = ala_callback_listener_finalize;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, ALA_TYPE_SECRET);
}

static void
ala_callback_listener_init (AlaCallbackListener *self)
{
}

static gboolean
tell_cb (gpointer user_data)
{
  g_autoptr (AlaCallbackListener) self = g_object_ref (user_data);
  g_autoptr (AlaSecret) verifier = g_steal_pointer (&self->verifier);

  self->source = 0;
  forget_closing (self);
  g_signal_emit (self, signals[ANSWERED], 0, verifier);
  return G_SOURCE_REMOVE;
}

static void
finished_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  AlaCallbackListener *self = user_data;

  /* Whoever is told may stop the server, which must not happen while it is at work on this message. */
  forget_closing (self);
  self->source = g_idle_add (tell_cb, self);
}

static void
reply (SoupServerMessage *message,
       guint              status,
       const char        *type,
       const char        *body,
       const char        *policy)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Connection", "close");
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (headers, "Content-Security-Policy", policy);
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
reply_page (SoupServerMessage *message,
            guint              status,
            AlaCallbackPage    page)
{
  g_autofree char *policy = NULL;
  g_autofree char *body = ala_callback_page_make (page, &policy);

  reply (message, status, "text/html; charset=utf-8", body, policy);
}

/* Whether the request is for us: our path, which nobody can guess, and our Host, which no foreign page can send. */
static gboolean
is_ours (AlaCallbackListener *self,
         SoupServerMessage   *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  const char *host = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Host");

  return g_strcmp0 (soup_server_message_get_method (message), SOUP_METHOD_GET) == 0 && g_strcmp0 (path, self->path) == 0 &&
         (g_strcmp0 (host, self->host) == 0 || g_strcmp0 (host, self->host6) == 0);
}

static void
take_answer (AlaCallbackListener *self,
             SoupServerMessage   *message,
             AlaOAuthParams      *params)
{
  const char *verifier = ala_oauth_params_get (params, "oauth_verifier");

  self->is_answered = TRUE;
  if (g_str_equal (verifier, DENIED))
    {
      reply_page (message, SOUP_STATUS_OK, ALA_CALLBACK_PAGE_DENIED);
    }
  else
    {
      self->verifier = ala_secret_new (verifier, -1);
      reply_page (message, SOUP_STATUS_OK, ALA_CALLBACK_PAGE_ALLOWED);
    }

  self->closing = g_object_ref (message);
  self->finished_id = g_signal_connect (message, "finished", G_CALLBACK (finished_cb), self);
  self->source = g_timeout_add (PAGE_MS, tell_cb, self);
}

/* Runs when the head of a request has come: nobody's body is waited for. */
static void
request_cb (SoupServer        *soup,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  AlaCallbackListener *self = user_data;
  const char *text = g_uri_get_query (soup_server_message_get_uri (message));
  g_autoptr (AlaOAuthParams) params = NULL;
  g_autoptr (AlaSecret) token = NULL;

  if (!is_ours (self, message))
    {
      reply (message, SOUP_STATUS_NOT_FOUND, "text/plain", "Not found\n", "default-src 'none'");
      return;
    }

  params = ala_oauth_params_parse (text != NULL ? text : "", -1, MAX_PARAMS);
  if (ala_oauth_params_count (params, "oauth_token") == 1)
    token = ala_secret_new (ala_oauth_params_get (params, "oauth_token"), -1);

  if (self->is_answered || self->token == NULL || token == NULL || !ala_secret_equal (token, self->token) ||
      ala_oauth_params_count (params, "oauth_verifier") != 1 || *ala_oauth_params_get (params, "oauth_verifier") == '\0')
    reply_page (message, SOUP_STATUS_NOT_FOUND, ALA_CALLBACK_PAGE_OTHER_RUN);
  else
    take_answer (self, message, params);
}

static char *
make_path (void)
{
  guchar random[PATH_BYTES];
  GString *path = g_string_new ("/");
  int status = gnutls_rnd (GNUTLS_RND_NONCE, random, sizeof random);

  /* Without random numbers nothing on this computer is safe, and nothing of what follows would be. */
  if (status < 0)
    g_error ("No random numbers: %s", gnutls_strerror (status));

  for (guint i = 0; i < sizeof random; i++)
    g_string_append_printf (path, "%02x", random[i]);
  return g_string_free (path, FALSE);
}

static gboolean
listen_on (AlaCallbackListener *self,
           GSocketFamily        family,
           guint                port,
           GError             **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (family);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, (guint16) port);

  return soup_server_listen (self->soup, address, 0, error);
}

AlaCallbackListener *
ala_callback_listener_new (GError **error)
{
  g_autoptr (AlaCallbackListener) self = g_object_new (ALA_TYPE_CALLBACK_LISTENER, NULL);
  g_autoptr (GError) cause = NULL;
  GSList *uris;
  guint port;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self->path = make_path ();
  self->soup = soup_server_new (NULL, NULL);
  soup_server_add_early_handler (self->soup, NULL, request_cb, self, NULL);
  if (!listen_on (self, G_SOCKET_FAMILY_IPV4, 0, &cause))
    {
      ala_problem_set_error (error, ALA_PROBLEM_LISTENER_FAILED, _("No port could be opened: %s"), cause->message);
      return NULL;
    }

  uris = soup_server_get_uris (self->soup);
  port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  /* A browser that was told the IPv4 address may be made to use the other; where there is none, nothing is missed. */
  listen_on (self, G_SOCKET_FAMILY_IPV6, port, NULL);

  self->host = g_strdup_printf ("127.0.0.1:%u", port);
  self->host6 = g_strdup_printf ("[::1]:%u", port);
  self->url = g_strconcat ("http://", self->host, self->path, NULL);

  return g_steal_pointer (&self);
}

const char *
ala_callback_listener_get_url (AlaCallbackListener *self)
{
  g_return_val_if_fail (ALA_IS_CALLBACK_LISTENER (self), NULL);

  return self->url;
}

void
ala_callback_listener_set_token (AlaCallbackListener *self,
                                 AlaSecret           *request_token)
{
  AlaSecret *earlier;

  g_return_if_fail (ALA_IS_CALLBACK_LISTENER (self));

  earlier = self->token;
  self->token = request_token != NULL ? ala_secret_ref (request_token) : NULL;
  g_clear_pointer (&earlier, ala_secret_unref);
}

void
ala_callback_listener_stop (AlaCallbackListener *self)
{
  g_return_if_fail (ALA_IS_CALLBACK_LISTENER (self));

  forget_closing (self);
  g_clear_pointer (&self->verifier, ala_secret_unref);
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
}
