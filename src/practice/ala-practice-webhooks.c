/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-webhooks.h"

#include <string.h>

#define MAX_WEBHOOKS 100
#define MAX_EVENTS   100

void
ala_practice_webhook_free (AlaPracticeWebhook *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->url);
  g_clear_pointer (&self->events, json_array_unref);
  g_clear_pointer (&self->filters, json_object_unref);
  g_free (self->updated_by);
  g_free (self);
}

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  json_object_set_string_member (object, name, value);
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

static gboolean
has_fault (AlaPracticeExchange *exchange,
           AlaPracticeFault     fault)
{
  return ala_practice_state_has_fault (exchange->state, fault);
}

static gboolean
shows_fault (AlaPracticeExchange *exchange,
             AlaPracticeFault     fault)
{
  const char *list = exchange->state->generation->new_webhooks ? "/webhooks" : "/webhook";

  return has_fault (exchange, fault) && g_str_has_suffix (exchange->path, list) && ala_practice_exchange_is (exchange, "GET");
}

/*
 * What is shown is what is kept, but for faults that somebody seems to have brought about later: they show in the list, while the
 * webhook that was just made is still what it was.
 */
static JsonArray *
dup_events (AlaPracticeExchange *exchange,
            AlaPracticeWebhook  *webhook)
{
  JsonArray *events;

  if (!shows_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOK_INCOMPLETE))
    return json_array_ref (webhook->events);

  events = json_array_new ();
  for (guint i = 0; i < json_array_get_length (webhook->events); i++)
    if (!g_str_has_prefix (json_array_get_string_element (webhook->events, i), "jira:version_"))
      json_array_add_string_element (events, json_array_get_string_element (webhook->events, i));

  return events;
}

/* Returns: (transfer full) (nullable): the filters */
static JsonObject *
dup_filters (AlaPracticeExchange *exchange,
             AlaPracticeWebhook  *webhook)
{
  JsonObject *filters;

  if (!shows_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOK_NARROW))
    return webhook->filters != NULL ? json_object_ref (webhook->filters) : NULL;

  filters = json_object_new ();
  set_string (filters, "issue-related-events-section", "project = ZEP");

  return filters;
}

static gboolean
is_active (AlaPracticeExchange *exchange,
           AlaPracticeWebhook  *webhook)
{
  return webhook->active && !shows_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOK_DISABLED);
}

/* Up to Jira 9 and on Cloud. */
static JsonNode *
to_old_json (AlaPracticeExchange *exchange,
             AlaPracticeWebhook  *webhook)
{
  JsonObject *object = json_object_new ();
  JsonObject *filters = dup_filters (exchange, webhook);
  const AlaPracticeUser *user = ala_practice_user_find (webhook->updated_by);
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *self_url = g_strdup_printf ("%s/rest/webhooks/1.0/webhook/%u", base_url, webhook->id);

  set_string (object, "name", webhook->name);
  set_string (object, "url", webhook->url);
  json_object_set_boolean_member (object, "excludeBody", webhook->exclude_body);
  json_object_set_object_member (object, "filters", filters != NULL ? filters : json_object_new ());
  json_object_set_array_member (object, "events", dup_events (exchange, webhook));
  json_object_set_boolean_member (object, "enabled", is_active (exchange, webhook));
  set_string (object, "self", self_url);
  set_string (object, "lastUpdatedUser", user->key);
  set_string (object, "lastUpdatedDisplayName", user->display_name);
  json_object_set_int_member (object, "lastUpdated", webhook->updated * 1000);

  return take_object (object);
}

static JsonObject *
new_statistics (AlaPracticeExchange *exchange)
{
  gboolean failing = has_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOK_FAILING);
  JsonObject *statistics = json_object_new ();
  JsonObject *counts = json_object_new ();
  JsonObject *window = json_object_new ();

  json_object_set_int_member (counts, "errors", failing ? 3 : 0);
  json_object_set_int_member (counts, "failures", failing ? 4 : 0);
  json_object_set_int_member (counts, "successes", 0);
  json_object_set_int_member (window, "start", ala_practice_state_get_now (exchange->state) * 1000);
  json_object_set_int_member (window, "duration", 86400000);
  json_object_set_object_member (counts, "window", window);
  json_object_set_object_member (statistics, "counts", counts);
  if (failing)
    set_string (statistics, "lastError", "Connection timed out");

  return statistics;
}

