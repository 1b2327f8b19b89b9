/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-check-warm-up.h"

#include "ala-check-runner.h"
#include "ala-test-authority.h"
#include "ala-test-server.h"

#define REQUEST_TOKEN_PATH "/plugins/servlet/oauth/request-token"
#define DAY                (24 * 60 * 60)

/* Returns: how many checks wait for no answer of another */
static guint
count_first_wave (void)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (AlaCheck) check = g_list_model_get_item (G_LIST_MODEL (runner), i);

      n += ala_check_get_needs (check) == NULL || ALA_CHECK_GET_CLASS (check)->eager;
    }

  return n;
}

/* While the person looks at Jira's page, and not before. */
static void
test_connects_while_the_person_reads (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, "ip_address = 127.0.0.1", -DAY, DAY);
  g_autoptr (AlaTestServer) server = ala_test_server_new (certificate);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AlaAuthorization) authorization = NULL;
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (AlaJiraClient) client = NULL;
  g_autoptr (AlaKeyPair) pair = NULL;
  g_autoptr (AlaAccessToken) token = NULL;
  g_autoptr (GAsyncResult) prepared = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  const guint most = 10; /* connections to one host */

  ala_test_authority_vouch (authority, session);
  ala_test_server_reply (server, REQUEST_TOKEN_PATH, 200, "text/plain",
                         "oauth_token=t&oauth_token_secret=s&oauth_callback_confirmed=true", NULL);
  address = ala_jira_address_new (ala_test_server_get_url (server), &error);
  g_assert_no_error (error);
  pair = ala_key_pair_generate (ALA_KEY_BITS_MIN, &error);
  g_assert_no_error (error);
  client = ala_jira_client_new (session, address, "key", pair);

  authorization = ala_authorization_new (client);
  ala_check_warm_up (authorization, client);
  ala_authorization_prepare_async (authorization, cancellable, ala_test_keep_result, &prepared);
  ala_authorization_prepare_finish (authorization, ala_test_wait (&prepared), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ala_test_server_get_connections (server), ==, 1);

  ala_authorization_run_async (authorization, cancellable, ala_test_keep_result, &result);
  while (ala_test_server_get_connections (server) < MIN (count_first_wave (), most))
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  token = ala_authorization_run_finish (authorization, ala_test_wait (&result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (token);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-warm-up/connects-while-the-person-reads", test_connects_while_the_person_reads);
  return g_test_run ();
}
