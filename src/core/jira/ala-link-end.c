/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-end.h"

#include <glib/gi18n-lib.h>

#include "ala-jira-reply.h"

/* The resource that names the user of a request, for which everybody who is signed in has the right. */
#define MYSELF_PATH "/rest/api/2/myself"

typedef struct
{
  gboolean stand_in;
} Proof;

static gboolean
refuses_token (const GError *error)
{
  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_TOKEN_REJECTED:
    case ALA_PROBLEM_TOKEN_REVOKED:
    case ALA_PROBLEM_TOKEN_EXPIRED:
    case ALA_PROBLEM_CONSUMER_KEY_UNKNOWN:
    case ALA_PROBLEM_SIGNATURE_OTHER_KEY:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
return_link_known (GTask *task)
{
  AlaJiraClient *client = g_task_get_source_object (task);

  g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_OLD_LINK_KNOWN,
                                                    /* Translators: %s is a consumer key */
                                                    _("Jira still knows the consumer key “%s”."),
                                                    ala_jira_client_get_consumer_key (client)));
}

static void
on_request_token (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Proof *proof = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaOAuthReply) reply = ala_jira_client_call_token_finish (ALA_JIRA_CLIENT (source), result, &error);

  if (reply != NULL)
    {
      return_link_known (task);
      return;
    }

  switch (ala_problem_from_error (error))
    {
    case ALA_PROBLEM_CONSUMER_KEY_UNKNOWN:
      g_task_return_boolean (task, TRUE);
      return;

    case ALA_PROBLEM_SIGNATURE_OTHER_KEY:
      /* The key that signs is not that of the link anyway when it stands in. */
      if (!proof->stand_in)
        {
          g_task_return_boolean (task, TRUE);
          return;
        }
      return_link_known (task);
      return;

    case ALA_PROBLEM_SIGNATURE_INVALID:
    case ALA_PROBLEM_SIGNATURE_OTHER_SIZE:
      if (proof->stand_in)
        {
          return_link_known (task);
          return;
        }
      break;

    default:
      break;
    }

  g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_for_request_token (GTask *task)
{
  g_autoptr (AlaOAuthParams) extra = ala_oauth_params_new ();

  /* No address to come back to: nobody is to allow anything. */
  ala_oauth_params_add (extra, "oauth_callback", "oob");
  ala_jira_client_call_token_async (g_task_get_source_object (task), ALA_OAUTH_REQUEST_TOKEN, NULL, extra,
                                    g_task_get_cancellable (task), on_request_token, g_object_ref (task));
}

static void
on_myself (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = ala_jira_client_get_json_finish (ALA_JIRA_CLIENT (source), result, NULL, &error);

  if (node != NULL && ala_jira_reply_names_user (node))
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_OLD_ACCESS_WORKS,
                                                      /* Translators: %s is a consumer key */
                                                      _("Jira answered a request that was signed for “%s”."),
                                                      ala_jira_client_get_consumer_key (ALA_JIRA_CLIENT (source))));
  else if (node != NULL)
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_REPLY_MALFORMED, _("Jira’s answer names no user.")));
  else if (refuses_token (error))
    ask_for_request_token (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ala_link_end_prove_async (AlaJiraClient       *client,
                          gboolean             has_token,
                          gboolean             stand_in,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Proof *proof;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_link_end_prove_async);
  g_task_set_name (task, "ala_link_end_prove_async");
  proof = g_new0 (Proof, 1);
  proof->stand_in = stand_in;
  g_task_set_task_data (task, proof, g_free);

  if (has_token)
    ala_jira_client_get_json_async (client, MYSELF_PATH, NULL, cancellable, on_myself, g_steal_pointer (&task));
  else
    ask_for_request_token (task);
}

gboolean
ala_link_end_prove_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ala_link_end_prove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
