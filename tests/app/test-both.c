/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-walk.h"

/* One link, the window and the command: what the one has begun the other one finishes. */

typedef struct
{
  AlaPracticeJira *jira;
  char *link; /* its id, as the command says it */
  char *fingerprint;
} Both;

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      variable)
{
  g_set_object ((GAsyncResult **) variable, result);
}

/* Runs applink, which talks to the practice Jira of this process meanwhile. Returns: (transfer full): its standard output */
static char *
run_command (const char *first,
             ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *out;
  va_list more;

  g_assert_nonnull (g_getenv ("APPLINK"));
  g_ptr_array_add (words, (gpointer) g_getenv ("APPLINK"));
  va_start (more, first);
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char * const *) words->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_communicate_utf8_finish (process, result, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);

  return g_strstrip (out);
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
  list = run_command ("link", "list", NULL);
  g_assert_true (g_str_has_prefix (list, both->link));
  watched = run_command ("link", "watch", "--wait", "0", both->link, NULL);
  g_assert_nonnull (strstr (watched, "Jira issued a request token"));
}

static void
test_check_what_the_window_authorized (Both          *both,
                                       gconstpointer  unused)
{
  g_autofree char *checked = NULL, *list = NULL;

  ala_app_run (authorize_in_window, both);
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
  ala_app_press (ala_app_get (page, "check_now"));
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
test_finish_what_the_command_began (Both          *both,
                                    gconstpointer  unused)
{
  g_autofree char *list = NULL, *public_key = NULL;
  g_autoptr (AlaSetupStore) store = NULL;
  g_autoptr (GError) error = NULL;

  both->link = run_command ("link", "new", "--jira", ala_practice_jira_get_url (both->jira), "--consumer-key", "begun-here",
                            "--store", "file", "--product", ala_app_get_product (), NULL);
  store = ala_setup_store_new (NULL);
  ala_setup_store_load (store, &error);
  g_assert_no_error (error);
  both->fingerprint = g_strdup (ala_setup_get_key_fingerprint (ala_setup_store_find (store, both->link)));

  ala_app_run (finish_in_window, both);
  list = run_command ("link", "watch", "--wait", "0", both->link, NULL);
  g_assert_nonnull (strstr (list, "Jira issued a request token"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/both/watch-what-the-window-made", Both, NULL, set_up, test_watch_what_the_window_made, tear_down);
  g_test_add ("/both/check-what-the-window-authorized", Both, NULL, set_up, test_check_what_the_window_authorized, tear_down);
  g_test_add ("/both/finish-what-the-command-began", Both, NULL, set_up, test_finish_what_the_command_began, tear_down);
  return g_test_run ();
}
