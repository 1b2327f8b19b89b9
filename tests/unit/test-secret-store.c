/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-secret-store.h"

#include <libsecret/secret.h>

#include <glib/gstdio.h>

#include "ala-test-server.h"

/* Run by with-keyring, which has prepared the keyring of the state that it names in ALA_TEST_KEYRING. What needs no keyring runs
 * in each state all the same: a file must work where there is no keyring. */

static const char *state;

typedef struct
{
  char *folder;
  AlaSecretStore *store;
  AlaSetup *setup;
} Fixture;

static AlaSecretStore *
new_store (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  return ala_secret_store_new (folder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ala-secrets-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = new_store (fixture);
  fixture->setup = ala_setup_new ();
  ala_setup_set_secret_place (fixture->setup, GPOINTER_TO_INT (data));
  ala_setup_set_jira_url (fixture->setup, "https://jira.example.com");
}

/* Every test leaves the folder as empty as it found it: what is removed here would otherwise be a secret left behind. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->setup);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

static gboolean
save (AlaSecretStore  *store,
      AlaSetup        *setup,
      const char      *name,
      const char      *text,
      GError         **error)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (text, -1);
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_store_save_async (store, setup, name, secret, NULL, ala_test_keep_result, &result);
  return ala_secret_store_save_finish (store, ala_test_wait (&result), error);
}

static AlaSecret *
load (AlaSecretStore  *store,
      AlaSetup        *setup,
      const char      *name,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_store_load_async (store, setup, name, NULL, ala_test_keep_result, &result);
  return ala_secret_store_load_finish (store, ala_test_wait (&result), error);
}

static gboolean
clear (AlaSecretStore  *store,
       AlaSetup        *setup,
       const char      *name,
       GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_store_clear_async (store, setup, name, NULL, ala_test_keep_result, &result);
  return ala_secret_store_clear_finish (store, ala_test_wait (&result), error);
}

static gboolean
try_out (AlaSecretStore  *store,
         AlaSecretPlace   place,
         GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_secret_store_test_async (store, place, NULL, ala_test_keep_result, &result);
  return ala_secret_store_test_finish (store, ala_test_wait (&result), error);
}

static void
assert_loads (AlaSecretStore *store,
              AlaSetup       *setup,
              const char     *name,
              const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) secret = load (store, setup, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_secret_peek (secret), ==, expected);
}

static void
assert_missing (AlaSecretStore *store,
                AlaSetup       *setup,
                const char     *name)
{
  const int problem = g_str_equal (name, ALA_SECRET_PRIVATE_KEY) ? ALA_PROBLEM_SECRETS_MISSING : ALA_PROBLEM_TOKEN_MISSING;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (store, setup, name, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, problem);
}

static void
test_keeps_secrets (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (AlaSetup) other = ala_setup_new ();
  g_autoptr (GError) error = NULL;

  ala_setup_set_secret_place (other, ala_setup_get_secret_place (fixture->setup));
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY);
  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key", &error));
  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN, "a token", &error));
  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN, "a newer token", &error));
  g_assert_true (save (fixture->store, other, ALA_SECRET_PRIVATE_KEY, "another key", &error));
  g_assert_no_error (error);

  assert_loads (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key");
  assert_loads (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN, "a newer token");
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN_SECRET);

  g_assert_true (clear (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN, &error));
  g_assert_true (clear (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN_SECRET, &error));
  g_assert_no_error (error);
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN);
  assert_loads (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key");
  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN, "the last token", &error));

  g_assert_true (clear (fixture->store, fixture->setup, NULL, &error));
  g_assert_no_error (error);
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY);
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_ACCESS_TOKEN);
  assert_loads (fixture->store, other, ALA_SECRET_PRIVATE_KEY, "another key");
  g_assert_true (clear (fixture->store, other, NULL, &error));
  g_assert_no_error (error);
}

/* The next start of the program finds what was kept in a file or in the keyring, and not what was only for this session. */
static void
test_next_start (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (AlaSecretStore) next = new_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key", &error));
  g_assert_no_error (error);
  if (GPOINTER_TO_INT (data) == ALA_SECRET_PLACE_SESSION)
    assert_missing (next, fixture->setup, ALA_SECRET_PRIVATE_KEY);
  else
    assert_loads (next, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key");
  g_assert_true (clear (fixture->store, fixture->setup, NULL, &error));
  g_assert_no_error (error);
}

/* The places do not look into each other. */
static void
test_no_silent_fallback (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key", &error));
  ala_setup_set_secret_place (fixture->setup, ALA_SECRET_PLACE_SESSION);
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY);
  g_assert_true (clear (fixture->store, fixture->setup, NULL, &error));
  ala_setup_set_secret_place (fixture->setup, ALA_SECRET_PLACE_FILE);
  assert_loads (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key");
  g_assert_true (clear (fixture->store, fixture->setup, NULL, &error));
  g_assert_no_error (error);
}

static void
test_try_out (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_out (fixture->store, GPOINTER_TO_INT (data), &error));
  g_assert_no_error (error);
}

static guint
count_in_keyring (void)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SecretService) service = NULL;
  g_autoptr (GError) error = NULL;
  GList *items;
  guint n;

  g_hash_table_insert (wanted, (gpointer) "xdg:schema", (gpointer) "io.github.applink.Assistant.Link");
  service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_assert_no_error (error);
  items = secret_service_search_sync (service, NULL, wanted, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  n = g_list_length (items);
  g_list_free_full (items, g_object_unref);
  return n;
}

