/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-server.h"

#include <string.h>

#include <libsoup/soup.h>

#include "ala-practice-authority.h"
#include "ala-practice-exchange.h"
#include "ala-practice-front.h"
#include "ala-practice-listener.h"
#include "ala-practice-router.h"

/* No form or JSON that Jira takes here is larger; a public key of 16384 bits has 3 kB. */
#define MAX_BODY (256 * 1024)

#define DAY ((gint64) 24 * 60 * 60)

/* Of a certificate, as public authorities issue them, and of one that somebody forgot to renew; in seconds. */
#define LIFE       (90 * DAY)
#define SHORT_LIFE (9 * DAY + DAY / 2)

/* Milliseconds that Jira takes for a signed request when it is slow. */
#define SLOW 1100

struct _AlaPracticeServer
{
  AlaPracticeState *state; /* unowned */
  SoupServer *soup;
  AlaPracticeListener *listener;
  AlaPracticeAuthority *authority; /* (nullable): %NULL without https */
  guint flaws;                     /* of the wire as it is now, see get_flaws() */
  GSource *update;                 /* (nullable): will change the certificate */
  guint latency;                   /* milliseconds */
  GList *delayed;                  /* of Delayed */
};

/* A request that is answered later: it waits for the latency, or its connection is to break, which cannot be done at once. */
typedef struct
{
  AlaPracticeServer *self; /* unowned: it owns this */
  SoupServerMessage *message;
  GSource *source; /* (nullable): %NULL when it is never answered */
} Delayed;

/* Returns: what is wrong with the wire on purpose, as bits */
static guint
get_flaws (AlaPracticeServer *self)
{
  static const AlaPracticeFault faults[] = {
    ALA_PRACTICE_FAULT_TLS_NOT_SPOKEN,
    ALA_PRACTICE_FAULT_TLS_UNTRUSTED,
    ALA_PRACTICE_FAULT_TLS_INSECURE,
    ALA_PRACTICE_FAULT_TLS_ENDS_SOON,
    ALA_PRACTICE_FAULT_TLS_EXPIRED,
    ALA_PRACTICE_FAULT_TLS_NOT_YET_VALID,
    ALA_PRACTICE_FAULT_TLS_WRONG_HOST,
  };
  guint flaws = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (ala_practice_state_has_fault (self->state, faults[i]))
      flaws |= 1u << i;

  return flaws;
}

static GTlsCertificate *
issue (AlaPracticeServer  *self,
       GError            **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 begin = now - 2 * DAY;
  gint64 end = now + LIFE;
  const char *host = NULL;
  AlaPracticeAuthority *authority = self->authority;
  g_autoptr (AlaPracticeAuthority) stranger = NULL;

  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_NOT_YET_VALID))
    begin = now + DAY;
  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_ENDS_SOON))
    end = now + SHORT_LIFE;
  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_EXPIRED))
    end = now - DAY;
  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_WRONG_HOST))
    host = "jira.example.com";
  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_UNTRUSTED))
    {
      authority = stranger = ala_practice_authority_new ("Nobody’s Authority", error);
      if (stranger == NULL)
        return NULL;
    }

  return ala_practice_authority_issue (authority, host, begin, end,
                                       ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_INSECURE), error);
}

/* Returns: whether the listener has the certificate that the faults want */
static gboolean
choose_certificate (AlaPracticeServer  *self,
                    GError            **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;

  self->flaws = get_flaws (self);
  if (self->authority != NULL && !ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_TLS_NOT_SPOKEN))
    {
      certificate = issue (self, error);
      if (certificate == NULL)
        return FALSE;
    }
  ala_practice_listener_set_certificate (self->listener, certificate);

  return TRUE;
}

void
ala_practice_server_update_certificate (AlaPracticeServer *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (self->authority == NULL || self->flaws == get_flaws (self))
    return;

  if (!choose_certificate (self, &error))
    g_warning ("%s", error->message);
  /* Connections that are open have the certificate with which they began. */
  soup_server_disconnect (self->soup);
}

