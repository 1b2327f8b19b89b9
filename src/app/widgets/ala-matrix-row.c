/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-matrix-row.h"

#include <glib/gi18n.h>

#define PADDING 9
#define GAP 12
#define BOX 16
#define CELL 10
#define MARK 6.

/* Below this width the words alone have room. */
#define ENOUGH_FOR_MARKS 520

struct _AlaMatrixRow
{
  GtkWidget parent_instance;

  GHashTable *chosen;
  AlaProjectRights *rights; /* nullable */
  PangoLayout *title;
  PangoLayout *summary;
};

G_DEFINE_FINAL_TYPE (AlaMatrixRow, ala_matrix_row, GTK_TYPE_WIDGET)

static void
set_text (PangoLayout *layout,
          const char  *text)
{
  pango_layout_set_text (layout, text, -1);
}

static gboolean
is_chosen (AlaMatrixRow *self)
{
  return self->rights != NULL
         && g_hash_table_contains (self->chosen, ala_project_get_key (ala_project_rights_get_project (self->rights)));
}

void
ala_matrix_row_update (AlaMatrixRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *label = NULL;
  AlaProject *project;

  g_return_if_fail (ALA_IS_MATRIX_ROW (self));

  if (self->rights == NULL)
    return;

  project = ala_project_rights_get_project (self->rights);
  /* Translators: name and key of a project */
  title = g_strdup_printf (_("%s (%s)"), ala_project_get_name (project), ala_project_get_key (project));
  summary = ala_project_rights_dup_summary (self->rights);
  set_text (self->title, title);
  set_text (self->summary, summary);

  label = g_strdup_printf (is_chosen (self)
                           /* Translators: a project and what is missing in it */
                           ? _("%s, chosen: %s") : _("%s: %s"), title, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ala_matrix_row_set_rights (AlaMatrixRow     *self,
                           AlaProjectRights *rights)
{
  g_return_if_fail (ALA_IS_MATRIX_ROW (self));
  g_return_if_fail (rights == NULL || ALA_IS_PROJECT_RIGHTS (rights));

  if (self->rights != NULL)
    g_signal_handlers_disconnect_by_data (self->rights, self);
  g_set_object (&self->rights, rights);
  if (rights != NULL)
    g_signal_connect_object (rights, "notify::state", G_CALLBACK (ala_matrix_row_update), self, G_CONNECT_SWAPPED);
  ala_matrix_row_update (self);
}

AlaProjectRights *
ala_matrix_row_get_rights (AlaMatrixRow *self)
{
  g_return_val_if_fail (ALA_IS_MATRIX_ROW (self), NULL);

  return self->rights;
}

static int
get_line_height (AlaMatrixRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
ala_matrix_row_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 560;
    }
  else
    {
      *minimum = *natural = 2 * get_line_height (ALA_MATRIX_ROW (widget)) + 2 * PADDING + 2;
    }
}

static guint
count_marks (AlaMatrixRow *self,
             int           width)
{
  if (self->rights == NULL || width < ENOUGH_FOR_MARKS)
    return 0;

  return ala_permission_set_get_length (ala_project_rights_get_set (self->rights));
}

static void
lookup_color (GtkWidget  *widget,
              const char *name,
              GdkRGBA    *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

/* Both tell themselves apart without colours: a dot, and a cross. */
static void
draw_mark (cairo_t  *cr,
           double    x,
           double    y,
           gboolean  missing)
{
  if (missing)
    {
      cairo_move_to (cr, x, y);
      cairo_rel_line_to (cr, MARK, MARK);
      cairo_move_to (cr, x + MARK, y);
      cairo_rel_line_to (cr, -MARK, MARK);
      cairo_stroke (cr);
    }
  else
    {
      cairo_arc (cr, x + MARK / 2, y + MARK / 2, MARK / 2 - .5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_marks (AlaMatrixRow *self,
            cairo_t      *cr,
            double        x,
            double        y,
            guint         n)
{
  AlaCheckState state = ala_project_rights_get_state (self->rights);
  GdkRGBA good, bad;

  lookup_color (GTK_WIDGET (self), "success_color", &good);
  lookup_color (GTK_WIDGET (self), "error_color", &bad);
  good.alpha *= state == ALA_CHECK_PASSED || state == ALA_CHECK_FAILED ? 1 : .15;
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < n; i++)
    {
      gboolean missing = ala_project_rights_is_missing (self->rights, i);

      gdk_cairo_set_source_rgba (cr, missing ? &bad : &good);
      draw_mark (cr, x + i * CELL, y, missing);
    }
}

static void
draw_box (AlaMatrixRow  *self,
          cairo_t       *cr,
          const GdkRGBA *text,
          double         y)
{
  GdkRGBA color = *text;

  if (is_chosen (self))
    {
      lookup_color (GTK_WIDGET (self), "accent_color", &color);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, PADDING, y, BOX, BOX);
      cairo_fill (cr);
      lookup_color (GTK_WIDGET (self), "view_bg_color", &color);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_set_line_width (cr, 2);
      cairo_move_to (cr, PADDING + 4, y + 8.5);
      cairo_rel_line_to (cr, 3, 3);
      cairo_rel_line_to (cr, 5.5, -7);
      cairo_stroke (cr);
    }
  else
    {
      color.alpha *= .4;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, PADDING + .5, y + .5, BOX - 1, BOX - 1);
      cairo_stroke (cr);
    }
}

static void
snapshot_text (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               int            width,
               float          x,
               float          y,
               const GdkRGBA *color)
{
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
ala_matrix_row_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  AlaMatrixRow *self = ALA_MATRIX_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), line = get_line_height (self);
  guint n_marks = count_marks (self, width);
  int text_x = PADDING + BOX + GAP;
  int text_width = width - text_x - PADDING - (n_marks > 0 ? (int) n_marks * CELL + GAP : 0);
  GdkRGBA color, dim;
  cairo_t *cr;

  if (self->rights == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  if (ala_project_rights_get_state (self->rights) == ALA_CHECK_FAILED)
    lookup_color (widget, "error_color", &dim);
  else
    dim.alpha *= .6;

  snapshot_text (snapshot, self->title, text_width, (float) text_x, PADDING, &color);
  snapshot_text (snapshot, self->summary, text_width, (float) text_x, (float) (PADDING + line + 2), &dim);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_box (self, cr, &color, (height - BOX) / 2);
  if (n_marks > 0)
    draw_marks (self, cr, width - PADDING - n_marks * CELL, (height - MARK) / 2, n_marks);
  cairo_destroy (cr);
}

static void
ala_matrix_row_dispose (GObject *object)
{
  AlaMatrixRow *self = ALA_MATRIX_ROW (object);

  g_clear_object (&self->rights);
  g_clear_object (&self->title);
  g_clear_object (&self->summary);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (ala_matrix_row_parent_class)->dispose (object);
}

static void
ala_matrix_row_class_init (AlaMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_matrix_row_dispose;
  widget_class->measure = ala_matrix_row_measure;
  widget_class->snapshot = ala_matrix_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "matrixrow");
}

static void
ala_matrix_row_init (AlaMatrixRow *self)
{
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->summary = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->title, TRUE);
  pango_layout_set_single_paragraph_mode (self->summary, TRUE);
}

GtkWidget *
ala_matrix_row_new (GHashTable *chosen)
{
  AlaMatrixRow *self;

  g_return_val_if_fail (chosen != NULL, NULL);

  self = g_object_new (ALA_TYPE_MATRIX_ROW, NULL);
  self->chosen = g_hash_table_ref (chosen);

  return GTK_WIDGET (self);
}
