/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ala-practice-exchange.h"

G_BEGIN_DECLS

void      ala_practice_json_add_string   (JsonBuilder         *builder,
                                          const char          *name,
                                          const char          *value);
void      ala_practice_json_add_int      (JsonBuilder         *builder,
                                          const char          *name,
                                          gint64               value);
void      ala_practice_json_add_boolean  (JsonBuilder         *builder,
                                          const char          *name,
                                          gboolean             value);

/* Samples are files of data/practice that never change but for Jira's own address in them. */
void      ala_practice_json_reply_sample (AlaPracticeExchange *exchange,
                                          const char          *file);

/** ala_practice_json_load_sample: Returns: (transfer full): the sample */
JsonNode *ala_practice_json_load_sample  (AlaPracticeExchange *exchange,
                                          const char          *file);

G_END_DECLS
