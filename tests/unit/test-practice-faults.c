/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-practice-jira.h"

#include <string.h>

#include "ala-problem.h"
#include "judge.h"
#include "practice-product.h"

#define API           "/rest/api/2"
#define REQUEST_TOKEN "/plugins/servlet/oauth/request-token"
#define ACCESS_TOKEN  "/plugins/servlet/oauth/access-token"
#define AUTHORIZE     "/plugins/servlet/oauth/authorize?oauth_token="
#define CONSUMER      "zephyr"

typedef struct
{
  AlaPracticeJira *jira;
  PracticeProduct *product;
  PracticeBrowser *wire;
  PracticeBrowser *person;
  char *token;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  secure)
{
  g_autoptr (GError) error = NULL;

  fixture->jira = secure != NULL ? ala_practice_jira_new_secure (0, &error) : ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  fixture->product = practice_product_new (ala_practice_jira_get_url (fixture->jira), CONSUMER);
  fixture->wire = fixture->product->browser;
  fixture->person = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr", CONSUMER, fixture->product->public_key, NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  practice_product_free (fixture->product);
  practice_browser_free (fixture->person);
  g_free (fixture->token);
  g_assert_finalize_object (fixture->jira);
}

static void
set_fault (Fixture    *fixture,
           const char *fault,
           gboolean    on)
{
  if (!ala_practice_jira_set_fault (fixture->jira, fault, on))
    g_error ("There is no fault %s", fault);
}

/* Every fault is described, and what the problem table has a row for bears its name. */
static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  static const char *variants[] = {
    "reply-not-utf8", "user-refused", "signature-other-scheme", "signature-other-port", "signature-other-path",
    "signature-other-method", "parameter-missing", "parameter-added", "parameter-reencoded", "base-string-huge", NULL
  };
  const char * const *names = ala_practice_jira_list_faults ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_assert_cmpstr (ala_practice_jira_describe_fault (names[i]), !=, NULL);
      if (ala_problem_from_id (names[i]) == ALA_PROBLEM_NONE && !g_strv_contains (variants, names[i]))
        g_error ("%s is neither a row of the problem table nor a variant of one", names[i]);
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (names[i], !=, names[j]);
    }
  g_assert_null (ala_practice_jira_describe_fault ("no-such-fault"));
  g_assert_false (ala_practice_jira_set_fault (fixture->jira, "no-such-fault", TRUE));
}

/* What a request token is refused with. The status 0 stands for no reply at all. */
static void
test_request_token (Fixture       *fixture,
                    gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    guint status;
    const char *problem; /* (nullable) */
  } faults[] = {
    { "consumer-key-unknown", 401, "consumer_key_unknown" },
    { "consumer-key-rejected", 401, "consumer_key_rejected" },
    { "consumer-refused", 503, "consumer_key_refused" },
    { "permission-denied", 401, "permission_denied" },
    { "callback-rejected", 400, "parameter_rejected" },
    { "parameter-absent", 400, "parameter_absent" },
    { "parameter-rejected", 400, "parameter_rejected" },
    { "signature-method-rejected", 400, "signature_method_rejected" },
    { "version-rejected", 400, "version_rejected" },
    { "timestamp-refused", 400, "timestamp_refused" },
    { "nonce-used", 401, "nonce_used" },
    { "signature-invalid", 401, "signature_invalid" },
    { "signature-other-key", 401, "signature_invalid" },
    { "signature-other-address", 401, "signature_invalid" },
    { "signature-other-scheme", 401, "signature_invalid" },
    { "signature-other-port", 401, "signature_invalid" },
    { "signature-other-path", 401, "signature_invalid" },
    { "signature-other-method", 401, "signature_invalid" },
    { "parameter-missing", 401, "signature_invalid" },
    { "parameter-added", 401, "signature_invalid" },
    { "parameter-reencoded", 401, "signature_invalid" },
    { "base-string-huge", 401, "signature_invalid" },
    { "signature-other-size", 500, NULL },
    { "oauth-off", 404, NULL },
    { "reply-empty", 200, NULL },
    { "reply-malformed", 200, NULL },
    { "redirected", 301, NULL },
    { "login-gateway", 302, NULL },
    { "not-jira", 200, NULL },
    { "context-path", 404, NULL },
    { "proxy-password", 407, NULL },
    { "server-error", 500, NULL },
    { "maintenance", 503, NULL },
    { "starting", 503, NULL },
    { "connection-lost", 0, NULL },
    { "reply-truncated", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *problem = NULL;
      guint status;

      set_fault (fixture, faults[i].fault, TRUE);
      status = practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "http://127.0.0.1:1/cb", NULL);
      if (status != 0)
        problem = practice_browser_dup_value (fixture->wire, "oauth_problem");
      if (status != faults[i].status || g_strcmp0 (problem, faults[i].problem) != 0)
        g_error ("%s: %u and %s: %s", faults[i].fault, status, problem, fixture->wire->body);
      set_fault (fixture, faults[i].fault, FALSE);

      g_free (practice_product_ask (fixture->product, "http://127.0.0.1:1/cb"));
    }
}

