/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-result.h"

#include <glib/gi18n.h>

#include "ala-problem.h"
#include "ala-state-icon.h"

struct _AlaWebhookResult
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;
  AlaStateIcon *icon;
  GtkButton *undo;
};

static guint undo_signal;

G_DEFINE_FINAL_TYPE (AlaWebhookResult, ala_webhook_result, ADW_TYPE_PREFERENCES_GROUP)

void
ala_webhook_result_show (AlaWebhookResult *self,
                         gboolean          completed,
                         const GError     *error)
{
  const char *title = completed ? _("The webhook was completed") : _("The webhook was made");
  g_autofree char *subtitle = NULL;

  g_return_if_fail (ALA_IS_WEBHOOK_RESULT (self));

  if (error != NULL)
    {
      AlaProblem problem = ala_problem_from_error (error);

      title = ala_problem_get_title (problem);
      subtitle = g_strconcat (error->message, " ", ala_problem_get_cause (problem), "\n", ala_problem_get_remedy (problem), NULL);
    }
  else
    {
      subtitle = g_strdup (_("It was read back from Jira, and is as it was sent."));
    }
  ala_state_icon_set_state (self->icon, error == NULL ? ALA_CHECK_PASSED : ALA_CHECK_WARNING);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, subtitle);
}

static void
on_undo_clicked (AlaWebhookResult *self)
{
  g_signal_emit (self, undo_signal, 0);
}

static void
ala_webhook_result_class_init (AlaWebhookResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  undo_signal = g_signal_new ("undo", ALA_TYPE_WEBHOOK_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-webhook-result.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookResult, row);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookResult, icon);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookResult, undo);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
}

static void
ala_webhook_result_init (AlaWebhookResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
