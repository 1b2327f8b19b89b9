/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-authorization.h"
#include "ala-authorization-private.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ala-test-jira.h"

static AlaKeyPair *pair;

typedef struct
{
  AlaTestJira *jira;
  AlaJiraClient *client;
  AlaAuthorization *authorization;
  GCancellable *cancellable;
  GAsyncResult *run;
  GString *states;
  guint n_refused;
  AlaProblem refused; /* the last one */
} Fixture;

static void
state_cb (AlaAuthorization *authorization,
          GParamSpec       *pspec,
          gpointer          user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GEnumClass) klass = g_type_class_ref (ALA_TYPE_AUTHORIZATION_STATE);
  AlaAuthorizationState state;

  g_object_get (authorization, "state", &state, NULL);
  g_assert_cmpint (state, ==, ala_authorization_get_state (authorization));
  g_string_append_printf (fixture->states, "%s ", g_enum_get_value (klass, state)->value_nick);
}

static void
refused_cb (AlaAuthorization *authorization,
            GError           *error,
            gpointer          user_data)
{
  Fixture *fixture = user_data;

  fixture->n_refused++;
  fixture->refused = ala_problem_from_error (error);
}

static void
set_up_as (Fixture    *fixture,
           const char *consumer_key)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autofree char *base = NULL;

  fixture->jira = ala_test_jira_new (pair);
  base = ala_test_jira_dup_base (fixture->jira);
  address = ala_jira_address_new (base, NULL);
  fixture->client = ala_jira_client_new (session, address, consumer_key, pair);
  fixture->authorization = ala_authorization_new (fixture->client);
  fixture->cancellable = g_cancellable_new ();
  fixture->states = g_string_new (NULL);
  g_signal_connect (fixture->authorization, "notify::state", G_CALLBACK (state_cb), fixture);
  g_signal_connect (fixture->authorization, "refused", G_CALLBACK (refused_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_as (fixture, ALA_TEST_JIRA_CONSUMER);
}

static void
set_up_unknown (Fixture       *fixture,
                gconstpointer  data)
{
  set_up_as (fixture, "unknown");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  AlaAuthorization *watched = fixture->authorization;

  /* Whatever the test did, nothing holds the authorization any more. */
  g_clear_object (&fixture->run);
  g_clear_object (&fixture->client);
  g_object_add_weak_pointer (G_OBJECT (watched), (gpointer *) &watched);
  g_object_unref (fixture->authorization);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_clear_object (&fixture->cancellable);
  g_string_free (fixture->states, TRUE);
  ala_test_jira_free (fixture->jira);
}

static void
wait_for_state (Fixture               *fixture,
                AlaAuthorizationState  state)
{
  while (ala_authorization_get_state (fixture->authorization) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_refusal (Fixture    *fixture,
                  guint       n,
                  AlaProblem  problem)
{
  while (fixture->n_refused < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_refused, ==, n);
  g_assert_cmpstr (ala_problem_get_id (fixture->refused), ==, ala_problem_get_id (problem));
}

static gboolean
prepare (Fixture  *fixture,
         GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_authorization_prepare_async (fixture->authorization, NULL, ala_test_keep_result, &result);
  return ala_authorization_prepare_finish (fixture->authorization, ala_test_wait (&result), error);
}

static void
run (Fixture *fixture)
{
  ala_authorization_run_async (fixture->authorization, fixture->cancellable, ala_test_keep_result, &fixture->run);
}

static AlaAccessToken *
finish (Fixture  *fixture,
        GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_test_wait (&fixture->run);
  result = g_steal_pointer (&fixture->run);
  return ala_authorization_run_finish (fixture->authorization, result, error);
}

static void
assert_token (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaAccessToken) token = finish (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ala_secret_peek (token->token), ==, expected);
  g_assert_cmpstr (ala_secret_peek (token->secret), ==, "s2");
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_DONE);
  g_assert_null (ala_authorization_get_authorize_url (fixture->authorization));
  g_assert_cmpuint (ala_authorization_get_seconds_left (fixture->authorization), ==, 0);
}

static void
assert_problem (Fixture    *fixture,
                AlaProblem  problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (finish (fixture, &error));
  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_IDLE);
}

