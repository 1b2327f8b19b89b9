/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-state.h"

#include "ala-practice-jira.h"
#include "ala-practice-projects.h"
#include "ala-practice-webhooks.h"

/* By how many seconds the clock is wrong with that fault: enough for a warning, not for a refusal. */
#define CLOCK_DIFFERS ((gint64) 120)

#define MOVED_CONTEXT "/department/tracker"

static const AlaPracticeUser users[] = {
  {
    .name = ALA_PRACTICE_USER,
    .password = ALA_PRACTICE_PASSWORD,
    .key = "JIRAUSER10000",
    .account_id = "5b10a2844c20165700ede21g",
    .display_name = ALA_PRACTICE_NAME,
    .email = "admin@example.com",
    .admin = TRUE,
  },
  {
    .name = "alex",
    .password = "alex",
    .key = "JIRAUSER10001",
    .account_id = "5b10ac8d82e05b22cc7d4ef5",
    .display_name = "Practice User",
    .email = "alex@example.com",
  },
};

const AlaPracticeUser *
ala_practice_user_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    if (g_str_equal (users[i].name, name))
      return &users[i];

  return NULL;
}

AlaPracticeState *
ala_practice_state_new (const AlaPracticeGeneration *generation)
{
  AlaPracticeState *self;

  g_return_val_if_fail (generation != NULL, NULL);

  self = g_new0 (AlaPracticeState, 1);
  self->generation = generation;
  self->links = ala_practice_links_new ();
  self->sessions = ala_practice_sessions_new ();
  self->tokens = ala_practice_tokens_new ();
  self->webhooks = g_ptr_array_new_with_free_func ((GDestroyNotify) ala_practice_webhook_free);
  self->projects = ala_practice_projects_new (ALA_PRACTICE_PROJECTS);

  return self;
}

void
ala_practice_state_free (AlaPracticeState *self)
{
  g_return_if_fail (self != NULL);

  ala_practice_links_free (self->links);
  ala_practice_sessions_free (self->sessions);
  ala_practice_tokens_free (self->tokens);
  g_ptr_array_unref (self->webhooks);
  g_array_unref (self->projects);
  g_free (self->origin);
  g_free (self);
}

gboolean
ala_practice_state_has_fault (AlaPracticeState *self,
                              AlaPracticeFault  fault)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (fault < ALA_PRACTICE_N_FAULTS, FALSE);

  return self->faults[fault];
}

gint64
ala_practice_state_get_now (AlaPracticeState *self)
{
  gint64 now;

  g_return_val_if_fail (self != NULL, 0);

  now = g_get_real_time () / G_USEC_PER_SEC + self->clock;
  if (self->faults[ALA_PRACTICE_FAULT_CLOCK_DIFFERS])
    now += CLOCK_DIFFERS;

  return now;
}

const char *
ala_practice_state_get_context (AlaPracticeState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->faults[ALA_PRACTICE_FAULT_CONTEXT_PATH] ? MOVED_CONTEXT : ALA_PRACTICE_CONTEXT;
}

char *
ala_practice_state_dup_base_url (AlaPracticeState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->faults[ALA_PRACTICE_FAULT_BASE_URL_DIFFERS])
    return g_strdup ("https://jira.example.com");

  return g_strconcat (self->origin, ala_practice_state_get_context (self), NULL);
}

const AlaPracticeUser *
ala_practice_state_find_user (AlaPracticeState *self,
                              const char       *name,
                              const char       *password)
{
  const AlaPracticeUser *user;

  g_return_val_if_fail (self != NULL, NULL);

  if (name == NULL || password == NULL)
    return NULL;

  user = ala_practice_user_find (name);

  return user != NULL && g_str_equal (user->password, password) ? user : NULL;
}

gboolean
ala_practice_state_token_is_over (AlaPracticeState *self,
                                  AlaPracticeToken *token)
{
  gint64 age;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (token != NULL, FALSE);

  age = ala_practice_state_get_now (self) - token->created;
  if (token->state == ALA_PRACTICE_TOKEN_ACCESS)
    return self->faults[ALA_PRACTICE_FAULT_TOKEN_EXPIRED] || age >= ALA_PRACTICE_ACCESS_TOKEN_LIFE;

  return self->faults[ALA_PRACTICE_FAULT_REQUEST_TOKEN_EXPIRED] || age >= ALA_PRACTICE_REQUEST_TOKEN_LIFE;
}
