/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaPermissionsCheck:
 *
 * "permissions": the user has every permission of the profile, in some project at least: that is what Jira's global answer says
 * (reference/jira-oauth.md section 7). The right to administer Jira is needed where the product makes its webhooks by itself, is
 * wished for while nobody has decided, and is not asked for otherwise. A finding for each permission.
 */
#define ALA_TYPE_PERMISSIONS_CHECK (ala_permissions_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaPermissionsCheck, ala_permissions_check, ALA, PERMISSIONS_CHECK, AlaCheck)

G_END_DECLS
