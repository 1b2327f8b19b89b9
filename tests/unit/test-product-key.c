/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-product-key.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-key-pair.h"

#define MEMBERS "\"format\": 1, \"id\": \"own\", \"name\": \"Own\", \"application-name\": \"Own\", \"url-label\": \"Address\"," \
                "\"key-owner\": \"product\", \"key-source\": \"There.\", \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"action\" } ]"

static AlaProfile *
new_profile (const char *more)
{
  g_autofree char *text = g_strconcat ("{ " MEMBERS, more, " }", NULL);
  g_autoptr (GError) error = NULL;
  AlaProfile *profile = ala_profile_new_from_json (text, -1, &error);

  g_assert_no_error (error);
  return profile;
}

static char *
make_public_key (guint bits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (bits, &error);

  g_assert_no_error (error);
  return ala_key_export_public_pem (pair);
}

static AlaPublicKey *
read_key (const char *text)
{
  g_autoptr (GError) error = NULL;
  AlaPublicKey *key = ala_product_key_read (text, &error);

  g_assert_no_error (error);
  return key;
}

static void
test_read (void)
{
  /* 768 bits, which Jira would take */
  static const char small[] = "MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhANtEcM2JgoUIj9N7Cm3PZ1JU1MqB+QYSRLP5u8hIMsVUAVgO5aKaTxMdiF"
                              "hTK5tPl/OQ8scrpgx9TfRcyx81yNWwg85AczjtTYHsJkUlNXoJZj3GkLgRAt5BRHQB+HP5nQIDAQAB";
  static const struct
  {
    const char *text;
    AlaProblem problem;
  } refused[] = {
    { "", ALA_PROBLEM_PUBLIC_KEY_MISSING },
    { " \n\t ", ALA_PROBLEM_PUBLIC_KEY_MISSING },
    { "see the attachment", ALA_PROBLEM_PUBLIC_KEY_NOT_RECOGNISED },
    { small, ALA_PROBLEM_PUBLIC_KEY_TOO_SMALL },
  };
  g_autofree char *pem = make_public_key (1024);
  g_autofree char *spaced = g_strconcat ("\n\n  ", pem, "\n \n", NULL);
  g_autoptr (AlaPublicKey) key = read_key (pem);
  g_autoptr (AlaPublicKey) same = read_key (spaced);
  g_autofree char *body = ala_public_key_dup_body (key);
  g_autoptr (AlaPublicKey) from_body = read_key (body);

  g_assert_cmpuint (ala_public_key_get_bits (key), ==, 1024);
  g_assert_cmpstr (ala_public_key_get_fingerprint (same), ==, ala_public_key_get_fingerprint (key));
  g_assert_cmpstr (ala_public_key_get_fingerprint (from_body), ==, ala_public_key_get_fingerprint (key));
  g_assert_null (strpbrk (body, " \n-"));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ala_product_key_read (refused[i].text, &error));
      g_assert_error (error, ALA_PROBLEM_ERROR, (int) refused[i].problem);
    }
}

static void
test_keep (void)
{
  g_autofree char *pem = make_public_key (1024);
  g_autofree char *other_pem = make_public_key (1024);
  g_autoptr (AlaPublicKey) key = read_key (pem);
  g_autoptr (AlaPublicKey) other = read_key (other_pem);
  g_autofree char *body = ala_public_key_dup_body (key);
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_product_key_keep (key, setup);
  g_assert_cmpstr (ala_setup_get_public_key (setup), ==, body);
  g_assert_cmpuint (ala_setup_get_key_bits (setup), ==, 1024);
  g_assert_cmpstr (ala_setup_get_key_fingerprint (setup), ==, ala_public_key_get_fingerprint (key));

  /* The same once more changes nothing, another one begins anew. */
  ala_setup_set_link_known (setup, 5);
  ala_product_key_keep (key, setup);
  g_assert_cmpint (ala_setup_get_link_known (setup), ==, 5);
  ala_product_key_keep (other, setup);
  g_assert_cmpint (ala_setup_get_link_known (setup), ==, 0);
  g_assert_cmpstr (ala_setup_get_public_key (setup), !=, body);
}

