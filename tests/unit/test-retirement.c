/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-retirement.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ala-key-export.h"
#include "ala-practice-jira.h"
#include "ala-test-folder.h"
#include "practice-product.h"

#define LINKS "/plugins/servlet/applinks/listApplicationLinks"
#define OLD   "zephyr-enterprise"

typedef struct
{
  char *folder;
  AlaPracticeJira *jira;
  PracticeProduct *product;
  AlaHttpSession *session;
  AlaSetupStore *setups;
  AlaSecretStore *secrets;
  AlaSetup *old;
  AlaSetup *setup;
} Fixture;

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
keep_secret (Fixture    *fixture,
             const char *name,
             AlaSecret  *secret)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_secret_store_save_async (fixture->secrets, fixture->old, name, secret, NULL, on_done, &result);
  ala_secret_store_save_finish (fixture->secrets, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
save (Fixture  *fixture,
      AlaSetup *setup)
{
  g_autoptr (GError) error = NULL;

  ala_setup_store_save (fixture->setups, setup, &error);
  g_assert_no_error (error);
}

static GFile *
get_folder (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) links = NULL;
  g_autoptr (GFile) secrets = NULL;
  g_autoptr (AlaSecret) key = NULL;
  g_autoptr (AlaSecret) token = NULL;
  g_autofree char *text = NULL;
  const char *url;

  fixture->folder = g_dir_make_tmp ("retirement-XXXXXX", &error);
  g_assert_no_error (error);
  links = get_folder (fixture, "links");
  secrets = get_folder (fixture, "secrets");
  fixture->setups = ala_setup_store_new (links);
  fixture->secrets = ala_secret_store_new (secrets);
  fixture->session = ala_http_session_new ();
  fixture->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  url = ala_practice_jira_get_url (fixture->jira);

  fixture->product = practice_product_new (url, OLD);
  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr Enterprise", OLD, fixture->product->public_key, NULL, &error));
  text = practice_product_link (fixture->product, "admin");
  token = ala_secret_new (text, -1);
  key = ala_key_export_private (fixture->product->pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  g_assert_no_error (error);

  fixture->old = ala_setup_new ();
  ala_setup_set_jira_url (fixture->old, url);
  ala_setup_set_consumer_key (fixture->old, OLD);
  ala_setup_set_key (fixture->old, 1024, ala_key_pair_get_fingerprint (fixture->product->pair));
  ala_setup_set_secret_place (fixture->old, ALA_SECRET_PLACE_FILE);
  save (fixture, fixture->old);
  keep_secret (fixture, ALA_SECRET_PRIVATE_KEY, key);
  keep_secret (fixture, ALA_SECRET_ACCESS_TOKEN, token);

  fixture->setup = ala_setup_new ();
  ala_setup_set_replaces (fixture->setup, ala_setup_get_id (fixture->old));
  save (fixture, fixture->setup);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->setup);
  g_object_unref (fixture->old);
  g_object_unref (fixture->session);
  g_object_unref (fixture->setups);
  g_object_unref (fixture->secrets);
  practice_product_free (fixture->product);
  g_clear_object (&fixture->jira);
  ala_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
remove_link (Fixture *fixture)
{
  g_autoptr (PracticeBrowser) admin = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
  g_autofree char *button = NULL;
  const char *at;

  practice_browser_log_in (admin, LINKS, "admin");
  at = strstr (admin->body, "id=\"delete-");
  g_assert_nonnull (at);
  at += strlen ("id=\"");
  button = g_strndup (at, strcspn (at, "\""));
  practice_browser_press (admin, button, NULL);
}

static void
look (Fixture    *fixture,
      AlaProblem  problem) /* NONE: it is dead */
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean dead;

  ala_retirement_look_async (fixture->setup, fixture->old, fixture->secrets, fixture->session, NULL, on_done, &result);
  dead = ala_retirement_look_finish (wait_for (&result), &error);
  g_assert_cmpint (ala_problem_from_error (error), ==, problem);
  g_assert_cmpint (dead, ==, problem == ALA_PROBLEM_NONE);
}

