/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ala_webhook_event_get_label: Returns: (transfer none): translated: what an event is, as on Jira's form; @event itself when not known */
const char *ala_webhook_event_get_label   (const char        *event);

/** ala_webhook_event_is_filtered: Returns: whether a JQL filter narrows @event: it does so for what happens to issues only */
gboolean    ala_webhook_event_is_filtered (const char        *event);

/** ala_webhook_event_dup_list: Returns: (transfer full): the labels of @events in a line */
char       *ala_webhook_event_dup_list    (const char *const *events);

G_END_DECLS
