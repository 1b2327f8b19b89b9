/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * ala_check_registry_dup_checks:
 *
 * Returns: (transfer full) (element-type AlaCheck): every check that there is, new, in the order in which they are shown; what one of
 *   them needs stands before it
 */
GPtrArray *ala_check_registry_dup_checks (void);

G_END_DECLS
