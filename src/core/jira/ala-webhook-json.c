/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-json.h"

#include <string.h>

#include "ala-webhook-private.h"

/* Names in Jira have at most 255 characters, addresses some thousand. What is far longer is cut, so that no reply fills the screen. */
#define MAX_TEXT 4096
#define MAX_EVENTS 1000
#define MAX_ID 64

/* The filter for issue events; others narrow as well where there are any. */
#define ISSUE_FILTER "issue-related-events-section"

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);
  const char *text = node != NULL ? json_node_get_string (node) : "";

  return strlen (text) <= MAX_TEXT ? g_strdup (text) : g_utf8_make_valid (text, MAX_TEXT);
}

/* Returns: 1 or 0 for true or false, -1 when there is neither. Jira 10 writes some truths as texts. */
static int
get_truth (JsonObject *object,
           const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  if (node != NULL)
    return json_node_get_boolean (node);

  node = get_value (object, name, G_TYPE_STRING);
  if (node == NULL)
    return -1;

  return g_ascii_strcasecmp (json_node_get_string (node), "true") == 0;
}

/* An id becomes part of an address, so nothing else may be in it. */
static gboolean
is_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > MAX_ID)
    return FALSE;
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;

  return TRUE;
}

char *
ala_webhook_dup_id_of_address (const char *address)
{
  g_autofree char *path = NULL;
  char *slash;

  g_return_val_if_fail (address != NULL, NULL);

  path = g_strndup (address, strcspn (address, "?#"));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  slash = strrchr (path, '/');

  return g_strdup (slash != NULL && is_id (slash + 1) ? slash + 1 : "");
}

static char *
dup_id (JsonObject *object)
{
  JsonNode *number = get_value (object, "id", G_TYPE_INT64);
  g_autofree char *id = NULL;
  g_autofree char *self_url = NULL;

  if (number != NULL && json_node_get_int (number) >= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (number));

  id = dup_text (object, "id");
  if (is_id (id))
    return g_steal_pointer (&id);

  self_url = dup_text (object, "self");
  return ala_webhook_dup_id_of_address (self_url);
}

static GStrv
dup_events (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *node = get_member (object, "events");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_EVENTS); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *event;

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        continue;
      event = json_node_get_string (element);
      if (*event != '\0' && strlen (event) <= MAX_TEXT && g_hash_table_add (seen, (gpointer) event))
        g_strv_builder_add (builder, event);
    }

  return g_strv_builder_end (builder);
}

static char *
dup_jql (JsonObject *object)
{
  JsonObject *filters = get_object (get_member (object, "filters"));
  g_autofree char *jql = dup_text (filters, ISSUE_FILTER);
  g_autoptr (GList) names = NULL;

  if (*jql != '\0')
    return g_steal_pointer (&jql);

  /* Under whatever name it stands: a filter that is overlooked would make a webhook look better than it is. */
  names = filters != NULL ? json_object_get_members (filters) : NULL;
  for (GList *l = names; l != NULL && *jql == '\0'; l = l->next)
    {
      g_free (jql);
      jql = dup_text (filters, l->data);
    }
  if (*jql == '\0')
    {
      g_free (jql);
      jql = dup_text (object, "jqlFilter");
    }

  return g_steal_pointer (&jql);
}

/* Whether Jira 10 heeds the member of the webhook or the one of its configuration is not known: either of them says that the body
 * is left out. */
static gboolean
read_excludes_body (JsonObject *object)
{
  return get_truth (object, "excludeBody") == 1
         || get_truth (object, "excludeIssueDetails") == 1
         || get_truth (get_object (get_member (object, "configuration")), "EXCLUDE_BODY") == 1;
}

AlaWebhook *
ala_webhook_new_from_json (JsonNode *node)
{
  JsonObject *object = get_object (node);
  g_autoptr (AlaWebhook) self = NULL;
  g_autofree char *url = dup_text (object, "url");

  if (*url == '\0')
    return NULL;

  self = ala_webhook_take (dup_id (object), dup_text (object, "name"), g_steal_pointer (&url), dup_events (object),
                           dup_jql (object), get_truth (object, "enabled") != 0 && get_truth (object, "active") != 0,
                           read_excludes_body (object));

  return ala_webhook_new_with_statistics (self, get_member (object, "statistics"));
}

