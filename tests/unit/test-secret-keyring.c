/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-secret-keyring.h"

#include <string.h>

#include <libsecret/secret.h>

#include "ala-test-server.h"

/* Run by with-keyring, which has prepared the keyring of the state that it names in ALA_TEST_KEYRING. */

static gboolean
save (AlaSecretKeyring  *keyring,
      const char        *link,
      const char        *name,
      const char        *text,
      GError           **error)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (text, -1);
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_keyring_save_async (keyring, link, name, "A label", secret, NULL, ala_test_keep_result, &result);
  return ala_secret_keyring_save_finish (keyring, ala_test_wait (&result), error);
}

static AlaSecret *
load (AlaSecretKeyring  *keyring,
      const char        *link,
      const char        *name,
      GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_keyring_load_async (keyring, link, name, NULL, ala_test_keep_result, &result);
  return ala_secret_keyring_load_finish (keyring, ala_test_wait (&result), error);
}

static gboolean
clear (AlaSecretKeyring  *keyring,
       const char        *link,
       const char        *name,
       GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_keyring_clear_async (keyring, link, name, NULL, ala_test_keep_result, &result);
  return ala_secret_keyring_clear_finish (keyring, ala_test_wait (&result), error);
}

static void
assert_loads (AlaSecretKeyring *keyring,
              const char       *link,
              const char       *name,
              const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = load (keyring, link, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_secret_peek (secret), ==, expected);
}

static void
assert_missing (AlaSecretKeyring *keyring,
                const char       *link,
                const char       *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (keyring, link, name, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRETS_MISSING);
}

static AlaSecretKeyring *
new_keyring (void)
{
  return ala_secret_keyring_new (ALA_SECRET_KEYRING_PATIENCE);
}

static void
test_keeps_secrets (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (AlaSecretKeyring) other = new_keyring ();
  g_autofree char *body = g_strnfill (3300, 'k'); /* as long as a private key of 4096 bits */
  g_autoptr (GError) error = NULL;

  g_assert_true (save (keyring, "link-1", "private-key", body, &error));
  g_assert_true (save (keyring, "link-1", "access-token", "tökén\n", &error));
  g_assert_true (save (keyring, "link-2", "private-key", "of another link", &error));
  g_assert_no_error (error);

  assert_loads (other, "link-1", "private-key", body);
  assert_loads (other, "link-1", "access-token", "tökén\n");
  assert_loads (other, "link-2", "private-key", "of another link");
  assert_missing (other, "link-1", "access-token-secret");

  g_assert_true (save (keyring, "link-1", "access-token", "newer", &error));
  g_assert_no_error (error);
  assert_loads (other, "link-1", "access-token", "newer");

  g_assert_true (clear (keyring, "link-1", "access-token", &error));
  g_assert_true (clear (keyring, "link-1", "access-token", &error));
  g_assert_no_error (error);
  assert_missing (other, "link-1", "access-token");
  assert_loads (other, "link-1", "private-key", body);

  g_assert_true (clear (keyring, "link-1", NULL, &error));
  g_assert_true (clear (keyring, "link-1", NULL, &error));
  g_assert_no_error (error);
  assert_missing (other, "link-1", "private-key");
  assert_missing (other, "link-1", "access-token");
  assert_loads (other, "link-2", "private-key", "of another link");
}

/* What the keyring's own program and other programs would see. */
static void
test_how_it_looks (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (SecretService) service = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) attributes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  GList *items;

  g_assert_true (save (keyring, "link-3", "private-key", "text", &error));
  service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_hash_table_insert (wanted, (gpointer) "link", (gpointer) "link-3");
  items = secret_service_search_sync (service, NULL, wanted, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_length (items), ==, 1);

  label = secret_item_get_label (items->data);
  g_assert_cmpstr (label, ==, "A label");
  attributes = secret_item_get_attributes (items->data);
  g_assert_cmpstr (g_hash_table_lookup (attributes, "name"), ==, "private-key");
  g_assert_cmpstr (g_hash_table_lookup (attributes, "xdg:schema"), ==, "io.github.applink.Assistant.Link");
  g_list_free_full (items, g_object_unref);
}

