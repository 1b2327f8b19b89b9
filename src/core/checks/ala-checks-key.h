/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaKeyCheck:
 *
 * "key": the key that signs has a size that is safe and that Jira is known to take. Below 2048 bits it warns, with the advice of
 * the profile. Asks nobody.
 */
#define ALA_TYPE_KEY_CHECK (ala_key_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaKeyCheck, ala_key_check, ALA, KEY_CHECK, AlaCheck)

/**
 * AlaTokenCheck:
 *
 * "token": the access token lasts, by the end that Jira gave when it issued it (reference/jira-oauth.md section 1, five years).
 * Whether Jira still takes it is the matter of #AlaIdentityCheck. Asks nobody.
 */
#define ALA_TYPE_TOKEN_CHECK (ala_token_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaTokenCheck, ala_token_check, ALA, TOKEN_CHECK, AlaCheck)

G_END_DECLS
