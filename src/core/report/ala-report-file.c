/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-file.h"

#include <glib/gi18n-lib.h>

#include "ala-report-html.h"
#include "ala-report-json.h"
#include "ala-report-text.h"
#include "ala-text-file.h"

/* With a hundred findings in every check a report has less than half a megabyte. */
#define MOST_BYTES (4 * 1024 * 1024)

static const struct
{
  const char *ending;
  char *(* write) (AlaReport *self);
} kinds[] = {
  [ALA_REPORT_TEXT] = { ".txt", ala_report_to_text },
  [ALA_REPORT_HTML] = { ".html", ala_report_to_html },
  [ALA_REPORT_JSON] = { ".json", ala_report_to_json },
};

char *
ala_report_to (AlaReport     *self,
               AlaReportKind  kind)
{
  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].write (self);
}

AlaReportKind
ala_report_kind_from_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, ALA_REPORT_HTML);

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].ending))
      return i;

  return ALA_REPORT_HTML;
}

char *
ala_report_dup_file_name (AlaReport     *self,
                          AlaReportKind  kind)
{
  g_autofree char *host = NULL, *day = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (ALA_IS_REPORT (self), NULL);
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  host = ala_report_dup_host (self);
  /* The colons of an address in numbers have a meaning in some places. */
  g_strcanon (host, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-", '-');
  time = g_date_time_new_from_unix_local (ala_report_get_created (self));
  day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");

  return g_strconcat ("applink-report-", *host != '\0' ? host : "jira", "-", day, kinds[kind].ending, NULL);
}

/* Saving */

void
ala_report_save_async (AlaReport           *self,
                       GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ALA_IS_REPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_report_save_async);
  g_task_set_name (task, "ala_report_save_async");

  name = g_file_get_basename (file);
  ala_text_file_save (file, ala_report_to (self, ala_report_kind_from_name (name != NULL ? name : "")), g_steal_pointer (&task));
}

gboolean
ala_report_save_finish (AlaReport     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Loading */

static void
return_unreadable (GTask        *task,
                   const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_REPORT_UNREADABLE, "%s", error->message));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AlaReport *report;
  gsize length;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error))
    {
      return_unreadable (task, error);
      g_error_free (error);
      return;
    }

  if (length > MOST_BYTES)
    {
      g_task_return_error (task, ala_problem_new_error (ALA_PROBLEM_REPORT_UNREADABLE,
                                                        _("The file is larger than any report.")));
      return;
    }

  report = ala_report_new_from_json (g_task_get_task_data (task), length, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char *buffer;

  stream = g_file_read_finish (G_FILE (source), result, &error);
  if (stream == NULL)
    {
      return_unreadable (task, error);
      return;
    }

  /* One byte more than allowed tells whether there is too much. */
  buffer = g_malloc (MOST_BYTES + 1);
  g_task_set_task_data (task, buffer, g_free);
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), buffer, MOST_BYTES + 1, G_PRIORITY_DEFAULT,
                                 g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

void
ala_report_load_async (GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_report_load_async);
  g_task_set_name (task, "ala_report_load_async");
  g_file_read_async (file, G_PRIORITY_DEFAULT, cancellable, opened_cb, task);
}

AlaReport *
ala_report_load_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
