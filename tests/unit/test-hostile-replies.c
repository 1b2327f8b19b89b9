/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-client.h"
#include "ala-jira-probe.h"

#include <stdlib.h>
#include <string.h>

#include "ala-http-session-private.h"
#include "ala-test-server.h"
#include "ala-test-wire.h"

/*
 * Replies are hostile until they are parsed. Each comes over the wire to those that ask Jira: the probe, the token dance and a
 * signed request to a resource. Each has to end in a row of the problem table, with a sentence that can be shown, and with no more
 * memory than the size limit explains.
 */

/* What a reply of the full size may take while it is read: itself, its growing, and what was read ahead. */
#define MEMORY_MAX_KB (3 * ALA_HTTP_MAX_BODY / 1024)

/* Milliseconds, for a busy machine: nothing here has to wait for them. */
#define DEADLINE 60000

#define OK   "HTTP/1.1 200 OK\r\nConnection: close\r\nX-AUSERNAME: admin\r\n"
#define JSON OK "Content-Type: application/json\r\n\r\n"
#define FORM OK "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
#define PAGE OK "Content-Type: text/html\r\n\r\n"
#define BAD  "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n"

typedef enum
{
  PROBE,
  TOKEN,
  RESOURCE,
  N_ASKERS
} Asker;

static const char * const asker_names[N_ASKERS] = { "probe", "token", "resource" };

/* Any row but “unexpected” will do. */
#define SOME ALA_N_PROBLEMS

typedef struct
{
  const char *name;
  const char *answer;
  gsize length;          /* 0 for a text */
  const char *again;     /* nullable: sent without end */
  AlaProblem problems[N_ASKERS]; /* %ALA_PROBLEM_NONE where the reply may be taken */
} Hostile;

#define BYTES(text) text, sizeof text - 1

static const char kilobyte[] =
#define LINE "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE;

#undef LINE
#define LINE "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
static const char brackets[] =
  LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE LINE;

