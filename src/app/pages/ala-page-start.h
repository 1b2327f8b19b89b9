/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_START (ala_page_start_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageStart, ala_page_start, ALA, PAGE_START, AlaPage)

/**
 * AlaPageStart:
 *
 * Where a link begins: a new one, one to practise, or one that was saved. Signals: "open-link" (AlaSetup): a saved one
 * was chosen; "check-link" (AlaSetup): it is only to be checked.
 */

/** ala_page_start_begin: Makes a new link the one that is worked on, and stays here, where the product is chosen. */
void ala_page_start_begin    (AlaPageStart *self);

/** ala_page_start_practise: Begins a link with the practice Jira, and moves on. */
void ala_page_start_practise (AlaPageStart *self);

/**
 * ala_page_start_refuse_check:
 * @setup: a link that was opened only to be checked
 * @error: (nullable): why it could not be opened
 *
 * Says on the page what is missing for a check, and how to go on: who only wants to know whether a link works is told where they
 * asked.
 *
 * Returns: whether something is missing
 */
gboolean   ala_page_start_refuse_check (AlaPageStart *self,
                                        AlaSetup     *setup,
                                        const GError *error);

G_END_DECLS
