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

/**
 * AlaPermissionsCheck:
 *
 * "permissions": the user has every permission of the profile, in some project at least: that is what Jira's global answer says
 * (reference/jira-oauth.md section 7). The right to administer Jira is wished for only: without it an administrator has to
 * create the webhooks.
 */
#define ALA_TYPE_PERMISSIONS_CHECK (ala_permissions_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaPermissionsCheck, ala_permissions_check, ALA, PERMISSIONS_CHECK, AlaCheck)

G_END_DECLS
