/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-probe.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-jira-reply.h"
#include "ala-jira-server-private.h"

/* What a version and a title may have at the most, in bytes; no Jira comes near. */
#define MAX_VERSION 64
#define MAX_TITLE   400

/* Cloud counts from 1001; nothing is above this. */
#define MAX_VERSION_NUMBER 99999

struct _AlaJiraServer
{
  GObject parent_instance;

  AlaJiraAddress *address;
  AlaJiraAddress *base_url; /* nullable */
  AlaEdition edition;
  char *version;
  char *title;
  guint major;
  guint minor;
  gint64 server_time; /* seconds since the epoch, 0 when not said */
  gint64 clock_offset;
  gint64 elapsed;
  GTlsCertificate *certificate; /* nullable */
};

G_DEFINE_FINAL_TYPE (AlaJiraServer, ala_jira_server, G_TYPE_OBJECT)

static void
ala_jira_server_finalize (GObject *object)
{
  AlaJiraServer *self = ALA_JIRA_SERVER (object);

  g_clear_object (&self->address);
  g_clear_object (&self->base_url);
  g_clear_object (&self->certificate);
  g_free (self->version);
  g_free (self->title);

  G_OBJECT_CLASS (ala_jira_server_parent_class)->finalize (object);
}

static void
ala_jira_server_class_init (AlaJiraServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_jira_server_finalize;
}

static void
ala_jira_server_init (AlaJiraServer *self)
{
}

/* A member that is a string, or "". */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";

  return json_node_get_string (node);
}

static char *
dup_version (JsonObject *object)
{
  const char *text = get_text (object, "version");

  /* "9.12.4", "10.3.0-QR20241127", "1001.0.0-SNAPSHOT": it goes into sentences and chooses the steps that are shown. */
  if (strlen (text) > MAX_VERSION ||
      text[strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_+")] != '\0')
    return g_strdup ("");

  return g_strdup (text);
}

static char *
dup_title (JsonObject *object)
{
  const char *text = get_text (object, "serverTitle");
  GString *title = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && title->len < MAX_TITLE; p = g_utf8_next_char (p))
    g_string_append_unichar (title, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));

  return g_strstrip (g_string_free (title, FALSE));
}

static guint
limit_number (gint64 number)
{
  return number >= 0 && number <= MAX_VERSION_NUMBER ? (guint) number : 0;
}

static guint
get_version_number (JsonObject *object,
                    guint       i)
{
  JsonNode *node = json_object_get_member (object, "versionNumbers");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) <= i)
    return 0;
  node = json_array_get_element (json_node_get_array (node), i);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  return limit_number (json_node_get_int (node));
}

static void
take_numbers (AlaJiraServer *self,
              JsonObject    *object)
{
  char *end;

  if (!g_ascii_isdigit (*self->version))
    {
      self->major = get_version_number (object, 0);
      self->minor = get_version_number (object, 1);
      return;
    }

  self->major = limit_number (g_ascii_strtoll (self->version, &end, 10));
  if (self->major != 0 && *end == '.' && g_ascii_isdigit (end[1]))
    self->minor = limit_number (g_ascii_strtoll (end + 1, NULL, 10));
}

static AlaEdition
find_edition (AlaJiraServer *self,
              JsonObject    *object)
{
  /* Data Center calls itself "Server" (reference/jira-oauth.md section 7). */
  if (g_ascii_strcasecmp (get_text (object, "deploymentType"), "Cloud") == 0 || self->major >= 1000 ||
      (ala_jira_address_get_notes (self->address) & ALA_ADDRESS_CLOUD))
    return ALA_EDITION_CLOUD;

  return ALA_EDITION_SERVER;
}

static gint64
find_time (JsonObject *object)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (get_text (object, "serverTime"), NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

AlaJiraServer *
ala_jira_server_new_from_json (AlaJiraAddress *address,
                               const char     *text,
                               gssize          length,
                               GError        **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (AlaJiraServer) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (ALA_IS_JIRA_ADDRESS (address), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  root = ala_jira_reply_parse_text (text, length < 0 ? strlen (text) : (gsize) length, error);
  if (root == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      object = json_node_get_object (root);
      self = g_object_new (ALA_TYPE_JIRA_SERVER, NULL);
      self->address = g_object_ref (address);
      self->version = dup_version (object);
      self->title = dup_title (object);
      self->base_url = ala_jira_address_new (get_text (object, "baseUrl"), NULL);
      take_numbers (self, object);
      self->edition = find_edition (self, object);
      self->server_time = find_time (object);
    }
  if (self == NULL || (*self->version == '\0' && self->base_url == NULL))
    {
      ala_problem_set_error (error, ALA_PROBLEM_NOT_JIRA, _("“%s” answers with data, but names neither a version nor an address of Jira."),
                             ala_jira_address_get_host (address));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ala_jira_server_take_reply (AlaJiraServer *self,
                            AlaHttpReply  *reply,
                            gint64         received)
{
  g_return_if_fail (ALA_IS_JIRA_SERVER (self));
  g_return_if_fail (ALA_IS_HTTP_REPLY (reply));

  self->elapsed = ala_http_reply_get_elapsed (reply);
  g_set_object (&self->certificate, ala_http_reply_get_certificate (reply));
  if (!ala_http_reply_get_clock_offset (reply, &self->clock_offset) && self->server_time != 0)
    self->clock_offset = self->server_time - (received - self->elapsed / 2) / G_USEC_PER_SEC;
}

AlaJiraAddress *
ala_jira_server_get_address (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), NULL);

  return self->address;
}

AlaEdition
ala_jira_server_get_edition (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), ALA_EDITION_UNKNOWN);

  return self->edition;
}

const char *
ala_jira_server_get_version (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), NULL);

  return self->version;
}

guint
ala_jira_server_get_major (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), 0);

  return self->major;
}

guint
ala_jira_server_get_minor (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), 0);

  return self->minor;
}

const char *
ala_jira_server_get_title (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), NULL);

  return self->title;
}

AlaJiraAddress *
ala_jira_server_get_base_url (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), NULL);

  return self->base_url;
}

gint64
ala_jira_server_get_clock_offset (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), 0);

  return self->clock_offset;
}

gint64
ala_jira_server_get_elapsed (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), 0);

  return self->elapsed;
}

GTlsCertificate *
ala_jira_server_get_certificate (AlaJiraServer *self)
{
  g_return_val_if_fail (ALA_IS_JIRA_SERVER (self), NULL);

  return self->certificate;
}
