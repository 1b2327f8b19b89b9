/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_CHECKS (ala_page_checks_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageChecks, ala_page_checks, ALA, PAGE_CHECKS, AlaPage)

/**
 * AlaPageChecks:
 *
 * All checks of the finished link at once, each with its verdict.
 */

/** ala_page_checks_set_alone: Whether the link was opened only to be checked: then there are ways on without the rest of the steps. */
void ala_page_checks_set_alone (AlaPageChecks *self,
                                gboolean       alone);

G_END_DECLS
