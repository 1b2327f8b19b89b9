/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-json.h"

#include "ala-practice-template.h"

void
ala_practice_json_add_string (JsonBuilder *builder,
                              const char  *name,
                              const char  *value)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
ala_practice_json_add_int (JsonBuilder *builder,
                           const char  *name,
                           gint64       value)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
ala_practice_json_add_boolean (JsonBuilder *builder,
                               const char  *name,
                               gboolean     value)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
ala_practice_json_reply_sample (AlaPracticeExchange *exchange,
                                const char          *file)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);

  ala_practice_exchange_reply (exchange, 200, "application/json;charset=UTF-8",
                               ala_practice_template_render (file, "&base", base_url, NULL));
}

JsonNode *
ala_practice_json_load_sample (AlaPracticeExchange *exchange,
                               const char          *file)
{
  g_autofree char *base_url = ala_practice_state_dup_base_url (exchange->state);
  g_autofree char *text = ala_practice_template_render (file, "&base", base_url, NULL);
  JsonNode *node = json_from_string (text, NULL);

  g_assert (node != NULL);

  return node;
}
