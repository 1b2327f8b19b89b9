/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-guide-row.h"

struct _AlaGuideRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *number;
  GtkLabel *text;
  GtkWidget *warning_box;
  GtkLabel *warning;
};

G_DEFINE_FINAL_TYPE (AlaGuideRow, ala_guide_row, ADW_TYPE_PREFERENCES_ROW)

GtkWidget *
ala_guide_row_new (guint         number,
                   AlaGuideStep *step)
{
  AlaGuideRow *self;
  g_autofree char *digits = NULL;
  const char *warning;

  g_return_val_if_fail (ALA_IS_GUIDE_STEP (step), NULL);

  warning = ala_guide_step_get_warning (step);
  digits = g_strdup_printf ("%u", number);
  self = g_object_new (ALA_TYPE_GUIDE_ROW, "title", ala_guide_step_get_text (step), NULL);
  gtk_label_set_label (self->number, digits);
  gtk_label_set_label (self->text, ala_guide_step_get_text (step));
  gtk_label_set_label (self->warning, warning);
  gtk_widget_set_visible (self->warning_box, *warning != '\0');

  return GTK_WIDGET (self);
}

static void
ala_guide_row_class_init (AlaGuideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-guide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaGuideRow, number);
  gtk_widget_class_bind_template_child (widget_class, AlaGuideRow, text);
  gtk_widget_class_bind_template_child (widget_class, AlaGuideRow, warning_box);
  gtk_widget_class_bind_template_child (widget_class, AlaGuideRow, warning);
}

static void
ala_guide_row_init (AlaGuideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
