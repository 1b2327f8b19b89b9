/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-copy-keys.h"

#define COUNTED "ala-copy-keys-counted"
#define PENDING "ala-copy-keys-pending"

static void
collect (GtkWidget *widget,
         GPtrArray *rows)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return;

  if (g_object_get_data (G_OBJECT (widget), COUNTED) != NULL)
    g_ptr_array_add (rows, widget);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, rows);
}

static gboolean
on_idle (gpointer user_data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_object_steal_data (user_data, PENDING);
  collect (user_data, rows);
  for (guint i = 0; i < rows->len; i++)
    g_object_set (g_ptr_array_index (rows, i), "number", i < ALA_COPY_KEYS_MAX ? i + 1 : 0, NULL);

  return G_SOURCE_REMOVE;
}

static void
cancel (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

static void
on_row_changed (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  guint id;

  if (root == NULL || gtk_widget_in_destruction (GTK_WIDGET (root)) || g_object_get_data (G_OBJECT (root), PENDING) != NULL)
    return;

  /* Before the next frame is laid out: a page comes with all its rows at once, each with its number. */
  id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, root, NULL);
  g_object_set_data_full (G_OBJECT (root), PENDING, GUINT_TO_POINTER (id), cancel);
}

void
ala_copy_keys_add (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_object_set_data (G_OBJECT (row), COUNTED, row);
  g_signal_connect (row, "map", G_CALLBACK (on_row_changed), NULL);
  g_signal_connect (row, "unmap", G_CALLBACK (on_row_changed), NULL);
}

GtkWidget *
ala_copy_keys_find (GtkWidget *window,
                    guint      number)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (window), NULL);

  collect (window, rows);
  return number > 0 && number <= MIN (rows->len, ALA_COPY_KEYS_MAX) ? g_ptr_array_index (rows, number - 1) : NULL;
}
