/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_HANDOVER (ala_page_handover_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageHandover, ala_page_handover, ALA, PAGE_HANDOVER, AlaPage)

/**
 * AlaPageHandover:
 *
 * Every field of the product's own dialog, in its order, ready to be copied.
 */

G_END_DECLS
