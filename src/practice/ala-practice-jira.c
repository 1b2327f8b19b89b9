/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-jira.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ala-practice-authority.h"
#include "ala-practice-authorize.h"
#include "ala-practice-dialogs.h"
#include "ala-practice-exchange.h"
#include "ala-practice-front.h"
#include "ala-practice-oauth.h"
#include "ala-practice-pages.h"
#include "ala-practice-rest.h"
#include "ala-practice-state.h"
#include "ala-problem.h"

/* No form or JSON that Jira takes here is larger; a public key of 16384 bits has 3 kB. */
#define MAX_BODY (256 * 1024)

#define DAY ((gint64) 24 * 60 * 60)

struct _AlaPracticeJira
{
  GObject parent_instance;

  SoupServer *server;
  AlaPracticeState *state;
  char *url;
  AlaPracticeAuthority *authority; /* (nullable): %NULL without https */
  AlaPracticeFault certificate;    /* the fault of the certificate in use; none is %ALA_PRACTICE_N_FAULTS */
  GSource *new_certificate;        /* (nullable): will change it */
  guint latency;                   /* milliseconds */
  GList *delayed; /* of Delayed */
};

G_DEFINE_FINAL_TYPE (AlaPracticeJira, ala_practice_jira, G_TYPE_OBJECT)

/* A request that is answered later: it waits for the latency, or its connection is to break, which cannot be done at once. */
typedef struct
{
  AlaPracticeJira *self; /* unowned: it owns this */
  SoupServerMessage *message;
  GSource *source; /* (nullable): %NULL when it is never answered */
} Delayed;

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

static gboolean
is_practice_page (SoupServerMessage *message)
{
  return g_str_has_prefix (g_uri_get_path (soup_server_message_get_uri (message)), ALA_PRACTICE_CONTEXT "/practice");
}

static AlaPracticeFault
get_certificate_fault (AlaPracticeJira *self)
{
  static const AlaPracticeFault faults[] = {
    ALA_PRACTICE_FAULT_TLS_EXPIRED,
    ALA_PRACTICE_FAULT_TLS_NOT_YET_VALID,
    ALA_PRACTICE_FAULT_TLS_WRONG_HOST,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (ala_practice_state_has_fault (self->state, faults[i]))
      return faults[i];

  return ALA_PRACTICE_N_FAULTS;
}

static GTlsCertificate *
issue (AlaPracticeJira  *self,
       AlaPracticeFault  fault,
       GError          **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 begin = now - 2 * DAY;
  gint64 end = now + 30 * DAY;

  if (fault == ALA_PRACTICE_FAULT_TLS_EXPIRED)
    end = now - DAY;
  if (fault == ALA_PRACTICE_FAULT_TLS_NOT_YET_VALID)
    begin = now + DAY;

  return ala_practice_authority_issue (self->authority,
                                       fault == ALA_PRACTICE_FAULT_TLS_WRONG_HOST ? "jira.example.com" : NULL,
                                       begin, end, error);
}

static gboolean
start_listening (AlaPracticeJira  *self,
                 guint             port,
                 GError          **error)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr (GError) local_error = NULL;

  if (self->authority != NULL)
    {
      g_autoptr (GTlsCertificate) certificate = NULL;

      self->certificate = get_certificate_fault (self);
      certificate = issue (self, self->certificate, error);
      if (certificate == NULL)
        return FALSE;
      soup_server_set_tls_certificate (self->server, certificate);
      options |= SOUP_SERVER_LISTEN_HTTPS;
    }

  if (!soup_server_listen_local (self->server, port, options, &local_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, _("Port %u on this computer: %s"), port, local_error->message);
      return FALSE;
    }

  return TRUE;
}

/* A listener keeps the certificate with which it began, so another certificate needs another listener on the same port. */
static gboolean
new_certificate_cb (gpointer user_data)
{
  AlaPracticeJira *self = user_data;
  g_autoptr (GUri) uri = g_uri_parse (self->url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->new_certificate, g_source_unref);
  soup_server_disconnect (self->server);
  if (!start_listening (self, g_uri_get_port (uri), &error))
    g_warning ("%s", error->message);

  return G_SOURCE_REMOVE;
}

/* Later, so that the page on which a fault was switched still gets its answer. */
static void
update_certificate (AlaPracticeJira *self)
{
  if (self->authority == NULL || self->new_certificate != NULL || self->certificate == get_certificate_fault (self))
    return;

  self->new_certificate = g_idle_source_new ();
  g_source_set_callback (self->new_certificate, new_certificate_cb, self, NULL);
  g_source_attach (self->new_certificate, g_main_context_get_thread_default ());
}

