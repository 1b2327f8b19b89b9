/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-oauth-request.h"

#include <string.h>

#include <gnutls/abstract.h>

#include "ala-key-export.h"
#include "ala-key-pair-private.h"
#include "judge.h"
#include "oauth-vectors.h"

static AlaKeyPair *pair;

/* The keys of the vectors have names there; they are read by GnuTLS alone. */
static AlaKeyPair *
get_vector_key (const char *name)
{
  JsonObject *key = json_object_get_object_member (json_object_get_object_member (oauth_vectors_load (), "keys"), name);
  g_autofree guchar *der = NULL;
  gnutls_privkey_t private_key;
  gnutls_datum_t data;
  AlaKeyPair *vector_pair;
  gsize size;
  int status;

  der = g_base64_decode (json_object_get_string_member (key, "private_key_pkcs8_der_base64"), &size);
  data.data = der;
  data.size = (guint) size;
  g_assert_cmpint (gnutls_privkey_init (&private_key), ==, 0);
  g_assert_cmpint (gnutls_privkey_import_x509_raw (private_key, &data, GNUTLS_X509_FMT_DER, NULL, 0), ==, 0);
  vector_pair = ala_key_pair_new_take (private_key, &status);
  g_assert_nonnull (vector_pair);
  return vector_pair;
}

typedef void (*AddParam) (AlaOAuthRequest *request,
                          const char      *name,
                          const char      *value);

static void
add_params (AlaOAuthRequest *request,
            JsonArray       *params,
            AddParam         add)
{
  for (guint i = 0; i < json_array_get_length (params); i++)
    {
      JsonArray *param = json_array_get_array_element (params, i);

      add (request, json_array_get_string_element (param, 0), json_array_get_string_element (param, 1));
    }
}

static void
assert_base_string (AlaOAuthRequest *request,
                    const char      *expected)
{
  g_autofree char *base_string = ala_oauth_request_dup_base_string (request);

  g_assert_cmpstr (base_string, ==, expected);
}

static void
assert_signature (AlaOAuthRequest *request,
                  AlaKeyPair      *signer,
                  const char      *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_oauth_request_sign (request, signer, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ala_oauth_params_get (ala_oauth_request_get_oauth (request), "oauth_signature"), ==, expected);
  g_assert_true (ala_oauth_request_verify (request, ala_key_pair_get_public_key (signer)));
}

static void
test_published_vectors (void)
{
  JsonArray *vectors = json_object_get_array_member (oauth_vectors_load (), "vectors");
  guint signatures = 0;

  g_assert_cmpuint (json_array_get_length (vectors), ==, 46);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      g_autoptr (AlaOAuthRequest) request =
        ala_oauth_request_new (json_object_get_string_member (vector, "method"), json_object_get_string_member (vector, "url"));

      g_test_message ("%s", json_object_get_string_member (vector, "id"));
      g_assert_nonnull (request);
      add_params (request, json_object_get_array_member (vector, "oauth_params"), ala_oauth_request_add_oauth);
      add_params (request, json_object_get_array_member (vector, "form_params"), ala_oauth_request_add_form);
      assert_base_string (request, json_object_get_string_member (vector, "base_string"));

      if (json_object_has_member (vector, "key"))
        {
          g_autoptr (AlaKeyPair) key = get_vector_key (json_object_get_string_member (vector, "key"));

          assert_signature (request, key, json_object_get_string_member (vector, "signature"));
          signatures++;
        }
    }
  g_assert_cmpuint (signatures, ==, 5);
}