/* A locked keyring hides what is in it. That must not look as if the secret were gone. */
static void
test_locked_afterwards (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (GList) collections = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (keyring, "link-4", "private-key", "text", &error));
  service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, "default", SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  collections = g_list_append (NULL, collection);
  g_assert_cmpint (secret_service_lock_sync (service, collections, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);

  g_assert_null (load (keyring, "link-4", "private-key", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_LOCKED);
  g_clear_error (&error);
  g_assert_false (save (keyring, "link-4", "private-key", "text", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_LOCKED);
  g_clear_error (&error);
  g_assert_false (clear (keyring, "link-4", NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_LOCKED);
}

static void
test_cancelled (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (before);
  ala_secret_keyring_load_async (keyring, "link-5", "private-key", before, ala_test_keep_result, &first);
  ala_secret_keyring_load_async (keyring, "link-5", "private-key", during, ala_test_keep_result, &second);
  g_cancellable_cancel (during);

  g_assert_null (ala_secret_keyring_load_finish (keyring, ala_test_wait (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ala_secret_keyring_load_finish (keyring, ala_test_wait (&second), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Saving asks for a new collection, and the question for its password cannot be shown. */
static void
test_never_unlocked (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  g_assert_false (save (keyring, "link-1", "private-key", "text", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_LOCKED);
  assert_missing (keyring, "link-1", "private-key");
}

static void
test_absent (void)
{
  g_autoptr (AlaSecretKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  g_assert_false (save (keyring, "link-1", "private-key", "text", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_ABSENT);
  g_clear_error (&error);
  g_assert_null (load (keyring, "link-1", "private-key", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_ABSENT);
  g_clear_error (&error);
  g_assert_false (clear (keyring, "link-1", NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_ABSENT);
  g_assert_null (strstr (error->message, "GDBus.Error"));
}

/* Drops whatever is sent to the silent service below; GDBus would answer it by itself. */
static GDBusMessage *
swallow (GDBusConnection *connection,
         GDBusMessage    *message,
         gboolean         incoming,
         gpointer         user_data)
{
  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;

  g_object_unref (message);
  return NULL;
}

static void
test_silent (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (AlaSecretKeyring) impatient = ala_secret_keyring_new (200);
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

  g_assert_false (save (impatient, "link-1", "private-key", "text", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEYRING_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  const char *state = g_getenv ("ALA_TEST_KEYRING");

  g_test_init (&argc, &argv, NULL);
  if (state == NULL)
    g_error ("to be run by with-keyring");

  if (g_str_equal (state, "unlocked"))
    {
      g_test_add_func ("/secret-keyring/keeps-secrets", test_keeps_secrets);
      g_test_add_func ("/secret-keyring/how-it-looks", test_how_it_looks);
      g_test_add_func ("/secret-keyring/cancelled", test_cancelled);
      g_test_add_func ("/secret-keyring/locked-afterwards", test_locked_afterwards);
    }
  else if (g_str_equal (state, "file"))
    {
      g_test_add_func ("/secret-keyring/keeps-secrets", test_keeps_secrets);
    }
  else if (g_str_equal (state, "fresh"))
    {
      g_test_add_func ("/secret-keyring/never-unlocked", test_never_unlocked);
    }
  else if (g_str_equal (state, "absent"))
    {
      g_test_add_func ("/secret-keyring/absent", test_absent);
      g_test_add_func ("/secret-keyring/silent", test_silent);
    }
  else if (g_str_equal (state, "no-bus"))
    {
      g_test_add_func ("/secret-keyring/absent", test_absent);
    }
  else
    {
      g_error ("unknown state %s", state);
    }

  return g_test_run ();
}
