/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem-walk.h"

#include "ala-http-session-private.h"
#include "ala-jira-probe.h"
#include "ala-test-authority.h"
#include "ala-test-monitor.h"
#include "ala-test-resolver.h"
#include "ala-test-server.h"
#include "ala-test-wire.h"

#define DAY (24 * 60 * 60)

static GError *
send_by (AlaHttpSession *session,
         const char     *url)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_http_session_send_async (session, "GET", url, NULL, NULL, NULL, 0, NULL, ala_test_keep_result, &result);
  g_assert_null (ala_http_session_send_finish (session, ala_test_wait (&result), &error));
  return error;
}

static GError *
get (const char *url)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  return send_by (session, url);
}

static GError *
get_from_port (const char *format,
               guint       port)
{
  g_autofree char *start = g_strdup_printf ("%s://127.0.0.1:%u/", format, port);

  return get (start);
}

/* --- The way --- */

static GError *
meet_offline (void)
{
  GError *error;

  ala_test_monitor_set_available (FALSE);
  error = get ("https://jira.unknown.example/");
  ala_test_monitor_set_available (TRUE);
  return error;
}

/* The name was known, as from a cache, but there is no way out any more. */
static GError *
meet_offline_with_an_address (void)
{
  GError *error;

  ala_test_monitor_set_available (FALSE);
  error = get ("http://127.255.255.255:8080/");
  ala_test_monitor_set_available (TRUE);
  return error;
}

static GError *
meet_host_not_found (void)
{
  return get ("https://jira.unknown.example/");
}

/* The broadcast address of the loopback network: no connection leads there, and nothing leaves this computer. */
static GError *
meet_host_unreachable (void)
{
  return get ("http://127.255.255.255:8080/");
}

static GError *
meet_connection_refused (void)
{
  guint port;

  {
    g_autoptr (AlaTestServer) server = ala_test_server_new (NULL);

    port = ala_test_server_get_port (server);
  }
  return get_from_port ("http", port);
}

static GError *
meet_proxy_failed (void)
{
  g_autoptr (AlaTestWire) wire = ala_test_wire_new ("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\nno way", -1);
  g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%u", ala_test_wire_get_port (wire));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (proxy, NULL);
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  ala_http_session_set_proxy_resolver (session, resolver);
  return send_by (session, "https://" ALA_TEST_RESOLVER_HOST "/");
}

/* --- TLS --- */

/* The alert “handshake failure”: no cipher that both would take (RFC 5246 section 7.2). */
static GError *
meet_tls_failed (void)
{
  static const char alert[] = { 21, 3, 3, 0, 2, 2, 40 };
  g_autoptr (AlaTestWire) wire = ala_test_wire_new (alert, sizeof alert);

  return get_from_port ("https", ala_test_wire_get_port (wire));
}

static GError *
get_secure (AlaTestAuthority *authority,
            AlaHttpSession   *session,
            const char       *names,
            gint64            from,
            gint64            to)
{
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, names, from, to);
  g_autoptr (AlaTestServer) server = ala_test_server_new (certificate);
  GError *error = send_by (session, ala_test_server_get_url (server));

  g_assert_cmpuint (ala_test_server_count (server, NULL), ==, 0);
  return error;
}

/* What stands first is what no installed authority could mend; the others are said too. */
static GError *
meet_several_tls_flags (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  return get_secure (authority, session, "dns_name = other.example.com", -3 * DAY, -DAY);
}

static GError *
meet_two_tls_flags (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();

  return get_secure (authority, session, "dns_name = other.example.com", -DAY, DAY);
}

/* A system that knows each certificate to be withdrawn, as from a list of its distribution. */
#define TEST_TYPE_DATABASE (test_database_get_type ())
G_DECLARE_FINAL_TYPE (TestDatabase, test_database, TEST, DATABASE, GTlsDatabase)

struct _TestDatabase
{
  GTlsDatabase parent_instance;
};

G_DEFINE_FINAL_TYPE (TestDatabase, test_database, G_TYPE_TLS_DATABASE)

static GTlsCertificateFlags
test_database_verify_chain (GTlsDatabase            *database,
                            GTlsCertificate         *chain,
                            const char              *purpose,
                            GSocketConnectable      *identity,
                            GTlsInteraction         *interaction,
                            GTlsDatabaseVerifyFlags  flags,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  return G_TLS_CERTIFICATE_REVOKED | G_TLS_CERTIFICATE_UNKNOWN_CA;
}

static void
test_database_class_init (TestDatabaseClass *klass)
{
  G_TLS_DATABASE_CLASS (klass)->verify_chain = test_database_verify_chain;
}

static void
test_database_init (TestDatabase *self)
{
}

static GError *
get_withdrawn (gboolean with_ca_file)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (GTlsDatabase) database = g_object_new (TEST_TYPE_DATABASE, NULL);
  g_autoptr (AlaHttpSession) session = NULL;
  GError *error;

  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  session = ala_http_session_new ();
  if (with_ca_file)
    ala_test_authority_vouch (authority, session);
  error = get_secure (authority, session, "ip_address = 127.0.0.1", -DAY, DAY);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  return error;
}

