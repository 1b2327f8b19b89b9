/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-page.h"

G_BEGIN_DECLS

#define ALA_TYPE_PAGE_WEBHOOKS (ala_page_webhooks_get_type ())
G_DECLARE_FINAL_TYPE (AlaPageWebhooks, ala_page_webhooks, ALA, PAGE_WEBHOOKS, AlaPage)

/**
 * AlaPageWebhooks:
 *
 * Who makes the webhooks by which Jira tells the product of changes, and what of them is there. With the right the webhook can be made
 * or completed here, after a look at exactly what is sent; without it everything is laid out to be copied or handed on. Complete as
 * soon as it is decided.
 */

G_END_DECLS
