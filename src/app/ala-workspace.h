/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-authorization.h"
#include "ala-check-runner.h"
#include "ala-profiles.h"
#include "ala-public-key.h"
#include "ala-secret-store.h"
#include "ala-setup-store.h"

G_BEGIN_DECLS

#define ALA_TYPE_WORKSPACE (ala_workspace_get_type ())
G_DECLARE_FINAL_TYPE (AlaWorkspace, ala_workspace, ALA, WORKSPACE, GObject)

/**
 * AlaWorkspace:
 *
 * What the pages of one window work on together: the setup of the link, its key pair and tokens in memory, and the stores that
 * keep them. Pages read values from the setup and from here; nothing is handed from page to page.
 *
 * Properties, all notified:
 * - "setup" (read-only): never %NULL
 * - "profile" (read-only): the profile of the setup
 * - "key-pair" (nullable, read-only): the pair, as soon as it is made or loaded
 * - "key-safe" (read-only): whether the private key of "key-pair" is where the setup says, so that its public key may be copied
 * - "rehearsal" (read-only): whether the link is one to practise: it is not saved, and its secrets end with the program
 */
AlaWorkspace     *ala_workspace_new               (AlaSetupStore        *setups,
                                                   AlaSecretStore       *secrets,
                                                   AlaProfiles          *profiles,
                                                   AlaHttpSession       *session);

AlaSetup         *ala_workspace_get_setup         (AlaWorkspace         *self);
AlaProfile       *ala_workspace_get_profile       (AlaWorkspace         *self);
AlaProfiles      *ala_workspace_get_profiles      (AlaWorkspace         *self);
AlaSetupStore    *ala_workspace_get_setups        (AlaWorkspace         *self);
AlaSecretStore   *ala_workspace_get_secrets       (AlaWorkspace         *self);
AlaHttpSession   *ala_workspace_get_session       (AlaWorkspace         *self);
AlaCheckRunner   *ala_workspace_get_checks        (AlaWorkspace         *self); /* as they ran last, for whatever token that was */
AlaKeyPair       *ala_workspace_get_key_pair      (AlaWorkspace         *self);
gboolean          ala_workspace_is_key_safe       (AlaWorkspace         *self);
gboolean          ala_workspace_is_rehearsal      (AlaWorkspace         *self);

/** ala_workspace_get_access_token: Returns: (nullable) (transfer none): the access token, once there is one */
AlaSecret        *ala_workspace_get_access_token  (AlaWorkspace         *self);
AlaSecret        *ala_workspace_get_access_token_secret (AlaWorkspace   *self);

/**
 * ala_workspace_begin:
 * @profile: the id of a profile
 * @rehearsal_url: (nullable): the address of a Jira to practise with
 *
 * Starts a new link. Its key pair is the one made ahead, or the next one.
 */
void              ala_workspace_begin             (AlaWorkspace         *self,
                                                   const char           *profile,
                                                   const char           *rehearsal_url);

/**
 * ala_workspace_begin_renewal:
 * @old: a saved link, which stays as it is
 *
 * Starts the link that is to come in place of @old, as ala_rotation_begin() does, with a key pair of its own. Like any new link it is saved as
 * soon as its private key is.
 */
void              ala_workspace_begin_renewal     (AlaWorkspace         *self,
                                                   AlaSetup             *old);

/**
 * ala_workspace_begin_like:
 * @setup: a saved link, which stays as it is
 *
 * Starts a new link that takes over from @setup what ala_setup_store_duplicate() does, with a key pair of its own. Like any new link it is
 * saved as soon as its private key is.
 */
void              ala_workspace_begin_like        (AlaWorkspace         *self,
                                                   AlaSetup             *setup);

/**
 * ala_workspace_open_async:
 *
 * Goes on with a saved link: loads its private key and tokens. Succeeds when the key is there; a missing token is no failure, it
 * sends the person to the authorization again. %ALA_PROBLEM_SECRETS_MISSING leaves the setup open without a key.
 */
