/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaTestWire:
 *
 * A server on 127.0.0.1, with threads of its own, that answers to whatever comes with the same bytes and hangs up, or never
 * ends. For what no web server would say.
 */
typedef struct _AlaTestWire AlaTestWire;

/** ala_test_wire_new: @length: of @answer, -1 when it is a text */
AlaTestWire *ala_test_wire_new         (const char  *answer,
                                        gssize       length);

/** ala_test_wire_new_endless: After @answer it sends @again for as long as somebody reads. */
AlaTestWire *ala_test_wire_new_endless (const char  *answer,
                                        gssize       length,
                                        const char  *again,
                                        gssize       again_length);
void         ala_test_wire_free        (AlaTestWire *self);

guint        ala_test_wire_get_port    (AlaTestWire *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaTestWire, ala_test_wire_free)

G_END_DECLS
