/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-copy-row.h"

#include <glib/gi18n.h>

#include "ala-copy-keys.h"
#include "ala-secret-clipboard.h"

struct _AlaCopyRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *value;
  GtkLabel *hint;
  GtkLabel *key;
  GtkToggleButton *reveal;
  GtkButton *copy;

  char *text;
  AlaSecret *secret;
  gboolean copied;
  guint number;

  AlaSetup *setup; /* (nullable): where the tick is kept */
  char *tick;      /* (nullable): its name there */
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_HINT,
  PROP_COPIED,
  PROP_NUMBER,
} AlaCopyRowProperty;

static GParamSpec *properties[PROP_NUMBER + 1];
static guint copied_signal;

G_DEFINE_FINAL_TYPE (AlaCopyRow, ala_copy_row, ADW_TYPE_PREFERENCES_ROW)

/* Screen readers would otherwise read the icon's name, and would not say which of the many Copy buttons this is. */
static void
update_names (AlaCopyRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *copy = NULL;
  g_autofree char *show = NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy), self->copied ? _("Copy again") : _("Copy"));
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
      /* What was copied before is not what stands there now. */
      if (self->setup != NULL && self->text != NULL && value != NULL)
        ala_setup_set_done (self->setup, self->tick, FALSE);
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
  (copied ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->copy), "success");
  update_names (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COPIED]);
}

static void
on_done_changed (AlaCopyRow *self)
{
  ala_copy_row_set_copied (self, ala_setup_is_done (self->setup, self->tick));
}

void
ala_copy_row_keep_tick (AlaCopyRow *self,
                        AlaSetup   *setup,
                        const char *tick)
{
  g_return_if_fail (ALA_IS_COPY_ROW (self));
  g_return_if_fail (ALA_IS_SETUP (setup));
  g_return_if_fail (tick != NULL);

  if (self->setup == setup && g_str_equal (self->tick, tick))
    return;

  /* The value of another link, if it still stands here, says nothing about this tick. */
  if (self->setup != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->setup, on_done_changed, self);
      g_clear_object (&self->setup);
      ala_copy_row_set_value (self, NULL);
    }
  g_set_object (&self->setup, setup);
  g_free (self->tick);
  self->tick = g_strdup (tick);
  g_signal_connect_object (setup, "notify::done", G_CALLBACK (on_done_changed), self, G_CONNECT_SWAPPED);
  on_done_changed (self);
}

static void
set_number (AlaCopyRow *self,
            guint       number)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (self->number == number)
    return;

  self->number = number;
  gtk_widget_set_visible (GTK_WIDGET (self->key), number > 0);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS);
  if (number > 0)
    {
      label = gtk_accelerator_get_label (GDK_KEY_0 + number, GDK_CONTROL_MASK);
      gtk_label_set_label (self->key, label);
      /* As ARIA wants it, in any language. */
      name = g_strdup_printf ("Control+%u", number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, name, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

static gboolean
has_text (GtkWidget  *row,
          const char *text)
{
  return ALA_IS_COPY_ROW (row) && text != NULL && *text != '\0' && g_strcmp0 (ALA_COPY_ROW (row)->text, text) == 0;
}

void
ala_copy_row_note_same (AlaCopyRow *self,
                        GPtrArray  *rows)
{
  const char *hint;

  g_return_if_fail (ALA_IS_COPY_ROW (self));
  g_return_if_fail (rows != NULL);

  hint = gtk_label_get_label (self->hint);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      g_autofree char *same = NULL;
      g_autofree char *both = NULL;

      if (row == GTK_WIDGET (self) || !has_text (row, self->text))
        continue;

      /* Translators: %s is the label of a field, like “Application Name” */
      same = g_strdup_printf (_("The same as “%s”: what you copied there can be pasted again."),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      both = *hint != '\0' ? g_strconcat (hint, "\n", same, NULL) : g_steal_pointer (&same);
      ala_copy_row_set_hint (self, both);
      return;
    }
}

static void
mark_copied (AlaCopyRow *self)
{
  ala_copy_row_set_copied (self, TRUE);
  if (self->setup != NULL)
    ala_setup_set_done (self->setup, self->tick, TRUE);
}

void
ala_copy_row_copy (AlaCopyRow *self)
{
  GtkWidget *parent;

  g_return_if_fail (ALA_IS_COPY_ROW (self));

  if (self->secret != NULL)
    ala_secret_clipboard_copy (ala_secret_clipboard_get_default (), self->secret);
  else if (self->text != NULL && *self->text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  else
    return;

  mark_copied (self);
  /* One copy serves each field that takes the same. */
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  for (GtkWidget *row = parent != NULL ? gtk_widget_get_first_child (parent) : NULL; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (has_text (row, self->text))
      mark_copied (ALA_COPY_ROW (row));
  g_signal_emit (self, copied_signal, 0);
}

/* The focus goes to the row, so that a screen reader says its tick, and the row into the upper half of what is seen: the person looks at
 * another window meanwhile, and comes back for the rows below. */
void
ala_copy_row_copy_by_key (AlaCopyRow *self)
{
  GtkWidget *viewport;
  GtkAdjustment *adjustment;
  double x, y, value, page;

  g_return_if_fail (ALA_IS_COPY_ROW (self));

  ala_copy_row_copy (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->copy));

  viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  /* In what is scrolled, not in what is seen of it: that follows the adjustment only with the next frame. */
  if (viewport == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, &x, &y))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (y < value || y > value + page / 2)
    gtk_adjustment_set_value (adjustment, y - page / 4);
}

static void
on_copy_key (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ala_copy_row_copy (ALA_COPY_ROW (widget));
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
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (ala_copy_row_parent_class)->dispose (object);
}

static void
ala_copy_row_finalize (GObject *object)
{
  g_free (ALA_COPY_ROW (object)->text);
  g_free (ALA_COPY_ROW (object)->tick);

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
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
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
    case PROP_NUMBER:
      set_number (self, g_value_get_uint (value));
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
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, ALA_COPY_KEYS_MAX, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  copied_signal = g_signal_new ("copied", ALA_TYPE_COPY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, value);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, hint);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, key);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, reveal);
  gtk_widget_class_bind_template_child (widget_class, AlaCopyRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_toggled);
  gtk_widget_class_bind_template_callback (widget_class, ala_copy_row_copy);

  /* As everywhere: what has the focus is copied by Ctrl+C. */
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, on_copy_key);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "row.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "row.copy", NULL);
}

static void
ala_copy_row_init (AlaCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_names), NULL);
  ala_copy_keys_add (GTK_WIDGET (self));
  update_value (self);
}
