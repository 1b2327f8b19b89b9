/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-setup-store.h"

G_BEGIN_DECLS

/**
 * ala_setup_duplicate:
 * @self: a link, which stays as it is
 *
 * Begins another link like @self, with an id of its own. It takes what was entered and found, for nobody to enter it again:
 * product, Jira's address and what the probe found there, certificates, the product's address, projects, issue type, the
 * webhooks' address, and the place for secrets. It takes nothing that was proven, nothing that was ticked, no key and no secret,
 * and neither consumer key nor name, since a second link needs others: ala_setup_store_duplicate() finds some.
 *
 * Returns: (transfer full): the new link, which is saved nowhere yet
 */
AlaSetup *ala_setup_duplicate                   (AlaSetup      *self);

/**
 * ala_setup_store_dup_free_consumer_key:
 * @self: the links to look at, of which @setup may be one
 * @setup: the link whose consumer key is taken for a pattern
 *
 * Jira knows a consumer key only once. Counts on from that of @setup ("zephyr-enterprise-2") until no link in @self to the same
 * Jira has it; upper and lower case are not told apart. The result passes ala_consumer_key_check(). What others than this program
 * entered in Jira cannot be seen from here.
 *
 * Returns: (transfer full): a consumer key that @setup does not have either; "" when it has none yet
 */
char     *ala_setup_store_dup_free_consumer_key (AlaSetupStore *self,
                                                 AlaSetup      *setup);

/**
 * ala_setup_store_dup_free_name:
 *
 * Returns: (transfer full): the name of @setup, counted on ("Test 2") until no link in @self has it; "" when it has none
 */
char     *ala_setup_store_dup_free_name         (AlaSetupStore *self,
                                                 AlaSetup      *setup);

/**
 * ala_setup_store_duplicate:
 *
 * ala_setup_duplicate() with a free consumer key and a free name.
 *
 * Returns: (transfer full): the new link, which is not in @self before it is saved
 */
AlaSetup *ala_setup_store_duplicate             (AlaSetupStore *self,
                                                 AlaSetup      *setup);

G_END_DECLS