static void
test_look (Fixture       *fixture,
           gconstpointer  data)
{
  look (fixture, ALA_PROBLEM_OLD_ACCESS_WORKS);
  g_assert_cmpint (ala_setup_get_old_refused (fixture->setup), ==, 0);

  remove_link (fixture);
  look (fixture, ALA_PROBLEM_NONE);
  g_assert_cmpint (ala_setup_get_old_refused (fixture->setup), >, 0);
}

/* What was noted stays when nothing can be seen, and goes when the link is back. */
static void
test_back_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  remove_link (fixture);
  look (fixture, ALA_PROBLEM_NONE);

  ala_practice_jira_set_fault (fixture->jira, "maintenance", TRUE);
  look (fixture, ALA_PROBLEM_MAINTENANCE);
  g_assert_cmpint (ala_setup_get_old_refused (fixture->setup), >, 0);
  ala_practice_jira_set_fault (fixture->jira, "maintenance", FALSE);

  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr Enterprise", OLD, fixture->product->public_key, NULL, &error));
  look (fixture, ALA_PROBLEM_OLD_LINK_KNOWN);
  g_assert_cmpint (ala_setup_get_old_refused (fixture->setup), ==, 0);
}

static void
forget_secret (Fixture    *fixture,
               const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_secret_store_clear_async (fixture->secrets, fixture->old, name, NULL, on_done, &result);
  ala_secret_store_clear_finish (fixture->secrets, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
test_without_secrets (Fixture       *fixture,
                      gconstpointer  data)
{
  forget_secret (fixture, ALA_SECRET_ACCESS_TOKEN);
  look (fixture, ALA_PROBLEM_OLD_LINK_KNOWN);
  forget_secret (fixture, NULL);
  look (fixture, ALA_PROBLEM_OLD_LINK_KNOWN);
  remove_link (fixture);
  look (fixture, ALA_PROBLEM_NONE);
}

static void
test_key_of_the_product (Fixture       *fixture,
                         gconstpointer  data)
{
  forget_secret (fixture, NULL);
  ala_setup_set_public_key (fixture->old, fixture->product->public_key);
  look (fixture, ALA_PROBLEM_OLD_LINK_KNOWN);
  remove_link (fixture);
  look (fixture, ALA_PROBLEM_NONE);
}

/* Secrets that are there and cannot be read are not missing. */
static void
test_unreadable_secrets (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "secrets", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);

  g_assert_no_errno (g_rename (path, away));
  g_assert_true (g_file_set_contents (path, "no folder", -1, NULL));
  look (fixture, ALA_PROBLEM_SECRET_FILE_FAILED);
  g_assert_cmpint (ala_setup_get_old_refused (fixture->setup), ==, 0);
}

static void
test_never_told (Fixture       *fixture,
                 gconstpointer  data)
{
  g_clear_object (&fixture->jira);
  ala_setup_set_jira_url (fixture->old, "");
  look (fixture, ALA_PROBLEM_NONE);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *secrets = g_build_filename (fixture->folder, "secrets", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  ala_retirement_delete_async (fixture->old, fixture->secrets, fixture->setups, on_done, &result);
  g_assert_true (ala_retirement_delete_finish (wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_null (ala_setup_store_find (fixture->setups, ala_setup_get_id (fixture->old)));
  g_assert_nonnull (ala_setup_store_find (fixture->setups, ala_setup_get_id (fixture->setup)));

  dir = g_dir_open (secrets, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

/* A link whose secrets stayed behind has to stay too: nobody would ever find them again. */
static void
test_delete_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "secrets", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_rename (path, away));
  g_assert_true (g_file_set_contents (path, "no folder", -1, NULL));
  ala_retirement_delete_async (fixture->old, fixture->secrets, fixture->setups, on_done, &result);
  g_assert_false (ala_retirement_delete_finish (wait_for (&result), &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SECRET_FILE_FAILED);
  g_assert_nonnull (ala_setup_store_find (fixture->setups, ala_setup_get_id (fixture->old)));
}

#define ADD(name, test) g_test_add ("/retirement/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("look", test_look);
  ADD ("back-again", test_back_again);
  ADD ("without-secrets", test_without_secrets);
  ADD ("key-of-the-product", test_key_of_the_product);
  ADD ("unreadable-secrets", test_unreadable_secrets);
  ADD ("never-told", test_never_told);
  ADD ("delete", test_delete);
  ADD ("delete-refused", test_delete_refused);
  return g_test_run ();
}
