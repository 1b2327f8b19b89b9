/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-check-row.h"

#include <glib/gi18n.h>

#include "ala-state-icon.h"

struct _AlaCheckRow
{
  AdwPreferencesRow parent_instance;

  AlaStateIcon *icon;
  GtkLabel *summary;
  GtkLabel *cause;
  GtkLabel *remedy;
  GtkExpander *details;
  GtkBox *lines;
  GtkButton *again;

  AlaCheck *check;
};

/* More lines than these nobody reads; the worst come first. */
#define MOST_LINES 40

static guint again_signal;

G_DEFINE_FINAL_TYPE (AlaCheckRow, ala_check_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
add_line (AlaCheckRow *self,
          AlaFinding  *finding)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (ALA_TYPE_STATE_ICON, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", ala_finding_get_label (finding), "xalign", 0., "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", ala_finding_get_text (finding), "xalign", 0., "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", *ala_finding_get_text (finding) != '\0', NULL);

  ala_state_icon_set_state (ALA_STATE_ICON (icon), ala_finding_get_state (finding));
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), text);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (self->lines, line);
}

/* The lines are made when somebody wants to see them, the worst ones first. */
static void
show_findings (AlaCheckRow *self)
{
  static const AlaCheckState order[] = { ALA_CHECK_FAILED, ALA_CHECK_WARNING, ALA_CHECK_SKIPPED, ALA_CHECK_PASSED };
  GListModel *findings = ala_check_get_findings (self->check);
  guint n = g_list_model_get_n_items (findings), shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  if (!gtk_expander_get_expanded (self->details))
    return;

  for (gsize o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < n && shown < MOST_LINES; i++)
      {
        g_autoptr (AlaFinding) finding = g_list_model_get_item (findings, i);

        if (ala_finding_get_state (finding) == order[o])
          {
            add_line (self, finding);
            shown++;
          }
      }
}

static void
on_expanded (AlaCheckRow *self)
{
  if (self->check != NULL)
    show_findings (self);
}

static void
update_details (AlaCheckRow   *self,
                AlaCheckState  state)
{
  guint n = g_list_model_get_n_items (ala_check_get_findings (self->check));
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "%u detail", "%u details", n), n);

  gtk_expander_set_label (self->details, label);
  gtk_widget_set_visible (GTK_WIDGET (self->details), n > 0 && state >= ALA_CHECK_PASSED);
  show_findings (self);
}

static void
update (AlaCheckRow *self)
{
  AlaCheckState state = ala_check_get_state (self->check);
  AlaProblem problem = ala_problem_from_error (ala_check_get_error (self->check));
  const char *summary = ala_check_get_summary (self->check);
  const GError *error = ala_check_get_error (self->check);
  g_autofree char *cause = g_strdup (ala_problem_get_cause (problem));

  /* What was seen this time, and what it means. */
  if (error != NULL && problem != ALA_PROBLEM_NONE)
    {
      g_free (cause);
      cause = g_strdup_printf ("%s %s", error->message, ala_problem_get_cause (problem));
    }

  ala_state_icon_set_state (self->icon, state);
  if (state != ALA_CHECK_RUNNING || gtk_widget_get_visible (GTK_WIDGET (self->details)))
    update_details (self, state);
  set_text (self->summary, summary != NULL ? summary : "");
  /* Beside the title, which stands in the middle while it is alone. */
  gtk_widget_set_valign (GTK_WIDGET (self->icon),
                         gtk_widget_get_visible (GTK_WIDGET (self->summary)) ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  set_text (self->cause, cause);
  set_text (self->remedy, ala_problem_get_remedy (problem));
  gtk_widget_set_visible (GTK_WIDGET (self->again), state == ALA_CHECK_WARNING || state == ALA_CHECK_FAILED);
}

static void
on_again_clicked (AlaCheckRow *self)
{
  g_signal_emit (self, again_signal, 0);
}

AlaCheck *
ala_check_row_get_check (AlaCheckRow *self)
{
  g_return_val_if_fail (ALA_IS_CHECK_ROW (self), NULL);

  return self->check;
}

GtkWidget *
ala_check_row_new (AlaCheck *check)
{
  AlaCheckRow *self;
  g_autofree char *again = NULL;

  g_return_val_if_fail (ALA_IS_CHECK (check), NULL);

  self = g_object_new (ALA_TYPE_CHECK_ROW, "title", ala_check_get_title (check), NULL);
  self->check = g_object_ref (check);
  g_signal_connect_object (check, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  /* Translators: %s is the name of a check, like “Permissions” */
  again = g_strdup_printf (_("Run “%s” again"), ala_check_get_title (check));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_PROPERTY_LABEL, again, -1);
  update (self);

  return GTK_WIDGET (self);
}

static void
ala_check_row_dispose (GObject *object)
{
  g_clear_object (&ALA_CHECK_ROW (object)->check);

  G_OBJECT_CLASS (ala_check_row_parent_class)->dispose (object);
}

static void
ala_check_row_class_init (AlaCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_check_row_dispose;

  again_signal = g_signal_new ("again", ALA_TYPE_CHECK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, summary);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, cause);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, details);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, lines);
  gtk_widget_class_bind_template_child (widget_class, AlaCheckRow, again);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
}

static void
ala_check_row_init (AlaCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
