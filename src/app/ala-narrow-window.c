/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-narrow-window.h"

#include <glib/gi18n.h>

#include "ala-button-name.h"
#include "ala-side-layout.h"

/* GTK makes the buttons of an assistant all as wide as the widest. In a narrow window a word as long as that of closing would push the
 * title out, in many languages. */
static void
dress (GtkButton *cancel,
       gboolean   narrow)
{
  if (cancel == NULL)
    return;

  ala_button_name_set_label (cancel, _("_Close"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (cancel), narrow ? _("Close, and go on later") : NULL);
  if (narrow)
    gtk_button_set_icon_name (cancel, "window-close-symbolic");
}

static void
on_surface_layout (GdkSurface *surface,
                   int         width,
                   int         height,
                   GtkWidget  *window)
{
  gboolean narrow = width < ALA_SIDE_LAYOUT_WIDE;

  if (narrow == gtk_widget_has_css_class (window, "narrow"))
    return;

  (narrow ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (window, "narrow");
  dress (g_object_get_data (G_OBJECT (window), "cancel-button"), narrow);
}

static void
on_realize (GtkWidget *window)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (window)), "layout", G_CALLBACK (on_surface_layout),
                           window, 0);
}

void
ala_narrow_window_watch (GtkWindow *window,
                         GtkButton *cancel)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (cancel == NULL || GTK_IS_BUTTON (cancel));

  /* A part of the window: it goes with it. */
  g_object_set_data (G_OBJECT (window), "cancel-button", cancel);
  dress (cancel, FALSE);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}
