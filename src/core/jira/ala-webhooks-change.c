/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhooks.h"

#include <glib/gi18n-lib.h>

#include "ala-jira-reply.h"
#include "ala-webhook-address.h"
#include "ala-webhooks-private.h"

/* What Jira says of one webhook fits in far less. */
#define MAX_ONE (256 * 1024)

/* One change, the data of its task. */
typedef struct
{
  AlaWebhook *webhook; /* what is to be, or to be deleted */
  AlaWebhook *before;  /* (nullable): what is to be changed */
  char *id;            /* (nullable): of the one that was saved */
  gboolean tried_other;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->webhook);
  g_clear_object (&work->before);
  g_free (work->id);
  g_free (work);
}

static GTask *
new_task (AlaWebhooks         *self,
          AlaWebhook          *webhook,
          gpointer             tag,
          const char          *name,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_name (task, name);
  work->webhook = g_object_ref (webhook);
  g_task_set_task_data (task, work, work_free);

  return task;
}

static void
get_json (GTask               *task,
          const char          *id,
          GAsyncReadyCallback  callback)
{
  AlaWebhooks *self = g_task_get_source_object (task);
  g_autofree char *path = ala_webhooks_dup_path (self, id, NULL);

  ala_jira_client_get_json_async (self->client, path, NULL, g_task_get_cancellable (task), callback, g_object_ref (task));
}

/* Making and changing */

static void
end_with_saved (GTask      *task,
                AlaWebhook *saved)
{
  if (saved != NULL)
    g_task_return_pointer (task, g_object_ref (saved), g_object_unref);
  else
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_WEBHOOK_NOT_AS_SENT, _("Jira took the webhook, but does not list it.")));
}

static void
saved_list_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  g_autoptr (GPtrArray) webhooks = root != NULL ? ala_webhook_list_from_json (root) : NULL;
  AlaWebhook *found = NULL;

  if (webhooks == NULL)
    {
      g_task_return_error (task, error != NULL ? ala_webhooks_translate_error (error) : ala_webhooks_new_no_list_error ());
      return;
    }

  /* Where Jira did not say which one it is: the last one of this name and address, for the new ones come last. */
  for (guint i = 0; i < webhooks->len; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (webhooks, i);
      gboolean same_place = ala_webhook_address_equal (ala_webhook_get_url (webhook), ala_webhook_get_url (work->webhook));

      if (*work->id != '\0' ? g_str_equal (ala_webhook_get_id (webhook), work->id)
                            : same_place && g_str_equal (ala_webhook_get_name (webhook), ala_webhook_get_name (work->webhook)))
        found = webhook;
    }
  end_with_saved (task, found);
}

static void
saved_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (JsonNode) root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  g_autoptr (AlaWebhook) saved = root != NULL ? ala_webhook_new_from_json (root) : NULL;

  if (saved != NULL && *ala_webhook_get_id (saved) != '\0')
    end_with_saved (task, saved);
  else if (error == NULL || g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND))
    get_json (task, NULL, saved_list_cb);
  else
    {
      g_task_return_error (task, ala_webhooks_translate_error (g_steal_pointer (&error)));
      return;
    }

  g_clear_error (&error);
}

/* Returns: (transfer full): the id of what was made, from the body or from where it is said to be; "" when neither tells */
static char *
dup_new_id (AlaHttpReply *reply)
{
  const char *location = ala_http_reply_get_header (reply, "Location");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (AlaWebhook) webhook = NULL;

  if (g_bytes_get_size (ala_http_reply_get_body (reply)) <= MAX_ONE)
    root = ala_jira_reply_parse (reply, NULL);
  webhook = ala_webhook_new_from_json (root);
  if (webhook != NULL && *ala_webhook_get_id (webhook) != '\0')
    return g_strdup (ala_webhook_get_id (webhook));

  return location != NULL ? ala_webhook_dup_id_of_address (location) : g_strdup ("");
}

static void send_save (GTask *task);

static void
save_sent_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWebhooks *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_jira_client_send_finish (ALA_JIRA_CLIENT (source), result, &error);

  if (reply == NULL)
    {
      if (ala_webhooks_try_other_api (task, error, &work->tried_other))
        send_save (task);
      return;
    }

  self->settled = TRUE;
  work->id = work->before != NULL ? g_strdup (ala_webhook_get_id (work->before)) : dup_new_id (reply);
  if (*work->id != '\0')
    get_json (task, work->id, saved_read_cb);
  else
    get_json (task, NULL, saved_list_cb);
}

