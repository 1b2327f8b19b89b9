/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-summary.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-day.h"
#include "ala-problem-box.h"
#include "ala-webhook-task.h"

/* reference/jira-oauth.md section 1: where a user sees and revokes what was allowed; section 4: the links. */
#define TOKENS_PATH "/plugins/servlet/oauth/users/access-tokens"
#define LINKS_PATH "/plugins/servlet/applinks/listApplicationLinks"

struct _AlaPageSummary
{
  AlaPage parent_instance;

  AdwActionRow *jira;
  AdwActionRow *consumer_key;
  AdwActionRow *user;
  AdwActionRow *expires;
  AdwPreferencesGroup *left;
  AlaProblemBox *problem;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (AlaPageSummary, ala_page_summary, ALA_TYPE_PAGE)

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaPageSummary) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_browser_open_finish (result, &error);
  ala_problem_box_set_error (self->problem, error);
}

static void
open_page (AlaPageSummary *self,
           const char     *path)
{
  g_autofree char *address = g_strconcat (ala_setup_get_jira_url (ala_page_get_setup (ALA_PAGE (self))), path, NULL);

  ala_browser_open_async (address, GTK_WIDGET (self), ala_page_get_cancellable (ALA_PAGE (self)), on_opened,
                          g_object_ref (self));
}

static void
on_tokens_activated (AlaPageSummary *self)
{
  open_page (self, TOKENS_PATH);
}

static void
on_links_activated (AlaPageSummary *self)
{
  open_page (self, LINKS_PATH);
}

static void
add_left (AlaPageSummary *self,
          const char     *title,
          const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->left, row);
  g_ptr_array_add (self->rows, row);
}

/* What the hand-over page lists and nobody ticked, what is left of the webhooks, and what the profile says comes afterwards. */
static void
show_left (AlaPageSummary *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  AlaProfile *profile = ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));
  GListModel *fields = ala_profile_get_fields (profile);
  const char * const *afterwards = ala_profile_get_afterwards (profile);
  g_autofree char *webhooks = NULL;
  g_autofree char *webhooks_text = NULL;
  guint open = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->left, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      open += !ala_setup_is_done (setup, tick);
    }
  if (open > 0)
    {
      /* Translators: %s is the name of a product */
      g_autofree char *title = g_strdup_printf (_("Enter the link in %s"), ala_profile_get_name (profile));
      g_autofree char *subtitle = g_strdup_printf (ngettext ("%u step on the page before is not ticked",
                                                             "%u steps on the page before are not ticked", open),
                                                   open);

      add_left (self, title, subtitle);
    }
  webhooks = ala_webhook_task_dup (setup, profile, &webhooks_text);
  if (webhooks != NULL)
    add_left (self, webhooks, webhooks_text);
  for (guint i = 0; afterwards[i] != NULL; i++)
    add_left (self, afterwards[i], "");

  gtk_widget_set_visible (GTK_WIDGET (self->left), self->rows->len > 0);
}

static void
show_verdict (AlaPageSummary *self)
{
  AlaPage *page = ALA_PAGE (self);
  const char *verdict = ala_setup_get_verdict (ala_page_get_setup (page));

  if (g_str_equal (verdict, "passed"))
    {
      ala_page_set_heading (page, _("The Link Works"));
      ala_page_set_description (page, _("Jira answered signed requests for the right user, and every check passed."));
    }
  else if (g_str_equal (verdict, "warning"))
    {
      ala_page_set_heading (page, _("The Link Works, with a Remark"));
      ala_page_set_description (page, _("Jira answered signed requests for the right user. One of the checks had a "
                                        "remark: go back to read it."));
    }
  else
    {
      ala_page_set_heading (page, _("The Link Is Not Complete"));
      ala_page_set_description (page, _("At least one check failed. Go back to see what to mend."));
    }
}

static void
ala_page_summary_prepare (AlaPage *page)
{
  AlaPageSummary *self = ALA_PAGE_SUMMARY (page);
  AlaSetup *setup = ala_page_get_setup (page);
  g_autofree char *day = ala_day_format (ala_setup_get_token_expires (setup));

  show_verdict (self);
  adw_action_row_set_subtitle (self->jira, ala_setup_get_jira_url (setup));
  adw_action_row_set_subtitle (self->consumer_key, ala_setup_get_consumer_key (setup));
  adw_action_row_set_subtitle (self->user, ala_setup_get_user (setup));
  adw_action_row_set_subtitle (self->expires, *day != '\0' ? day : _("Jira did not say"));
  gtk_widget_set_visible (GTK_WIDGET (self->user), *ala_setup_get_user (setup) != '\0');
  show_left (self);

  if (!g_str_equal (ala_setup_get_verdict (setup), "failed"))
    ala_setup_set_finished (setup, g_get_real_time () / G_USEC_PER_SEC);
  ala_workspace_save (ala_page_get_workspace (page));
  ala_page_set_complete (page, TRUE);
}

static void
ala_page_summary_dispose (GObject *object)
{
  g_clear_pointer (&ALA_PAGE_SUMMARY (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ala_page_summary_parent_class)->dispose (object);
}

static void
ala_page_summary_class_init (AlaPageSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_summary_dispose;
  ALA_PAGE_CLASS (klass)->prepare = ala_page_summary_prepare;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, jira);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, consumer_key);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, user);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, expires);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, left);
  gtk_widget_class_bind_template_child (widget_class, AlaPageSummary, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_tokens_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_links_activated);
}

static void
ala_page_summary_init (AlaPageSummary *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
