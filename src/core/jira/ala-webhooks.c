/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhooks.h"

#include <glib/gi18n-lib.h>

#include "ala-webhook-address.h"
#include "ala-webhooks-private.h"

/* The first version that speaks the new API. */
#define NEW_FROM 10

/* Statistics are one request each; more webhooks than this do not lead to one product. */
#define MAX_STATISTICS 10

G_DEFINE_FINAL_TYPE (AlaWebhooks, ala_webhooks, G_TYPE_OBJECT)

/* One list that was asked for, the data of its task. */
typedef struct
{
  char *near;          /* (nullable) */
  GPtrArray *webhooks; /* (nullable): what was listed */
  guint pending;       /* statistics under way */
  gboolean tried_other;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->near);
  g_clear_pointer (&work->webhooks, g_ptr_array_unref);
  g_free (work);
}

static void
ala_webhooks_finalize (GObject *object)
{
  g_clear_object (&ALA_WEBHOOKS (object)->client);

  G_OBJECT_CLASS (ala_webhooks_parent_class)->finalize (object);
}

static void
ala_webhooks_class_init (AlaWebhooksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_webhooks_finalize;
}

static void
ala_webhooks_init (AlaWebhooks *self)
{
}

AlaWebhooks *
ala_webhooks_new (AlaJiraClient *client,
                  AlaEdition     edition,
                  const char    *version)
{
  AlaWebhooks *self;

  g_return_val_if_fail (ALA_IS_JIRA_CLIENT (client), NULL);
  g_return_val_if_fail (version != NULL, NULL);

  self = g_object_new (ALA_TYPE_WEBHOOKS, NULL);
  self->client = g_object_ref (client);

  /* Cloud calls itself 1001 and speaks the old one. */
  if (edition != ALA_EDITION_CLOUD && g_ascii_strtoull (version, NULL, 10) >= NEW_FROM && g_ascii_strtoull (version, NULL, 10) < 1000)
    self->api = ALA_WEBHOOK_API_NEW;

  return self;
}

char *
ala_webhooks_dup_path (AlaWebhooks *self,
                       const char  *id,
                       const char  *what)
{
  const char *base;

  g_return_val_if_fail (ALA_IS_WEBHOOKS (self), NULL);

  base = self->api == ALA_WEBHOOK_API_NEW ? "/rest/jira-webhook/1.0/webhooks" : "/rest/webhooks/1.0/webhook";

  return g_strconcat (base, id != NULL ? "/" : "", id != NULL ? id : "", what != NULL ? what : "", NULL);
}

GError *
ala_webhooks_translate_error (GError *error)
{
  AlaProblem problem = ala_problem_from_error (error);
  const char *status = ala_problem_get_note (error, ALA_NOTE_STATUS);
  GError *finer;

  /* Which of the two Jira says to those who are no administrators is not known. A problem of OAuth itself has another row, and a
   * request that was taken for nobody's comes with 200. */
  if (!(problem == ALA_PROBLEM_FORBIDDEN || (problem == ALA_PROBLEM_ANONYMOUS && g_strcmp0 (status, "401") == 0)))
    return error;

  finer = ala_problem_new_error (ALA_PROBLEM_WEBHOOKS_FORBIDDEN, "%s", error->message);
  ala_problem_annotate (finer, ALA_NOTE_STATUS, status);
  ala_problem_annotate (finer, ALA_NOTE_URL, ala_problem_get_note (error, ALA_NOTE_URL));
  g_error_free (error);

  return finer;
}

GError *
ala_webhooks_new_no_list_error (void)
{
  return ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer holds no list of webhooks."));
}

