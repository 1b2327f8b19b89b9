/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

#define ALA_TYPE_CHECK_RUNNER (ala_check_runner_get_type ())
G_DECLARE_FINAL_TYPE (AlaCheckRunner, ala_check_runner, ALA, CHECK_RUNNER, GObject)

/**
 * AlaCheckRunner:
 *
 * Runs checks: everything that needs nothing at once, the rest as soon as what it needs has passed; what it needs failed means
 * skipped. A #GListModel of #AlaCheck in the order in which they are shown. One failing check never stops or hides another.
 */
AlaCheckRunner *ala_check_runner_new         (void); /* with every check of the registry */

/** ala_check_runner_get_verdict: Returns: the worst state of all */
AlaCheckState   ala_check_runner_get_verdict (AlaCheckRunner       *self);

/**
 * ala_check_runner_run_async:
 * @client: with its access token
 * @only: (nullable): the id of one check to run again, with those that need it; %NULL for all
 */
void            ala_check_runner_run_async   (AlaCheckRunner       *self,
                                              AlaJiraClient        *client,
                                              AlaSetup             *setup,
                                              AlaProfile           *profile,
                                              const char           *only,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/** ala_check_runner_run_finish: Returns: whether all ran to their end; %FALSE only when cancelled */
gboolean        ala_check_runner_run_finish  (AlaCheckRunner       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
