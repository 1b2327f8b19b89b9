/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-client.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-test-jira.h"

static AlaKeyPair *pair;
static AlaKeyPair *other_pair;

static AlaJiraClient *
new_client (AlaTestJira *jira,
            const char  *consumer_key)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autofree char *base = ala_test_jira_dup_base (jira);
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (base, NULL);

  return ala_jira_client_new (session, address, consumer_key, pair);
}

static AlaOAuthReply *
call_token (AlaJiraClient    *client,
            AlaOAuthEndpoint  endpoint,
            const char       *token,
            const char       *name,
            const char       *value,
            GError          **error)
{
  g_autoptr (AlaSecret) secret = token != NULL ? ala_secret_new (token, -1) : NULL;
  g_autoptr (AlaOAuthParams) extra = ala_oauth_params_new ();
  g_autoptr (GAsyncResult) result = NULL;

  ala_oauth_params_add (extra, name, value);
  ala_jira_client_call_token_async (client, endpoint, secret, extra, NULL, ala_test_keep_result, &result);
  return ala_jira_client_call_token_finish (client, ala_test_wait (&result), error);
}

static GError *
expect_token_problem (AlaJiraClient *client,
                      AlaProblem     problem)
{
  GError *error = NULL;
  g_autoptr (AlaOAuthReply) reply = call_token (client, ALA_OAUTH_REQUEST_TOKEN, NULL, "oauth_callback", "oob", &error);

  g_assert_null (reply);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (problem));
  return error;
}

static AlaHttpReply *
send_request (AlaJiraClient  *client,
              const char     *method,
              const char     *path,
              AlaOAuthParams *query,
              const char     *json,
              GError        **error)
{
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ala_jira_client_send_async (client, method, path, query, bytes, NULL, ala_test_keep_result, &result);
  return ala_jira_client_send_finish (client, ala_test_wait (&result), error);
}

static JsonNode *
get_json (AlaJiraClient  *client,
          const char     *path,
          AlaHttpReply  **reply,
          GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ala_jira_client_get_json_async (client, path, NULL, NULL, ala_test_keep_result, &result);
  return ala_jira_client_get_json_finish (client, ala_test_wait (&result), reply, error);
}

static void
set_token (AlaJiraClient *client,
           const char    *token)
{
  g_autoptr (AlaSecret) secret = token != NULL ? ala_secret_new (token, -1) : NULL;

  ala_jira_client_set_access_token (client, secret);
}

/* --- Tokens --- */

static void
test_tokens (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaOAuthReply) first = NULL;
  g_autoptr (AlaOAuthReply) second = NULL;
  g_autoptr (AlaSecret) token = NULL;
  SoupServerMessage *request;

  first = call_token (client, ALA_OAUTH_REQUEST_TOKEN, NULL, "oauth_callback", "http://127.0.0.1:1/x?a=b c", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jira->callback, ==, "http://127.0.0.1:1/x?a=b c");
  request = ala_test_server_peek_last (jira->server);
  g_assert_cmpstr (soup_server_message_get_method (request), ==, "POST");
  g_assert_cmpstr (soup_message_headers_get_one (soup_server_message_get_request_headers (request), "X-Atlassian-Token"), ==, "no-check");

  token = ala_oauth_reply_dup_token (first);
  second = call_token (client, ALA_OAUTH_ACCESS_TOKEN, ala_secret_peek (token), "oauth_verifier", jira->verifier, &error);
  g_assert_no_error (error);
  g_clear_pointer (&token, ala_secret_unref);
  token = ala_oauth_reply_dup_token (second);
  g_assert_cmpstr (ala_secret_peek (token), ==, "access1");
}

