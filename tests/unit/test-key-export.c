/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-key-export.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "ala-problem.h"
#include "judge.h"

static AlaKeyPair *pair;

static AlaSecret *
export_private (AlaKeyForm form)
{
  g_autoptr (GError) error = NULL;
  AlaSecret *key = ala_key_export_private (pair, form, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (ala_secret_peek (key)), ==, ala_secret_get_length (key));
  return key;
}

static void
assert_is_pem (const char *pem,
               const char *label)
{
  g_autofree char *first = g_strdup_printf ("-----BEGIN %s-----\n", label);
  g_autofree char *last = g_strdup_printf ("\n-----END %s-----\n", label);

  g_assert_true (g_str_has_prefix (pem, first));
  g_assert_true (g_str_has_suffix (pem, last));
  g_assert_null (strchr (pem, '\r'));
}

/* The body is the PEM without its markers and line ends. */
static void
assert_is_body_of (const char *body,
                   const char *pem)
{
  g_auto (GStrv) lines = g_strsplit (pem, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "-----"))
      g_string_append (joined, lines[i]);

  g_assert_cmpstr (body, ==, joined->str);
  for (const char *p = body; *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p) || strchr ("+/=", *p) != NULL);
}

static void
assert_openssl_agrees (const char *private_file)
{
  g_autofree char *own = ala_key_export_public_pem (pair);
  g_autofree char *theirs = NULL;

  g_free (judge_ask ("openssl", "pkey", "-in", private_file, "-check", "-noout", NULL));
  g_free (judge_ask ("openssl", "rsa", "-in", private_file, "-check", "-noout", NULL));
  theirs = judge_ask ("openssl", "pkey", "-in", private_file, "-pubout", NULL);
  g_assert_cmpstr (own, ==, theirs);
}

static void
test_private (void)
{
  static const struct
  {
    AlaKeyForm pem;
    AlaKeyForm body;
    const char *label;
  } forms[] = {
    { ALA_KEY_FORM_PKCS8_PEM, ALA_KEY_FORM_PKCS8_BODY, "PRIVATE KEY" },
    { ALA_KEY_FORM_PKCS1_PEM, ALA_KEY_FORM_PKCS1_BODY, "RSA PRIVATE KEY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (AlaSecret) pem = export_private (forms[i].pem);
      g_autoptr (AlaSecret) body = export_private (forms[i].body);

      assert_is_pem (ala_secret_peek (pem), forms[i].label);
      assert_is_body_of (ala_secret_peek (body), ala_secret_peek (pem));
      g_free (judge_write ("private.pem", ala_secret_peek (pem), -1));
      assert_openssl_agrees ("private.pem");
    }
}

/* The commands of the guide make the same PKCS#8 from our PKCS#1. */
static void
test_like_the_guide (void)
{
  g_autoptr (AlaSecret) pkcs1 = export_private (ALA_KEY_FORM_PKCS1_PEM);
  g_autoptr (AlaSecret) pkcs8 = export_private (ALA_KEY_FORM_PKCS8_PEM);
  g_autofree char *theirs = NULL;

  g_free (judge_write ("private.pem", ala_secret_peek (pkcs1), -1));
  theirs = judge_ask ("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", "private.pem", NULL);
  g_assert_cmpstr (ala_secret_peek (pkcs8), ==, theirs);
}

static void
test_public (void)
{
  g_autofree char *pem = ala_key_export_public_pem (pair);
  g_autofree char *body = ala_key_export_public_body (pair);

  assert_is_pem (pem, "PUBLIC KEY");
  assert_is_body_of (body, pem);
  g_free (judge_write ("public.pem", pem, -1));
  g_free (judge_ask ("openssl", "pkey", "-pubin", "-in", "public.pem", "-pubcheck", "-noout", NULL));
}

static char *
export_certificate (const char *common_name,
                    guint       days)
{
  g_autoptr (GError) error = NULL;
  char *certificate = ala_key_export_certificate (pair, common_name, days, &error);

  g_assert_no_error (error);
  return certificate;
}

static void
test_certificate (void)
{
  g_autofree char *certificate = export_certificate ("Zephyr für Jira", 365);
  g_autofree char *other = export_certificate ("Zephyr für Jira", 365);
  g_autofree char *own_key = ala_key_export_public_pem (pair);
  g_autofree char *their_key = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *info = NULL;

  assert_is_pem (certificate, "CERTIFICATE");
  g_assert_cmpstr (certificate, !=, other);

  g_free (judge_write ("own.cer", certificate, -1));
  their_key = judge_ask ("openssl", "x509", "-in", "own.cer", "-pubkey", "-noout", NULL);
  g_assert_cmpstr (own_key, ==, their_key);
  subject = judge_ask ("openssl", "x509", "-in", "own.cer", "-subject", "-noout", "-nameopt", "utf8", NULL);
  g_assert_cmpstr (g_strchomp (subject), ==, "subject=CN=Zephyr für Jira");

  /* Self-signed, valid now and in 364 days, not any more in 366. */
  g_free (judge_ask ("openssl", "verify", "-check_ss_sig", "-CAfile", "own.cer", "own.cer", NULL));
  g_assert_true (judge_accepts ("openssl", "x509", "-in", "own.cer", "-noout", "-checkend", "31449600", NULL));
  g_assert_false (judge_accepts ("openssl", "x509", "-in", "own.cer", "-noout", "-checkend", "31622400", NULL));

  info = judge_ask ("certtool", "--certificate-info", "--infile", "own.cer", NULL);
  g_assert_nonnull (strstr (info, "Version: 3"));
  g_assert_nonnull (strstr (info, "RSA-SHA256"));
}

static void
test_certificate_for_ever (void)
{
  g_autofree char *certificate = export_certificate ("Jira", G_MAXUINT);
  g_autofree char *end = NULL;

  g_free (judge_write ("own.cer", certificate, -1));
  end = judge_ask ("openssl", "x509", "-in", "own.cer", "-enddate", "-noout", NULL);
  g_assert_cmpstr (g_strchomp (end), ==, "notAfter=Dec 31 23:59:59 9999 GMT");
}

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  g_assert_true (S_ISREG (info.st_mode));
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
assert_guide_files (void)
{
  g_autofree char *guide_public = judge_read ("jira_publickey.pem", NULL);
  g_autofree char *own_public = ala_key_export_public_pem (pair);
  g_autofree char *their_key = NULL;
  g_autofree char *pkcs1 = judge_path ("jira_privatekey.pem");
  g_autofree char *pkcs8 = judge_path ("jira_privatekey.pcks8");
  g_autofree char *pkcs1_text = judge_read ("jira_privatekey.pem", NULL);
  g_autofree char *pkcs8_text = judge_read ("jira_privatekey.pcks8", NULL);

  assert_mode (pkcs1, 0600);
  assert_mode (pkcs8, 0600);
  assert_is_pem (pkcs1_text, "RSA PRIVATE KEY");
  assert_is_pem (pkcs8_text, "PRIVATE KEY");
  assert_openssl_agrees ("jira_privatekey.pem");
  assert_openssl_agrees ("jira_privatekey.pcks8");

  /* The last command of the guide takes the public key out of the certificate. */
  g_assert_cmpstr (guide_public, ==, own_public);
  their_key = judge_ask ("openssl", "x509", "-pubkey", "-noout", "-in", "jira_publickey.cer", NULL);
  g_assert_cmpstr (guide_public, ==, their_key);
}

static void
export_guide_files (void)
{
  g_autofree char *path = judge_path ("");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_key_export_guide_files (pair, folder, &error));
  g_assert_no_error (error);
}