/* From Jira 10 on. */
static JsonNode *
to_new_json (AlaPracticeExchange *exchange,
             AlaPracticeWebhook  *webhook)
{
  JsonObject *object = json_object_new ();
  JsonObject *configuration = json_object_new ();
  JsonObject *filters = dup_filters (exchange, webhook);

  set_string (configuration, "EXCLUDE_BODY", webhook->exclude_body ? "true" : "false");

  json_object_set_int_member (object, "id", webhook->id);
  set_string (object, "name", webhook->name);
  set_string (object, "url", webhook->url);
  json_object_set_array_member (object, "events", dup_events (exchange, webhook));
  if (filters != NULL)
    json_object_set_object_member (object, "filters", filters);
  json_object_set_int_member (object, "createdDate", webhook->created * 1000);
  json_object_set_int_member (object, "updatedDate", webhook->updated * 1000);
  json_object_set_object_member (object, "configuration", configuration);
  json_object_set_boolean_member (object, "active", is_active (exchange, webhook));
  set_string (object, "scopeType", "global");
  json_object_set_boolean_member (object, "sslVerificationRequired", webhook->verify_tls);
  json_object_set_object_member (object, "statistics", new_statistics (exchange));

  return take_object (object);
}

static JsonNode *
to_json (AlaPracticeExchange *exchange,
         AlaPracticeWebhook  *webhook)
{
  return exchange->state->generation->new_webhooks ? to_new_json (exchange, webhook) : to_old_json (exchange, webhook);
}

static JsonNode *
get_member (JsonObject *object,
            const char *name,
            GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_member (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

static gboolean
get_boolean (JsonObject *object,
             const char *name,
             gboolean    fallback)
{
  JsonNode *node = get_member (object, name, G_TYPE_BOOLEAN);

  return node != NULL ? json_node_get_boolean (node) : fallback;
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Returns: (nullable) (transfer none): the events, %NULL when they are no list of names */
static JsonArray *
get_events (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "events");
  JsonArray *events;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  events = json_node_get_array (node);
  if (json_array_get_length (events) > MAX_EVENTS)
    return NULL;
  for (guint i = 0; i < json_array_get_length (events); i++)
    if (json_node_get_value_type (json_array_get_element (events, i)) != G_TYPE_STRING)
      return NULL;

  return events;
}

/* Returns: (transfer full): what Jira makes of the events that were sent */
static JsonArray *
keep_events (AlaPracticeExchange *exchange,
             JsonArray           *events)
{
  JsonArray *kept;

  if (!has_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOK_NOT_AS_SENT) || json_array_get_length (events) < 2)
    return json_array_ref (events);

  kept = json_array_new ();
  json_array_add_string_element (kept, json_array_get_string_element (events, 0));

  return kept;
}

/* Takes what the client said over what there was. Returns: whether it makes sense; otherwise it was answered 400 */
static gboolean
read_json (AlaPracticeExchange *exchange,
           AlaPracticeWebhook  *webhook)
{
  g_autoptr (JsonNode) node = ala_practice_exchange_dup_json (exchange);
  JsonObject *object, *filters, *configuration;
  JsonArray *events;
  const char *name, *url, *exclude;

  if (node == NULL)
    {
      ala_practice_exchange_reply_error (exchange, 400, "The request is not a JSON object.");
      return FALSE;
    }

  object = json_node_get_object (node);
  name = get_string (object, "name");
  url = get_string (object, "url");
  events = get_events (object);
  filters = get_object (object, "filters");
  if ((name == NULL && webhook->name == NULL) || (name != NULL && *name == '\0'))
    {
      ala_practice_exchange_reply_error (exchange, 400, "The webhook needs a name.");
      return FALSE;
    }
  if ((url == NULL && webhook->url == NULL) || (url != NULL && !ala_practice_callback_is_valid (url)))
    {
      ala_practice_exchange_reply_error (exchange, 400, "The webhook needs a URL that begins with http:// or https://.");
      return FALSE;
    }
  if ((events == NULL && webhook->events == NULL) || (events == NULL && json_object_has_member (object, "events")))
    {
      ala_practice_exchange_reply_error (exchange, 400, "The webhook needs a list of events.");
      return FALSE;
    }

  if (name != NULL)
    {
      g_free (webhook->name);
      webhook->name = g_strdup (name);
    }
  if (url != NULL)
    {
      g_free (webhook->url);
      webhook->url = g_strdup (url);
    }
  if (events != NULL)
    {
      g_clear_pointer (&webhook->events, json_array_unref);
      webhook->events = keep_events (exchange, events);
    }
  if (filters != NULL)
    {
      g_clear_pointer (&webhook->filters, json_object_unref);
      webhook->filters = json_object_ref (filters);
    }

  webhook->exclude_body = get_boolean (object, "excludeBody", webhook->exclude_body);
  if (exchange->state->generation->new_webhooks)
    {
      /* A secret is taken from "configuration" alone and never shown again, so there is nothing to keep. */
      configuration = get_object (object, "configuration");
      exclude = configuration != NULL ? get_string (configuration, "EXCLUDE_BODY") : NULL;
      if (exclude != NULL)
        webhook->exclude_body = g_str_equal (exclude, "true");
      webhook->active = get_boolean (object, "active", webhook->active);
      webhook->verify_tls = get_boolean (object, "sslVerificationRequired", webhook->verify_tls);
    }
  else
    {
      webhook->active = get_boolean (object, "enabled", webhook->active);
    }

  webhook->updated = ala_practice_state_get_now (exchange->state);
  g_free (webhook->updated_by);
  webhook->updated_by = g_strdup (exchange->user->name);

  return TRUE;
}

static guint
get_next_id (GPtrArray *webhooks)
{
  AlaPracticeWebhook *last = webhooks->len > 0 ? g_ptr_array_index (webhooks, webhooks->len - 1) : NULL;

  return last != NULL ? last->id + 1 : 1;
}

static void
create (AlaPracticeExchange *exchange)
{
  GPtrArray *webhooks = exchange->state->webhooks;
  AlaPracticeWebhook *webhook;

  if (webhooks->len >= MAX_WEBHOOKS)
    {
      ala_practice_exchange_reply_error (exchange, 400, "There are too many webhooks. Delete one first.");
      return;
    }

  webhook = g_new0 (AlaPracticeWebhook, 1);
  webhook->id = get_next_id (webhooks);
  webhook->active = TRUE;
  webhook->verify_tls = TRUE;
  webhook->created = ala_practice_state_get_now (exchange->state);
  if (!read_json (exchange, webhook))
    {
      ala_practice_webhook_free (webhook);
      return;
    }

  g_ptr_array_add (webhooks, webhook);
  ala_practice_exchange_reply_json (exchange, 201, to_json (exchange, webhook));
}

static void
list (AlaPracticeExchange *exchange)
{
  GPtrArray *webhooks = exchange->state->webhooks;
  JsonArray *array = json_array_sized_new (webhooks->len);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < webhooks->len; i++)
    json_array_add_element (array, to_json (exchange, g_ptr_array_index (webhooks, i)));
  json_node_take_array (node, array);

  ala_practice_exchange_reply_json (exchange, 200, node);
}