static void
test_token_problems (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (AlaJiraClient) unknown = new_client (jira, "Test Consumer");
  g_autoptr (GError) error = NULL;
  static const struct
  {
    guint status;
    const char *body;
    AlaProblem problem;
  } rows[] = {
    { 429, "", ALA_PROBLEM_RATE_LIMITED },
    { 503, "", ALA_PROBLEM_MAINTENANCE },
    { 404, "<html>", ALA_PROBLEM_OAUTH_OFF },
    { 200, "", ALA_PROBLEM_REPLY_EMPTY },
    { 200, "<html>hello", ALA_PROBLEM_REPLY_HTML },
    { 500, "", ALA_PROBLEM_SIGNATURE_OTHER_SIZE },
    { 503, "oauth_problem=consumer_key_refused", ALA_PROBLEM_CONSUMER_REFUSED },
  };

  g_error_free (expect_token_problem (unknown, ALA_PROBLEM_CONSUMER_KEY_UNKNOWN));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) found = NULL;
      g_autofree char *status = g_strdup_printf ("%u", rows[i].status);

      jira->fault_status = rows[i].status;
      jira->fault_body = rows[i].body;
      found = expect_token_problem (client, rows[i].problem);
      g_assert_cmpstr (ala_problem_get_note (found, ALA_NOTE_STATUS), ==, status);
      g_assert_nonnull (strstr (ala_problem_get_note (found, ALA_NOTE_OWN_BASE_STRING), "oauth_consumer_key%3Dtest-consumer"));
      g_assert_true (g_str_has_suffix (ala_problem_get_note (found, ALA_NOTE_URL), "/jira/plugins/servlet/oauth/request-token"));
    }
  jira->fault_status = 0;

  ala_test_server_reply (jira->server, "/jira/plugins/servlet/oauth/request-token", 302, NULL, NULL, "Location",
                         "https://sso.example.com/", NULL);
  error = expect_token_problem (client, ALA_PROBLEM_LOGIN_GATEWAY);
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_LOCATION), ==, "https://sso.example.com/");
}