void              ala_workspace_open_async        (AlaWorkspace         *self,
                                                   AlaSetup             *setup,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean          ala_workspace_open_finish       (AlaWorkspace         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * ala_workspace_make_key:
 * @bits: the size
 *
 * Makes a key pair in the background; "key-pair" is notified when it is there. A pair of that size that was made ahead is used at
 * once. Errors come as the "key-failed" signal (GError).
 */
void              ala_workspace_make_key          (AlaWorkspace         *self,
                                                   guint                 bits);

/** ala_workspace_is_making_key: Returns: whether a pair is being made right now */
gboolean          ala_workspace_is_making_key     (AlaWorkspace         *self);

/**
 * ala_workspace_is_keyless:
 *
 * Returns: whether the product has a key pair of its own, so that nobody here can sign for it. Then "key-pair" is one that stands in, for
 *   seeing how far the link has got; nothing of it is shown or kept. "key-safe" says whether the product's public key is known.
 */
gboolean          ala_workspace_is_keyless        (AlaWorkspace         *self);

/** ala_workspace_adopt_public_key: @key: (nullable): Takes the public key of such a product, or gives it up. */
void              ala_workspace_adopt_public_key  (AlaWorkspace         *self,
                                                   AlaPublicKey         *key);

/** ala_workspace_dup_public_key: Returns: (transfer full): the body of the link's public key; "" while there is none */
char             *ala_workspace_dup_public_key    (AlaWorkspace         *self);

/** ala_workspace_adopt_key: Takes a pair that the person brought. */
void              ala_workspace_adopt_key         (AlaWorkspace         *self,
                                                   AlaKeyPair           *pair);

/** ala_workspace_forget_key_copies: The pair is to be replaced: takes back the ticks of what was copied of it. */
void              ala_workspace_forget_key_copies (AlaWorkspace         *self);

/** ala_workspace_keep_key_async: Stores the private key where the setup says, and saves the setup. */
void              ala_workspace_keep_key_async    (AlaWorkspace         *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean          ala_workspace_keep_key_finish   (AlaWorkspace         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/** ala_workspace_keep_token_async: Stores an access token, notes its end date, and saves the setup. */
void              ala_workspace_keep_token_async  (AlaWorkspace         *self,
                                                   AlaAccessToken       *token,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean          ala_workspace_keep_token_finish (AlaWorkspace         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/** ala_workspace_forget_token: Drops the access token from memory, so that the authorization begins anew; a new one replaces it in the store. */
void              ala_workspace_forget_token      (AlaWorkspace         *self);

/**
 * ala_workspace_dup_client:
 *
 * Returns: (transfer full) (nullable): a client for address, consumer key, pair and token as they are now; %NULL while one is
 *   missing
 */
AlaJiraClient    *ala_workspace_dup_client        (AlaWorkspace         *self);

/**
 * ala_workspace_get_authorization:
 *
 * Returns: (transfer none) (nullable): the token dance of the link as it is now; kept between pages, so that the request token
 *   that proved the link is the one that is authorized
 */
AlaAuthorization *ala_workspace_get_authorization (AlaWorkspace         *self);

/** ala_workspace_set_in_browser: Notes whether the person is at work in the browser, and expects the link's next page of Jira there. */
void              ala_workspace_set_in_browser    (AlaWorkspace         *self,
                                                   gboolean              in_browser);

/** ala_workspace_take_in_browser: Returns: whether that was noted of the link that is worked on; true once */
gboolean          ala_workspace_take_in_browser   (AlaWorkspace         *self);

/** ala_workspace_reset_link: As ala_setup_reset_link(), for another address or consumer key: the key pair stays, and that it was copied. */
void              ala_workspace_reset_link        (AlaWorkspace         *self);

/** ala_workspace_save: Writes the setup, unless this is a rehearsal. Failures come as the "save-failed" signal (GError). */
void              ala_workspace_save              (AlaWorkspace         *self);

G_END_DECLS
