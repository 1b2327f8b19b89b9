/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-public-key.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-problem.h"
#include "judge.h"

static AlaKeyPair *pair;
static char *pem;
static char *body;

static void
assert_taken (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPublicKey) key = ala_public_key_new_from_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ala_public_key_get_bits (key), ==, 2048);
  g_assert_cmpstr (ala_public_key_get_fingerprint (key), ==, ala_key_pair_get_fingerprint (pair));
}

static void
assert_refused (const char *text,
                AlaProblem  problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPublicKey) key = ala_public_key_new_from_text (text, &error);

  g_assert_null (key);
  if (!g_error_matches (error, ALA_PROBLEM_ERROR, problem))
    g_error ("“%.60s…” gave %s instead of %s", text, ala_problem_get_id (ala_problem_from_error (error)),
             ala_problem_get_id (problem));
  /* The reason is shown, so nothing of the text may be in it. */
  g_assert_null (strstr (error->message, "MII"));
}

static char *
replace (const char *text,
         const char *what,
         const char *with)
{
  g_autoptr (GString) replaced = g_string_new (text);

  g_string_replace (replaced, what, with, 0);
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

static void
assert_taken_with (const char *newline)
{
  g_autofree char *text = replace (pem, "\n", newline);

  assert_taken (text);
}

static void
test_forms_that_jira_takes (void)
{
  g_autofree char *padded = g_strdup_printf ("\n\n  \t%s  \n", body);
  g_autofree char *quoted = g_strdup_printf ("“%s”", body);
  g_autofree char *marked = g_strdup_printf ("\357\273\277%s", pem);
  g_autofree char *dashes = replace (pem, "-----", "—–-");
  g_autofree char *labelled = replace (pem, "PUBLIC KEY", "CERTIFICATE");
  g_autofree char *spaced = replace (pem, " PUBLIC ", "\302\240PUBLIC\302\240");
  g_autofree char *only_end = g_strdup (strchr (pem, '\n'));
  g_autofree char *only_start = g_strndup (pem, (gsize) (strstr (pem, "-----END") - pem));

  assert_taken (pem);
  assert_taken (body);
  assert_taken (padded);
  assert_taken (quoted);
  assert_taken (marked);
  assert_taken (dashes);
  assert_taken (labelled);
  assert_taken (spaced);
  assert_taken (only_end);
  assert_taken (only_start);
  assert_taken_with ("\r\n");
  assert_taken_with ("\r");
  assert_taken_with (" ");
  assert_taken_with ("");
  assert_taken_with ("\\n");
  assert_taken_with ("\\r\\n");
  assert_taken_with ("\302\240\n");
  assert_taken_with ("\342\200\213");     /* zero width space */
  assert_taken_with ("\342\200\250");     /* line separator */
  assert_taken_with ("\342\201\240\n");   /* word joiner */
}

static void
test_other_kinds (void)
{
  static const AlaKeyForm private_forms[] = {
    ALA_KEY_FORM_PKCS8_PEM, ALA_KEY_FORM_PKCS8_BODY, ALA_KEY_FORM_PKCS1_PEM, ALA_KEY_FORM_PKCS1_BODY,
  };
  g_autofree char *certificate = ala_key_export_certificate (pair, "Jira", 1, NULL);
  g_autofree char *certificate_body = replace (strchr (certificate, '\n'), "-----END CERTIFICATE-----", "");
  g_autofree char *pkcs1 = NULL;
  g_autofree char *pkcs1_body = NULL;
  g_autofree char *ssh = NULL;
  g_autofree char *ssh2 = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (private_forms); i++)
    {
      g_autoptr (AlaSecret) key = ala_key_export_private (pair, private_forms[i], NULL);

      assert_refused (ala_secret_peek (key), ALA_PROBLEM_PUBLIC_KEY_IS_PRIVATE);
    }
  assert_refused (certificate, ALA_PROBLEM_KEY_IS_CERTIFICATE);
  assert_refused (certificate_body, ALA_PROBLEM_KEY_IS_CERTIFICATE);

  g_free (judge_write ("public.pem", pem, -1));
  pkcs1 = judge_ask ("openssl", "rsa", "-pubin", "-in", "public.pem", "-RSAPublicKey_out", NULL);
  g_assert_true (g_str_has_prefix (pkcs1, "-----BEGIN RSA PUBLIC KEY-----"));
  pkcs1_body = replace (strchr (pkcs1, '\n'), "-----END RSA PUBLIC KEY-----", "");
  assert_refused (pkcs1, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (pkcs1_body, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);

  ssh = judge_ask ("ssh-keygen", "-i", "-m", "PKCS8", "-f", "public.pem", NULL);
  g_assert_true (g_str_has_prefix (ssh, "ssh-rsa "));
  assert_refused (ssh, ALA_PROBLEM_KEY_IS_SSH);
  assert_refused (ssh + strlen ("ssh-rsa "), ALA_PROBLEM_KEY_IS_SSH);
  g_free (judge_write ("ssh.pub", ssh, -1));
  ssh2 = judge_ask ("ssh-keygen", "-e", "-f", "ssh.pub", NULL);
  g_assert_true (g_str_has_prefix (ssh2, "---- BEGIN SSH2 PUBLIC KEY ----"));
  assert_refused (ssh2, ALA_PROBLEM_KEY_IS_SSH);
}

static void
assert_not_rsa (const char *algorithm,
                const char *option)
{
  g_autofree char *key = NULL;

  if (option != NULL)
    g_free (judge_ask ("openssl", "genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", "other.pem", NULL));
  else
    g_free (judge_ask ("openssl", "genpkey", "-algorithm", algorithm, "-out", "other.pem", NULL));
  key = judge_ask ("openssl", "pkey", "-in", "other.pem", "-pubout", NULL);
  assert_refused (key, ALA_PROBLEM_KEY_NOT_RSA);
}

static void
test_not_rsa (void)
{
  assert_not_rsa ("EC", "ec_paramgen_curve:P-256");
  assert_not_rsa ("EC", "ec_paramgen_curve:brainpoolP256r1");
  assert_not_rsa ("RSA-PSS", "rsa_keygen_bits:1024");
  assert_not_rsa ("ED25519", NULL);
  assert_not_rsa ("X448", NULL);
}

static void
test_not_a_key (void)
{
  g_autofree char *twice = g_strconcat (pem, pem, NULL);
  g_autofree char *around = g_strconcat ("This is the key:\n", pem, NULL);
  g_autofree char *behind = g_strconcat (pem, "\nRegards\n", NULL);
  g_autofree char *large = g_strnfill (ALA_KEY_FILE_MAX + 1, 'A');
  g_autofree char *dashes = g_strnfill (ALA_KEY_FILE_MAX - 1, '-');
  g_autofree char *body_and_word = g_strconcat (body, "Regards", NULL);
  g_autoptr (AlaKeyPair) padded_pair = ala_key_pair_generate (4096, NULL);
  g_autofree char *padded_body = ala_key_export_public_body (padded_pair);
  g_autofree char *padded_body_and_word = g_strconcat (padded_body, "\n=\nRegards", NULL);

  assert_refused ("", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (" \n ", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused ("I am no key at all.", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused ("https://jira.example.com/", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused ("0\203\001", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (twice, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (around, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (behind, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (body_and_word, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  g_assert_true (g_str_has_suffix (padded_body, "="));
  assert_refused (padded_body_and_word, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (large, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
  assert_refused (dashes, ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED);
}

static void
test_truncated (void)
{
  static const gsize kept[] = { 40, 64, 100, 256, 380 };
  g_autofree char *line_lost = g_strdup (pem);
  g_autoptr (AlaKeyPair) large_pair = ala_key_pair_generate (4096, NULL);
  g_autofree char *padded = ala_key_export_public_body (large_pair);
  char *second = strchr (line_lost, '\n') + 65;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *part = g_strndup (body, kept[i]);
      g_autofree char *wrapped = g_strdup_printf ("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n", part);

      assert_refused (part, ALA_PROBLEM_KEY_TRUNCATED);
      assert_refused (wrapped, ALA_PROBLEM_KEY_TRUNCATED);
    }

  memmove (second, second + 65, strlen (second + 65) + 1);
  assert_refused (line_lost, ALA_PROBLEM_KEY_TRUNCATED);

  /* A single character is left of the last octet: six bits of eight. */
  g_assert_true (g_str_has_suffix (padded, "=="));
  padded[strlen (padded) - 3] = '\0';
  assert_refused (padded, ALA_PROBLEM_KEY_TRUNCATED);

  /* The mouse missed the first letter, or the first line. */
  assert_refused (body + 1, ALA_PROBLEM_KEY_TRUNCATED);
  assert_refused (strchr (strchr (pem, '\n') + 1, '\n'), ALA_PROBLEM_KEY_TRUNCATED);
  assert_refused ("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", ALA_PROBLEM_KEY_TRUNCATED);
}

static void
test_verify (void)
{
  static const char text[] = "GET&http%3A%2F%2Fexample.com%2F&a%3Db";
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPublicKey) key = ala_public_key_new_from_text (body, &error);
  g_autoptr (AlaKeyPair) small = ala_key_pair_generate (1024, NULL);
  g_autoptr (AlaKeyPair) other = ala_key_pair_generate (2048, NULL);
  g_autoptr (GBytes) foreign = ala_key_pair_sign_sha1 (other, text, strlen (text), NULL);
  g_autoptr (GBytes) short_one = ala_key_pair_sign_sha1 (small, text, strlen (text), NULL);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) right = NULL;
  g_autoptr (AlaSecret) secret = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, NULL);
  g_autofree char *octets = NULL;
  gsize size;

  g_assert_no_error (error);

  /* A signature of OpenSSL is accepted. */
  g_free (judge_write ("private.pem", ala_secret_peek (secret), -1));
  g_free (judge_write ("data", text, -1));
  g_free (judge_ask ("openssl", "dgst", "-sha1", "-sign", "private.pem", "-out", "theirs", "data", NULL));
  octets = judge_read ("theirs", &size);
  right = g_bytes_new (octets, size);
  g_assert_true (ala_public_key_verify_sha1 (key, text, strlen (text), right));

  g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text) - 1, right));
  g_assert_false (ala_public_key_verify_sha1 (key, "", 0, right));
  g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text), foreign));
  g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text), short_one));
  g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text), empty));

  for (gsize i = 0; i < size; i += 17)
    {
      g_autoptr (GBytes) wrong = NULL;

      octets[i] ^= 1;
      wrong = g_bytes_new (octets, size);
      octets[i] ^= 1;
      g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text), wrong));
    }

  /* The same signature over SHA-256 is another one, though the key is right. */
  g_free (judge_ask ("openssl", "dgst", "-sha256", "-sign", "private.pem", "-out", "theirs", "data", NULL));
  g_free (octets);
  octets = judge_read ("theirs", &size);
  g_clear_pointer (&right, g_bytes_unref);
  right = g_bytes_new (octets, size);
  g_assert_false (ala_public_key_verify_sha1 (key, text, strlen (text), right));
}

