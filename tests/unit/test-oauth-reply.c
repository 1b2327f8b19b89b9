/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-oauth-reply.h"

#include <string.h>

#define REQUEST  ALA_OAUTH_REQUEST_TOKEN
#define ACCESS   ALA_OAUTH_ACCESS_TOKEN
#define RESOURCE ALA_OAUTH_RESOURCE

#define REALM "OAuth realm=\"https%3A%2F%2Fjira.example.com\""

static AlaOAuthReply *
reply_new (AlaOAuthEndpoint  endpoint,
           guint             status,
           const char       *body,
           const char       *authenticate)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new_static (body, strlen (body)) : NULL;

  return ala_oauth_reply_new (endpoint, status, bytes, authenticate);
}

static GError *
assert_row (AlaOAuthReply *reply,
            AlaProblem     expected)
{
  GError *error = NULL;

  if (expected == ALA_PROBLEM_NONE)
    {
      g_assert_true (ala_oauth_reply_check (reply, &error));
      g_assert_no_error (error);
      return NULL;
    }

  g_assert_false (ala_oauth_reply_check (reply, &error));
  if (!g_error_matches (error, ALA_PROBLEM_ERROR, (int) expected))
    g_error ("%s instead of %s: %s", ala_problem_get_id (ala_problem_from_error (error)), ala_problem_get_id (expected),
             error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 600);
  /* Without a place for the error the verdict is the same. */
  g_assert_false (ala_oauth_reply_check (reply, NULL));
  return error;
}

static void
assert_reply (AlaOAuthEndpoint  endpoint,
              guint             status,
              const char       *body,
              const char       *authenticate,
              AlaProblem        expected)
{
  g_autoptr (AlaOAuthReply) reply = reply_new (endpoint, status, body, authenticate);
  g_autoptr (GError) error = NULL;

  g_test_message ("%u, status %u, %.40s, %.40s", endpoint, status, body, authenticate);
  error = assert_row (reply, expected);
}

/* Each word of reference/jira-oauth.md section 2, at each address, in the body, in the header, and in both. */
static void
test_words (void)
{
  static const struct
  {
    const char *word;
    guint status;
    AlaProblem request;
    AlaProblem access;
    AlaProblem resource;
  } rows[] = {
#define ROW(word, status, problem) \
  { word, status, ALA_PROBLEM_##problem, ALA_PROBLEM_##problem, ALA_PROBLEM_##problem }
    ROW ("consumer_key_unknown", 401, CONSUMER_KEY_UNKNOWN),
    ROW ("signature_invalid", 401, SIGNATURE_INVALID),
    ROW ("signature_method_rejected", 400, SIGNATURE_METHOD_REJECTED),
    ROW ("timestamp_refused", 400, TIMESTAMP_REFUSED),
    ROW ("nonce_used", 401, NONCE_USED),
    { "token_rejected", 401, ALA_PROBLEM_TOKEN_REJECTED, ALA_PROBLEM_VERIFIER_WRONG, ALA_PROBLEM_TOKEN_REJECTED },
    ROW ("token_used", 401, TOKEN_USED),
    { "token_expired", 401, ALA_PROBLEM_REQUEST_TOKEN_EXPIRED, ALA_PROBLEM_REQUEST_TOKEN_EXPIRED, ALA_PROBLEM_TOKEN_EXPIRED },
    ROW ("token_revoked", 401, TOKEN_REVOKED),
    ROW ("permission_unknown", 401, PERMISSION_UNKNOWN),
    { "permission_denied", 401, ALA_PROBLEM_PERMISSION_DENIED, ALA_PROBLEM_AUTHORIZATION_DENIED,
      ALA_PROBLEM_PERMISSION_DENIED },
    ROW ("parameter_absent", 400, PARAMETER_ABSENT),
    ROW ("parameter_rejected", 400, PARAMETER_REJECTED),
    ROW ("version_rejected", 400, VERSION_REJECTED),
    ROW ("consumer_key_rejected", 401, CONSUMER_KEY_REJECTED),
    ROW ("consumer_key_refused", 503, CONSUMER_REFUSED),
    ROW ("user_refused", 503, CONSUMER_REFUSED),
    ROW ("additional_authorization_required", 401, ADDITIONAL_AUTHORIZATION),
    /* A word of a later Jira, or of none. */
    ROW ("moon_in_wrong_phase", 403, BAD_REQUEST),
#undef ROW
  };
  static const AlaOAuthEndpoint endpoints[] = { REQUEST, ACCESS, RESOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (endpoints); j++)
      {
        AlaProblem expected = j == 0 ? rows[i].request : j == 1 ? rows[i].access : rows[i].resource;
        g_autofree char *body = g_strdup_printf ("oauth_problem=%s", rows[i].word);
        g_autofree char *header = g_strconcat (REALM ", oauth_problem=\"", rows[i].word, "\"", NULL);
        g_autoptr (AlaOAuthReply) reply = reply_new (endpoints[j], rows[i].status, body, header);
        g_autoptr (GError) error = assert_row (reply, expected);

        g_assert_cmpstr (ala_oauth_reply_get_problem (reply), ==, rows[i].word);
        g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_OAUTH_PROBLEM), ==, rows[i].word);
        g_assert_nonnull (strstr (error->message, rows[i].word));
        assert_reply (endpoints[j], rows[i].status, body, NULL, expected);
        assert_reply (endpoints[j], rows[i].status, NULL, header, expected);
        assert_reply (endpoints[j], rows[i].status, "<html><body>Oops</body></html>", header, expected);
      }
}

