/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaTestWire:
 *
 * A server on 127.0.0.1, with threads of its own, that answers to whatever comes with the same bytes and hangs up. For what no web
 * server would say.
 */
typedef struct _AlaTestWire AlaTestWire;

/** ala_test_wire_new: @length: of @answer, -1 when it is a text */
AlaTestWire *ala_test_wire_new      (const char  *answer,
                                     gssize       length);
void         ala_test_wire_free     (AlaTestWire *self);

guint        ala_test_wire_get_port (AlaTestWire *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaTestWire, ala_test_wire_free)

G_END_DECLS
