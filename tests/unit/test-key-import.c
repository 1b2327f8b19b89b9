/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-key-import.h"

#include <string.h>
#include <sys/stat.h>

#include "ala-key-export.h"
#include "ala-problem.h"
#include "judge.h"

#define PASSWORD "Süße Träume 42"

static char *fingerprint;

/* Runs a line of the shell in the folder of the samples. */
static void
make (const char *line)
{
  g_free (judge_ask ("/bin/sh", "-ec", line, NULL));
}

/* All samples are made here and now, by the programs that people have them from. No private key is kept with the sources. */
static void
make_samples (void)
{
  g_autofree char *digest = NULL;

  g_free (judge_write ("password", PASSWORD "\n", -1));
  make ("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out pkcs8.pem\n"
        "openssl rsa -in pkcs8.pem -traditional -out pkcs1.pem\n"
        "openssl pkcs8 -topk8 -nocrypt -in pkcs8.pem -outform DER -out pkcs8.der\n"
        "openssl rsa -in pkcs8.pem -traditional -outform DER -out pkcs1.der\n"
        "openssl pkey -in pkcs8.pem -pubout -out public.pem\n"
        "openssl pkey -in pkcs8.pem -pubout -outform DER -out public.der\n"
        "openssl rsa -in pkcs8.pem -RSAPublicKey_out -out pkcs1-public.pem\n"
        "openssl rsa -in pkcs8.pem -RSAPublicKey_out -outform DER -out pkcs1-public.der\n"
        "openssl req -x509 -key pkcs8.pem -subj /CN=Jira -days 3 -out certificate.pem\n"
        "openssl x509 -in certificate.pem -outform DER -out certificate.der\n"
        "openssl req -new -key pkcs8.pem -subj /CN=Jira -out request.pem\n"
        "openssl req -in request.pem -outform DER -out request.der\n"
        "openssl pkcs12 -export -inkey pkcs8.pem -in certificate.pem -passout pass:x -out store.p12\n");
  make ("encrypt () { openssl pkcs8 -topk8 -in pkcs8.pem -passout file:password -out \"$@\"; }\n"
        "encrypt aes.pem -v2 aes-256-cbc\n"
        "encrypt aes.der -v2 aes-256-cbc -outform DER\n"
        "encrypt des3.pem -v2 des3 -v2prf hmacWithSHA1\n"
        "encrypt pbes1.pem -v1 PBE-SHA1-3DES\n"
        "encrypt rounds.der -v2 aes-128-cbc -iter 70000 -outform DER\n"
        "encrypt scrypt.pem -scrypt\n"
        "for cipher in des3 aes128 aes256; do\n"
        "  openssl rsa -in pkcs8.pem -traditional -$cipher -passout file:password -out old-$cipher.pem\n"
        "done\n"
        "openssl pkcs8 -topk8 -in pkcs8.pem -passout pass: -out empty-password.pem\n");
  make ("openssl ecparam -genkey -name prime256v1 -out ec.pem\n"
        "openssl pkcs8 -topk8 -nocrypt -in ec.pem -out ec-pkcs8.pem\n"
        "openssl ec -in ec.pem -outform DER -out ec.der\n"
        "openssl pkcs8 -topk8 -in ec.pem -passout file:password -out ec-encrypted.pem\n"
        "openssl genpkey -algorithm ED25519 -out ed25519.pem\n"
        "openssl genpkey -algorithm X448 -out x448.pem\n"
        "openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:1024 -out pss.pem\n"
        "openssl genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024 -out dsa-params.pem\n"
        "openssl gendsa -out dsa.pem dsa-params.pem\n"
        "openssl dsa -in dsa.pem -out dsa-old.pem -traditional 2>/dev/null || cp dsa.pem dsa-old.pem\n"
        "for bits in 512 1023 1024 1100 4096 4104; do\n"
        "  openssl genrsa -out bits-$bits.pem $bits\n"
        "done\n");
  make ("ssh-keygen -q -t rsa -b 2048 -N '' -f ssh-rsa\n"
        "ssh-keygen -q -t ed25519 -N '' -f ssh-ed25519\n"
        "ssh-keygen -q -t rsa -b 2048 -N secret -f ssh-locked\n"
        "ssh-keygen -e -f ssh-rsa.pub > ssh2.pub\n"
        "cp pkcs8.pem ssh-copy\n"
        "chmod 600 ssh-copy\n"
        "ssh-keygen -q -p -N '' -m PEM -f ssh-copy\n");

  digest = judge_ask ("openssl", "dgst", "-sha256", "-r", "public.der", NULL);
  fingerprint = g_strndup (digest, 64);
}