static void
offer (Fixture    *fixture,
       const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_authorization_offer (fixture->authorization, text, &error));
  g_assert_no_error (error);
}

static void
offer_badly (Fixture    *fixture,
             const char *text,
             AlaProblem  problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ala_authorization_offer (fixture->authorization, text, &error));
  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
}

/* The browser follows Jira's redirect; "" when nobody listens. */
static char *
browse (const char *url)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;

  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, ala_test_keep_result, &result);
  body = soup_session_send_and_read_finish (session, ala_test_wait (&result), NULL);
  return body != NULL ? g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body)) : g_strdup ("");
}

static void
browse_answer (Fixture  *fixture,
               gboolean  allow)
{
  g_autofree char *url = ala_test_jira_dup_answer (fixture->jira, allow);

  g_free (browse (url));
}

/* --- Success --- */

static void
test_by_code (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autofree char *base = ala_test_jira_dup_base (fixture->jira);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean loopback;

  g_assert_null (ala_authorization_get_authorize_url (fixture->authorization));
  ala_authorization_set_loopback (fixture->authorization, FALSE);
  g_assert_true (prepare (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->jira->callback, ==, "oob");
  g_object_get (fixture->authorization, "loopback", &loopback, NULL);
  g_assert_false (loopback);
  expected = g_strconcat (base, "/plugins/servlet/oauth/authorize?oauth_token=request%2Btoken%2F1", NULL);
  g_assert_cmpstr (ala_authorization_get_authorize_url (fixture->authorization), ==, expected);
  g_assert_cmpuint (ala_authorization_get_seconds_left (fixture->authorization), >, 590);
  g_assert_cmpuint (ala_authorization_get_seconds_left (fixture->authorization), <=, 600);

  /* A fresh token is enough. */
  g_assert_true (prepare (fixture, &error));
  run (fixture);
  sentence = g_strdup_printf ("You have successfully authorized 'Zephyr'. Your verification code is '%s'.", fixture->jira->verifier);
  offer (fixture, sentence);
  assert_token (fixture, "access1");
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
  g_assert_cmpstr (fixture->states->str, ==, "requesting ready waiting exchanging done ");
}

static void
test_by_loopback (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (AlaAccessToken) token = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *page = NULL;
  g_autofree char *later = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture->jira->access_fields = "&oauth_expires_in=157680000";
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  g_assert_true (ala_authorization_get_loopback (fixture->authorization));
  g_assert_true (g_str_has_prefix (fixture->jira->callback, "http://127.0.0.1:"));
  answer = ala_test_jira_dup_answer (fixture->jira, TRUE);
  page = browse (answer);
  g_assert_nonnull (strstr (page, "<html"));
  token = finish (fixture, NULL);
  g_assert_cmpint (token->expires_at, >=, now + 157680000);
  g_assert_cmpint (token->expires_at, <=, now + 157680000 + 60);
  g_assert_cmpstr (fixture->states->str, ==, "requesting waiting exchanging done ");

  /* The port is closed. */
  later = browse (answer);
  g_assert_cmpstr (later, ==, "");
}

/* Jira says for how long, and it will be its clock that counts. */
static void
test_expiry_by_jiras_clock (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (AlaAccessToken) token = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture->jira->access_fields = "&oauth_expires_in=1000";
  ala_jira_client_set_clock_offset (fixture->client, -250);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, fixture->jira->verifier);
  token = finish (fixture, NULL);
  g_assert_cmpint (token->expires_at, >=, now + 750);
  g_assert_cmpint (token->expires_at, <=, now + 750 + 60);
}

static void
test_without_expiry (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (AlaAccessToken) token = NULL;

  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, fixture->jira->verifier);
  token = finish (fixture, NULL);
  g_assert_cmpint (token->expires_at, ==, 0);
}

static void
test_without_callback (Fixture       *fixture,
                       gconstpointer  data)
{
  fixture->jira->refuse_loopback = TRUE;
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  g_assert_cmpstr (fixture->jira->callback, ==, "oob");
  g_assert_false (ala_authorization_get_loopback (fixture->authorization));
  offer (fixture, fixture->jira->verifier);
  assert_token (fixture, "access1");
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
}

