/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A command does one thing after the other, so it is written in that order: it starts an operation with ala_cli_keep_result() as
 * callback and a variable as its data, then waits for the variable to be filled. The main context turns meanwhile, so signals
 * arrive and cancel the operation.
 */

/** ala_cli_keep_result: A #GAsyncReadyCallback; its data is the address of a #GAsyncResult pointer. */
void ala_cli_keep_result (GObject       *source,
                          GAsyncResult  *result,
                          gpointer       variable);

/** ala_cli_wait: Turns the main context until @variable is filled. */
void ala_cli_wait        (GAsyncResult **variable);

/** ala_cli_wait_telling: The same for what may take long: on a terminal it is told that @text is under way. */
void ala_cli_wait_telling (GAsyncResult **variable,
                           const char    *text);

/** ala_cli_wait_for_cancel: Turns the main context until @cancellable is cancelled. */
void ala_cli_wait_for_cancel (GCancellable *cancellable);

/**
 * ala_cli_wait_limit:
 * @cancellable: (nullable): of the person
 * @seconds: how long, or -1 for ever
 *
 * Returns: (transfer full): a #GCancellable that is cancelled with @cancellable, or when the time is over
 */
GCancellable *ala_cli_wait_limit (GCancellable *cancellable,
                                  int           seconds);

G_END_DECLS
