/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-task.h"

#include "ala-report-words.h"

struct _AlaReportTask
{
  AlaRecord parent_instance;

  char *id;
  char *title;
  char *text;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_TEXT,
} AlaReportTaskProperty;

#define FIELD(field) G_STRUCT_OFFSET (AlaReportTask, field)
static const AlaRecordField table[] = {
  [PROP_ID] = { "id", ALA_RECORD_TEXT, FIELD (id), .once = TRUE },
  [PROP_TITLE] = { "title", ALA_RECORD_TEXT, FIELD (title), .once = TRUE },
  [PROP_TEXT] = { "text", ALA_RECORD_TEXT, FIELD (text), .once = TRUE },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaReportTask, ala_report_task, ALA_TYPE_RECORD)

static void
ala_report_task_class_init (AlaReportTaskClass *klass)
{
  ala_record_class_set_fields (ALA_RECORD_CLASS (klass), table, properties, G_N_ELEMENTS (table));
}

static void
ala_report_task_init (AlaReportTask *self)
{
}

AlaReportTask *
ala_report_task_new (const char *id,
                     const char *title,
                     const char *text)
{
  g_autofree char *clean_title = ala_report_words_clean (title);
  g_autofree char *clean_text = ala_report_words_clean (text);

  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (ALA_TYPE_REPORT_TASK, "id", id, "title", clean_title, "text", clean_text, NULL);
}

const char *
ala_report_task_get_id (AlaReportTask *self)
{
  g_return_val_if_fail (ALA_IS_REPORT_TASK (self), NULL);

  return self->id;
}

const char *
ala_report_task_get_title (AlaReportTask *self)
{
  g_return_val_if_fail (ALA_IS_REPORT_TASK (self), NULL);

  return self->title;
}

const char *
ala_report_task_get_text (AlaReportTask *self)
{
  g_return_val_if_fail (ALA_IS_REPORT_TASK (self), NULL);

  return self->text;
}
