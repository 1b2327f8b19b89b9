/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-checks-certificate.h"

#include "ala-test-authority.h"
#include "check-bench.h"
#include "judge.h"

#define SERVER_INFO "/rest/api/2/serverInfo"
#define DAY         ((gint64) 24 * 60 * 60)
#define NAMES       "ip_address = 127.0.0.1\n"

/* Serves the bench by https from now on. */
static void
serve_securely (CheckBench       *bench,
                AlaTestAuthority *authority,
                const char       *names,
                gint64            from,
                gint64            to)
{
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, names, from, to);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (GError) error = NULL;
  AlaJiraClient *client;

  ala_test_server_free (bench->server);
  bench->server = ala_test_server_new (certificate);
  ala_test_authority_vouch (authority, session);
  address = ala_jira_address_new (ala_test_server_get_url (bench->server), &error);
  g_assert_no_error (error);
  client = ala_jira_client_new (session, address, "key", ala_jira_client_get_key_pair (bench->client));
  g_object_unref (bench->client);
  bench->client = client;
}

static char *
make_authority (int days)
{
  g_autofree char *template = g_strdup_printf ("cn = \"Short\"\nca\ncert_signing_key\nexpiration_days = %d\n", days);
  g_autofree char *template_path = judge_write ("short.tmpl", template, -1);
  g_autofree char *key_path = judge_path ("short.pem");

  g_free (judge_ask ("certtool", "--generate-privkey", "--no-text", "--bits=2048", "--outfile", key_path, NULL));
  return judge_ask ("certtool", "--generate-self-signed", "--no-text", "--load-privkey", key_path, "--template", template_path, NULL);
}

static void
test_ends (CheckBench    *bench,
           gconstpointer  unused)
{
  static const struct
  {
    gint64 days;
    AlaCheckState state;
    AlaProblem problem;
  } cases[] = {
    { 100, ALA_CHECK_PASSED, ALA_PROBLEM_NONE },
    { 10, ALA_CHECK_WARNING, ALA_PROBLEM_TLS_ENDS_SOON },
    { -1, ALA_CHECK_FAILED, ALA_PROBLEM_TLS_EXPIRED },
  };
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      serve_securely (bench, authority, NAMES, -2 * DAY, cases[i].days * DAY);
      check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);
      check_bench_assert_problem (check, cases[i].state, cases[i].problem);

      if (cases[i].state != ALA_CHECK_FAILED)
        {
          gint64 kept = ala_setup_get_certificate_expires (bench->setup) - g_get_real_time () / G_USEC_PER_SEC;

          g_autoptr (AlaFinding) own = g_list_model_get_item (ala_check_get_findings (check), 0);
          g_autoptr (GDateTime) now = g_date_time_new_now_local ();
          g_autoptr (GDateTime) end = g_date_time_add_days (now, (int) cases[i].days);
          g_autofree char *year = g_date_time_format (end, "%B %-d, %Y");

          g_assert_nonnull (own);
          g_assert_cmpstr (ala_finding_get_id (own), ==, "certificate-1");
          g_assert_cmpint (ala_finding_get_state (own), ==, cases[i].state);
          g_assert_nonnull (strstr (ala_finding_get_text (own), year));
          g_assert_cmpint (ABS (kept - cases[i].days * DAY), <, 600);
        }
      else
        {
          /* What was seen before stays known. */
          g_assert_cmpint (ala_setup_get_certificate_expires (bench->setup), >, 0);
        }
    }
}

/* An authority that only this link trusts is watched too; what ends first is told. */
static void
test_authority_ends (CheckBench    *bench,
                     gconstpointer  unused)
{
  static const struct
  {
    int authority;
    int own;
    AlaCheckState state;
    const char *summary;
  } cases[] = {
    { 100, 100, ALA_CHECK_PASSED, "Trusted, and valid until " },
    { 10, 100, ALA_CHECK_WARNING, "The certificate of “Short” ends in 10 days, on " },
    { 10, 5, ALA_CHECK_WARNING, "Jira’s certificate ends in 5 days, on " },
    { 5, 10, ALA_CHECK_WARNING, "The certificate of “Short” ends in 5 days, on " },
  };
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();

  ala_setup_set_jira_url (bench->setup, "https://jira.example.com");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pem = make_authority (cases[i].authority);
      g_autoptr (AlaCheck) check = NULL;

      ala_setup_set_ca_certificates (bench->setup, pem);
      serve_securely (bench, authority, NAMES, -2 * DAY, cases[i].own * DAY);
      check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);
      check_bench_assert_problem (check, cases[i].state,
                                  cases[i].state == ALA_CHECK_PASSED ? ALA_PROBLEM_NONE : ALA_PROBLEM_TLS_ENDS_SOON);
      g_assert_true (g_str_has_prefix (ala_check_get_summary (check), cases[i].summary));
    }
}

/* A connection that was made before has the same certificate, and every status has one. */
static void
test_by_any_answer (CheckBench    *bench,
                    gconstpointer  unused)
{
  static const guint statuses[] = { 200, 302, 401, 404, 429, 500, 503 };
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();

  serve_securely (bench, authority, NAMES, -DAY, 100 * DAY);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (AlaCheck) check = NULL;

      ala_test_server_reply (bench->server, SERVER_INFO, statuses[i], "text/html", "<html>", "Location", "/login.jsp", NULL);
      check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);
      check_bench_assert_problem (check, ALA_CHECK_PASSED, ALA_PROBLEM_NONE);
    }
}

static void
test_wrong_host (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaCheck) check = NULL;

  serve_securely (bench, authority, "dns_name = jira.example.com\n", -DAY, 100 * DAY);
  check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_TLS_WRONG_HOST);
}

static void
test_never_ends (CheckBench    *bench,
                 gconstpointer  unused)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaCheck) check = NULL;

  serve_securely (bench, authority, NAMES, -DAY, 100 * DAY);
  ala_http_session_set_timeout (ala_jira_client_get_session (bench->client), 1);
  ala_test_server_reply_raw (bench->server, SERVER_INFO, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{",
                             ALA_TEST_HOLD);
  check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);
  check_bench_assert_problem (check, ALA_CHECK_FAILED, ALA_PROBLEM_NETWORK_TIMEOUT);
}

static void
test_without_encryption (CheckBench    *bench,
                         gconstpointer  unused)
{
  g_autoptr (AlaCheck) check = check_bench_run (bench, ALA_TYPE_CERTIFICATE_CHECK);

  check_bench_assert_problem (check, ALA_CHECK_SKIPPED, ALA_PROBLEM_NONE);
  g_assert_cmpuint (ala_test_server_count (bench->server, NULL), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/checks-certificate/" name, CheckBench, NULL, check_bench_set_up, function, check_bench_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ends", test_ends);
  ADD ("authority-ends", test_authority_ends);
  ADD ("by-any-answer", test_by_any_answer);
  ADD ("wrong-host", test_wrong_host);
  ADD ("never-ends", test_never_ends);
  ADD ("without-encryption", test_without_encryption);
  return g_test_run ();
}
