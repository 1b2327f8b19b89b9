/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-page-authorization.h"

#include <glib/gi18n.h>

#include "ala-authorization.h"
#include "ala-browser.h"
#include "ala-copy-row.h"
#include "ala-day.h"
#include "ala-problem-box.h"
#include "ala-state-icon.h"
#include "ala-verifier.h"

/* How long a person may wait before the page says what else can be done, in seconds. */
#define HELP_AFTER 25

/* No page of Jira that holds a code is longer than this; what is longer is none of our business. */
#define CLIPBOARD_MAX (16 * 1024)

struct _AlaPageAuthorization
{
  AlaPage parent_instance;

  GtkButton *open;
  AlaProblemBox *browser_problem;
  AlaProblemBox *problem;
  AdwActionRow *status;
  AlaStateIcon *status_icon;
  GtkButton *again;
  AlaCopyRow *address;
  AdwPreferencesGroup *answer_group;
  AdwEntryRow *answer;
  GtkSwitch *watch_clipboard;
  AdwPreferencesGroup *help;

  GSettings *settings;
  AlaAuthorization *authorization; /* (nullable): while the page waits for it */
  GSignalGroup *signals;
  guint tick;
  gint64 opened_at;                /* monotonic: when the browser was opened, 0 before */
  gboolean in_browser;             /* the person waits there for Jira's question */
};

G_DEFINE_FINAL_TYPE (AlaPageAuthorization, ala_page_authorization, ALA_TYPE_PAGE)

static AlaWorkspace *
get_workspace (AlaPageAuthorization *self)
{
  return ala_page_get_workspace (ALA_PAGE (self));
}

/* What is shown */

static void
set_status (AlaPageAuthorization *self,
            const char           *title,
            const char           *subtitle,
            AlaCheckState         state)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), title);
  adw_action_row_set_subtitle (self->status, subtitle);
  ala_state_icon_set_state (self->status_icon, state);
}

static void
show_waiting (AlaPageAuthorization *self)
{
  guint left = ala_authorization_get_seconds_left (self->authorization);
  g_autofree char *subtitle = NULL;

  /* Translators: a time in minutes and seconds, like 9:05 */
  subtitle = g_strdup_printf (_("Jira waits for another %u:%02u, then it is asked anew"), left / 60, left % 60);
  if (self->opened_at == 0)
    set_status (self, _("Ready: open Jira in the browser"), subtitle, ALA_CHECK_WAITING);
  else
    set_status (self, _("Waiting for your answer in Jira…"), subtitle, ALA_CHECK_RUNNING);
  if (self->opened_at > 0 && g_get_monotonic_time () - self->opened_at > HELP_AFTER * G_USEC_PER_SEC)
    gtk_widget_set_visible (GTK_WIDGET (self->help), TRUE);
}

static void
show_authorized (AlaPageAuthorization *self)
{
  AlaSetup *setup = ala_page_get_setup (ALA_PAGE (self));
  g_autofree char *day = ala_day_format (ala_setup_get_token_expires (setup));
  g_autofree char *subtitle = NULL;

  /* Translators: %s is a day */
  subtitle = *day != '\0' ? g_strdup_printf (_("Jira’s token is valid until %s"), day) : g_strdup ("");

  set_status (self, _("The access is allowed"), subtitle, ALA_CHECK_PASSED);
}

static void
show_keyless (AlaPageAuthorization *self)
{
  const char *name = ala_profile_get_name (ala_workspace_get_profile (get_workspace (self)));
  /* Translators: the name of a product */
  g_autofree char *title = g_strdup_printf (_("%s asks Jira by itself"), name);

  set_status (self, title, "", ALA_CHECK_SKIPPED);
}

static void
update (AlaPageAuthorization *self)
{
  AlaAuthorizationState state = ALA_AUTHORIZATION_IDLE;
  gboolean authorized = ala_workspace_get_access_token (get_workspace (self)) != NULL;
  gboolean keyless = ala_workspace_is_keyless (get_workspace (self));
  gboolean waiting;
  const char *url = NULL;

  if (self->authorization != NULL)
    {
      state = ala_authorization_get_state (self->authorization);
      url = ala_authorization_get_authorize_url (self->authorization);
    }
  waiting = state == ALA_AUTHORIZATION_WAITING;
  gtk_widget_set_sensitive (GTK_WIDGET (self->open), waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->open), !authorized && !keyless);
  gtk_widget_set_visible (GTK_WIDGET (self->address), waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_group), !authorized && !keyless);
  gtk_widget_set_visible (GTK_WIDGET (self->again), authorized);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->help), !authorized && gtk_widget_get_visible (GTK_WIDGET (self->help)));
  ala_copy_row_set_value (self->address, url);

  if (keyless)
    show_keyless (self);
  else if (waiting)
    show_waiting (self);
  else if (state == ALA_AUTHORIZATION_REQUESTING)
    set_status (self, _("Asking Jira for a request token…"), "", ALA_CHECK_RUNNING);
  else if (state == ALA_AUTHORIZATION_EXCHANGING)
    set_status (self, _("The answer is here. Asking for the access token…"), "", ALA_CHECK_RUNNING);
  else if (authorized)
    show_authorized (self);
  else
    set_status (self, _("Not authorized yet"), "", ALA_CHECK_WAITING);

  ala_page_set_complete (ALA_PAGE (self), authorized || keyless);
}

