/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-json.h"

#include "ala-cli-output.h"

void
ala_cli_json_add_text (JsonBuilder *builder,
                       const char  *name,
                       const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
ala_cli_json_add_number (JsonBuilder *builder,
                         const char  *name,
                         gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

void
ala_cli_json_add_time (JsonBuilder *builder,
                       const char  *name,
                       gint64       when)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_utc (when) : NULL;

  json_builder_set_member_name (builder, name);
  if (time != NULL)
    {
      g_autofree char *text = g_date_time_format_iso8601 (time);

      json_builder_add_string_value (builder, text);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
}

void
ala_cli_json_add_problem (JsonBuilder  *builder,
                          const GError *error)
{
  AlaProblem problem;

  g_return_if_fail (error != NULL);

  problem = ala_problem_from_error (error);
  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "id", ala_problem_get_id (problem));
  ala_cli_json_add_text (builder, "title", ala_problem_get_title (problem));
  ala_cli_json_add_text (builder, "seen", error->message);
  ala_cli_json_add_text (builder, "cause", ala_problem_get_cause (problem));
  ala_cli_json_add_text (builder, "remedy", ala_problem_get_remedy (problem));
  json_builder_end_object (builder);
}

static void
print (JsonBuilder *builder,
       gboolean     pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  json_generator_set_pretty (generator, pretty);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  /* JSON is UTF-8 whatever the locale, and its control characters are escaped already. */
  line = g_strconcat (text, "\n", NULL);
  ala_cli_print_utf8 (line);
}

void
ala_cli_json_print (JsonBuilder *builder)
{
  print (builder, TRUE);
}

void
ala_cli_json_print_line (JsonBuilder *builder)
{
  print (builder, FALSE);
}

JsonBuilder *
ala_cli_json_new_event (const char *event)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ala_cli_json_add_text (builder, "event", event);
  return builder;
}

void
ala_cli_json_print_event (JsonBuilder *builder)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_end_object (builder);
  ala_cli_json_print_line (builder);
  g_object_unref (builder);
}

void
ala_cli_json_print_problem (const GError *error)
{
  JsonBuilder *builder = ala_cli_json_new_event ("problem");

  json_builder_set_member_name (builder, "problem");
  ala_cli_json_add_problem (builder, error);
  ala_cli_json_print_event (builder);
}