/* With all of them on, each shows once those that Jira checks before it are off. */
static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    const char *problem;
  } faults[] = {
    { "consumer-key-unknown", "consumer_key_unknown" },
    { "consumer-key-rejected", "consumer_key_rejected" },
    { "consumer-refused", "consumer_key_refused" },
    { "permission-denied", "permission_denied" },
    { "callback-rejected", "parameter_rejected" },
    { "signature-method-rejected", "signature_method_rejected" },
    { "parameter-rejected", "parameter_rejected" },
    { "version-rejected", "version_rejected" },
    { "timestamp-refused", "timestamp_refused" },
    { "nonce-used", "nonce_used" },
    { "signature-other-key", "signature_invalid" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    set_fault (fixture, faults[i].fault, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *problem = NULL;

      practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "http://127.0.0.1:1/cb", NULL);
      problem = practice_browser_dup_value (fixture->wire, "oauth_problem");
      g_assert_cmpstr (problem, ==, faults[i].problem);
      set_fault (fixture, faults[i].fault, FALSE);
    }
  g_free (practice_product_ask (fixture->product, "http://127.0.0.1:1/cb"));
}

/* What each proxy does to the base string that Jira tells. */
static void
test_base_strings (Fixture       *fixture,
                   gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    const char *with;    /* (nullable) */
    const char *without; /* (nullable) */
  } faults[] = {
    { "signature-other-key", "oauth_callback%3Dhttp%253A%252F%252F127.0.0.1%253A1%252Fcb", NULL },
    { "signature-other-address", "&http%3A%2F%2Fjira-internal.example.com%3A8080%2Fjira%2F", "127.0.0.1%3A" },
    { "signature-other-scheme", "POST&https%3A%2F%2F127.0.0.1%3A", NULL },
    { "signature-other-port", "127.0.0.1%3A8090%2Fjira%2F", NULL },
    { "signature-other-path", NULL, "%2Fjira%2Fplugins" },
    { "signature-other-method", "HEAD&http", NULL },
    { "parameter-missing", NULL, "oauth_callback" },
    { "parameter-added", "%26proxy_session%3D1", NULL },
    { "parameter-reencoded", "oauth_callback%3Dhttp%25253A", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *base_string = NULL;

      set_fault (fixture, faults[i].fault, TRUE);
      practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "http://127.0.0.1:1/cb", NULL);
      base_string = practice_browser_dup_value (fixture->wire, "oauth_signature_base_string");
      if (base_string == NULL
          || (faults[i].with != NULL && strstr (base_string, faults[i].with) == NULL)
          || (faults[i].without != NULL && strstr (base_string, faults[i].without) != NULL))
        g_error ("%s: %s", faults[i].fault, base_string);
      set_fault (fixture, faults[i].fault, FALSE);
    }

  set_fault (fixture, "signature-invalid", TRUE);
  practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", NULL);
  g_assert_null (strstr (fixture->wire->body, "base_string"));
  set_fault (fixture, "signature-invalid", FALSE);

  set_fault (fixture, "base-string-huge", TRUE);
  practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", NULL);
  /* Of a 401 newer versions of libsoup read no more than the first 8 MiB. */
  g_assert_cmpint (soup_message_headers_get_content_length (soup_message_get_response_headers (fixture->wire->message)), >,
                   10 * 1024 * 1024);
  g_assert_cmpuint (fixture->wire->length, >=, 8 * 1024 * 1024);
}