static void
assert_judged (guint       bits,
               const char *more,
               AlaProblem  problem)
{
  g_autoptr (AlaProfile) profile = new_profile (more);
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  g_autoptr (GError) doubt = NULL;

  ala_setup_set_key (setup, bits, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  doubt = ala_product_key_judge (setup, profile, NULL);
  g_assert_cmpint (ala_problem_from_error (doubt), ==, problem);
}

static void
test_judge (void)
{
  static const char known[] = ", \"known-keys\": [ { \"fingerprint\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\","
                              " \"note\": \"Everybody’s.\" } ]";

  assert_judged (2048, "", ALA_PROBLEM_NONE);
  assert_judged (4096, "", ALA_PROBLEM_NONE);
  assert_judged (1024, "", ALA_PROBLEM_PUBLIC_KEY_SMALL);
  assert_judged (8192, "", ALA_PROBLEM_PUBLIC_KEY_UNUSUAL);
  assert_judged (4096, ", \"key-bits\": 4096", ALA_PROBLEM_NONE);
  assert_judged (2048, ", \"key-bits\": 4096", ALA_PROBLEM_PUBLIC_KEY_UNUSUAL);
  assert_judged (1024, ", \"key-bits\": 1024", ALA_PROBLEM_PUBLIC_KEY_SMALL);
  assert_judged (2048, known, ALA_PROBLEM_PUBLIC_KEY_SHARED);
  assert_judged (1024, known, ALA_PROBLEM_PUBLIC_KEY_SHARED);
}

/* Both keys that vendors have published, whatever product was chosen. */
static void
test_vendors (void)
{
  static const char *const fingerprints[] = {
    "a201b8262ca30c1cffecc4fcbdbe436f2fb3e09e67de6c6314db7f9308c4fb05",
    "601ef7da40c894d9d5a2f5f0b9157009d4b3e30ee1396ec509b8e31d4f72db38",
  };
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaProfile) profile = new_profile ("");

  for (guint i = 0; i < G_N_ELEMENTS (fingerprints); i++)
    {
      g_autoptr (AlaSetup) setup = ala_setup_new ();
      g_autoptr (GError) doubt = NULL;

      ala_setup_set_key (setup, 1024, fingerprints[i]);
      doubt = ala_product_key_judge (setup, profile, profiles);
      g_assert_error (doubt, ALA_PROBLEM_ERROR, ALA_PROBLEM_PUBLIC_KEY_SHARED);
      g_assert_nonnull (strstr (doubt->message, "private key"));
    }
}

static void
test_stand_in (void)
{
  static const guint sizes[][2] = { { 1024, 1024 }, { 2048, 2048 }, { 3072, 3072 }, { 4096, 4096 }, { 1536, 2048 }, { 8192, 2048 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AlaSetup) setup = ala_setup_new ();

      ala_setup_set_key (setup, sizes[i][0], "");
      g_assert_cmpuint (ala_product_key_get_stand_in_bits (setup), ==, sizes[i][1]);
    }
}

static void
test_elsewhere (void)
{
  g_autoptr (AlaProfile) profile = new_profile ("");
  g_autoptr (GError) error = ala_product_key_new_error (profile);

  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_KEY_ELSEWHERE);
  g_assert_nonnull (strstr (error->message, "Own"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product-key/read", test_read);
  g_test_add_func ("/product-key/keep", test_keep);
  g_test_add_func ("/product-key/judge", test_judge);
  g_test_add_func ("/product-key/vendors", test_vendors);
  g_test_add_func ("/product-key/stand-in", test_stand_in);
  g_test_add_func ("/product-key/elsewhere", test_elsewhere);
  return g_test_run ();
}
