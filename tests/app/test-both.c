/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-walk.h"
#include "ala-cli-person.h"

/* One link, the window and the command: what the one has begun the other one finishes. ALA_TEST_STORE names where the secrets are
 * meanwhile: in the session's keyring, or in files. */

typedef struct
{
  AlaPracticeJira *jira;
  char *link; /* its id, as the command says it */
  char *fingerprint;
} Both;

static gboolean
has_keyring (void)
{
  return g_strcmp0 (g_getenv ("ALA_TEST_STORE"), "keyring") == 0;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      variable)
{
  g_set_object ((GAsyncResult **) variable, result);
}

static void
wait_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Starts applink as somebody does who came over SSH: without a display, and without a message bus unless the keyring is there. */
static GSubprocess *
start_command (const char *first,
               va_list     more)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_assert_nonnull (g_getenv ("APPLINK"));
  g_ptr_array_add (words, (gpointer) g_getenv ("APPLINK"));
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  if (!has_keyring ())
    g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) words->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static char *
end_command (GSubprocess *process)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *out;

  g_subprocess_communicate_utf8_async (process, NULL, NULL, keep_result, &result);
  wait_result (&result);
  g_subprocess_communicate_utf8_finish (process, result, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);

  return g_strstrip (out);
}

/* Runs applink, which talks to the practice Jira of this process meanwhile. Returns: (transfer full): its standard output */
static char *
run_command (const char *first,
             ...)
{
  g_autoptr (GSubprocess) process = NULL;
  va_list more;

  va_start (more, first);
  process = start_command (first, more);
  va_end (more);
  return end_command (process);
}

static AlaCliPerson
new_person (AlaCliBrowser **browser)
{
  *browser = ala_cli_browser_new (NULL);
  return (AlaCliPerson) { *browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };
}

static GSubprocess *
start_one (const char *first,
           ...)
{
  GSubprocess *process;
  va_list more;

  va_start (more, first);
  process = start_command (first, more);
  va_end (more);
  return process;
}

/* The command says the address, and the person opens it and allows the access. */
static void
authorize_by_command (Both *both)
{
  g_autoptr (GSubprocess) process = start_one ("authorize", "--no-browser", both->link, NULL);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (AlaCliBrowser) browser = NULL;
  AlaCliPerson person = new_person (&browser);
  g_autoptr (AlaCliPage) page = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autofree char *address = NULL, *said = NULL;
  g_autoptr (GError) error = NULL;

  g_data_input_stream_read_line_async (output, G_PRIORITY_DEFAULT, NULL, keep_result, &read);
  wait_result (&read);
  address = g_data_input_stream_read_line_finish_utf8 (output, read, NULL, &error);
  g_assert_no_error (error);
  page = ala_cli_person_allow (&person, address, &error);
  g_assert_no_error (error);
  said = end_command (process);
}

/* The link of the store, as the window would see it. */
static AlaSetup *
read_link (Both *both)
{
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (NULL);
  g_autoptr (GError) error = NULL;

  ala_setup_store_load (store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ala_setup_store_find (store, both->link));
  return g_object_ref (ala_setup_store_find (store, both->link));
}

/* In the one place that was named, and not in the other. */
static void
assert_secrets_in_place (Both *both)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", "secrets", both->link, NULL);
  g_autoptr (AlaSetup) setup = read_link (both);

  g_assert_cmpint (ala_setup_get_secret_place (setup), ==, has_keyring () ? ALA_SECRET_PLACE_KEYRING : ALA_SECRET_PLACE_FILE);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR) == !has_keyring ());
}

static void
begin_by_command (Both *both)
{
  g_autoptr (AlaSetup) setup = NULL;

  both->link = run_command ("link", "new", "--jira", ala_practice_jira_get_url (both->jira), "--consumer-key", "begun-here",
                            "--store", has_keyring () ? "keyring" : "file", "--product", ala_app_get_product (), NULL);
  setup = read_link (both);
  both->fingerprint = g_strdup (ala_setup_get_key_fingerprint (setup));
  assert_secrets_in_place (both);
}

/* What the administrator enters in Jira's dialogs, out of what the command prints. */
static void
enter_link_of_command (Both *both)
{
  g_autofree char *public_key = run_command ("key", "export", "--link", both->link, "--form", "public-body", NULL);
  g_autofree char *url = g_strconcat (ala_practice_jira_get_url (both->jira), "/plugins/servlet/applinks/listApplicationLinks", NULL);
  g_autoptr (AlaSetup) setup = read_link (both);
  g_autoptr (AlaCliBrowser) browser = NULL;
  AlaCliPerson person = new_person (&browser);
  g_autoptr (GError) error = NULL;
  AlaCliHandout handout = {
    .application_name = "Zephyr",
    .application_url = ala_setup_get_product_url (setup),
    .consumer_key = ala_setup_get_consumer_key (setup),
    .consumer_name = "Zephyr",
    .public_key = public_key,
  };

  ala_cli_person_make_link (&person, url, &handout, &error);
  g_assert_no_error (error);
}

static void
set_up (Both          *both,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  both->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  ala_app_forget_everything ();
}

static void
tear_down (Both          *both,
           gconstpointer  unused)
{
  g_clear_object (&both->jira);
  g_clear_pointer (&both->link, g_free);
  g_clear_pointer (&both->fingerprint, g_free);
}

static void
make_link_in_window (AlaApplication *application,
                     gpointer        data)
{
  Both *both = data;
  AlaPage *page = ala_app_walk_to_authorization (application, both->jira);

  both->link = g_strdup (ala_setup_get_id (ala_page_get_setup (page)));
  ala_app_close (application);
}

