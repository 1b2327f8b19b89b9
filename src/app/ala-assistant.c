/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-assistant.h"

#include <glib/gi18n.h>

#include "ala-button-name.h"
#include "ala-narrow-window.h"
#include "ala-page-authorization.h"
#include "ala-page-checks.h"
#include "ala-page-handover.h"
#include "ala-page-jira.h"
#include "ala-page-key.h"
#include "ala-page-link.h"
#include "ala-page-start.h"
#include "ala-page-summary.h"
#include "ala-page-webhooks.h"
#include "ala-secret-clipboard.h"
#include "ala-side-layout.h"

struct _AlaAssistant
{
  GObject parent_instance;

  GtkAssistant *window; /* weak: the window belongs to the application */
  GtkWidget *sidebar;   /* (nullable): a private part of the window */
  AdwWindowTitle *title;
  GtkWidget *badge;
  GtkWidget *back;      /* on the last page, where GtkAssistant has none */

  AlaWorkspace *workspace;
  AlaPage *current;     /* (nullable) */
  GCancellable *opening;
  gboolean passing;     /* walking over pages that nobody is to see */
  gboolean checking;    /* the link that is being opened is only to be checked */
  gboolean resuming;    /* it is to be gone on with where it was left, finished or not */
};

G_DEFINE_FINAL_TYPE (AlaAssistant, ala_assistant, G_TYPE_OBJECT)

/* The flow: the order of the pages in ala-assistant.ui, and the step that each stands for. */
static const struct
{
  AlaStep step;
  const char *id;
  GType (* get_type) (void);
} flow[] = {
  { ALA_STEP_START, "start", ala_page_start_get_type },
  { ALA_STEP_KEY, "key", ala_page_key_get_type },
  { ALA_STEP_JIRA, "jira", ala_page_jira_get_type },
  { ALA_STEP_LINK, "link", ala_page_link_get_type },
  { ALA_STEP_AUTHORIZATION, "authorization", ala_page_authorization_get_type },
  { ALA_STEP_CHECKS, "checks", ala_page_checks_get_type },
  { ALA_STEP_WEBHOOKS, "webhooks", ala_page_webhooks_get_type },
  { ALA_STEP_HANDOVER, "handover", ala_page_handover_get_type },
  { ALA_STEP_SUMMARY, "summary", ala_page_summary_get_type },
};

/* A step without a page of its own is mended on the one before it. */
static guint
get_position (AlaStep step)
{
  for (guint i = G_N_ELEMENTS (flow); i > 0; i--)
    if (flow[i - 1].step <= step)
      return i - 1;

  return 0;
}

GtkWindow *
ala_assistant_get_window (AlaAssistant *self)
{
  g_return_val_if_fail (ALA_IS_ASSISTANT (self), NULL);

  return self->window != NULL ? GTK_WINDOW (self->window) : NULL;
}

AlaStep
ala_assistant_get_step (AlaAssistant *self)
{
  g_return_val_if_fail (ALA_IS_ASSISTANT (self), ALA_STEP_START);

  /* There is no current page until the window is shown. */
  return flow[MAX (gtk_assistant_get_current_page (self->window), 0)].step;
}

GtkWidget *
ala_assistant_get_page (AlaAssistant *self,
                        AlaStep       step)
{
  g_return_val_if_fail (ALA_IS_ASSISTANT (self), NULL);

  return gtk_assistant_get_nth_page (self->window, (int) get_position (step));
}