/* Requests as Jira gets them: vectors A to D of reference/jira-oauth.md section 6. */
static void
test_jira_vectors (void)
{
  static const struct
  {
    const char *method;
    const char *uri;
    const char *token;
    const char *name;
    const char *value;
    const char *base_string;
    const char *signature;
  } cases[] = {
    {
      "POST", "https://jira.example.com/plugins/servlet/oauth/request-token", NULL, "oauth_callback", "oob",
      "POST&https%3A%2F%2Fjira.example.com%2Fplugins%2Fservlet%2Foauth%2Frequest-token&oauth_callback%3Doob%26"
      "oauth_consumer_key%3Dzephyr-consumer%26oauth_nonce%3Dabc123%26oauth_signature_method%3DRSA-SHA1%26"
      "oauth_timestamp%3D1700000000%26oauth_version%3D1.0",
      "SRtfkXtu1C+JwG9ZOXuoYEM8NX96yUYh5qOPub/cMTVQv+CpDFcMH6HmpM7EOzMl9pSmBmsr7iZf23GLUgMJSy+zn2/bPmY3D/I9D420zjbIIOXMl3yZ"
      "wf3nbNL78NX476NnvHggaCTaUYb2jNcm4+2zGX/lcA/jrYN3P9r9jWU=",
    },
    {
      "POST", "https://Jira.Example.com:443/jira/plugins/servlet/oauth/request-token", NULL, "oauth_callback",
      "http://127.0.0.1:53682/cb",
      "POST&https%3A%2F%2Fjira.example.com%2Fjira%2Fplugins%2Fservlet%2Foauth%2Frequest-token&"
      "oauth_callback%3Dhttp%253A%252F%252F127.0.0.1%253A53682%252Fcb%26"
      "oauth_consumer_key%3Dzephyr-consumer%26oauth_nonce%3Dabc123%26oauth_signature_method%3DRSA-SHA1%26"
      "oauth_timestamp%3D1700000000%26oauth_version%3D1.0",
      "T6Vbou6m5FGjDCNxByU42VuEN4gyOfZpjzmWYYTklELIMmnWoQwKCgMyvPaorVPgg65a5IhNmlLktDtpYU4PUVcFRb9s8YP9ZrpYEyuSro+PBgZyqdGH"
      "8fS9JYLDsl4HBnpX1P7sBKRmatc+s+lrYL4jd7dNogKRz+Ulj7GJRG0=",
    },
    {
      "post", "http://jira.example.com:8080/jira/plugins/servlet/oauth/access-token", "ec3dj4byySM5ek3XW7gl7f4oc99obAlo",
      "oauth_verifier", "qTJkPi",
      "POST&http%3A%2F%2Fjira.example.com%3A8080%2Fjira%2Fplugins%2Fservlet%2Foauth%2Faccess-token&"
      "oauth_consumer_key%3Dzephyr-consumer%26oauth_nonce%3Dabc123%26oauth_signature_method%3DRSA-SHA1%26"
      "oauth_timestamp%3D1700000000%26oauth_token%3Dec3dj4byySM5ek3XW7gl7f4oc99obAlo%26oauth_verifier%3DqTJkPi%26"
      "oauth_version%3D1.0",
      "am+SKCHcLCaG4wCamL1Fmyb+1PYOXCkN2K92OAv+PzfS9hUGgo4ezLz3d4+HzIaJv4AkvrEqPTE5N0fZ7NCpYUs3nUBTgVTYZBmy4+eJYoFDUJd0PsPU"
      "7rpj6Au6B/zelZ9nzSEWSB3mebGpRyPwXLVnbGEz7VdsCQnAEe1YfDY=",
    },
    {
      "GET", "https://jira.example.com/rest/api/2/mypermissions?permissions=BROWSE_PROJECTS%2CADMINISTER&projectKey=A%20B",
      "W1jjOV4sq2iEqxO4ZYZTJVdgbjtKc2ye", NULL, NULL,
      "GET&https%3A%2F%2Fjira.example.com%2Frest%2Fapi%2F2%2Fmypermissions&"
      "oauth_consumer_key%3Dzephyr-consumer%26oauth_nonce%3Dabc123%26oauth_signature_method%3DRSA-SHA1%26"
      "oauth_timestamp%3D1700000000%26oauth_token%3DW1jjOV4sq2iEqxO4ZYZTJVdgbjtKc2ye%26oauth_version%3D1.0%26"
      "permissions%3DBROWSE_PROJECTS%252CADMINISTER%26projectKey%3DA%2520B",
      "EXw9LBDLUSe33gkEessSJwHKq1ViFLmhfMpqcx8HTqSrT+vTHfxwN+gsODzRaVd2D3gT618Rf9ZNCLBZ62PtJsSJbbr6nKoXGLkJSu/vF4lvkQLmmtsM"
      "lcq9lBytdSvpjZQR8q/aylaklpMeLpE3usaorw7gsWSM4F9Q9VrbpHI=",
    },
  };
  g_autoptr (AlaKeyPair) key = get_vector_key ("oauth-wiki-1024");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new (cases[i].method, cases[i].uri);

      ala_oauth_request_add_protocol (request, "zephyr-consumer", cases[i].token, 1700000000, "abc123");
      if (cases[i].name != NULL)
        ala_oauth_request_add_oauth (request, cases[i].name, cases[i].value);
      assert_base_string (request, cases[i].base_string);
      assert_signature (request, key, cases[i].signature);
    }
}

