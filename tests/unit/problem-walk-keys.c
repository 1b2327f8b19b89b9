/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* For RTLD_NEXT */
#define _GNU_SOURCE 1

#include "problem-walk.h"

#include <dlfcn.h>
#include <gnutls/abstract.h>

#include "ala-checks-key.h"
#include "ala-key-export.h"
#include "ala-key-import.h"
#include "ala-product-key.h"
#include "ala-public-key.h"
#include "ala-test-server.h"
#include "check-bench.h"
#include "judge.h"

#define PASSWORD "correct horse"

/* --- A cryptography library that a policy forbids to sign --- */

/* GnuTLS 3.7 has no setting that forbids what we fall back on, so these stand in front of its functions. */
static gboolean refuse_to_sign;

int
gnutls_privkey_sign_data (gnutls_privkey_t          signer,
                          gnutls_digest_algorithm_t hash,
                          unsigned int              flags,
                          const gnutls_datum_t     *data,
                          gnutls_datum_t           *signature)
{
  int (* next) (gnutls_privkey_t, gnutls_digest_algorithm_t, unsigned int, const gnutls_datum_t *, gnutls_datum_t *);

  *(void **) &next = dlsym (RTLD_NEXT, "gnutls_privkey_sign_data");
  return refuse_to_sign ? GNUTLS_E_INSUFFICIENT_SECURITY : next (signer, hash, flags, data, signature);
}

int
gnutls_privkey_sign_hash (gnutls_privkey_t          signer,
                          gnutls_digest_algorithm_t hash,
                          unsigned int              flags,
                          const gnutls_datum_t     *data,
                          gnutls_datum_t           *signature)
{
  int (* next) (gnutls_privkey_t, gnutls_digest_algorithm_t, unsigned int, const gnutls_datum_t *, gnutls_datum_t *);

  *(void **) &next = dlsym (RTLD_NEXT, "gnutls_privkey_sign_hash");
  return refuse_to_sign ? GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM : next (signer, hash, flags, data, signature);
}

/* --- Private keys --- */

static AlaKeyPair *
make_pair (void)
{
  g_autoptr (GError) error = NULL;
  AlaKeyPair *pair = ala_key_pair_generate (1024, &error);

  g_assert_no_error (error);
  return pair;
}

static AlaSecret *
make_pem (void)
{
  g_autoptr (AlaKeyPair) pair = make_pair ();
  g_autoptr (GError) error = NULL;
  AlaSecret *pem = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_PEM, &error);

  g_assert_no_error (error);
  return pem;
}

static GError *
import (const char *text,
        const char *password)
{
  g_autoptr (AlaSecret) data = ala_secret_new (text, -1);
  g_autoptr (AlaSecret) secret = password != NULL ? ala_secret_new (password, -1) : NULL;
  GError *error = NULL;

  g_assert_null (ala_key_import (data, secret, &error));
  return error;
}

/* What a shell's commands write into the file "key". */
static GError *
import_made_by (const char *script,
                const char *password)
{
  g_autofree char *text = NULL;

  g_free (judge_ask ("sh", "-e", "-c", script, NULL));
  text = judge_read ("key", NULL);
  return import (text, password);
}

static GError *
meet_not_recognised (void)
{
  return import ("Dear administrator, please find the key attached.", NULL);
}

static GError *
meet_truncated (void)
{
  g_autoptr (AlaSecret) pem = make_pem ();
  g_autoptr (GString) text = g_string_new (ala_secret_peek (pem));

  /* One line of base64 is gone. */
  g_string_erase (text, 28, 65);
  return import (text->str, NULL);
}

static GError *
meet_not_rsa (void)
{
  return import_made_by ("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key", NULL);
}

static GError *
meet_too_small (void)
{
  return import_made_by ("openssl genrsa -out key 512", NULL);
}

static GError *
meet_too_large (void)
{
  return import_made_by ("openssl genrsa -out key 4104", NULL);
}