/* No file descriptor is left for a port; Jira is asked by the connection that is open still. */
static void
test_without_port (Fixture       *fixture,
                   gconstpointer  data)
{
  struct rlimit before;
  struct rlimit tight;
  int next;

  ala_authorization_set_loopback (fixture->authorization, FALSE);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, fixture->jira->verifier);
  assert_token (fixture, "access1");

  ala_authorization_set_loopback (fixture->authorization, TRUE);
  g_assert_true (ala_authorization_get_loopback (fixture->authorization));
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &before), ==, 0);
  next = dup (STDOUT_FILENO);
  close (next);
  tight = before;
  tight.rlim_cur = (rlim_t) next;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &tight), ==, 0);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &before), ==, 0);

  g_assert_cmpstr (fixture->jira->callback, ==, "oob");
  g_assert_false (ala_authorization_get_loopback (fixture->authorization));
  offer (fixture, fixture->jira->verifier);
  assert_token (fixture, "access2");

  /* Next time there may be one. */
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  g_assert_true (ala_authorization_get_loopback (fixture->authorization));
  browse_answer (fixture, TRUE);
  assert_token (fixture, "access3");
}

static void
test_early_answer (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_true (prepare (fixture, NULL));
  browse_answer (fixture, TRUE);

  /* It is not lost, whether it is waited for now or after another look. */
  g_assert_true (prepare (fixture, NULL));
  run (fixture);
  assert_token (fixture, "access1");
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *expected = g_strdup_printf ("access%u", i);

      run (fixture);
      wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
      browse_answer (fixture, TRUE);
      assert_token (fixture, expected);
    }
}

/* --- Answers that are no good --- */

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  browse_answer (fixture, FALSE);
  assert_problem (fixture, ALA_PROBLEM_AUTHORIZATION_DENIED);

  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, "denied");
  assert_problem (fixture, ALA_PROBLEM_AUTHORIZATION_DENIED);

  g_assert_true (prepare (fixture, NULL));
  browse_answer (fixture, FALSE);
  run (fixture);
  assert_problem (fixture, ALA_PROBLEM_AUTHORIZATION_DENIED);
  g_assert_cmpuint (fixture->n_refused, ==, 0);
}

static void
test_wrong_code (Fixture       *fixture,
                 gconstpointer  data)
{
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, "WRONG1");
  wait_for_refusal (fixture, 1, ALA_PROBLEM_VERIFIER_WRONG);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);

  /* One code while another is tried: the second is tried next, the same one is not. */
  offer (fixture, "WRONG2");
  offer (fixture, "WRONG2");
  offer (fixture, fixture->jira->verifier);
  assert_token (fixture, "access1");
  g_assert_cmpuint (fixture->n_refused, ==, 2);
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
}

static void
test_other_texts (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *first_url = NULL;

  offer_badly (fixture, "qTJkPi", ALA_PROBLEM_VERIFIER_OTHER_RUN);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  fixture->n_refused = 0;
  first_url = g_strdup (ala_authorization_get_authorize_url (fixture->authorization));

  offer_badly (fixture, "hello there", ALA_PROBLEM_VERIFIER_NOT_FOUND);
  offer_badly (fixture, first_url, ALA_PROBLEM_VERIFIER_NOT_FOUND);
  g_assert_cmpuint (fixture->n_refused, ==, 0);
  offer_badly (fixture, "http://127.0.0.1:1/?oauth_token=old&oauth_verifier=qTJkPi", ALA_PROBLEM_VERIFIER_OTHER_RUN);
  offer_badly (fixture, "http://127.0.0.1:1/?oauth_token=old&oauth_verifier=denied", ALA_PROBLEM_VERIFIER_OTHER_RUN);
  g_assert_cmpuint (fixture->n_refused, ==, 2);
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);

  /* The page of OAuth 1.0 asks for another token. */
  offer_badly (fixture, "You have successfully authorized 'Zephyr'. Please close this browser window and click continue in the client.",
               ALA_PROBLEM_VERIFIER_NO_CODE);
  g_assert_cmpuint (fixture->n_refused, ==, 3);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 2);
  g_assert_cmpstr (ala_authorization_get_authorize_url (fixture->authorization), !=, first_url);
  offer (fixture, fixture->jira->verifier);
  assert_token (fixture, "access1");
}