static void
test_callback_rejected (void)
{
  g_autoptr (AlaOAuthReply) reply =
    reply_new (REQUEST, 400,
               "oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_callback&"
               "oauth_problem_advice=As%20per%20the%20specification%2C%20the%20callback%20must%20be%20absolute.\n",
               NULL);
  g_autoptr (GError) error = assert_row (reply, ALA_PROBLEM_CALLBACK_REJECTED);

  g_assert_nonnull (strstr (error->message, "the callback must be absolute."));
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_STATUS), ==, "400");
  assert_reply (REQUEST, 400, "oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_nonce%26oauth_callback", NULL,
                ALA_PROBLEM_CALLBACK_REJECTED);
  assert_reply (REQUEST, 400, "oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_callback_confirmed", NULL,
                ALA_PROBLEM_PARAMETER_REJECTED);
  assert_reply (REQUEST, 400, "oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_nonce", NULL,
                ALA_PROBLEM_PARAMETER_REJECTED);
}

static void
test_notes (void)
{
  static const char base_string[] = "POST&http%3A%2F%2Flocalhost%3A8080%2Fplugins&oauth_callback%3Doob";
  g_autofree char *encoded = ala_oauth_encode (base_string);
  g_autofree char *body = g_strdup_printf ("oauth_problem=signature_invalid&oauth_signature_base_string=%s", encoded);
  g_autofree char *header =
    g_strconcat (REALM ", oauth_problem=\"signature_invalid\", oauth_signature_base_string=\"", encoded, "\"", NULL);
  g_autoptr (AlaOAuthReply) by_body = reply_new (REQUEST, 401, body, NULL);
  g_autoptr (AlaOAuthReply) by_header = reply_new (REQUEST, 401, NULL, header);
  g_autoptr (AlaOAuthReply) clock =
    reply_new (REQUEST, 400, "oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1699999700-1700000300", NULL);
  g_autoptr (GError) body_error = assert_row (by_body, ALA_PROBLEM_SIGNATURE_INVALID);
  g_autoptr (GError) header_error = assert_row (by_header, ALA_PROBLEM_SIGNATURE_INVALID);
  g_autoptr (GError) clock_error = assert_row (clock, ALA_PROBLEM_TIMESTAMP_REFUSED);

  g_assert_cmpstr (ala_problem_get_note (body_error, ALA_NOTE_JIRA_BASE_STRING), ==, base_string);
  g_assert_cmpstr (ala_problem_get_note (header_error, ALA_NOTE_JIRA_BASE_STRING), ==, base_string);
  g_assert_null (ala_problem_get_note (body_error, ALA_NOTE_TIMESTAMPS));
  g_assert_cmpstr (ala_problem_get_note (clock_error, ALA_NOTE_TIMESTAMPS), ==, "1699999700-1700000300");
  g_assert_null (ala_problem_get_note (clock_error, ALA_NOTE_JIRA_BASE_STRING));
}