/* Taken, with a warning: the guide makes keys of this size. */
static GError *
meet_small (void)
{
  CheckBench bench = { NULL };
  g_autoptr (AlaCheck) check = NULL;
  GError *error;

  check_bench_set_up (&bench, NULL);
  check = check_bench_run (&bench, ALA_TYPE_KEY_CHECK);
  g_assert_cmpint (ala_check_get_state (check), ==, ALA_CHECK_WARNING);
  error = g_error_copy (ala_check_get_error (check));
  check_bench_tear_down (&bench, NULL);
  return error;
}

static GError *
meet_is_public (void)
{
  g_autoptr (AlaKeyPair) pair = make_pair ();
  g_autofree char *text = ala_key_export_public_pem (pair);

  return import (text, NULL);
}

static GError *
meet_is_certificate (void)
{
  g_autoptr (AlaKeyPair) pair = make_pair ();
  g_autofree char *text = ala_key_export_certificate (pair, "Jira", 3, NULL);

  return import (text, NULL);
}

static GError *
meet_is_ssh (void)
{
  return import_made_by ("rm -f key; ssh-keygen -q -t rsa -b 2048 -N '' -f key", NULL);
}

static GError *
meet_password_needed (void)
{
  return import_made_by ("openssl genrsa 2048 | openssl pkcs8 -topk8 -passout 'pass:" PASSWORD "' -out key", NULL);
}

static GError *
meet_password_wrong (void)
{
  return import_made_by ("openssl genrsa 2048 | openssl pkcs8 -topk8 -passout 'pass:" PASSWORD "' -out key", "Correct Horse");
}

static GError *
meet_file_unreadable (void)
{
  g_autofree char *path = judge_path (".");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  ala_key_import_file_async (folder, NULL, NULL, ala_test_keep_result, &result);
  g_assert_null (ala_key_import_file_finish (ala_test_wait (&result), &error));
  return error;
}

static GError *
meet_file_not_written (void)
{
  g_autoptr (AlaKeyPair) pair = make_pair ();
  g_autofree char *path = judge_write ("a-file", "not a folder", -1);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GError *error = NULL;

  g_assert_false (ala_key_export_guide_files (pair, folder, &error));
  return error;
}

static GError *
meet_generation_failed (void)
{
  GError *error = NULL;

  g_assert_null (ala_key_pair_generate (1000, &error));
  return error;
}

static GError *
meet_signing_refused (void)
{
  g_autoptr (AlaKeyPair) pair = make_pair ();
  GError *error = NULL;

  refuse_to_sign = TRUE;
  g_assert_null (ala_key_pair_sign_sha1 (pair, "text", 4, &error));
  refuse_to_sign = FALSE;
  return error;
}

/* The key is all right, so nothing else may be said of it. */
static GError *
meet_signing_refused_on_import (void)
{
  g_autoptr (AlaSecret) pem = make_pem ();
  GError *error;

  refuse_to_sign = TRUE;
  error = import (ala_secret_peek (pem), NULL);
  refuse_to_sign = FALSE;
  return error;
}

/* --- Public keys --- */

static GError *
read_public (const char *text)
{
  GError *error = NULL;

  g_assert_null (ala_public_key_new_from_text (text, &error));
  return error;
}

static GError *
meet_public_not_recognised (void)
{
  return read_public ("see the attachment");
}

static GError *
meet_public_is_private (void)
{
  g_autoptr (AlaSecret) pem = make_pem ();

  return read_public (ala_secret_peek (pem));
}

static GError *
read_of_product (const char *text)
{
  GError *error = NULL;

  g_assert_null (ala_product_key_read (text, &error));
  return error;
}

static GError *
meet_public_missing (void)
{
  return read_of_product (" \n");
}

static GError *
meet_public_too_small (void)
{
  g_autofree char *text = NULL;

  g_free (judge_ask ("sh", "-e", "-c", "openssl genrsa 768 | openssl rsa -pubout -out key", NULL));
  text = judge_read ("key", NULL);
  return read_of_product (text);
}

