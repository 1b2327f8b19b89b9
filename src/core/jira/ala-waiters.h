/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaWaiters:
 *
 * Tasks that wait for one common outcome. Each may be cancelled by itself and is then told at once, from the main loop.
 */
typedef struct _AlaWaiters AlaWaiters;

/**
 * ala_waiters_new:
 * @forsaken: called when the last one has been cancelled, before it is told: nobody wants the outcome any more
 */
AlaWaiters *ala_waiters_new      (GDestroyNotify   forsaken,
                                  gpointer         user_data);

/** ala_waiters_free: None must be left. */
void        ala_waiters_free     (AlaWaiters      *self);

void        ala_waiters_add      (AlaWaiters      *self,
                                  GTask           *task);
gboolean    ala_waiters_is_empty (AlaWaiters      *self);

/** ala_waiters_take: Returns: (transfer full) (nullable): the first one, to be told by the caller */
GTask      *ala_waiters_take     (AlaWaiters      *self);

/** ala_waiters_finish: Tells all that it succeeded, or that it failed by @error (nullable). Those that come meanwhile wait on. */
void        ala_waiters_finish   (AlaWaiters      *self,
                                  const GError    *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaWaiters, ala_waiters_free)

G_END_DECLS
