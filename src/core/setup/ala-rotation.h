/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profile.h"
#include "ala-setup-store.h"

G_BEGIN_DECLS

/* A tick of the new link, for ala_setup_set_done(): the product has it, or that was skipped knowingly. */
#define ALA_ROTATION_HANDED_OVER "handed-over"

/**
 * AlaRotationStage:
 * @ALA_ROTATION_NONE: the link replaces no other one
 * @ALA_ROTATION_UNPROVEN: it is not proven to work yet, so nothing of the old one is touched
 * @ALA_ROTATION_NOT_HANDED_OVER: it works, but the product still uses the old one
 * @ALA_ROTATION_READY: the old one can go; Jira was not seen to refuse it
 * @ALA_ROTATION_DEAD: Jira refused the old one; all that is left of it is on this computer
 * @ALA_ROTATION_OVER: the old one is not on this computer any more
 *
 * How far a link has come in replacing another one. Jira changes no key of a link without ending its access, so a new key means a
 * second link beside the first (reference/jira-oauth.md section 4).
 */
typedef enum
{
  ALA_ROTATION_NONE,
  ALA_ROTATION_UNPROVEN,
  ALA_ROTATION_NOT_HANDED_OVER,
  ALA_ROTATION_READY,
  ALA_ROTATION_DEAD,
  ALA_ROTATION_OVER,
} AlaRotationStage;

/**
 * ala_rotation_begin:
 * @old: a link, of which nothing is changed
 *
 * Begins the link that is to replace @old: all that is known of Jira and of the product, a consumer key, a name in Jira and an address there
 * of its own, no key yet.
 *
 * Returns: (transfer full): the new link, which is not in @store before it is saved
 */
AlaSetup         *ala_rotation_begin     (AlaSetupStore *store,
                                          AlaSetup      *old,
                                          AlaProfile    *profile);

/** ala_rotation_get_old: Returns: (nullable) (transfer none): the link that @setup replaces, while it is on this computer */
AlaSetup         *ala_rotation_get_old   (AlaSetupStore *store,
                                          AlaSetup      *setup);

/** ala_rotation_get_new: Returns: (nullable) (transfer none): the link that replaces @setup, the newest if several do */
AlaSetup         *ala_rotation_get_new   (AlaSetupStore *store,
                                          AlaSetup      *setup);

/**
 * ala_rotation_get_stage:
 * @old: (nullable): as ala_rotation_get_old() says
 * @profile: that of @setup
 */
AlaRotationStage  ala_rotation_get_stage (AlaSetup      *setup,
                                          AlaSetup      *old,
                                          AlaProfile    *profile);

/**
 * ala_rotation_is_proven:
 *
 * Returns: whether a signed request of @setup was answered and no check failed. Of a link for which only the product can sign, whether
 *   Jira knows it: that is all that can be seen.
 */
gboolean          ala_rotation_is_proven (AlaSetup      *setup);

/** ala_rotation_has_other_user: Returns: whether both are authorized, and for different users */
gboolean          ala_rotation_has_other_user (AlaSetup *setup,
                                               AlaSetup *old);

/**
 * ala_rotation_dup_handover_note:
 *
 * Returns: (transfer full): translated: what to do with the connection that the product has by the old link
 */
char             *ala_rotation_dup_handover_note (AlaSetup   *old,
                                                  AlaProfile *profile);

G_END_DECLS
