/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-link-watch.h"

#include "ala-key-export.h"
#include "ala-test-jira.h"

#define REQUEST_TOKEN_PATH "/jira/plugins/servlet/oauth/request-token"

static AlaKeyPair *pair, *other_pair;

typedef struct
{
  AlaTestJira *jira;
  AlaAuthorization *authorization;
  AlaLinkWatch *watch;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaJiraClient) client = NULL;
  g_autofree char *base = NULL;

  fixture->jira = ala_test_jira_new (pair);
  base = ala_test_jira_dup_base (fixture->jira);
  address = ala_jira_address_new (base, NULL);
  client = ala_jira_client_new (session, address, ALA_TEST_JIRA_CONSUMER, pair);
  fixture->authorization = ala_authorization_new (client);
  fixture->watch = ala_link_watch_new ();
  ala_link_watch_set_interval (fixture->watch, 10, 20);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ala_link_watch_stop (fixture->watch);
  g_object_unref (fixture->watch);
  g_object_unref (fixture->authorization);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  ala_test_jira_free (fixture->jira);
}

static void
register_key (Fixture    *fixture,
              AlaKeyPair *key)
{
  g_autofree char *body = ala_key_export_public_body (key);

  g_clear_object (&fixture->jira->key);
  fixture->jira->key = ala_public_key_new_from_text (body, NULL);
}

static guint
get_asked (Fixture *fixture)
{
  return ala_test_server_count (fixture->jira->server, REQUEST_TOKEN_PATH);
}

