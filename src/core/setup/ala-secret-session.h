/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"
#include "ala-secret.h"

G_BEGIN_DECLS

/** AlaSecretSession: Secrets in memory, for an #AlaSecretStore: they are gone when the program ends. */
typedef struct _AlaSecretSession AlaSecretSession;

AlaSecretSession *ala_secret_session_new   (void);
void              ala_secret_session_free  (AlaSecretSession  *self);

/** ala_secret_session_save: Keeps @secret as @name of @link; an earlier one of that name is replaced. */
void              ala_secret_session_save  (AlaSecretSession  *self,
                                            const char        *link,
                                            const char        *name,
                                            AlaSecret         *secret);

/** ala_secret_session_load: Returns: (transfer full): the secret, or %NULL with %ALA_PROBLEM_SECRETS_MISSING */
AlaSecret        *ala_secret_session_load  (AlaSecretSession  *self,
                                            const char        *link,
                                            const char        *name,
                                            GError           **error);

/** ala_secret_session_clear: @name: (nullable): which secret of @link to remove, %NULL for every one */
void              ala_secret_session_clear (AlaSecretSession  *self,
                                            const char        *link,
                                            const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaSecretSession, ala_secret_session_free)

G_END_DECLS