static void
test_signature_problems (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaTestJira) other = ala_test_jira_new (other_pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (AlaJiraClient) with_other = new_client (other, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (GError) other_key = NULL;
  g_autoptr (GError) other_address = NULL;
  g_autoptr (GError) silent = NULL;

  other_key = expect_token_problem (with_other, ALA_PROBLEM_SIGNATURE_OTHER_KEY);
  g_assert_cmpstr (ala_problem_get_note (other_key, ALA_NOTE_OWN_BASE_STRING), ==,
                   ala_problem_get_note (other_key, ALA_NOTE_JIRA_BASE_STRING));
  g_assert_cmpstr (ala_problem_get_note (other_key, ALA_NOTE_OAUTH_PROBLEM), ==, "signature_invalid");

  jira->seen_as = "http://localhost:8080";
  other_address = expect_token_problem (client, ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS);
  g_assert_nonnull (strstr (other_address->message, "“localhost”"));
  g_assert_nonnull (strstr (other_address->message, "8080"));

  jira->fault_status = 401;
  jira->fault_body = "oauth_problem=signature_invalid";
  silent = expect_token_problem (client, ALA_PROBLEM_SIGNATURE_INVALID);
  g_assert_nonnull (ala_problem_get_note (silent, ALA_NOTE_OWN_BASE_STRING));
  g_assert_null (ala_problem_get_note (silent, ALA_NOTE_JIRA_BASE_STRING));
}

static void
test_clock (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (GError) refused = NULL;
  gint64 offset;

  ala_jira_client_set_clock_offset (client, 3600);
  g_assert_cmpint (ala_jira_client_get_clock_offset (client), ==, 3600);
  refused = expect_token_problem (client, ALA_PROBLEM_TIMESTAMP_REFUSED);
  offset = g_ascii_strtoll (ala_problem_get_note (refused, ALA_NOTE_CLOCK_OFFSET), NULL, 10);
  g_assert_cmpint (ABS (offset), <=, 2);

  /* What the refusal says is enough to be right the next time. */
  ala_jira_client_set_clock_offset (client, offset);
  g_object_unref (call_token (client, ALA_OAUTH_REQUEST_TOKEN, NULL, "oauth_callback", "oob", NULL));
  g_assert_cmpuint (jira->n_request_tokens, ==, 1);
}

/* --- Resources --- */

static void
echo_cb (SoupServer        *soup,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  AlaTestJira *jira = user_data;
  g_autoptr (AlaOAuthParams) params = ala_test_jira_verify (jira, message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autofree char *seen = NULL;

  if (params == NULL)
    return;
  seen = g_strdup_printf ("{\"seen\":\"%s %s %s %s %s %s\"}", soup_server_message_get_method (message),
                          g_uri_get_query (soup_server_message_get_uri (message)), soup_message_headers_get_one (headers, "Accept"),
                          soup_message_headers_get_one (headers, "Content-Type"),
                          soup_message_headers_get_one (headers, "X-Atlassian-Token"), body->length > 0 ? body->data : "-");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, seen, strlen (seen));
}

static void
assert_body (AlaHttpReply *reply,
             const char   *expected)
{
  gsize length;
  const char *body = g_bytes_get_data (ala_http_reply_get_body (reply), &length);

  g_assert_cmpmem (body, length, expected, strlen (expected));
}

static void
test_requests (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  g_autoptr (AlaHttpReply) got = NULL;
  g_autoptr (AlaHttpReply) posted = NULL;
  g_autoptr (AlaHttpReply) deleted = NULL;
  g_autoptr (AlaHttpReply) escaped = NULL;
  g_autoptr (GError) error = NULL;

  set_token (client, "access1");
  ala_test_server_handle (jira->server, "/jira/rest/echo", echo_cb, jira);
  ala_oauth_params_add (query, "permissions", "BROWSE,ADMIN");
  ala_oauth_params_add (query, "key", "A B+ü~&=");
  ala_oauth_params_add (query, "empty", "");

  got = send_request (client, "GET", "/rest/echo", query, NULL, &error);
  g_assert_no_error (error);
  assert_body (got, "{\"seen\":\"GET permissions=BROWSE%2CADMIN&key=A%20B%2B%C3%BC~%26%3D&empty= application/json (null) (null) -\"}");
  posted = send_request (client, "POST", "/rest/echo", NULL, "[1]", &error);
  g_assert_no_error (error);
  assert_body (posted, "{\"seen\":\"POST (null) application/json application/json no-check [1]\"}");
  deleted = send_request (client, "DELETE", "/rest/echo", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_body (deleted, "{\"seen\":\"DELETE (null) application/json (null) no-check -\"}");

  /* Escapes that nothing needs are gone before the request is signed. */
  ala_test_server_handle (jira->server, "/jira/rest/~a b", echo_cb, jira);
  escaped = send_request (client, "GET", "/rest/%7Ea%20b", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_anonymous (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (AlaHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (get_json (client, "/rest/api/2/myself", NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_ANONYMOUS);
  g_clear_error (&error);

  set_token (client, "access1");
  node = get_json (client, "/rest/api/2/myself", &reply, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "name"), ==, "admin");
  g_assert_cmpstr (ala_http_reply_get_header (reply, "X-AUSERNAME"), ==, "admin");

  set_token (client, NULL);
  g_assert_null (send_request (client, "GET", "/rest/api/2/myself", NULL, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_ANONYMOUS);
}

static void
test_resource_problems (void)
{
  static const struct
  {
    guint status;
    const char *body;
    const char *name;
    const char *value;
    AlaProblem problem;
  } rows[] = {
    { 401, "oauth_problem=token_rejected", NULL, NULL, ALA_PROBLEM_TOKEN_REJECTED },
    { 401, "{}", "WWW-Authenticate", "OAuth oauth_problem=\"token_expired\"", ALA_PROBLEM_TOKEN_EXPIRED },
    { 401, "", "WWW-Authenticate", "OAuth realm=\"x\", oauth_token=\"t\"", ALA_PROBLEM_USER_LOCKED_OUT },
    { 401, "{\"message\":\"Client must be authenticated\"}", NULL, NULL, ALA_PROBLEM_ANONYMOUS },
    { 200, "<html>", NULL, NULL, ALA_PROBLEM_REPLY_HTML },
    { 200, "[1,", NULL, NULL, ALA_PROBLEM_REPLY_TRUNCATED },
    { 200, "oops", NULL, NULL, ALA_PROBLEM_REPLY_MALFORMED },
    { 200, "", NULL, NULL, ALA_PROBLEM_REPLY_EMPTY },
    { 302, "", "Location", "/jira/login.jsp", ALA_PROBLEM_LOGIN_PAGE },
    { 403, "{\"errorMessages\":[\"No.\"]}", NULL, NULL, ALA_PROBLEM_FORBIDDEN },
    { 404, "{}", NULL, NULL, ALA_PROBLEM_NOT_FOUND },
    { 400, "{}", NULL, NULL, ALA_PROBLEM_BAD_REQUEST },
  };
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);

  set_token (client, "access-swordfish");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *base_string;

      ala_test_server_reply (jira->server, "/jira/rest/x", rows[i].status, "text/plain", rows[i].body, rows[i].name, rows[i].value, NULL);
      g_assert_null (get_json (client, "/rest/x", NULL, &error));
      g_test_message ("%u %s: %s", rows[i].status, rows[i].body, error->message);
      g_assert_cmpstr (ala_problem_get_id (ala_problem_from_error (error)), ==, ala_problem_get_id (rows[i].problem));
      base_string = ala_problem_get_note (error, ALA_NOTE_OWN_BASE_STRING);
      g_assert_null (strstr (error->message, "swordfish"));
      if (base_string != NULL)
        g_assert_null (strstr (base_string, "swordfish"));
    }
}

static void
test_token_stays_hidden (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (other_pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (GError) error = NULL;

  set_token (client, "access-swordfish");
  g_assert_null (get_json (client, "/rest/api/2/myself", NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_SIGNATURE_OTHER_KEY);
  g_assert_null (strstr (ala_problem_get_note (error, ALA_NOTE_OWN_BASE_STRING), "swordfish"));
  g_assert_null (strstr (ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING), "swordfish"));
  g_assert_cmpstr (ala_problem_get_note (error, ALA_NOTE_OWN_BASE_STRING), ==,
                   ala_problem_get_note (error, ALA_NOTE_JIRA_BASE_STRING));
}

static void
test_large_reply (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  g_autoptr (GString) large = g_string_new ("[0");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (AlaHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < 200000; i++)
    g_string_append_printf (large, ",%u", i);
  g_string_append_c (large, ']');
  ala_test_server_reply (jira->server, "/jira/rest/large", 200, "application/json", large->str, NULL);
  node = get_json (client, "/rest/large", &reply, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 200000);
  g_assert_cmpuint (g_bytes_get_size (ala_http_reply_get_body (reply)), ==, large->len);

  g_string_truncate (large, large->len - 1);
  ala_test_server_reply (jira->server, "/jira/rest/large", 200, "application/json", large->str, NULL);
  g_assert_null (get_json (client, "/rest/large", NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_REPLY_TRUNCATED);
}

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
test_cancel (void)
{
  g_autoptr (AlaTestJira) jira = ala_test_jira_new (pair);
  g_autoptr (AlaJiraClient) client = new_client (jira, ALA_TEST_JIRA_CONSUMER);
  AlaJiraClient *watched = client;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_test_server_handle (jira->server, "/jira/rest/wait", cancel_cb, cancellable);
  ala_jira_client_get_json_async (client, "/rest/wait", NULL, cancellable, ala_test_keep_result, &result);
  g_assert_null (ala_jira_client_get_json_finish (client, ala_test_wait (&result), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&result);
  g_object_add_weak_pointer (G_OBJECT (watched), (gpointer *) &watched);
  g_clear_object (&client);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (2048, NULL);
  other_pair = ala_key_pair_generate (2048, NULL);

  g_test_add_func ("/jira-client/tokens", test_tokens);
  g_test_add_func ("/jira-client/token-problems", test_token_problems);
  g_test_add_func ("/jira-client/signature-problems", test_signature_problems);
  g_test_add_func ("/jira-client/clock", test_clock);
  g_test_add_func ("/jira-client/requests", test_requests);
  g_test_add_func ("/jira-client/anonymous", test_anonymous);
  g_test_add_func ("/jira-client/resource-problems", test_resource_problems);
  g_test_add_func ("/jira-client/token-stays-hidden", test_token_stays_hidden);
  g_test_add_func ("/jira-client/large-reply", test_large_reply);
  g_test_add_func ("/jira-client/cancel", test_cancel);
  status = g_test_run ();

  g_object_unref (pair);
  g_object_unref (other_pair);
  return status;
}