static void
test_range_of_times (void)
{
  static const char *ranges[] = {
    "", "-", "1-", "-2", "1", "1-2-3", "a-b", "1- 2", "-1--2", "99999999999999999-2", "1-99999999999999999", "1-2x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *body = g_strdup_printf ("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=%s", ranges[i]);
      g_autoptr (AlaOAuthReply) reply = reply_new (REQUEST, 400, body, NULL);
      g_autoptr (GError) error = assert_row (reply, ALA_PROBLEM_TIMESTAMP_REFUSED);

      g_assert_null (ala_problem_get_note (error, ALA_NOTE_TIMESTAMPS));
    }
}

static void
test_request_token (void)
{
  g_autoptr (AlaOAuthReply) reply = reply_new (
    REQUEST, 200, "oauth_token=RbYkd7u%2B&oauth_token_secret=qW1n%20x&oauth_callback_confirmed=true\r\n", NULL);
  g_autoptr (AlaSecret) token = ala_oauth_reply_dup_token (reply);
  g_autoptr (AlaSecret) secret = ala_oauth_reply_dup_token_secret (reply);
  g_autoptr (AlaOAuthReply) old = reply_new (REQUEST, 200, "oauth_token=a&oauth_token_secret=b", NULL);

  g_assert_null (assert_row (reply, ALA_PROBLEM_NONE));
  g_assert_cmpstr (ala_secret_peek (token), ==, "RbYkd7u+");
  g_assert_cmpstr (ala_secret_peek (secret), ==, "qW1n x");
  g_assert_true (ala_oauth_reply_get_callback_confirmed (reply));
  g_assert_null (ala_oauth_reply_get_problem (reply));
  g_assert_null (ala_oauth_reply_get_realm (reply));
  g_assert_cmpint (ala_oauth_reply_get_expires_in (reply), ==, 0);

  /* An OAuth 1.0 token, without the “a”, is a token all the same. */
  g_assert_null (assert_row (old, ALA_PROBLEM_NONE));
  g_assert_false (ala_oauth_reply_get_callback_confirmed (old));
}

static void
test_access_token (void)
{
  g_autoptr (AlaOAuthReply) reply =
    reply_new (ACCESS, 200,
               "oauth_token=t&oauth_token_secret=s&oauth_expires_in=157680000&oauth_session_handle=h&"
               "oauth_authorization_expires_in=160272000",
               NULL);

  g_assert_null (assert_row (reply, ALA_PROBLEM_NONE));
  g_assert_cmpint (ala_oauth_reply_get_expires_in (reply), ==, 157680000);
  g_assert_cmpstr (ala_oauth_reply_get (reply, "oauth_session_handle"), ==, "h");
  g_assert_null (ala_oauth_reply_get (reply, "oauth_nothing"));
}

