/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-trust.h"

#include <string.h>

#include "ala-problem.h"
#include "ala-test-authority.h"
#include "judge.h"

#define DAY (24 * 60 * 60)

static AlaTrust *
new_trust (AlaTestAuthority *authority)
{
  g_autoptr (GError) error = NULL;
  AlaTrust *trust = ala_trust_new_from_file (ala_test_authority_get_file (authority), &error);

  g_assert_no_error (error);
  return trust;
}

static AlaCertificate *
get_first (AlaTrust *trust)
{
  AlaCertificate *certificate = g_list_model_get_item (G_LIST_MODEL (trust), 0);

  /* The model's own reference keeps it. */
  g_object_unref (certificate);
  return certificate;
}

static void
test_certificate (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTrust) trust = new_trust (authority);
  g_autoptr (GTlsCertificate) issued = ala_test_authority_issue (authority, "ip_address = 127.0.0.1", -DAY, 5 * DAY);
  g_autoptr (AlaCertificate) server = ala_certificate_new (issued);
  g_autofree char *path = g_file_get_path (ala_test_authority_get_file (authority));
  g_autofree char *openssl = NULL;
  g_autofree char *chain = ala_certificate_dup_chain_pem (server);
  AlaCertificate *root = get_first (trust);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (trust)), ==, 1);
  g_assert_cmpstr (ala_certificate_get_subject (root), ==, "Example Authority");
  g_assert_cmpstr (ala_certificate_get_issuer (root), ==, "Example Authority");
  g_assert_true (ala_certificate_is_self_issued (root));

  g_assert_cmpstr (ala_certificate_get_subject (server), ==, "Example Server");
  g_assert_cmpstr (ala_certificate_get_issuer (server), ==, "Example Authority");
  g_assert_false (ala_certificate_is_self_issued (server));
  g_assert_cmpint (g_date_time_compare (ala_certificate_get_not_before (server), now), <, 0);
  g_assert_cmpint (g_date_time_compare (ala_certificate_get_not_after (server), now), >, 0);
  g_assert_true (g_str_has_prefix (chain, "-----BEGIN CERTIFICATE-----"));

  /* "sha256 Fingerprint=AA:BB…" */
  openssl = judge_ask ("openssl", "x509", "-in", path, "-noout", "-fingerprint", "-sha256", NULL);
  g_assert_nonnull (strstr (openssl, ala_certificate_get_fingerprint (root)));
  g_assert_cmpuint (strlen (ala_certificate_get_fingerprint (root)), ==, 32 * 3 - 1);
}

static void
test_forms (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTestAuthority) another = ala_test_authority_new ();
  g_autoptr (AlaTrust) trust = new_trust (authority);
  g_autoptr (AlaTrust) second = new_trust (another);
  g_autoptr (AlaTrust) both = NULL;
  g_autoptr (AlaTrust) binary = NULL;
  g_autoptr (GByteArray) der = NULL;
  g_autoptr (GBytes) data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Several in one file, with what programs write around them, and with a private key that must not be kept. */
  text = g_strconcat ("# The company\r\n", ala_trust_get_pem (trust),
                      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", ala_trust_get_pem (second), NULL);
  both = ala_trust_new_from_pem (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (both)), ==, 2);
  g_assert_null (strstr (ala_trust_get_pem (both), "PRIVATE"));
  g_assert_null (strstr (ala_trust_get_pem (both), "company"));

  /* Windows exports the bare bytes. */
  g_object_get (ala_certificate_get_tls (get_first (trust)), "certificate", &der, NULL);
  data = g_bytes_new (der->data, der->len);
  binary = ala_trust_new (data, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ala_trust_get_pem (binary), ==, ala_trust_get_pem (trust));
}

