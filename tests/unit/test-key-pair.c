/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-key-pair.h"

#include <string.h>

#include <gnutls/abstract.h>

#include "ala-key-export.h"
#include "ala-key-pair-private.h"
#include "ala-problem.h"
#include "ala-public-key-private.h"
#include "judge.h"

#define SIGN_IN_FOLDER "--sign-in-folder"

static const char text[] = "POST&https%3A%2F%2Fjira.example.com%2Fplugins%2Fservlet%2Foauth%2Frequest-token&a%3Db";

static const char *program;

static AlaKeyPair *
generate (guint bits)
{
  g_autoptr (GError) error = NULL;
  AlaKeyPair *pair = ala_key_pair_generate (bits, &error);

  g_assert_no_error (error);
  g_assert_true (ALA_IS_KEY_PAIR (pair));
  return pair;
}

static void
write_private (AlaKeyPair *pair,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) key = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = judge_write (name, ala_secret_peek (key), (gssize) ala_secret_get_length (key));
}

static void
write_bytes (const char *name,
             GBytes     *bytes)
{
  g_free (judge_write (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes)));
}

/* The signature of @data by OpenSSL is the only right one, since this way of signing takes no random numbers. */
static void
assert_signs_like_openssl (AlaKeyPair *pair,
                           const void *data,
                           gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) own = ala_key_pair_sign_sha1 (pair, data, length, &error);
  g_autoptr (GBytes) fallback = NULL;
  g_autofree char *theirs = NULL;
  gsize size;
  int status;

  g_assert_no_error (error);
  fallback = ala_key_pair_sign_digest_info (pair, data, length, &status);
  g_assert_cmpint (status, >=, 0);

  write_private (pair, "private.pem");
  g_free (judge_write ("data", data, (gssize) length));
  g_free (judge_ask ("openssl", "dgst", "-sha1", "-sign", "private.pem", "-out", "theirs", "data", NULL));
  theirs = judge_read ("theirs", &size);

  g_assert_cmpuint (size * 8, ==, ala_key_pair_get_bits (pair));
  g_assert_cmpmem (g_bytes_get_data (own, NULL), g_bytes_get_size (own), theirs, size);
  g_assert_cmpmem (g_bytes_get_data (fallback, NULL), g_bytes_get_size (fallback), theirs, size);

  write_bytes ("ours", own);
  g_free (judge_ask ("openssl", "pkey", "-in", "private.pem", "-pubout", "-out", "public.pem", NULL));
  g_assert_true (judge_accepts ("openssl", "dgst", "-sha1", "-verify", "public.pem", "-signature", "ours", "data", NULL));
}

static void
test_each_size (gconstpointer data)
{
  guint bits = GPOINTER_TO_UINT (data);
  g_autoptr (AlaKeyPair) pair = generate (bits);
  g_autofree char *hash = NULL;

  g_assert_cmpuint (ala_key_pair_get_bits (pair), ==, bits);

  write_private (pair, "private.pem");
  g_free (judge_ask ("openssl", "pkey", "-in", "private.pem", "-check", "-noout", NULL));
  g_free (judge_ask ("openssl", "pkey", "-in", "private.pem", "-pubout", "-outform", "DER", "-out", "public.der", NULL));
  hash = judge_ask ("openssl", "dgst", "-sha256", "-r", "public.der", NULL);
  g_assert_cmpuint (strlen (ala_key_pair_get_fingerprint (pair)), ==, 64);
  g_assert_true (g_str_has_prefix (hash, ala_key_pair_get_fingerprint (pair)));

  assert_signs_like_openssl (pair, text, strlen (text));
}

static void
test_signs_any_octets (void)
{
  g_autoptr (AlaKeyPair) pair = generate (1024);
  g_autofree char *large = g_malloc (1024 * 1024);

  memset (large, 'x', 1024 * 1024);
  assert_signs_like_openssl (pair, "", 0);
  assert_signs_like_openssl (pair, "a\0b\377", 4);
  assert_signs_like_openssl (pair, large, 1024 * 1024);
}

static void
test_sizes_not_made (void)
{
  static const guint sizes[] = { 0, 1, 512, 1023, 1536, 2047, 8192, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (sizes[i], &error);

      g_assert_null (pair);
      g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEY_GENERATION_FAILED);
    }
}

static void
test_two_are_different (void)
{
  g_autoptr (AlaKeyPair) one = generate (1024);
  g_autoptr (AlaKeyPair) other = generate (1024);

  g_assert_cmpstr (ala_key_pair_get_fingerprint (one), !=, ala_key_pair_get_fingerprint (other));
}

typedef struct
{
  GMainLoop *loop;
  AlaKeyPair *pair;
  GError *error;
  guint turns;
} Wait;

static void
generated_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Wait *wait = user_data;

  wait->pair = ala_key_pair_generate_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static gboolean
count_turn (gpointer user_data)
{
  Wait *wait = user_data;

  wait->turns++;
  return G_SOURCE_CONTINUE;
}

static gboolean
cancel (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_off_the_main_loop (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };
  guint source = g_timeout_add (0, count_turn, &wait);

  ala_key_pair_generate_async (2048, NULL, generated_cb, &wait);
  g_assert_null (wait.pair);
  g_main_loop_run (loop);
  g_source_remove (source);

  g_assert_no_error (wait.error);
  g_assert_cmpuint (ala_key_pair_get_bits (wait.pair), ==, 2048);
  g_assert_cmpuint (wait.turns, >, 0);
  g_assert_finalize_object (wait.pair);
}