static void
test_expires_in (void)
{
  static const struct
  {
    const char *value;
    gint64 seconds;
  } cases[] = {
    { "0", 0 },
    { "1", 1 },
    { "157680000", 157680000 },
    { "-5", 0 },
    { "", 0 },
    { "soon", 0 },
    { "12x", 0 },
    { "1e9", 0 },
    { "99999999999", 0 },
    { "99999999999999999999999999", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf ("oauth_token=t&oauth_token_secret=s&oauth_expires_in=%s", cases[i].value);
      g_autoptr (AlaOAuthReply) reply = reply_new (ACCESS, 200, body, NULL);

      g_assert_cmpint (ala_oauth_reply_get_expires_in (reply), ==, cases[i].seconds);
    }
}

static void
test_without_a_word (void)
{
  static const char html[] = "\n<!DOCTYPE html><html><body>oauth_problem=token_rejected&oauth_token=a</body></html>";
  static const char token[] = "oauth_token=a&oauth_token_secret=b";

  for (AlaOAuthEndpoint endpoint = REQUEST; endpoint <= ACCESS; endpoint++)
    {
      assert_reply (endpoint, 200, "", NULL, ALA_PROBLEM_REPLY_EMPTY);
      assert_reply (endpoint, 200, " \r\n", NULL, ALA_PROBLEM_REPLY_EMPTY);
      assert_reply (endpoint, 204, NULL, NULL, ALA_PROBLEM_REPLY_EMPTY);
      assert_reply (endpoint, 200, html, NULL, ALA_PROBLEM_REPLY_HTML);
      assert_reply (endpoint, 200, "\357\273\277<html>", NULL, ALA_PROBLEM_REPLY_HTML);
      assert_reply (endpoint, 200, "{\"oauth_token\":\"a\"}", NULL, ALA_PROBLEM_REPLY_MALFORMED);
      assert_reply (endpoint, 200, "OK", NULL, ALA_PROBLEM_REPLY_MALFORMED);
      assert_reply (endpoint, 200, "oauth_token=a", NULL, ALA_PROBLEM_REPLY_MALFORMED);
      assert_reply (endpoint, 200, "oauth_token=&oauth_token_secret=b", NULL, ALA_PROBLEM_REPLY_MALFORMED);
      assert_reply (endpoint, 200, "oauth_token=a&oauth_token_secret=", NULL, ALA_PROBLEM_REPLY_MALFORMED);
      /* Our own token in a header is not a new one. */
      assert_reply (endpoint, 200, "", "OAuth oauth_token=\"a\", oauth_token_secret=\"b\"", ALA_PROBLEM_REPLY_EMPTY);
      assert_reply (endpoint, 302, "", NULL, ALA_PROBLEM_REDIRECTED);
      assert_reply (endpoint, 400, html, NULL, ALA_PROBLEM_REPLY_HTML);
      assert_reply (endpoint, 400, "", NULL, ALA_PROBLEM_BAD_REQUEST);
      assert_reply (endpoint, 400, token, NULL, ALA_PROBLEM_BAD_REQUEST);
      assert_reply (endpoint, 401, html, "Basic realm=\"Intranet\"", ALA_PROBLEM_LOGIN_GATEWAY);
      assert_reply (endpoint, 401, "", NULL, ALA_PROBLEM_LOGIN_GATEWAY);
      assert_reply (endpoint, 401, "", REALM, ALA_PROBLEM_ANONYMOUS);
      assert_reply (endpoint, 403, html, NULL, ALA_PROBLEM_OAUTH_OFF);
      assert_reply (endpoint, 404, html, NULL, ALA_PROBLEM_OAUTH_OFF);
      assert_reply (endpoint, 404, "", NULL, ALA_PROBLEM_OAUTH_OFF);
      assert_reply (endpoint, 405, "", NULL, ALA_PROBLEM_OAUTH_OFF);
      assert_reply (endpoint, 407, "", NULL, ALA_PROBLEM_PROXY_PASSWORD);
      assert_reply (endpoint, 429, "", NULL, ALA_PROBLEM_RATE_LIMITED);
      assert_reply (endpoint, 502, html, NULL, ALA_PROBLEM_MAINTENANCE);
      assert_reply (endpoint, 503, html, NULL, ALA_PROBLEM_MAINTENANCE);
      assert_reply (endpoint, 507, "", NULL, ALA_PROBLEM_SERVER_ERROR);
    }

  /* At the second step the key has been proven already. */
  assert_reply (REQUEST, 500, html, NULL, ALA_PROBLEM_SIGNATURE_OTHER_SIZE);
  assert_reply (ACCESS, 500, html, NULL, ALA_PROBLEM_SERVER_ERROR);
  assert_reply (REQUEST, 500, "oauth_problem=signature_invalid", NULL, ALA_PROBLEM_SIGNATURE_INVALID);
  assert_reply (REQUEST, 401, "oauth_problem=", "Basic realm=\"x\"", ALA_PROBLEM_LOGIN_GATEWAY);
}

static void
test_resource (void)
{
  static const char echo[] = REALM ", oauth_consumer_key=\"k\", oauth_token=\"t\", oauth_signature_method=\"RSA-SHA1\"";
  g_autoptr (AlaOAuthReply) reply = reply_new (RESOURCE, 401, "", REALM);

  assert_reply (RESOURCE, 200, "{\"name\":\"admin\"}", NULL, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 200, "oauth_problem=token_rejected", NULL, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 401, "", echo, ALA_PROBLEM_USER_LOCKED_OUT);
  assert_reply (RESOURCE, 401, "<html>401</html>", echo, ALA_PROBLEM_USER_LOCKED_OUT);

  /* What says nothing about OAuth is the caller's. */
  assert_reply (RESOURCE, 401, "{\"message\":\"Client must be authenticated\"}", REALM, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 403, "", NULL, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 404, "", NULL, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 500, "<html>", NULL, ALA_PROBLEM_NONE);
  assert_reply (RESOURCE, 503, NULL, NULL, ALA_PROBLEM_NONE);

  g_assert_cmpstr (ala_oauth_reply_get_realm (reply), ==, "https://jira.example.com");
}

static void
test_header_among_others (void)
{
  g_autoptr (AlaOAuthReply) reply =
    reply_new (RESOURCE, 401, "", "Negotiate, Basic realm=\"a, b\", " REALM ", oauth_problem=\"token_rejected\"");
  g_autoptr (GError) error = assert_row (reply, ALA_PROBLEM_TOKEN_REJECTED);

  g_assert_cmpstr (ala_oauth_reply_get_realm (reply), ==, "https://jira.example.com");
}

static void
test_first_of_duplicates (void)
{
  g_autoptr (AlaOAuthReply) reply =
    reply_new (ACCESS, 401, "oauth_problem=token_used&oauth_problem=token_expired", "OAuth oauth_problem=\"nonce_used\"");
  g_autoptr (GError) error = assert_row (reply, ALA_PROBLEM_TOKEN_USED);

  g_assert_cmpstr (ala_oauth_reply_get (reply, "oauth_problem"), ==, "token_used");
}

static void
test_hostile_words (void)
{
  static const char body[] = "oauth_problem=%FF%00%0A%1B%5B31m%E2%80%AEx&oauth_problem_advice=%FE\0a\376%00";
  g_autoptr (GBytes) bytes = g_bytes_new_static (body, sizeof body - 1);
  g_autoptr (AlaOAuthReply) reply = ala_oauth_reply_new (REQUEST, 401, bytes, "OAuth realm=\"\377\", x=\"\001\"");
  g_autoptr (GError) error = assert_row (reply, ALA_PROBLEM_BAD_REQUEST);

  g_assert_true (g_utf8_validate (ala_oauth_reply_get_problem (reply), -1, NULL));
  g_assert_true (g_utf8_validate (ala_oauth_reply_get (reply, "oauth_problem_advice"), -1, NULL));
  g_assert_true (g_utf8_validate (ala_oauth_reply_get_realm (reply), -1, NULL));

  /* Neither a line end nor a control character nor a change of direction gets onto the screen or into a terminal. */
  for (const char *p = error->message; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (p)));
}

