/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-practice-jira.h"

#include <string.h>

#include "ala-key-export.h"
#include "judge.h"
#include "practice-product.h"

#define REQUEST_TOKEN "/plugins/servlet/oauth/request-token"
#define ACCESS_TOKEN  "/plugins/servlet/oauth/access-token"
#define AUTHORIZE     "/plugins/servlet/oauth/authorize?oauth_token="
#define CALLBACK      "http://127.0.0.1:53682/cb?run=7"
#define CONSUMER      "zephyr link"

typedef struct
{
  AlaPracticeJira *jira;
  PracticeProduct *product;
  PracticeBrowser *person; /* in front of a browser that stays where it is sent away from */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  fixture->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  fixture->product = practice_product_new (ala_practice_jira_get_url (fixture->jira), CONSUMER);
  fixture->person = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
  ala_practice_jira_add_link (fixture->jira, "Zephyr", CONSUMER, fixture->product->public_key, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  practice_product_free (fixture->product);
  practice_browser_free (fixture->person);
  g_assert_finalize_object (fixture->jira);
}

/* Both places in which Jira tells a problem, and their agreement. */
static void
assert_problem (PracticeBrowser *browser,
                guint            status,
                const char      *problem)
{
  g_autofree char *found = NULL;
  g_autofree char *in_header = g_strdup_printf (" oauth_problem=\"%s\"", problem);
  const char *header;

  if (browser->status != status)
    g_error ("%u instead of %u, with %s", browser->status, status, browser->body);
  found = practice_browser_dup_value (browser, "oauth_problem");
  g_assert_cmpstr (found, ==, problem);
  g_assert_cmpstr (practice_browser_get_header (browser, "Content-Type"), ==, "application/x-www-form-urlencoded;charset=UTF-8");

  header = practice_browser_get_header (browser, "WWW-Authenticate");
  g_assert_true (g_str_has_prefix (header, "OAuth realm=\"http%3A%2F%2F127.0.0.1%3A"));
  if (strstr (header, in_header) == NULL)
    g_error ("%s is not in %s", in_header, header);
}

static void
assert_value (PracticeBrowser *browser,
              const char      *name,
              const char      *value)
{
  g_autofree char *found = practice_browser_dup_value (browser, name);

  g_assert_cmpstr (found, ==, value);
}

static guint
ask (Fixture    *fixture,
     const char *name,
     const char *value)
{
  return practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", name, value, NULL);
}

static char *
sign_by_oauthlib (Fixture    *fixture,
                  const char *method,
                  const char *path,
                  const char *option1,
                  const char *option2)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "unit", "practice-signer.py", NULL);
  g_autofree char *url = g_strconcat (fixture->person->base, path, NULL);
  g_autoptr (AlaSecret) pem = ala_key_export_private (fixture->product->pair, ALA_KEY_FORM_PKCS8_PEM, NULL);
  g_autofree char *file = judge_write ("product.pem", ala_secret_peek (pem), -1);

  return g_strstrip (judge_ask ("/usr/bin/python3", script, method, url, CONSUMER, file, option1, option2, NULL));
}

