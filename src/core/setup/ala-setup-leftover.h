/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup.h"

G_BEGIN_DECLS

/**
 * AlaLeftover:
 * @ALA_LEFTOVER_LINK: the application link, which an administrator deletes; the tokens end with it
 *   (reference/jira-oauth.md section 1, revocation)
 * @ALA_LEFTOVER_TOKEN: the access that a user allowed, which that user alone sees and revokes
 *
 * What stays in Jira when a link is deleted on this computer.
 */
typedef enum
{
  ALA_LEFTOVER_LINK,
  ALA_LEFTOVER_TOKEN,
} AlaLeftover;

#define ALA_N_LEFTOVERS 2

/**
 * ala_setup_leaves:
 *
 * Returns: whether @what is, or may be, in the Jira of @self. A link may be there as soon as the person was shown how to enter it.
 *   What the product asked for itself, with a key pair of its own, cannot be seen from here.
 */
gboolean  ala_setup_leaves                (AlaSetup    *self,
                                           AlaLeftover  what);

/**
 * ala_setup_dup_leftover_address:
 *
 * Returns: (transfer full): the address of the page in Jira on which @what is taken away; "" when nothing is left
 */
char     *ala_setup_dup_leftover_address  (AlaSetup    *self,
                                           AlaLeftover  what);

/**
 * ala_setup_dup_leftover_text:
 *
 * Returns: (transfer full): translated: what is left, and who takes it away how; "" when nothing is left
 */
char     *ala_setup_dup_leftover_text     (AlaSetup    *self,
                                           AlaLeftover  what);

G_END_DECLS
