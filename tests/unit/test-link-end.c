/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-link-end.h"

#include <string.h>

#include "ala-practice-jira.h"
#include "practice-product.h"

#define LINKS  "/plugins/servlet/applinks/listApplicationLinks"
#define TOKENS "/plugins/servlet/oauth/users/access-tokens"
#define OLD    "zephyr-enterprise"

typedef struct
{
  AlaPracticeJira *jira;
  PracticeProduct *product; /* what the old link belongs to, with a token of its own */
  PracticeBrowser *admin;
  AlaJiraClient *client;
  char *token;
} Fixture;

static AlaJiraClient *
new_client (const char *url,
            const char *consumer_key,
            AlaKeyPair *pair)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (url, NULL);

  return ala_jira_client_new (session, address, consumer_key, pair);
}

static void
set_token (Fixture *fixture)
{
  g_autoptr (AlaSecret) token = ala_secret_new (fixture->token, -1);

  ala_jira_client_set_access_token (fixture->client, token);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  fixture->product = practice_product_new (ala_practice_jira_get_url (fixture->jira), OLD);
  fixture->admin = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr Enterprise", OLD, fixture->product->public_key, NULL, &error));
  g_assert_no_error (error);
  fixture->token = practice_product_link (fixture->product, "admin");
  fixture->client = new_client (ala_practice_jira_get_url (fixture->jira), OLD, fixture->product->pair);
  set_token (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->client);
  practice_product_free (fixture->product);
  practice_browser_free (fixture->admin);
  g_free (fixture->token);
  g_clear_object (&fixture->jira);
}

static void
on_proven (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* Returns: (transfer full) (nullable): why the link is not dead */
static GError *
prove (AlaJiraClient *client,
       gboolean       has_token,
       gboolean       stand_in,
       GCancellable  *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  gboolean dead;

  ala_link_end_prove_async (client, has_token, stand_in, cancellable, on_proven, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  dead = ala_link_end_prove_finish (result, &error);
  g_assert_cmpint (dead, ==, error == NULL);
  return error;
}

static void
assert_alive (Fixture    *fixture,
              gboolean    has_token,
              gboolean    stand_in,
              AlaProblem  problem)
{
  g_autoptr (GError) error = prove (fixture->client, has_token, stand_in, NULL);

  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
  g_assert_nonnull (strstr (error->message, OLD));
}

static void
assert_dead (Fixture  *fixture,
             gboolean  has_token,
             gboolean  stand_in)
{
  g_autoptr (GError) error = prove (fixture->client, has_token, stand_in, NULL);

  g_assert_no_error (error);
}

static void
assert_unknown (Fixture    *fixture,
                AlaProblem  problem)
{
  g_autoptr (GError) error = prove (fixture->client, TRUE, FALSE, NULL);

  g_assert_error (error, ALA_PROBLEM_ERROR, (int) problem);
}

static void
press_first (Fixture    *fixture,
             const char *path,
             const char *id)
{
  g_autofree char *button = NULL;
  const char *at;

  practice_browser_log_in (fixture->admin, path, "admin");
  at = strstr (fixture->admin->body, id);
  g_assert_nonnull (at);
  at += strlen ("id=\"");
  button = g_strndup (at, strcspn (at, "\""));
  practice_browser_press (fixture->admin, button, NULL);
}

static void
remove_link (Fixture *fixture)
{
  press_first (fixture, LINKS, "id=\"delete-");
  practice_browser_assert_shows (fixture->admin, "The application link was deleted.");
}

static void
test_alive (Fixture       *fixture,
            gconstpointer  data)
{
  assert_alive (fixture, TRUE, FALSE, ALA_PROBLEM_OLD_ACCESS_WORKS);
}

/* The product has a token of its own, which nobody has withdrawn: Jira is open as before. */
static void
test_only_revoked (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *product_token = practice_product_link (fixture->product, "alex");

  press_first (fixture, TOKENS, "id=\"revoke-");
  assert_alive (fixture, TRUE, FALSE, ALA_PROBLEM_OLD_LINK_KNOWN);
  g_assert_cmpuint (practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", product_token, NULL), ==, 200);
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product_token = practice_product_link (fixture->product, "alex");

  remove_link (fixture);
  assert_dead (fixture, TRUE, FALSE);
  assert_dead (fixture, FALSE, FALSE);
  g_assert_cmpuint (practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", product_token, NULL), ==, 401);
}

static void
test_without_token (Fixture       *fixture,
                    gconstpointer  data)
{
  ala_jira_client_set_access_token (fixture->client, NULL);
  assert_alive (fixture, FALSE, FALSE, ALA_PROBLEM_OLD_LINK_KNOWN);
}

/* The new key was entered under the old consumer key: the old key opens nothing. */
static void
test_other_key (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PracticeProduct) other = practice_product_new (ala_practice_jira_get_url (fixture->jira), OLD);
  g_autoptr (GError) error = NULL;

  remove_link (fixture);
  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr Enterprise", OLD, other->public_key, NULL, &error));
  g_assert_no_error (error);
  assert_dead (fixture, TRUE, FALSE);

  /* But nobody can tell so by a key that is none of either. */
  assert_alive (fixture, FALSE, TRUE, ALA_PROBLEM_OLD_LINK_KNOWN);
}

static void
test_stand_in (Fixture       *fixture,
               gconstpointer  data)
{
  static const guint sizes[] = { 1024, 2048 };

  /* Jira answers otherwise to a key of another size. */
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (sizes[i], NULL);

      g_object_unref (fixture->client);
      fixture->client = new_client (ala_practice_jira_get_url (fixture->jira), OLD, pair);
      assert_alive (fixture, FALSE, TRUE, ALA_PROBLEM_OLD_LINK_KNOWN);
    }

  remove_link (fixture);
  assert_dead (fixture, FALSE, TRUE);
}

/* What cannot be seen is not dead. */
static void
test_not_seen (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *fault;
    AlaProblem problem;
  } cases[] = {
    { "maintenance", ALA_PROBLEM_MAINTENANCE },
    { "server-error", ALA_PROBLEM_SERVER_ERROR },
    { "not-jira", ALA_PROBLEM_REPLY_MALFORMED },
    { "connection-lost", ALA_PROBLEM_CONNECTION_LOST },
    { "anonymous", ALA_PROBLEM_ANONYMOUS },
    { "user-locked-out", ALA_PROBLEM_USER_LOCKED_OUT },
    { "user-refused", ALA_PROBLEM_CONSUMER_REFUSED },
    { "timestamp-refused", ALA_PROBLEM_TIMESTAMP_REFUSED },
    { "signature-other-address", ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS },
    { "rate-limited", ALA_PROBLEM_RATE_LIMITED },
    { "reply-malformed", ALA_PROBLEM_REPLY_MALFORMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].fault);
      g_assert_true (ala_practice_jira_set_fault (fixture->jira, cases[i].fault, TRUE));
      assert_unknown (fixture, cases[i].problem);
      ala_practice_jira_set_fault (fixture->jira, cases[i].fault, FALSE);
    }

  g_clear_object (&fixture->jira);
  assert_unknown (fixture, ALA_PROBLEM_CONNECTION_REFUSED);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  error = prove (fixture->client, TRUE, FALSE, cancellable);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, test) g_test_add ("/link-end/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("alive", test_alive);
  ADD ("only-revoked", test_only_revoked);
  ADD ("removed", test_removed);
  ADD ("without-token", test_without_token);
  ADD ("other-key", test_other_key);
  ADD ("stand-in", test_stand_in);
  ADD ("not-seen", test_not_seen);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
