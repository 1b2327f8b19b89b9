/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-jira-warnings.h"

#include <glib/gi18n.h>

#include "ala-clock.h"
#include "ala-problem-box.h"

struct _AlaJiraWarnings
{
  AdwBin parent_instance;

  GtkBox *boxes;
};

static guint use_base_url_signal;

G_DEFINE_FINAL_TYPE (AlaJiraWarnings, ala_jira_warnings, ADW_TYPE_BIN)

static AlaProblemBox *
add_warning (AlaJiraWarnings *self,
             GError          *error)
{
  GtkWidget *box = ala_problem_box_new ();
  g_autoptr (GError) owned = error;

  ala_problem_box_set_mild (ALA_PROBLEM_BOX (box), TRUE);
  ala_problem_box_set_error (ALA_PROBLEM_BOX (box), owned);
  gtk_box_append (self->boxes, box);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return ALA_PROBLEM_BOX (box);
}

static void
on_use_base_url (AlaJiraWarnings *self)
{
  g_signal_emit (self, use_base_url_signal, 0);
}

static void
add_warnings (AlaJiraWarnings *self,
              AlaJiraServer   *server)
{
  AlaJiraAddress *used = ala_jira_server_get_address (server);
  AlaJiraAddress *base_url = ala_jira_server_get_base_url (server);
  gint64 offset = ala_jira_server_get_clock_offset (server);

  if (base_url != NULL && !ala_jira_address_equal (base_url, used))
    {
      /* Translators: both %s are addresses */
      GError *error;
      AlaProblemBox *box;

      error = ala_problem_new_error (ALA_PROBLEM_BASE_URL_DIFFERS, _("You entered %s, Jira calls itself %s."),
                                     ala_jira_address_get_base (used), ala_jira_address_get_base (base_url));
      box = add_warning (self, error);
      ala_problem_box_set_buttons (box, _("_Use Jira’s Own Address"), NULL);
      g_signal_connect_object (box, "primary", G_CALLBACK (on_use_base_url), self, G_CONNECT_SWAPPED);
    }

  if (ABS (offset) > ALA_CLOCK_TOLERANCE)
    add_warning (self, ala_clock_new_error (offset));

  if (ala_jira_address_get_notes (used) & ALA_ADDRESS_PLAIN_HTTP)
    add_warning (self, ala_problem_new_error (ALA_PROBLEM_ADDRESS_PLAIN_HTTP, "%s",
                                              ala_jira_address_get_base (used)));
}

void
ala_jira_warnings_show (AlaJiraWarnings *self,
                        AlaJiraServer   *server)
{
  GtkWidget *child;

  g_return_if_fail (ALA_IS_JIRA_WARNINGS (self));
  g_return_if_fail (server == NULL || ALA_IS_JIRA_SERVER (server));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes))) != NULL)
    gtk_box_remove (self->boxes, child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (server != NULL)
    add_warnings (self, server);
}

static void
ala_jira_warnings_class_init (AlaJiraWarningsClass *klass)
{
  use_base_url_signal = g_signal_new ("use-base-url", ALA_TYPE_JIRA_WARNINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ala_jira_warnings_init (AlaJiraWarnings *self)
{
  self->boxes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->boxes));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