static void
assert_unreadable (GBytes *data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_trust_new (data, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CA_FILE_UNREADABLE);
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "",
    "no certificate at all",
    "-----BEGIN CERTIFICATE-----",
    "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n",
    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    "-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n",
    "\x30\x82\xff\xff\x30",
  };
  g_autoptr (GFile) absent = g_file_new_for_path ("/nonexistent/authority.pem");
  g_autoptr (GFile) large = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autofree char *megabyte = g_strnfill (ALA_TRUST_MAX + 1, 'a');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) data = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_unreadable (data);
    }

  g_assert_null (ala_trust_new_from_file (absent, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CA_FILE_UNREADABLE);
  g_clear_error (&error);

  large = g_file_new_tmp ("ala-large-XXXXXX", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (large, megabyte, ALA_TRUST_MAX + 1, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (ala_trust_new_from_file (large, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CA_FILE_UNREADABLE);
  g_assert_true (g_file_delete (large, NULL, NULL));
}

static void
assert_left (AlaTrust             *trust,
             GTlsCertificate      *certificate,
             const char           *host,
             GTlsCertificateFlags  flags,
             GTlsCertificateFlags  left)
{
  g_assert_cmpint (ala_trust_verify (trust, certificate, host, flags), ==, left);
}

static void
test_verify (void)
{
  const char *ours = "ip_address = 127.0.0.1\ndns_name = jira.example.com";
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTestAuthority) stranger = ala_test_authority_new ();
  g_autoptr (AlaTrust) trust = new_trust (authority);
  g_autoptr (AlaTrust) other = new_trust (stranger);
  g_autoptr (GTlsCertificate) good = ala_test_authority_issue (authority, ours, -DAY, DAY);
  g_autoptr (GTlsCertificate) old = ala_test_authority_issue (authority, ours, -3 * DAY, -DAY);
  const GTlsCertificateFlags unknown = G_TLS_CERTIFICATE_UNKNOWN_CA;

  assert_left (trust, good, "127.0.0.1", unknown, G_TLS_CERTIFICATE_NO_FLAGS);
  assert_left (trust, good, "jira.example.com", unknown, G_TLS_CERTIFICATE_NO_FLAGS);
  assert_left (trust, good, "jira.example.org", unknown | G_TLS_CERTIFICATE_BAD_IDENTITY, G_TLS_CERTIFICATE_BAD_IDENTITY);
  assert_left (trust, old, "127.0.0.1", unknown | G_TLS_CERTIFICATE_EXPIRED, G_TLS_CERTIFICATE_EXPIRED);
  assert_left (other, good, "127.0.0.1", unknown, unknown);
}

/* Of a whole bundle only those are trusted that the server needs. */
static void
test_narrow (void)
{
  g_autoptr (AlaTestAuthority) authority = ala_test_authority_new ();
  g_autoptr (AlaTestAuthority) stranger = ala_test_authority_new ();
  g_autoptr (AlaTrust) trust = new_trust (authority);
  g_autoptr (AlaTrust) other = new_trust (stranger);
  g_autofree char *text = g_strconcat (ala_trust_get_pem (other), ala_trust_get_pem (trust), NULL);
  g_autoptr (AlaTrust) bundle = ala_trust_new_from_pem (text, NULL);
  g_autoptr (GTlsCertificate) old = ala_test_authority_issue (authority, "ip_address = 127.0.0.1", -3 * DAY, -DAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaTrust) narrow = ala_trust_narrow (bundle, old, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bundle)), ==, 2);
  g_assert_cmpstr (ala_trust_get_pem (narrow), ==, ala_trust_get_pem (trust));

  g_assert_null (ala_trust_narrow (other, old, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_CA_FILE_OTHER_ISSUER);
  g_assert_nonnull (strstr (error->message, "Example Authority"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/certificate", test_certificate);
  g_test_add_func ("/trust/forms", test_forms);
  g_test_add_func ("/trust/unreadable", test_unreadable);
  g_test_add_func ("/trust/verify", test_verify);
  g_test_add_func ("/trust/narrow", test_narrow);
  return g_test_run ();
}