static void
send_save (GTask *task)
{
  AlaWebhooks *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  g_autofree char *path = ala_webhooks_dup_path (self, work->before != NULL ? ala_webhook_get_id (work->before) : NULL, NULL);
  g_autoptr (GBytes) body = ala_webhook_to_json (work->webhook, self->api, work->before);

  ala_jira_client_send_async (self->client, work->before != NULL ? "PUT" : "POST", path, NULL, body,
                              g_task_get_cancellable (task), save_sent_cb, g_object_ref (task));
}

void
ala_webhooks_save_async (AlaWebhooks         *self,
                         AlaWebhook          *webhook,
                         AlaWebhook          *before,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (ALA_IS_WEBHOOKS (self));
  g_return_if_fail (ALA_IS_WEBHOOK (webhook));
  g_return_if_fail (before == NULL || *ala_webhook_get_id (before) != '\0');

  task = new_task (self, webhook, ala_webhooks_save_async, "ala_webhooks_save", cancellable, callback, user_data);
  work = g_task_get_task_data (task);
  work->before = before != NULL ? g_object_ref (before) : NULL;
  send_save (task);
}

AlaWebhook *
ala_webhooks_save_finish (AlaWebhooks   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ala_webhooks_judge (AlaWebhook  *sent,
                    AlaWebhook  *got,
                    GError     **error)
{
  static const struct
  {
    AlaWebhookPart part;
    const char *name;
  } parts[] = {
    { ALA_WEBHOOK_NAME, N_("the name") },
    { ALA_WEBHOOK_URL, N_("the address") },
    { ALA_WEBHOOK_EVENTS, N_("the events") },
    { ALA_WEBHOOK_JQL, N_("the filter") },
    { ALA_WEBHOOK_ACTIVE, N_("whether it is switched on") },
    { ALA_WEBHOOK_BODY, N_("whether it sends what happened") },
  };
  g_autoptr (GString) names = g_string_new (NULL);
  AlaWebhookPart differences;

  g_return_val_if_fail (ALA_IS_WEBHOOK (sent), FALSE);
  g_return_val_if_fail (ALA_IS_WEBHOOK (got), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  differences = ala_webhook_compare (sent, got);
  if (differences == ALA_WEBHOOK_SAME)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (differences & parts[i].part)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _(parts[i].name));
  ala_problem_set_error (error, ALA_PROBLEM_WEBHOOK_NOT_AS_SENT,
                         /* Translators: %s lists parts of a webhook: “the events, the filter” */
                         _("Jira keeps something else than what was sent: %s."), names->str);
  return FALSE;
}

/* Deleting */

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AlaHttpReply) reply = ala_jira_client_send_finish (ALA_JIRA_CLIENT (source), result, &error);

  if (reply == NULL && !g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND))
    {
      g_task_return_error (task, ala_webhooks_translate_error (error));
      return;
    }

  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

static void
doomed_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWebhooks *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);
  g_autoptr (AlaWebhook) there = root != NULL ? ala_webhook_new_from_json (root) : NULL;
  g_autofree char *path = NULL;

  if (g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND))
    {
      g_error_free (error);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (error != NULL)
    {
      g_task_return_error (task, ala_webhooks_translate_error (error));
      return;
    }
  if (there == NULL || (ala_webhook_compare (there, work->webhook) & (ALA_WEBHOOK_NAME | ALA_WEBHOOK_URL)) != 0)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_WEBHOOK_NOT_AS_SENT,
                                                        _("What Jira has under this number now has another name or address, so it "
                                                          "was left as it is.")));
      return;
    }

  path = ala_webhooks_dup_path (self, ala_webhook_get_id (work->webhook), NULL);
  ala_jira_client_send_async (self->client, "DELETE", path, NULL, NULL, g_task_get_cancellable (task), deleted_cb,
                              g_object_ref (task));
}

void
ala_webhooks_delete_async (AlaWebhooks         *self,
                           AlaWebhook          *webhook,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_WEBHOOKS (self));
  g_return_if_fail (ALA_IS_WEBHOOK (webhook));
  g_return_if_fail (*ala_webhook_get_id (webhook) != '\0');

  task = new_task (self, webhook, ala_webhooks_delete_async, "ala_webhooks_delete", cancellable, callback, user_data);
  get_json (task, ala_webhook_get_id (webhook), doomed_read_cb);
}

gboolean
ala_webhooks_delete_finish (AlaWebhooks   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
