/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include <string.h>

#include "ala-checks-server.h"
#include "ala-consumer-guess.h"
#include "ala-consumer-key.h"
#include "ala-jira-probe.h"
#include "ala-key-export.h"
#include "ala-practice-jira.h"
#include "ala-test-resolver.h"
#include "ala-test-server.h"

static GError *
read_address (const char *text)
{
  GError *error = NULL;

  g_assert_null (ala_jira_address_new (text, &error));
  return error;
}

static GError *
meet_empty (void)
{
  return read_address ("  \n");
}

static GError *
meet_unreadable (void)
{
  return read_address ("https://");
}

static GError *
meet_scheme (void)
{
  return read_address ("ftp://jira.example.com");
}

static GError *
meet_lookalike (void)
{
  /* The second letter is Cyrillic. */
  return read_address ("https://j\xd1\x96ra.example.com");
}

static GError *
meet_underscore (void)
{
  return read_address ("https://my_jira.example.com");
}

/* A Jira that is found at an address without encryption, by a name that is not this computer's own. */
static GError *
meet_plain_http (void)
{
  g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *text = g_strdup_printf ("http://" ALA_TEST_RESOLVER_HOST ":%u", ala_test_server_get_port (server));
  g_autofree char *info = g_strdup_printf ("{\"baseUrl\":\"%s\",\"version\":\"9.12.4\",\"deploymentType\":\"Server\"}", text);
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (text, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AlaJiraServer) found = NULL;
  g_autoptr (GError) error = NULL;

  ala_test_server_reply (server, "/rest/api/2/serverInfo", 200, "application/json", info, NULL);
  ala_jira_probe_async (session, address, NULL, ala_test_keep_result, &result);
  found = ala_jira_probe_finish (ala_test_wait (&result), &error);
  g_assert_no_error (error);
  return ala_server_check_find_doubt (address, found);
}

static GError *
check_consumer_key (const char *text)
{
  GError *error = NULL;

  g_assert_false (ala_consumer_key_check (text, &error));
  return error;
}

static GError *
meet_key_empty (void)
{
  return check_consumer_key ("");
}

static GError *
meet_key_spaces (void)
{
  return check_consumer_key ("Zephyr Enterprise");
}

static GError *
meet_key_long (void)
{
  g_autofree char *text = g_strnfill (ALA_CONSUMER_KEY_MAX + 1, 'z');
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_consumer_key_check (text + 1, &error));
  g_assert_no_error (error);
  return check_consumer_key (text);
}

/* --- What Jira knows the link by --- */

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The administrator entered the name of the link in the box for the key. */
static GError *
meet_consumer_key_other (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new (0, &error);
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (1024, &error);
  g_autofree char *public_key = ala_key_export_public_body (pair);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (ala_practice_jira_get_url (jira), NULL);
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, address, "zephyr-enterprise", pair);
  g_auto (GStrv) candidates = ala_consumer_key_list_likely ("zephyr-enterprise", "Zephyr Enterprise");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *found = NULL;

  ala_practice_jira_add_link (jira, "Zephyr", "Zephyr Enterprise", public_key, NULL, &error);
  g_assert_no_error (error);
  ala_consumer_guess_async (client, (const char *const *) candidates, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = ala_consumer_guess_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  return ala_consumer_guess_new_error (found);
}

#define ADDRESS(code, meet, by, says) \
  { ALA_PROBLEM_##code, NULL, ALA_STEP_JIRA, ALA_PROOF_NOTHING, by, meet, says, NULL }

const ProblemWalk problem_walk_addresses[] = {
  ADDRESS (ADDRESS_EMPTY, meet_empty, "ala_jira_address_new", NULL),
  ADDRESS (ADDRESS_UNREADABLE, meet_unreadable, "ala_jira_address_new", NULL),
  ADDRESS (ADDRESS_SCHEME, meet_scheme, "ala_jira_address_new", "ftp"),
  ADDRESS (ADDRESS_LOOKALIKE, meet_lookalike, "ala_jira_address_new", "\xd1\x96"),
  ADDRESS (ADDRESS_UNDERSCORE, meet_underscore, "ala_jira_address_new", "my_jira.example.com"),
  ADDRESS (ADDRESS_PLAIN_HTTP, meet_plain_http, "ala_server_check_find_doubt", ALA_TEST_RESOLVER_HOST),
  ADDRESS (CONSUMER_KEY_EMPTY, meet_key_empty, "ala_consumer_key_check", NULL),
  ADDRESS (CONSUMER_KEY_SPACES, meet_key_spaces, "ala_consumer_key_check", "Zephyr Enterprise"),
  ADDRESS (CONSUMER_KEY_LONG, meet_key_long, "ala_consumer_key_check", "201"),
  { ALA_PROBLEM_CONSUMER_KEY_OTHER, NULL, ALA_STEP_LINK, ALA_PROOF_REACHED, "ala_consumer_guess_new_error",
    meet_consumer_key_other, "Zephyr Enterprise", NULL },
  { 0 }
};
