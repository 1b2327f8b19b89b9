/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-webhooks.h"

#include <glib/gi18n.h>

#include "ala-browser.h"
#include "ala-jira-page.h"
#include "ala-problem-box.h"
#include "ala-webhook-choice.h"
#include "ala-webhook-dialog.h"
#include "ala-webhook-group.h"
#include "ala-webhook-place.h"
#include "ala-webhook-recipe.h"
#include "ala-webhook-result.h"
#include "ala-webhook-review.h"
#include "ala-webhook-task.h"
#include "ala-webhooks.h"

struct _AlaPageWebhooks
{
  AlaPage parent_instance;

  AlaWebhookChoice *choice;
  AlaWebhookPlace *place;
  AlaWebhookGroup *there;
  AlaProblemBox *problem;
  GtkButton *send;
  AlaWebhookResult *result;
  AlaWebhookRecipe *recipe;

  AlaWebhooks *webhooks;     /* (nullable): of the link as it is */
  GPtrArray *list;           /* (nullable): what Jira has */
  AlaWebhookReview *review;  /* (nullable): what that means to the product */
  GError *error;             /* (nullable): why it is not known, or was not saved */
  AlaSetup *shown;           /* (nullable): the setup that the page was filled from */

  AlaWebhook *draft;         /* (nullable): what is to be sent, while it is asked about or sent */
  AlaWebhook *before;        /* (nullable): what it changes */
  AlaWebhook *made;          /* (nullable): what was sent, as Jira has it: it can be taken back */
  AlaWebhook *made_before;   /* (nullable): what it was */
  GError *made_error;        /* (nullable): what Jira did not keep */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (AlaPageWebhooks, ala_page_webhooks, ALA_TYPE_PAGE)

static AlaSetup *
get_setup (AlaPageWebhooks *self)
{
  return ala_page_get_setup (ALA_PAGE (self));
}

static AlaProfile *
get_profile (AlaPageWebhooks *self)
{
  return ala_workspace_get_profile (ala_page_get_workspace (ALA_PAGE (self)));
}

static AlaWebhookPlan
get_plan (AlaPageWebhooks *self)
{
  return ala_setup_get_webhook_plan (get_setup (self));
}

/* What can be done */

static char *
dup_jira_page (AlaPageWebhooks *self)
{
  return ala_jira_page_dup_address (ALA_JIRA_PAGE_WEBHOOKS, ala_setup_get_jira_url (get_setup (self)));
}

static void
show_there (AlaPageWebhooks *self)
{
  gboolean forbidden = g_error_matches (self->error, ALA_PROBLEM_ERROR, ALA_PROBLEM_WEBHOOKS_FORBIDDEN);

  if (self->busy)
    ala_webhook_group_set_busy (self->there);
  else
    ala_webhook_group_set_review (self->there, self->review, ala_profile_get_name (get_profile (self)), forbidden);

  /* Not to have the right is no mistake that anybody has to mend. */
  ala_problem_box_set_error (self->problem, forbidden || self->busy ? NULL : self->error);
}

static void
show_recipe (AlaPageWebhooks *self)
{
  AlaProfile *profile = get_profile (self);
  g_autoptr (AlaWebhook) draft = ala_webhook_new (ala_profile_get_application_name (profile),
                                                  ala_setup_get_webhook_url (get_setup (self)), ala_profile_get_events (profile), NULL);
  g_autofree char *page = dup_jira_page (self);

  ala_webhook_recipe_set_webhook (self->recipe, draft, page, get_setup (self));
}

static void
clear_draft (AlaPageWebhooks *self)
{
  g_clear_object (&self->draft);
  g_clear_object (&self->before);
}

static void
update (AlaPageWebhooks *self)
{
  AlaSetup *setup = get_setup (self);
  AlaWebhookPlan plan = get_plan (self);
  gboolean manual = plan == ALA_WEBHOOK_PLAN_MANUAL;
  gboolean has_events = *ala_profile_get_events (get_profile (self)) != NULL;
  AlaWebhook *before = NULL;
  g_autoptr (AlaWebhook) offer = NULL;

  /* Where the product makes them, it knows the address and we do not. */
  g_clear_object (&self->review);
  if (self->list != NULL)
    self->review = ala_webhook_review_new (self->list, ala_profile_get_events (get_profile (self)),
                                           manual ? ala_setup_get_webhook_url (setup) : "", ala_setup_get_product_url (setup));
  if (manual && self->review != NULL)
    offer = ala_webhook_review_dup_offer (self->review, ala_profile_get_application_name (get_profile (self)), &before);
  if (manual && self->review != NULL)
    ala_setup_set_done (setup, ALA_WEBHOOK_TASK_DONE, ala_webhook_review_is_good (self->review));

  gtk_widget_set_visible (GTK_WIDGET (self->choice), has_events);
  gtk_widget_set_visible (GTK_WIDGET (self->place), manual);
  gtk_widget_set_visible (GTK_WIDGET (self->there), has_events && plan != ALA_WEBHOOK_PLAN_NONE
                                                          && !ala_workspace_is_keyless (ala_page_get_workspace (ALA_PAGE (self))));
  show_there (self);
  gtk_widget_set_visible (GTK_WIDGET (self->send), offer != NULL && !self->busy);
  gtk_button_set_label (self->send, before != NULL ? _("_Complete the Webhook…") : _("_Create the Webhook…"));
  gtk_widget_set_visible (GTK_WIDGET (self->result), self->made != NULL && !self->busy);
  ala_webhook_result_show (self->result, self->made_before != NULL, self->made_error);
  gtk_widget_set_visible (GTK_WIDGET (self->recipe), manual && !self->busy && (self->review == NULL || !ala_webhook_review_is_good (self->review)));
  show_recipe (self);

  ala_page_set_complete (ALA_PAGE (self), !has_events || (plan != ALA_WEBHOOK_PLAN_UNDECIDED && (!manual || self->draft == NULL)));
}

/* Looking */

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaPageWebhooks) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = ala_webhooks_list_finish (ALA_WEBHOOKS (source), result, &error);

  if (ALA_WEBHOOKS (source) != self->webhooks || ala_page_get_workspace (ALA_PAGE (self)) == NULL)
    {
      g_clear_pointer (&list, g_ptr_array_unref);
      return;
    }

  self->busy = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  if (list != NULL)
    ala_webhook_choice_propose (self->choice);

  /* What went wrong with saving stays to be read. */
  if (error != NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  update (self);
}

