/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-guidance.h"
#include "ala-jira-client.h"
#include "ala-profiles.h"
#include "ala-secret-store.h"
#include "ala-setup-store.h"

G_BEGIN_DECLS

/* The links on this computer, the same that the window has: begun there, finished here, and the other way round. */
typedef struct
{
  AlaSetupStore *setups;
  AlaSecretStore *secrets;
  AlaProfiles *profiles;
} AlaCliLinks;

/** ala_cli_links_open: Reads all links; warns of those that cannot be read. */
void           ala_cli_links_open        (AlaCliLinks    *self);
void           ala_cli_links_close       (AlaCliLinks    *self);

/**
 * ala_cli_links_find:
 * @typed: an id, the beginning of one, or a name that a link was given
 *
 * Returns: (nullable) (transfer none): the one link that is meant; says so when there is none, or more than one
 */
AlaSetup      *ala_cli_links_find        (AlaCliLinks    *self,
                                          const char     *typed);

AlaProfile    *ala_cli_links_get_profile (AlaCliLinks    *self,
                                          AlaSetup       *setup);

/** ala_cli_links_get_guidance: Returns: (transfer full): the steps for the Jira of the link */
AlaGuidance   *ala_cli_links_get_guidance (AlaSetup      *setup);

/** ala_cli_links_test_place: Whether a secret could be kept at @place; waits for it. */
gboolean       ala_cli_links_test_place  (AlaCliLinks    *self,
                                          AlaSecretPlace  place,
                                          GCancellable   *cancellable,
                                          GError        **error);

/** ala_cli_links_save_secret: Keeps @secret where the link's secrets are, and waits for it. */
gboolean       ala_cli_links_save_secret (AlaCliLinks    *self,
                                          AlaSetup       *setup,
                                          const char     *name,
                                          AlaSecret      *secret,
                                          GCancellable   *cancellable,
                                          GError        **error);

AlaSecret     *ala_cli_links_load_secret (AlaCliLinks    *self,
                                          AlaSetup       *setup,
                                          const char     *name,
                                          GCancellable   *cancellable,
                                          GError        **error);

/** ala_cli_links_clear_secrets: @name: (nullable): which secret of the link to forget, %NULL for every one */
gboolean       ala_cli_links_clear_secrets (AlaCliLinks  *self,
                                            AlaSetup     *setup,
                                            const char   *name,
                                            GError      **error);

/** ala_cli_links_delete: Removes the link, its secrets first. */
gboolean       ala_cli_links_delete      (AlaCliLinks    *self,
                                          AlaSetup       *setup,
                                          GError        **error);

/** ala_cli_links_load_pair: Returns: (transfer full): the key pair of the link; %ALA_PROBLEM_KEY_ELSEWHERE when the product has it */
AlaKeyPair    *ala_cli_links_load_pair   (AlaCliLinks    *self,
                                          AlaSetup       *setup,
                                          GCancellable   *cancellable,
                                          GError        **error);

/** ala_cli_links_load_public_key: Returns: (transfer full): the body of the link's public key, whoever made the pair */
char          *ala_cli_links_load_public_key (AlaCliLinks *self,
                                              AlaSetup    *setup,
                                              GCancellable *cancellable,
                                              GError     **error);

/** ala_cli_links_is_keyless: Returns: whether only the product can sign for the link */
gboolean       ala_cli_links_is_keyless  (AlaSetup       *setup);

/**
 * ala_cli_links_new_client:
 * @with_token: whether it is to have its access token
 *
 * Asks Jira for its time before, so that a clock that is off does not stop the rest. That Jira does not answer is no error
 * here: whatever is asked next will say it.
 *
 * Where the product has the private key, and no token is wanted, a pair that is made for the moment stands in for it.
 *
 * Returns: (transfer full): a client that signs with the secrets of the link
 */
AlaJiraClient *ala_cli_links_new_client  (AlaCliLinks    *self,
                                          AlaSetup       *setup,
                                          gboolean        with_token,
                                          GCancellable   *cancellable,
                                          GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AlaCliLinks, ala_cli_links_close)

G_END_DECLS
