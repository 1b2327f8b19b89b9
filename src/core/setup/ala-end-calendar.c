/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-end-calendar.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ala-text-file.h"

/* RFC 5545 section 3.1: in octets, without the line's end. */
#define LONGEST_LINE 75

/* Reminded of it a second time, so many days before. */
#define LAST_CALL 7

#define HOUR_OF_REMINDER 9

struct _AlaEndCalendar
{
  GObject parent_instance;

  guint n_events;
  char *text;
  char *file_name;
};

G_DEFINE_FINAL_TYPE (AlaEndCalendar, ala_end_calendar, G_TYPE_OBJECT)

static void
ala_end_calendar_finalize (GObject *object)
{
  AlaEndCalendar *self = ALA_END_CALENDAR (object);

  g_free (self->text);
  g_free (self->file_name);

  G_OBJECT_CLASS (ala_end_calendar_parent_class)->finalize (object);
}

static void
ala_end_calendar_class_init (AlaEndCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_end_calendar_finalize;
}

static void
ala_end_calendar_init (AlaEndCalendar *self)
{
}

/* Section 3.1: a line that is too long goes on behind a space, and no character is cut in two. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize room = LONGEST_LINE;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = g_utf8_next_char (p) - p;

      if (length > room)
        {
          g_string_append (text, "\r\n ");
          room = LONGEST_LINE - 1;
        }
      g_string_append_len (text, p, length);
      room -= length;
    }
  g_string_append (text, "\r\n");
}

static void G_GNUC_PRINTF (2, 3)
append (GString    *text,
        const char *format,
        ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  append_line (text, line);
}

/* Section 3.3.11. Names come from strangers: what is no text is left out. */
static void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n')
        g_string_append (line, "\\n");
      else if (!g_unichar_iscntrl (character))
        {
          if (strchr ("\\;,", *p) != NULL)
            g_string_append_c (line, '\\');
          g_string_append_unichar (line, character);
        }
    }
  append_line (text, line->str);
}

/* So many days before the day, but not at its midnight. */
static void
append_alarm (GString    *text,
              const char *summary,
              int         days)
{
  append (text, "BEGIN:VALARM");
  append (text, "ACTION:DISPLAY");
  append_text (text, "DESCRIPTION", summary);
  append (text, "TRIGGER:-P%dDT%dH", days - 1, 24 - HOUR_OF_REMINDER);
  append (text, "END:VALARM");
}

static char *
dup_summary (AlaSetup   *setup,
             AlaEndKind  kind)
{
  g_autofree char *name = ala_setup_dup_name (setup);

  switch (kind)
    {
    case ALA_END_TOKEN:
      /* Translators: an entry in a calendar, %s is the name of a link */
      return g_strdup_printf (_("The token of the link to %s ends"), name);
    case ALA_END_CERTIFICATE:
      return g_strdup_printf (_("The certificate of %s ends"), name);
    case ALA_END_AUTHORITY:
    default:
      return g_strdup_printf (_("The authority’s certificate for %s ends"), name);
    }
}

static void
append_event (GString    *text,
              AlaSetup   *setup,
              AlaEndDate *end,
              const char *stamp,
              gint64      now)
{
  g_autofree char *summary = dup_summary (setup, ala_end_date_get_kind (end));
  g_autofree char *description = NULL;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (ala_end_date_get_when (end));
  g_autoptr (GDateTime) next = g_date_time_add_days (time, 1);
  g_autofree char *day = g_date_time_format (time, "%Y%m%d");
  g_autofree char *day_after = g_date_time_format (next, "%Y%m%d");
  /* Not how many days are left: that is another number when the entry is read. */
  g_autofree char *moment = g_date_time_format (time, "%F %R %Z");

  description = g_strdup_printf ("%s\n%s\n%s", moment, ala_end_date_get_advice (end), ala_setup_get_jira_url (setup));
  append (text, "BEGIN:VEVENT");
  append (text, "UID:%s-%s", ala_setup_get_id (setup), ala_end_date_get_id (end));
  append (text, "DTSTAMP:%s", stamp);
  append (text, "SEQUENCE:%d", (int) CLAMP (now / 60, 0, G_MAXINT));
  append (text, "DTSTART;VALUE=DATE:%s", day);
  append (text, "DTEND;VALUE=DATE:%s", day_after);
  append (text, "TRANSP:TRANSPARENT");
  append_text (text, "SUMMARY", summary);
  append_text (text, "DESCRIPTION", description);
  append_alarm (text, summary, ala_end_date_get_ahead (end));
  append_alarm (text, summary, LAST_CALL);
  append (text, "END:VEVENT");
}

static gboolean
is_to_come (AlaEndDate *end)
{
  g_autoptr (GDateTime) time = NULL;
  AlaEndState state = ala_end_date_get_state (end);

  if (state != ALA_END_FAR && state != ALA_END_SOON)
    return FALSE;

  /* The format has four digits for a year. */
  time = g_date_time_new_from_unix_local (ala_end_date_get_when (end));
  return time != NULL && g_date_time_get_year (time) < 9999;
}

static void
write_calendar (AlaEndCalendar *self,
                AlaSetup       *setup,
                gint64          now)
{
  g_autoptr (GListModel) ends = ala_end_date_list (setup, now);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  append (text, "BEGIN:VCALENDAR");
  append (text, "VERSION:2.0");
  append (text, "PRODID:-//Applink Assistant//%s//EN", ALA_VERSION);
  for (guint i = 0; i < g_list_model_get_n_items (ends); i++)
    {
      g_autoptr (AlaEndDate) end = g_list_model_get_item (ends, i);

      if (!is_to_come (end))
        continue;
      append_event (text, setup, end, stamp, now);
      self->n_events++;
    }
  append (text, "END:VCALENDAR");

  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

AlaEndCalendar *
ala_end_calendar_new (AlaSetup *setup,
                      gint64    now)
{
  AlaEndCalendar *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  self = g_object_new (ALA_TYPE_END_CALENDAR, NULL);
  write_calendar (self, setup, now);
  name = ala_setup_dup_name (setup);
  g_strcanon (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-", '-');
  self->file_name = g_strconcat ("applink-", name, ".ics", NULL);

  return self;
}

guint
ala_end_calendar_get_n_events (AlaEndCalendar *self)
{
  g_return_val_if_fail (ALA_IS_END_CALENDAR (self), 0);

  return self->n_events;
}

const char *
ala_end_calendar_get_text (AlaEndCalendar *self)
{
  g_return_val_if_fail (ALA_IS_END_CALENDAR (self), NULL);

  return self->text;
}

const char *
ala_end_calendar_get_file_name (AlaEndCalendar *self)
{
  g_return_val_if_fail (ALA_IS_END_CALENDAR (self), NULL);

  return self->file_name;
}

void
ala_end_calendar_save_async (AlaEndCalendar      *self,
                             GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_END_CALENDAR (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_end_calendar_save_async);
  g_task_set_name (task, "ala_end_calendar_save_async");
  ala_text_file_save (file, g_strdup (self->text), g_steal_pointer (&task));
}

gboolean
ala_end_calendar_save_finish (AlaEndCalendar  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