static void
test_trial_leaves_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_in_keyring (), ==, 0);
  g_assert_true (try_out (fixture->store, ALA_SECRET_PLACE_KEYRING, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_in_keyring (), ==, 0);

  g_assert_true (save (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key", &error));
  g_assert_cmpuint (count_in_keyring (), ==, 1);
  g_assert_true (clear (fixture->store, fixture->setup, NULL, &error));
  g_assert_cmpuint (count_in_keyring (), ==, 0);
  g_assert_no_error (error);
}

/* Cancelled at whatever stage it has come to: what was written must go again. */
static void
test_cancelled_trial_leaves_nothing (Fixture       *fixture,
                                     gconstpointer  data)
{
#if SECRET_CHECK_VERSION (0, 21, 8)
  g_test_skip ("libsecret 0.21.8 lets go of an object twice when it is cancelled in secret_collection_for_alias()");
  return;
#endif

  for (guint turns = 0;; turns += 1 + turns / 8)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      ala_secret_store_test_async (fixture->store, ALA_SECRET_PLACE_KEYRING, cancellable, ala_test_keep_result, &result);
      for (guint i = 0; i < turns && result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);
      if (result != NULL)
        {
          g_assert_true (ala_secret_store_test_finish (fixture->store, result, &error));
          break;
        }

      g_cancellable_cancel (cancellable);
      g_assert_false (ala_secret_store_test_finish (fixture->store, ala_test_wait (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_cmpuint (count_in_keyring (), ==, 0);
}

static void
test_keyring_refuses (Fixture       *fixture,
                      gconstpointer  data)
{
  AlaProblem expected = g_str_equal (state, "fresh") ? ALA_PROBLEM_KEYRING_LOCKED : ALA_PROBLEM_KEYRING_ABSENT;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_out (fixture->store, ALA_SECRET_PLACE_KEYRING, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) expected);
  g_clear_error (&error);
  g_assert_false (save (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, "a key", &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, (int) expected);
}

static void
test_file_refuses (void)
{
  g_autofree char *path = NULL;
  g_autoptr (AlaSecretStore) store = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("ala-secrets-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  folder = g_file_new_for_path (path);
  store = ala_secret_store_new (folder);
  g_assert_false (try_out (store, ALA_SECRET_PLACE_FILE, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
  g_assert_no_errno (g_remove (path));
}

/* Nobody waits any more: nothing may be kept, and the store goes when the last operation has ended. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AlaSecret) secret = ala_secret_new ("a key", -1);
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) tried = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ala_secret_store_save_async (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY, secret, cancellable, ala_test_keep_result,
                               &saved);
  ala_secret_store_test_async (fixture->store, GPOINTER_TO_INT (data), cancellable, ala_test_keep_result, &tried);
  g_assert_false (ala_secret_store_save_finish (fixture->store, ala_test_wait (&saved), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (ala_secret_store_test_finish (fixture->store, ala_test_wait (&tried), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_missing (fixture->store, fixture->setup, ALA_SECRET_PRIVATE_KEY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  state = g_getenv ("ALA_TEST_KEYRING");
  if (state == NULL)
    g_error ("to be run by with-keyring");

#define ADD(name, place, func) \
  g_test_add ("/secret-store/" name, Fixture, GINT_TO_POINTER (ALA_SECRET_PLACE_##place), set_up, func, tear_down)
  ADD ("file/keeps-secrets", FILE, test_keeps_secrets);
  ADD ("file/next-start", FILE, test_next_start);
  ADD ("file/no-silent-fallback", FILE, test_no_silent_fallback);
  ADD ("file/try-out", FILE, test_try_out);
  ADD ("file/cancelled", FILE, test_cancelled);
  g_test_add_func ("/secret-store/file/refuses", test_file_refuses);
  ADD ("session/keeps-secrets", SESSION, test_keeps_secrets);
  ADD ("session/next-start", SESSION, test_next_start);
  ADD ("session/try-out", SESSION, test_try_out);
  ADD ("session/cancelled", SESSION, test_cancelled);
  if (g_str_equal (state, "unlocked"))
    {
      ADD ("keyring/trial-leaves-nothing", KEYRING, test_trial_leaves_nothing);
      ADD ("keyring/cancelled-trial-leaves-nothing", KEYRING, test_cancelled_trial_leaves_nothing);
      ADD ("keyring/keeps-secrets", KEYRING, test_keeps_secrets);
      ADD ("keyring/next-start", KEYRING, test_next_start);
      ADD ("keyring/cancelled", KEYRING, test_cancelled);
    }
  else
    {
      ADD ("keyring/refuses", KEYRING, test_keyring_refuses);
    }
  return g_test_run ();
}