/* What a signed request to a resource is answered with. */
static void
test_resources (Fixture       *fixture,
                gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    guint status;
    const char *shows;  /* (nullable): in the body */
    const char *header; /* (nullable): that has to be there */
  } faults[] = {
    { "token-rejected", 401, "oauth_problem=token_rejected", "WWW-Authenticate" },
    { "token-expired", 401, "oauth_problem=token_expired", "WWW-Authenticate" },
    { "token-revoked", 401, "oauth_problem=token_revoked", "WWW-Authenticate" },
    { "additional-authorization", 401, "oauth_problem=additional_authorization_required", "WWW-Authenticate" },
    { "user-refused", 503, "oauth_problem=user_refused", "WWW-Authenticate" },
    { "user-locked-out", 401, "HTTP Status 401", "WWW-Authenticate" },
    { "anonymous", 200, "[]", "X-AUSERNAME" },
    { "parameter-absent", 200, "[]", "X-AUSERNAME" },
    { "no-projects", 200, "[]", "X-AUSERNAME" },
    { "login-page", 302, NULL, "Location" },
    { "redirected", 301, NULL, "Location" },
    { "captcha", 403, NULL, "X-Authentication-Denied-Reason" },
    { "rate-limited", 429, "errorMessages", "Retry-After" },
    { "not-found", 404, "errorMessages", NULL },
    { "bad-request", 400, "errorMessages", NULL },
    { "forbidden", 403, "errorMessages", NULL },
    { "reply-html", 200, "<!doctype html>", NULL },
    { "reply-malformed", 200, "neither", NULL },
    { "reply-not-utf8", 200, "\xff\xfe", NULL },
    { "reply-truncated", 0, NULL, NULL },
    { "connection-lost", 0, NULL, NULL },
  };

  fixture->token = practice_product_link (fixture->product, "admin");
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint status;

      set_fault (fixture, faults[i].fault, TRUE);
      status = practice_product_send (fixture->product, "GET", API "/project", "oauth_token", fixture->token, NULL);
      if (status != faults[i].status
          || (faults[i].shows != NULL && strstr (fixture->wire->body, faults[i].shows) == NULL)
          || (faults[i].header != NULL && practice_browser_get_header (fixture->wire, faults[i].header) == NULL))
        g_error ("%s: %u: %s", faults[i].fault, status, fixture->wire->body);
      if (g_str_equal (faults[i].fault, "user-locked-out"))
        g_assert_null (strstr (practice_browser_get_header (fixture->wire, "WWW-Authenticate"), "oauth_problem"));
      set_fault (fixture, faults[i].fault, FALSE);

      practice_product_send (fixture->product, "GET", API "/project", "oauth_token", fixture->token, NULL);
      g_assert_cmpuint (fixture->wire->status, ==, 200);
      g_assert_cmpuint (fixture->wire->length, >, 100);
    }

  set_fault (fixture, "permissions-missing", TRUE);
  practice_product_send (fixture->product, "GET", API "/mypermissions", "oauth_token", fixture->token, NULL);
  practice_browser_assert_shows (fixture->wire, "\"havePermission\":false");
  set_fault (fixture, "user-inactive", TRUE);
  practice_product_send (fixture->product, "GET", API "/myself", "oauth_token", fixture->token, NULL);
  practice_browser_assert_shows (fixture->wire, "\"active\":false");
}

/* Some faults leave serverInfo and myself alone, so that a check meets them and not the probe. */
static void
test_spared_resources (Fixture       *fixture,
                       gconstpointer  unused)
{
  static const char *later[] = { "not-found", "bad-request", "forbidden", "no-projects", "permissions-missing" };
  static const char *not_the_probe[] = { "login-page", "rate-limited", "captcha", "anonymous", "token-rejected" };

  fixture->token = practice_product_link (fixture->product, "admin");
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      set_fault (fixture, later[i], TRUE);
      practice_product_send (fixture->product, "GET", API "/myself", "oauth_token", fixture->token, NULL);
      g_assert_cmpuint (fixture->wire->status, ==, 200);
      set_fault (fixture, later[i], FALSE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (not_the_probe); i++)
    {
      set_fault (fixture, not_the_probe[i], TRUE);
      g_assert_cmpuint (practice_browser_get (fixture->wire, API "/serverInfo"), ==, 200);
      set_fault (fixture, not_the_probe[i], FALSE);
    }
}