static void
test_guide_files (void)
{
  g_autofree char *certificate = judge_path ("jira_publickey.cer");
  g_autofree char *public_key = judge_path ("jira_publickey.pem");

  export_guide_files ();
  assert_guide_files ();
  assert_mode (certificate, 0644);
  assert_mode (public_key, 0644);
}

static void
test_guide_files_over_others (void)
{
  const char * const *names = ala_key_export_guide_names ();
  g_autofree char *elsewhere = judge_write ("elsewhere", "untouched", -1);
  g_autofree char *link_path = judge_path (names[2]);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autofree char *contents = NULL;

  g_assert_cmpuint (g_strv_length ((char **) names), ==, 4);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = judge_write (names[i], "somebody’s older file", -1);

      g_assert_cmpint (g_chmod (path, 0644), ==, 0);
    }
  /* A link in the place of the private key must not lead it into somebody else’s file. */
  g_assert_cmpint (g_remove (link_path), ==, 0);
  g_assert_true (g_file_make_symbolic_link (link, elsewhere, NULL, NULL));

  export_guide_files ();
  assert_guide_files ();
  contents = judge_read ("elsewhere", NULL);
  g_assert_cmpstr (contents, ==, "untouched");
}

static void
test_guide_files_not_written (void)
{
  g_autofree char *path = judge_path ("no-such-folder");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (ala_key_export_guide_files (pair, folder, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEY_FILE_NOT_WRITTEN);
  g_assert_nonnull (strstr (error->message, "jira_privatekey.pem"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  umask (022);
  pair = ala_key_pair_generate (2048, NULL);
  g_test_add_func ("/key-export/private", test_private);
  g_test_add_func ("/key-export/like-the-guide", test_like_the_guide);
  g_test_add_func ("/key-export/public", test_public);
  g_test_add_func ("/key-export/certificate", test_certificate);
  g_test_add_func ("/key-export/certificate-for-ever", test_certificate_for_ever);
  g_test_add_func ("/key-export/guide-files", test_guide_files);
  g_test_add_func ("/key-export/guide-files-over-others", test_guide_files_over_others);
  g_test_add_func ("/key-export/guide-files-not-written", test_guide_files_not_written);
  result = g_test_run ();
  g_assert_finalize_object (pair);
  return result;
}
