/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-project-window.h"

#include <glib/gi18n.h>

#include "ala-matrix-row.h"

/* So many rows come into view at once, and so many a list view keeps: making them all in one go would be felt. */
#define ROWS_AT_ONCE 16
#define ROWS_KEPT 256

/* Milliseconds between two looks at a matrix that changes all the time */
#define LOOK_INTERVAL 250

struct _AlaProjectWindow
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkToggleButton *only_missing;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *status;
  GtkButton *action;

  AlaPermissionMatrix *matrix;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSliceListModel *slice;
  GHashTable *chosen; /* of keys */
  GPtrArray *rows;    /* (unowned): that show a project */
  char *words;        /* what is searched for, case-folded */
  guint grow;         /* tick callback */
  guint look;         /* timeout */
};

static guint check_all_signal, stop_signal;

G_DEFINE_FINAL_TYPE (AlaProjectWindow, ala_project_window, ADW_TYPE_WINDOW)

static gboolean
passes (gpointer item,
        gpointer user_data)
{
  AlaProjectWindow *self = user_data;
  AlaProjectRights *rights = item;

  if (gtk_toggle_button_get_active (self->only_missing) && ala_project_rights_get_state (rights) != ALA_CHECK_FAILED)
    return FALSE;

  return *self->words == '\0' || ala_project_matches (ala_project_rights_get_project (rights), self->words);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AlaProjectWindow *self = ALA_PROJECT_WINDOW (widget);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < ROWS_KEPT)
    {
      gtk_slice_list_model_set_size (self->slice, size + ROWS_AT_ONCE);
      return G_SOURCE_CONTINUE;
    }

  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  self->grow = 0;
  return G_SOURCE_REMOVE;
}

/* Shows the first rows now, and the others frame by frame. */
static void
restart (AlaProjectWindow *self)
{
  gtk_slice_list_model_set_size (self->slice, ROWS_AT_ONCE);
  if (self->grow == 0)
    self->grow = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
update (AlaProjectWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->matrix));
  guint checked = ala_permission_matrix_get_n_checked (self->matrix);
  gboolean running = ala_permission_matrix_is_running (self->matrix);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;
  g_autofree char *status = NULL;

  status = g_strdup_printf (g_dngettext (NULL, "%'u of %'u project checked", "%'u of %'u projects checked", n), checked, n);
  gtk_label_set_label (self->status, status);
  gtk_button_set_label (self->action, running ? _("_Stop") : _("Check _All"));
  gtk_widget_set_visible (GTK_WIDGET (self->action), running || checked < n);
  gtk_stack_set_visible_child_name (self->stack, empty && gtk_filter_list_model_get_pending (self->filtered) == 0
                                                 ? "empty" : "list");
}

static gboolean
look_cb (gpointer data)
{
  AlaProjectWindow *self = data;

  self->look = 0;
  if (gtk_toggle_button_get_active (self->only_missing))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (AlaProjectWindow *self)
{
  if (self->look == 0)
    self->look = g_timeout_add (LOOK_INTERVAL, look_cb, self);
}

static void
on_search (AlaProjectWindow *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_strstrip (self->words);
  restart (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  look_soon (self);
}

static void
on_action (AlaProjectWindow *self)
{
  g_signal_emit (self, ala_permission_matrix_is_running (self->matrix) ? stop_signal : check_all_signal, 0);
}

/* A click chooses a project, or gives it up. */
static void
on_activate (AlaProjectWindow *self,
             guint             position)
{
  g_autoptr (AlaProjectRights) rights = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const char *key;

  if (rights == NULL)
    return;

  key = ala_project_get_key (ala_project_rights_get_project (rights));
  if (!g_hash_table_remove (self->chosen, key))
    g_hash_table_add (self->chosen, g_strdup (key));
  for (guint i = 0; i < self->rows->len; i++)
    if (ala_matrix_row_get_rights (g_ptr_array_index (self->rows, i)) == rights)
      ala_matrix_row_update (g_ptr_array_index (self->rows, i));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          AlaProjectWindow         *self)
{
  gtk_list_item_set_child (item, ala_matrix_row_new (self->chosen));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         AlaProjectWindow         *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  ala_matrix_row_set_rights (ALA_MATRIX_ROW (row), gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AlaProjectWindow         *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  ala_matrix_row_set_rights (ALA_MATRIX_ROW (row), NULL);
  g_ptr_array_remove_fast (self->rows, row);
}

GStrv
ala_project_window_dup_chosen (AlaProjectWindow *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  guint n;

  g_return_val_if_fail (ALA_IS_PROJECT_WINDOW (self), NULL);

  n = g_hash_table_size (self->chosen) > 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->matrix)) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AlaProjectRights) rights = g_list_model_get_item (G_LIST_MODEL (self->matrix), i);
      const char *key = ala_project_get_key (ala_project_rights_get_project (rights));

      if (g_hash_table_contains (self->chosen, key))
        g_strv_builder_add (keys, key);
    }

  return g_strv_builder_end (keys);
}

static void
ala_project_window_dispose (GObject *object)
{
  AlaProjectWindow *self = ALA_PROJECT_WINDOW (object);

  g_clear_handle_id (&self->look, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->slice);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_project_window_parent_class)->dispose (object);
}

static void
ala_project_window_finalize (GObject *object)
{
  AlaProjectWindow *self = ALA_PROJECT_WINDOW (object);

  g_hash_table_unref (self->chosen);
  g_free (self->words);

  G_OBJECT_CLASS (ala_project_window_parent_class)->finalize (object);
}

static void
ala_project_window_class_init (AlaProjectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_project_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ala_project_window_finalize;

  check_all_signal = g_signal_new ("check-all", ALA_TYPE_PROJECT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  stop_signal = g_signal_new ("stop", ALA_TYPE_PROJECT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-project-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, only_missing);
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, status);
  gtk_widget_class_bind_template_child (widget_class, AlaProjectWindow, action);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_action);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
ala_project_window_init (AlaProjectWindow *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

AlaProjectWindow *
ala_project_window_new (AlaPermissionMatrix *matrix,
                        const char * const  *chosen)
{
  AlaProjectWindow *self;
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_val_if_fail (ALA_IS_PERMISSION_MATRIX (matrix), NULL);
  g_return_val_if_fail (chosen != NULL, NULL);

  self = g_object_new (ALA_TYPE_PROJECT_WINDOW, NULL);
  self->matrix = g_object_ref (matrix);
  for (; *chosen != NULL; chosen++)
    g_hash_table_add (self->chosen, g_strdup (*chosen));

  self->filter = GTK_FILTER (gtk_custom_filter_new (passes, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (matrix)), g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), 0, ROWS_AT_ONCE);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->slice))));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);

  g_signal_connect_object (matrix, "notify::checked", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matrix, "notify::running", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  restart (self);
  update (self);

  return self;
}
