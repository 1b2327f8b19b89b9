/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * AlaHttpStop: what ends one request before its time: the caller's cancellable, a deadline, or the session itself.
 */
typedef struct _AlaHttpStop AlaHttpStop;

/**
 * ala_http_stop_new:
 * @caller: (nullable): stops when it is cancelled
 * @milliseconds: stops when this much time has gone by
 *
 * Watches in the thread-default main context.
 */
AlaHttpStop  *ala_http_stop_new             (GCancellable *caller,
                                             guint         milliseconds);
void          ala_http_stop_free            (AlaHttpStop  *self);

/** ala_http_stop_get_cancellable: Returns: (transfer none): what the request has to obey */
GCancellable *ala_http_stop_get_cancellable (AlaHttpStop  *self);

/** ala_http_stop_now: Stops at once. */
void          ala_http_stop_now             (AlaHttpStop  *self);

/** ala_http_stop_give_up: Stops at once, as if the time had gone by. */
void          ala_http_stop_give_up         (AlaHttpStop  *self);

/** ala_http_stop_release: The request has ended: nothing stops it any more. */
void          ala_http_stop_release         (AlaHttpStop  *self);

/** ala_http_stop_was_too_late: Returns: whether the deadline was what stopped it, or it was given up */
gboolean      ala_http_stop_was_too_late    (AlaHttpStop  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaHttpStop, ala_http_stop_free)

G_END_DECLS
