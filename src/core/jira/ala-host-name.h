/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "ala-problem.h"

G_BEGIN_DECLS

/**
 * ala_host_name_normalize:
 * @text: a host as a person typed it, without a port
 * @error: return location
 *
 * Makes the name lower-case and an international one punycode. Refuses what only looks like the name that is meant
 * (reference/zephyr-connection.md section 1.5): letters of two scripts in one label, labels that consist of look-alikes of Latin
 * letters, typographic dashes.
 *
 * Returns: (transfer full): the name or IPv4 literal, or %NULL with %ALA_PROBLEM_ADDRESS_UNREADABLE,
 *   %ALA_PROBLEM_ADDRESS_LOOKALIKE or %ALA_PROBLEM_ADDRESS_UNDERSCORE
 */
char     *ala_host_name_normalize   (const char  *text,
                                     GError     **error);

/**
 * ala_host_name_take_ipv6:
 * @authority: (inout): host and port
 *
 * Takes an IPv6 literal, with or without its brackets, off the front of @authority, in place.
 *
 * Returns: (transfer full) (nullable): the literal in its shortest form, %NULL when @authority is of another kind
 */
char     *ala_host_name_take_ipv6   (char        *authority);

/** ala_host_name_is_loopback: Returns: whether @host, lower-case, is this computer itself */
gboolean  ala_host_name_is_loopback (const char  *host);

G_END_DECLS
