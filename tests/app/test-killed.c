/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-link-row.h"
#include "ala-problem-box.h"
#include "ala-project-window.h"

/*
 * The program is killed on each page and started again: it stands on that page, and all that was to be seen there is to be seen again.
 * This program is the test, and the program that is killed, and the one that is started again; Jira and product live on in the test.
 */

#define SIGHT "ALA_TEST_SIGHT"
#define NOBODY "http://127.0.0.1:1"

/* What can be seen */

/* Times of what is done anew when the page comes again; that they are there is all that has to stay. */
static const char *const moments[] = { "checked", "finished", "link-known", "link-proven", NULL };

/* Of the moment, or of the measuring. */
static const char *const passing[] = { "changed", "clock-offset", NULL };

static void
describe_setup (GString  *sight,
                AlaSetup *setup)
{
  g_autofree GParamSpec **properties = NULL;
  guint n_properties;

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (setup), &n_properties);
  for (guint i = 0; i < n_properties; i++)
    {
      const char *name = properties[i]->name;
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (g_strv_contains (passing, name))
        continue;

      g_object_get_property (G_OBJECT (setup), name, &value);
      if (g_strv_contains (moments, name))
        text = g_strdup (g_value_get_int64 (&value) > 0 ? "some time" : "never");
      else if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        text = g_strjoinv (" ", g_value_get_boxed (&value));
      else
        text = g_strdup_value_contents (&value);
      g_string_append_printf (sight, "%s: %s\n", name, text);
    }
}

static void
describe_secrets (GString      *sight,
                  AlaWorkspace *workspace)
{
  AlaKeyPair *pair = ala_workspace_get_key_pair (workspace);
  AlaSecret *secrets[] = { ala_workspace_get_access_token (workspace), ala_workspace_get_access_token_secret (workspace) };

  g_string_append_printf (sight, "pair: %s\n", pair != NULL ? ala_key_pair_get_fingerprint (pair) : "none");
  g_string_append_printf (sight, "kept: %d\n", ala_workspace_is_key_safe (workspace));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *digest = NULL;

      if (secrets[i] != NULL)
        digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ala_secret_peek (secrets[i]), -1);
      g_string_append_printf (sight, "secret %u: %s\n", i, digest != NULL ? digest : "none");
    }
}

static void
describe_widget (GString   *sight,
                 GtkWidget *widget)
{
  const char *title = ADW_IS_PREFERENCES_ROW (widget) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) : NULL;

  if (!gtk_widget_get_mapped (widget))
    return;

  if (ADW_IS_ENTRY_ROW (widget))
    g_string_append_printf (sight, "%s: “%s”\n", title, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (sight, "%s: choice %u\n", title, adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (sight, "tick: %d\n", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (ALA_IS_COPY_ROW (widget))
    {
      const char *value = ala_copy_row_get_value (ALA_COPY_ROW (widget));

      /* Jira is asked for another request token, so the address of its page is another one. */
      if (value != NULL && strstr (value, "oauth_token=") != NULL)
        value = "Jira’s page";
      g_string_append_printf (sight, "%s: “%s”%s\n", title, value, ala_copy_row_get_copied (ALA_COPY_ROW (widget)) ? " copied" : "");
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    describe_widget (sight, child);
}

static char *
describe (AlaApplication *application)
{
  AlaAssistant *assistant = ala_application_get_assistant (application);
  AlaPage *page = ALA_PAGE (ala_assistant_get_page (assistant, ala_assistant_get_step (assistant)));
  g_autoptr (GString) sight = g_string_new (NULL);

  g_string_append_printf (sight, "%s\n%s: %s\n", G_OBJECT_TYPE_NAME (page), ala_page_get_title (page),
                          ala_app_can_go_on (application) ? "goes on" : "waits");
  describe_setup (sight, ala_page_get_setup (page));
  describe_secrets (sight, ala_page_get_workspace (page));
  describe_widget (sight, GTK_WIDGET (page));
  return g_string_free (g_steal_pointer (&sight), FALSE);
}

/* The ways to the pages */

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static gboolean
can_be_asked (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

static gboolean
has_address (gpointer page)
{
  return ala_copy_row_get_value (ala_app_get (page, "address")) != NULL;
}

static gboolean
has_looked (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (ala_app_get (page, "there"), "again"));
}

static void
copy (AlaPage    *page,
      const char *label)
{
  GtkWidget *row = ala_app_find_copy_row (GTK_WIDGET (page), label);

  g_assert_nonnull (row);
  ala_app_press (ala_app_get (row, "copy"));
}

static void
go_to_key (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_key (application);

  ala_app_press (ala_app_get (ala_app_get (page, "public_key"), "copy"));
}

/* Nobody has answered there yet. */
static void
go_to_nobody (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_jira (application, NOBODY);

  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), "half a ke");
  gtk_editable_set_text (ala_app_get (page, "product_row"), "https://zephyr.example.com/flex");
  ala_app_wait ("nobody answers", shows_problem, page);
}

static void
go_to_jira (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_jira (application, g_getenv ("ALA_TEST_JIRA"));

  ala_app_wait_complete (page);
  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), "another-key");
}

static void
go_to_link (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_link (application, NULL);

  copy (page, "Application URL");
  copy (page, "Public Key");
  ala_app_wait ("the first look is over", can_be_asked, page);
}

static void
go_to_authorization (AlaApplication *application)
{
  ala_app_wait ("Jira’s page is known", has_address, ala_app_walk_to_authorization (application, NULL));
}

static GtkWindow *
find_project_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ALA_IS_PROJECT_WINDOW (window))
        return window;
    }

  return NULL;
}

static gboolean
are_projects_listed (gpointer window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (ala_app_get (window, "list")))) > 0;
}