static void
wait_for_asked (Fixture *fixture,
                guint    n)
{
  while (get_asked (fixture) < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_outcome (Fixture *fixture)
{
  while (ala_link_watch_is_checking (fixture->watch))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_comes_into_being (Fixture       *fixture,
                       gconstpointer  data)
{
  register_key (fixture, other_pair);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  g_assert_true (ala_link_watch_is_checking (fixture->watch));
  wait_for_outcome (fixture);

  /* Another key of the same size is registered: what Jira says proves everything before it. */
  g_assert_false (ala_link_watch_is_proven (fixture->watch));
  g_assert_error (ala_link_watch_get_error (fixture->watch), ALA_PROBLEM_ERROR, ALA_PROBLEM_SIGNATURE_OTHER_KEY);
  g_assert_cmpuint (ala_link_watch_get_proofs (fixture->watch), ==,
                    ALA_PROOF_REACHED | ALA_PROOF_CONSUMER_KEY | ALA_PROOF_CLOCK);

  /* It asks again by itself, and sees that the right one was pasted. */
  register_key (fixture, pair);
  while (!ala_link_watch_is_proven (fixture->watch))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (ala_link_watch_get_error (fixture->watch));
  g_assert_true (ala_link_watch_get_proofs (fixture->watch) & ALA_PROOF_REQUEST_TOKEN);
  g_assert_false (ala_link_watch_get_proofs (fixture->watch) & ALA_PROOF_ACCESS_TOKEN);

  /* The request token stays for the person, and nobody asks any more. */
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_READY);
  g_assert_nonnull (ala_authorization_get_authorize_url (fixture->authorization));
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
}

/* Lets as much time pass as another watch takes to ask several times. */
static void
let_another_watch_ask (void)
{
  Fixture other = { NULL };

  set_up (&other, NULL);
  register_key (&other, other_pair);
  ala_link_watch_start (other.watch, other.authorization);
  wait_for_asked (&other, 4);
  tear_down (&other, NULL);
}

/* The key that signs stands in for that of a product: Jira refuses it, and tells by that how far the link has got. */
static void
test_stand_in (Fixture       *fixture,
               gconstpointer  data)
{
  register_key (fixture, other_pair);
  ala_link_watch_set_stand_in (fixture->watch, TRUE);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  while (!ala_link_watch_is_known (fixture->watch))
    g_main_context_iteration (NULL, TRUE);

  g_assert_no_error (ala_link_watch_get_error (fixture->watch));
  g_assert_false (ala_link_watch_is_proven (fixture->watch));
  g_assert_cmpuint (ala_link_watch_get_proofs (fixture->watch), ==,
                    ALA_PROOF_REACHED | ALA_PROOF_CONSUMER_KEY | ALA_PROOF_CLOCK);

  /* That is all there is to see. */
  let_another_watch_ask ();
  g_assert_cmpuint (get_asked (fixture), ==, 1);

  /* Signatures that cannot be right are taken: then none of them proves anything. */
  register_key (fixture, pair);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  wait_for_outcome (fixture);
  g_assert_error (ala_link_watch_get_error (fixture->watch), ALA_PROBLEM_ERROR, ALA_PROBLEM_SIGNATURE_IGNORED);
  g_assert_false (ala_link_watch_is_known (fixture->watch));
  g_assert_false (ala_link_watch_is_proven (fixture->watch));
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  data)
{
  guint asked;

  register_key (fixture, other_pair);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  wait_for_asked (fixture, 2);
  ala_link_watch_stop (fixture->watch);
  g_assert_false (ala_link_watch_is_checking (fixture->watch));

  asked = get_asked (fixture);
  let_another_watch_ask ();
  g_assert_cmpuint (get_asked (fixture), <=, asked + 1); /* one may have been on its way */
  ala_link_watch_check_now (fixture->watch);
  g_assert_false (ala_link_watch_is_checking (fixture->watch));
}

static void
test_check_now (Fixture       *fixture,
                gconstpointer  data)
{
  register_key (fixture, other_pair);
  ala_link_watch_set_interval (fixture->watch, G_MAXINT, G_MAXINT);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  ala_link_watch_check_now (fixture->watch); /* never two at a time */
  wait_for_outcome (fixture);
  g_assert_cmpuint (get_asked (fixture), ==, 1);

  register_key (fixture, pair);
  ala_link_watch_check_now (fixture->watch);
  g_assert_true (ala_link_watch_is_checking (fixture->watch));
  wait_for_outcome (fixture);
  g_assert_true (ala_link_watch_is_proven (fixture->watch));
}

static void
too_many_requests_cb (SoupServer        *server,
                      SoupServerMessage *message,
                      const char        *path,
                      GHashTable        *query,
                      gpointer           user_data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", "1");
  soup_server_message_set_status (message, 429, NULL);
}

static void
test_waits_as_long_as_jira_asks (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();

  ala_test_server_handle (fixture->jira->server, REQUEST_TOKEN_PATH, too_many_requests_cb, NULL);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  wait_for_outcome (fixture);
  g_assert_error (ala_link_watch_get_error (fixture->watch), ALA_PROBLEM_ERROR, ALA_PROBLEM_RATE_LIMITED);

  /* Its own interval is a hundredth of that. */
  wait_for_asked (fixture, 2);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, G_USEC_PER_SEC);
}

static void
test_late_answer_of_another_link (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) nowhere = ala_jira_address_new ("http://127.0.0.1:1/jira", NULL);
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, nowhere, "other", pair);
  g_autoptr (AlaAuthorization) other = ala_authorization_new (client);

  ala_link_watch_start (fixture->watch, other);
  register_key (fixture, pair);
  ala_link_watch_start (fixture->watch, fixture->authorization);
  wait_for_outcome (fixture);
  g_assert_true (ala_link_watch_is_proven (fixture->watch));
  let_another_watch_ask ();
  g_assert_true (ala_link_watch_is_proven (fixture->watch));
}

#define ADD(name, function) g_test_add ("/link-watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (1024, NULL);
  other_pair = ala_key_pair_generate (1024, NULL);
  ADD ("comes-into-being", test_comes_into_being);
  ADD ("stand-in", test_stand_in);
  ADD ("stops", test_stops);
  ADD ("check-now", test_check_now);
  ADD ("waits-as-long-as-jira-asks", test_waits_as_long_as_jira_asks);
  ADD ("late-answer-of-another-link", test_late_answer_of_another_link);
  status = g_test_run ();
  g_clear_object (&pair);
  g_clear_object (&other_pair);
  return status;
}