GPtrArray *
ala_webhook_list_from_json (JsonNode *root)
{
  static const char *const members[] = { "values", "webhooks", "results" };
  GPtrArray *webhooks;

  g_return_val_if_fail (root != NULL, NULL);

  /* A plain list as far as is known; a page of one would have it under a name. */
  for (guint i = 0; i < G_N_ELEMENTS (members) && !JSON_NODE_HOLDS_ARRAY (root); i++)
    {
      JsonNode *node = get_member (get_object (root), members[i]);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        root = node;
    }
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return NULL;

  webhooks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      AlaWebhook *webhook = ala_webhook_new_from_json (json_array_get_element (json_node_get_array (root), i));

      if (webhook != NULL)
        g_ptr_array_add (webhooks, webhook);
    }

  return webhooks;
}

/* Returns: a count, as a number or as an object that holds one; -1 when there is none */
static gint64
get_count (JsonObject *counts,
           const char *name)
{
  JsonNode *node = get_value (counts, name, G_TYPE_INT64);

  if (node == NULL)
    node = get_value (get_object (get_member (counts, name)), "count", G_TYPE_INT64);

  return node != NULL ? MAX (json_node_get_int (node), -1) : -1;
}

static char *
dup_last_error (JsonObject *object)
{
  JsonNode *node = get_member (object, "lastError");
  JsonObject *error = get_object (node);
  g_autofree char *text = dup_text (object, "lastError");

  /* An object in the plugin's other users, under one of these names. */
  for (const char **name = (const char *[]) { "message", "description", "error", "result", NULL };
       *text == '\0' && error != NULL && *name != NULL; name++)
    {
      g_free (text);
      text = get_object (get_member (error, *name)) != NULL ? dup_text (get_object (get_member (error, *name)), "description")
                                                            : dup_text (error, *name);
    }

  return g_steal_pointer (&text);
}

AlaWebhook *
ala_webhook_new_with_statistics (AlaWebhook *self,
                                 JsonNode   *node)
{
  JsonObject *statistics = get_object (node);
  JsonObject *counts = get_object (get_member (statistics, "counts"));
  gint64 errors, failures;
  AlaWebhook *copy;

  g_return_val_if_fail (ALA_IS_WEBHOOK (self), NULL);

  if (counts == NULL)
    counts = statistics;
  errors = get_count (counts, "errors");
  failures = get_count (counts, "failures");

  copy = ala_webhook_take (g_strdup (self->id), g_strdup (self->name), g_strdup (self->url), g_strdupv (self->events),
                           g_strdup (self->jql), self->active, self->excludes_body);
  copy->failures = errors < 0 && failures < 0 ? self->failures
                                              : MIN (MAX (errors, 0), G_MAXINT32) + MIN (MAX (failures, 0), G_MAXINT32);
  if (statistics != NULL)
    {
      g_free (copy->last_error);
      copy->last_error = dup_last_error (statistics);
    }

  return copy;
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_truth (JsonBuilder *builder,
           const char  *name,
           gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

GBytes *
ala_webhook_to_json (AlaWebhook    *self,
                     AlaWebhookApi  api,
                     AlaWebhook    *before)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  char *text;

  g_return_val_if_fail (ALA_IS_WEBHOOK (self), NULL);
  g_return_val_if_fail (before == NULL || ALA_IS_WEBHOOK (before), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_member (builder, "name", self->name);
  add_member (builder, "url", self->url);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; self->events[i] != NULL; i++)
    json_builder_add_string_value (builder, self->events[i]);
  json_builder_end_array (builder);

  if (*self->jql != '\0' || (before != NULL && *before->jql != '\0'))
    {
      json_builder_set_member_name (builder, "filters");
      json_builder_begin_object (builder);
      add_member (builder, ISSUE_FILTER, self->jql);
      json_builder_end_object (builder);
    }

  if (api == ALA_WEBHOOK_API_OLD || before == NULL || before->excludes_body != self->excludes_body)
    add_truth (builder, "excludeBody", self->excludes_body);

  if (api == ALA_WEBHOOK_API_OLD)
    {
      if (before != NULL)
        add_truth (builder, "enabled", self->active);
    }
  else
    {
      /* The configuration holds the secret too, which Jira never shows: it is named only where it has to change. */
      if (before == NULL || before->excludes_body != self->excludes_body)
        {
          json_builder_set_member_name (builder, "configuration");
          json_builder_begin_object (builder);
          add_member (builder, "EXCLUDE_BODY", self->excludes_body ? "true" : "false");
          json_builder_end_object (builder);
        }
      if (before == NULL)
        add_truth (builder, "sslVerificationRequired", TRUE);
      add_truth (builder, "active", self->active);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}
