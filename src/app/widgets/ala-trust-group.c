/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-trust-group.h"

#include <glib/gi18n.h>

#include "ala-trust-chooser.h"

struct _AlaTrustGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;
  GtkButton *remove;

  AlaSetup *setup; /* (nullable) */
  GError *refused; /* (nullable) */
  AlaTrustChooser *chooser;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AlaTrustGroup, ala_trust_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (AlaTrustGroup *self)
{
  const char *pem = self->setup != NULL ? ala_setup_get_ca_certificates (self->setup) : "";
  g_autoptr (AlaTrust) trust = *pem != '\0' ? ala_trust_new_from_pem (pem, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), trust != NULL);
  if (trust != NULL)
    {
      g_autoptr (AlaCertificate) certificate = g_list_model_get_item (G_LIST_MODEL (trust), 0);
      g_autofree char *title = NULL;

      /* Translators: %s is the name of a certificate authority */
      title = g_strdup_printf (_("This link trusts “%s”"), ala_certificate_get_subject (certificate));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
    }
}

static void
trust (AlaTrustGroup *self,
       const char    *pem)
{
  ala_setup_set_ca_certificates (self->setup, pem);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_trusted (AlaTrustGroup *self,
            AlaTrust      *trusted)
{
  trust (self, ala_trust_get_pem (trusted));
}

static void
on_failed (AlaTrustGroup *self,
           const GError  *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_remove_clicked (AlaTrustGroup *self)
{
  trust (self, "");
}

static GtkWindow *
get_window (AlaTrustGroup *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

void
ala_trust_group_set_refused (AlaTrustGroup *self,
                             const GError  *refused)
{
  g_return_if_fail (ALA_IS_TRUST_GROUP (self));

  g_clear_error (&self->refused);
  if (refused != NULL)
    self->refused = g_error_copy (refused);
}

void
ala_trust_group_choose (AlaTrustGroup *self)
{
  g_return_if_fail (ALA_IS_TRUST_GROUP (self));
  g_return_if_fail (self->refused != NULL);

  ala_trust_chooser_choose (self->chooser, self->refused, get_window (self));
}

void
ala_trust_group_show_file (AlaTrustGroup *self,
                           GFile         *file)
{
  g_return_if_fail (ALA_IS_TRUST_GROUP (self));
  g_return_if_fail (self->refused != NULL);

  ala_trust_chooser_show_file (self->chooser, file, self->refused, get_window (self));
}

void
ala_trust_group_set_setup (AlaTrustGroup *self,
                           AlaSetup      *setup)
{
  g_return_if_fail (ALA_IS_TRUST_GROUP (self));
  g_return_if_fail (ALA_IS_SETUP (setup));

  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_func (self->setup, update, self);
  g_set_object (&self->setup, setup);
  g_signal_connect_object (setup, "notify::ca-certificates", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
ala_trust_group_dispose (GObject *object)
{
  AlaTrustGroup *self = ALA_TRUST_GROUP (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->chooser);
  g_clear_error (&self->refused);

  G_OBJECT_CLASS (ala_trust_group_parent_class)->dispose (object);
}

static void
ala_trust_group_class_init (AlaTrustGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_trust_group_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ALA_TYPE_TRUST_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ALA_TYPE_TRUST_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-trust-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaTrustGroup, row);
  gtk_widget_class_bind_template_child (widget_class, AlaTrustGroup, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
ala_trust_group_init (AlaTrustGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->chooser = ala_trust_chooser_new ();
  g_signal_connect_object (self->chooser, "trusted", G_CALLBACK (on_trusted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}