static void
test_what_jira_says_of_itself (Fixture       *fixture,
                               gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    guint status;
    const char *state;
  } states[] = {
    { "server-error", 500, "ERROR" },
    { "maintenance", 503, "MAINTENANCE" },
    { "starting", 200, "STARTING" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      set_fault (fixture, states[i].fault, TRUE);
      g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, states[i].status);
      practice_browser_assert_shows (fixture->wire, states[i].state);
      set_fault (fixture, states[i].fault, FALSE);
    }

  set_fault (fixture, "base-url-differs", TRUE);
  practice_browser_get (fixture->wire, API "/serverInfo");
  practice_browser_assert_shows (fixture->wire, "\"baseUrl\":\"https://jira.example.com\"");
  practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "x", NULL);
  g_assert_nonnull (strstr (practice_browser_get_header (fixture->wire, "WWW-Authenticate"),
                            "realm=\"https%3A%2F%2Fjira.example.com\""));
  set_fault (fixture, "base-url-differs", FALSE);

  set_fault (fixture, "clock-differs", TRUE);
  practice_browser_get (fixture->wire, API "/serverInfo");
  {
    g_autoptr (GDateTime) date = soup_date_time_new_from_http_string (practice_browser_get_header (fixture->wire, "Date"));

    g_assert_cmpint (ABS (g_date_time_to_unix (date) - 120 - g_get_real_time () / G_USEC_PER_SEC), <=, 20);
  }
  g_free (practice_product_ask (fixture->product, "oob"));
}

static void
test_authorization (Fixture       *fixture,
                    gconstpointer  unused)
{
  static const struct
  {
    const char *fault;
    const char *problem; /* of the exchange; %NULL when it succeeds */
  } faults[] = {
    { "authorization-denied", "permission_denied" },
    { "permission-unknown", "permission_unknown" },
    { "verifier-wrong", "token_rejected" },
    { "verifier-other-run", "token_rejected" },
    { "verifier-no-code", NULL },
    { "request-token-expired", "token_expired" },
  };

  practice_browser_log_in (fixture->person, "/login.jsp", "admin");
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *token = NULL, *page = NULL, *problem = NULL, *code = NULL, *returned = NULL;
      g_autoptr (AlaOAuthParams) params = NULL;
      gboolean expired = g_str_equal (faults[i].fault, "request-token-expired");
      const char *location, *query;

      set_fault (fixture, faults[i].fault, TRUE);
      token = practice_product_ask (fixture->product, "http://127.0.0.1:1/cb");
      page = g_strconcat (AUTHORIZE, token, NULL);
      fixture->person->stay = TRUE;
      g_assert_cmpuint (practice_browser_get (fixture->person, page), ==, expired ? 401 : 200);
      if (!expired)
        {
          practice_browser_press (fixture->person, "approve", NULL);
          location = practice_browser_get_header (fixture->person, "Location");
          query = location != NULL ? strchr (location, '?') : NULL;
          params = ala_oauth_params_parse (query != NULL ? query + 1 : "", -1, 0);
          code = g_strdup (ala_oauth_params_get (params, "oauth_verifier"));
          returned = g_strdup (ala_oauth_params_get (params, "oauth_token"));
        }
      if (g_str_equal (faults[i].fault, "authorization-denied"))
        g_assert_cmpstr (code, ==, "denied");
      if (g_str_equal (faults[i].fault, "verifier-other-run"))
        g_assert_cmpstr (returned, !=, token);
      if (g_str_equal (faults[i].fault, "verifier-no-code"))
        {
          practice_browser_assert_shows (fixture->person, "Access Approved");
          g_assert_null (strstr (fixture->person->body, "code is"));
        }

      practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", returned != NULL ? returned : token,
                             "oauth_verifier", code != NULL ? code : "-", NULL);
      problem = practice_browser_dup_value (fixture->wire, "oauth_problem");
      if (g_strcmp0 (problem, faults[i].problem) != 0)
        g_error ("%s: %s instead of %s", faults[i].fault, problem, faults[i].problem);
      set_fault (fixture, faults[i].fault, FALSE);
    }

  set_fault (fixture, "token-used", TRUE);
  {
    g_autofree char *token = practice_product_ask (fixture->product, "oob");
    g_autofree char *page = g_strconcat (AUTHORIZE, token, NULL);

    g_assert_cmpuint (practice_browser_get (fixture->person, page), ==, 401);
    practice_browser_assert_shows (fixture->person, "token_used");
  }
}

