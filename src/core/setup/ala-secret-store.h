/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"
#include "ala-secret.h"
#include "ala-setup.h"

G_BEGIN_DECLS

/* The secrets that a link has. */
#define ALA_SECRET_PRIVATE_KEY         "private-key"          /* PKCS#8 PEM */
#define ALA_SECRET_ACCESS_TOKEN        "access-token"
#define ALA_SECRET_ACCESS_TOKEN_SECRET "access-token-secret"

#define ALA_TYPE_SECRET_STORE (ala_secret_store_get_type ())
G_DECLARE_FINAL_TYPE (AlaSecretStore, ala_secret_store, ALA, SECRET_STORE, GObject)

/**
 * AlaSecretStore:
 *
 * Keeps the secrets of the links where each link's "secret-place" says: in the desktop keyring (libsecret), in files of mode 0600, or
 * in memory until the program ends. Never anywhere but where the person said: there is no silent fallback.
 */

/** ala_secret_store_new: @folder: (nullable): for the files; %NULL for applink-assistant/secrets in the user's data folder */
AlaSecretStore *ala_secret_store_new           (GFile                *folder);

/**
 * ala_secret_store_test_async:
 * @place: which place
 *
 * Whether a secret could be kept there: writes a trial value, reads it back and removes it. To be called before anything
 * depends on it. %ALA_PROBLEM_KEYRING_ABSENT, %ALA_PROBLEM_KEYRING_LOCKED, %ALA_PROBLEM_KEYRING_FAILED or
 * %ALA_PROBLEM_SECRET_FILE_FAILED
 */
void            ala_secret_store_test_async    (AlaSecretStore       *self,
                                                AlaSecretPlace        place,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ala_secret_store_test_finish   (AlaSecretStore       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/** ala_secret_store_save_async: Keeps @secret as @name of @setup; an earlier one of that name is replaced. */
void            ala_secret_store_save_async    (AlaSecretStore       *self,
                                                AlaSetup             *setup,
                                                const char           *name,
                                                AlaSecret            *secret,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ala_secret_store_save_finish   (AlaSecretStore       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/** ala_secret_store_load_async: Reads @name of @setup. */
void            ala_secret_store_load_async    (AlaSecretStore       *self,
                                                AlaSetup             *setup,
                                                const char           *name,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/**
 * ala_secret_store_load_finish:
 *
 * Returns: (transfer full): the secret; when there is none %ALA_PROBLEM_SECRETS_MISSING for the private key, and
 *   %ALA_PROBLEM_TOKEN_MISSING for what a new authorization brings back
 */
AlaSecret      *ala_secret_store_load_finish   (AlaSecretStore       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * ala_secret_store_clear_async:
 * @name: (nullable): which secret of @setup to remove, %NULL for every one; that there is none is no error
 *
 * Removes it from wherever the link's "secret-place" says.
 */
void            ala_secret_store_clear_async   (AlaSecretStore       *self,
                                                AlaSetup             *setup,
                                                const char           *name,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ala_secret_store_clear_finish  (AlaSecretStore       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