static void
test_base_uri (void)
{
  static const struct
  {
    const char *uri;
    const char *base;
  } cases[] = {
    { "http://EXAMPLE.COM:80/r%20v/X?id=123", "http://example.com/r%20v/X" },
    { "http://EXAMPLE.COM:80/r v/X?id=123", "http://example.com/r%20v/X" },
    { "https://www.example.net:8080/?q=1", "https://www.example.net:8080/" },
    { "HTTP://www.example.com:443/", "http://www.example.com:443/" },
    { "HTTPS://www.example.com:80/", "https://www.example.com:80/" },
    { "https://www.example.com:443", "https://www.example.com/" },
    { "https://www.example.com?a=b#c", "https://www.example.com/" },
    { "https://[123:DB8:fd00:1000::5]:13000/", "https://[123:db8:fd00:1000::5]:13000/" },
    { "https://[::1]:443/jira", "https://[::1]/jira" },
    { "https://user:password@example.com/", "https://example.com/" },
    { "https://example.com:/x", "https://example.com/x" },
    { "https://example.com./x", "https://example.com./x" },
    { "https://example.com/a//b/../c/./d;x=1", "https://example.com/a//b/../c/./d;x=1" },
    { "https://example.com/%7Ea~b%2fc", "https://example.com/%7Ea~b%2fc" },
    { "https://example.com/plus+at@colon:", "https://example.com/plus+at@colon:" },
    { "https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe" },
  };
  static const char *refused[] = {
    "", "jira", "/jira", "//example.com/", "example.com/x", "ftp://example.com/", "mailto:a@example.com", "http://",
    "http:///x", "https://example.com:99999/", "https://example.com:port/", "file:///etc/passwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new ("GET", cases[i].uri);
      g_autofree char *base = NULL;

      g_test_message ("%s", cases[i].uri);
      g_assert_nonnull (request);
      base = ala_oauth_request_dup_base_uri (request);
      g_assert_cmpstr (base, ==, cases[i].base);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_null (ala_oauth_request_new ("GET", refused[i]));
    }
}

static void
test_realm_is_not_signed (void)
{
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new ("GET", "https://example.com/?realm=query&oauth_signature=x");
  g_autofree char *header = NULL;
  g_autofree char *other_header = NULL;

  ala_oauth_request_add_oauth (request, "realm", "https://jira.example.com/a, b");
  ala_oauth_request_add_oauth (request, "oauth_signature", "old");
  ala_oauth_request_add_oauth (request, "oauth_nonce", "n");
  assert_base_string (request, "GET&https%3A%2F%2Fexample.com%2F&oauth_nonce%3Dn%26realm%3Dquery");

  header = ala_oauth_request_dup_header (request, NULL);
  g_assert_cmpstr (header, ==,
                   "OAuth realm=\"https%3A%2F%2Fjira.example.com%2Fa%2C%20b\", oauth_signature=\"old\", oauth_nonce=\"n\"");
  other_header = ala_oauth_request_dup_header (request, "other");
  g_assert_cmpstr (other_header, ==, "OAuth realm=\"other\", oauth_signature=\"old\", oauth_nonce=\"n\"");
}

static void
test_protocol_parameters (void)
{
  g_autoptr (AlaOAuthRequest) one = ala_oauth_request_new ("GET", "https://example.com/");
  g_autoptr (AlaOAuthRequest) other = ala_oauth_request_new ("GET", "https://example.com/");
  AlaOAuthParams *params = ala_oauth_request_get_oauth (one);
  const char *nonce;

  ala_oauth_request_add_protocol (one, "Zephyr Ent.", NULL, G_GINT64_CONSTANT (4102444800), NULL);
  ala_oauth_request_add_protocol (other, "Zephyr Ent.", "token", 1, NULL);

  g_assert_cmpstr (ala_oauth_params_get (params, "oauth_consumer_key"), ==, "Zephyr Ent.");
  g_assert_cmpstr (ala_oauth_params_get (params, "oauth_signature_method"), ==, "RSA-SHA1");
  g_assert_cmpstr (ala_oauth_params_get (params, "oauth_timestamp"), ==, "4102444800");
  g_assert_cmpstr (ala_oauth_params_get (params, "oauth_version"), ==, "1.0");
  /* An empty token with all the others would mean two-legged OAuth to Jira. */
  g_assert_null (ala_oauth_params_get (params, "oauth_token"));
  g_assert_cmpstr (ala_oauth_params_get (ala_oauth_request_get_oauth (other), "oauth_token"), ==, "token");

  nonce = ala_oauth_params_get (params, "oauth_nonce");
  g_assert_cmpuint (strlen (nonce), ==, 32);
  g_assert_cmpuint (strspn (nonce, "0123456789abcdef"), ==, 32);
  g_assert_cmpstr (nonce, !=, ala_oauth_params_get (ala_oauth_request_get_oauth (other), "oauth_nonce"));
}