static AlaKeyPair *
import (const char  *data,
        gsize        length,
        const char  *password,
        GError     **error)
{
  g_autoptr (AlaSecret) secret = ala_secret_new (data, (gssize) length);
  g_autoptr (AlaSecret) password_secret = password != NULL ? ala_secret_new (password, -1) : NULL;

  return ala_key_import (secret, password_secret, error);
}

static void
assert_data (const char *data,
             gsize       length,
             const char *password,
             AlaProblem  expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = import (data, length, password, &error);

  if (ala_problem_from_error (error) != expected)
    g_error ("%s instead of %s: %s", ala_problem_get_id (ala_problem_from_error (error)), ala_problem_get_id (expected),
             error != NULL ? error->message : "taken");

  if (expected == ALA_PROBLEM_NONE)
    {
      g_assert_cmpstr (ala_key_pair_get_fingerprint (pair), ==, fingerprint);
      g_assert_cmpuint (ala_key_pair_get_bits (pair), ==, 2048);
    }
  else
    {
      g_assert_null (pair);
      g_assert_true (error->domain == ALA_PROBLEM_ERROR);
      /* The reason is shown and logged: no piece of the key and no password may be in it. */
      g_assert_null (strstr (error->message, "MII"));
      g_assert_null (strstr (error->message, PASSWORD));
    }
}

static void
assert_text (const char *text,
             AlaProblem  expected)
{
  assert_data (text, strlen (text), NULL, expected);
}

static void
assert_sample (const char *name,
               const char *password,
               AlaProblem  expected)
{
  g_autofree char *data = NULL;
  gsize length;

  g_test_message ("%s", name);
  data = judge_read (name, &length);
  assert_data (data, length, password, expected);
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

/* The lines between the markers. */
static char *
dup_lines (const char *pem)
{
  const char *start = strchr (pem, '\n') + 1;

  return g_strndup (start, (gsize) (strstr (pem, "\n-----END") + 1 - start));
}

static void
test_plain (void)
{
  assert_sample ("pkcs8.pem", NULL, ALA_PROBLEM_NONE);
  assert_sample ("pkcs1.pem", NULL, ALA_PROBLEM_NONE);
  assert_sample ("pkcs8.der", NULL, ALA_PROBLEM_NONE);
  assert_sample ("pkcs1.der", NULL, ALA_PROBLEM_NONE);
  /* What ssh-keygen makes of a key with “-m PEM” is PKCS#1. */
  assert_sample ("ssh-copy", NULL, ALA_PROBLEM_NONE);
  /* A password that is not needed does no harm. */
  assert_sample ("pkcs8.pem", "anything", ALA_PROBLEM_NONE);
}

static void
test_our_own_exports (void)
{
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (1024, NULL);

  for (AlaKeyForm form = ALA_KEY_FORM_PKCS8_PEM; form <= ALA_KEY_FORM_PKCS1_BODY; form++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaSecret) exported = ala_key_export_private (pair, form, &error);
      g_autoptr (AlaKeyPair) again = NULL;
      g_autoptr (AlaSecret) exported_again = NULL;

      g_assert_no_error (error);
      again = ala_key_import (exported, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ala_key_pair_get_fingerprint (again), ==, ala_key_pair_get_fingerprint (pair));
      exported_again = ala_key_export_private (again, form, &error);
      g_assert_true (ala_secret_equal (exported, exported_again));
    }
}