static void
authorize_in_window (AlaApplication *application,
                     gpointer        data)
{
  Both *both = data;
  AlaPage *page = ala_app_walk_to_checks (application, both->jira);

  both->link = g_strdup (ala_setup_get_id (ala_page_get_setup (page)));
  ala_app_close (application);
}

static void
test_watch_what_the_window_made (Both          *both,
                                 gconstpointer  unused)
{
  g_autofree char *list = NULL, *watched = NULL;

  ala_app_run (make_link_in_window, both);
  assert_secrets_in_place (both);
  list = run_command ("link", "list", NULL);
  g_assert_true (g_str_has_prefix (list, both->link));
  watched = run_command ("link", "watch", "--wait", "0", both->link, NULL);
  g_assert_nonnull (strstr (watched, "Jira issued a request token"));
}

static void
test_finish_what_the_window_began (Both          *both,
                                   gconstpointer  unused)
{
  g_autofree char *checked = NULL, *deleted = NULL, *list = NULL;

  ala_app_run (make_link_in_window, both);
  authorize_by_command (both);
  checked = run_command ("check", both->link, NULL);
  g_assert_nonnull (strstr (checked, "Practice Administrator"));
  assert_secrets_in_place (both);

  /* And whatever the window kept can be removed from here. */
  deleted = run_command ("link", "delete", "--yes", both->link, NULL);
  list = run_command ("link", "list", NULL);
  g_assert_cmpstr (list, ==, "");
}

static void
test_check_what_the_window_authorized (Both          *both,
                                       gconstpointer  unused)
{
  g_autofree char *checked = NULL, *list = NULL;

  ala_app_run (authorize_in_window, both);
  assert_secrets_in_place (both);
  checked = run_command ("check", "--only", "identity", both->link, NULL);
  g_assert_nonnull (strstr (checked, "Practice Administrator"));
  list = run_command ("link", "list", NULL);
  g_assert_true (g_str_has_prefix (list, both->link));
}

static void
finish_in_window (AlaApplication *application,
                  gpointer        data)
{
  Both *both = data;
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);
  AlaSetup *setup = ala_page_get_setup (page);
  AlaKeyPair *pair = ala_workspace_get_key_pair (ala_page_get_workspace (page));
  g_autofree char *public_key = NULL;

  g_assert_cmpstr (ala_setup_get_id (setup), ==, both->link);
  g_assert_cmpstr (ala_setup_get_consumer_key (setup), ==, "begun-here");
  g_assert_nonnull (pair);
  g_assert_cmpstr (ala_key_pair_get_fingerprint (pair), ==, both->fingerprint);

  public_key = ala_key_export_public_body (pair);
  ala_app_make_link (application, both->jira, public_key);
  ala_app_check_now (page);
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
test_finish_what_the_command_began (Both          *both,
                                    gconstpointer  unused)
{
  g_autofree char *watched = NULL;

  begin_by_command (both);
  ala_app_run (finish_in_window, both);
  assert_secrets_in_place (both);
  watched = run_command ("link", "watch", "--wait", "0", both->link, NULL);
  g_assert_nonnull (strstr (watched, "Jira issued a request token"));
}

/* The window goes on where the command stopped: with a token that it did not ask for itself. */
static void
see_in_window (AlaApplication *application,
               gpointer        data)
{
  Both *both = data;
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  AlaSetup *setup = ala_page_get_setup (page);
  GtkWidget *row;

  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_id (setup), ==, both->link);
  g_assert_cmpstr (ala_setup_get_user (setup), ==, "Practice Administrator");
  g_assert_cmpstr (ala_setup_get_verdict (setup), ==, "passed");

  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  page = ala_app_wait_step (application, ALA_STEP_START);
  row = ala_app_find_row (GTK_WIDGET (page), "127.0.0.1");
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Worked when it was checked"));
  ala_app_close (application);
}

static void
test_see_what_the_command_did (Both          *both,
                               gconstpointer  unused)
{
  g_autofree char *steps = NULL, *watched = NULL, *checked = NULL, *report = NULL, *handover = NULL;
  g_autofree char *plan = NULL;

  begin_by_command (both);
  steps = run_command ("link", "steps", both->link, NULL);
  g_assert_nonnull (strstr (steps, "begun-here"));
  enter_link_of_command (both);
  watched = run_command ("link", "watch", both->link, NULL);
  g_assert_nonnull (strstr (watched, "Jira issued a request token"));
  authorize_by_command (both);
  checked = run_command ("check", both->link, NULL);
  plan = run_command ("webhooks", both->link, "plan", "none", NULL);
  handover = run_command ("handover", both->link, NULL);
  g_assert_nonnull (strstr (handover, "begun-here"));
  report = run_command ("report", both->link, NULL);
  g_assert_nonnull (strstr (report, both->link));
  assert_secrets_in_place (both);

  ala_app_run (see_in_window, both);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/both/" name, Both, NULL, set_up, func, tear_down)
  ADD ("watch-what-the-window-made", test_watch_what_the_window_made);
  ADD ("finish-what-the-window-began", test_finish_what_the_window_began);
  ADD ("check-what-the-window-authorized", test_check_what_the_window_authorized);
  ADD ("finish-what-the-command-began", test_finish_what_the_command_began);
  ADD ("see-what-the-command-did", test_see_what_the_command_did);
  return g_test_run ();
}
