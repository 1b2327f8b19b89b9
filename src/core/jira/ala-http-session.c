/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-session.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ala-http-auth.h"
#include "ala-http-error.h"
#include "ala-http-reserve.h"
#include "ala-http-session-private.h"
#include "ala-http-stop.h"

/* libsoup's two connections a host would make the checks wait for each other. As many of them begin at the same time. */
#define MAX_CONNECTIONS 10

/* Seconds that an unused connection is kept: a person reads a page in between. */
#define IDLE_TIMEOUT 60

/* How many time-outs a request may take as a whole: a server that sends a byte now and then is never silent. */
#define DEADLINE 6

#define READ_SIZE (64 * 1024)

/* Replies of status 1xx before the real one; one is usual. */
#define MAX_INFORMATIONAL 16

struct _AlaHttpSession
{
  GObject parent_instance;

  SoupSession *soup;
  AlaTrust *trust; /* nullable: besides the system's authorities */
  guint deadline;  /* milliseconds */
};

G_DEFINE_FINAL_TYPE (AlaHttpSession, ala_http_session, G_TYPE_OBJECT)

/* What is wrong with the certificate of a message's server, kept at the message. */
static G_DEFINE_QUARK (ala-tls-flags, ala_tls_flags)

typedef struct
{
  /* input */
  SoupMessage *message;
  char *host;
  gsize max_body;

  /* in progress */
  AlaHttpStop *stop;
  guint n_informational;
  GInputStream *stream;

  /* output */
  gint64 sent;
  gint64 received;
  GByteArray *body;
} Send;

static void
send_free (gpointer data)
{
  Send *send = data;

  g_clear_pointer (&send->stop, ala_http_stop_free);
  g_signal_handlers_disconnect_by_data (send->message, send);
  g_clear_object (&send->stream);
  g_object_unref (send->message);
  g_byte_array_unref (send->body);
  g_free (send->host);
  g_free (send);
}

static void
ala_http_session_dispose (GObject *object)
{
  AlaHttpSession *self = ALA_HTTP_SESSION (object);

  if (self->soup != NULL)
    soup_session_abort (self->soup);
  g_clear_object (&self->soup);
  g_clear_object (&self->trust);

  G_OBJECT_CLASS (ala_http_session_parent_class)->dispose (object);
}

static void
ala_http_session_class_init (AlaHttpSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_http_session_dispose;
}

static SoupSession *
new_soup (void)
{
  return soup_session_new_with_options ("user-agent", "ApplinkAssistant/" ALA_VERSION,
                                        "max-conns", 2 * MAX_CONNECTIONS,
                                        "max-conns-per-host", MAX_CONNECTIONS,
                                        "idle-timeout", IDLE_TIMEOUT,
                                        NULL);
}

/* The same settings, and none of its connections. */
static SoupSession *
new_soup_like (SoupSession *other)
{
  SoupSession *soup = new_soup ();

  soup_session_set_timeout (soup, soup_session_get_timeout (other));
  soup_session_set_proxy_resolver (soup, soup_session_get_proxy_resolver (other));
  return soup;
}

static void
ala_http_session_init (AlaHttpSession *self)
{
  self->soup = new_soup ();
  ala_http_session_set_timeout (self, ALA_HTTP_TIMEOUT);
}

AlaHttpSession *
ala_http_session_new (void)
{
  return g_object_new (ALA_TYPE_HTTP_SESSION, NULL);
}

AlaHttpSession *
ala_http_session_new_sibling (AlaHttpSession *other)
{
  AlaHttpSession *self;
  g_autoptr (SoupSession) soup = NULL;

  g_return_val_if_fail (ALA_IS_HTTP_SESSION (other), NULL);

  self = ala_http_session_new ();
  soup = new_soup_like (other->soup);
  g_set_object (&self->soup, soup);
  g_set_object (&self->trust, other->trust);
  self->deadline = other->deadline;
  return self;
}

static gboolean
is_same_trust (AlaTrust *a,
               AlaTrust *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_str_equal (ala_trust_get_pem (a), ala_trust_get_pem (b));
}

void
ala_http_session_set_trust (AlaHttpSession *self,
                            AlaTrust       *trust)
{
  g_autoptr (SoupSession) soup = NULL;

  g_return_if_fail (ALA_IS_HTTP_SESSION (self));
  g_return_if_fail (trust == NULL || ALA_IS_TRUST (trust));

  if (is_same_trust (self->trust, trust))
    return;

  /* Connections that are open were accepted by the earlier ones, so they stay behind with the requests that use them. */
  soup = new_soup_like (self->soup);
  g_set_object (&self->soup, soup);
  g_set_object (&self->trust, trust);
}

