/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ala-problem.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/** How long, in milliseconds, a keyring may take to answer at all before it counts as broken. */
#define ALA_SECRET_KEYRING_PATIENCE 30000

#define ALA_TYPE_SECRET_KEYRING (ala_secret_keyring_get_type ())
G_DECLARE_FINAL_TYPE (AlaSecretKeyring, ala_secret_keyring, ALA, SECRET_KEYRING, GObject)

/**
 * AlaSecretKeyring:
 *
 * Secrets in the desktop's keyring by libsecret, for an #AlaSecretStore. Each has the attributes "link" and "name".
 *
 * Every operation first asks for the keyring to be unlocked, which may show a dialog of the desktop: a locked keyring hides
 * what is in it, so a secret that was not found would be taken for lost. Errors are %ALA_PROBLEM_KEYRING_ABSENT,
 * %ALA_PROBLEM_KEYRING_LOCKED and %ALA_PROBLEM_KEYRING_FAILED.
 */

/** ala_secret_keyring_new: @patience: milliseconds, usually %ALA_SECRET_KEYRING_PATIENCE */
AlaSecretKeyring *ala_secret_keyring_new          (guint                 patience);

/** ala_secret_keyring_was_reached: Returns: whether some operation has found a keyring; until then nothing was kept anywhere */
gboolean          ala_secret_keyring_was_reached  (AlaSecretKeyring     *self);

/** ala_secret_keyring_save_async: @label: how the keyring's own program shows the secret */
void              ala_secret_keyring_save_async   (AlaSecretKeyring     *self,
                                                   const char           *link,
                                                   const char           *name,
                                                   const char           *label,
                                                   AlaSecret            *secret,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean          ala_secret_keyring_save_finish  (AlaSecretKeyring     *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

void              ala_secret_keyring_load_async   (AlaSecretKeyring     *self,
                                                   const char           *link,
                                                   const char           *name,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/** ala_secret_keyring_load_finish: Returns: (transfer full): the secret; also %ALA_PROBLEM_SECRETS_MISSING */
AlaSecret        *ala_secret_keyring_load_finish  (AlaSecretKeyring     *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * ala_secret_keyring_clear_async:
 * @name: (nullable): which secret of @link to remove, %NULL for every one; that there is none is no error
 */
void              ala_secret_keyring_clear_async  (AlaSecretKeyring     *self,
                                                   const char           *link,
                                                   const char           *name,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean          ala_secret_keyring_clear_finish (AlaSecretKeyring     *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
