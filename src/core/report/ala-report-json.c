/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-json.h"

#include <json-glib/json-glib.h>

#include "ala-report-members.h"
#include "ala-report-private.h"
#include "ala-report-words.h"

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_time (JsonBuilder *builder,
          gint64       when)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_utc (when) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_member (JsonBuilder           *builder,
            AlaReport             *self,
            const AlaReportMember *member)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (self), member->property, &value);
  json_builder_set_member_name (builder, member->name);
  switch (member->kind)
    {
    case ALA_REPORT_MEMBER_TEXT:
      json_builder_add_string_value (builder, g_value_get_string (&value));
      break;
    case ALA_REPORT_MEMBER_TIME:
      add_time (builder, g_value_get_int64 (&value));
      break;
    case ALA_REPORT_MEMBER_NUMBER:
      json_builder_add_int_value (builder, g_value_get_int64 (&value));
      break;
    case ALA_REPORT_MEMBER_COUNT:
      json_builder_add_int_value (builder, g_value_get_uint (&value));
      break;
    case ALA_REPORT_MEMBER_CHOICE:
      json_builder_add_string_value (
        builder, g_enum_get_value (g_type_class_peek (G_VALUE_TYPE (&value)), g_value_get_enum (&value))->value_nick);
      break;
    case ALA_REPORT_MEMBER_YES:
      json_builder_add_boolean_value (builder, g_value_get_uint (&value) != 0);
      break;
    }
}

static void
add_members (JsonBuilder *builder,
             AlaReport   *self)
{
  const char *section = NULL;

  for (const AlaReportMember *member = ala_report_members; member->name != NULL; member++)
    {
      if (g_strcmp0 (member->section, section) != 0)
        {
          if (section != NULL)
            json_builder_end_object (builder);
          section = member->section;
          json_builder_set_member_name (builder, section);
          json_builder_begin_object (builder);
        }
      add_member (builder, self, member);
    }
  json_builder_end_object (builder);
}

static void
add_problem (JsonBuilder    *builder,
             AlaReportCheck *check)
{
  json_builder_set_member_name (builder, "problem");
  json_builder_begin_object (builder);
  add_text (builder, "id", ala_report_check_get_problem (check));
  add_text (builder, "title", ala_report_check_get_problem_title (check));
  add_text (builder, "seen", ala_report_check_get_seen (check));
  add_text (builder, "cause", ala_report_check_get_cause (check));
  add_text (builder, "remedy", ala_report_check_get_remedy (check));
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder,
              GListModel  *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", ala_finding_get_id (finding));
      add_text (builder, "state", ala_report_words_get_nick (ala_finding_get_state (finding)));
      add_text (builder, "label", ala_finding_get_label (finding));
      add_text (builder, "text", ala_finding_get_text (finding));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_checks (JsonBuilder *builder,
            GListModel  *checks)
{
  json_builder_set_member_name (builder, "checks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (checks, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", ala_report_check_get_id (check));
      add_text (builder, "title", ala_report_check_get_title (check));
      add_text (builder, "state", ala_report_words_get_nick (ala_report_check_get_state (check)));
      add_text (builder, "summary", ala_report_check_get_summary (check));
      add_count (builder, "milliseconds", ala_report_check_get_milliseconds (check));
      if (*ala_report_check_get_problem (check) != '\0')
        add_problem (builder, check);
      add_findings (builder, ala_report_check_get_findings (check));
      add_count (builder, "findingsLeftOut", ala_report_check_get_left_out (check));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_tasks (JsonBuilder *builder,
           GListModel  *tasks)
{
  json_builder_set_member_name (builder, "leftToDo");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = g_list_model_get_item (tasks, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", ala_report_task_get_id (task));
      add_text (builder, "title", ala_report_task_get_title (task));
      add_text (builder, "text", ala_report_task_get_text (task));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
ala_report_to_json (AlaReport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);

  json_builder_begin_object (builder);
  add_text (builder, "format", ALA_REPORT_FORMAT);
  add_count (builder, "version", ALA_REPORT_FORM);
  add_text (builder, "headline", ala_report_get_headline (self));
  add_text (builder, "explanation", ala_report_get_explanation (self));
  add_members (builder, self);
  add_checks (builder, ala_report_get_checks (self));
  add_tasks (builder, ala_report_get_tasks (self));
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
