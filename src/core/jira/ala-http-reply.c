/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-http-reply.h"

#include <string.h>

#include <libsoup/soup.h>

struct _AlaHttpReply
{
  GObject parent_instance;

  char *uri;
  guint status;
  GBytes *body;
  GHashTable *headers; /* lower-case name to value */
  GTlsCertificate *certificate;
  gint64 sent;
  gint64 received;
};

G_DEFINE_FINAL_TYPE (AlaHttpReply, ala_http_reply, G_TYPE_OBJECT)

static void
ala_http_reply_finalize (GObject *object)
{
  AlaHttpReply *self = ALA_HTTP_REPLY (object);

  g_free (self->uri);
  g_bytes_unref (self->body);
  g_hash_table_unref (self->headers);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (ala_http_reply_parent_class)->finalize (object);
}

static void
ala_http_reply_class_init (AlaHttpReplyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_http_reply_finalize;
}

static void
ala_http_reply_init (AlaHttpReply *self)
{
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

AlaHttpReply *
ala_http_reply_new (const char *uri,
                    guint       status,
                    GBytes     *body)
{
  AlaHttpReply *self;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (ALA_TYPE_HTTP_REPLY, NULL);
  self->uri = g_strdup (uri);
  self->status = status;
  self->body = g_bytes_ref (body);

  return self;
}

void
ala_http_reply_add_header (AlaHttpReply *self,
                           const char   *name,
                           const char   *value)
{
  g_autofree char *key = NULL;
  g_autofree char *valid = NULL;
  const char *earlier;

  g_return_if_fail (ALA_IS_HTTP_REPLY (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  /* Headers are octets, and end up in sentences. */
  key = g_ascii_strdown (name, -1);
  valid = g_utf8_make_valid (value, -1);
  earlier = g_hash_table_lookup (self->headers, key);
  if (earlier != NULL)
    {
      char *joined = g_strconcat (earlier, ", ", valid, NULL);

      g_hash_table_replace (self->headers, g_steal_pointer (&key), joined);
    }
  else
    {
      g_hash_table_insert (self->headers, g_steal_pointer (&key), g_steal_pointer (&valid));
    }
}

void
ala_http_reply_set_certificate (AlaHttpReply    *self,
                                GTlsCertificate *certificate)
{
  g_return_if_fail (ALA_IS_HTTP_REPLY (self));

  g_set_object (&self->certificate, certificate);
}

void
ala_http_reply_set_times (AlaHttpReply *self,
                          gint64        sent,
                          gint64        received)
{
  g_return_if_fail (ALA_IS_HTTP_REPLY (self));

  self->sent = sent;
  self->received = received;
}

const char *
ala_http_reply_get_uri (AlaHttpReply *self)
{
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), NULL);

  return self->uri;
}

guint
ala_http_reply_get_status (AlaHttpReply *self)
{
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), 0);

  return self->status;
}

GBytes *
ala_http_reply_get_body (AlaHttpReply *self)
{
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), NULL);

  return self->body;
}

const char *
ala_http_reply_get_header (AlaHttpReply *self,
                           const char   *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = g_ascii_strdown (name, -1);
  return g_hash_table_lookup (self->headers, key);
}

GTlsCertificate *
ala_http_reply_get_certificate (AlaHttpReply *self)
{
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), NULL);

  return self->certificate;
}

gint64
ala_http_reply_get_elapsed (AlaHttpReply *self)
{
  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), 0);

  return MAX (self->received - self->sent, 0);
}

gboolean
ala_http_reply_get_clock_offset (AlaHttpReply *self,
                                 gint64       *seconds)
{
  g_autoptr (GDateTime) date = NULL;
  const char *header;
  gint64 difference;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  header = ala_http_reply_get_header (self, "Date");
  if (header == NULL || self->sent == 0)
    return FALSE;
  date = soup_date_time_new_from_http_string (header);
  if (date == NULL)
    return FALSE;

  /* The server read its clock somewhere between the two times; half way is the best guess. */
  difference = g_date_time_to_unix (date) * G_USEC_PER_SEC - (self->sent + ala_http_reply_get_elapsed (self) / 2);
  *seconds = (difference + (difference < 0 ? -1 : 1) * (G_USEC_PER_SEC / 2)) / G_USEC_PER_SEC;
  return TRUE;
}

static gboolean
has_prefix (const char *text,
            gsize       length,
            const char *prefix)
{
  return length >= strlen (prefix) && g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

gboolean
ala_http_reply_is_html (AlaHttpReply *self)
{
  const char *type;
  const char *text;
  gsize length;

  g_return_val_if_fail (ALA_IS_HTTP_REPLY (self), FALSE);

  text = g_bytes_get_data (self->body, &length);
  if (has_prefix (text, length, "\xef\xbb\xbf"))
    {
      text += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (length == 0)
    return FALSE;
  if (has_prefix (text, length, "<!doctype html") || has_prefix (text, length, "<html"))
    return TRUE;

  /* Some proxies call everything text/html, but JSON is no page. */
  type = ala_http_reply_get_header (self, "Content-Type");
  return type != NULL && *text != '{' && *text != '[' &&
         (has_prefix (type, strlen (type), "text/html") || has_prefix (type, strlen (type), "application/xhtml+xml"));
}