/* The whole dance, signed by software that shares nothing with ours. */
static void
test_oauthlib_gets_an_access_token (Fixture       *fixture,
                                    gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *first = sign_by_oauthlib (fixture, "POST", REQUEST_TOKEN, "callback=" CALLBACK, NULL);
  g_autofree char *second = NULL, *third = NULL, *token = NULL, *option = NULL, *page = NULL, *location = NULL, *verifier = NULL;
  g_autofree char *access = NULL, *expected = NULL;

  g_assert_cmpuint (practice_browser_send (wire, "POST", REQUEST_TOKEN, first, NULL, NULL), ==, 200);
  g_assert_cmpstr (practice_browser_get_header (wire, "Content-Type"), ==, "text/plain");
  assert_value (wire, "oauth_callback_confirmed", "true");
  token = practice_browser_dup_value (wire, "oauth_token");

  page = g_strconcat (AUTHORIZE, token, NULL);
  practice_browser_log_in (fixture->person, page, "admin");
  fixture->person->stay = TRUE;
  g_assert_cmpuint (practice_browser_press (fixture->person, "approve", NULL), ==, 302);
  location = g_strdup (practice_browser_get_header (fixture->person, "Location"));
  expected = g_strdup_printf (CALLBACK "&oauth_token=%s&oauth_verifier=", token);
  g_assert_true (g_str_has_prefix (location, expected));
  verifier = g_strconcat ("verifier=", location + strlen (expected), NULL);
  g_assert_true (g_regex_match_simple ("^verifier=[0-9A-Za-z]{6}$", verifier, 0, 0));

  option = g_strconcat ("token=", token, NULL);
  second = sign_by_oauthlib (fixture, "POST", ACCESS_TOKEN, option, verifier);
  g_assert_cmpuint (practice_browser_send (wire, "POST", ACCESS_TOKEN, second, NULL, NULL), ==, 200);
  assert_value (wire, "oauth_expires_in", "157680000");
  assert_value (wire, "oauth_authorization_expires_in", "160272000");
  access = practice_browser_dup_value (wire, "oauth_token");

  g_free (option);
  option = g_strconcat ("token=", access, NULL);
  third = sign_by_oauthlib (fixture, "GET", "/rest/api/2/mypermissions?projectKey=ZEP&x=a%20b%2Fc", option, NULL);
  g_assert_cmpuint (practice_browser_send (wire, "GET", "/rest/api/2/mypermissions?projectKey=ZEP&x=a%20b%2Fc", third, NULL, NULL),
                    ==, 200);
  g_assert_cmpstr (practice_browser_get_header (wire, "X-AUSERNAME"), ==, "admin");
}

static void
test_own_signature_gets_in (Fixture       *fixture,
                            gconstpointer  unused)
{
  g_autofree char *token = practice_product_link (fixture->product, "admin");

  g_assert_cmpuint (practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, NULL), ==, 200);
  practice_browser_assert_shows (fixture->product->browser, "\"displayName\":\"Practice Administrator\"");
}

/* Each fault of the request is alone, so each check is met by itself. */
static void
test_request_token_checks (Fixture       *fixture,
                           gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;

  assert_problem (wire, (ask (fixture, "oauth_consumer_key", "-"), 400), "parameter_absent");
  assert_value (wire, "oauth_parameters_absent", "oauth_consumer_key");
  assert_problem (wire, (ask (fixture, "oauth_consumer_key", CONSUMER " "), 401), "consumer_key_unknown");
  assert_problem (wire, (ask (fixture, "oauth_callback", "OOB"), 400), "parameter_rejected");
  assert_value (wire, "oauth_parameters_rejected", "oauth_callback");
  assert_problem (wire, (ask (fixture, "oauth_callback", "zephyr://back"), 400), "parameter_rejected");
  assert_problem (wire, (ask (fixture, "oauth_callback", "/back"), 400), "parameter_rejected");
  assert_problem (wire, (ask (fixture, "oauth_callback", "http://x/\r\nSet-Cookie: a=b"), 400), "parameter_rejected");
  assert_problem (wire, (ask (fixture, "oauth_signature_method", "HMAC-SHA1"), 400), "signature_method_rejected");
  assert_problem (wire, (ask (fixture, "oauth_version", "2.0"), 400), "version_rejected");
  assert_value (wire, "oauth_acceptable_versions", "1.0-1.0");
  assert_problem (wire, (ask (fixture, "oauth_timestamp", "-"), 400), "parameter_absent");
  assert_value (wire, "oauth_parameters_absent", "oauth_timestamp");
  assert_problem (wire, (ask (fixture, "oauth_timestamp", "1700000000"), 400), "timestamp_refused");
  assert_problem (wire, (ask (fixture, "oauth_nonce", "-"), 400), "parameter_absent");

  /* What Java throws at is no oauth_problem. */
  g_assert_cmpuint (ask (fixture, "oauth_version", "1.0a"), ==, 500);
  g_assert_null (practice_browser_get_header (wire, "WWW-Authenticate"));
  g_assert_cmpuint (ask (fixture, "oauth_timestamp", "1700000000.5"), ==, 500);
  g_assert_cmpuint (ask (fixture, "oauth_version", "-"), ==, 200);
}

