/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one name that it knows: as an address of this computer. */
#define ALA_TEST_RESOLVER_HOST "jira.example.com"

/** ala_test_resolver_install: From now on this program resolves names without asking the network. */
void ala_test_resolver_install (void);

G_END_DECLS
