/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-json.h"

#include <glib/gi18n-lib.h>

#include "ala-data-reader.h"
#include "ala-jira-reply.h"
#include "ala-report-members.h"
#include "ala-report-private.h"
#include "ala-report-words.h"

/* No clock is off by more than this; without a limit a sum could run over. */
#define MOST_SECONDS (G_GINT64_CONSTANT (1) << 40)

static char *
dup_text (AlaDataReader *reader,
          const char    *name)
{
  g_autofree char *text = ala_data_reader_dup_text (reader, name);

  return ala_report_words_clean (text);
}

static gint64
get_time (AlaDataReader *reader,
          const char    *name)
{
  JsonNode *node = reader->object != NULL ? json_object_get_member (reader->object, name) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return 0;

  text = ala_data_reader_dup_text (reader, name);
  utc = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (text, utc);
  if (time == NULL || g_date_time_to_unix (time) < 0)
    {
      ala_data_reader_fail (reader, name);
      return 0;
    }

  return g_date_time_to_unix (time);
}

static gboolean
get_yes (AlaDataReader *reader,
         const char    *name)
{
  JsonNode *node = reader->object != NULL ? json_object_get_member (reader->object, name) : NULL;

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      ala_data_reader_fail (reader, name);
      return FALSE;
    }

  return json_node_get_boolean (node);
}

static int
get_choice (AlaDataReader *reader,
            const char    *name,
            GType          type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autofree char *nick = ala_data_reader_dup_needed (reader, name);
  GEnumValue *value = g_enum_get_value_by_nick ((GEnumClass *) klass, nick);

  if (value == NULL)
    {
      ala_data_reader_fail (reader, name);
      return 0;
    }

  return value->value;
}

/* What a check, or one of its findings, ended with. */
static AlaCheckState
get_ended_state (AlaDataReader *reader)
{
  AlaCheckState state = get_choice (reader, "state", ALA_TYPE_CHECK_STATE);

  if (state >= ALA_CHECK_PASSED)
    return state;

  ala_data_reader_fail (reader, "state");
  return ALA_CHECK_PASSED;
}

static JsonArray *
get_list (AlaDataReader *reader,
          const char    *name)
{
  JsonNode *node = reader->object != NULL ? json_object_get_member (reader->object, name) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  if (node != NULL)
    ala_data_reader_fail (reader, name);

  return NULL;
}

/* The values that the table names */

static void
read_member (AlaDataReader         *reader,
             const AlaReportMember *member,
             GValue                *value)
{
  switch (member->kind)
    {
    case ALA_REPORT_MEMBER_TEXT:
      g_value_take_string (value, dup_text (reader, member->name));
      break;
    case ALA_REPORT_MEMBER_TIME:
      g_value_set_int64 (value, get_time (reader, member->name));
      break;
    case ALA_REPORT_MEMBER_NUMBER:
      g_value_set_int64 (value, ala_data_reader_get_number (reader, member->name, -MOST_SECONDS, MOST_SECONDS, 0));
      break;
    case ALA_REPORT_MEMBER_COUNT:
      g_value_set_uint (value, (guint) ala_data_reader_get_number (reader, member->name, 0, G_MAXUINT, 0));
      break;
    case ALA_REPORT_MEMBER_CHOICE:
      g_value_set_enum (value, get_choice (reader, member->name, G_VALUE_TYPE (value)));
      break;
    case ALA_REPORT_MEMBER_YES:
      g_value_set_uint (value, get_yes (reader, member->name));
      break;
    }
}

static AlaReport *
read_members (JsonObject  *root,
              const char **bad)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (ALA_TYPE_REPORT);
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  for (const AlaReportMember *member = ala_report_members; member->name != NULL; member++)
    {
      GParamSpec *property = g_object_class_find_property ((GObjectClass *) klass, member->property);
      JsonNode *section = member->section != NULL ? json_object_get_member (root, member->section) : NULL;
      AlaDataReader reader = { root, NULL };

      if (member->section != NULL)
        ala_data_reader_init (&reader, section);
      g_ptr_array_add (names, (gpointer) member->property);
      g_array_set_size (values, names->len);
      g_value_init (&g_array_index (values, GValue, names->len - 1), property->value_type);
      read_member (&reader, member, &g_array_index (values, GValue, names->len - 1));
      if (reader.bad != NULL && *bad == NULL)
        *bad = member->name;
    }

  return ALA_REPORT (g_object_new_with_properties (ALA_TYPE_REPORT, names->len, (const char **) names->pdata,
                                                   (GValue *) values->data));
}

/* Checks and tasks */

static void
read_findings (AlaReportCheck *check,
               JsonArray      *findings,
               const char    **bad)
{
  for (guint i = 0; findings != NULL && i < json_array_get_length (findings); i++)
    {
      g_autofree char *id = NULL, *label = NULL, *text = NULL;
      AlaDataReader reader;
      AlaCheckState state;

      ala_data_reader_init (&reader, json_array_get_element (findings, i));
      state = get_ended_state (&reader);
      id = ala_data_reader_dup_needed (&reader, "id");
      label = ala_data_reader_dup_text (&reader, "label");
      text = ala_data_reader_dup_text (&reader, "text");
      ala_report_check_add_finding (check, state, id, label, text);
      if (reader.bad != NULL && *bad == NULL)
        *bad = "findings";
    }
}