static GError *
meet_tls_revoked (void)
{
  return get_withdrawn (FALSE);
}

/* The company's authority knows the issuer, and nothing of what was withdrawn. */
static GError *
meet_tls_revoked_with_ca_file (void)
{
  return get_withdrawn (TRUE);
}

static GError *
meet_ca_file_unreadable (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_get_tmp_dir ());
  GError *error = NULL;

  g_assert_null (ala_trust_new_from_file (file, &error));
  return error;
}

static GError *
meet_ca_file_other_issuer (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTestAuthority) stranger = ala_test_authority_new ();
  g_autoptr (GTlsCertificate) certificate = ala_test_authority_issue (authority, "ip_address = 127.0.0.1", -DAY, DAY);
  g_autoptr (AlaTrust) trust = NULL;
  GError *error = NULL;

  trust = ala_trust_new_from_file (ala_test_authority_get_file (stranger), &error);
  g_assert_no_error (error);
  g_assert_null (ala_trust_narrow (trust, certificate, &error));
  return error;
}

/* --- The portal of a network, which answers in place of everybody until one has agreed to its terms --- */

static GError *
probe (AlaTestServer *portal)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *text = g_strdup_printf ("http://" ALA_TEST_RESOLVER_HOST ":%u", ala_test_server_get_port (portal));
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (text, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_jira_probe_async (session, address, NULL, ala_test_keep_result, &result);
  g_assert_null (ala_jira_probe_finish (ala_test_wait (&result), &error));
  return error;
}

static void
redirect_cb (SoupServer        *soup,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           unused)
{
  soup_server_message_set_redirect (message, 302, "http://portal.example.net/welcome?continue=1");
}

static GError *
meet_portal_by_redirect (void)
{
  g_autoptr (AlaTestServer) portal = ala_test_server_new (NULL);

  ala_test_server_handle (portal, "/rest/api/2/serverInfo", redirect_cb, NULL);
  ala_test_server_handle (portal, "/jira/rest/api/2/serverInfo", redirect_cb, NULL);
  return probe (portal);
}

static GError *
meet_portal_page (void)
{
  static const char page[] = "<!DOCTYPE html><title>Welcome</title><p>Accept our terms to use the network.</p>";
  g_autoptr (AlaTestServer) portal = ala_test_server_new (NULL);

  ala_test_server_reply (portal, "/rest/api/2/serverInfo", 200, "text/html", page, NULL);
  ala_test_server_reply (portal, "/jira/rest/api/2/serverInfo", 200, "text/html", page, NULL);
  return probe (portal);
}

#define WAY(code, variant, meet, by, says) \
  { ALA_PROBLEM_##code, variant, ALA_STEP_JIRA, ALA_PROOF_NOTHING, by, meet, says, NULL }

const ProblemWalk problem_walk_network[] = {
  WAY (OFFLINE, NULL, meet_offline, "ala_http_session_send_async", "jira.unknown.example"),
  WAY (OFFLINE, "address", meet_offline_with_an_address, "ala_http_session_send_async", "127.255.255.255"),
  WAY (HOST_NOT_FOUND, NULL, meet_host_not_found, "ala_http_session_send_async", "jira.unknown.example"),
  WAY (HOST_UNREACHABLE, NULL, meet_host_unreachable, "ala_http_session_send_async", "127.255.255.255"),
  WAY (CONNECTION_REFUSED, NULL, meet_connection_refused, "ala_http_session_send_async", "127.0.0.1"),
  WAY (PROXY_FAILED, NULL, meet_proxy_failed, "ala_http_session_send_async", ALA_TEST_RESOLVER_HOST),
  WAY (TLS_FAILED, NULL, meet_tls_failed, "ala_http_session_send_async", "127.0.0.1"),
  WAY (TLS_REVOKED, NULL, meet_tls_revoked, "ala_http_session_send_async", "withdrawn"),
  WAY (TLS_REVOKED, "ca-file", meet_tls_revoked_with_ca_file, "ala_http_session_send_async", "withdrawn"),
  WAY (TLS_EXPIRED, "three-flags", meet_several_tls_flags, "ala_http_session_send_async",
       " The certificate was not issued for “127.0.0.1”. The certificate of “127.0.0.1” was issued by “CN=Example Authority”"),
  WAY (TLS_WRONG_HOST, "two-flags", meet_two_tls_flags, "ala_http_session_send_async", "CN=Example Authority"),
  WAY (CA_FILE_UNREADABLE, NULL, meet_ca_file_unreadable, "ala_trust_new_from_file", NULL),
  WAY (CA_FILE_OTHER_ISSUER, NULL, meet_ca_file_other_issuer, "ala_trust_narrow", "Example Authority"),
  WAY (LOGIN_GATEWAY, "portal", meet_portal_by_redirect, "ala_jira_probe_async", "portal.example.net"),
  WAY (REPLY_HTML, "portal", meet_portal_page, "ala_jira_probe_async", NULL),
  { 0 }
};