static void
test_timestamp_range (Fixture       *fixture,
                      gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *range = NULL;
  g_auto (GStrv) ends = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ala_practice_jira_set_clock (fixture->jira, 3600);
  assert_problem (wire, (ask (fixture, "oauth_version", "1.0"), 400), "timestamp_refused");
  range = practice_browser_dup_value (wire, "oauth_acceptable_timestamps");
  ends = g_strsplit (range, "-", 2);
  g_assert_cmpint (g_ascii_strtoll (ends[1], NULL, 10) - g_ascii_strtoll (ends[0], NULL, 10), ==, 600);
  g_assert_cmpint (ABS (g_ascii_strtoll (ends[0], NULL, 10) + 300 - 3600 - now), <=, 30);

  /* The Date of a reply is Jira's time, and only one. */
  {
    g_autoptr (GDateTime) date = soup_date_time_new_from_http_string (practice_browser_get_header (wire, "Date"));

    g_assert_cmpint (ABS (g_date_time_to_unix (date) - 3600 - now), <=, 30);
    g_assert_null (strchr (soup_message_headers_get_list (soup_message_get_response_headers (wire->message), "Date") + 5, ','));
  }

  ala_practice_jira_set_clock (fixture->jira, 290);
  g_assert_cmpuint (ask (fixture, "oauth_version", "1.0"), ==, 200);
  ala_practice_jira_set_clock (fixture->jira, -290);
  g_assert_cmpuint (ask (fixture, "oauth_version", "1.0"), ==, 200);
}

/* With several things wrong, the one that Jira checks first is told. Mended one by one, in the reference's order. */
static void
test_order_of_checks (Fixture       *fixture,
                      gconstpointer  unused)
{
  static const struct
  {
    const char *name;
    const char *bad;
    const char *good; /* (nullable): %NULL for what is usual */
    const char *problem;
  } checks[] = {
    { "oauth_consumer_key", "nobody", CONSUMER, "consumer_key_unknown" },
    { "oauth_callback", "ftp://x/", "oob", "parameter_rejected" },
    { "oauth_signature_method", "PLAINTEXT", "RSA-SHA1", "signature_method_rejected" },
    { "oauth_version", "3.0", "1.0", "version_rejected" },
    { "oauth_timestamp", "1", NULL, "timestamp_refused" },
    { "oauth_nonce", "seen-before", NULL, "nonce_used" },
    { "oauth_signature", NULL, NULL, "signature_invalid" },
  };
  const gsize n = G_N_ELEMENTS (checks);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *wrong = g_strnfill (171, 'A');
  g_autofree char *signature = g_strconcat (wrong, "=", NULL);

  g_assert_cmpuint (ask (fixture, "oauth_nonce", "seen-before"), ==, 200);

  for (gsize mended = 0; mended < n; mended++)
    {
      g_autofree char *nonce = g_uuid_string_random ();
      const char *values[G_N_ELEMENTS (checks)];

      for (gsize i = 0; i < n; i++)
        {
          values[i] = i < mended ? checks[i].good : checks[i].bad;
          if (g_str_equal (checks[i].name, "oauth_timestamp") && values[i] == NULL)
            values[i] = now;
          if (g_str_equal (checks[i].name, "oauth_nonce") && values[i] == NULL)
            values[i] = nonce;
          if (g_str_equal (checks[i].name, "oauth_signature"))
            values[i] = signature;
        }
      practice_product_send (fixture->product, "POST", REQUEST_TOKEN,
                             checks[0].name, values[0], checks[1].name, values[1], checks[2].name, values[2],
                             checks[3].name, values[3], checks[4].name, values[4], checks[5].name, values[5],
                             checks[6].name, values[6], NULL);
      assert_value (fixture->product->browser, "oauth_problem", checks[mended].problem);
    }
}

static void
test_nonce_is_remembered (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_autofree char *token = practice_product_ask (fixture->product, "oob");

  g_assert_cmpuint (ask (fixture, "oauth_nonce", "once"), ==, 200);
  assert_problem (fixture->product->browser, (ask (fixture, "oauth_nonce", "once"), 401), "nonce_used");

  /* Even a request that failed afterwards has used it up. */
  practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", "oauth_nonce", "other",
                         "oauth_signature", "AAAA", NULL);
  assert_problem (fixture->product->browser, (ask (fixture, "oauth_nonce", "other"), 401), "nonce_used");

  /* After five minutes it is forgotten. */
  ala_practice_jira_set_clock (fixture->jira, 301);
  {
    g_autofree char *later = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC + 301);

    practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", "oauth_nonce", "once",
                           "oauth_timestamp", later, NULL);
    g_assert_cmpuint (fixture->product->browser->status, ==, 200);
  }
}

