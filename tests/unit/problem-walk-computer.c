/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include <string.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ala-authorization.h"
#include "ala-browser-launch.h"
#include "ala-callback-listener.h"
#include "ala-cli-file.h"
#include "ala-cli-output.h"
#include "ala-practice-jira.h"
#include "ala-profile.h"
#include "ala-report-json.h"
#include "ala-secret-keyring.h"
#include "ala-secret-store.h"
#include "ala-setup-store.h"
#include "ala-test-jira.h"
#include "ala-test-server.h"
#include "judge.h"

/* --- The browser, and the way back from it --- */

/* Nothing here opens web addresses: the test's folders of programs are empty. */
static GError *
meet_browser_missing (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_browser_launch_async ("https://jira.example.com/", NULL, NULL, ala_test_keep_result, &result);
  g_assert_false (ala_browser_launch_finish (ala_test_wait (&result), &error));
  return error;
}

static GError *
meet_listener_failed (void)
{
  struct rlimit usual, none;
  GError *error = NULL;
  int next = dup (STDOUT_FILENO);

  g_assert_no_errno (next);
  g_assert_no_errno (close (next));
  g_assert_no_errno (getrlimit (RLIMIT_NOFILE, &usual));
  /* No lower: GLib's own threads poll what they have open, and more than the limit is refused. */
  none = (struct rlimit) { (rlim_t) next, usual.rlim_max };
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &none));
  g_assert_null (ala_callback_listener_new (&error));
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &usual));
  return error;
}

static void
wait_for_address (AlaAuthorization *authorization)
{
  while (ala_authorization_get_state (authorization) != ALA_AUTHORIZATION_WAITING)
    g_main_context_iteration (NULL, TRUE);
}

/* A text without any code is pasted while Jira's page is open. */
static GError *
meet_verifier_not_found (void)
{
  g_autoptr (GError) made = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (1024, &made);
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autofree char *base = ala_test_jira_dup_base (jira);
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (base, &made);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, address, ALA_TEST_JIRA_CONSUMER, pair);
  g_autoptr (AlaAuthorization) authorization = ala_authorization_new (client);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_authorization_run_async (authorization, cancellable, ala_test_keep_result, &result);
  wait_for_address (authorization);
  g_assert_false (ala_authorization_offer (authorization, "Thank you for allowing us", &error));
  g_cancellable_cancel (cancellable);
  g_assert_null (ala_authorization_run_finish (authorization, ala_test_wait (&result), NULL));
  return error;
}

/* --- The keyring --- */

static GError *
save_in_keyring (guint patience)
{
  g_autoptr (AlaSecretKeyring) keyring = ala_secret_keyring_new (patience);
  g_autoptr (AlaSecret) secret = ala_secret_new ("text", -1);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_secret_keyring_save_async (keyring, "link", "private-key", "A label", secret, NULL, ala_test_keep_result, &result);
  g_assert_false (ala_secret_keyring_save_finish (keyring, ala_test_wait (&result), &error));
  return error;
}

static GError *
meet_keyring (void)
{
  return save_in_keyring (ALA_SECRET_KEYRING_PATIENCE);
}

/* GDBus would answer by itself that there is no such object. */
static GDBusMessage *
swallow (GDBusConnection *connection,
         GDBusMessage    *message,
         gboolean         incoming,
         gpointer         unused)
{
  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;

  g_object_unref (message);
  return NULL;
}

/* A service that has the keyring's name, takes every call and never answers. */
static GError *
meet_keyring_failed (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                         | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (connection, swallow, NULL, NULL);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return save_in_keyring (200);
}

/* --- Files --- */

/* A file stands where a folder ought to be. */
static GFile *
file_in_the_way (void)
{
  g_autofree char *path = judge_write ("in-the-way", "no folder", -1);

  return g_file_new_for_path (path);
}

static AlaSetup *
new_setup (AlaSecretPlace place)
{
  AlaSetup *setup = ala_setup_new ();

  ala_setup_set_secret_place (setup, place);
  ala_setup_set_jira_url (setup, "https://jira.example.com");
  return setup;
}

static GError *
meet_secret_file_failed (void)
{
  g_autoptr (GFile) folder = file_in_the_way ();
  g_autoptr (AlaSecretStore) store = ala_secret_store_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_secret_store_test_async (store, ALA_SECRET_PLACE_FILE, NULL, ala_test_keep_result, &result);
  g_assert_false (ala_secret_store_test_finish (store, ala_test_wait (&result), &error));
  return error;
}

/* A link whose secrets were kept until the program ended, after it has ended. */
static GError *
fail_to_load (const char *name)
{
  g_autoptr (AlaSecretStore) store = ala_secret_store_new (NULL);
  g_autoptr (AlaSetup) setup = new_setup (ALA_SECRET_PLACE_SESSION);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_secret_store_load_async (store, setup, name, NULL, ala_test_keep_result, &result);
  g_assert_null (ala_secret_store_load_finish (store, ala_test_wait (&result), &error));
  return error;
}

static GError *
meet_secrets_missing (void)
{
  return fail_to_load (ALA_SECRET_PRIVATE_KEY);
}

static GError *
meet_token_missing (void)
{
  return fail_to_load (ALA_SECRET_ACCESS_TOKEN);
}

