/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ala-check.h"

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOKS_CHECK (ala_webhooks_check_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhooksCheck, ala_webhooks_check, ALA, WEBHOOKS_CHECK, AlaCheck)

/**
 * AlaWebhooksCheck:
 *
 * "webhooks": whether Jira tells the product of everything that it wants to hear. What is missing is a warning and never more: the
 * link itself works without. As long as nobody has decided who makes the webhooks, that there are none is no reason to complain;
 * and who is no administrator cannot look, which matters only where the product is to make them with that account's rights.
 */

G_END_DECLS
