/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-server.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ala-practice-authority.h"
#include "ala-practice-exchange.h"
#include "ala-practice-front.h"
#include "ala-practice-router.h"
#include "ala-problem.h"

/* No form or JSON that Jira takes here is larger; a public key of 16384 bits has 3 kB. */
#define MAX_BODY (256 * 1024)

#define DAY ((gint64) 24 * 60 * 60)

struct _AlaPracticeServer
{
  AlaPracticeState *state; /* unowned */
  SoupServer *soup;
  guint port;
  AlaPracticeAuthority *authority; /* (nullable): %NULL without https */
  AlaPracticeFault fault;          /* of the certificate in use; %ALA_PRACTICE_N_FAULTS when it is right */
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

static AlaPracticeFault
get_certificate_fault (AlaPracticeServer *self)
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
issue (AlaPracticeServer  *self,
       AlaPracticeFault    fault,
       GError            **error)
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
start_listening (AlaPracticeServer  *self,
                 guint               port,
                 GError            **error)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr (GError) local_error = NULL;

  if (self->authority != NULL)
    {
      g_autoptr (GTlsCertificate) certificate = NULL;

      self->fault = get_certificate_fault (self);
      certificate = issue (self, self->fault, error);
      if (certificate == NULL)
        return FALSE;
      soup_server_set_tls_certificate (self->soup, certificate);
      options |= SOUP_SERVER_LISTEN_HTTPS;
    }

  if (!soup_server_listen_local (self->soup, port, options, &local_error))
    {
      ala_problem_set_error (error, ALA_PROBLEM_PRACTICE_FAILED, _("Port %u on this computer: %s"), port, local_error->message);
      return FALSE;
    }

  return TRUE;
}

void
ala_practice_server_update_certificate (AlaPracticeServer *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (self->authority == NULL || self->fault == get_certificate_fault (self))
    return;

  /* A listener keeps the certificate with which it began, so another one needs another listener on the same port. */
  soup_server_disconnect (self->soup);
  if (!start_listening (self, self->port, &error))
    g_warning ("%s", error->message);
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

  if (self->authority != NULL && self->update == NULL && self->fault != get_certificate_fault (self))
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
  AlaPracticeServer *self = user_data;
  gboolean breaks = ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_CONNECTION_LOST)
                    || ala_practice_state_has_fault (self->state, ALA_PRACTICE_FAULT_REPLY_TRUNCATED);

  if (ala_practice_router_is_spared (message))
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

static gboolean
begin (AlaPracticeServer  *self,
       guint               port,
       gboolean            secure,
       GError            **error)
{
  GSList *uris;

  if (secure)
    {
      self->authority = ala_practice_authority_new (error);
      if (self->authority == NULL)
        return FALSE;
    }

  /* Raw paths, since a signature is over what was sent. */
  self->soup = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_early_handler (self->soup, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  if (!start_listening (self, port, error))
    return FALSE;

  uris = soup_server_get_uris (self->soup);
  self->port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return TRUE;
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
  self->fault = ALA_PRACTICE_N_FAULTS;

  return begin (self, port, secure, error) ? g_steal_pointer (&self) : NULL;
}

void
ala_practice_server_free (AlaPracticeServer *self)
{
  g_return_if_fail (self != NULL);

  if (self->update != NULL)
    g_source_destroy (self->update);
  g_clear_pointer (&self->update, g_source_unref);
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

  return self->port;
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