static void
answer (AlaPracticeJira   *self,
        SoupServerMessage *message)
{
  g_autoptr (AlaPracticeExchange) exchange = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *date = NULL;

  if (!is_acceptable (message))
    {
      ala_practice_reply_tomcat (message, 400, "Bad Request");
    }
  else if (is_practice_page (message) || !ala_practice_front_answer (self->state, message))
    {
      exchange = ala_practice_exchange_new (message, self->state);
      if (exchange != NULL)
        route (exchange);
      else
        ala_practice_reply_tomcat (message, 404, "Not Found");
    }

  /* libsoup writes the true time; Jira's clock may be wrong on purpose. */
  now = g_date_time_new_from_unix_utc (ala_practice_state_get_now (self->state));
  date = soup_date_time_to_string (now, SOUP_DATE_HTTP);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);

  update_certificate (self);
}

static void
delayed_free (Delayed *delayed)
{
  g_signal_handlers_disconnect_by_data (delayed->message, delayed);
  if (delayed->source != NULL)
    g_source_destroy (delayed->source);
  g_clear_pointer (&delayed->source, g_source_unref);
  g_object_unref (delayed->message);
  g_free (delayed);
}

static void
drop_cb (SoupServerMessage *message,
         gpointer           user_data)
{
  Delayed *delayed = user_data;

  delayed->self->delayed = g_list_remove (delayed->self->delayed, delayed);
  delayed_free (delayed);
}

static gboolean
delayed_cb (gpointer user_data)
{
  Delayed *delayed = user_data;
  AlaPracticeJira *self = g_object_ref (delayed->self);
  SoupServerMessage *message = g_object_ref (delayed->message);
  gboolean spared = is_practice_page (message);

  drop_cb (message, delayed);

  if (!spared && ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_CONNECTION_LOST))
    {
      ala_practice_front_cut_off (message);
    }
  else
    {
      answer (self, message);
      if (!spared && ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_REPLY_TRUNCATED))
        ala_practice_front_truncate (message);
      else
        soup_server_message_unpause (message);
    }

  g_object_unref (message);
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

static void
delay (AlaPracticeJira   *self,
       SoupServerMessage *message,
       gboolean           forever)
{
  Delayed *delayed = g_new0 (Delayed, 1);

  delayed->self = self;
  delayed->message = g_object_ref (message);
  g_signal_connect (message, "finished", G_CALLBACK (drop_cb), delayed);
  g_signal_connect (message, "disconnected", G_CALLBACK (drop_cb), delayed);
  self->delayed = g_list_prepend (self->delayed, delayed);

  soup_server_message_pause (message);
  if (!forever)
    {
      delayed->source = g_timeout_source_new (self->latency);
      g_source_set_callback (delayed->source, delayed_cb, delayed, NULL);
      g_source_attach (delayed->source, g_main_context_get_thread_default ());
    }
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  AlaPracticeJira *self = user_data;
  gboolean breaks = ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_CONNECTION_LOST)
                    || ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_REPLY_TRUNCATED);

  if (is_practice_page (message))
    answer (self, message);
  else if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_NETWORK_TIMEOUT))
    delay (self, message, TRUE);
  else if (breaks || self->latency > 0)
    delay (self, message, FALSE);
  else
    answer (self, message);
}

/* Refuses what is too large before it is read into memory. */
static void
early_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    ala_practice_reply_tomcat (message, 411, "Length Required");
  else if (soup_message_headers_get_content_length (headers) > MAX_BODY)
    ala_practice_reply_tomcat (message, 413, "Request Entity Too Large");
}

static void
ala_practice_jira_dispose (GObject *object)
{
  AlaPracticeJira *self = ALA_PRACTICE_JIRA (object);

  if (self->new_certificate != NULL)
    g_source_destroy (self->new_certificate);
  g_clear_pointer (&self->new_certificate, g_source_unref);
  g_list_free_full (g_steal_pointer (&self->delayed), (GDestroyNotify) delayed_free);
  if (self->server != NULL)
    {
      soup_server_remove_handler (self->server, NULL);
      soup_server_disconnect (self->server);
    }
  g_clear_object (&self->server);

  G_OBJECT_CLASS (ala_practice_jira_parent_class)->dispose (object);
}

static void
ala_practice_jira_finalize (GObject *object)
{
  AlaPracticeJira *self = ALA_PRACTICE_JIRA (object);

  g_clear_pointer (&self->authority, ala_practice_authority_free);
  ala_practice_state_free (self->state);
  g_free (self->url);

  G_OBJECT_CLASS (ala_practice_jira_parent_class)->finalize (object);
}

