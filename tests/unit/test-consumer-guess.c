/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-consumer-guess.h"

#include <string.h>

#include "ala-consumer-key.h"
#include "ala-key-export.h"
#include "ala-test-jira.h"

typedef struct
{
  AlaKeyPair *pair;
  AlaTestJira *jira;
  AlaJiraClient *client; /* with a consumer key that Jira does not know */
} Fixture;

static AlaKeyPair *
make_pair (void)
{
  g_autoptr (GError) error = NULL;
  AlaKeyPair *pair = ala_key_pair_generate (1024, &error);

  g_assert_no_error (error);
  return pair;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autofree char *base = NULL;

  fixture->pair = make_pair ();
  fixture->jira = ala_test_jira_new (fixture->pair);
  base = ala_test_jira_dup_base (fixture->jira);
  address = ala_jira_address_new (base, NULL);
  fixture->client = ala_jira_client_new (session, address, "no-such-key", fixture->pair);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_unref (fixture->client);
  ala_test_jira_free (fixture->jira);
  g_object_unref (fixture->pair);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static char *
guess (Fixture            *fixture,
       const char *const  *candidates,
       GCancellable       *cancellable,
       GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_consumer_guess_async (fixture->client, candidates, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ala_consumer_guess_finish (result, error);
}

static void
test_found (Fixture       *fixture,
            gconstpointer  unused)
{
  const char *candidates[] = { "Test Consumer", ALA_TEST_JIRA_CONSUMER, "another", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *found = guess (fixture, candidates, NULL, &error);
  g_autoptr (GError) problem = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, ALA_TEST_JIRA_CONSUMER);
  /* It ends with the first that fits. */
  g_assert_cmpuint (ala_test_server_count (fixture->jira->server, NULL), ==, 2);

  problem = ala_consumer_guess_new_error (found);
  g_assert_error (problem, ALA_PROBLEM_ERROR, ALA_PROBLEM_CONSUMER_KEY_OTHER);
  g_assert_nonnull (strstr (problem->message, ALA_TEST_JIRA_CONSUMER));
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  unused)
{
  const char *candidates[] = { "Test Consumer", "another", NULL };
  const char *nobody[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (guess (fixture, candidates, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (guess (fixture, nobody, NULL, &error));
  g_assert_no_error (error);
}

/* A consumer of that name with another key is somebody else's link. */
static void
test_of_somebody_else (Fixture       *fixture,
                       gconstpointer  unused)
{
  const char *candidates[] = { ALA_TEST_JIRA_CONSUMER, NULL };
  g_autoptr (AlaKeyPair) stranger = make_pair ();
  g_autofree char *body = ala_key_export_public_body (stranger);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->jira->key);
  fixture->jira->key = ala_public_key_new_from_text (body, NULL);
  g_assert_null (guess (fixture, candidates, NULL, &error));
  g_assert_no_error (error);
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  unused)
{
  const char *candidates[] = { "one", "two", "three", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->jira->fault_status = 429;
  fixture->jira->fault_body = "slow down";
  g_assert_null (guess (fixture, candidates, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_RATE_LIMITED);
  g_assert_cmpuint (ala_test_server_count (fixture->jira->server, NULL), ==, 1);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (guess (fixture, candidates, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_likely (void)
{
  g_auto (GStrv) keys = ala_consumer_key_list_likely ("zephyr-enterprise", "Zephyr Enterprise");
  g_auto (GStrv) plain = ala_consumer_key_list_likely ("jira", "jira");
  const char *const wanted[] = { "Zephyr Enterprise", "zephyr enterprise", "zephyrenterprise", "zephyr_enterprise",
                                 "zephyr-enterprise ", " zephyr-enterprise" };

  g_assert_cmpstr (keys[0], ==, "Zephyr Enterprise");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains ((const char *const *) keys, wanted[i]));
  g_assert_false (g_strv_contains ((const char *const *) keys, "zephyr-enterprise"));
  g_assert_cmpuint (g_strv_length (keys), ==, G_N_ELEMENTS (wanted));
  g_assert_cmpuint (g_strv_length (plain), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/consumer-guess/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/consumer-guess/not-found", Fixture, NULL, set_up, test_not_found, tear_down);
  g_test_add ("/consumer-guess/of-somebody-else", Fixture, NULL, set_up, test_of_somebody_else, tear_down);
  g_test_add ("/consumer-guess/stops", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add_func ("/consumer-guess/likely", test_likely);
  return g_test_run ();
}
