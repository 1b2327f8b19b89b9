/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-side-layout.h"

struct _AlaSideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaSideLayout, ala_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_side_width (GtkWidget *side)
{
  int natural;

  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
ala_side_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  GtkWidget *side = gtk_widget_get_first_child (widget);
  GtkWidget *body = gtk_widget_get_last_child (widget);
  int side_width = get_side_width (side);
  int side_minimum = 0, side_natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (body, orientation, -1, minimum, natural, NULL, NULL);
      *natural += side_width;
      return;
    }

  if (for_size < 0 || for_size >= ALA_SIDE_LAYOUT_WIDE)
    {
      gtk_widget_measure (side, orientation, -1, &side_minimum, &side_natural, NULL, NULL);
      for_size = for_size < 0 ? -1 : MAX (for_size - side_width, 0);
    }
  gtk_widget_measure (body, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, side_minimum);
  *natural = MAX (*natural, side_natural);
}

static void
ala_side_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  GtkWidget *side = gtk_widget_get_first_child (widget);
  GtkWidget *body = gtk_widget_get_last_child (widget);
  gboolean wide = width >= ALA_SIDE_LAYOUT_WIDE;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side_width = wide ? get_side_width (side) : 0;

  gtk_widget_set_child_visible (side, wide);
  if (wide)
    gtk_widget_size_allocate (side,
                              &(GtkAllocation) { mirrored ? width - side_width : 0, 0, side_width, height }, -1);
  gtk_widget_size_allocate (body,
                            &(GtkAllocation) { mirrored ? 0 : side_width, 0, width - side_width, height }, -1);
}

GtkLayoutManager *
ala_side_layout_new (void)
{
  return g_object_new (ALA_TYPE_SIDE_LAYOUT, NULL);
}

static void
ala_side_layout_class_init (AlaSideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ala_side_layout_measure;
  layout_class->allocate = ala_side_layout_allocate;
}

static void
ala_side_layout_init (AlaSideLayout *self)
{
}
