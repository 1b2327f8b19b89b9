/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-problem.h"

G_BEGIN_DECLS

/* The address to which a webhook leads: another program's, so nothing in it is guessed or mended but white space around it. */

/**
 * ala_webhook_address_normalize:
 * @text: what a person entered
 *
 * Returns: (transfer full): the address, with its path, query and Jira's variables ("${issue.id}") as they are, or %NULL with
 *   %ALA_PROBLEM_WEBHOOK_ADDRESS
 */
char     *ala_webhook_address_normalize  (const char  *text,
                                          GError     **error);

/** ala_webhook_address_dup_host: Returns: (transfer full): the host in lower case, "" when @address has none */
char     *ala_webhook_address_dup_host   (const char  *address);

/** ala_webhook_address_dup_shown: Returns: (transfer full): @address as far as the host: the rest of a stranger's may be a secret */
char     *ala_webhook_address_dup_shown  (const char  *address);

/** ala_webhook_address_equal: Returns: whether both lead to the same place: letter case of the host, the scheme's own port and a slash
 * at the end make no difference */
gboolean  ala_webhook_address_equal      (const char  *one,
                                          const char  *other);

/**
 * ala_webhook_address_is_private:
 *
 * Returns: whether the host is one that only its own network knows, so that Jira Cloud cannot reach it: this computer, a private
 *   range, a name without a dot, or one below a domain that is kept for such use. A public name may lead there all the same.
 */
gboolean  ala_webhook_address_is_private (const char  *address);

/**
 * ala_webhook_address_check_reach:
 * @from_cloud: whether it is Jira Cloud that is to send there
 *
 * Returns: whether Jira may be able to reach @address as far as its looks tell; otherwise %ALA_PROBLEM_WEBHOOK_ADDRESS_PRIVATE
 */
gboolean  ala_webhook_address_check_reach (const char *address,
                                           gboolean    from_cloud,
                                           GError    **error);

G_END_DECLS