/* The list of steps holds two labels for each page, one plain and one highlighted; coming ones are dimmed. */
static void
update_sidebar (AlaAssistant *self,
                int           current)
{
  GtkWidget *label;
  int i = 0;

  if (self->sidebar == NULL)
    return;

  for (label = gtk_widget_get_first_child (self->sidebar); label != NULL; label = gtk_widget_get_next_sibling (label))
    (i++ / 2 > current ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (label, "todo");
}

static void
update_title (AlaAssistant *self)
{
  int current = gtk_assistant_get_current_page (self->window);
  /* Translators: as in “Step 2 of 8” */
  g_autofree char *step = g_strdup_printf (_("Step %d of %d"), current + 1, gtk_assistant_get_n_pages (self->window));

  adw_window_title_set_title (self->title, self->current != NULL ? ala_page_get_title (self->current) : "");
  adw_window_title_set_subtitle (self->title, step);
  gtk_widget_set_visible (self->back, current == gtk_assistant_get_n_pages (self->window) - 1);
  gtk_widget_set_visible (self->badge, ala_workspace_is_rehearsal (self->workspace));
}

/* Whoever leaves a finished link does not come back to the middle of it. */
static void
leave_finished (AlaAssistant *self)
{
  if (ala_setup_get_finished (ala_workspace_get_setup (self->workspace)) > 0)
    ala_setup_set_step (ala_workspace_get_setup (self->workspace), ALA_STEP_START);
  ala_workspace_save (self->workspace);
}

static void
on_prepare (AlaAssistant *self,
            GtkWidget    *widget)
{
  AlaPage *page = ALA_PAGE (widget);
  AlaStep step;

  if (self->passing)
    return;

  if (self->current != NULL && self->current != page)
    {
      ala_page_leave (self->current);
      ala_page_set_complete (self->current, FALSE);

      /* The focus within the old page would be moved twice, by the stack and by the assistant, past the first field of the new one. */
      gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
    }
  self->current = page;

  step = ala_assistant_get_step (self);
  if (step != ALA_STEP_START)
    {
      ala_setup_set_step (ala_workspace_get_setup (self->workspace), step);
      ala_workspace_save (self->workspace);
    }
  else
    leave_finished (self);

  update_sidebar (self, gtk_assistant_get_current_page (self->window));
  ala_page_prepare (page);
  update_title (self);
}

static void
on_advance (AlaAssistant *self)
{
  gtk_assistant_next_page (self->window);
}

void
ala_assistant_go_to (AlaAssistant *self,
                     AlaStep       step)
{
  int target = (int) get_position (step);
  int current;

  g_return_if_fail (ALA_IS_ASSISTANT (self));

  current = gtk_assistant_get_current_page (self->window);
  if (target == current)
    return;

  if (target < current)
    {
      while (gtk_assistant_get_current_page (self->window) > target + 1)
        {
          self->passing = TRUE;
          gtk_assistant_previous_page (self->window);
          self->passing = FALSE;
        }
      gtk_assistant_previous_page (self->window);
      return;
    }

  /* Page by page, so that Back leads to the page before and not to the first one. */
  self->passing = TRUE;
  for (int i = current + 1; i < target; i++)
    gtk_assistant_set_current_page (self->window, i);
  self->passing = FALSE;
  gtk_assistant_set_current_page (self->window, target);
}

static void
on_go_to (AlaAssistant *self,
          AlaStep       step)
{
  ala_assistant_go_to (self, step);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AlaAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = ala_workspace_open_finish (ALA_WORKSPACE (source), result, &error);
  AlaSetup *setup = ala_workspace_get_setup (self->workspace);
  AlaStep step = ala_setup_get_step (setup);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The key page says what is missing and offers to mend it. */
  ala_page_key_set_open_error (ALA_PAGE_KEY (ala_assistant_get_page (self, ALA_STEP_KEY)), error);
  ala_page_checks_set_alone (ALA_PAGE_CHECKS (ala_assistant_get_page (self, ALA_STEP_CHECKS)), self->checking);
  if (self->checking
      && ala_page_start_refuse_check (ALA_PAGE_START (ala_assistant_get_page (self, ALA_STEP_START)), setup, error))
    return;

  if (!opened)
    step = ALA_STEP_KEY;
  else if (self->checking || (ala_setup_get_finished (setup) > 0 && !self->resuming))
    step = ALA_STEP_CHECKS;
  if (step > ALA_STEP_AUTHORIZATION && !ala_workspace_is_keyless (self->workspace)
      && ala_workspace_get_access_token (self->workspace) == NULL)
    step = MIN (step, ALA_STEP_AUTHORIZATION);
  ala_assistant_go_to (self, MAX (step, ALA_STEP_KEY));
}

static void
open_link (AlaAssistant *self,
           AlaSetup     *setup,
           gboolean      checking,
           gboolean      resuming)
{
  self->checking = checking;
  self->resuming = resuming;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();

  /* A keyring may take its time to be unlocked: until then there is nothing to go on with. */
  if (self->current != NULL)
    ala_page_set_complete (self->current, FALSE);
  ala_workspace_open_async (self->workspace, setup, self->opening, on_opened, g_object_ref (self));
}

void
ala_assistant_open (AlaAssistant *self,
                    AlaSetup     *setup)
{
  g_return_if_fail (ALA_IS_ASSISTANT (self));
  g_return_if_fail (ALA_IS_SETUP (setup));

  open_link (self, setup, FALSE, TRUE);
}

static void
on_open_link (AlaAssistant *self,
              AlaSetup     *setup)
{
  open_link (self, setup, FALSE, FALSE);
}

static void
on_check_link (AlaAssistant *self,
               AlaSetup     *setup)
{
  open_link (self, setup, TRUE, FALSE);
}

/* Closing */

static void
close_now (AlaAssistant *self)
{
  if (self->current != NULL)
    ala_page_leave (self->current);
  self->current = NULL;
  leave_finished (self);

  /* GtkApplication hands the clipboard over to a clipboard manager when it ends, secrets included. Whoever closes the window has just
     pressed a button or a key, so that a Wayland compositor does not refuse it. */
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
on_close_answer (AlaAssistant *self,
                 const char   *response)
{
  if (g_str_equal (response, "close") && self->window != NULL)
    close_now (self);
}

void
ala_assistant_close (AlaAssistant *self)
{
  AlaSetup *setup;
  GtkWidget *dialog;

  g_return_if_fail (ALA_IS_ASSISTANT (self));

  if (self->window == NULL)
    return;

  setup = ala_workspace_get_setup (self->workspace);
  if (ala_workspace_is_rehearsal (self->workspace)
      || ala_setup_get_secret_place (setup) != ALA_SECRET_PLACE_SESSION
      || !ala_setup_is_done (setup, "public-key"))
    {
      close_now (self);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), _("Close and Lose the Private Key?"),
                                   _("You chose to keep the secrets only until the program ends. The public key that "
                                     "you copied to Jira will then have no counterpart, and the link must be made "
                                     "again."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Stay"), "close", _("_Close"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The look of the window */

static GtkWidget *
get_part (AlaAssistant *self,
          const char   *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->window), GTK_TYPE_ASSISTANT, id));
}

static void
dress_button (AlaAssistant *self,
              const char   *id,
              const char   *label,
              gboolean      suggested)
{
  GtkWidget *button = get_part (self, id);

  if (button == NULL)
    return;

  ala_button_name_set_label (GTK_BUTTON (button), label);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
}

static void
on_back_clicked (AlaAssistant *self)
{
  gtk_assistant_previous_page (self->window);
}

static void
dress_window (AlaAssistant *self,
              GMenuModel   *menu)
{
  GtkWidget *headerbar = gtk_window_get_titlebar (GTK_WINDOW (self->window));
  GtkWidget *button, *title;

  ala_narrow_window_watch (GTK_WINDOW (self->window), GTK_BUTTON (get_part (self, "cancel")));
  dress_button (self, "back", _("_Back"), FALSE);
  dress_button (self, "forward", _("_Next"), TRUE);
  dress_button (self, "close", _("_Done"), TRUE);
  /* Never shown, but they too count towards the width of the others, with words of GTK's own. */
  dress_button (self, "apply", _("_Next"), FALSE);
  dress_button (self, "last", _("_Next"), FALSE);

  /* What is left to do is mended on the pages before. */
  self->back = gtk_button_new ();
  ala_button_name_set_label (GTK_BUTTON (self->back), _("_Back"));
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back_clicked), self, G_CONNECT_SWAPPED);
  gtk_assistant_add_action_widget (self->window, self->back);

  self->sidebar = get_part (self, "sidebar");
  if (self->sidebar != NULL && GTK_IS_BOX (gtk_widget_get_parent (self->sidebar)))
    gtk_widget_set_layout_manager (gtk_widget_get_parent (self->sidebar), ala_side_layout_new ());

  title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->badge = gtk_label_new (_("Practice"));
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (title), self->badge);

  if (GTK_IS_HEADER_BAR (headerbar))
    {
      gtk_header_bar_set_title_widget (GTK_HEADER_BAR (headerbar), title);
      button = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
      gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
      gtk_widget_set_tooltip_text (button, _("Main Menu"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Main Menu"), -1);
      gtk_header_bar_pack_end (GTK_HEADER_BAR (headerbar), button);
    }
}

static void
on_window_gone (gpointer  user_data,
                GObject  *where_the_window_was)
{
  AlaAssistant *self = user_data;

  self->window = NULL;
  self->current = NULL;
  g_cancellable_cancel (self->opening);
}

AlaAssistant *
ala_assistant_new (GtkApplication *application,
                   AlaWorkspace   *workspace)
{
  AlaAssistant *self = g_object_new (ALA_TYPE_ASSISTANT, NULL);
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (flow); i++)
    g_type_ensure (flow[i].get_type ());

  builder = gtk_builder_new_from_resource (ALA_RESOURCE_PATH "/ala-assistant.ui");
  self->workspace = g_object_ref (workspace);
  self->window = GTK_ASSISTANT (gtk_builder_get_object (builder, "assistant"));
  g_object_weak_ref (G_OBJECT (self->window), on_window_gone, self);
  gtk_window_set_application (GTK_WINDOW (self->window), application);
  gtk_window_set_icon_name (GTK_WINDOW (self->window), ALA_APP_ID);
  if (ALA_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self->window), "devel");
  dress_window (self, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));

  for (guint i = 0; i < G_N_ELEMENTS (flow); i++)
    {
      AlaPage *page = ALA_PAGE (gtk_builder_get_object (builder, flow[i].id));

      ala_page_set_workspace (page, workspace);
      g_signal_connect_object (page, "advance", G_CALLBACK (on_advance), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "go-to", G_CALLBACK (on_go_to), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (gtk_builder_get_object (builder, "start"), "open-link", G_CALLBACK (on_open_link), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_builder_get_object (builder, "start"), "check-link", G_CALLBACK (on_check_link), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::rehearsal", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->window, "prepare", G_CALLBACK (on_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "cancel", G_CALLBACK (ala_assistant_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "close", G_CALLBACK (ala_assistant_close), self, G_CONNECT_SWAPPED);

  return self;
}

static void
ala_assistant_dispose (GObject *object)
{
  AlaAssistant *self = ALA_ASSISTANT (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->window != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->window), on_window_gone, self);
      self->window = NULL;
    }
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ala_assistant_parent_class)->dispose (object);
}

static void
ala_assistant_class_init (AlaAssistantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_assistant_dispose;
}

static void
ala_assistant_init (AlaAssistant *self)
{
}