/* RFC 8017 section 8.2.2: a signature is as long as the modulus, also where it begins with a zero. */
static void
test_length_of_signature (void)
{
  g_autoptr (AlaKeyPair) small = ala_key_pair_generate (1024, NULL);
  g_autofree char *small_body = ala_key_export_public_body (small);
  g_autoptr (AlaPublicKey) key = ala_public_key_new_from_text (small_body, NULL);
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GBytes) shorter = NULL;
  g_autoptr (GBytes) longer = NULL;
  guchar octets[129] = { 0 };
  guint32 text = 0;

  /* One signature in 256 begins with a zero. */
  do
    {
      g_clear_pointer (&signature, g_bytes_unref);
      text++;
      signature = ala_key_pair_sign_sha1 (small, &text, sizeof text, NULL);
    }
  while (((const guchar *) g_bytes_get_data (signature, NULL))[0] != 0);

  memcpy (octets + 1, g_bytes_get_data (signature, NULL), 128);
  shorter = g_bytes_new (octets + 2, 127);
  longer = g_bytes_new (octets, 129);
  g_assert_true (ala_public_key_verify_sha1 (key, &text, sizeof text, signature));
  g_assert_false (ala_public_key_verify_sha1 (key, &text, sizeof text, shorter));
  g_assert_false (ala_public_key_verify_sha1 (key, &text, sizeof text, longer));
}