static gboolean
on_tick (gpointer user_data)
{
  update (user_data);
  return G_SOURCE_CONTINUE;
}

static void
show_problem (AlaPageAuthorization *self,
              const GError         *error)
{
  AlaProblem problem = ala_problem_from_error (error);

  ala_problem_box_set_mild (self->problem, FALSE);
  ala_problem_box_set_buttons (self->problem, _("_Try Again"),
                               ala_problem_get_step (problem) == ALA_STEP_LINK ? _("_Back to the Link") : NULL);
  ala_problem_box_set_error (self->problem, error);
}

/* The browser */

static void
on_browser_opened (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AlaPageAuthorization) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ala_browser_open_finish (result, &error))
    gtk_widget_set_visible (GTK_WIDGET (self->help), TRUE);
  ala_problem_box_set_error (self->browser_problem, error);
}

static void
open_browser (AlaPageAuthorization *self)
{
  const char *url = self->authorization != NULL ? ala_authorization_get_authorize_url (self->authorization) : NULL;

  if (url == NULL)
    return;

  if (self->opened_at == 0)
    self->opened_at = g_get_monotonic_time ();
  ala_browser_open_async (url, GTK_WIDGET (self), ala_page_get_cancellable (ALA_PAGE (self)), on_browser_opened,
                          g_object_ref (self));
  update (self);
}

/* Who comes straight from making the link in the browser goes on there. */
static void
go_on (AlaPageAuthorization *self)
{
  update (self);
  if (!self->in_browser || self->authorization == NULL
      || ala_authorization_get_state (self->authorization) != ALA_AUTHORIZATION_WAITING)
    return;

  self->in_browser = FALSE;
  open_browser (self);
}

/* The request token was renewed: the page that stands open in the browser is void now. */
static void
on_url_changed (AlaPageAuthorization *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->opened_at > 0 && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    open_browser (self);
  else
    self->opened_at = 0; /* No new page every ten minutes before an empty chair; the person is asked to open it. */
  update (self);
}

/* Answers that were no good */

static void
on_refused (AlaPageAuthorization *self,
            const GError         *error)
{
  ala_problem_box_set_mild (self->problem, TRUE);
  ala_problem_box_set_buttons (self->problem, NULL, NULL);
  ala_problem_box_set_error (self->problem, error);
  update (self);
}

static void
on_answer_applied (AlaPageAuthorization *self)
{
  g_autoptr (GError) error = NULL;

  if (self->authorization == NULL)
    return;

  if (ala_authorization_offer (self->authorization, gtk_editable_get_text (GTK_EDITABLE (self->answer)), &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->answer), "");
      ala_problem_box_set_error (self->problem, NULL);
    }
  else
    on_refused (self, error);
}

static void
on_clipboard_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AlaPageAuthorization) self = user_data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* Whatever else people copy meanwhile is not looked at any further, and may be a secret of theirs. */
  if (text != NULL && self->authorization != NULL && strlen (text) <= CLIPBOARD_MAX)
    {
      g_autoptr (AlaVerifier) verifier = ala_verifier_parse (text);

      if (ala_verifier_is_certain (verifier)
          && ala_authorization_offer (self->authorization, text, NULL))
        ala_problem_box_set_error (self->problem, NULL);
    }
  ala_secret_wipe_free (text);
}

static gboolean
holds_text (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) formats = NULL;

  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/* Comes several times for one copy, at first without any format. */
static void
on_clipboard_changed (AlaPageAuthorization *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!ala_page_is_in_front (ALA_PAGE (self)) || self->authorization == NULL
      || !gtk_switch_get_active (self->watch_clipboard) || gdk_clipboard_is_local (clipboard)
      || ala_authorization_get_state (self->authorization) != ALA_AUTHORIZATION_WAITING
      || !holds_text (clipboard))
    return;

  gdk_clipboard_read_text_async (clipboard, ala_page_get_cancellable (ALA_PAGE (self)), on_clipboard_read,
                                 g_object_ref (self));
}

/* The dance */

static void
on_token_kept (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AlaPageAuthorization) self = user_data;
  g_autoptr (GError) error = NULL;

  ala_workspace_keep_token_finish (ALA_WORKSPACE (source), result, &error);

  /* The window was closed meanwhile, or the person went to another link. */
  if (get_workspace (self) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  update (self);
  if (error != NULL)
    {
      show_problem (self, error);
      return;
    }

  ala_page_advance (ALA_PAGE (self));
}

