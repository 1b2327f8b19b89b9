/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profile.h"

G_BEGIN_DECLS

/*
 * What has to be another one where a Jira has a link of the same product already, by "number" of the setup. Whether Jira takes two links
 * with one name or with one address is not known for every version, so neither is ever asked of it.
 */

/** ala_second_link_dup_name: Returns: (transfer full): the name of the application in Jira: the profile's, with the number behind it, or the consumer key */
char  *ala_second_link_dup_name   (AlaSetup   *setup,
                                   AlaProfile *profile);

/** ala_second_link_dup_url: Returns: (transfer full): @url, with the number as one more parameter of its query */
char  *ala_second_link_dup_url    (AlaSetup   *setup,
                                   const char *url);

/**
 * ala_second_link_list_notes:
 *
 * Returns: (transfer full): translated: what is to be known before the steps in Jira: what the profile says, and why name and address are
 *   not the usual ones
 */
GStrv  ala_second_link_list_notes (AlaSetup   *setup,
                                   AlaProfile *profile);

G_END_DECLS