static gboolean
update_certificate_cb (gpointer user_data)
{
  AlaPracticeServer *self = user_data;

  g_clear_pointer (&self->update, g_source_unref);
  ala_practice_server_update_certificate (self);

  return G_SOURCE_REMOVE;
}

/* Later, so that the page on which a fault was switched still gets its answer. */
static void
answer (AlaPracticeServer *self,
        SoupServerMessage *message)
{
  ala_practice_router_answer (self->state, message);

  if (self->authority != NULL && self->update == NULL && self->flaws != get_flaws (self))
    {
      self->update = g_idle_source_new ();
      g_source_set_callback (self->update, update_certificate_cb, self, NULL);
      g_source_attach (self->update, g_main_context_get_thread_default ());
    }
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
  AlaPracticeServer *self = delayed->self;
  SoupServerMessage *message = g_object_ref (delayed->message);
  gboolean spared = ala_practice_router_is_spared (message);

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

  return G_SOURCE_REMOVE;
}

/* Returns: milliseconds after which the request is answered */
static guint
get_latency (AlaPracticeServer *self,
             SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_JIRA_SLOW) && strstr (path, "/rest/") != NULL
      && soup_message_headers_get_one (headers, "Authorization") != NULL)
    return MAX (self->latency, SLOW);

  return self->latency;
}

static void
delay (AlaPracticeServer *self,
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
      delayed->source = g_timeout_source_new (get_latency (self, message));
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
  AlaPracticeServer *self = user_data;
  gboolean breaks = ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_CONNECTION_LOST)
                    || ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_REPLY_TRUNCATED);

  if (ala_practice_router_is_spared (message))
    answer (self, message);
  else if (ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_NETWORK_TIMEOUT))
    delay (self, message, TRUE);
  else if (breaks || get_latency (self, message) > 0)
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

static gboolean
begin (AlaPracticeServer  *self,
       guint               port,
       gboolean            secure,
       GError            **error)
{
  if (secure)
    {
      self->authority = ala_practice_authority_new ("Practice Jira Authority", error);
      if (self->authority == NULL)
        return FALSE;
    }

  /* Raw paths, since a signature is over what was sent. */
  self->soup = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_early_handler (self->soup, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  self->listener = ala_practice_listener_new (self->soup, port, error);

  return self->listener != NULL && choose_certificate (self, error);
}

AlaPracticeServer *
ala_practice_server_new (AlaPracticeState  *state,
                         guint              port,
                         gboolean           secure,
                         GError           **error)
{
  g_autoptr (AlaPracticeServer) self = NULL;

  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  self = g_new0 (AlaPracticeServer, 1);
  self->state = state;

  return begin (self, port, secure, error) ? g_steal_pointer (&self) : NULL;
}

void
ala_practice_server_free (AlaPracticeServer *self)
{
  g_return_if_fail (self != NULL);

  if (self->update != NULL)
    g_source_destroy (self->update);
  g_clear_pointer (&self->update, g_source_unref);
  g_clear_pointer (&self->listener, ala_practice_listener_free);
  g_list_free_full (g_steal_pointer (&self->delayed), (GDestroyNotify) delayed_free);
  if (self->soup != NULL)
    {
      soup_server_remove_handler (self->soup, NULL);
      soup_server_disconnect (self->soup);
    }
  g_clear_object (&self->soup);
  g_clear_pointer (&self->authority, ala_practice_authority_free);
  g_free (self);
}

guint
ala_practice_server_get_port (AlaPracticeServer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return ala_practice_listener_get_port (self->listener);
}

const char *
ala_practice_server_get_ca_pem (AlaPracticeServer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->authority != NULL ? ala_practice_authority_get_pem (self->authority) : NULL;
}

void
ala_practice_server_set_latency (AlaPracticeServer *self,
                                 guint              milliseconds)
{
  g_return_if_fail (self != NULL);

  self->latency = milliseconds;
}
