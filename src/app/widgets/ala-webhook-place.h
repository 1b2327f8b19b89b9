/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ALA_TYPE_WEBHOOK_PLACE (ala_webhook_place_get_type ())
G_DECLARE_FINAL_TYPE (AlaWebhookPlace, ala_webhook_place, ALA, WEBHOOK_PLACE, AdwPreferencesGroup)

/**
 * AlaWebhookPlace:
 *
 * Asks where Jira is to send to. A known address is offered beside the words for whom it is right, and taken only when it is asked for.
 *
 * Signal: "changed": the person entered something else.
 */

/**
 * ala_webhook_place_fill:
 * @address: what was entered before, or ""
 * @known: an address to offer, or ""
 * @note: where @known is the right one
 * @from_cloud: whether it is Jira Cloud that is to send
 */
void        ala_webhook_place_fill        (AlaWebhookPlace *self,
                                           const char      *address,
                                           const char      *known,
                                           const char      *note,
                                           gboolean         from_cloud);

/** ala_webhook_place_get_address: Returns: (transfer none): the address, "" while what stands there is none */
const char *ala_webhook_place_get_address (AlaWebhookPlace *self);

G_END_DECLS
