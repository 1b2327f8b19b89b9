/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_LINK (ala_page_link_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageLink, ala_page_link, ALA, PAGE_LINK, AlaPage)

/**
 * AlaPageLink:
 *
 * The steps in Jira's own screens, with every value to paste, while the page watches whether Jira knows the link already.
 */

G_END_DECLS
