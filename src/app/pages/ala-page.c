/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page.h"

#include "ala-button-name.h"
#include "ala-secret-bar.h"

typedef struct
{
  GtkBox *content;
  GtkLabel *heading;
  GtkLabel *description;

  AlaWorkspace *workspace;
  GCancellable *cancellable;
  char *title;
  gboolean complete;
  gboolean in_front;
} AlaPagePrivate;

typedef enum
{
  PROP_TITLE = 1,
  PROP_HEADING,
  PROP_DESCRIPTION,
  PROP_COMPLETE,
  PROP_WORKSPACE,
} AlaPageProperty;

enum
{
  SIGNAL_ADVANCE,
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORKSPACE + 1];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable_iface;

static void ala_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (AlaPage, ala_page, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (AlaPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, ala_page_buildable_init))

static AlaPagePrivate *
get_private (AlaPage *self)
{
  return ala_page_get_instance_private (self);
}

/* While the page's own frame is being built there is no content box yet; what comes later is the subclass's. */
static void
ala_page_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  AlaPagePrivate *priv = get_private (ALA_PAGE (buildable));

  if (priv->content != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (priv->content, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
ala_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = ala_page_add_child;
}

const char *
ala_page_get_title (AlaPage *self)
{
  g_return_val_if_fail (ALA_IS_PAGE (self), NULL);

  return get_private (self)->title;
}

void
ala_page_set_title (AlaPage    *self,
                    const char *title)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
ala_page_set_heading (AlaPage    *self,
                      const char *heading)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  if (g_str_equal (gtk_label_get_label (priv->heading), heading != NULL ? heading : ""))
    return;

  gtk_label_set_label (priv->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->heading), heading != NULL && *heading != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

void
ala_page_set_description (AlaPage    *self,
                          const char *description)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  if (g_str_equal (gtk_label_get_label (priv->description), description != NULL ? description : ""))
    return;

  gtk_label_set_label (priv->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->description), description != NULL && *description != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

gboolean
ala_page_get_complete (AlaPage *self)
{
  g_return_val_if_fail (ALA_IS_PAGE (self), FALSE);

  return get_private (self)->complete;
}

void
ala_page_set_complete (AlaPage  *self,
                       gboolean  complete)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  /* GtkAssistant offers to finish as soon as later pages are complete: a page is that only while it is seen. */
  complete = complete && priv->in_front;
  if (priv->complete == complete)
    return;

  priv->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

AlaWorkspace *
ala_page_get_workspace (AlaPage *self)
{
  g_return_val_if_fail (ALA_IS_PAGE (self), NULL);

  return get_private (self)->workspace;
}

void
ala_page_set_workspace (AlaPage      *self,
                        AlaWorkspace *workspace)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));
  g_return_if_fail (priv->workspace == NULL);

  if (workspace == NULL)
    return;

  priv->workspace = g_object_ref (workspace);
  ala_button_name_below (GTK_WIDGET (self));
  if (ALA_PAGE_GET_CLASS (self)->constructed_workspace != NULL)
    ALA_PAGE_GET_CLASS (self)->constructed_workspace (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

AlaSetup *
ala_page_get_setup (AlaPage *self)
{
  g_return_val_if_fail (ALA_IS_PAGE (self), NULL);

  return ala_workspace_get_setup (get_private (self)->workspace);
}

void
ala_page_save (AlaPage *self)
{
  g_return_if_fail (ALA_IS_PAGE (self));

  ala_workspace_save (get_private (self)->workspace);
}

GCancellable *
ala_page_get_cancellable (AlaPage *self)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_val_if_fail (ALA_IS_PAGE (self), NULL);

  if (priv->cancellable == NULL)
    priv->cancellable = g_cancellable_new ();
  return priv->cancellable;
}

gboolean
ala_page_is_in_front (AlaPage *self)
{
  g_return_val_if_fail (ALA_IS_PAGE (self), FALSE);

  return get_private (self)->in_front;
}

static void
cancel (AlaPage *self)
{
  AlaPagePrivate *priv = get_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

void
ala_page_prepare (AlaPage *self)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  priv->in_front = TRUE;
  if (ALA_PAGE_GET_CLASS (self)->prepare != NULL)
    ALA_PAGE_GET_CLASS (self)->prepare (self);
}

void
ala_page_leave (AlaPage *self)
{
  AlaPagePrivate *priv = get_private (self);

  g_return_if_fail (ALA_IS_PAGE (self));

  if (!priv->in_front)
    return;

  if (ALA_PAGE_GET_CLASS (self)->leave != NULL)
    ALA_PAGE_GET_CLASS (self)->leave (self);
  cancel (self);
  priv->in_front = FALSE;
}

void
ala_page_advance (AlaPage *self)
{
  g_return_if_fail (ALA_IS_PAGE (self));

  if (ala_page_is_in_front (self) && ala_page_get_complete (self))
    g_signal_emit (self, signals[SIGNAL_ADVANCE], 0);
}

void
ala_page_go_to (AlaPage *self,
                AlaStep  step)
{
  g_return_if_fail (ALA_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, step);
}

static void
ala_page_dispose (GObject *object)
{
  AlaPage *self = ALA_PAGE (object);
  AlaPagePrivate *priv = get_private (self);
  GtkWidget *child;

  cancel (self);
  priv->content = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (ala_page_parent_class)->dispose (object);
}

static void
ala_page_finalize (GObject *object)
{
  g_free (get_private (ALA_PAGE (object))->title);

  G_OBJECT_CLASS (ala_page_parent_class)->finalize (object);
}

static void
ala_page_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  AlaPagePrivate *priv = get_private (ALA_PAGE (object));

  switch ((AlaPageProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_HEADING:
      g_value_set_string (value, gtk_label_get_label (priv->heading));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (priv->description));
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_page_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  AlaPage *self = ALA_PAGE (object);

  switch ((AlaPageProperty) id)
    {
    case PROP_TITLE:
      ala_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_HEADING:
      ala_page_set_heading (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      ala_page_set_description (self, g_value_get_string (value));
      break;
    case PROP_COMPLETE:
      ala_page_set_complete (self, g_value_get_boolean (value));
      break;
    case PROP_WORKSPACE:
      ala_page_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_page_class_init (AlaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ala_page_dispose;
  object_class->finalize = ala_page_finalize;
  object_class->get_property = ala_page_get_property;
  object_class->set_property = ala_page_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, ALA_TYPE_WORKSPACE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ADVANCE] = g_signal_new ("advance", ALA_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", ALA_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ALA_TYPE_STEP);

  g_type_ensure (ALA_TYPE_SECRET_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AlaPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, AlaPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, AlaPage, description);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ala_page_init (AlaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
