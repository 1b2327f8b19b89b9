/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-profile.h"

G_BEGIN_DECLS

#define ALA_TYPE_PROFILES (ala_profiles_get_type ())
G_DECLARE_FINAL_TYPE (AlaProfiles, ala_profiles, ALA, PROFILES, GObject)

/**
 * AlaProfiles:
 *
 * All profiles, a #GListModel of #AlaProfile: those that come with the program, then those of the user's data folder
 * (applink-assistant/profiles); a user's profile of the same id takes the place of ours. Never empty.
 */
AlaProfiles     *ala_profiles_new          (void);

/** ala_profiles_find: Returns: (transfer none): the profile of that id, else the first one */
AlaProfile      *ala_profiles_find         (AlaProfiles *self,
                                            const char  *id);

/** ala_profiles_find_known_key: Returns: (nullable) (transfer none): what any of the profiles knows of the key with that fingerprint */
const char      *ala_profiles_find_known_key (AlaProfiles *self,
                                              const char  *fingerprint);

/**
 * ala_profiles_get_errors:
 *
 * Returns: (transfer none) (element-type GError): for each file of the user that was passed over, %ALA_PROBLEM_PROFILE_UNREADABLE
 *   with its name and what is wrong with it
 */
GPtrArray       *ala_profiles_get_errors   (AlaProfiles *self);

/** ala_profiles_dup_folder: Returns: (transfer full): where the user's profiles are looked for */
char            *ala_profiles_dup_folder   (void);

G_END_DECLS
