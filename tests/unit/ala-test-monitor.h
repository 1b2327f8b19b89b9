/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ala_test_monitor_install: Before anything asks GIO about the network: from now on it is there, whatever the machine has. */
void ala_test_monitor_install       (void);

/** ala_test_monitor_set_available: Takes the network away, or gives it back. */
void ala_test_monitor_set_available (gboolean available);

G_END_DECLS