/* People switch faults on a page, which none of them touches. */
static void
test_page_of_the_faults (Fixture       *fixture,
                         gconstpointer  unused)
{
  const char * const *names = ala_practice_jira_list_faults ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *ticked = g_strdup_printf ("value=\"%s\" checked", names[i]);

      set_fault (fixture, names[i], TRUE);
      if (practice_browser_get (fixture->person, "/practice") != 200)
        g_error ("%s: %u", names[i], fixture->person->status);
      practice_browser_assert_shows (fixture->person, ticked);
    }
  practice_browser_press (fixture->person, "reset", "generation", "server-8", NULL);
  g_assert_null (strstr (fixture->person->body, "\" checked>"));
  g_assert_cmpstr (ala_practice_jira_get_generation (fixture->jira), ==, "server-8");
  g_free (practice_product_ask (fixture->product, "oob"));

  practice_browser_press (fixture->person, "apply", "fault", "forbidden", "generation", "cloud-2024", NULL);
  practice_browser_assert_shows (fixture->person, "value=\"forbidden\" checked");
  g_assert_cmpstr (ala_practice_jira_get_generation (fixture->jira), ==, "cloud-2024");
  practice_browser_get (fixture->wire, API "/field");
  g_assert_cmpuint (fixture->wire->status, ==, 403);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, user_data);

  g_assert_null (bytes);
}

/* No answer comes, however long one waits; when the client goes away nothing is left behind. */
static void
test_timeout (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *url = g_strconcat (fixture->wire->base, "/status", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  set_fault (fixture, "network-timeout", TRUE);
  ala_practice_jira_set_latency (fixture->jira, 1);

  /* The other page needs longer than a request that is answered, so whatever comes before it would have come. */
  soup_session_send_and_read_async (fixture->wire->session, message, G_PRIORITY_DEFAULT, cancellable, sent_cb, &error);
  g_assert_cmpuint (practice_browser_get (fixture->person, "/practice"), ==, 200);
  g_assert_cmpuint (practice_browser_get (fixture->person, "/practice"), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 0);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_latency (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 begin = g_get_monotonic_time ();

  ala_practice_jira_set_latency (fixture->jira, 80);
  g_assert_cmpuint (practice_browser_get (fixture->person, "/status"), ==, 200);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 80 * 1000);

  /* With a request under way the server may go. */
  ala_practice_jira_set_latency (fixture->jira, 60 * 1000);
  {
    g_autofree char *url = g_strconcat (fixture->wire->base, "/status", NULL);
    g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;

    soup_session_send_and_read_async (fixture->wire->session, message, G_PRIORITY_DEFAULT, cancellable, sent_cb, &error);
    g_assert_cmpuint (practice_browser_get (fixture->person, "/practice"), ==, 200);
    g_assert_cmpuint (practice_browser_get (fixture->person, "/practice"), ==, 200);
    g_object_unref (fixture->jira);
    fixture->jira = ala_practice_jira_new (0, NULL);
    while (error == NULL)
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_large_reply (Fixture       *fixture,
                  gconstpointer  unused)
{
  set_fault (fixture, "reply-too-large", TRUE);
  g_assert_cmpuint (practice_browser_get (fixture->wire, API "/serverInfo"), ==, 200);
  g_assert_cmpuint (fixture->wire->length, >=, 40 * 1024 * 1024);
}

static void
trust (PracticeBrowser *browser,
       const char      *pem)
{
  g_autofree char *path = judge_write ("authority.pem", pem, -1);
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  soup_session_set_tls_database (browser->session, database);
}

static void
assert_tls_flags (PracticeBrowser      *browser,
                  GTlsCertificateFlags  flags)
{
  g_assert_cmpuint (practice_browser_get (browser, "/status"), ==, 0);
  g_assert_error (browser->error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
  g_assert_cmpuint (soup_message_get_tls_peer_certificate_errors (browser->message), ==, flags);
}

static void
test_https (Fixture       *fixture,
            gconstpointer  secure)
{
  const char *pem = ala_practice_jira_get_ca_pem (fixture->jira);

  g_assert_true (g_str_has_prefix (ala_practice_jira_get_url (fixture->jira), "https://127.0.0.1:"));
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_UNKNOWN_CA);

  trust (fixture->wire, pem);
  trust (fixture->person, pem);
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 200);
  fixture->token = practice_product_ask (fixture->product, "oob");

  set_fault (fixture, "tls-expired", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_EXPIRED);
  set_fault (fixture, "tls-expired", FALSE);
  set_fault (fixture, "tls-not-yet-valid", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_NOT_ACTIVATED);
  set_fault (fixture, "tls-not-yet-valid", FALSE);
  set_fault (fixture, "tls-wrong-host", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_BAD_IDENTITY);
  set_fault (fixture, "tls-expired", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_BAD_IDENTITY | G_TLS_CERTIFICATE_EXPIRED);
  set_fault (fixture, "tls-expired", FALSE);
  set_fault (fixture, "tls-wrong-host", FALSE);
  set_fault (fixture, "tls-untrusted", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_UNKNOWN_CA);
  set_fault (fixture, "tls-untrusted", FALSE);
  set_fault (fixture, "tls-insecure", TRUE);
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_INSECURE);
  set_fault (fixture, "tls-insecure", FALSE);
  set_fault (fixture, "tls-not-spoken", TRUE);
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 0);
  g_assert_true (fixture->wire->error->domain == G_TLS_ERROR);
  set_fault (fixture, "tls-not-spoken", FALSE);
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 200);

  /* From the page too, which still gets its answer. */
  practice_browser_get (fixture->person, "/practice");
  g_assert_cmpuint (practice_browser_press (fixture->person, "apply", "fault", "tls-expired", "generation", "server-8", NULL), ==,
                    200);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_tls_flags (fixture->wire, G_TLS_CERTIFICATE_EXPIRED);

  /* The faults of a wire work by https as well. */
  set_fault (fixture, "tls-expired", FALSE);
  set_fault (fixture, "reply-truncated", TRUE);
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 0);
  set_fault (fixture, "reply-truncated", FALSE);
  set_fault (fixture, "connection-lost", TRUE);
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 0);
}