static void
test_async_error (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };

  ala_key_pair_generate_async (1000, NULL, generated_cb, &wait);
  g_main_loop_run (loop);

  g_assert_null (wait.pair);
  g_assert_error (wait.error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEY_GENERATION_FAILED);
  g_clear_error (&wait.error);
}

static void
test_cancelled (gconstpointer data)
{
  gboolean beforehand = GPOINTER_TO_INT (data);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { .loop = loop };

  if (beforehand)
    g_cancellable_cancel (cancellable);
  else
    g_idle_add (cancel, cancellable);

  ala_key_pair_generate_async (4096, cancellable, generated_cb, &wait);
  g_main_loop_run (loop);

  g_assert_null (wait.pair);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
}

static gpointer
sign_often (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) signature = ala_key_pair_sign_sha1 (data, text, strlen (text), &error);

      g_assert_no_error (error);
      g_assert_true (ala_public_key_verify_sha1 (ala_key_pair_get_public_key (data), text, strlen (text), signature));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (AlaKeyPair) pair = generate (1024);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sign", sign_often, pair);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What the program does when it is started again under a policy: see test_policy(). */
static int
sign_in_folder (const char *folder)
{
  g_autoptr (AlaKeyPair) pair = generate (2048);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaSecret) key = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  g_autoptr (GBytes) signature = NULL;
  g_autofree char *key_path = g_build_filename (folder, "policy-key.pem", NULL);
  g_autofree char *signature_path = g_build_filename (folder, "policy-signature", NULL);
  gnutls_datum_t data = { (guchar *) text, sizeof text - 1 };
  gnutls_datum_t octets;

  g_assert_no_error (error);
  signature = ala_key_pair_sign_sha1 (pair, text, strlen (text), &error);
  g_assert_no_error (error);

  /* The policy is in force: by itself GnuTLS refuses what it signed. Ours verifies all the same. */
  octets.data = (guchar *) g_bytes_get_data (signature, NULL);
  octets.size = (guint) g_bytes_get_size (signature);
  g_assert_cmpint (gnutls_pubkey_verify_data2 (ala_public_key_get_gnutls (ala_key_pair_get_public_key (pair)),
                                               GNUTLS_SIGN_RSA_SHA1, 0, &data, &octets),
                   ==, GNUTLS_E_INSUFFICIENT_SECURITY);
  g_assert_true (ala_public_key_verify_sha1 (ala_key_pair_get_public_key (pair), text, strlen (text), signature));

  g_file_set_contents (key_path, ala_secret_peek (key), (gssize) ala_secret_get_length (key), &error);
  g_assert_no_error (error);
  g_file_set_contents (signature_path, (const char *) octets.data, octets.size, &error);
  g_assert_no_error (error);
  return 0;
}

static void
test_policy (gconstpointer data)
{
  const char *policy = data;
  g_autofree char *policy_path = judge_write ("policy", policy, -1);
  g_autofree char *folder = g_path_get_dirname (policy_path);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  gsize our_size, their_size;

  g_subprocess_launcher_setenv (launcher, "GNUTLS_SYSTEM_PRIORITY_FILE", policy_path, TRUE);
  g_subprocess_launcher_setenv (launcher, "GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID", "1", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, SIGN_IN_FOLDER, folder, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);

  g_free (judge_write ("data", text, -1));
  g_free (judge_ask ("openssl", "dgst", "-sha1", "-sign", "policy-key.pem", "-out", "theirs", "data", NULL));
  ours = judge_read ("policy-signature", &our_size);
  theirs = judge_read ("theirs", &their_size);
  g_assert_cmpmem (ours, our_size, theirs, their_size);
}

int
main (int   argc,
      char *argv[])
{
  static const char blocked[] = "[overrides]\n"
                                "insecure-hash = SHA1\n"
                                "insecure-sig = RSA-SHA1\n";
  static const char allowed[] = "[global]\n"
                                "override-mode = allowlist\n"
                                "[overrides]\n"
                                "secure-hash = SHA256\n"
                                "secure-sig = RSA-SHA256\n"
                                "enabled-curve = SECP256R1\n"
                                "enabled-version = TLS1.2\n";

  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], SIGN_IN_FOLDER))
    return sign_in_folder (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/key-pair/1024", GUINT_TO_POINTER (1024), test_each_size);
  g_test_add_data_func ("/key-pair/2048", GUINT_TO_POINTER (2048), test_each_size);
  g_test_add_data_func ("/key-pair/3072", GUINT_TO_POINTER (3072), test_each_size);
  g_test_add_data_func ("/key-pair/4096", GUINT_TO_POINTER (4096), test_each_size);
  g_test_add_func ("/key-pair/signs-any-octets", test_signs_any_octets);
  g_test_add_func ("/key-pair/sizes-not-made", test_sizes_not_made);
  g_test_add_func ("/key-pair/two-are-different", test_two_are_different);
  g_test_add_func ("/key-pair/off-the-main-loop", test_off_the_main_loop);
  g_test_add_func ("/key-pair/async-error", test_async_error);
  g_test_add_data_func ("/key-pair/cancelled-beforehand", GINT_TO_POINTER (TRUE), test_cancelled);
  g_test_add_data_func ("/key-pair/cancelled-underway", GINT_TO_POINTER (FALSE), test_cancelled);
  g_test_add_func ("/key-pair/threads", test_threads);
  g_test_add_data_func ("/key-pair/policy/sha1-blocked", blocked, test_policy);
  g_test_add_data_func ("/key-pair/policy/sha1-not-allowed", allowed, test_policy);
  return g_test_run ();
}
