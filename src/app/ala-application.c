/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-application.h"

#include <glib/gi18n.h>

#include "ala-copy-keys.h"
#include "ala-copy-row.h"
#include "ala-page-start.h"
#include "ala-profiles.h"
#include "ala-rehearsal.h"

struct _AlaApplication
{
  AdwApplication parent_instance;

  AlaSetupStore *setups;
  AlaWorkspace *workspace;
  AlaAssistant *assistant;
  GSettings *settings;
  gboolean new_link; /* do not go on with an unfinished link */
};

G_DEFINE_FINAL_TYPE (AlaApplication, ala_application, ADW_TYPE_APPLICATION)

AlaAssistant *
ala_application_get_assistant (AlaApplication *self)
{
  g_return_val_if_fail (ALA_IS_APPLICATION (self), NULL);

  return self->assistant;
}

AlaWorkspace *
ala_application_get_workspace (AlaApplication *self)
{
  g_return_val_if_fail (ALA_IS_APPLICATION (self), NULL);

  return self->workspace;
}

/* Something could not be saved or read while no page is there to say so. */
static void
show_error (AlaApplication *self,
            const GError   *error)
{
  AlaProblem problem = ala_problem_from_error (error);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (problem == ALA_PROBLEM_NONE || self->assistant == NULL || ala_assistant_get_window (self->assistant) == NULL)
    return;

  body = g_strconcat (ala_problem_get_cause (problem), "\n\n", ala_problem_get_remedy (problem), "\n\n",
                      error->message, NULL);
  dialog = adw_message_dialog_new (ala_assistant_get_window (self->assistant), ala_problem_get_title (problem), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static AlaSetup *
find_interrupted (AlaApplication *self)
{
  GListModel *links = G_LIST_MODEL (self->setups);

  /* Newest change first: the link that the person worked on last, if it was left in the middle. */
  for (guint i = 0; i < MIN (g_list_model_get_n_items (links), 1); i++)
    {
      g_autoptr (AlaSetup) setup = g_list_model_get_item (links, i);

      if (ala_setup_get_step (setup) > ALA_STEP_START)
        return setup; /* the list holds it */
    }

  return NULL;
}

static void
open_window (AlaApplication *self)
{
  GtkWindow *window;

  self->assistant = ala_assistant_new (GTK_APPLICATION (self), self->workspace);
  window = ala_assistant_get_window (self->assistant);
  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
  gtk_window_present (window);
}

static void
ala_application_activate (GApplication *application)
{
  AlaApplication *self = ALA_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  AlaSetup *interrupted;

  if (self->assistant != NULL && ala_assistant_get_window (self->assistant) != NULL)
    {
      gtk_window_present (ala_assistant_get_window (self->assistant));
      return;
    }

  g_clear_object (&self->assistant);
  ala_setup_store_load (self->setups, &error);
  open_window (self);
  show_error (self, error);

  interrupted = self->new_link ? NULL : find_interrupted (self);
  if (interrupted != NULL)
    ala_assistant_open (self->assistant, interrupted);
}

static void
on_save_failed (AlaApplication *self,
                const GError   *error)
{
  show_error (self, error);
}

/* Actions */

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  AlaApplication *self = user_data;
  GtkWindow *parent = self->assistant != NULL ? ala_assistant_get_window (self->assistant) : NULL;

  adw_show_about_window (parent,
                         "application-name", _("Applink Assistant"),
                         "application-icon", ALA_APP_ID,
                         "version", ALA_VERSION,
                         "comments", _("Connects test management and other products to Jira by an application link, "
                                       "and proves that the link works."),
                         "developer-name", _("The Applink Assistant authors"),
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
on_close (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  AlaApplication *self = user_data;

  if (self->assistant != NULL)
    ala_assistant_close (self->assistant);
}

/* Which letter a button is reached by differs from language to language. */
static void
show_mnemonic (GtkBuilder *builder,
               const char *shortcut,
               const char *label)
{
  const char *underscore = strchr (label, '_');
  g_autofree char *accelerator = NULL;

  if (underscore == NULL)
    return;

  accelerator = gtk_accelerator_name (gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (underscore + 1))),
                                      GDK_ALT_MASK);
  g_object_set (gtk_builder_get_object (builder, shortcut), "accelerator", accelerator, NULL);
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AlaApplication *self = user_data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ALA_RESOURCE_PATH "/ala-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  show_mnemonic (builder, "next", _("_Next"));
  show_mnemonic (builder, "back", _("_Back"));
  if (self->assistant != NULL)
    gtk_window_set_transient_for (window, ala_assistant_get_window (self->assistant));
  gtk_window_present (window);
}

/* The page on which links begin, in a window that is opened if there is none. */
static AlaPageStart *
show_start (AlaApplication *self)
{
  self->new_link = TRUE;
  g_application_activate (G_APPLICATION (self));
  self->new_link = FALSE;
  ala_assistant_go_to (self->assistant, ALA_STEP_START);

  return ALA_PAGE_START (ala_assistant_get_page (self->assistant, ALA_STEP_START));
}

static void
on_new_link (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ala_page_start_begin (show_start (user_data));
}

static void
on_practise (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ala_page_start_practise (show_start (user_data));
}

/* While a question is asked, its window is the active one, and the keys are those of its rows. */
static void
on_copy_value (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  AlaApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *row;

  if (window == NULL)
    return;

  row = ala_copy_keys_find (GTK_WIDGET (window), g_variant_get_uint32 (parameter));
  if (row != NULL)
    ala_copy_row_copy_by_key (ALA_COPY_ROW (row));
}

static void
set_copy_keys (AlaApplication *self)
{
  for (guint i = 1; i <= ALA_COPY_KEYS_MAX; i++)
    {
      g_autofree char *action = g_strdup_printf ("app.copy-value(uint32 %u)", i);
      g_autofree char *key = g_strdup_printf ("<Control>%u", i);
      g_autofree char *keypad = g_strdup_printf ("<Control>KP_%u", i);

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, (const char *[]) { key, keypad, NULL });
    }
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about },
  { .name = "close", .activate = on_close },
  { .name = "copy-value", .activate = on_copy_value, .parameter_type = "u" },
  { .name = "new-link", .activate = on_new_link },
  { .name = "practise", .activate = on_practise },
  { .name = "shortcuts", .activate = on_shortcuts },
};