static void
ala_practice_jira_class_init (AlaPracticeJiraClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ala_practice_jira_dispose;
  object_class->finalize = ala_practice_jira_finalize;
}

static void
ala_practice_jira_init (AlaPracticeJira *self)
{
  self->state = ala_practice_state_new (ala_practice_generation_find (ALA_PRACTICE_GENERATION));
}

static void
take_origin (AlaPracticeJira *self)
{
  GSList *uris = soup_server_get_uris (self->server);
  GUri *uri = uris->data;

  self->state->origin = g_strdup_printf ("%s://127.0.0.1:%d", g_uri_get_scheme (uri), g_uri_get_port (uri));
  self->url = g_strconcat (self->state->origin, ALA_PRACTICE_CONTEXT, NULL);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

/* Takes @authority, which may be %NULL. */
static AlaPracticeJira *
start (guint                  port,
       AlaPracticeAuthority  *authority,
       GError               **error)
{
  g_autoptr (AlaPracticeJira) self = g_object_new (ALA_TYPE_PRACTICE_JIRA, NULL);

  self->authority = authority;
  /* Raw paths, since a signature is over what was sent. */
  self->server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_early_handler (self->server, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  if (!start_listening (self, port, error))
    return NULL;
  take_origin (self);

  return g_steal_pointer (&self);
}

AlaPracticeJira *
ala_practice_jira_new (guint    port,
                       GError **error)
{
  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  return start (port, NULL, error);
}

AlaPracticeJira *
ala_practice_jira_new_secure (guint    port,
                              GError **error)
{
  AlaPracticeAuthority *authority;

  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  authority = ala_practice_authority_new (error);

  return authority != NULL ? start (port, authority, error) : NULL;
}

const char *
ala_practice_jira_get_ca_pem (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return self->authority != NULL ? ala_practice_authority_get_pem (self->authority) : NULL;
}

const char *
ala_practice_jira_get_url (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return self->url;
}

gboolean
ala_practice_jira_set_generation (AlaPracticeJira *self,
                                  const char      *generation)
{
  const AlaPracticeGeneration *found;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (generation != NULL, FALSE);

  found = ala_practice_generation_find (generation);
  if (found == NULL)
    return FALSE;

  self->state->generation = found;
  return TRUE;
}

const char *
ala_practice_jira_get_generation (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return self->state->generation->id;
}

const char * const *
ala_practice_jira_list_generations (void)
{
  return ala_practice_generation_list ();
}

gboolean
ala_practice_jira_set_fault (AlaPracticeJira *self,
                             const char      *fault,
                             gboolean         on)
{
  AlaPracticeFault found;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (fault != NULL, FALSE);

  found = ala_practice_fault_find (fault);
  if (found == ALA_PRACTICE_N_FAULTS)
    return FALSE;

  self->state->faults[found] = on;
  update_certificate (self);

  return TRUE;
}

const char * const *
ala_practice_jira_list_faults (void)
{
  return ala_practice_fault_list ();
}

const char *
ala_practice_jira_describe_fault (const char *fault)
{
  AlaPracticeFault found;

  g_return_val_if_fail (fault != NULL, NULL);

  found = ala_practice_fault_find (fault);

  return found < ALA_PRACTICE_N_FAULTS ? ala_practice_fault_get_how (found) : NULL;
}

void
ala_practice_jira_set_latency (AlaPracticeJira *self,
                               guint            milliseconds)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));

  self->latency = milliseconds;
}

void
ala_practice_jira_set_clock (AlaPracticeJira *self,
                             gint64           seconds)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));

  self->state->clock = seconds;
}

gboolean
ala_practice_jira_add_link (AlaPracticeJira  *self,
                            const char       *name,
                            const char       *consumer_key,
                            const char       *public_key,
                            const char       *callback,
                            GError          **error)
{
  g_autoptr (AlaPublicKey) key = NULL;
  AlaPracticeLinks *links;
  AlaPracticeLink *link;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  links = self->state->links;
  if (consumer_key != NULL
      && !ala_practice_links_check_consumer (links, NULL, consumer_key, name, public_key, callback, &key, error))
    return FALSE;

  link = ala_practice_links_add (links, name, NULL, "Generic Application", error);
  if (link == NULL)
    return FALSE;
  if (key != NULL)
    ala_practice_link_set_consumer (link, consumer_key, name, public_key, key, callback, FALSE);

  return TRUE;
}
