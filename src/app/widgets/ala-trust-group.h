/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ala-setup.h"

G_BEGIN_DECLS

#define ALA_TYPE_TRUST_GROUP (ala_trust_group_get_type ())
G_DECLARE_FINAL_TYPE (AlaTrustGroup, ala_trust_group, ALA, TRUST_GROUP, AdwPreferencesGroup)

/**
 * AlaTrustGroup:
 *
 * Says whom a link trusts besides the system's authorities, and takes the trust back. Invisible while there is nobody.
 *
 * Signals: "changed" when the certificates of the setup became others by the person's wish; "failed" (GError) when a file that was
 * chosen does not help.
 */

void ala_trust_group_set_setup   (AlaTrustGroup *self,
                                  AlaSetup      *setup);

/** ala_trust_group_set_refused: @refused: (nullable): the error that the server's certificate made */
void ala_trust_group_set_refused (AlaTrustGroup *self,
                                  const GError  *refused);

/** ala_trust_group_choose: Lets the person choose a file for the certificate that was refused. */
void ala_trust_group_choose      (AlaTrustGroup *self);

/** ala_trust_group_show_file: Goes on with @file without a dialog to choose it. */
void ala_trust_group_show_file   (AlaTrustGroup *self,
                                  GFile         *file);

G_END_DECLS