static void
ala_application_startup (GApplication *application)
{
  AlaApplication *self = ALA_APPLICATION (application);
  g_autoptr (AlaSecretStore) secrets = NULL;
  g_autoptr (AlaProfiles) profiles = NULL;
  g_autoptr (AlaHttpSession) session = NULL;
  g_autoptr (GtkCssProvider) css = NULL;

  G_APPLICATION_CLASS (ala_application_parent_class)->startup (application);

  self->settings = g_settings_new (ALA_APP_ID);
  self->setups = ala_setup_store_new (NULL);
  secrets = ala_secret_store_new (NULL);
  profiles = ala_profiles_new ();
  session = ala_http_session_new ();
  self->workspace = ala_workspace_new (self->setups, secrets, profiles, session);
  g_signal_connect_object (self->workspace, "save-failed", G_CALLBACK (on_save_failed), self, G_CONNECT_SWAPPED);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.close",
                                         (const char *[]) { "<Control>w", "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.shortcuts",
                                         (const char *[]) { "<Control>question", NULL });
  set_copy_keys (self);

  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, ALA_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    ALA_RESOURCE_PATH "/icons");
  gtk_window_set_default_icon_name (ALA_APP_ID);
}

static void
ala_application_shutdown (GApplication *application)
{
  AlaApplication *self = ALA_APPLICATION (application);

  g_clear_object (&self->assistant);
  g_clear_object (&self->workspace);
  g_clear_object (&self->setups);
  g_clear_object (&self->settings);
  ala_rehearsal_stop ();

  G_APPLICATION_CLASS (ala_application_parent_class)->shutdown (application);
}

/* What an option asks for is done by the program that runs already, if there is one. */
static int
perform (GApplication *application,
         const char   *action)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  if (!g_application_get_is_remote (application))
    return -1;

  g_dbus_connection_flush_sync (g_application_get_dbus_connection (application), NULL, NULL);
  return 0;
}

static int
ala_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("applink-assistant %s\n", ALA_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "practise"))
    return perform (application, "practise");
  if (g_variant_dict_contains (options, "new"))
    return perform (application, "new-link");

  return -1;
}

AlaApplication *
ala_application_new (void)
{
  return g_object_new (ALA_TYPE_APPLICATION,
                       "application-id", ALA_APP_ID,
                       "resource-base-path", ALA_RESOURCE_PATH,
                       NULL);
}

static void
ala_application_class_init (AlaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ala_application_startup;
  application_class->activate = ala_application_activate;
  application_class->shutdown = ala_application_shutdown;
  application_class->handle_local_options = ala_application_handle_local_options;
}

static void
ala_application_init (AlaApplication *self)
{
  static const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new link instead of going on with an unfinished one"), NULL },
    { "practise", 'p', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a link with a practice Jira on this computer"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}
