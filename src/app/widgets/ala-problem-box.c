/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-problem-box.h"

#include "ala-button-name.h"

struct _AlaProblemBox
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *cause;
  GtkLabel *remedy;
  GtkLabel *seen;
  GtkWidget *buttons;
  GtkButton *primary;
  GtkButton *secondary;

  AlaProblem problem;
};

enum
{
  SIGNAL_PRIMARY,
  SIGNAL_SECONDARY,
  N_SIGNALS,
};

typedef enum
{
  PROP_MILD = 1,
} AlaProblemBoxProperty;

static guint signals[N_SIGNALS];
static GParamSpec *properties[PROP_MILD + 1];

G_DEFINE_FINAL_TYPE (AlaProblemBox, ala_problem_box, GTK_TYPE_WIDGET)

static void
on_primary_clicked (AlaProblemBox *self)
{
  g_signal_emit (self, signals[SIGNAL_PRIMARY], 0);
}

static void
on_secondary_clicked (AlaProblemBox *self)
{
  g_signal_emit (self, signals[SIGNAL_SECONDARY], 0);
}

void
ala_problem_box_set_error (AlaProblemBox *self,
                           const GError  *error)
{
  AlaProblem problem = ala_problem_from_error (error);

  g_return_if_fail (ALA_IS_PROBLEM_BOX (self));

  self->problem = problem;
  gtk_widget_set_visible (GTK_WIDGET (self), problem != ALA_PROBLEM_NONE);
  if (problem == ALA_PROBLEM_NONE)
    return;

  gtk_label_set_label (self->title, ala_problem_get_title (problem));
  gtk_label_set_label (self->cause, ala_problem_get_cause (problem));
  gtk_label_set_label (self->remedy, ala_problem_get_remedy (problem));
  gtk_label_set_label (self->seen, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), *error->message != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ala_problem_get_title (problem),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ala_problem_get_remedy (problem),
                                  -1);
}

AlaProblem
ala_problem_box_get_problem (AlaProblemBox *self)
{
  g_return_val_if_fail (ALA_IS_PROBLEM_BOX (self), ALA_PROBLEM_NONE);

  return self->problem;
}

static gboolean
is_mild (AlaProblemBox *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "mild");
}

void
ala_problem_box_set_mild (AlaProblemBox *self,
                          gboolean       mild)
{
  g_return_if_fail (ALA_IS_PROBLEM_BOX (self));

  if (is_mild (self) == mild)
    return;

  (mild ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "mild");
  gtk_image_set_from_icon_name (self->icon, mild ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MILD]);
}

static void
set_button (GtkButton  *button,
            const char *label)
{
  GtkWidget *child;

  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;

  ala_button_name_set_label (button, label);
  /* Two buttons have to fit beside each other in a narrow window too. */
  child = gtk_button_get_child (button);
  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
    }
}

void
ala_problem_box_set_buttons (AlaProblemBox *self,
                             const char    *primary,
                             const char    *secondary)
{
  g_return_if_fail (ALA_IS_PROBLEM_BOX (self));

  set_button (self->primary, primary);
  set_button (self->secondary, secondary);
  gtk_widget_set_visible (self->buttons, primary != NULL || secondary != NULL);
}

GtkWidget *
ala_problem_box_new (void)
{
  return g_object_new (ALA_TYPE_PROBLEM_BOX, NULL);
}

static void
ala_problem_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ala_problem_box_parent_class)->dispose (object);
}

static void
ala_problem_box_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((AlaProblemBoxProperty) id)
    {
    case PROP_MILD:
      g_value_set_boolean (value, is_mild (ALA_PROBLEM_BOX (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_problem_box_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((AlaProblemBoxProperty) id)
    {
    case PROP_MILD:
      ala_problem_box_set_mild (ALA_PROBLEM_BOX (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_problem_box_class_init (AlaProblemBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ala_problem_box_dispose;
  object_class->get_property = ala_problem_box_get_property;
  object_class->set_property = ala_problem_box_set_property;

  properties[PROP_MILD] = g_param_spec_boolean ("mild", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_PRIMARY] = g_signal_new ("primary", ALA_TYPE_PROBLEM_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_SECONDARY] = g_signal_new ("secondary", ALA_TYPE_PROBLEM_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-problem-box.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, icon);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, title);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, cause);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, remedy);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, seen);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, primary);
  gtk_widget_class_bind_template_child (widget_class, AlaProblemBox, secondary);
  gtk_widget_class_bind_template_callback (widget_class, on_primary_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "problembox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
ala_problem_box_init (AlaProblemBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