static void
test_verify (void)
{
  g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new ("POST", "https://example.com/a?b=c");
  g_autoptr (AlaKeyPair) stranger = ala_key_pair_generate (1024, NULL);
  AlaPublicKey *key = ala_key_pair_get_public_key (pair);
  AlaOAuthParams *params = ala_oauth_request_get_oauth (request);
  g_autofree char *signature = NULL;

  ala_oauth_request_add_protocol (request, "key", NULL, 1, NULL);
  g_assert_false (ala_oauth_request_verify (request, key));
  g_assert_true (ala_oauth_request_sign (request, pair, NULL));
  g_assert_true (ala_oauth_request_verify (request, key));
  g_assert_false (ala_oauth_request_verify (request, ala_key_pair_get_public_key (stranger)));

  /* Signing again replaces the signature and does not sign the old one. */
  signature = g_strdup (ala_oauth_params_get (params, "oauth_signature"));
  g_assert_true (ala_oauth_request_sign (request, pair, NULL));
  g_assert_cmpuint (ala_oauth_params_count (params, "oauth_signature"), ==, 1);
  g_assert_cmpstr (ala_oauth_params_get (params, "oauth_signature"), ==, signature);

  ala_oauth_params_set (params, "oauth_signature", "");
  g_assert_false (ala_oauth_request_verify (request, key));
  ala_oauth_params_set (params, "oauth_signature", "no base64 at all, no");
  g_assert_false (ala_oauth_request_verify (request, key));
  ala_oauth_params_set (params, "oauth_signature", signature);
  g_assert_true (ala_oauth_request_verify (request, key));
  ala_oauth_request_add_form (request, "more", "");
  g_assert_false (ala_oauth_request_verify (request, key));
}

static void
assert_header (const char *header,
               const char *form)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_parse_header (header);
  g_autofree char *read = params != NULL ? ala_oauth_params_to_form (params) : NULL;

  g_assert_cmpstr (read, ==, form);
}

static void
test_parse_header (void)
{
  assert_header ("OAuth realm=\"https%3A%2F%2Fjira.example.com\", oauth_problem=\"token_rejected\"",
                 "realm=https%3A%2F%2Fjira.example.com&oauth_problem=token_rejected");
  assert_header ("oauth\toauth_a=\"1\",oauth_b=\"2%203\" ,\r\n oauth_c = \"\"", "oauth_a=1&oauth_b=2%203&oauth_c=");
  assert_header ("OAuth realm=\"a, b=c\", oauth_a=\"+%2B\"", "realm=a%2C%20b%3Dc&oauth_a=%2B%2B");
  assert_header ("OAuth realm=\"say \\\"hi\\\\\", x=\"1\"", "realm=say%20%22hi%5C&x=1");
  assert_header ("OAuth a=unquoted value , b=2", "a=unquoted%20value&b=2");
  assert_header ("OAuth", "");
  assert_header ("OAuth ", "");
  assert_header ("Basic realm=\"Jira\", OAuth realm=\"r\", oauth_problem=\"p\", Negotiate", "realm=r&oauth_problem=p");
  assert_header ("Negotiate abc==, OAuth a=\"1\", Bearer a=\"2\", b=\"3\"", "a=1");
  assert_header ("Basic realm=\"OAuth a=1\"", NULL);
  assert_header ("OAuthX a=\"1\"", NULL);
  assert_header ("Bearer OAuth2", NULL);
  assert_header ("", NULL);
  /* What cannot be read is passed over. */
  assert_header ("OAuth a=\"open, b=\"2\"", "a=open%2C%20b%3D");
  assert_header ("OAuth a=\"never closed", "a=never%20closed");
  assert_header ("OAuth a=\"1\", =\"nameless\", ,,, b=\"2\"", "a=1&b=2");
  assert_header ("OAuth a=", "a=");
  assert_header ("OAuth a=\"%zz%00\377\"", "a=%25zz%EF%BF%BD%EF%BF%BD");
}