static void
test_wrong_key (Fixture       *fixture,
                gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autoptr (AlaKeyPair) own = g_steal_pointer (&fixture->product->pair);
  g_autofree char *base_string = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *encoded_base = ala_oauth_encode (wire->base);

  fixture->product->pair = ala_key_pair_generate (1024, NULL);
  assert_problem (wire, (ask (fixture, "oauth_nonce", "n1"), 401), "signature_invalid");
  assert_value (wire, "oauth_signature_method", "RSA-SHA1");
  base_string = practice_browser_dup_value (wire, "oauth_signature_base_string");
  expected = g_strdup_printf ("POST&%s%%2Fplugins%%2Fservlet%%2Foauth%%2Frequest-token&"
                              "oauth_callback%%3Doob%%26oauth_consumer_key%%3Dzephyr%%2520link%%26oauth_nonce%%3Dn1%%26",
                              encoded_base);
  g_assert_true (g_str_has_prefix (base_string, expected));
  g_assert_nonnull (strstr (practice_browser_get_header (wire, "WWW-Authenticate"), "oauth_signature_base_string=\""));

  /* Another size is no signature at all to Java. */
  g_object_unref (fixture->product->pair);
  fixture->product->pair = ala_key_pair_generate (2048, NULL);
  g_assert_cmpuint (ask (fixture, "oauth_nonce", "n2"), ==, 500);
  g_assert_null (practice_browser_get_header (wire, "WWW-Authenticate"));
}

/* Jira signs what reached it, not what its settings say. */
static void
test_base_string_is_of_the_request (Fixture       *fixture,
                                    gconstpointer  unused)
{
  g_autofree char *other = g_strdup (fixture->person->base);
  g_autofree char *url = NULL;

  memcpy (strstr (other, "127.0.0.1"), "localhost", strlen ("localhost"));
  url = g_strconcat (other, REQUEST_TOKEN, NULL);
  g_assert_cmpuint (practice_product_send (fixture->product, "POST", url, "oauth_callback", "oob", NULL), ==, 200);
}

static void
test_headers_are_read_by_the_letter (Fixture       *fixture,
                                     gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *good = sign_by_oauthlib (fixture, "POST", REQUEST_TOKEN, "callback=oob", NULL);
  g_autofree char *doubled = g_strconcat (good, ", oauth_consumer_key=\"zephyr%20link\"", NULL);
  g_autofree char *bare = NULL;
  g_auto (GStrv) parts = g_strsplit (good, "\"", -1);

  bare = g_strjoinv ("", parts);
  practice_browser_send (wire, "POST", REQUEST_TOKEN, bare, NULL, NULL);
  assert_problem (wire, 400, "parameter_absent");
  practice_browser_send (wire, "POST", REQUEST_TOKEN, doubled, NULL, NULL);
  assert_problem (wire, 400, "parameter_rejected");
  assert_value (wire, "oauth_parameters_rejected", "oauth_consumer_key=zephyr%20link&oauth_consumer_key=zephyr%20link");
  g_assert_cmpuint (practice_browser_send (wire, "POST", REQUEST_TOKEN, good, NULL, NULL), ==, 200);
}

static void
test_parameters_by_form (Fixture       *fixture,
                         gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  const char *body = "note=a+b%26c&empty=";
  g_autofree char *option = g_strconcat ("body=", body, NULL);
  g_autofree char *header = sign_by_oauthlib (fixture, "POST", REQUEST_TOKEN, "callback=oob", option);

  g_assert_cmpuint (practice_browser_send (wire, "POST", REQUEST_TOKEN, header, "application/x-www-form-urlencoded", body), ==, 200);

  /* Tomcat does not read a form of this spelling, so it is missing in the base string. */
  g_free (header);
  header = sign_by_oauthlib (fixture, "POST", REQUEST_TOKEN, "callback=oob", option);
  practice_browser_send (wire, "POST", REQUEST_TOKEN, header, "Application/X-WWW-Form-URLEncoded", body);
  assert_problem (wire, 401, "signature_invalid");
}

static void
test_get_is_empty (Fixture       *fixture,
                   gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;

  g_assert_cmpuint (practice_browser_get (wire, REQUEST_TOKEN), ==, 200);
  g_assert_cmpuint (wire->length, ==, 0);
  g_assert_cmpuint (practice_browser_get (wire, ACCESS_TOKEN), ==, 200);
  g_assert_cmpuint (wire->length, ==, 0);
  g_assert_cmpuint (practice_browser_send (wire, "PUT", ACCESS_TOKEN, NULL, NULL, NULL), ==, 405);
}

