/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

/**
 * AlaProductCheck:
 *
 * "product": at the address of the product a page answers that can be its login form, and it answers at that very address: the
 * one that stands in Jira's application link, with the end that the product has ("/flex"). Asked as anybody's browser would,
 * without a signature and over connections of its own. It never fails: the product may be out of reach of this computer, and the
 * link in Jira works all the same.
 */
#define ALA_TYPE_PRODUCT_CHECK (ala_product_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaProductCheck, ala_product_check, ALA, PRODUCT_CHECK, AlaCheck)

G_END_DECLS
