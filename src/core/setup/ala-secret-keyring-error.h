/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * ala_secret_keyring_error_new:
 * @cause: an error of libsecret, of GDBus or of GIO
 * @reached: whether the keyring had answered before
 *
 * Returns: (transfer full): %ALA_PROBLEM_KEYRING_ABSENT, %ALA_PROBLEM_KEYRING_LOCKED or %ALA_PROBLEM_KEYRING_FAILED
 */
GError *ala_secret_keyring_error_new (const GError *cause,
                                      gboolean      reached);

G_END_DECLS