static GError *
meet_setup_unreadable (void)
{
  g_autofree char *path = judge_write ("broken.json", "{\"version\": 1, \"jira", -1);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (folder);
  GError *error = NULL;

  g_assert_false (ala_setup_store_load (store, &error));
  return error;
}

static GError *
meet_setup_not_saved (void)
{
  g_autoptr (GFile) folder = file_in_the_way ();
  g_autoptr (AlaSetupStore) store = ala_setup_store_new (folder);
  g_autoptr (AlaSetup) setup = new_setup (ALA_SECRET_PLACE_SESSION);
  GError *error = NULL;

  g_assert_false (ala_setup_store_save (store, setup, &error));
  return error;
}

static GError *
meet_profile_unreadable (void)
{
  GError *error = NULL;

  g_assert_null (ala_profile_new_from_json ("{\"id\": \"zephyr\", \"name\": 7}", -1, &error));
  return error;
}

static GError *
meet_file_not_saved (void)
{
  g_autofree char *path = judge_write ("taken", "was here before", -1);
  GError *error = NULL;

  g_assert_false (ala_cli_write_file (path, "new", FALSE, FALSE, &error));
  return error;
}

/* On a disk that is full. What is left of the line is a comment to whoever reads the results of this test. */
static GError *
meet_output_failed (void)
{
  int usual, full;
  GError *error = NULL;

  fflush (stdout);
  usual = dup (STDOUT_FILENO);
  full = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (usual, >=, 0);
  g_assert_cmpint (full, >=, 0);
  g_assert_cmpint (dup2 (full, STDOUT_FILENO), ==, STDOUT_FILENO);
  ala_cli_print ("# nobody reads this\n");
  g_assert_false (ala_cli_print_end (&error));
  g_assert_cmpint (dup2 (usual, STDOUT_FILENO), ==, STDOUT_FILENO);
  close (usual);
  close (full);
  return error;
}

static GError *
meet_report_unreadable (void)
{
  GError *error = NULL;

  g_assert_null (ala_report_new_from_json ("{}", 2, &error));
  return error;
}

static GError *
meet_report_too_new (void)
{
  static const char later[] = "{\"format\": \"applink-report\", \"version\": 1000}";
  GError *error = NULL;

  g_assert_null (ala_report_new_from_json (later, strlen (later), &error));
  return error;
}

/* --- The rest --- */

static GError *
meet_practice_failed (void)
{
  g_autoptr (AlaTestServer) other = ala_test_server_new (NULL);
  GError *error = NULL;

  g_assert_null (ala_practice_jira_new (ala_test_server_get_port (other), &error));
  return error;
}

/* An error of another library, for which nobody found words. */
static GError *
meet_unexpected (void)
{
  GError *error = NULL;

  g_assert_null (g_charset_converter_new ("UTF-8", "no-such-charset", &error));
  return error;
}

#define HERE(code, step, meet, by, says) \
  { ALA_PROBLEM_##code, NULL, ALA_STEP_##step, ALA_PROOF_NOTHING, by, meet, says, NULL }
#define KEYRING(code, state, meet) \
  { ALA_PROBLEM_##code, NULL, ALA_STEP_KEY, ALA_PROOF_NOTHING, "ala_secret_keyring_save_async", meet, NULL, state }

const ProblemWalk problem_walk_computer[] = {
  HERE (BROWSER_MISSING, AUTHORIZATION, meet_browser_missing, "ala_browser_launch_async", NULL),
  HERE (LISTENER_FAILED, AUTHORIZATION, meet_listener_failed, "ala_callback_listener_new", NULL),
  HERE (VERIFIER_NOT_FOUND, AUTHORIZATION, meet_verifier_not_found, "ala_authorization_offer", NULL),
  KEYRING (KEYRING_ABSENT, "absent", meet_keyring),
  KEYRING (KEYRING_LOCKED, "fresh", meet_keyring),
  KEYRING (KEYRING_FAILED, "absent", meet_keyring_failed),
  HERE (SECRET_FILE_FAILED, KEY, meet_secret_file_failed, "ala_secret_store_test_async", NULL),
  HERE (SECRETS_MISSING, KEY, meet_secrets_missing, "ala_secret_store_load_async", NULL),
  HERE (TOKEN_MISSING, AUTHORIZATION, meet_token_missing, "ala_secret_store_load_async", NULL),
  HERE (SETUP_UNREADABLE, START, meet_setup_unreadable, "ala_setup_store_load", "broken.json"),
  HERE (SETUP_NOT_SAVED, START, meet_setup_not_saved, "ala_setup_store_save", NULL),
  HERE (PROFILE_UNREADABLE, START, meet_profile_unreadable, "ala_profile_new_from_json", NULL),
  HERE (FILE_NOT_SAVED, SUMMARY, meet_file_not_saved, "ala_cli_write_file", "taken"),
  HERE (OUTPUT_FAILED, SUMMARY, meet_output_failed, "ala_cli_print", NULL),
  HERE (REPORT_UNREADABLE, SUMMARY, meet_report_unreadable, "ala_report_new_from_json", NULL),
  HERE (REPORT_TOO_NEW, SUMMARY, meet_report_too_new, "ala_report_new_from_json", "1000"),
  HERE (PRACTICE_FAILED, START, meet_practice_failed, "ala_practice_jira_new", NULL),
  HERE (UNEXPECTED, START, meet_unexpected, "ala_problem_from_error", NULL),
  { 0 }
};