static void
test_token_gone (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *body;
    AlaProblem problem;
  } rows[] = {
    { "oauth_problem=token_expired", ALA_PROBLEM_REQUEST_TOKEN_EXPIRED },
    { "oauth_problem=token_used", ALA_PROBLEM_TOKEN_USED },
  };

  run (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
      ala_test_server_reply (fixture->jira->server, "/jira/plugins/servlet/oauth/access-token", 401, "text/plain", rows[i].body, NULL);
      offer (fixture, "ABCdef");
      wait_for_refusal (fixture, i + 1, rows[i].problem);
      wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
      g_assert_cmpuint (fixture->jira->n_request_tokens, ==, i + 2);
    }

  ala_test_server_reply (fixture->jira->server, "/jira/plugins/servlet/oauth/access-token", 401, "text/plain",
                         "oauth_problem=permission_denied", NULL);
  offer (fixture, "ABCdef");
  assert_problem (fixture, ALA_PROBLEM_AUTHORIZATION_DENIED);
}

/* --- Failures --- */

static void
test_unknown_consumer (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (prepare (fixture, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CONSUMER_KEY_UNKNOWN);
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_IDLE);
  run (fixture);
  assert_problem (fixture, ALA_PROBLEM_CONSUMER_KEY_UNKNOWN);
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->jira->fault_status = 503;
  fixture->jira->fault_body = "";
  run (fixture);
  assert_problem (fixture, ALA_PROBLEM_MAINTENANCE);

  fixture->jira->fault_status = 0;
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  fixture->jira->fault_status = 500;
  offer (fixture, fixture->jira->verifier);
  assert_problem (fixture, ALA_PROBLEM_SERVER_ERROR);

  fixture->jira->fault_status = 0;
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  browse_answer (fixture, TRUE);
  assert_token (fixture, "access1");
}

static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GAsyncResult) other_run = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ala_authorization_prepare_async (fixture->authorization, NULL, ala_test_keep_result, &first);
  ala_authorization_prepare_async (fixture->authorization, cancellable, ala_test_keep_result, &second);
  ala_authorization_prepare_async (fixture->authorization, NULL, ala_test_keep_result, &third);
  g_cancellable_cancel (cancellable);
  g_assert_false (ala_authorization_prepare_finish (fixture->authorization, ala_test_wait (&second), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (ala_authorization_prepare_finish (fixture->authorization, ala_test_wait (&first), &error));
  g_assert_true (ala_authorization_prepare_finish (fixture->authorization, ala_test_wait (&third), &error));
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);

  run (fixture);
  ala_authorization_run_async (fixture->authorization, NULL, ala_test_keep_result, &other_run);
  g_assert_null (ala_authorization_run_finish (fixture->authorization, ala_test_wait (&other_run), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  browse_answer (fixture, TRUE);
  assert_token (fixture, "access1");
}

/* --- Time --- */

static void
test_renewed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first_url = NULL;

  ala_authorization_set_life (fixture->authorization, 500, 400);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  first_url = g_strdup (ala_authorization_get_authorize_url (fixture->authorization));
  while (fixture->jira->n_request_tokens < 3)
    g_main_context_iteration (NULL, TRUE);
  ala_authorization_set_life (fixture->authorization, 60000, 400);
  while (ala_authorization_get_seconds_left (fixture->authorization) < 50)
    g_main_context_iteration (NULL, TRUE);

  /* Whoever waits sees another address, and no other state. */
  g_assert_cmpstr (ala_authorization_get_authorize_url (fixture->authorization), !=, first_url);
  g_assert_cmpstr (fixture->states->str, ==, "requesting waiting ");
  browse_answer (fixture, TRUE);
  assert_token (fixture, "access1");
}

static void
test_lapses (Fixture       *fixture,
             gconstpointer  data)
{
  ala_authorization_set_life (fixture->authorization, 200, 100);
  g_assert_true (prepare (fixture, NULL));
  wait_for_state (fixture, ALA_AUTHORIZATION_IDLE);
  g_assert_null (ala_authorization_get_authorize_url (fixture->authorization));
  g_assert_cmpuint (fixture->jira->n_request_tokens, ==, 1);
}

static void
test_renewal_fails (Fixture       *fixture,
                    gconstpointer  data)
{
  ala_authorization_set_life (fixture->authorization, 300, 200);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  fixture->jira->fault_status = 503;
  fixture->jira->fault_body = "";
  assert_problem (fixture, ALA_PROBLEM_MAINTENANCE);
}

/* --- Cancelling --- */

static void
cancel_cb (SoupServer        *soup,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  soup_server_message_pause (message);
  g_cancellable_cancel (user_data);
}

static void
assert_cancelled (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_IDLE);
  g_assert_null (ala_authorization_get_authorize_url (fixture->authorization));
}

