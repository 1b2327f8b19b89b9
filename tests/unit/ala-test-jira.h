/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-key-pair.h"
#include "ala-oauth-encoding.h"
#include "ala-public-key.h"
#include "ala-test-server.h"

G_BEGIN_DECLS

#define ALA_TEST_JIRA_CONSUMER "test-consumer"

/**
 * AlaTestJira:
 *
 * The OAuth endpoints of a Jira below "/jira", which verify signatures, and the resource "/rest/api/2/myself" behind them. The
 * fields below "switches" may be set at any time.
 */
typedef struct
{
  AlaTestServer *server;

  /* switches */
  AlaPublicKey *key;         /* the one that is registered */
  const char *seen_as;       /* nullable: scheme, host and port that a proxy makes Jira see */
  gboolean refuse_loopback;  /* refuses callbacks but "oob" */
  gboolean without_verifier; /* issues tokens of OAuth 1.0 */
  const char *access_fields; /* what follows token and secret in the access token's reply */
  guint fault_status;        /* 0, or the status of all replies of the token endpoints */
  const char *fault_body;

  /* what happened */
  guint n_request_tokens;
  guint n_access_tokens;
  char *request_token; /* the last one that was issued */
  char *callback;      /* what came along with its request */
  char *verifier;      /* its verifier */
} AlaTestJira;

AlaTestJira *ala_test_jira_new       (AlaKeyPair         *pair);
void         ala_test_jira_free      (AlaTestJira        *self);

/** ala_test_jira_dup_base: Returns: (transfer full): its base address */
char        *ala_test_jira_dup_base  (AlaTestJira        *self);

/** ala_test_jira_dup_answer: Returns: (transfer full): the address to which "Allow" leads, or "Deny" */
char        *ala_test_jira_dup_answer (AlaTestJira       *self,
                                       gboolean           allow);

/**
 * ala_test_jira_verify:
 *
 * Returns: (transfer full) (nullable): the OAuth parameters of a request that is signed well; otherwise %NULL, and the reply is set
 */
AlaOAuthParams *ala_test_jira_verify (AlaTestJira        *self,
                                      SoupServerMessage  *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaTestJira, ala_test_jira_free)

G_END_DECLS