static void
test_encrypted (void)
{
  static const char *samples[] = {
    "aes.pem", "aes.der", "des3.pem", "pbes1.pem", "rounds.der", "old-des3.pem", "old-aes128.pem", "old-aes256.pem",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      assert_sample (samples[i], NULL, ALA_PROBLEM_KEY_PASSWORD_NEEDED);
      assert_sample (samples[i], "", ALA_PROBLEM_KEY_PASSWORD_WRONG);
      assert_sample (samples[i], "süße träume 42", ALA_PROBLEM_KEY_PASSWORD_WRONG);
      assert_sample (samples[i], PASSWORD, ALA_PROBLEM_NONE);
    }
  assert_sample ("empty-password.pem", NULL, ALA_PROBLEM_KEY_PASSWORD_NEEDED);
  assert_sample ("empty-password.pem", "", ALA_PROBLEM_NONE);
  assert_sample ("ec-encrypted.pem", PASSWORD, ALA_PROBLEM_KEY_NOT_RSA);
  /* Nobody is asked for a password that would be of no use. */
  assert_sample ("scrypt.pem", NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_sample ("scrypt.pem", PASSWORD, ALA_PROBLEM_KEY_NOT_RECOGNISED);
}

/* One wrong password in 256 gives octets that are padded like a key; none may pass. */
static void
test_many_wrong_passwords (void)
{
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *data = judge_read (i % 16 == 0 ? "pbes1.pem" : "old-aes128.pem", NULL);
      g_autofree char *password = g_strdup_printf ("wrong %u", i);

      assert_data (data, strlen (data), password, ALA_PROBLEM_KEY_PASSWORD_WRONG);
    }
}

static void
test_encrypted_as_pasted (void)
{
  g_autofree char *pem = judge_read ("aes.pem", NULL);
  g_autofree char *old = judge_read ("old-aes256.pem", NULL);
  g_autofree char *body = dup_lines (pem);
  g_autofree char *pem_in_one_line = replace (pem, "\n", " ");
  g_autofree char *old_in_one_line = replace (old, "\n", " ");
  g_autofree char *old_crlf = replace (old, "\n", "\r\n");
  g_autofree char *old_cut = g_strndup (old, strlen (old) / 2 / 64 * 64 + 30);

  assert_data (body, strlen (body), PASSWORD, ALA_PROBLEM_NONE);
  assert_data (pem_in_one_line, strlen (pem_in_one_line), PASSWORD, ALA_PROBLEM_NONE);
  assert_data (old_in_one_line, strlen (old_in_one_line), PASSWORD, ALA_PROBLEM_NONE);
  assert_data (old_crlf, strlen (old_crlf), PASSWORD, ALA_PROBLEM_NONE);
  assert_data (old_cut, strlen (old_cut), NULL, ALA_PROBLEM_KEY_TRUNCATED);
  assert_data (body, strlen (body) / 2, NULL, ALA_PROBLEM_KEY_TRUNCATED);
}

/* A number in the file says how long decrypting takes; a file may say “for ever”. */
static void
test_hostile_rounds (void)
{
  static const char rounds[] = { 0x02, 0x03, 0x01, 0x11, 0x70 };
  g_autofree char *der = NULL;
  char *found = NULL;
  gsize length;

  der = judge_read ("rounds.der", &length);
  for (gsize i = 0; i + sizeof rounds <= length && found == NULL; i++)
    if (memcmp (der + i, rounds, sizeof rounds) == 0)
      found = der + i;
  g_assert_nonnull (found);
  memcpy (found + 2, "\x7f\xff\xff", 3);
  assert_data (der, length, PASSWORD, ALA_PROBLEM_KEY_NOT_RECOGNISED);
}