static void
test_header_survives (void)
{
  static const char *values[] = { "", "plain", "a b+c", "%", "\"", "\\", "ä✈😀", "a,b=\"c\"&d", "https://x.example/?a=b&c" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (AlaOAuthRequest) request = ala_oauth_request_new ("GET", "https://example.com/");
      g_autofree char *header = NULL;
      g_autoptr (AlaOAuthParams) params = NULL;

      ala_oauth_request_add_oauth (request, "oauth_x", values[i]);
      header = ala_oauth_request_dup_header (request, values[i]);
      params = ala_oauth_parse_header (header);
      g_assert_cmpstr (ala_oauth_params_get (params, "oauth_x"), ==, values[i]);
      g_assert_cmpstr (ala_oauth_params_get (params, "realm"), ==, values[i]);
      g_assert_cmpuint (ala_oauth_params_get_length (params), ==, 2);
    }
}

static void
test_header_is_bounded (void)
{
  g_autoptr (GString) header = g_string_new ("OAuth a=\"1\"");
  g_autoptr (AlaOAuthParams) params = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (header, ", b=\"2\"");
  params = ala_oauth_parse_header (header->str);
  g_assert_cmpuint (ala_oauth_params_get_length (params), <=, 256);
  g_assert_cmpstr (ala_oauth_params_get (params, "a"), ==, "1");
}

static void
test_random_headers (void)
{
  static const char valid[] = "OAuth realm=\"https%3A%2F%2Fjira\", oauth_problem=\"token_rejected\", oauth_x=\"a\\\"b\"";

  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *changed = g_strdup (valid);
      g_autoptr (AlaOAuthParams) params = NULL;

      for (int i = g_test_rand_int_range (1, 8); i > 0; i--)
        changed[g_test_rand_int_range (0, sizeof valid - 1)] =
          g_test_rand_bit () ? "\",= \\%O"[g_test_rand_int_range (0, 7)] : (char) g_test_rand_int_range (0, 256);

      params = ala_oauth_parse_header (changed);
      for (guint i = 0; params != NULL && i < ala_oauth_params_get_length (params); i++)
        {
          g_assert_true (g_utf8_validate (ala_oauth_params_get_name (params, i), -1, NULL));
          g_assert_true (g_utf8_validate (ala_oauth_params_get_value (params, i), -1, NULL));
        }
    }
}

/* The program's own requests, as they go out: what differs is the address, and what is asked there. */
static AlaOAuthRequest *
make_request (guint         which,
              const char  **uri,
              const char  **method,
              const char  **form)
{
  static const struct
  {
    const char *method;
    const char *uri;
    const char *token;
    const char *form;
  } requests[] = {
    { "POST", "https://jira.example.com/plugins/servlet/oauth/request-token", NULL, NULL },
    { "POST", "http://127.0.0.1:8080/jira/plugins/servlet/oauth/access-token", "ec3dj4byySM5ek3XW7gl7f4oc99obAlo", NULL },
    { "GET", "https://Jira.Example.com:443/rest/api/2/myself", "W1jjOV4sq2iEqxO4ZYZTJVdgbjtKc2ye", NULL },
    { "GET", "https://jira.example.com/rest/api/2/mypermissions?permissions=A%2CB&projectKey=A%20B&x=%C3%A4", "t", NULL },
    { "GET", "https://jira.example.com/rest/api/2/search?b=2&a=1&a=&jql=project+%3D+%22X%22&empty=", "t", NULL },
    { "DELETE", "https://[::1]:8443/jira/rest/webhooks/1.0/webhook/7", "t", NULL },
    { "POST", "https://jira.example.com/form?q=1", "t", "c2=&a3=2%20q&text=%2B%26%3D" },
  };
  AlaOAuthRequest *request;

  if (which >= G_N_ELEMENTS (requests))
    return NULL;

  request = ala_oauth_request_new (requests[which].method, requests[which].uri);
  ala_oauth_request_add_protocol (request, "Zephyr Ent. & Söhne", requests[which].token, 1700000000, NULL);
  if (requests[which].token == NULL)
    ala_oauth_request_add_oauth (request, "oauth_callback", "http://127.0.0.1:53682/cb?x=y z");
  if (requests[which].form != NULL)
    {
      g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse (requests[which].form, -1, 0);

      for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
        ala_oauth_request_add_form (request, ala_oauth_params_get_name (params, i), ala_oauth_params_get_value (params, i));
    }

  g_assert_true (ala_oauth_request_sign (request, pair, NULL));
  *uri = requests[which].uri;
  *method = requests[which].method;
  *form = requests[which].form;
  return request;
}

