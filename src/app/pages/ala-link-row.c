/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-row.h"

#include <glib/gi18n.h>

#include "ala-link-words.h"
#include "ala-state-icon.h"

struct _AlaLinkRow
{
  AdwActionRow parent_instance;

  AlaStateIcon *icon;
  GtkButton *check;
  GtkMenuButton *menu;

  AlaSetup *setup;
  AlaSetup *old;         /* (nullable): the link that it is to replace */
  AlaSetup *replacement; /* (nullable): the link that is to come in its place */
};

static guint request_signal;

G_DEFINE_FINAL_TYPE (AlaLinkRow, ala_link_row, ADW_TYPE_ACTION_ROW)

static void
request (AlaLinkRow     *self,
         AlaLinkRequest  what)
{
  g_signal_emit (self, request_signal, 0, (int) what);
}

static void
on_activated (AlaLinkRow *self)
{
  request (self, ALA_LINK_OPEN);
}

static void
on_check_clicked (AlaLinkRow *self)
{
  request (self, ALA_LINK_CHECK);
}

static const struct
{
  const char *action;
  AlaLinkRequest request;
} requests[] = {
  { "link.open", ALA_LINK_OPEN },
  { "link.check", ALA_LINK_CHECK },
  { "link.rename", ALA_LINK_RENAME },
  { "link.duplicate", ALA_LINK_DUPLICATE },
  { "link.renew", ALA_LINK_RENEW },
  { "link.delete", ALA_LINK_DELETE },
};

static void
on_request (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    if (g_str_equal (requests[i].action, action))
      request (ALA_LINK_ROW (widget), requests[i].request);
}

static void
on_menu (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (ALA_LINK_ROW (widget)->menu);
}

static void
on_other_button_pressed (AlaLinkRow *self)
{
  gtk_menu_button_popup (self->menu);
}

/* Only what Jira knew once can be checked. */
static gboolean
can_be_checked (AlaSetup *setup)
{
  return ala_setup_get_authorized (setup) > 0 || ala_setup_get_link_known (setup) > 0 || ala_setup_get_checked (setup) > 0;
}

/* In a narrow window the button would leave the words no room, and the menu has it too. */
static void
show_check (AlaLinkRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean narrow = root != NULL && gtk_widget_has_css_class (GTK_WIDGET (root), "narrow");

  gtk_widget_set_visible (GTK_WIDGET (self->check), can_be_checked (self->setup) && !narrow);
}

static void
update (AlaLinkRow *self)
{
  g_autofree char *name = ala_setup_dup_name (self->setup);
  g_autofree char *subtitle = ala_link_words_describe (self->setup, self->old, self->replacement);
  /* Translators: %s is the name of a link */
  g_autofree char *check_name = g_strdup_printf (_("Check the link “%s” now"), name);
  /* Translators: %s is the name of a link; the button opens a menu */
  g_autofree char *menu_name = g_strdup_printf (_("More for “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  ala_state_icon_set_state (self->icon, ala_link_words_get_state (self->setup));
  show_check (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "link.check", can_be_checked (self->setup));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, check_name, -1);

  /* The focus goes to the button within. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_name, -1);
}

GtkWidget *
ala_link_row_new (AlaSetup *setup)
{
  AlaLinkRow *self;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  self = g_object_new (ALA_TYPE_LINK_ROW, NULL);
  self->setup = g_object_ref (setup);
  g_signal_connect_object (setup, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
forget_others (AlaLinkRow *self)
{
  if (self->old != NULL)
    g_signal_handlers_disconnect_by_data (self->old, self);
  if (self->replacement != NULL)
    g_signal_handlers_disconnect_by_data (self->replacement, self);
  g_clear_object (&self->old);
  g_clear_object (&self->replacement);
}

void
ala_link_row_set_others (AlaLinkRow *self,
                         AlaSetup   *old,
                         AlaSetup   *replacement)
{
  g_return_if_fail (ALA_IS_LINK_ROW (self));

  forget_others (self);
  g_set_object (&self->old, old);
  g_set_object (&self->replacement, replacement);
  if (old != NULL)
    g_signal_connect_object (old, "notify::consumer-key", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (replacement != NULL)
    g_signal_connect_object (replacement, "notify::consumer-key", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

AlaSetup *
ala_link_row_get_setup (AlaLinkRow *self)
{
  g_return_val_if_fail (ALA_IS_LINK_ROW (self), NULL);

  return self->setup;
}

static void
ala_link_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ala_link_row_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::css-classes", G_CALLBACK (show_check), widget, G_CONNECT_SWAPPED);
  show_check (ALA_LINK_ROW (widget));
}

static void
ala_link_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), show_check, widget);

  GTK_WIDGET_CLASS (ala_link_row_parent_class)->unroot (widget);
}

static void
ala_link_row_dispose (GObject *object)
{
  AlaLinkRow *self = ALA_LINK_ROW (object);

  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_object (&self->setup);
  forget_others (self);

  G_OBJECT_CLASS (ala_link_row_parent_class)->dispose (object);
}

static void
ala_link_row_class_init (AlaLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_link_row_dispose;
  widget_class->root = ala_link_row_root;
  widget_class->unroot = ala_link_row_unroot;

  request_signal = g_signal_new ("request", ALA_TYPE_LINK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaLinkRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AlaLinkRow, check);
  gtk_widget_class_bind_template_child (widget_class, AlaLinkRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_check_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_button_pressed);

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    gtk_widget_class_install_action (widget_class, requests[i].action, NULL, on_request);
  gtk_widget_class_install_action (widget_class, "link.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "link.rename", NULL);
  /* The menu shows the last one. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "link.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "link.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "link.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "link.menu", NULL);
}

static void
ala_link_row_init (AlaLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
