/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <libsecret/secret.h>

#include "ala-app-walk.h"
#include "ala-problem-box.h"

/* A keyring that was locked keeps what is in it; the person unlocks it and tries again. To be run with a keyring. */

/* As tests/session unlocks it. */
#define PASSWORD "test"

#define SECRETS    "org.freedesktop.secrets"
#define COLLECTION "/org/freedesktop/secrets/aliases/default"

static void
save_a_link (AlaApplication *application,
             gpointer        data)
{
  AlaPage *page = ala_app_walk_to_key (application);
  char **fingerprint = data;

  g_assert_cmpint (ala_setup_get_secret_place (ala_page_get_setup (page)), ==, ALA_SECRET_PLACE_KEYRING);
  *fingerprint = g_strdup (ala_setup_get_key_fingerprint (ala_page_get_setup (page)));
  ala_app_close (application);
}

static void
lock_keyring (void)
{
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (GList) collections = NULL;
  g_autoptr (GError) error = NULL;

  service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  collections = g_list_append (NULL, collection);
  g_assert_cmpint (secret_service_lock_sync (service, collections, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static GVariant *
call (GDBusConnection *bus,
      const char      *path,
      const char      *interface,
      const char      *method,
      GVariant        *arguments)
{
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_sync (bus, SECRETS, path, interface, method, arguments, NULL,
                                                 G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
  return reply;
}

/* What the dialog for the password would do, which nobody could answer here. */
static void
unlock_keyring (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) opened = NULL;
  g_autoptr (GVariant) property = NULL;
  g_autoptr (GVariant) collection = NULL;
  g_autoptr (GVariant) unlocked = NULL;
  GVariant *nothing, *password;
  const char *session;

  opened = call (bus, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "OpenSession",
                 g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  g_variant_get (opened, "(v&o)", NULL, &session);
  property = call (bus, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "ReadAlias",
                   g_variant_new ("(s)", "default"));
  collection = g_variant_get_child_value (property, 0);
  nothing = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1);
  password = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, PASSWORD, sizeof PASSWORD - 1, 1);
  unlocked = call (bus, "/org/freedesktop/secrets", "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                   "UnlockWithMasterPassword",
                   g_variant_new ("(@o@(oayays))", collection,
                                  g_variant_new ("(o@ay@ays)", session, nothing, password, "text/plain")));
}

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static void
unlock_and_try_again (AlaApplication *application,
                      gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_KEY);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  GtkWidget *box = ala_app_get (page, "problem");

  ala_app_wait ("the keyring does not open", shows_problem, page);
  g_assert_cmpint (ala_problem_box_get_problem (ALA_PROBLEM_BOX (box)), ==, ALA_PROBLEM_KEYRING_LOCKED);
  g_assert_false (ala_page_get_complete (page));
  g_assert_null (ala_workspace_get_key_pair (workspace));

  unlock_keyring ();
  ala_app_press (ala_app_get (box, "primary"));
  ala_app_wait_complete (page);
  g_assert_false (shows_problem (page));
  g_assert_cmpstr (ala_key_pair_get_fingerprint (ala_workspace_get_key_pair (workspace)), ==, data);
  ala_app_close (application);
}

static void
test_try_again (void)
{
  g_autofree char *fingerprint = NULL;

  ala_app_forget_everything ();
  ala_app_run (save_a_link, &fingerprint);
  lock_keyring ();
  ala_app_run (unlock_and_try_again, fingerprint);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locked-keyring/try-again", test_try_again);
  return g_test_run ();
}