static AlaReportCheck *
read_check (JsonNode    *node,
            const char **bad)
{
  g_autofree char *id = NULL, *title = NULL, *summary = NULL, *problem = NULL, *problem_title = NULL, *seen = NULL;
  g_autofree char *cause = NULL, *remedy = NULL;
  AlaDataReader reader, problem_reader = { NULL, NULL };
  AlaReportCheck *self;
  AlaCheckState state;
  guint left_out;

  ala_data_reader_init (&reader, node);
  id = ala_data_reader_dup_needed (&reader, "id");
  title = dup_text (&reader, "title");
  state = get_ended_state (&reader);
  summary = dup_text (&reader, "summary");
  left_out = (guint) ala_data_reader_get_number (&reader, "findingsLeftOut", 0, G_MAXUINT, 0);

  if (reader.object != NULL && json_object_has_member (reader.object, "problem"))
    ala_data_reader_init (&problem_reader, json_object_get_member (reader.object, "problem"));
  problem = dup_text (&problem_reader, "id");
  problem_title = dup_text (&problem_reader, "title");
  seen = dup_text (&problem_reader, "seen");
  cause = dup_text (&problem_reader, "cause");
  remedy = dup_text (&problem_reader, "remedy");

  self = g_object_new (ALA_TYPE_REPORT_CHECK, "id", id, "title", title, "state", state, "summary", summary,
                       "milliseconds", (guint) ala_data_reader_get_number (&reader, "milliseconds", 0, G_MAXUINT, 0),
                       "problem", problem, "problem-title", problem_title, "seen", seen, "cause", cause,
                       "remedy", remedy, "left-out", left_out, NULL);
  read_findings (self, get_list (&reader, "findings"), bad);
  if ((reader.bad != NULL || problem_reader.bad != NULL) && *bad == NULL)
    *bad = "checks";

  return self;
}

static AlaReportTask *
read_task (JsonNode    *node,
           const char **bad)
{
  g_autofree char *id = NULL, *title = NULL, *text = NULL;
  AlaDataReader reader;

  ala_data_reader_init (&reader, node);
  id = ala_data_reader_dup_needed (&reader, "id");
  title = ala_data_reader_dup_text (&reader, "title");
  text = ala_data_reader_dup_text (&reader, "text");
  if (reader.bad != NULL && *bad == NULL)
    *bad = "leftToDo";

  return ala_report_task_new (id, title, text);
}

static gboolean
check_form (JsonObject  *root,
            GError     **error)
{
  AlaDataReader reader = { root, NULL };
  g_autofree char *format = ala_data_reader_dup_text (&reader, "format");
  gint64 form = ala_data_reader_get_number (&reader, "version", 1, G_MAXINT64, 0);

  if (!g_str_equal (format, ALA_REPORT_FORMAT) || form == 0)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPORT_UNREADABLE, _("It was not written as a report by this program."));
      return FALSE;
    }
  if (form > ALA_REPORT_FORM)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPORT_TOO_NEW,
                             _("The report has the form %d. This program knows forms up to %d."),
                             (int) MIN (form, G_MAXINT), ALA_REPORT_FORM);
      return FALSE;
    }

  return TRUE;
}

AlaReport *
ala_report_new_from_json (const char  *text,
                          gsize        length,
                          GError     **error)
{
  g_autoptr (AlaReport) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) parse_error = NULL;
  AlaDataReader reader = { NULL, NULL };
  JsonArray *checks, *tasks;
  const char *bad = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  root = ala_jira_reply_parse_text (text, length, &parse_error);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPORT_UNREADABLE, "%s",
                             parse_error != NULL ? parse_error->message
                                                 : _("It was not written as a report by this program."));
      return NULL;
    }

  reader.object = json_node_get_object (root);
  if (!check_form (reader.object, error))
    return NULL;

  self = read_members (reader.object, &bad);
  if (ala_report_get_verdict (self) == ALA_CHECK_RUNNING || ala_report_get_verdict (self) == ALA_CHECK_SKIPPED)
    bad = "verdict";
  checks = get_list (&reader, "checks");
  for (guint i = 0; checks != NULL && i < json_array_get_length (checks); i++)
    {
      g_autoptr (AlaReportCheck) check = read_check (json_array_get_element (checks, i), &bad);

      ala_report_add_check (self, check);
    }
  tasks = get_list (&reader, "leftToDo");
  for (guint i = 0; tasks != NULL && i < json_array_get_length (tasks); i++)
    {
      g_autoptr (AlaReportTask) task = read_task (json_array_get_element (tasks, i), &bad);

      ala_report_add_task (self, task);
    }

  if (bad == NULL)
    bad = reader.bad;
  if (bad != NULL)
    {
      ala_problem_set_error (error, ALA_PROBLEM_REPORT_UNREADABLE, _("Its member “%s” has a value that cannot be."), bad);
      return NULL;
    }

  return g_steal_pointer (&self);
}
