/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-webhook-group.h"

#include <glib/gi18n.h>

#include "ala-state-icon.h"
#include "ala-webhook-event.h"

struct _AlaWebhookGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state;
  AlaStateIcon *state_icon;
  GtkButton *again;

  GPtrArray *rows; /* of webhooks and events */
};

static guint again_signal;

G_DEFINE_FINAL_TYPE (AlaWebhookGroup, ala_webhook_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
new_row (AlaCheckState  state,
         const char    *title,
         const char    *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = ala_state_icon_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  ala_state_icon_set_state (ALA_STATE_ICON (icon), state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "webhook");

  return row;
}

static GtkWidget *
new_webhook_row (AlaWebhookReview *review,
                 AlaWebhook       *webhook)
{
  AlaWebhookRemark remarks;
  AlaCheckState state = ALA_CHECK_SKIPPED;
  g_autofree char *url = NULL;
  g_autofree char *words = NULL;
  g_autofree char *subtitle = NULL;

  remarks = ala_webhook_review_get_remarks (review, webhook) & ~ALA_WEBHOOK_REMARK_EXTRA;
  if (ala_webhook_review_get_relation (review, webhook) == ALA_WEBHOOK_OURS)
    state = remarks == ALA_WEBHOOK_REMARK_NONE ? ALA_CHECK_PASSED : ALA_CHECK_WARNING;
  url = ala_webhook_review_dup_url (review, webhook);
  words = ala_webhook_review_describe (review, webhook);
  subtitle = g_strdup_printf ("%s\n%s", url, words);

  return new_row (state, ala_webhook_get_name (webhook), subtitle);
}

/* Returns: (nullable): a row for an event that is not sent as it should be */
static GtkWidget *
new_event_row (AlaWebhookReview *review,
               const char       *event)
{
  switch (ala_webhook_review_get_event_state (review, event))
    {
    case ALA_WEBHOOK_EVENT_DISABLED:
      return new_row (ALA_CHECK_WARNING, ala_webhook_event_get_label (event), _("The webhook that would send it is switched off"));
    case ALA_WEBHOOK_EVENT_MISSING:
      return new_row (ALA_CHECK_WARNING, ala_webhook_event_get_label (event), _("No webhook sends it"));
    case ALA_WEBHOOK_EVENT_SENT:
    case ALA_WEBHOOK_EVENT_FILTERED:
    default:
      return NULL;
    }
}

static void
clear_rows (AlaWebhookGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (AlaWebhookGroup *self,
         GtkWidget       *row)
{
  if (row == NULL)
    return;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
set_state (AlaWebhookGroup *self,
           AlaCheckState    state,
           const char      *title,
           const char      *subtitle)
{
  ala_state_icon_set_state (self->state_icon, state);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->again), state != ALA_CHECK_RUNNING);
}

void
ala_webhook_group_set_busy (AlaWebhookGroup *self)
{
  g_return_if_fail (ALA_IS_WEBHOOK_GROUP (self));

  clear_rows (self);
  set_state (self, ALA_CHECK_RUNNING, _("Asking Jira…"), "");
}

static void
show (AlaWebhookGroup  *self,
      AlaWebhookReview *review,
      const char       *product)
{
  GPtrArray *webhooks = ala_webhook_review_get_webhooks (review);
  const char *const *events = ala_webhook_review_get_events (review);
  guint n_foreign = ala_webhook_review_count (review, ALA_WEBHOOK_FOREIGN);
  gboolean any = ala_webhook_review_count (review, ALA_WEBHOOK_OURS) > 0;
  g_autoptr (GError) missing = ala_webhook_review_new_error (review);
  g_autofree char *title = NULL;
  g_autofree char *others = NULL;

  if (n_foreign > 0)
    others = g_strdup_printf (ngettext ("There is %u webhook of another program.", "There are %u webhooks of other programs.", n_foreign),
                              n_foreign);
  if (missing == NULL)
    /* Translators: %s is the name of a product */
    title = g_strdup_printf (_("Jira tells %s everything"), product);
  else if (any)
    title = g_strdup (ala_problem_get_title (ala_problem_from_error (missing)));
  else
    /* Translators: %s is the name of a product */
    title = g_strdup_printf (_("There is no webhook for %s yet"), product);

  set_state (self, missing == NULL ? ALA_CHECK_PASSED : any ? ALA_CHECK_WARNING : ALA_CHECK_SKIPPED, title, others != NULL ? others : "");
  for (guint i = 0; i < webhooks->len; i++)
    if (ala_webhook_review_get_relation (review, webhooks->pdata[i]) != ALA_WEBHOOK_FOREIGN)
      add_row (self, new_webhook_row (review, webhooks->pdata[i]));
  for (guint i = 0; any && events[i] != NULL; i++)
    add_row (self, new_event_row (review, events[i]));
}

void
ala_webhook_group_set_review (AlaWebhookGroup  *self,
                              AlaWebhookReview *review,
                              const char       *product,
                              gboolean          forbidden)
{
  g_return_if_fail (ALA_IS_WEBHOOK_GROUP (self));
  g_return_if_fail (review == NULL || ALA_IS_WEBHOOK_REVIEW (review));
  g_return_if_fail (product != NULL);

  clear_rows (self);
  if (review != NULL)
    show (self, review, product);
  else if (forbidden)
    set_state (self, ALA_CHECK_SKIPPED, ala_problem_get_title (ALA_PROBLEM_WEBHOOKS_FORBIDDEN),
               ala_problem_get_cause (ALA_PROBLEM_WEBHOOKS_FORBIDDEN));
  else
    set_state (self, ALA_CHECK_SKIPPED, _("What Jira has is not known"), "");
}

static void
on_again_clicked (AlaWebhookGroup *self)
{
  g_signal_emit (self, again_signal, 0);
}

static void
ala_webhook_group_dispose (GObject *object)
{
  g_clear_pointer (&ALA_WEBHOOK_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_webhook_group_parent_class)->dispose (object);
}

static void
ala_webhook_group_class_init (AlaWebhookGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_webhook_group_dispose;

  again_signal = g_signal_new ("again", ALA_TYPE_WEBHOOK_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-webhook-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookGroup, state);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookGroup, state_icon);
  gtk_widget_class_bind_template_child (widget_class, AlaWebhookGroup, again);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
}

static void
ala_webhook_group_init (AlaWebhookGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