static void
test_other_kinds (void)
{
  assert_sample ("public.pem", NULL, ALA_PROBLEM_KEY_IS_PUBLIC);
  assert_sample ("public.der", NULL, ALA_PROBLEM_KEY_IS_PUBLIC);
  assert_sample ("pkcs1-public.pem", NULL, ALA_PROBLEM_KEY_IS_PUBLIC);
  assert_sample ("pkcs1-public.der", NULL, ALA_PROBLEM_KEY_IS_PUBLIC);
  assert_sample ("certificate.pem", NULL, ALA_PROBLEM_KEY_IS_CERTIFICATE);
  assert_sample ("certificate.der", NULL, ALA_PROBLEM_KEY_IS_CERTIFICATE);
  assert_sample ("request.pem", NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_sample ("request.der", NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_sample ("store.p12", NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_sample ("ssh-rsa", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_sample ("ssh-rsa.pub", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_sample ("ssh2.pub", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_sample ("ssh-ed25519", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_sample ("ssh-ed25519.pub", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_sample ("ssh-locked", NULL, ALA_PROBLEM_KEY_IS_SSH);
  assert_text ("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 6\n", ALA_PROBLEM_KEY_IS_SSH);
  assert_data ("\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1", 12, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
}

static void
test_not_rsa (void)
{
  static const char *samples[] = {
    "ec.pem", "ec.der", "ec-pkcs8.pem", "ed25519.pem", "x448.pem", "pss.pem", "dsa.pem", "dsa-old.pem",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    assert_sample (samples[i], NULL, ALA_PROBLEM_KEY_NOT_RSA);
}

static void
assert_taken_with_bits (guint bits)
{
  g_autofree char *name = g_strdup_printf ("bits-%u.pem", bits);
  g_autofree char *pem = judge_read (name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = import (pem, strlen (pem), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ala_key_pair_get_bits (pair), ==, bits);
}

static void
test_sizes (void)
{
  assert_sample ("bits-512.pem", NULL, ALA_PROBLEM_KEY_TOO_SMALL);
  assert_sample ("bits-1023.pem", NULL, ALA_PROBLEM_KEY_TOO_SMALL);
  assert_taken_with_bits (1024);
  assert_taken_with_bits (1100);
  assert_taken_with_bits (4096);
  assert_sample ("bits-4104.pem", NULL, ALA_PROBLEM_KEY_TOO_LARGE);
}

static void
assert_taken_with (const char *pem,
                   const char *newline)
{
  g_autofree char *text = replace (pem, "\n", newline);

  assert_text (text, ALA_PROBLEM_NONE);
}

/* As it comes out of mails, documents, configuration files and entries of one line; whole, and trimmed. */
static void
test_as_pasted (void)
{
  static const char *newlines[] = {
    "\n", "\r\n", "\r", " ", "", "\n\n", "  \n\t", "\\n", "\\r\\n", "\302\240\n", "\342\200\213", "\342\200\250",
    "\357\273\277\n", "\302\255", "\n> ", "\"\n\"", ",\n",
  };
  static const char *samples[] = { "pkcs8.pem", "pkcs1.pem" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *pem = judge_read (samples[i], NULL);
      g_autofree char *lines = dup_lines (pem);
      g_autofree char *dashes = replace (pem, "-----", "—–-");
      g_autofree char *spaces = replace (pem, " ", "\302\240");
      g_autofree char *unpadded = replace (lines, "=", "");
      g_autofree char *utf16 = NULL;
      gsize length;

      for (guint j = 0; j < G_N_ELEMENTS (newlines); j++)
        {
          g_test_message ("%s, line end %u", samples[i], j);
          assert_taken_with (pem, newlines[j]);
          assert_taken_with (lines, newlines[j]);
        }
      assert_text (dashes, ALA_PROBLEM_NONE);
      assert_text (spaces, ALA_PROBLEM_NONE);
      assert_text (unpadded, ALA_PROBLEM_NONE);

      utf16 = g_convert (pem, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
      assert_data (utf16, length, NULL, ALA_PROBLEM_NONE);
    }
}

static void
test_among_other_things (void)
{
  g_autofree char *key = judge_read ("pkcs8.pem", NULL);
  g_autofree char *lines = dup_lines (key);
  g_autofree char *certificate = judge_read ("certificate.pem", NULL);
  g_autofree char *public_key = judge_read ("public.pem", NULL);
  g_autofree char *ec = judge_read ("ec-pkcs8.pem", NULL);
  g_autofree char *mail = g_strdup_printf ("Hello,\n\nhere is the key - please keep it:\n\n%s\n\n-- \nRegards\n", key);
  g_autofree char *bundle = g_strconcat (certificate, public_key, ec, key, certificate, NULL);
  char *cases[] = {
    g_strconcat ("Bag Attributes\n    localKeyID: 01 02\nKey Attributes: <No Attributes>\n", key, NULL),
    g_strconcat (certificate, key, NULL),
    g_strconcat (key, certificate, NULL),
    g_strconcat (lines, "-----END PRIVATE KEY-----\n", NULL),
    g_strconcat ("-----BEGIN PRIVATE KEY-----\n", lines, NULL),
    /* The marker of another form: the octets count. */
    g_strconcat ("-----BEGIN RSA PRIVATE KEY-----\n", lines, "-----END RSA PRIVATE KEY-----\n", NULL),
    g_strconcat ("-----BEGIN CERTIFICATE-----\n", lines, "-----END CERTIFICATE-----\n", NULL),
  };
  g_autofree char *two_public = g_strconcat (public_key, certificate, NULL);

  assert_text (mail, ALA_PROBLEM_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_text (cases[i], ALA_PROBLEM_NONE);
      g_free (cases[i]);
    }
  assert_text (two_public, ALA_PROBLEM_KEY_IS_PUBLIC);

  /* Of several private keys the first counts, and here it is none for Jira. */
  assert_text (bundle, ALA_PROBLEM_KEY_NOT_RSA);
}

static void
test_truncated (void)
{
  static const char *samples[] = { "pkcs8.pem", "pkcs1.pem" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *pem = judge_read (samples[i], NULL);
      g_autofree char *lines = dup_lines (pem);
      g_autofree char *line_lost = g_strdup (pem);
      char *third = strchr (line_lost, '\n') + 1 + 2 * 65;

      for (gsize kept = 130; kept < strlen (lines) - 4; kept += 97)
        {
          g_autofree char *part = g_strndup (lines, kept);
          g_autofree char *part_of_pem = g_strndup (pem, kept);

          assert_text (part, ALA_PROBLEM_KEY_TRUNCATED);
          assert_text (part_of_pem, ALA_PROBLEM_KEY_TRUNCATED);
        }

      memmove (third, third + 65, strlen (third + 65) + 1);
      assert_text (line_lost, ALA_PROBLEM_KEY_TRUNCATED);
      assert_text (lines + 1, ALA_PROBLEM_KEY_TRUNCATED);
      assert_text (strchr (strchr (pem, '\n') + 1, '\n'), ALA_PROBLEM_KEY_TRUNCATED);
    }
  assert_text ("-----BEGIN PRIVATE KEY-----\n", ALA_PROBLEM_KEY_TRUNCATED);
  assert_text ("-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----\n", ALA_PROBLEM_KEY_TRUNCATED);
}

static void
test_truncated_der (void)
{
  g_autofree char *der = NULL;
  g_autofree char *longer = NULL;
  gsize length;

  der = judge_read ("pkcs8.der", &length);
  assert_data (der, length - 1, NULL, ALA_PROBLEM_KEY_TRUNCATED);
  assert_data (der, length / 2, NULL, ALA_PROBLEM_KEY_TRUNCATED);

  /* An editor may have added a line end. */
  longer = g_malloc0 (length + 2);
  memcpy (longer, der, length);
  longer[length] = '\n';
  assert_data (longer, length + 1, NULL, ALA_PROBLEM_NONE);
}

/* GnuTLS computes the last three numbers anew, so a key that is damaged there alone comes out mended. */
static void
test_damaged (void)
{
  static const char exponent[] = { 0x02, 0x03, 0x01, 0x00, 0x01 };
  g_autofree char *pem = judge_read ("pkcs1.pem", NULL);
  g_autofree char *der = NULL;
  char *found = NULL;
  gsize length;
  guint mended = 0;

  der = judge_read ("pkcs1.der", &length);
  for (gsize i = 20; i + 8 < length; i += 61)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaKeyPair) pair = NULL;

      der[i] ^= 0x10;
      pair = import (der, length, NULL, &error);
      der[i] ^= 0x10;
      if (pair != NULL)
        {
          g_autoptr (AlaSecret) exported = ala_key_export_private (pair, ALA_KEY_FORM_PKCS1_PEM, NULL);

          g_assert_cmpstr (ala_secret_peek (exported), ==, pem);
          mended++;
        }
      else
        {
          g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEY_TRUNCATED);
        }
    }
  g_assert_cmpuint (mended, <=, length * 3 / 8 / 61);

  /* The public exponent of another key: all private numbers still fit. */
  for (gsize i = 0; i + sizeof exponent <= length && found == NULL; i++)
    if (memcmp (der + i, exponent, sizeof exponent) == 0)
      found = der + i;
  g_assert_nonnull (found);
  found[4] = 3;
  assert_data (der, length, NULL, ALA_PROBLEM_KEY_TRUNCATED);
}

static void
test_not_a_key (void)
{
  g_autofree char *large = g_malloc0 (ALA_KEY_FILE_MAX + 1);
  g_autofree char *dashes = g_strnfill (ALA_KEY_FILE_MAX, '-');
  g_autoptr (GString) markers = g_string_new (NULL);

  assert_data ("", 0, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text (" \r\n\t", ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text ("I thought that this were the key.", ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text ("{\"privateKey\": \"\"}", ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text ("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nxcLYBF\n-----END PGP PRIVATE KEY BLOCK-----\n",
               ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text ("-----BEGIN NONSENSE-----\nAAAA\n-----END NONSENSE-----\n", ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\0\1\2\3\377\376\375", 7, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30", 1, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30\x82", 2, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30\x80\x02\x01\x00\x00\x00", 7, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30\x84\xff\xff\xff\xff\x02\x01\x07", 9, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30\x88\xff\xff\xff\xff\xff\xff\xff\xff\x02\x01\x00", 13, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\x30\x88\xff\xff\xff\xff\xff\xff\xff\xff\x02\x01\x00\x02\x01\x05", 16, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\xff\xfe", 2, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data ("\xff\xfe\x00", 3, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data (large, ALA_KEY_FILE_MAX + 1, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_data (large, ALA_KEY_FILE_MAX, NULL, ALA_PROBLEM_KEY_NOT_RECOGNISED);
  assert_text (dashes, ALA_PROBLEM_KEY_NOT_RECOGNISED);

  while (markers->len + 32 < ALA_KEY_FILE_MAX)
    g_string_append (markers, "-----BEGIN NO KEY-----");
  assert_text (markers->str, ALA_PROBLEM_KEY_NOT_RECOGNISED);
}

static void
test_random_changes (void)
{
  static const char *samples[] = { "bits-1024.pem", "pkcs1.der", "certificate.der", "old-aes128.pem" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *original = NULL;
      gsize length;

      original = judge_read (samples[i], &length);
      for (guint round = 0; round < 150; round++)
        {
          g_autofree char *changed = g_memdup2 (original, length);
          g_autoptr (GError) error = NULL;
          g_autoptr (AlaKeyPair) pair = NULL;

          for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
            changed[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
          pair = import (changed, g_test_rand_bit () ? length : (gsize) g_test_rand_int_range (0, (gint32) length), PASSWORD,
                         &error);
          g_assert_true ((pair == NULL) == (error != NULL));
          g_assert_true (error == NULL || error->domain == ALA_PROBLEM_ERROR);
        }
    }
}

typedef struct
{
  GMainLoop *loop;
  AlaKeyPair *pair;
  GError *error;
} Wait;

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  wait->pair = ala_key_import_file_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static GError *
import_file (const char    *path,
             const char    *password,
             GCancellable  *cancellable)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AlaSecret) secret = password != NULL ? ala_secret_new (password, -1) : NULL;
  Wait wait = { .loop = loop };

  ala_key_import_file_async (file, secret, cancellable, imported_cb, &wait);
  g_main_loop_run (loop);

  g_assert_true ((wait.pair == NULL) == (wait.error != NULL));
  if (wait.pair != NULL)
    g_assert_cmpstr (ala_key_pair_get_fingerprint (wait.pair), ==, fingerprint);
  g_clear_object (&wait.pair);
  return wait.error;
}

static void
assert_file (const char *name,
             const char *password,
             AlaProblem  expected)
{
  g_autofree char *path = judge_path (name);
  g_autoptr (GError) error = import_file (path, password, NULL);

  g_assert_cmpuint (ala_problem_from_error (error), ==, expected);
  if (expected == ALA_PROBLEM_KEY_FILE_UNREADABLE)
    {
      g_autofree char *shown = g_path_get_basename (path);

      g_assert_nonnull (strstr (error->message, shown));
    }
}

static void
test_file (void)
{
  g_autofree char *large = g_malloc0 (ALA_KEY_FILE_MAX + 1);
  g_autofree char *fifo = judge_path ("fifo");
  g_autofree char *pem = judge_read ("pkcs8.pem", NULL);
  g_autofree char *padded = g_strdup_printf ("%*s%s", (int) (ALA_KEY_FILE_MAX - strlen (pem)), "", pem);

  assert_file ("pkcs8.pem", NULL, ALA_PROBLEM_NONE);
  assert_file ("pkcs1.der", NULL, ALA_PROBLEM_NONE);
  assert_file ("aes.pem", PASSWORD, ALA_PROBLEM_NONE);
  assert_file ("aes.pem", NULL, ALA_PROBLEM_KEY_PASSWORD_NEEDED);
  assert_file ("public.pem", NULL, ALA_PROBLEM_KEY_IS_PUBLIC);

  g_free (judge_write ("padded", padded, ALA_KEY_FILE_MAX));
  assert_file ("padded", NULL, ALA_PROBLEM_NONE);
  g_free (judge_write ("large", large, ALA_KEY_FILE_MAX + 1));
  assert_file ("large", NULL, ALA_PROBLEM_KEY_FILE_UNREADABLE);
  assert_file ("no-such-file", NULL, ALA_PROBLEM_KEY_FILE_UNREADABLE);
  assert_file (".", NULL, ALA_PROBLEM_KEY_FILE_UNREADABLE);

  /* Nobody will ever write into it. */
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_file ("fifo", NULL, ALA_PROBLEM_KEY_FILE_UNREADABLE);
}

static void
test_file_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = judge_path ("pkcs8.pem");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  error = import_file (path, NULL, cancellable);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_samples ();
  g_test_add_func ("/key-import/plain", test_plain);
  g_test_add_func ("/key-import/our-own-exports", test_our_own_exports);
  g_test_add_func ("/key-import/encrypted", test_encrypted);
  g_test_add_func ("/key-import/many-wrong-passwords", test_many_wrong_passwords);
  g_test_add_func ("/key-import/encrypted-as-pasted", test_encrypted_as_pasted);
  g_test_add_func ("/key-import/hostile-rounds", test_hostile_rounds);
  g_test_add_func ("/key-import/other-kinds", test_other_kinds);
  g_test_add_func ("/key-import/not-rsa", test_not_rsa);
  g_test_add_func ("/key-import/sizes", test_sizes);
  g_test_add_func ("/key-import/as-pasted", test_as_pasted);
  g_test_add_func ("/key-import/among-other-things", test_among_other_things);
  g_test_add_func ("/key-import/truncated", test_truncated);
  g_test_add_func ("/key-import/truncated-der", test_truncated_der);
  g_test_add_func ("/key-import/damaged", test_damaged);
  g_test_add_func ("/key-import/not-a-key", test_not_a_key);
  g_test_add_func ("/key-import/random-changes", test_random_changes);
  g_test_add_func ("/key-import/file", test_file);
  g_test_add_func ("/key-import/file-cancelled", test_file_cancelled);
  result = g_test_run ();
  g_free (fingerprint);
  return result;
}
