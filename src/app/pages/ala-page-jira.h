/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_JIRA (ala_page_jira_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageJira, ala_page_jira, ALA, PAGE_JIRA, AlaPage)

/**
 * AlaPageJira:
 *
 * Where Jira is and under which name it will know the link; looks whether a Jira answers there.
 */

G_END_DECLS