static char *
allow (Fixture    *fixture,
       const char *token)
{
  g_autofree char *page = g_strconcat (AUTHORIZE, token, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("(?:'|&#39;|&apos;)([^'&]*)(?:'|&#39;|&apos;)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  practice_browser_log_in (fixture->person, page, "admin");
  practice_browser_press (fixture->person, "approve", NULL);
  practice_browser_assert_shows (fixture->person, "<h1>Access Approved</h1>");
  g_regex_match (regex, fixture->person->body, 0, &match);
  {
    g_autofree char *name = g_match_info_fetch (match, 1);

    g_assert_cmpstr (name, ==, "Zephyr");
  }
  g_assert_true (g_match_info_next (match, NULL));

  return g_match_info_fetch (match, 1);
}

static guint
exchange (Fixture    *fixture,
          const char *token,
          const char *verifier)
{
  return practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", token, "oauth_verifier", verifier, NULL);
}

static void
test_access_token_checks (Fixture       *fixture,
                          gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *token = practice_product_ask (fixture->product, "oob");
  g_autofree char *code = NULL;
  g_autofree char *handle = NULL, *access = NULL, *renewed = NULL;

  assert_problem (wire, (exchange (fixture, "-", "x"), 400), "parameter_absent");
  assert_value (wire, "oauth_parameters_absent", "oauth_token");
  assert_problem (wire, (exchange (fixture, "unknown", "x"), 401), "token_rejected");
  assert_problem (wire, (exchange (fixture, token, "x"), 401), "permission_unknown");
  code = allow (fixture, token);

  /* A request token opens no resource. */
  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, NULL);
  assert_problem (wire, 401, "token_rejected");

  practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", token, "oauth_verifier", code,
                         "oauth_consumer_key", "somebody else", NULL);
  assert_problem (wire, 401, "token_rejected");
  assert_problem (wire, (exchange (fixture, token, "-"), 400), "parameter_absent");
  assert_value (wire, "oauth_parameters_absent", "oauth_verifier");
  assert_problem (wire, (exchange (fixture, token, "wrong1"), 401), "token_rejected");
  {
    g_autofree char *shouted = g_ascii_strup (code, -1);
    g_autofree char *whispered = g_ascii_strdown (code, -1);

    g_assert_cmpuint (exchange (fixture, token, g_str_equal (shouted, code) ? whispered : shouted), ==,
                      g_str_equal (shouted, code) && g_str_equal (whispered, code) ? 200 : 401);
  }

  /* After all that the code still works, once. */
  g_assert_cmpuint (exchange (fixture, token, code), ==, 200);
  access = practice_browser_dup_value (wire, "oauth_token");
  handle = practice_browser_dup_value (wire, "oauth_session_handle");
  assert_problem (wire, (exchange (fixture, token, code), 401), "token_rejected");

  /* Renewal by the session handle replaces the token. */
  practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", access, NULL);
  assert_problem (wire, 400, "parameter_absent");
  practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", access, "oauth_session_handle", "x", NULL);
  assert_problem (wire, 401, "token_rejected");
  practice_product_send (fixture->product, "POST", ACCESS_TOKEN, "oauth_token", access, "oauth_session_handle", handle, NULL);
  g_assert_cmpuint (wire->status, ==, 200);
  renewed = practice_browser_dup_value (wire, "oauth_token");
  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", access, NULL);
  assert_problem (wire, 401, "token_rejected");
  g_assert_cmpuint (practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", renewed, NULL), ==, 200);
}

static void
test_request_token_lives_ten_minutes (Fixture       *fixture,
                                      gconstpointer  unused)
{
  g_autofree char *token = practice_product_ask (fixture->product, "oob");
  g_autofree char *page = g_strconcat (AUTHORIZE, token, NULL);

  ala_practice_jira_set_clock (fixture->jira, 590);
  practice_browser_log_in (fixture->person, page, "admin");
  practice_browser_assert_shows (fixture->person, "id=\"approve\"");

  ala_practice_jira_set_clock (fixture->jira, 601);
  g_assert_cmpuint (practice_browser_get (fixture->person, page), ==, 401);
  g_assert_nonnull (strstr (practice_browser_get_header (fixture->person, "WWW-Authenticate"), "oauth_problem=\"token_expired\""));
  assert_problem (fixture->product->browser, (exchange (fixture, token, "x"), 401), "token_expired");
}

static void
test_access_token_lives_five_years (Fixture       *fixture,
                                    gconstpointer  unused)
{
  const gint64 five_years = 157680000;
  g_autofree char *token = practice_product_link (fixture->product, "admin");
  g_autofree char *then = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC + five_years);

  ala_practice_jira_set_clock (fixture->jira, five_years - 100);
  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, "oauth_timestamp", then, NULL);
  g_assert_cmpuint (fixture->product->browser->status, ==, 200);
  ala_practice_jira_set_clock (fixture->jira, five_years + 100);
  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, "oauth_timestamp", then, NULL);
  assert_problem (fixture->product->browser, 401, "token_expired");
}

