/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaIdentityCheck:
 *
 * "identity": a signed request is answered for a user with a name, and that user is active. The name goes into the setup.
 */
#define ALA_TYPE_IDENTITY_CHECK (ala_identity_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaIdentityCheck, ala_identity_check, ALA, IDENTITY_CHECK, AlaCheck)

G_END_DECLS