static void
test_huge (void)
{
  gsize size = 10 * 1024 * 1024;
  g_autoptr (GString) body = g_string_new ("oauth_problem=signature_invalid&oauth_signature_base_string=");
  g_autofree char *filler = g_strnfill (size, 'A');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AlaOAuthReply) reply = NULL;
  g_autoptr (AlaOAuthReply) by_header = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) header_error = NULL;
  g_autofree char *header = g_strdup_printf ("OAuth oauth_problem=\"token_revoked\", x=\"%s\"", filler);

  g_string_append (body, filler);
  bytes = g_bytes_new (body->str, body->len);
  reply = ala_oauth_reply_new (REQUEST, 401, bytes, NULL);
  error = assert_row (reply, ALA_PROBLEM_SIGNATURE_INVALID);
  g_assert_cmpuint (strlen (ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING)), <=, 64 * 1024);

  by_header = ala_oauth_reply_new (REQUEST, 401, NULL, header);
  header_error = assert_row (by_header, ALA_PROBLEM_TOKEN_REVOKED);
  g_assert_cmpuint (strlen (ala_oauth_reply_get (by_header, "x")), <=, 64 * 1024);
}

static void
test_thousands_of_parameters (void)
{
  g_autoptr (GString) body = g_string_new ("oauth_token=a&oauth_token_secret=b");
  g_autoptr (AlaOAuthReply) reply = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (body, "&n%u=v", i);
  reply = reply_new (ACCESS, 200, body->str, NULL);
  g_assert_null (assert_row (reply, ALA_PROBLEM_NONE));
  g_assert_nonnull (ala_oauth_reply_get (reply, "n1"));
  g_assert_null (ala_oauth_reply_get (reply, "n49999"));
}