static void
go_to_checks (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_checks (application, NULL);
  GtkWindow *window;

  ala_app_wait_complete (page);
  gtk_widget_activate (ala_app_get (page, "projects"));
  window = find_project_window ();
  g_assert_nonnull (window);
  ala_app_wait ("projects are listed", are_projects_listed, window);
  g_signal_emit_by_name (ala_app_get (window, "list"), "activate", 0);
  gtk_window_close (window);
  g_assert_nonnull (ala_setup_get_projects (ala_page_get_setup (page))[0]);
  ala_app_wait_complete (page);
}

static void
go_to_webhooks (AlaApplication *application)
{
  AlaPage *page = ala_app_walk_to_checks (application, NULL);

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  gtk_check_button_set_active (ala_app_get (ala_app_get (page, "choice"), "manual"), TRUE);
  gtk_editable_set_text (ala_app_get (ala_app_get (page, "place"), "address"), "https://zephyr.example.com/hook");
  ala_app_wait ("Jira was asked for its webhooks", has_looked, page);
}

static void
go_to_handover (AlaApplication *application)
{
  AlaPage *page;

  ala_app_walk_to_checks (application, NULL);
  page = ala_app_walk_past_webhooks (application);
  copy (page, "Jira URL");
  copy (page, "Consumer Private Key");
  gtk_widget_activate (ala_app_find_row (GTK_WIDGET (page), "Step 1"));
}

static void
go_to_summary (AlaApplication *application)
{
  AlaPage *page;

  ala_app_walk_to_checks (application, NULL);
  page = ala_app_walk_past_webhooks (application);
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  g_assert_cmpint (ala_setup_get_finished (ala_page_get_setup (page)), >, 0);
}

static GtkWidget *
find_link_row (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ALA_IS_LINK_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link_row (child);

  return found;
}

/* In place of a link that works, which is not to become another one. */
static void
go_to_renewal (AlaApplication *application)
{
  AlaPage *page;

  go_to_summary (application);
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);
  gtk_widget_activate_action (find_link_row (GTK_WIDGET (page)), "link.renew", NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ala_app_find_dialog ()), "renew");
  gtk_window_destroy (ala_app_find_dialog ());
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_replaces (ala_page_get_setup (page)), !=, "");
}

static const struct
{
  const char *name;
  void (* go) (AlaApplication *application);
} ways[] = {
  { "key", go_to_key },
  { "address-of-nobody", go_to_nobody },
  { "jira", go_to_jira },
  { "link", go_to_link },
  { "authorization", go_to_authorization },
  { "checks", go_to_checks },
  { "webhooks", go_to_webhooks },
  { "handover", go_to_handover },
  { "summary", go_to_summary },
  { "renewal", go_to_renewal },
};

/* The program that is killed */

static void
go_and_die (AlaApplication *application,
            gpointer        data)
{
  g_autofree char *sight = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, data))
      ways[i].go (application);

  /* What was pressed may have come into view only now. */
  ala_app_settle (application);
  sight = describe (application);
  g_assert_true (g_file_set_contents (g_getenv (SIGHT), sight, -1, NULL));
  kill (getpid (), SIGKILL);
}

/* The one that is started again */

typedef struct
{
  AlaApplication *application;
  char *expected;
  char *seen;
} Look;

static gboolean
is_as_it_was (gpointer data)
{
  Look *look = data;

  g_free (look->seen);
  look->seen = describe (look->application);
  return g_str_equal (look->seen, look->expected);
}

static gboolean
on_enough (gpointer data)
{
  Look *look = data;

  g_printerr ("--- It was:\n%s\n--- It is:\n%s\n", look->expected, look->seen);
  return G_SOURCE_REMOVE;
}

static void
look_again (AlaApplication *application,
            gpointer        data)
{
  Look look = { application, NULL, NULL };
  guint timer;

  g_assert_true (g_file_get_contents (g_getenv (SIGHT), &look.expected, NULL, NULL));

  /* Says what is wrong before the wait fails for it. */
  timer = g_timeout_add_seconds (25, on_enough, &look);
  ala_app_wait ("all is as it was", is_as_it_was, &look);
  g_source_remove (timer);
  ala_app_close (application);
  g_free (look.expected);
  g_free (look.seen);
}

/* The test */

static void
on_waited (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Jira answers meanwhile, in this process. */
static GSubprocess *
run_myself (const char *what,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, what, name, NULL);
  gboolean ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, on_waited, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);

  return process;
}

static void
test_killed (gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, &error);
  g_autoptr (GSubprocess) killed = NULL;
  g_autoptr (GSubprocess) again = NULL;

  g_assert_no_error (error);
  ala_app_forget_everything ();
  g_setenv ("ALA_TEST_JIRA", ala_practice_jira_get_url (jira), TRUE);

  killed = run_myself ("--die", name);
  g_assert_true (g_subprocess_get_if_signaled (killed));
  g_assert_cmpint (g_subprocess_get_term_sig (killed), ==, SIGKILL);

  again = run_myself ("--look", name);
  g_assert_true (g_subprocess_get_if_exited (again));
  g_assert_cmpint (g_subprocess_get_exit_status (again), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sight = g_build_filename (g_get_user_runtime_dir (), "sight", NULL);

  if (argc == 3 && g_str_equal (argv[1], "--die"))
    ala_app_run (go_and_die, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--look"))
    ala_app_run (look_again, NULL);
  if (argc == 3)
    return 0;

  g_test_init (&argc, &argv, NULL);
  g_setenv (SIGHT, sight, TRUE);
  g_setenv ("ALA_TEST_PRODUCT", ala_app_get_product (), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/killed/", ways[i].name, NULL);

      g_test_add_data_func (path, ways[i].name, test_killed);
    }
  return g_test_run ();
}