static void
look (AlaPageWebhooks *self)
{
  AlaPage *page = ALA_PAGE (self);
  AlaSetup *setup = get_setup (self);
  g_autoptr (AlaJiraClient) client = ala_workspace_dup_client (ala_page_get_workspace (page));
  const char *near = ala_setup_get_webhook_url (setup);

  if (*ala_profile_get_events (get_profile (self)) == NULL || ala_workspace_is_keyless (ala_page_get_workspace (page)))
    return;
  if (client == NULL || ala_workspace_get_access_token (ala_page_get_workspace (page)) == NULL)
    {
      ala_page_go_to (page, ALA_STEP_AUTHORIZATION);
      return;
    }

  g_clear_object (&self->webhooks);
  self->webhooks = ala_webhooks_new (client, ala_setup_get_edition (setup), ala_setup_get_version (setup));
  self->busy = TRUE;
  ala_webhooks_list_async (self->webhooks, *near != '\0' ? near : ala_setup_get_product_url (setup), ala_page_get_cancellable (page),
                           on_listed, g_object_ref (self));
  update (self);
}

static void
on_look_again (AlaPageWebhooks *self)
{
  g_clear_error (&self->error);
  look (self);
}

/* Sending, and taking it back */

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AlaPageWebhooks) self = user_data;
  g_autoptr (GError) error = NULL;
  AlaWebhook *saved = ala_webhooks_save_finish (ALA_WEBHOOKS (source), result, &error);

  if (ala_page_get_workspace (ALA_PAGE (self)) == NULL || self->draft == NULL)
    {
      g_clear_object (&saved);
      return;
    }

  g_clear_error (&self->error);
  g_clear_error (&self->made_error);
  if (saved != NULL)
    {
      ala_webhooks_judge (self->draft, saved, &self->made_error);
      g_set_object (&self->made_before, self->before);
      g_clear_object (&self->made);
      self->made = saved;
    }
  else
    {
      self->error = g_steal_pointer (&error);
    }
  clear_draft (self);
  self->busy = FALSE;
  if (ala_page_is_in_front (ALA_PAGE (self)))
    look (self);
}

static void
send_draft (AlaPageWebhooks *self)
{
  self->busy = TRUE;
  update (self);

  /* Once it is on its way it has to be known what became of it: it is not cancelled by leaving the page. */
  ala_webhooks_save_async (self->webhooks, self->draft, self->before, NULL, on_saved, g_object_ref (self));
}

static void
on_answer (AlaPageWebhooks *self,
           const char      *response)
{
  if (self->draft == NULL || self->busy)
    return;

  if (g_str_equal (response, "send") && ala_page_is_in_front (ALA_PAGE (self)))
    {
      send_draft (self);
      return;
    }

  clear_draft (self);
  update (self);
}

static void
on_send_clicked (AlaPageWebhooks *self)
{
  AlaWebhook *before = NULL;
  GtkWidget *dialog;

  if (self->busy || self->review == NULL)
    return;

  clear_draft (self);
  self->draft = ala_webhook_review_dup_offer (self->review, ala_profile_get_application_name (get_profile (self)), &before);
  if (self->draft == NULL)
    return;
  g_set_object (&self->before, before);

  dialog = ala_webhook_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->draft, self->before);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_undo (AlaPageWebhooks *self,
          GError          *error)
{
  if (ala_page_get_workspace (ALA_PAGE (self)) == NULL)
    {
      g_clear_error (&error);
      return;
    }

  self->busy = FALSE;
  g_clear_error (&self->error);
  self->error = error;
  if (error == NULL)
    {
      g_clear_object (&self->made);
      g_clear_object (&self->made_before);
      g_clear_error (&self->made_error);
    }
  if (ala_page_is_in_front (ALA_PAGE (self)))
    look (self);
}

