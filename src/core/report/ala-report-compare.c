/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-report-compare.h"

#include <glib/gi18n-lib.h>

#include "ala-report-facts.h"
#include "ala-report-words.h"

/* As many lines as somebody may want to read of one check. */
#define MOST_FINDINGS 50

struct _AlaReportChange
{
  AlaRecord parent_instance;

  guint trend; /* an AlaReportTrend */
  char *id;
  char *title;
  char *before;
  char *after;
};

typedef enum
{
  PROP_TREND = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_BEFORE,
  PROP_AFTER,
} AlaReportChangeProperty;

#define FIELD(field) G_STRUCT_OFFSET (AlaReportChange, field)
static const AlaRecordField table[] = {
  [PROP_TREND] = { "trend", ALA_RECORD_COUNT, FIELD (trend), .once = TRUE },
  [PROP_ID] = { "id", ALA_RECORD_TEXT, FIELD (id), .once = TRUE },
  [PROP_TITLE] = { "title", ALA_RECORD_TEXT, FIELD (title), .once = TRUE },
  [PROP_BEFORE] = { "before", ALA_RECORD_TEXT, FIELD (before), .once = TRUE },
  [PROP_AFTER] = { "after", ALA_RECORD_TEXT, FIELD (after), .once = TRUE },
};

static GParamSpec *properties[G_N_ELEMENTS (table)];

G_DEFINE_FINAL_TYPE (AlaReportChange, ala_report_change, ALA_TYPE_RECORD)

static void
ala_report_change_class_init (AlaReportChangeClass *klass)
{
  ala_record_class_set_fields (ALA_RECORD_CLASS (klass), table, properties, G_N_ELEMENTS (table));
}

static void
ala_report_change_init (AlaReportChange *self)
{
}

#define DEFINE_GETTER(Type, name, nothing)                       \
  Type                                                           \
  ala_report_change_get_##name (AlaReportChange *self)           \
  {                                                              \
    g_return_val_if_fail (ALA_IS_REPORT_CHANGE (self), nothing); \
    return self->name;                                           \
  }

DEFINE_GETTER (AlaReportTrend, trend, ALA_REPORT_OTHER)
DEFINE_GETTER (const char *, id, NULL)
DEFINE_GETTER (const char *, title, NULL)
DEFINE_GETTER (const char *, before, NULL)
DEFINE_GETTER (const char *, after, NULL)

char *
ala_report_change_dup_text (AlaReportChange *self)
{
  g_return_val_if_fail (ALA_IS_REPORT_CHANGE (self), NULL);

  return g_strdup_printf ("%s → %s", *self->before != '\0' ? self->before : _("nothing"),
                          *self->after != '\0' ? self->after : _("nothing"));
}

/* Two reports side by side, and the changes so far in the order of a report */
typedef struct
{
  AlaReport *earlier;
  AlaReport *later;
  GPtrArray *changes;
} Comparison;

static void
add_change (Comparison     *self,
            AlaReportTrend  trend,
            const char     *id,
            const char     *title,
            const char     *before,
            const char     *after)
{
  g_ptr_array_add (self->changes, g_object_new (ALA_TYPE_REPORT_CHANGE, "trend", (guint) trend, "id", id, "title", title,
                                                "before", before, "after", after, NULL));
}

static AlaReportTrend
judge (AlaCheckState before,
       AlaCheckState after)
{
  if (before == after)
    return ALA_REPORT_OTHER;

  return after > before ? ALA_REPORT_WORSE : ALA_REPORT_BETTER;
}

static void
compare_verdicts (Comparison *self)
{
  AlaCheckState before = ala_report_get_verdict (self->earlier), after = ala_report_get_verdict (self->later);

  if (before == after)
    return;

  /* Where not everything was looked at, there is nothing to compare with. */
  add_change (self, before == ALA_CHECK_WAITING || after == ALA_CHECK_WAITING ? ALA_REPORT_OTHER : judge (before, after),
              "verdict", _("Verdict"), ala_report_get_headline (self->earlier), ala_report_get_headline (self->later));
}

/* Checks */

static char *
describe_check (AlaReportCheck *check)
{
  const char *word = ala_report_words_get_state (ala_report_check_get_state (check));
  const char *problem = ala_report_check_get_problem_title (check);

  /* Translators: how a check ended, and why: “Failed: Permissions are missing” */
  return *problem != '\0' ? g_strdup_printf (_("%s: %s"), word, problem) : g_strdup (word);
}

static AlaFinding *
find_finding (AlaReportCheck *check,
              const char     *id)
{
  GListModel *findings = ala_report_check_get_findings (check);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

      /* The list keeps it. */
      if (g_str_equal (ala_finding_get_id (finding), id))
        return finding;
    }

  return NULL;
}