void
ala_http_session_set_timeout (AlaHttpSession *self,
                              guint           seconds)
{
  g_return_if_fail (ALA_IS_HTTP_SESSION (self));
  g_return_if_fail (seconds > 0);

  soup_session_set_timeout (self->soup, seconds);
  self->deadline = DEADLINE * seconds * 1000;
}

void
ala_http_session_set_deadline (AlaHttpSession *self,
                               guint           milliseconds)
{
  g_return_if_fail (ALA_IS_HTTP_SESSION (self));

  self->deadline = milliseconds;
}

void
ala_http_session_set_proxy_resolver (AlaHttpSession *self,
                                     GProxyResolver *resolver)
{
  g_return_if_fail (ALA_IS_HTTP_SESSION (self));

  soup_session_set_proxy_resolver (self->soup, resolver);
}

/* The system's authorities have refused the certificate; ours are asked. */
static gboolean
accept_certificate_cb (SoupMessage          *message,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  flags,
                       gpointer              user_data)
{
  AlaHttpSession *self = user_data;

  if (self->trust != NULL)
    flags = ala_trust_verify (self->trust, certificate, g_uri_get_host (soup_message_get_uri (message)), flags);

  g_object_set_qdata (G_OBJECT (message), ala_tls_flags_quark (), GUINT_TO_POINTER (flags));
  return flags == G_TLS_CERTIFICATE_NO_FLAGS;
}

static SoupMessage *
new_message (AlaHttpSession *self,
             const char     *method,
             const char     *uri)
{
  SoupMessage *message = soup_message_new (method, uri);

  if (message == NULL)
    return NULL;

  /* A signature is void at any other address. And a request that found its kept connection closed may go out once more: its
   * nonce keeps Jira from doing the work twice. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT);
  g_signal_connect_object (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self, 0);
  return message;
}

static void
fail (GTask        *task,
      const GError *cause,
      AlaHttpStage  stage)
{
  Send *send = g_task_get_task_data (task);
  GTlsCertificateFlags flags;

  ala_http_stop_release (send->stop);

  flags = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (send->message), ala_tls_flags_quark ()));
  if (ala_http_stop_was_too_late (send->stop))
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_NETWORK_TIMEOUT, _("“%s” did not finish its answer in time."),
                                                      send->host));
  else if (flags != G_TLS_CERTIFICATE_NO_FLAGS && cause->domain == G_TLS_ERROR)
    g_task_return_error (task, ala_http_error_new_for_certificate (
                                   flags, soup_message_get_tls_peer_certificate (send->message), send->host));
  else
    g_task_return_error (task, ala_http_error_new (cause, stage, send->host));
}

static void
add_header_cb (const char *name,
               const char *value,
               gpointer    user_data)
{
  ala_http_reply_add_header (user_data, name, value);
}

static void
succeed (GTask *task)
{
  Send *send = g_task_get_task_data (task);
  g_autofree char *uri = g_uri_to_string (soup_message_get_uri (send->message));
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&send->body));
  g_autoptr (AlaHttpReply) reply = NULL;

  send->body = g_byte_array_new ();
  reply = ala_http_reply_new (uri, soup_message_get_status (send->message), body);
  soup_message_headers_foreach (soup_message_get_response_headers (send->message), add_header_cb, reply);
  ala_http_reply_set_certificate (reply, soup_message_get_tls_peer_certificate (send->message));
  ala_http_reply_set_times (reply, send->sent, send->received);

  ala_http_stop_release (send->stop);
  g_task_return_pointer (task, g_steal_pointer (&reply), g_object_unref);
}

static void
fail_too_large (GTask *task)
{
  Send *send = g_task_get_task_data (task);
  g_autofree char *size = g_format_size (send->max_body);
  g_autoptr (GError) error = NULL;

  ala_problem_set_error (&error, ALA_PROBLEM_REPLY_TOO_LARGE, _("The answer of “%s” is larger than %s."), send->host, size);
  /* Stopped first, so that closing the stream does not wait for the rest. */
  ala_http_stop_now (send->stop);
  fail (task, error, ALA_HTTP_READING);
}

