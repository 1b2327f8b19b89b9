/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AlaPracticeAuthority:
 *
 * A certificate authority that lives as long as the practice Jira: its key never leaves memory, so no trust outlives it.
 */
typedef struct _AlaPracticeAuthority AlaPracticeAuthority;

/**
 * ala_practice_authority_new:
 * @name: its name, by which clients look for it among those that they trust
 *
 * Returns: (transfer full): a new authority, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
AlaPracticeAuthority *ala_practice_authority_new     (const char            *name,
                                                      GError               **error);
void                  ala_practice_authority_free    (AlaPracticeAuthority  *self);

/** ala_practice_authority_get_pem: Returns: (transfer none): its certificate */
const char           *ala_practice_authority_get_pem (AlaPracticeAuthority  *self);

/**
 * ala_practice_authority_issue:
 * @host: (nullable): a host name, %NULL for this computer (127.0.0.1 and localhost)
 * @begin: its first second, since the epoch
 * @end: its last
 * @weak: whether to sign it with SHA-1, which nobody takes any more
 *
 * Returns: (transfer full): a certificate with its key, or %NULL with %ALA_PROBLEM_PRACTICE_FAILED
 */
GTlsCertificate      *ala_practice_authority_issue   (AlaPracticeAuthority  *self,
                                                      const char            *host,
                                                      gint64                 begin,
                                                      gint64                 end,
                                                      gboolean               weak,
                                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlaPracticeAuthority, ala_practice_authority_free)

G_END_DECLS