/* Adds what the findings of @one say that those of @other do not, or otherwise. */
static void
compare_findings (Comparison     *self,
                  AlaReportCheck *one,
                  AlaReportCheck *other,
                  gboolean        one_is_earlier)
{
  GListModel *findings = ala_report_check_get_findings (one);
  guint n_changes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings) && n_changes < MOST_FINDINGS; i++)
    {
      g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);
      AlaFinding *twin = find_finding (other, ala_finding_get_id (finding));
      AlaCheckState state = ala_finding_get_state (finding);
      AlaCheckState twin_state = twin != NULL ? ala_finding_get_state (twin) : ALA_CHECK_PASSED;
      g_autofree char *id = NULL, *title = NULL;

      /* Pairs are told once, from the later side. A good one that came or went is no news; nor is one that may only have been
       * left out. */
      if ((twin != NULL && (one_is_earlier || state == twin_state))
          || (twin == NULL && (state < ALA_CHECK_WARNING || ala_report_check_get_left_out (other) > 0)))
        continue;

      id = g_strdup_printf ("check-%s-%s", ala_report_check_get_id (one), ala_finding_get_id (finding));
      /* Translators: the title of a check, and one of the things that it looked at: “Permissions: Browse Projects” */
      title = g_strdup_printf (_("%s: %s"), ala_report_check_get_title (one), ala_finding_get_label (finding));
      if (one_is_earlier)
        add_change (self, ALA_REPORT_BETTER, id, title, ala_report_words_get_state (state), "");
      else
        add_change (self, twin != NULL ? judge (twin_state, state) : ALA_REPORT_WORSE, id, title,
                    twin != NULL ? ala_report_words_get_state (twin_state) : "", ala_report_words_get_state (state));
      n_changes++;
    }
}

static void
compare_check (Comparison     *self,
               AlaReportCheck *after)
{
  AlaReportCheck *before = ala_report_find_check (self->earlier, ala_report_check_get_id (after));
  g_autofree char *id = g_strconcat ("check-", ala_report_check_get_id (after), NULL);
  g_autofree char *was = before != NULL ? describe_check (before) : g_strdup ("");
  g_autofree char *is = describe_check (after);
  AlaCheckState state = ala_report_check_get_state (after);

  /* A check that the earlier program did not have says nothing about the link, unless it is bad. */
  if (before == NULL)
    {
      add_change (self, state >= ALA_CHECK_WARNING ? ALA_REPORT_WORSE : ALA_REPORT_OTHER, id,
                  ala_report_check_get_title (after), was, is);
      return;
    }

  if (ala_report_check_get_state (before) != state
      || !g_str_equal (ala_report_check_get_problem (before), ala_report_check_get_problem (after)))
    add_change (self, judge (ala_report_check_get_state (before), state), id, ala_report_check_get_title (after), was, is);
  compare_findings (self, after, before, FALSE);
  compare_findings (self, before, after, TRUE);
}

static void
compare_checks (Comparison *self)
{
  GListModel *after = ala_report_get_checks (self->later);
  GListModel *before = ala_report_get_checks (self->earlier);

  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (after, i);

      compare_check (self, check);
    }

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr (AlaReportCheck) check = g_list_model_get_item (before, i);
      g_autofree char *id = g_strconcat ("check-", ala_report_check_get_id (check), NULL);
      g_autofree char *was = NULL;

      if (ala_report_find_check (self->later, ala_report_check_get_id (check)) != NULL)
        continue;
      was = describe_check (check);
      add_change (self, ALA_REPORT_OTHER, id, ala_report_check_get_title (check), was, "");
    }
}

/* Facts */

static AlaReportFact *
find_fact (GPtrArray  *facts,
           const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->id, id))
        return fact;
    }

  return NULL;
}

static void
compare_facts (Comparison *self)
{
  g_autoptr (GPtrArray) before = ala_report_list_facts (self->earlier);
  g_autoptr (GPtrArray) after = ala_report_list_facts (self->later);

  for (guint i = 0; i < after->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (after, i);
      AlaReportFact *twin = find_fact (before, fact->id);

      if (fact->lasting && (twin == NULL || !g_str_equal (fact->value, twin->value)))
        add_change (self, ALA_REPORT_OTHER, fact->id, fact->label, twin != NULL ? twin->value : "", fact->value);
    }

  for (guint i = 0; i < before->len; i++)
    {
      AlaReportFact *fact = g_ptr_array_index (before, i);

      if (fact->lasting && find_fact (after, fact->id) == NULL)
        add_change (self, ALA_REPORT_OTHER, fact->id, fact->label, fact->value, "");
    }
}

GListModel *
ala_report_compare (AlaReport *earlier,
                    AlaReport *later)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  Comparison self = { earlier, later, changes };
  GListStore *sorted;

  g_return_val_if_fail (ALA_IS_REPORT (earlier), NULL);
  g_return_val_if_fail (ALA_IS_REPORT (later), NULL);

  compare_verdicts (&self);
  compare_checks (&self);
  compare_facts (&self);

  sorted = g_list_store_new (ALA_TYPE_REPORT_CHANGE);
  for (guint worse = 0; worse < 2; worse++)
    for (guint i = 0; i < changes->len; i++)
      {
        AlaReportChange *change = g_ptr_array_index (changes, i);

        if ((change->trend == ALA_REPORT_WORSE) == (worse == 0))
          g_list_store_append (sorted, change);
      }

  return G_LIST_MODEL (sorted);
}

AlaReportTrend
ala_report_get_trend (GListModel *changes)
{
  AlaReportTrend worst = ALA_REPORT_BETTER;

  g_return_val_if_fail (G_IS_LIST_MODEL (changes), ALA_REPORT_BETTER);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (AlaReportChange) change = g_list_model_get_item (changes, i);

      worst = MAX (worst, ala_report_change_get_trend (change));
    }

  return worst;
}

const char *
ala_report_trend_get_nick (AlaReportTrend trend)
{
  switch (trend)
    {
    case ALA_REPORT_BETTER:
      return "better";
    case ALA_REPORT_WORSE:
      return "worse";
    case ALA_REPORT_OTHER:
    default:
      return "other";
    }
}