static void
on_deleted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AlaPageWebhooks) self = user_data;
  GError *error = NULL;

  ala_webhooks_delete_finish (ALA_WEBHOOKS (source), result, &error);
  end_undo (self, error);
}

static void
on_put_back (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AlaPageWebhooks) self = user_data;
  g_autoptr (AlaWebhook) saved = NULL;
  GError *error = NULL;

  saved = ala_webhooks_save_finish (ALA_WEBHOOKS (source), result, &error);
  if (saved != NULL)
    ala_webhooks_judge (self->made_before, saved, &error);
  end_undo (self, error);
}

static void
on_undo (AlaPageWebhooks *self)
{
  if (self->busy || self->made == NULL)
    return;

  self->busy = TRUE;
  if (self->made_before != NULL)
    ala_webhooks_save_async (self->webhooks, self->made_before, self->made, NULL, on_put_back, g_object_ref (self));
  else
    ala_webhooks_delete_async (self->webhooks, self->made, NULL, on_deleted, g_object_ref (self));
  update (self);
}

/* The decision */

static void
on_choice_changed (AlaPageWebhooks *self)
{
  ala_setup_set_webhook_plan (get_setup (self), ala_webhook_choice_get_plan (self->choice));
  ala_page_save (ALA_PAGE (self));
  update (self);
}

static void
on_place_changed (AlaPageWebhooks *self)
{
  ala_setup_set_webhook_url (get_setup (self), ala_webhook_place_get_address (self->place));
  ala_page_save (ALA_PAGE (self));
  update (self);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaPageWebhooks) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ala_browser_open_finish (result, &error))
    ala_problem_box_set_error (self->problem, error);
}

static void
on_open (AlaPageWebhooks *self)
{
  g_autofree char *page = dup_jira_page (self);

  ala_browser_open_async (page, GTK_WIDGET (self), ala_page_get_cancellable (ALA_PAGE (self)), on_opened, g_object_ref (self));
}

/* The page */

static void
forget (AlaPageWebhooks *self)
{
  g_clear_object (&self->webhooks);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_object (&self->review);
  g_clear_error (&self->error);
  g_clear_object (&self->made);
  g_clear_object (&self->made_before);
  g_clear_error (&self->made_error);
  clear_draft (self);
}

static void
fill (AlaPageWebhooks *self)
{
  AlaProfile *profile = get_profile (self);
  AlaSetup *setup = get_setup (self);
  const char *product = ala_profile_get_name (profile);
  g_autofree char *known = ala_profile_dup_webhook_url (profile, ala_setup_get_product_url (setup));
  /* Translators: %s is the name of a product */
  g_autofree char *description = g_strdup_printf (_("By webhooks Jira tells %s when issues, versions and projects change."), product);
  /* Translators: %s is the name of a product */
  g_autofree char *needs_none = g_strdup_printf (_("%s needs no webhooks. There is nothing to do here."), product);

  ala_page_set_description (ALA_PAGE (self), *ala_profile_get_events (profile) != NULL ? description : needs_none);
  ala_webhook_choice_fill (self->choice, product, get_plan (self));
  ala_webhook_place_fill (self->place, ala_setup_get_webhook_url (setup), known, ala_profile_get_webhook_note (profile),
                          ala_setup_get_edition (setup) == ALA_EDITION_CLOUD);
}

static void
ala_page_webhooks_prepare (AlaPage *page)
{
  AlaPageWebhooks *self = ALA_PAGE_WEBHOOKS (page);

  if (self->shown != ala_page_get_setup (page))
    {
      forget (self);
      self->busy = FALSE;
      g_set_object (&self->shown, ala_page_get_setup (page));
    }
  fill (self);
  update (self);
  if (!self->busy || self->draft == NULL)
    on_look_again (self);
}

static void
ala_page_webhooks_leave (AlaPage *page)
{
  AlaPageWebhooks *self = ALA_PAGE_WEBHOOKS (page);

  ala_page_save (page);
  ala_problem_box_set_error (self->problem, NULL);
}

static void
ala_page_webhooks_dispose (GObject *object)
{
  AlaPageWebhooks *self = ALA_PAGE_WEBHOOKS (object);

  forget (self);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (ala_page_webhooks_parent_class)->dispose (object);
}

static void
ala_page_webhooks_class_init (AlaPageWebhooksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_webhooks_dispose;
  page_class->prepare = ala_page_webhooks_prepare;
  page_class->leave = ala_page_webhooks_leave;

  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_WEBHOOK_CHOICE);
  g_type_ensure (ALA_TYPE_WEBHOOK_GROUP);
  g_type_ensure (ALA_TYPE_WEBHOOK_PLACE);
  g_type_ensure (ALA_TYPE_WEBHOOK_RECIPE);
  g_type_ensure (ALA_TYPE_WEBHOOK_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-webhooks.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, choice);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, place);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, there);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, send);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, result);
  gtk_widget_class_bind_template_child (widget_class, AlaPageWebhooks, recipe);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, ala_page_save);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_look_again);
  gtk_widget_class_bind_template_callback (widget_class, on_send_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

static void
ala_page_webhooks_init (AlaPageWebhooks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