static const Hostile replies[] = {
  /* Without end */
  { "page-without-end", PAGE "<html>", 0, kilobyte,
    { ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE } },
  { "json-without-end", JSON "[\"", 0, kilobyte,
    { ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE } },
  { "brackets-without-end", JSON "[", 0, brackets,
    { ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE } },
  { "base-string-without-end", BAD "\r\noauth_problem=signature_invalid&oauth_signature_base_string=", 0, kilobyte,
    { ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE } },
  { "proxy-page-without-end", "HTTP/1.1 407 Who\r\nConnection: close\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n", 0, kilobyte,
    { ALA_PROBLEM_PROXY_PASSWORD, ALA_PROBLEM_PROXY_PASSWORD, ALA_PROBLEM_PROXY_PASSWORD } },
  { "redirect-without-end", "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /login.jsp\r\n\r\n", 0, kilobyte,
    { ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE, ALA_PROBLEM_REPLY_TOO_LARGE } },
  { "header-without-end", "HTTP/1.1 200 OK\r\nX-Long: ", 0, kilobyte, { SOME, SOME, SOME } },
  { "headers-without-end", "HTTP/1.1 200 OK\r\n", 0, "X-Again: yes\r\n", { SOME, SOME, SOME } },
  { "continue-without-end", "HTTP/1.1 100 Continue\r\n\r\n", 0, "HTTP/1.1 100 Continue\r\n\r\n",
    { ALA_PROBLEM_NETWORK_TIMEOUT, ALA_PROBLEM_NETWORK_TIMEOUT, ALA_PROBLEM_NETWORK_TIMEOUT } },

  /* Lengths that cannot be */
  { "length-negative", OK "Content-Length: -1\r\n\r\n{}", 0, NULL, { SOME, SOME, ALA_PROBLEM_NONE } },
  { "length-absurd", OK "Content-Length: 99999999999999999999999999\r\n\r\n{}", 0, NULL, { SOME, SOME, ALA_PROBLEM_NONE } },
  { "chunk-absurd", OK "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}", 0, NULL, { SOME, SOME, SOME } },
  { "chunk-negative", OK "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n", 0, NULL, { SOME, SOME, SOME } },
  { "no-gzip", OK "Content-Encoding: gzip\r\n\r\nthis is not gzip", 0, NULL,
    { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "status-absurd", "HTTP/1.1 99999 Fine\r\nConnection: close\r\n\r\n{}", 0, NULL, { SOME, SOME, SOME } },
  { "status-negative", "HTTP/1.1 -20 Fine\r\nConnection: close\r\n\r\n{}", 0, NULL, { SOME, SOME, SOME } },
  { "status-unheard-of", "HTTP/1.1 799 Fine\r\nConnection: close\r\n\r\n{}", 0, NULL, { SOME, SOME, SOME } },

  /* Bytes that are no text */
  { "utf-8", BYTES (JSON "{\"version\":\"9.1\xff\xfe\",\"baseUrl\":\"https://j\xc3.example.com\"}"), NULL,
    { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "utf-8-form", BYTES (FORM "oauth_token=\xff%FF&oauth_token_secret=%C3"), NULL,
    { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_NONE, ALA_PROBLEM_REPLY_MALFORMED } },
  { "nul", BYTES (JSON "{\"version\":\"9.1\0.2\"}"), NULL,
    { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "nuls", BYTES (FORM "\0\0\0\0oauth_token\0=\0a"), NULL, { SOME, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "nul-in-a-header", BYTES (OK "X-Nul: a\0b\r\n\r\n{}"), NULL, { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "terminal", BYTES (BAD "WWW-Authenticate: OAuth oauth_problem=\"%1B%5B31m%0A%E2%80%AEsignature_invalid\"\r\n\r\n"), NULL,
    { SOME, SOME, SOME } },

  /* Nothing where something ought to be, and too much of it */
  { "null", JSON "null", 0, NULL, { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "null-members", JSON "{\"version\":null,\"baseUrl\":null,\"versionNumbers\":null,\"deploymentType\":null}", 0, NULL,
    { ALA_PROBLEM_NOT_JIRA, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_NONE } },
  { "token-twice", FORM "oauth_token=a&oauth_token=b&oauth_token_secret=c&oauth_token_secret=d", 0, NULL,
    { ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_REPLY_MALFORMED } },
  { "problem-twice", BAD "\r\noauth_problem=nonce_used&oauth_problem=token_rejected", 0, NULL,
    { SOME, ALA_PROBLEM_NONCE_USED, ALA_PROBLEM_NONCE_USED } },
  { "header-twice", BAD "WWW-Authenticate: OAuth oauth_problem=\"nonce_used\"\r\n"
                        "WWW-Authenticate: OAuth oauth_problem=\"token_rejected\"\r\n\r\n", 0, NULL,
    { SOME, ALA_PROBLEM_NONCE_USED, ALA_PROBLEM_NONCE_USED } },
  { "numbers", JSON "{\"version\":-9,\"versionNumbers\":[-9,1e999,99999999999999999999999],\"buildNumber\":-1e308}", 0, NULL,
    { SOME, ALA_PROBLEM_REPLY_MALFORMED, ALA_PROBLEM_NONE } },
  { "times", BAD "\r\noauth_problem=timestamp_refused&oauth_acceptable_timestamps=-1-99999999999999999999999", 0, NULL,
    { SOME, ALA_PROBLEM_TIMESTAMP_REFUSED, ALA_PROBLEM_TIMESTAMP_REFUSED } },
  { "wait", "HTTP/1.1 429 Slow\r\nConnection: close\r\nRetry-After: -99999999999999999999\r\n\r\n", 0, NULL,
    { ALA_PROBLEM_RATE_LIMITED, ALA_PROBLEM_RATE_LIMITED, ALA_PROBLEM_RATE_LIMITED } },
  { "location", BYTES ("HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: http://[::1\xff/\r\n\r\n"), NULL, { SOME, SOME, SOME } },
  { "location-of-a-file", "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: file:///etc/passwd\r\n\r\n", 0, NULL,
    { ALA_PROBLEM_REDIRECTED, ALA_PROBLEM_REDIRECTED, ALA_PROBLEM_REDIRECTED } },
};

/* --- Who asks --- */

static AlaKeyPair *pair;

static void
ask (Asker        asker,
     const char  *base,
     guint        deadline,
     GError     **error)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (base, error);
  g_autoptr (AlaJiraClient) client = ala_jira_client_new (session, address, "key", pair);
  g_autoptr (AlaSecret) token = ala_secret_new ("token", -1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AlaJiraServer) server = NULL;
  g_autoptr (AlaOAuthReply) reply = NULL;
  g_autoptr (JsonNode) node = NULL;

  ala_http_session_set_deadline (session, deadline);
  switch (asker)
    {
    case PROBE:
      ala_jira_probe_async (session, address, NULL, ala_test_keep_result, &result);
      server = ala_jira_probe_finish (ala_test_wait (&result), error);
      break;
    case TOKEN:
      ala_jira_client_call_token_async (client, ALA_OAUTH_REQUEST_TOKEN, NULL, NULL, NULL, ala_test_keep_result, &result);
      reply = ala_jira_client_call_token_finish (client, ala_test_wait (&result), error);
      break;
    case RESOURCE:
      ala_jira_client_set_access_token (client, token);
      ala_jira_client_get_json_async (client, "/rest/api/2/myself", NULL, NULL, ala_test_keep_result, &result);
      node = ala_jira_client_get_json_finish (client, ala_test_wait (&result), NULL, error);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* --- Memory --- */

/* The kernel counts by the way: after a new start it may say a little less than before. */
static gint64
read_peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + strlen ("VmHWM:") + strspn (line + strlen ("VmHWM:"), " \t"), NULL, 10);
}

/* Makes the peak start anew from what is used now. Returns: whether this system can do so */
static gboolean
forget_peak (void)
{
#ifdef __SANITIZE_ADDRESS__
  /* What was freed stays for a while, to be watched. */
  return FALSE;
#else
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/clear_refs");
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL);

  return stream != NULL && g_output_stream_write (G_OUTPUT_STREAM (stream), "5", 1, NULL, NULL) == 1;
#endif
}

/* --- The cases --- */

/* What is said can be shown in a label and in a terminal, and is no book. */
static void
assert_can_be_shown (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <, 4096);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (p)));
}

static void
assert_row (const GError *error,
            AlaProblem    expected)
{
  AlaProblem problem = ala_problem_from_error (error);

  g_test_message ("%s: %s", ala_problem_get_id (problem), error != NULL ? error->message : "taken");
  if (expected != SOME)
    g_assert_cmpstr (ala_problem_get_id (problem), ==, ala_problem_get_id (expected));
  g_assert_cmpint (problem, !=, ALA_PROBLEM_UNEXPECTED);
  if (expected == SOME)
    g_assert_cmpint (problem, !=, ALA_PROBLEM_NONE);
  if (error != NULL)
    assert_can_be_shown (error->message);
}

static void
test_reply (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autoptr (AlaTestWire) wire = ala_test_wire_new_endless (hostile->answer, hostile->length > 0 ? (gssize) hostile->length : -1,
                                                            hostile->again, -1);
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u", ala_test_wire_get_port (wire));

  for (Asker asker = 0; asker < N_ASKERS; asker++)
    {
      gboolean measured = forget_peak ();
      gint64 before = read_peak_kb ();
      g_autoptr (GError) error = NULL;

      ask (asker, base, DEADLINE, &error);
      g_test_message ("%s, %" G_GINT64_FORMAT " kB more", asker_names[asker], read_peak_kb () - before);
      assert_row (error, hostile->problems[asker]);
      if (measured)
        g_assert_cmpint (read_peak_kb () - before, <, MEMORY_MAX_KB);
    }
}

/* A gigabyte of nothing, packed into one megabyte. */
static void
test_bomb (void)
{
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (packed, G_CONVERTER (compressor));
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  static const char head[] = OK "Content-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n";
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  g_autoptr (AlaTestWire) wire = NULL;
  g_autofree char *base = NULL;

  for (guint i = 0; i < 1024; i++)
    g_assert_true (g_output_stream_write_all (stream, spaces, 1024 * 1024, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_byte_array_append (answer, (const guint8 *) head, sizeof head - 1);
  g_byte_array_append (answer, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (packed)),
                       (guint) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (packed)));
  g_assert_cmpuint (answer->len, <, 16 * 1024 * 1024);
  wire = ala_test_wire_new ((const char *) answer->data, answer->len);
  base = g_strdup_printf ("http://127.0.0.1:%u", ala_test_wire_get_port (wire));

  for (Asker asker = 0; asker < N_ASKERS; asker++)
    {
      gboolean measured = forget_peak ();
      gint64 before = read_peak_kb ();
      g_autoptr (GError) error = NULL;

      ask (asker, base, DEADLINE, &error);
      assert_row (error, ALA_PROBLEM_REPLY_TOO_LARGE);
      if (measured)
        g_assert_cmpint (read_peak_kb () - before, <, MEMORY_MAX_KB);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("GIO_USE_NETWORK_MONITOR", "base", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (1024, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile-replies/", replies[i].name, NULL);

      g_test_add_data_func (path, &replies[i], test_reply);
    }
  g_test_add_func ("/hostile-replies/bomb", test_bomb);
  status = g_test_run ();

  g_object_unref (pair);
  return status;
}
