/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-check.h"

#include "ala-report-words.h"

struct _AlaReportCheck
{
  AlaRecord parent_instance;

  char *id;
  char *title;
  int state; /* an AlaCheckState */
  char *summary;
  guint milliseconds;
  char *problem;
  char *problem_title;
  char *seen;
  char *cause;
  char *remedy;
  guint left_out;

  GListStore *findings;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_STATE,
  PROP_SUMMARY,
  PROP_MILLISECONDS,
  PROP_PROBLEM,
  PROP_PROBLEM_TITLE,
  PROP_SEEN,
  PROP_CAUSE,
  PROP_REMEDY,
  PROP_LEFT_OUT,
} AlaReportCheckProperty;

#define FIELD(field) G_STRUCT_OFFSET (AlaReportCheck, field)
static const AlaRecordField table[] = {
  [PROP_ID] = { "id", ALA_RECORD_TEXT, FIELD (id), .once = TRUE },
  [PROP_TITLE] = { "title", ALA_RECORD_TEXT, FIELD (title), .once = TRUE },
  [PROP_STATE] = { "state", ALA_RECORD_CHOICE, FIELD (state), ala_check_state_get_type, .once = TRUE },
  [PROP_SUMMARY] = { "summary", ALA_RECORD_TEXT, FIELD (summary), .once = TRUE },
  [PROP_MILLISECONDS] = { "milliseconds", ALA_RECORD_COUNT, FIELD (milliseconds), .once = TRUE },
  [PROP_PROBLEM] = { "problem", ALA_RECORD_TEXT, FIELD (problem), .once = TRUE },
  [PROP_PROBLEM_TITLE] = { "problem-title", ALA_RECORD_TEXT, FIELD (problem_title), .once = TRUE },
  [PROP_SEEN] = { "seen", ALA_RECORD_TEXT, FIELD (seen), .once = TRUE },
  [PROP_CAUSE] = { "cause", ALA_RECORD_TEXT, FIELD (cause), .once = TRUE },
  [PROP_REMEDY] = { "remedy", ALA_RECORD_TEXT, FIELD (remedy), .once = TRUE },
  [PROP_LEFT_OUT] = { "left-out", ALA_RECORD_COUNT, FIELD (left_out), .once = TRUE },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaReportCheck, ala_report_check, ALA_TYPE_RECORD)

static void
ala_report_check_finalize (GObject *object)
{
  g_object_unref (ALA_REPORT_CHECK (object)->findings);

  G_OBJECT_CLASS (ala_report_check_parent_class)->finalize (object);
}

static void
ala_report_check_class_init (AlaReportCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ala_report_check_finalize;

  ala_record_class_set_fields (ALA_RECORD_CLASS (klass), table, properties, G_N_ELEMENTS (table));
}

static void
ala_report_check_init (AlaReportCheck *self)
{
  self->findings = g_list_store_new (ALA_TYPE_FINDING);
}

#define DEFINE_GETTER(Type, name, nothing)                      \
  Type                                                          \
  ala_report_check_get_##name (AlaReportCheck *self)            \
  {                                                             \
    g_return_val_if_fail (ALA_IS_REPORT_CHECK (self), nothing); \
    return self->name;                                          \
  }

DEFINE_GETTER (const char *, id, NULL)
DEFINE_GETTER (const char *, title, NULL)
DEFINE_GETTER (AlaCheckState, state, ALA_CHECK_WAITING)
DEFINE_GETTER (const char *, summary, NULL)
DEFINE_GETTER (guint, milliseconds, 0)
DEFINE_GETTER (const char *, problem, NULL)
DEFINE_GETTER (const char *, problem_title, NULL)
DEFINE_GETTER (const char *, seen, NULL)
DEFINE_GETTER (const char *, cause, NULL)
DEFINE_GETTER (const char *, remedy, NULL)
DEFINE_GETTER (guint, left_out, 0)

GListModel *
ala_report_check_get_findings (AlaReportCheck *self)
{
  g_return_val_if_fail (ALA_IS_REPORT_CHECK (self), NULL);

  return G_LIST_MODEL (self->findings);
}

void
ala_report_check_add_finding (AlaReportCheck *self,
                              AlaCheckState   state,
                              const char     *id,
                              const char     *label,
                              const char     *text)
{
  g_autofree char *clean_id = ala_report_words_clean (id);
  g_autofree char *clean_label = ala_report_words_clean (label);
  g_autofree char *clean_text = ala_report_words_clean (text);
  g_autoptr (AlaFinding) finding = NULL;

  g_return_if_fail (ALA_IS_REPORT_CHECK (self));

  finding = ala_finding_new (state, clean_id, clean_label, clean_text);
  g_list_store_append (self->findings, finding);
}