static void
call_back_the_person (AlaPageAuthorization *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GNotification) notification = NULL;

  if (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)))
    return;

  /* Best effort: a Wayland compositor may do no more than mark the window. */
  gtk_window_present (GTK_WINDOW (root));
  notification = g_notification_new (_("Jira Allowed the Access"));
  g_notification_set_body (notification, _("Applink Assistant goes on with the checks."));
  g_application_send_notification (g_application_get_default (), "authorized", notification);
}

static void
stop (AlaPageAuthorization *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->authorization);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (AlaPageAuthorization) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaAccessToken) token = ala_authorization_run_finish (ALA_AUTHORIZATION (source), result, &error);

  if (self->authorization != (gpointer) source)
    return;

  stop (self);
  if (token == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (self, error);
      update (self);
      return;
    }

  ala_problem_box_set_error (self->problem, NULL);
  call_back_the_person (self);
  ala_workspace_keep_token_async (get_workspace (self), token, NULL, on_token_kept, g_object_ref (self));
}

static void
run (AlaPageAuthorization *self)
{
  AlaAuthorization *authorization = ala_workspace_get_authorization (get_workspace (self));

  stop (self);
  self->opened_at = 0;
  ala_problem_box_set_error (self->problem, NULL);
  ala_problem_box_set_error (self->browser_problem, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->help), FALSE);
  if (authorization == NULL)
    {
      ala_page_go_to (ALA_PAGE (self), ALA_STEP_JIRA);
      return;
    }

  self->authorization = g_object_ref (authorization);
  g_signal_group_set_target (self->signals, authorization);
  self->tick = g_timeout_add_seconds (1, on_tick, self);
  ala_authorization_run_async (authorization, ala_page_get_cancellable (ALA_PAGE (self)), on_run,
                               g_object_ref (self));
  update (self);
}

static void
on_again (AlaPageAuthorization *self)
{
  ala_workspace_forget_token (get_workspace (self));
  run (self);
}

static void
on_back_to_link (AlaPageAuthorization *self)
{
  ala_page_go_to (ALA_PAGE (self), ALA_STEP_LINK);
}

/* The page */

static void
ala_page_authorization_prepare (AlaPage *page)
{
  AlaPageAuthorization *self = ALA_PAGE_AUTHORIZATION (page);
  gboolean keyless = ala_workspace_is_keyless (get_workspace (self));

  ala_page_set_description (page, keyless ? _("It alone has the private key. How it does that stands on the page “Hand-over”.")
                                  : _("Jira asks in the browser whether the link may act for you. Log in as the user whom the product "
                                      "shall use, and choose “Allow”. The answer comes back here by itself."));
  self->in_browser = ala_workspace_take_in_browser (get_workspace (self));
  if (ala_workspace_get_access_token (get_workspace (self)) == NULL && !keyless)
    run (self);
  go_on (self);
}

static void
ala_page_authorization_leave (AlaPage *page)
{
  AlaPageAuthorization *self = ALA_PAGE_AUTHORIZATION (page);

  stop (self);
  ala_problem_box_set_error (self->problem, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->answer), "");
}

static void
ala_page_authorization_dispose (GObject *object)
{
  AlaPageAuthorization *self = ALA_PAGE_AUTHORIZATION (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->authorization);
  g_clear_object (&self->signals);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ala_page_authorization_parent_class)->dispose (object);
}

static void
ala_page_authorization_class_init (AlaPageAuthorizationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AlaPageClass *page_class = ALA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ala_page_authorization_dispose;
  page_class->prepare = ala_page_authorization_prepare;
  page_class->leave = ala_page_authorization_leave;

  g_type_ensure (ALA_TYPE_COPY_ROW);
  g_type_ensure (ALA_TYPE_PROBLEM_BOX);
  g_type_ensure (ALA_TYPE_STATE_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ALA_RESOURCE_PATH "/ala-page-authorization.ui");
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, open);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, browser_problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, problem);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, status);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, status_icon);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, again);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, address);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, answer_group);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, answer);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, watch_clipboard);
  gtk_widget_class_bind_template_child (widget_class, AlaPageAuthorization, help);
  gtk_widget_class_bind_template_callback (widget_class, open_browser);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_back_to_link);
}

static void
ala_page_authorization_init (AlaPageAuthorization *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (ALA_APP_ID);
  g_settings_bind (self->settings, "watch-clipboard", self->watch_clipboard, "active", G_SETTINGS_BIND_DEFAULT);

  self->signals = g_signal_group_new (ALA_TYPE_AUTHORIZATION);
  g_signal_group_connect_object (self->signals, "notify::state", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::authorize-url", G_CALLBACK (on_url_changed), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (gdk_display_get_clipboard (gdk_display_get_default ()), "changed",
                           G_CALLBACK (on_clipboard_changed), self, G_CONNECT_SWAPPED);
}
