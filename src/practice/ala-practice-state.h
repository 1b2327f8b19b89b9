/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-practice-faults.h"
#include "ala-practice-generation.h"
#include "ala-practice-links.h"
#include "ala-practice-sessions.h"
#include "ala-practice-tokens.h"

G_BEGIN_DECLS

/* The context path, as most Data Centers that share a host with others have one. */
#define ALA_PRACTICE_CONTEXT "/jira"

/* AlaPracticeUser: somebody who can log in. */
typedef struct
{
  const char *name;
  const char *password;
  const char *key;
  const char *account_id; /* on Cloud, where users have no name */
  const char *display_name;
  const char *email;
  gboolean admin;
} AlaPracticeUser;

/** ala_practice_user_find: Returns: (nullable) (transfer none): the user of that name */
const AlaPracticeUser *ala_practice_user_find (const char *name);

/**
 * AlaPracticeState:
 *
 * Everything that the practice Jira knows. Each store bounds itself, so that a client that never stops fills no memory.
 */
typedef struct
{
  const AlaPracticeGeneration *generation;
  gboolean faults[ALA_PRACTICE_N_FAULTS];
  gint64 clock; /* seconds that it is fast */
  char *origin; /* "http://127.0.0.1:PORT" */
  AlaPracticeLinks *links;
  AlaPracticeSessions *sessions;
  AlaPracticeTokens *tokens;
  GPtrArray *webhooks; /* of AlaPracticeWebhook */
  GArray *projects;    /* of AlaPracticeProject */
  guint n_fields;      /* that issues have besides those of Jira itself */
} AlaPracticeState;

AlaPracticeState *ala_practice_state_new              (const AlaPracticeGeneration *generation);
void              ala_practice_state_free             (AlaPracticeState            *self);

gboolean          ala_practice_state_has_fault        (AlaPracticeState            *self,
                                                       AlaPracticeFault             fault);

/** ala_practice_state_get_now: Returns: seconds since the epoch by Jira's clock, which may be wrong on purpose */
gint64            ala_practice_state_get_now          (AlaPracticeState            *self);

/** ala_practice_state_get_context: Returns: (transfer none): the context path, "/jira" as a rule */
const char       *ala_practice_state_get_context      (AlaPracticeState            *self);

/** ala_practice_state_dup_base_url: Returns: (transfer full): the base URL of Jira's settings */
char             *ala_practice_state_dup_base_url     (AlaPracticeState            *self);

/** ala_practice_state_find_user: Returns: (nullable) (transfer none): who has this name and password */
const AlaPracticeUser *
                  ala_practice_state_find_user        (AlaPracticeState            *self,
                                                       const char                  *name,
                                                       const char                  *password);

/** ala_practice_state_token_is_over: Returns: whether the token's life has ended */
gboolean          ala_practice_state_token_is_over    (AlaPracticeState            *self,
                                                       AlaPracticeToken            *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeState, ala_practice_state_free)

G_END_DECLS