/* A key that was taken, with a thought about it. */
static GError *
judge_of_product (const char *id,
                  guint       bits,
                  const char *fingerprint)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_setup_set_key (setup, bits, fingerprint);
  return ala_product_key_judge (setup, ala_profiles_find (profiles, id), profiles);
}

static GError *
meet_public_small (void)
{
  return judge_of_product ("generic-own-key", 1024, "");
}

static GError *
meet_public_unusual (void)
{
  return judge_of_product ("odoo", 2048, "");
}

static GError *
meet_public_shared (void)
{
  return judge_of_product ("hackerone", 1024, "601ef7da40c894d9d5a2f5f0b9157009d4b3e30ee1396ec509b8e31d4f72db38");
}

static GError *
meet_elsewhere (void)
{
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();

  return ala_product_key_new_error (ala_profiles_find (profiles, "mattermost"));
}

#define KEY(code, meet, by) { ALA_PROBLEM_##code, NULL, ALA_STEP_KEY, ALA_PROOF_NOTHING, by, meet, NULL, NULL }

const ProblemWalk problem_walk_keys[] = {
  KEY (KEY_NOT_RECOGNISED, meet_not_recognised, "ala_key_import"),
  KEY (KEY_TRUNCATED, meet_truncated, "ala_key_import"),
  KEY (KEY_NOT_RSA, meet_not_rsa, "ala_key_import"),
  KEY (KEY_TOO_SMALL, meet_too_small, "ala_key_import"),
  KEY (KEY_SMALL, meet_small, "ala_check_runner_run_async"),
  KEY (KEY_TOO_LARGE, meet_too_large, "ala_key_import"),
  KEY (KEY_IS_PUBLIC, meet_is_public, "ala_key_import"),
  KEY (KEY_IS_CERTIFICATE, meet_is_certificate, "ala_key_import"),
  KEY (KEY_IS_SSH, meet_is_ssh, "ala_key_import"),
  KEY (KEY_PASSWORD_NEEDED, meet_password_needed, "ala_key_import"),
  KEY (KEY_PASSWORD_WRONG, meet_password_wrong, "ala_key_import"),
  KEY (KEY_FILE_UNREADABLE, meet_file_unreadable, "ala_key_import_file_async"),
  KEY (KEY_FILE_NOT_WRITTEN, meet_file_not_written, "ala_key_export_guide_files"),
  KEY (KEY_GENERATION_FAILED, meet_generation_failed, "ala_key_pair_generate"),
  { ALA_PROBLEM_SIGNING_REFUSED, NULL, ALA_STEP_LINK, ALA_PROOF_NOTHING, "ala_key_pair_sign_sha1", meet_signing_refused,
    NULL, NULL },
  { ALA_PROBLEM_SIGNING_REFUSED, "import", ALA_STEP_LINK, ALA_PROOF_NOTHING, "ala_key_import", meet_signing_refused_on_import,
    NULL, NULL },
  KEY (PUBLIC_KEY_NOT_RECOGNISED, meet_public_not_recognised, "ala_public_key_new_from_text"),
  KEY (PUBLIC_KEY_IS_PRIVATE, meet_public_is_private, "ala_public_key_new_from_text"),
  KEY (PUBLIC_KEY_MISSING, meet_public_missing, "ala_product_key_read"),
  KEY (PUBLIC_KEY_TOO_SMALL, meet_public_too_small, "ala_product_key_read"),
  KEY (PUBLIC_KEY_SMALL, meet_public_small, "ala_product_key_judge"),
  KEY (PUBLIC_KEY_UNUSUAL, meet_public_unusual, "ala_product_key_judge"),
  KEY (PUBLIC_KEY_SHARED, meet_public_shared, "ala_product_key_judge"),
  { ALA_PROBLEM_KEY_ELSEWHERE, NULL, ALA_STEP_HANDOVER, ALA_PROOF_NOTHING, "ala_product_key_new_error", meet_elsewhere, NULL, NULL },
  { 0 }
};
