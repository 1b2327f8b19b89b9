/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-secret.h"

G_BEGIN_DECLS

/**
 * AlaVerifierKind:
 * @ALA_VERIFIER_NOTHING: nothing in the text is an answer of Jira
 * @ALA_VERIFIER_CODE: a verification code was found
 * @ALA_VERIFIER_DENIED: the person refused in Jira
 * @ALA_VERIFIER_NO_CODE: Jira's page of an OAuth 1.0 token, which has no code: the token has to be asked for again
 */
typedef enum
{
  ALA_VERIFIER_NOTHING,
  ALA_VERIFIER_CODE,
  ALA_VERIFIER_DENIED,
  ALA_VERIFIER_NO_CODE,
} AlaVerifierKind;

/**
 * AlaVerifier:
 * @kind: what was found
 * @code: (nullable): the verification code, letter case kept
 * @token: (nullable): the oauth_token that came along in an address
 */
typedef struct
{
  AlaVerifierKind kind;
  AlaSecret *code;
  char *token;
} AlaVerifier;

/**
 * ala_verifier_parse:
 * @text: what was pasted, copied, or came back to the listener: the bare code, the whole sentence of Jira's page in any
 *   language and any quotes, a whole callback address, or "oauth_verifier=…"
 *
 * The rules stand in reference/jira-oauth.md section 3. "denied" is looked for first, since it looks like a code.
 *
 * Returns: (transfer full): what was found, never %NULL
 */
AlaVerifier *ala_verifier_parse (const char  *text);
void         ala_verifier_free  (AlaVerifier *self);

/**
 * ala_verifier_is_certain:
 *
 * For a text that nobody offered, such as what is on the clipboard: there are words of six letters and sentences about denied access
 * that have nothing to do with Jira. Who means them as an answer can paste them.
 *
 * Returns: whether the text can hardly be anything but Jira's answer
 */
gboolean     ala_verifier_is_certain (AlaVerifier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaVerifier, ala_verifier_free)

G_END_DECLS