static void
test_deny (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *token = practice_product_ask (fixture->product, "oob");
  g_autofree char *page = g_strconcat (AUTHORIZE, token, NULL);
  g_autofree char *other = NULL, *expected = NULL;

  practice_browser_log_in (fixture->person, page, "admin");
  practice_browser_press (fixture->person, "deny", NULL);
  practice_browser_assert_shows (fixture->person, "Access Denied");
  assert_problem (fixture->product->browser, (exchange (fixture, token, "x"), 401), "permission_denied");
  g_assert_cmpuint (practice_browser_get (fixture->person, page), ==, 401);
  g_assert_nonnull (strstr (practice_browser_get_header (fixture->person, "WWW-Authenticate"), "oauth_problem=\"token_used\""));

  other = practice_product_ask (fixture->product, CALLBACK);
  expected = g_strdup_printf (CALLBACK "&oauth_token=%s&oauth_verifier=denied", other);
  g_free (page);
  page = g_strconcat (AUTHORIZE, other, NULL);
  practice_browser_get (fixture->person, page);
  fixture->person->stay = TRUE;
  g_assert_cmpuint (practice_browser_press (fixture->person, "deny", NULL), ==, 302);
  g_assert_cmpstr (practice_browser_get_header (fixture->person, "Location"), ==, expected);
}

/* The link's own callback takes the place of "oob" (reference/jira-oauth.md section 1). */
static void
test_callback_of_the_link (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr (PracticeProduct) other = practice_product_new (fixture->person->base, "hijacked");
  g_autofree char *token = NULL, *page = NULL, *expected = NULL;

  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Other", "hijacked", other->public_key, "https://zephyr.example.com/#end",
                                             NULL));
  token = practice_product_ask (other, "oob");
  page = g_strconcat (AUTHORIZE, token, NULL);
  practice_browser_log_in (fixture->person, page, "admin");
  fixture->person->stay = TRUE;
  g_assert_cmpuint (practice_browser_press (fixture->person, "approve", NULL), ==, 302);
  expected = g_strdup_printf ("https://zephyr.example.com/?oauth_token=%s&oauth_verifier=", token);
  g_assert_true (g_str_has_prefix (practice_browser_get_header (fixture->person, "Location"), expected));
  g_assert_true (g_str_has_suffix (practice_browser_get_header (fixture->person, "Location"), "#end"));
}

/* Without oauth_callback it is OAuth 1.0: nothing is confirmed, there is no code, and none is needed. */
static void
test_oauth_1_0 (Fixture       *fixture,
                gconstpointer  unused)
{
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *token = NULL, *page = NULL;

  practice_product_send (fixture->product, "POST", REQUEST_TOKEN, NULL);
  g_assert_cmpuint (wire->status, ==, 200);
  assert_value (wire, "oauth_callback_confirmed", NULL);
  token = practice_browser_dup_value (wire, "oauth_token");
  page = g_strconcat (AUTHORIZE, token, NULL);
  practice_browser_log_in (fixture->person, page, "admin");
  practice_browser_press (fixture->person, "approve", NULL);
  practice_browser_assert_shows (fixture->person, "Access Approved");
  g_assert_null (strstr (fixture->person->body, "code is"));
  g_assert_cmpuint (exchange (fixture, token, "-"), ==, 200);
}

/* Jira remembers a thousand tokens; the oldest is still good when it is the thousandth, and forgotten one later. */
static void
test_token_limit (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autofree char *first = practice_product_ask (fixture->product, "oob");
  g_autofree char *second = practice_product_ask (fixture->product, "oob");
  g_autofree char *first_code = allow (fixture, first);
  g_autofree char *second_code = allow (fixture, second);

  for (guint i = 0; i < 998; i++)
    g_free (practice_product_ask (fixture->product, "oob"));
  g_assert_cmpuint (exchange (fixture, first, first_code), ==, 200);
  g_free (practice_product_ask (fixture->product, "oob"));
  assert_problem (fixture->product->browser, (exchange (fixture, second, second_code), 401), "token_rejected");
}

