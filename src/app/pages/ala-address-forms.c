/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-address-forms.h"

#include <glib/gi18n.h>

struct _AlaAddressForms
{
  AdwBin parent_instance;

  GtkLabel *forms;
  GtkButton *offer;

  char *address; /* (nullable): that is offered */
};

static guint use_signal;

G_DEFINE_FINAL_TYPE (AlaAddressForms, ala_address_forms, ADW_TYPE_BIN)

static void
on_offer_clicked (AlaAddressForms *self)
{
  g_autofree char *address = g_strdup (self->address);

  if (address != NULL)
    g_signal_emit (self, use_signal, 0, address);
}

void
ala_address_forms_show (AlaAddressForms *self,
                        AlaProfile      *profile,
                        const char      *typed)
{
  const char *const *forms;
  g_autofree char *list = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (ALA_IS_ADDRESS_FORMS (self));
  g_return_if_fail (ALA_IS_PROFILE (profile));
  g_return_if_fail (typed != NULL);

  forms = ala_profile_get_url_forms (profile);
  list = g_strjoinv ("\n", (char **) forms);
  gtk_label_set_label (self->forms, list);
  gtk_widget_set_visible (GTK_WIDGET (self), *forms != NULL);

  g_free (self->address);
  self->address = ala_profile_dup_url_offer (profile, typed);
  if (self->address != NULL)
    /* Translators: %s is an address */
    label = g_strdup_printf (_("Use %s"), self->address);
  gtk_button_set_label (self->offer, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->offer), label != NULL);
}

static void
ala_address_forms_finalize (GObject *object)
{
  g_free (ALA_ADDRESS_FORMS (object)->address);

  G_OBJECT_CLASS (ala_address_forms_parent_class)->finalize (object);
}

static void
ala_address_forms_class_init (AlaAddressFormsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ala_address_forms_finalize;

  use_signal = g_signal_new ("use", ALA_TYPE_ADDRESS_FORMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-address-forms.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaAddressForms, forms);
  gtk_widget_class_bind_template_child (widget_class, AlaAddressForms, offer);
  gtk_widget_class_bind_template_callback (widget_class, on_offer_clicked);
}

static void
ala_address_forms_init (AlaAddressForms *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