static void
test_random_replies (void)
{
  static const char valid[] = "oauth_problem=signature_invalid&oauth_signature_base_string=GET%26a%26b&oauth_token=x&"
                              "oauth_acceptable_timestamps=1-2&oauth_parameters_rejected=oauth_callback";

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *changed = g_memdup2 (valid, sizeof valid);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AlaOAuthReply) reply = NULL;
      g_autoptr (GError) error = NULL;
      const char *base_string;

      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        changed[g_test_rand_int_range (0, sizeof valid - 1)] =
          g_test_rand_bit () ? "&=%+<{\n"[g_test_rand_int_range (0, 7)] : (char) g_test_rand_int_range (0, 256);

      bytes = g_bytes_new (changed, (gsize) g_test_rand_int_range (0, sizeof valid));
      reply = ala_oauth_reply_new ((AlaOAuthEndpoint) g_test_rand_int_range (0, 3),
                                   (guint) g_test_rand_int_range (100, 600), bytes, NULL);
      if (!ala_oauth_reply_check (reply, &error))
        {
          g_assert_true (error->domain == ALA_PROBLEM_ERROR);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          base_string = ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING);
          g_assert_true (base_string == NULL || g_utf8_validate (base_string, -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oauth-reply/words", test_words);
  g_test_add_func ("/oauth-reply/callback-rejected", test_callback_rejected);
  g_test_add_func ("/oauth-reply/notes", test_notes);
  g_test_add_func ("/oauth-reply/range-of-times", test_range_of_times);
  g_test_add_func ("/oauth-reply/request-token", test_request_token);
  g_test_add_func ("/oauth-reply/access-token", test_access_token);
  g_test_add_func ("/oauth-reply/expires-in", test_expires_in);
  g_test_add_func ("/oauth-reply/without-a-word", test_without_a_word);
  g_test_add_func ("/oauth-reply/resource", test_resource);
  g_test_add_func ("/oauth-reply/header-among-others", test_header_among_others);
  g_test_add_func ("/oauth-reply/first-of-duplicates", test_first_of_duplicates);
  g_test_add_func ("/oauth-reply/hostile-words", test_hostile_words);
  g_test_add_func ("/oauth-reply/huge", test_huge);
  g_test_add_func ("/oauth-reply/thousands-of-parameters", test_thousands_of_parameters);
  g_test_add_func ("/oauth-reply/random-replies", test_random_replies);
  return g_test_run ();
}