/* Whatever is changed in a key, there is an answer, and a key that is taken can be used. */
static void
test_random_changes (void)
{
  g_autoptr (GBytes) signature = ala_key_pair_sign_sha1 (pair, "a", 1, NULL);

  for (guint round = 0; round < 1000; round++)
    {
      g_autofree char *changed = g_strdup (g_test_rand_bit () ? pem : body);
      g_autoptr (AlaPublicKey) key = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = strlen (changed);

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        changed[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (1, 256);
      if (g_test_rand_bit ())
        changed[g_test_rand_int_range (0, (gint32) length)] = '\0';

      key = ala_public_key_new_from_text (changed, &error);
      g_assert_true ((key == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (error->domain == ALA_PROBLEM_ERROR);
      else if (g_str_equal (ala_public_key_get_fingerprint (key), ala_key_pair_get_fingerprint (pair)))
        g_assert_true (ala_public_key_verify_sha1 (key, "a", 1, signature));
      else
        g_assert_false (ala_public_key_verify_sha1 (key, "a", 1, signature));
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pair = ala_key_pair_generate (2048, NULL);
  pem = ala_key_export_public_pem (pair);
  body = ala_key_export_public_body (pair);
  g_test_add_func ("/public-key/forms-that-jira-takes", test_forms_that_jira_takes);
  g_test_add_func ("/public-key/other-kinds", test_other_kinds);
  g_test_add_func ("/public-key/not-rsa", test_not_rsa);
  g_test_add_func ("/public-key/not-a-key", test_not_a_key);
  g_test_add_func ("/public-key/truncated", test_truncated);
  g_test_add_func ("/public-key/verify", test_verify);
  g_test_add_func ("/public-key/length-of-signature", test_length_of_signature);
  g_test_add_func ("/public-key/random-changes", test_random_changes);
  result = g_test_run ();
  g_free (pem);
  g_free (body);
  g_assert_finalize_object (pair);
  return result;
}