static AlaPracticeWebhook *
find (GPtrArray  *webhooks,
      const char *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (id, 10, 1, G_MAXUINT, &number, NULL))
    return NULL;

  for (guint i = 0; i < webhooks->len; i++)
    {
      AlaPracticeWebhook *webhook = g_ptr_array_index (webhooks, i);

      if (webhook->id == number)
        return webhook;
    }

  return NULL;
}

static void
answer_one (AlaPracticeExchange *exchange,
            AlaPracticeWebhook  *webhook)
{
  if (ala_practice_exchange_is (exchange, "DELETE"))
    {
      g_ptr_array_remove (exchange->state->webhooks, webhook);
      ala_practice_exchange_reply (exchange, 204, NULL, NULL);
    }
  else if (ala_practice_exchange_is (exchange, "PUT"))
    {
      if (read_json (exchange, webhook))
        ala_practice_exchange_reply_json (exchange, 200, to_json (exchange, webhook));
    }
  else if (ala_practice_exchange_is (exchange, "GET"))
    {
      ala_practice_exchange_reply_json (exchange, 200, to_json (exchange, webhook));
    }
  else
    {
      ala_practice_exchange_reply_error (exchange, 405, "Method not allowed.");
    }
}

void
ala_practice_webhooks (AlaPracticeExchange *exchange,
                       const char          *rest)
{
  g_auto (GStrv) parts = NULL;
  AlaPracticeWebhook *webhook;

  g_return_if_fail (exchange != NULL);
  g_return_if_fail (rest != NULL);

  if (exchange->user == NULL)
    {
      ala_practice_exchange_reply_error (exchange, 401, "Client must be authenticated to access this resource.");
      return;
    }
  if (!exchange->user->admin || has_fault (exchange, ALA_PRACTICE_FAULT_WEBHOOKS_FORBIDDEN)
      || has_fault (exchange, ALA_PRACTICE_FAULT_PERMISSIONS_MISSING))
    {
      ala_practice_exchange_reply_error (exchange, 403, "Only Jira administrators may see and change webhooks.");
      return;
    }

  parts = g_strsplit (rest + (*rest == '/' ? 1 : 0), "/", 3);
  if (parts[0] == NULL || *parts[0] == '\0')
    {
      if (ala_practice_exchange_is (exchange, "POST"))
        create (exchange);
      else if (ala_practice_exchange_is (exchange, "GET"))
        list (exchange);
      else
        ala_practice_exchange_reply_error (exchange, 405, "Method not allowed.");
      return;
    }

  webhook = find (exchange->state->webhooks, parts[0]);
  if (webhook == NULL)
    ala_practice_exchange_reply_error (exchange, 404, "There is no webhook with this id.");
  else if (parts[1] == NULL)
    answer_one (exchange, webhook);
  else if (exchange->state->generation->new_webhooks && g_str_equal (parts[1], "statistics"))
    ala_practice_exchange_reply_json (exchange, 200, take_object (new_statistics (exchange)));
  else
    ala_practice_exchange_reply_error (exchange, 404, "There is nothing here.");
}