/* Who speaks the wrong protocol is told so at once, as by Tomcat. */
static void
test_wrong_protocol (Fixture       *fixture,
                     gconstpointer  secure)
{
  g_autofree char *url = NULL;

  if (secure != NULL)
    {
      url = g_strconcat ("http", fixture->wire->base + strlen ("https"), "/status", NULL);
      g_assert_cmpuint (practice_browser_get (fixture->wire, url), ==, 400);
    }
  else
    {
      url = g_strconcat ("https", fixture->wire->base + strlen ("http"), "/status", NULL);
      g_assert_cmpuint (practice_browser_get (fixture->wire, url), ==, 0);
      g_assert_true (fixture->wire->error->domain == G_TLS_ERROR);
    }
}

/* Connections that say nothing keep nobody else out, and go with the server. */
static void
test_silent_connections (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autoptr (GUri) uri = g_uri_parse (ala_practice_jira_get_url (fixture->jira), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GPtrArray) silent = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (GError) error = NULL;
      GSocketConnection *connection;

      connection = g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (silent, connection);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (practice_browser_get (fixture->wire, "/status"), ==, 200);
}

static void
test_busy_port (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (GUri) uri = g_uri_parse (ala_practice_jira_get_url (fixture->jira), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_practice_jira_new ((guint) g_uri_get_port (uri), &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_PRACTICE_FAILED);
  g_assert_null (ala_practice_jira_get_ca_pem (fixture->jira));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, secure, test) g_test_add ("/practice/faults/" name, Fixture, secure, set_up, test, tear_down)
  add ("list", NULL, test_list);
  add ("request-token", NULL, test_request_token);
  add ("order", NULL, test_order);
  add ("base-strings", NULL, test_base_strings);
  add ("resources", NULL, test_resources);
  add ("spared", NULL, test_spared_resources);
  add ("itself", NULL, test_what_jira_says_of_itself);
  add ("authorization", NULL, test_authorization);
  add ("page", NULL, test_page_of_the_faults);
  add ("timeout", NULL, test_timeout);
  add ("latency", NULL, test_latency);
  add ("large", NULL, test_large_reply);
  add ("https", "secure", test_https);
  add ("wrong-protocol/http", NULL, test_wrong_protocol);
  add ("wrong-protocol/https", "secure", test_wrong_protocol);
  add ("silent", NULL, test_silent_connections);
  add ("busy-port", NULL, test_busy_port);
#undef add

  return g_test_run ();
}