gboolean
ala_webhooks_try_other_api (GTask    *task,
                            GError   *error,
                            gboolean *tried)
{
  AlaWebhooks *self = g_task_get_source_object (task);

  g_return_val_if_fail (error != NULL, FALSE);
  g_return_val_if_fail (tried != NULL, FALSE);

  if (!g_error_matches (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_NOT_FOUND) || self->settled)
    {
      g_task_return_error (task, ala_webhooks_translate_error (error));
      return FALSE;
    }

  self->api = self->api == ALA_WEBHOOK_API_NEW ? ALA_WEBHOOK_API_OLD : ALA_WEBHOOK_API_NEW;
  if (*tried)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_WEBHOOKS_NOT_FOUND, "%s", error->message));
      g_error_free (error);
      return FALSE;
    }

  *tried = TRUE;
  g_error_free (error);
  return TRUE;
}

/* Lists */

/* One question about the deliveries of a webhook. */
typedef struct
{
  GTask *task;
  guint index;
} Question;

static void
end_list_if_known (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (work->pending == 0)
    g_task_return_pointer (task, g_ptr_array_ref (work->webhooks), (GDestroyNotify) g_ptr_array_unref);
}

static void
statistics_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GTask) task = question->task;
  Work *work = g_task_get_task_data (task);
  g_autoptr (JsonNode) root = NULL;

  /* What Jira does not tell is not known, and nothing is lost by it. */
  root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, NULL);
  if (root != NULL)
    {
      gpointer *slot = &work->webhooks->pdata[question->index];
      AlaWebhook *known = ala_webhook_new_with_statistics (*slot, root);

      g_object_unref (*slot);
      *slot = known;
    }
  g_free (question);

  work->pending--;
  end_list_if_known (task);
}

static void
ask_for_statistics (GTask *task)
{
  AlaWebhooks *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  g_autofree char *host = work->near != NULL ? ala_webhook_address_dup_host (work->near) : g_strdup ("");
  guint asked = 0;

  for (guint i = 0; i < work->webhooks->len && asked < MAX_STATISTICS && *host != '\0' && self->api == ALA_WEBHOOK_API_NEW; i++)
    {
      AlaWebhook *webhook = g_ptr_array_index (work->webhooks, i);
      g_autofree char *other = ala_webhook_address_dup_host (ala_webhook_get_url (webhook));
      g_autofree char *path = NULL;
      Question *question;

      if (!g_str_equal (host, other) || *ala_webhook_get_id (webhook) == '\0' || ala_webhook_get_failures (webhook) >= 0)
        continue;

      question = g_new0 (Question, 1);
      question->task = g_object_ref (task);
      question->index = i;
      work->pending++;
      asked++;
      path = ala_webhooks_dup_path (self, ala_webhook_get_id (webhook), "/statistics");
      ala_jira_client_get_json_async (self->client, path, NULL, g_task_get_cancellable (task), statistics_cb, question);
    }

  end_list_if_known (task);
}

static void ask_for_list (GTask *task);

static void
list_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AlaWebhooks *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);

  if (root == NULL)
    {
      if (ala_webhooks_try_other_api (task, error, &work->tried_other))
        ask_for_list (task);
      return;
    }

  work->webhooks = ala_webhook_list_from_json (root);
  if (work->webhooks == NULL)
    {
      g_task_return_error (task, ala_webhooks_new_no_list_error ());
      return;
    }

  self->settled = TRUE;
  ask_for_statistics (task);
}

static void
ask_for_list (GTask *task)
{
  AlaWebhooks *self = g_task_get_source_object (task);
  g_autofree char *path = ala_webhooks_dup_path (self, NULL, NULL);

  ala_jira_client_get_json_async (self->client, path, NULL, g_task_get_cancellable (task), list_read_cb, g_object_ref (task));
}

void
ala_webhooks_list_async (AlaWebhooks         *self,
                         const char          *near,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (ALA_IS_WEBHOOKS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_webhooks_list_async);
  g_task_set_name (task, "ala_webhooks_list");
  work = g_new0 (Work, 1);
  work->near = g_strdup (near);
  g_task_set_task_data (task, work, work_free);
  ask_for_list (task);
}

GPtrArray *
ala_webhooks_list_finish (AlaWebhooks   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
