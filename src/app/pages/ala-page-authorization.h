/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_AUTHORIZATION (ala_page_authorization_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageAuthorization, ala_page_authorization, ALA, PAGE_AUTHORIZATION, AlaPage)

/**
 * AlaPageAuthorization:
 *
 * The browser, and the three ways in which its answer is caught.
 */

G_END_DECLS
