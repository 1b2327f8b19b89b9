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
 * Runs checks: everything that needs nothing at once, the rest as soon as what it needs has passed, and in the end what looks at
 * the whole run; what it needs failed means skipped. A #GListModel of #AlaCheck in the order in which they are shown. One failing check never stops or hides another.
 */
AlaCheckRunner *ala_check_runner_new         (void); /* with every check of the registry */

/** ala_check_runner_new_with: @checks: (element-type AlaCheck): the checks to run, in the order in which they are shown */
AlaCheckRunner *ala_check_runner_new_with    (GPtrArray            *checks);

/** ala_check_runner_find: Returns: (nullable) (transfer none): the check of that id */
AlaCheck       *ala_check_runner_find        (AlaCheckRunner       *self,
                                              const char           *id);

/**
 * ala_check_runner_get_verdict:
 *
 * Returns: the worst state of all; but while a check waits or runs, a pass of the others proves nothing yet: then it is that
 *   check's state, unless another one has already ended worse
 */
AlaCheckState   ala_check_runner_get_verdict (AlaCheckRunner       *self);

/** ala_check_runner_get_elapsed: Returns: microseconds that the last run took, 0 before the first one has ended */
gint64          ala_check_runner_get_elapsed (AlaCheckRunner      *self);

/**
 * ala_check_runner_run_async:
 * @client: with its access token
 * @only: (nullable): ids of checks to run, %NULL-terminated, with what they need as far as that has not passed, and again those
 *   that were run before and need one of them; %NULL for all
 *
 * Writes "checked" and "verdict" of @setup when all have ended and the verdict is settled: by one check alone only if it is bad.
 * A new run may be started as soon as the one before was cancelled, also before that one's callback has come.
 */
void            ala_check_runner_run_async   (AlaCheckRunner       *self,
                                              AlaJiraClient        *client,
                                              AlaSetup             *setup,
                                              AlaProfile           *profile,
                                              const char * const   *only,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/**
 * ala_check_runner_run_finish:
 *
 * Returns: whether all ran to their end; %FALSE only with %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_PENDING when another run was
 *   under way
 */
gboolean        ala_check_runner_run_finish  (AlaCheckRunner       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
