/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-leftover-dialog.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"
#include "ala-setup-leftover.h"

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaProblemBox) problem = user_data;
  g_autoptr (GError) error = NULL;

  ala_browser_open_finish (result, &error);
  ala_problem_box_set_error (problem, error);
}

static void
on_row_activated (AdwActionRow  *row,
                  AlaProblemBox *problem)
{
  ala_browser_open_async (adw_action_row_get_subtitle (row), GTK_WIDGET (row), NULL, on_opened, g_object_ref (problem));
}

/* The address stays on the screen: that a browser was started does not say that it shows the page. */
static GtkWidget *
new_page_row (const char    *title,
              const char    *address,
              AlaProblemBox *problem)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", address, "use-markup", FALSE, "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "adw-external-link-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), problem, 0);
  return row;
}

/* Enter closes the dialog, and does not copy what stands first, to which the dialog gives the focus by itself. */
static void
focus_default (GtkWindow *dialog)
{
  gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
}

GtkWidget *
ala_leftover_dialog_new (GtkWindow *parent,
                         AlaSetup  *setup)
{
  const char *const titles[ALA_N_LEFTOVERS] = {
    [ALA_LEFTOVER_LINK] = _("Application Links in Jira"),
    [ALA_LEFTOVER_TOKEN] = _("OAuth Access Tokens in Jira"),
  };
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog, *box, *problem, *group, *key;

  g_return_val_if_fail (ALA_IS_SETUP (setup), NULL);

  if (!ala_setup_leaves (setup, ALA_LEFTOVER_LINK) && !ala_setup_leaves (setup, ALA_LEFTOVER_TOKEN))
    return NULL;

  problem = ala_problem_box_new ();
  group = adw_preferences_group_new ();
  /* Translators: the label of a field in Jira */
  key = ala_copy_row_new (_("Consumer Key"));
  ala_copy_row_set_value (ALA_COPY_ROW (key), ala_setup_get_consumer_key (setup));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), key);
  for (guint i = 0; i < ALA_N_LEFTOVERS; i++)
    {
      g_autofree char *text = ala_setup_dup_leftover_text (setup, i);
      g_autofree char *address = ala_setup_dup_leftover_address (setup, i);

      if (*address == '\0')
        continue;
      g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", text);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_page_row (titles[i], address, ALA_PROBLEM_BOX (problem)));
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), problem);
  dialog = adw_message_dialog_new (parent, _("Deleted Here, Not in Jira"), body->str);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Done"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_after (dialog, "map", G_CALLBACK (focus_default), NULL);
  return dialog;
}