static void
test_cancel_before (Fixture       *fixture,
                    gconstpointer  data)
{
  g_cancellable_cancel (fixture->cancellable);
  run (fixture);
  assert_cancelled (fixture);
  g_assert_cmpuint (ala_test_server_count (fixture->jira->server, NULL), ==, 0);
}

static void
test_cancel_requesting (Fixture       *fixture,
                        gconstpointer  data)
{
  ala_test_server_handle (fixture->jira->server, "/jira/plugins/servlet/oauth/request-token", cancel_cb, fixture->cancellable);
  run (fixture);
  assert_cancelled (fixture);
}

static void
test_cancel_waiting (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *answer = NULL;
  g_autofree char *later = NULL;

  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  answer = ala_test_jira_dup_answer (fixture->jira, TRUE);
  g_cancellable_cancel (fixture->cancellable);
  assert_cancelled (fixture);
  later = browse (answer);
  g_assert_cmpstr (later, ==, "");

  /* And again. */
  g_set_object (&fixture->cancellable, NULL);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  browse_answer (fixture, TRUE);
  assert_token (fixture, "access1");
}

static void
test_cancel_exchanging (Fixture       *fixture,
                        gconstpointer  data)
{
  ala_test_server_handle (fixture->jira->server, "/jira/plugins/servlet/oauth/access-token", cancel_cb, fixture->cancellable);
  run (fixture);
  wait_for_state (fixture, ALA_AUTHORIZATION_WAITING);
  offer (fixture, fixture->jira->verifier);
  assert_cancelled (fixture);
}

static void
test_cancel_prepare (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_test_server_handle (fixture->jira->server, "/jira/plugins/servlet/oauth/request-token", cancel_cb, fixture->cancellable);
  ala_authorization_prepare_async (fixture->authorization, fixture->cancellable, ala_test_keep_result, &result);
  g_assert_false (ala_authorization_prepare_finish (fixture->authorization, ala_test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ala_authorization_get_state (fixture->authorization), ==, ALA_AUTHORIZATION_IDLE);
}

static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  /* tear_down() asserts that a token which is ready keeps nothing alive. */
  g_assert_true (prepare (fixture, NULL));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (2048, NULL);

#define ADD(name, function) g_test_add ("/authorization/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("by-code", test_by_code);
  ADD ("by-loopback", test_by_loopback);
  ADD ("without-expiry", test_without_expiry);
  ADD ("expiry-by-jiras-clock", test_expiry_by_jiras_clock);
  ADD ("without-callback", test_without_callback);
  ADD ("without-port", test_without_port);
  ADD ("early-answer", test_early_answer);
  ADD ("again", test_again);
  ADD ("denied", test_denied);
  ADD ("wrong-code", test_wrong_code);
  ADD ("other-texts", test_other_texts);
  ADD ("token-gone", test_token_gone);
  ADD ("failures", test_failures);
  ADD ("two-at-once", test_two_at_once);
  ADD ("renewed", test_renewed);
  ADD ("lapses", test_lapses);
  ADD ("renewal-fails", test_renewal_fails);
  ADD ("cancel-before", test_cancel_before);
  ADD ("cancel-requesting", test_cancel_requesting);
  ADD ("cancel-waiting", test_cancel_waiting);
  ADD ("cancel-exchanging", test_cancel_exchanging);
  ADD ("cancel-prepare", test_cancel_prepare);
  ADD ("let-go", test_let_go);
#undef ADD
  g_test_add ("/authorization/unknown-consumer", Fixture, NULL, set_up_unknown, test_unknown_consumer, tear_down);
  status = g_test_run ();

  g_object_unref (pair);
  return status;
}
