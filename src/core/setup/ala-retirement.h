/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-http-session.h"
#include "ala-secret-store.h"
#include "ala-setup-store.h"

G_BEGIN_DECLS

/**
 * ala_retirement_look_async:
 * @setup: a link that replaces @old
 * @old: the link that is to be retired; nothing of it is changed
 * @secrets: where its secrets are
 * @session: a connection that trusts what @old trusts
 *
 * Looks whether Jira still lets anybody in by @old: ala_link_end_prove_async() with its own key pair and token. Where the pair is missing,
 * or only the product has it, another one stands in, since Jira looks for the consumer key first.
 */
void     ala_retirement_look_async    (AlaSetup             *setup,
                                       AlaSetup             *old,
                                       AlaSecretStore       *secrets,
                                       AlaHttpSession       *session,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * ala_retirement_look_finish:
 *
 * Returns: whether Jira refused it, which is noted in @setup as "old-refused" for the caller to save; otherwise %FALSE and the error says why
 *   not, and what was noted before is taken back if it works again
 */
gboolean ala_retirement_look_finish   (GAsyncResult         *result,
                                       GError              **error);

/**
 * ala_retirement_delete_async:
 * @old: a link on this computer
 *
 * Deletes it here: first its secrets, wherever they are, then its file. Where the secrets cannot be removed the link stays, so that they
 * are not forgotten.
 */
void     ala_retirement_delete_async  (AlaSetup             *old,
                                       AlaSecretStore       *secrets,
                                       AlaSetupStore        *setups,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean ala_retirement_delete_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
