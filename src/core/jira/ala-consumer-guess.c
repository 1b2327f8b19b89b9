/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-consumer-guess.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AlaJiraClient *client;
  GStrv candidates;
  guint position; /* of the one that is being asked for */
} Guess;

static void
guess_free (gpointer data)
{
  Guess *guess = data;

  g_object_unref (guess->client);
  g_strfreev (guess->candidates);
  g_free (guess);
}

static void ask_next (GTask *task);

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaOAuthReply) reply = ala_jira_client_call_token_finish (ALA_JIRA_CLIENT (source), result, &error);
  Guess *guess = g_task_get_task_data (task);

  if (reply != NULL)
    g_task_return_pointer (task, g_strdup (guess->candidates[guess->position]), g_free);
  else if (ala_problem_get_step (ala_problem_from_error (error)) != ALA_STEP_LINK)
    /* Not about the link: the next candidate would meet the same. */
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      guess->position++;
      ask_next (task);
    }
}

static void
ask_next (GTask *task)
{
  Guess *guess = g_task_get_task_data (task);
  const char *candidate = guess->candidates[guess->position];
  g_autoptr (AlaOAuthParams) extra = NULL;
  g_autoptr (AlaJiraClient) client = NULL;

  if (candidate == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  client = ala_jira_client_new (ala_jira_client_get_session (guess->client), ala_jira_client_get_address (guess->client),
                                candidate, ala_jira_client_get_key_pair (guess->client));
  ala_jira_client_set_clock_offset (client, ala_jira_client_get_clock_offset (guess->client));
  extra = ala_oauth_params_new ();
  ala_oauth_params_add (extra, "oauth_callback", "oob");
  ala_jira_client_call_token_async (client, ALA_OAUTH_REQUEST_TOKEN, NULL, extra, g_task_get_cancellable (task), answered_cb,
                                    g_object_ref (task));
}

void
ala_consumer_guess_async (AlaJiraClient       *client,
                          const char *const   *candidates,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Guess *guess;

  g_return_if_fail (ALA_IS_JIRA_CLIENT (client));
  g_return_if_fail (candidates != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_consumer_guess_async);
  g_task_set_name (task, "ala_consumer_guess_async");
  guess = g_new0 (Guess, 1);
  guess->client = g_object_ref (client);
  guess->candidates = g_strdupv ((char **) candidates);
  g_task_set_task_data (task, guess, guess_free);
  ask_next (task);
}

char *
ala_consumer_guess_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GError *
ala_consumer_guess_new_error (const char *found)
{
  g_return_val_if_fail (found != NULL, NULL);

  /* Translators: %s is a consumer key */
  return ala_problem_new_error (ALA_PROBLEM_CONSUMER_KEY_OTHER, _("Jira has “%s”."), found);
}
