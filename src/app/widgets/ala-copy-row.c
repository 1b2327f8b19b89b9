/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-copy-row.h"

#include <glib/gi18n.h>

#include "ala-secret-clipboard.h"

struct _AlaCopyRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *value;
  GtkLabel *hint;
  GtkToggleButton *reveal;
  GtkButton *copy;

  char *text;
  AlaSecret *secret;
  gboolean copied;
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_HINT,
  PROP_COPIED,
} AlaCopyRowProperty;

static GParamSpec *properties[PROP_COPIED + 1];
static guint copied_signal;

G_DEFINE_FINAL_TYPE (AlaCopyRow, ala_copy_row, ADW_TYPE_PREFERENCES_ROW)

/* Screen readers would otherwise read the icon's name, and would not say which of the many Copy buttons this is. */
static void
update_names (AlaCopyRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *copy = NULL;
  g_autofree char *show = NULL;

  /* Translators: %s is the label of a field, like “Consumer Key” */
  copy = g_strdup_printf (self->copied ? _("Copy %s again") : _("Copy %s"), title);
  /* Translators: %s is the label of a field with a secret, like “Consumer Private Key” */
  show = g_strdup_printf (_("Show %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal), GTK_ACCESSIBLE_PROPERTY_LABEL, show, -1);
}

static void
update_value (AlaCopyRow *self)
{
  gboolean empty = self->secret == NULL && (self->text == NULL || *self->text == '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->reveal), self->secret != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), !empty);

  if (self->secret == NULL)
    gtk_label_set_label (self->value, empty ? "–" : self->text);
  else if (gtk_toggle_button_get_active (self->reveal))
    gtk_label_set_label (self->value, ala_secret_peek (self->secret));
  else
    gtk_label_set_label (self->value, "••••••••••••••••");
}

static void
on_reveal_toggled (AlaCopyRow *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal),
                            gtk_toggle_button_get_active (self->reveal) ? "view-conceal-symbolic"
                                                                        : "view-reveal-symbolic");
  update_value (self);
}

const char *
ala_copy_row_get_value (AlaCopyRow *self)
{
  g_return_val_if_fail (ALA_IS_COPY_ROW (self), NULL);

  return self->text;
}

void
ala_copy_row_set_value (AlaCopyRow *self,
                        const char *value)
{
  g_return_if_fail (ALA_IS_COPY_ROW (self));

  g_clear_pointer (&self->secret, ala_secret_unref);
  if (g_strcmp0 (self->text, value) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (value);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
    }
  update_value (self);
}

void
ala_copy_row_set_secret (AlaCopyRow *self,
                         AlaSecret  *secret)
{
  g_return_if_fail (ALA_IS_COPY_ROW (self));

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->secret, ala_secret_unref);
  if (secret != NULL)
    self->secret = ala_secret_ref (secret);
  gtk_toggle_button_set_active (self->reveal, FALSE);
  update_value (self);
}

void
ala_copy_row_set_hint (AlaCopyRow *self,
                       const char *hint)
{
  gboolean empty = hint == NULL || *hint == '\0';

  g_return_if_fail (ALA_IS_COPY_ROW (self));

  gtk_label_set_label (self->hint, empty ? "" : hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !empty);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

gboolean
ala_copy_row_get_copied (AlaCopyRow *self)
{
  g_return_val_if_fail (ALA_IS_COPY_ROW (self), FALSE);

  return self->copied;
}

void
ala_copy_row_set_copied (AlaCopyRow *self,
                         gboolean    copied)
{
  g_return_if_fail (ALA_IS_COPY_ROW (self));

  if (self->copied == copied)
    return;

  self->copied = copied;
  gtk_button_set_icon_name (self->copy, copied ? "object-select-symbolic" : "edit-copy-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy), copied ? _("Copy again") : _("Copy"));
  (copied ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->copy), "success");
  update_names (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COPIED]);
}

void
ala_copy_row_copy (AlaCopyRow *self)
{
  g_return_if_fail (ALA_IS_COPY_ROW (self));

  if (self->secret != NULL)
    ala_secret_clipboard_copy (ala_secret_clipboard_get_default (), self->secret);
  else if (self->text != NULL && *self->text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  else
    return;

  ala_copy_row_set_copied (self, TRUE);
  g_signal_emit (self, copied_signal, 0);
}

GtkWidget *
ala_copy_row_new (const char *label)
{
  return g_object_new (ALA_TYPE_COPY_ROW, "title", label, NULL);
}

static void
ala_copy_row_dispose (GObject *object)
{
  AlaCopyRow *self = ALA_COPY_ROW (object);

  g_clear_pointer (&self->secret, ala_secret_unref);

  G_OBJECT_CLASS (ala_copy_row_parent_class)->dispose (object);
}

static void
ala_copy_row_finalize (GObject *object)
{
  g_free (ALA_COPY_ROW (object)->text);

  G_OBJECT_CLASS (ala_copy_row_parent_class)->finalize (object);
}

static void
ala_copy_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AlaCopyRow *self = ALA_COPY_ROW (object);

  switch ((AlaCopyRowProperty) id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->text);
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (self->hint));
      break;
    case PROP_COPIED:
      g_value_set_boolean (value, self->copied);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_copy_row_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AlaCopyRow *self = ALA_COPY_ROW (object);

  switch ((AlaCopyRowProperty) id)
    {
    case PROP_VALUE:
      ala_copy_row_set_value (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      ala_copy_row_set_hint (self, g_value_get_string (value));
      break;
    case PROP_COPIED:
      ala_copy_row_set_copied (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_copy_row_class_init (AlaCopyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ala_copy_row_dispose;
  object_class->finalize = ala_copy_row_finalize;
  object_class->get_property = ala_copy_row_get_property;
  object_class->set_property = ala_copy_row_set_property;

  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_COPIED] = g_param_spec_boolean ("copied", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  copied_signal = g_signal_new ("copied", ALA_TYPE_COPY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, value);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, hint);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, reveal);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_toggled);
  gtk_widget_class_bind_template_callback (widget_class, ala_copy_row_copy);
}

static void
ala_copy_row_init (AlaCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_names), NULL);
  update_value (self);
}
