/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-link-dialogs.h"

#include <glib/gi18n.h>

#include "ala-link-name.h"
#include "ala-setup-leftover.h"

GtkWidget *
ala_link_rename_dialog_new (GtkWindow *parent,
                            AlaSetup  *setup)
{
  g_autofree char *name = NULL;
  GtkWidget *dialog, *entry;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  name = ala_setup_dup_name (setup);
  dialog = adw_message_dialog_new (parent, _("Rename the Link"),
                                   _("The name is for you alone. Left empty, the link is called by the address of its Jira."));
  entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (entry), ALA_LINK_NAME_MAX);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the link"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_focus (GTK_WINDOW (dialog), entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  return dialog;
}

const char *
ala_link_rename_dialog_get_name (AdwMessageDialog *dialog,
                                 AlaSetup         *setup)
{
  g_autofree char *shown = NULL;
  g_autofree char *host = NULL;
  const char *text;

  g_return_val_if_fail (ADW_IS_MESSAGE_DIALOG (dialog), NULL);
  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)));
  shown = ala_setup_dup_name (setup);
  host = ala_setup_dup_host (setup);

  /* What stood there by itself is no name that somebody gave. */
  if (g_str_equal (text, host) || (*ala_setup_get_name (setup) == '\0' && g_str_equal (text, shown)))
    return "";

  return text;
}

/* What is here of a link: the key is the product's, or there is no token yet. */
static const char *
get_removed (AlaSetup *setup)
{
  if (*ala_setup_get_public_key (setup) != '\0')
    return _("What is known of it is removed from this computer. Its key pair is the product’s and stays there.");
  if (ala_setup_get_authorized (setup) > 0)
    return _("Its private key and its access token are removed from this computer.");

  return _("Its private key is removed from this computer.");
}

GtkWidget *
ala_link_delete_dialog_new (GtkWindow *parent,
                            AlaSetup  *setup)
{
  g_autoptr (GString) body = NULL;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  name = ala_setup_dup_name (setup);
  /* Translators: %s is the name of a link */
  heading = g_strdup_printf (_("Delete “%s”?"), name);
  body = g_string_new (get_removed (setup));
  for (guint i = 0; i < ALA_N_LEFTOVERS; i++)
    {
      g_autofree char *left = ala_setup_dup_leftover_text (setup, i);

      if (*left != '\0')
        g_string_append_printf (body, "\n\n%s", left);
    }

  dialog = adw_message_dialog_new (parent, heading, body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

GtkWidget *
ala_link_renew_dialog_new (GtkWindow  *parent,
                           AlaSetup   *setup,
                           AlaProfile *profile)
{
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);
  g_return_val_if_fail (ALA_IS_PROFILE (profile), NULL);

  name = ala_setup_dup_name (setup);
  /* Translators: %s is the name of a link */
  heading = g_strdup_printf (_("Renew the Key of “%s”?"), name);
  if (ala_profile_brings_key (profile))
    /* Translators: %s is the name of a product */
    body = g_strdup_printf (_("%s makes its key pair itself. Let it make a new one first, and copy the public key.\n\nJira does not change the "
                              "key of a link. So a second link is made beside this one, which stays as it is. Once the new one is in use, the "
                              "last page leads through removing the old one."),
                            ala_profile_get_name (profile));
  else
    body = g_strdup (_("Jira does not change the key of a link. So a second link with a new key pair is made beside this one, which stays as it "
                       "is and works on. Once the new one is proven to work, the last page leads through removing the old one.\n\nIt takes an "
                       "administrator of Jira, and one of the product."));

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "renew", _("_Renew"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "renew", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "renew");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}
