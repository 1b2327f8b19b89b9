/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-jira-client.h"

G_BEGIN_DECLS

/**
 * AlaEchoVerdict:
 * @ALA_ECHO_SHOWN: Jira refused the signature and showed the text that it verified
 * @ALA_ECHO_HIDDEN: Jira refused the signature and showed no text, or none that can be read
 * @ALA_ECHO_IGNORED: somebody answered for a user, although the signature is wrong
 */
typedef enum
{
  ALA_ECHO_SHOWN,
  ALA_ECHO_HIDDEN,
  ALA_ECHO_IGNORED,
} AlaEchoVerdict;

#define ALA_TYPE_SIGNATURE_ECHO (ala_signature_echo_get_type ())
G_DECLARE_FINAL_TYPE (AlaSignatureEcho, ala_signature_echo, ALA, SIGNATURE_ECHO, GObject)

/**
 * AlaSignatureEcho:
 *
 * What Jira sees of a signed request. Jira shows it only where a signature does not fit ("oauth_signature_base_string",
 * reference/jira-oauth.md section 2), so the request bears the signature of another one: made by the right key, and wrong on
 * purpose. Nothing is read or changed in Jira by it; its log notes one refused request. Immutable.
 */

/**
 * ala_signature_echo_ask_async:
 * @client: with its access token
 */
void              ala_signature_echo_ask_async       (AlaJiraClient        *client,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);

/**
 * ala_signature_echo_ask_finish:
 *
 * Returns: (transfer full): the echo; %NULL when Jira refused the request for anything but its signature, when it was taken for
 *   one without a signature (%ALA_PROBLEM_ANONYMOUS), or when no answer of Jira came
 */
AlaSignatureEcho *ala_signature_echo_ask_finish      (GAsyncResult         *result,
                                                      GError              **error);

AlaEchoVerdict    ala_signature_echo_get_verdict     (AlaSignatureEcho     *self);

/** ala_signature_echo_get_difference: Returns: (nullable) (transfer none): sentences that name what changed on the way, without values */
const char       *ala_signature_echo_get_difference  (AlaSignatureEcho     *self);

/**
 * ala_signature_echo_has_arrived:
 * @name: a parameter, "oauth_token"
 *
 * Returns: whether Jira saw it once, and as it was sent; %TRUE too when Jira did not show what it saw
 */
gboolean          ala_signature_echo_has_arrived     (AlaSignatureEcho     *self,
                                                      const char           *name);

/** ala_signature_echo_is_same_address: Returns: whether Jira saw method and address as they were sent */
gboolean          ala_signature_echo_is_same_address (AlaSignatureEcho     *self);

G_END_DECLS