static void read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
read_on (GTask *task)
{
  Send *send = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (send->stream, READ_SIZE, G_PRIORITY_DEFAULT,
                                   ala_http_stop_get_cancellable (send->stop), read_cb, g_object_ref (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Send *send = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize length;
  const guint8 *data;

  if (bytes == NULL)
    {
      fail (task, error, ALA_HTTP_READING);
      return;
    }

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    succeed (task);
  else if (length > send->max_body - send->body->len)
    fail_too_large (task);
  else
    {
      g_byte_array_append (send->body, data, (guint) length);
      read_on (task);
    }
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Send *send = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);
  g_autofree char *uri = g_uri_to_string_partial (soup_message_get_uri (send->message),
                                                  G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);
  gboolean is_https = g_str_has_prefix (uri, "https:");
  guint status;

  send->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  status = soup_message_get_status (send->message);
  g_debug ("%s %s: %s", soup_message_get_method (send->message), uri, error != NULL ? error->message : soup_status_get_phrase (status));
  if (send->stream == NULL)
    {
      fail (task, error, ALA_HTTP_CONNECTING);
      return;
    }

  send->received = g_get_real_time ();
  if (status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED)
    ala_problem_set_error (&error, ALA_PROBLEM_PROXY_PASSWORD, _("The proxy on the way to “%s” asks for a password."), send->host);
  else if (is_https && soup_message_get_tls_peer_certificate (send->message) == NULL)
    /* An answer over https without a certificate is the proxy's own, to the wish to be connected. */
    ala_problem_set_error (&error, ALA_PROBLEM_PROXY_FAILED, _("The proxy did not connect to “%s” and answered with status %u."),
                           send->host, status);
  if (error != NULL)
    {
      ala_http_stop_now (send->stop);
      fail (task, error, ALA_HTTP_CONNECTING);
    }
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           soup_message_headers_get_content_length (headers) > (goffset) send->max_body)
    fail_too_large (task);
  else
    read_on (task);
}

static void
wrote_headers_cb (SoupMessage *message,
                  gpointer     user_data)
{
  Send *send = user_data;

  /* The time it took to connect says nothing about the server's clock. */
  send->sent = g_get_real_time ();
}

/* libsoup reads replies like “100 Continue” in one go for as long as they come, so that no clock of the main loop runs. */
static void
got_informational_cb (SoupMessage *message,
                      gpointer     user_data)
{
  Send *send = user_data;

  if (++send->n_informational > MAX_INFORMATIONAL)
    ala_http_stop_give_up (send->stop);
}

void
ala_http_session_send_async (AlaHttpSession      *self,
                             const char          *method,
                             const char          *uri,
                             const char * const  *headers,
                             const char          *content_type,
                             GBytes              *body,
                             gsize                max_body,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SoupMessage) message = NULL;
  Send *send;

  g_return_if_fail (ALA_IS_HTTP_SESSION (self));
  g_return_if_fail (method != NULL);
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_http_session_send_async);
  g_task_set_name (task, "ala_http_session_send");
  if (g_task_return_error_if_cancelled (task))
    return;

  message = new_message (self, method, uri);
  if (message == NULL)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_ADDRESS_UNREADABLE, _("A request to this address cannot be made.")));
      return;
    }

  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    soup_message_headers_append (soup_message_get_request_headers (message), headers[i], headers[i + 1]);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, content_type, body);

  send = g_new0 (Send, 1);
  send->message = g_steal_pointer (&message);
  send->host = g_strdup (g_uri_get_host (soup_message_get_uri (send->message)));
  send->max_body = max_body != 0 ? max_body : ALA_HTTP_MAX_BODY;
  send->stop = ala_http_stop_new (cancellable, self->deadline);
  send->body = g_byte_array_new ();
  send->sent = g_get_real_time ();
  g_signal_connect (send->message, "wrote-headers", G_CALLBACK (wrote_headers_cb), send);
  g_signal_connect (send->message, "got-informational", G_CALLBACK (got_informational_cb), send);
  ala_http_auth_restrain (send->message);
  g_task_set_task_data (task, send, send_free);

  soup_session_send_async (self->soup, send->message, G_PRIORITY_DEFAULT, ala_http_stop_get_cancellable (send->stop), sent_cb,
                           g_object_ref (task));
}

AlaHttpReply *
ala_http_session_send_finish (AlaHttpSession  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static SoupMessage *
new_reserve_message (gpointer    self,
                     const char *uri)
{
  return new_message (self, SOUP_METHOD_GET, uri);
}

void
ala_http_session_preconnect (AlaHttpSession *self,
                             const char     *uri,
                             guint           n,
                             GCancellable   *cancellable)
{
  g_return_if_fail (ALA_IS_HTTP_SESSION (self));
  g_return_if_fail (uri != NULL);

  ala_http_reserve_fill (self->soup, uri, MIN (n, MAX_CONNECTIONS), new_reserve_message, self, cancellable);
}