static void
test_forged_decision (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autofree char *token = practice_product_ask (fixture->product, "oob");
  g_autofree char *page = g_strconcat (AUTHORIZE, token, NULL);
  g_autofree char *forged = g_strconcat ("approve=Allow&atl_token=guessed&oauth_token=", token, NULL);

  practice_browser_log_in (fixture->person, page, "admin");
  practice_browser_send (fixture->person, "POST", "/plugins/servlet/oauth/authorize", NULL, "application/x-www-form-urlencoded",
                         forged);
  g_assert_cmpuint (fixture->person->status, ==, 403);
  assert_problem (fixture->product->browser, (exchange (fixture, token, "x"), 401), "permission_unknown");
}

static void
test_person_revokes (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autofree char *token = practice_product_link (fixture->product, "admin");

  practice_browser_log_in (fixture->person, "/plugins/servlet/oauth/users/access-tokens", "alex");
  practice_browser_assert_shows (fixture->person, "You have allowed no application.");
  practice_browser_press (fixture->person, "log_out", NULL);
  practice_browser_log_in (fixture->person, "/plugins/servlet/oauth/users/access-tokens", "admin");
  practice_browser_assert_shows (fixture->person, "<td>zephyr link</td>");
  practice_browser_press (fixture->person, "revoke-0", NULL);
  practice_browser_assert_shows (fixture->person, "You have allowed no application.");

  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, NULL);
  assert_problem (fixture->product->browser, 401, "token_rejected");
}

/* Five of the six parameters are as good as none: no problem, only somebody unknown. */
static void
test_falls_through_as_anonymous (Fixture       *fixture,
                                 gconstpointer  unused)
{
  static const char *names[] = { "oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp",
                                 "oauth_nonce", "oauth_token" };
  PracticeBrowser *wire = fixture->product->browser;
  g_autofree char *token = practice_product_link (fixture->product, "admin");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      practice_product_send (fixture->product, "GET", "/rest/api/2/project", "oauth_token", token, names[i], "-", NULL);
      if (g_str_equal (names[i], "oauth_signature"))
        continue;
      g_assert_cmpuint (wire->status, ==, 200);
      g_assert_cmpstr (practice_browser_get_header (wire, "X-AUSERNAME"), ==, "anonymous");
      g_assert_cmpstr (wire->body, ==, "[]");
    }

  /* An empty token asks for two-legged OAuth, which this link does not allow. */
  practice_product_send (fixture->product, "GET", "/rest/api/2/project", "oauth_token", "", NULL);
  g_assert_cmpuint (wire->status, ==, 401);
  g_assert_null (strstr (practice_browser_get_header (wire, "WWW-Authenticate"), "oauth_problem"));
  g_assert_nonnull (strstr (practice_browser_get_header (wire, "WWW-Authenticate"), "oauth_consumer_key=\"zephyr%20link\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, test) g_test_add ("/practice/oauth/" name, Fixture, NULL, set_up, test, tear_down)
  add ("oauthlib", test_oauthlib_gets_an_access_token);
  add ("own-signature", test_own_signature_gets_in);
  add ("request-token-checks", test_request_token_checks);
  add ("timestamp-range", test_timestamp_range);
  add ("order-of-checks", test_order_of_checks);
  add ("nonce", test_nonce_is_remembered);
  add ("wrong-key", test_wrong_key);
  add ("base-string", test_base_string_is_of_the_request);
  add ("header", test_headers_are_read_by_the_letter);
  add ("form", test_parameters_by_form);
  add ("get", test_get_is_empty);
  add ("access-token-checks", test_access_token_checks);
  add ("ten-minutes", test_request_token_lives_ten_minutes);
  add ("five-years", test_access_token_lives_five_years);
  add ("deny", test_deny);
  add ("callback-of-the-link", test_callback_of_the_link);
  add ("oauth-1.0", test_oauth_1_0);
  add ("token-limit", test_token_limit);
  add ("forged", test_forged_decision);
  add ("revoke", test_person_revokes);
  add ("anonymous", test_falls_through_as_anonymous);
#undef add

  return g_test_run ();
}