static void
test_openssl_accepts (void)
{
  g_autofree char *pem = ala_key_export_public_pem (pair);
  const char *uri, *method, *form;
  AlaOAuthRequest *request;

  g_free (judge_write ("public.pem", pem, -1));
  for (guint i = 0; (request = make_request (i, &uri, &method, &form)) != NULL; i++)
    {
      g_autofree char *base_string = ala_oauth_request_dup_base_string (request);
      g_autofree guchar *signature = NULL;
      gsize size;

      signature = g_base64_decode (ala_oauth_params_get (ala_oauth_request_get_oauth (request), "oauth_signature"), &size);
      g_free (judge_write ("signature", signature, (gssize) size));
      g_free (judge_write ("base-string", base_string, -1));
      g_free (judge_ask ("openssl", "dgst", "-sha1", "-verify", "public.pem", "-signature", "signature", "base-string", NULL));
      g_object_unref (request);
    }
}

static void
add_question (GString    *questions,
              const char *method,
              const char *uri,
              const char *header,
              const char *form)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) question = NULL;
  g_autofree char *pem = ala_key_export_public_pem (pair);
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, method);
  json_builder_set_member_name (builder, "uri");
  json_builder_add_string_value (builder, uri);
  json_builder_set_member_name (builder, "header");
  json_builder_add_string_value (builder, header);
  json_builder_set_member_name (builder, "key");
  json_builder_add_string_value (builder, pem);
  json_builder_set_member_name (builder, "form");
  if (form != NULL)
    json_builder_add_string_value (builder, form);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);

  question = json_builder_get_root (builder);
  line = json_to_string (question, FALSE);
  g_string_append_printf (questions, "%s\n", line);
}

static void
test_oauthlib_accepts (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "unit", "judge-oauthlib.py", NULL);
  g_autoptr (GString) questions = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GSubprocess) judge = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *verdicts = NULL;
  const char *uri, *method, *form;
  AlaOAuthRequest *request;

  if (!judge_accepts ("/usr/bin/python3", "-c", "import oauthlib, jwt, cryptography", NULL))
    {
      g_test_skip ("python3-oauthlib is not installed");
      return;
    }

  for (guint i = 0; (request = make_request (i, &uri, &method, &form)) != NULL; i++)
    {
      g_autofree char *header = ala_oauth_request_dup_header (request, "https://jira.example.com/a, b");
      g_autoptr (GString) tampered = g_string_new (header);

      add_question (questions, method, uri, header, form);
      g_string_append (expected, "valid\n");

      /* A judge that says yes to everything would be none. */
      g_string_replace (tampered, "oauth_timestamp=\"17", "oauth_timestamp=\"18", 1);
      g_assert_cmpstr (tampered->str, !=, header);
      add_question (questions, method, uri, tampered->str, form);
      g_string_append (expected, "invalid\n");
      add_question (questions, g_str_equal (method, "GET") ? "PUT" : "GET", uri, header, form);
      g_string_append (expected, "invalid\n");
      g_object_unref (request);
    }

  judge = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "/usr/bin/python3", script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (judge, questions->str, NULL, &verdicts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdicts, ==, expected->str);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (2048, NULL);
  g_test_add_func ("/oauth-request/published-vectors", test_published_vectors);
  g_test_add_func ("/oauth-request/jira-vectors", test_jira_vectors);
  g_test_add_func ("/oauth-request/base-uri", test_base_uri);
  g_test_add_func ("/oauth-request/realm-is-not-signed", test_realm_is_not_signed);
  g_test_add_func ("/oauth-request/protocol-parameters", test_protocol_parameters);
  g_test_add_func ("/oauth-request/verify", test_verify);
  g_test_add_func ("/oauth-request/parse-header", test_parse_header);
  g_test_add_func ("/oauth-request/header-survives", test_header_survives);
  g_test_add_func ("/oauth-request/header-is-bounded", test_header_is_bounded);
  g_test_add_func ("/oauth-request/random-headers", test_random_headers);
  g_test_add_func ("/oauth-request/openssl-accepts", test_openssl_accepts);
  g_test_add_func ("/oauth-request/oauthlib-accepts", test_oauthlib_accepts);
  result = g_test_run ();
  g_assert_finalize_object (pair);
  return result;
}
