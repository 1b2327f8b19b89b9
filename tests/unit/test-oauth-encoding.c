/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-oauth-encoding.h"

#include <string.h>

#include "oauth-vectors.h"

static void
assert_decodes (const char *encoded,
                gssize      length,
                gboolean    plus_is_space,
                const char *expected)
{
  g_autofree char *decoded = ala_oauth_decode (encoded, length, plus_is_space);

  g_assert_cmpstr (decoded, ==, expected);
}

static void
assert_parses (const char *form,
               const char *expected)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse (form, -1, 0);
  g_autofree char *written = ala_oauth_params_to_form (params);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_published_encodings (void)
{
  JsonArray *pairs = json_object_get_array_member (oauth_vectors_load (), "percent_encode");

  g_assert_cmpuint (json_array_get_length (pairs), ==, 16);
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = json_array_get_array_element (pairs, i);
      const char *plain = json_array_get_string_element (pair, 0);
      g_autofree char *encoded = ala_oauth_encode (plain);

      g_assert_cmpstr (encoded, ==, json_array_get_string_element (pair, 1));
      assert_decodes (encoded, -1, TRUE, plain);
      assert_decodes (encoded, -1, FALSE, plain);
    }
}

static void
test_every_octet_survives (void)
{
  for (gunichar c = 1; c < 0x300; c++)
    {
      char plain[8] = "";
      g_autofree char *encoded = NULL;

      g_unichar_to_utf8 (c, plain);
      encoded = ala_oauth_encode (plain);
      for (const char *p = encoded; *p != '\0'; p++)
        g_assert_true (g_ascii_isalnum (*p) || strchr ("-._~%", *p) != NULL);
      assert_decodes (encoded, -1, TRUE, plain);
    }
}

static void
test_decode_once (void)
{
  assert_decodes ("%2520", -1, TRUE, "%20");
  assert_decodes ("a+b", -1, TRUE, "a b");
  assert_decodes ("a+b", -1, FALSE, "a+b");
  assert_decodes ("%2b", -1, TRUE, "+");
  assert_decodes ("abcdef", 3, TRUE, "abc");
  assert_decodes ("", 0, TRUE, "");
}

static void
test_decode_broken (void)
{
  assert_decodes ("100%", -1, TRUE, "100%");
  assert_decodes ("%4", -1, TRUE, "%4");
  assert_decodes ("%zz%41", -1, TRUE, "%zzA");
  assert_decodes ("%%41", -1, TRUE, "%A");
  /* The length cuts an escape in two: what lies behind it is not looked at. */
  assert_decodes ("a%41", 3, TRUE, "a%4");
}

static void
test_decode_hostile (void)
{
  assert_decodes ("a%00b", -1, TRUE, "a\357\277\275b");
  assert_decodes ("a\0b", 3, TRUE, "a\357\277\275b");
  assert_decodes ("%FF%FE", -1, TRUE, "\357\277\275\357\277\275");
  assert_decodes ("\xC3(", 2, TRUE, "\357\277\275(");
  /* Overlong and surrogate forms are no UTF-8 either. */
  assert_decodes ("%C0%80", -1, TRUE, "\357\277\275\357\277\275");
  assert_decodes ("%ED%A0%80", -1, TRUE, "\357\277\275\357\277\275\357\277\275");
}

static void
test_parse (void)
{
  assert_parses ("", "");
  assert_parses ("&&&", "");
  assert_parses ("a", "a=");
  assert_parses ("a=", "a=");
  assert_parses ("a&a=&&a=1", "a=&a=&a=1");
  assert_parses ("=v", "=v");
  assert_parses ("a=b=c", "a=b%3Dc");
  assert_parses ("a+b=c+d", "a%20b=c%20d");
  assert_parses ("b5=%3D%253D&a3=a&c%40=&a2=r%20b", "b5=%3D%253D&a3=a&c%40=&a2=r%20b");
  /* A semicolon separates nothing in RFC 5849. */
  assert_parses ("a=1;x=2", "a=1%3Bx%3D2");
}

static void
test_parse_is_bounded (void)
{
  g_autoptr (GString) form = g_string_new (NULL);
  g_autoptr (AlaOAuthParams) some = NULL;
  g_autoptr (AlaOAuthParams) all = NULL;
  g_autoptr (AlaOAuthParams) part = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (form, "n%u=v&", i);

  some = ala_oauth_params_parse (form->str, (gssize) form->len, 7);
  g_assert_cmpuint (ala_oauth_params_get_length (some), ==, 7);
  g_assert_cmpstr (ala_oauth_params_get_name (some, 6), ==, "n6");

  all = ala_oauth_params_parse (form->str, -1, 0);
  g_assert_cmpuint (ala_oauth_params_get_length (all), ==, 20000);

  part = ala_oauth_params_parse ("a=12345&b=2", 4, 0);
  g_assert_cmpuint (ala_oauth_params_get_length (part), ==, 1);
  g_assert_cmpstr (ala_oauth_params_get (part, "a"), ==, "12");
}

static void
test_lookup (void)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse ("a=1&b=2&a=3", -1, 0);

  g_assert_cmpstr (ala_oauth_params_get (params, "a"), ==, "1");
  g_assert_cmpstr (ala_oauth_params_get (params, "b"), ==, "2");
  g_assert_null (ala_oauth_params_get (params, "A"));
  g_assert_cmpuint (ala_oauth_params_count (params, "a"), ==, 2);
  g_assert_cmpuint (ala_oauth_params_count (params, "c"), ==, 0);
  g_assert_cmpstr (ala_oauth_params_get_value (params, 2), ==, "3");
}

static void
test_set (void)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse ("a=1&b=2&a=3&c=4&a=5", -1, 0);
  g_autofree char *written = NULL;

  ala_oauth_params_set (params, "a", "new");
  ala_oauth_params_set (params, "c", ala_oauth_params_get (params, "c"));
  ala_oauth_params_set (params, "d", "6");
  written = ala_oauth_params_to_form (params);
  g_assert_cmpstr (written, ==, "a=new&b=2&c=4&d=6");
}

static void
test_lists_are_independent (void)
{
  g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse ("a=1", -1, 0);
  g_autoptr (AlaOAuthParams) copy = ala_oauth_params_copy (params);
  g_autofree char *doubled = NULL;
  GValue value = G_VALUE_INIT;

  ala_oauth_params_add (params, "b", "2");
  g_assert_cmpuint (ala_oauth_params_get_length (copy), ==, 1);

  ala_oauth_params_add_all (copy, NULL);
  ala_oauth_params_add_all (copy, params);
  ala_oauth_params_add_all (copy, copy);
  doubled = ala_oauth_params_to_form (copy);
  g_assert_cmpstr (doubled, ==, "a=1&a=1&b=2&a=1&a=1&b=2");

  g_value_init (&value, ALA_TYPE_OAUTH_PARAMS);
  g_value_set_boxed (&value, params);
  g_assert_cmpstr (ala_oauth_params_get (g_value_get_boxed (&value), "b"), ==, "2");
  g_value_unset (&value);
}

static void
test_normalize (void)
{
  static const struct
  {
    const char *form;
    const char *normalized;
  } cases[] = {
    { "", "" },
    { "b=1&a=2", "a=2&b=1" },
    { "a=2&a=1&a=", "a=&a=1&a=2" },
    /* By encoded name first: “x!y” is “x%21y”, and “%” sorts before “=”, but the names are compared, not the line. */
    { "x!y=a&x=a", "x=a&x%21y=a" },
    /* Byte order, not that of a language: capitals before small letters, non-ASCII by its escapes. */
    { "b=1&B=2&%C3%A4=3&a=4", "%C3%A4=3&B=2&a=4&b=1" },
    { "a=b&a=B&a=%7B%7D&a=.&a=%2F", "a=%2F&a=%7B%7D&a=.&a=B&a=b" },
    { "z=%7E*'", "z=~%2A%27" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AlaOAuthParams) params = ala_oauth_params_parse (cases[i].form, -1, 0);
      g_autofree char *normalized = ala_oauth_params_normalize (params);

      g_assert_cmpstr (normalized, ==, cases[i].normalized);
    }
}

static void
test_random_octets (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char noise[48];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof noise);
      g_autoptr (AlaOAuthParams) params = NULL;
      g_autoptr (AlaOAuthParams) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      for (gsize i = 0; i < length; i++)
        noise[i] = g_test_rand_bit () ? "%&=+;0aF"[g_test_rand_int_range (0, 8)] : (char) g_test_rand_int_range (0, 256);

      params = ala_oauth_params_parse (noise, (gssize) length, 0);
      for (guint i = 0; i < ala_oauth_params_get_length (params); i++)
        {
          g_assert_true (g_utf8_validate (ala_oauth_params_get_name (params, i), -1, NULL));
          g_assert_true (g_utf8_validate (ala_oauth_params_get_value (params, i), -1, NULL));
        }

      written = ala_oauth_params_to_form (params);
      again = ala_oauth_params_parse (written, -1, 0);
      rewritten = ala_oauth_params_to_form (again);
      g_assert_cmpstr (written, ==, rewritten);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oauth-encoding/published-encodings", test_published_encodings);
  g_test_add_func ("/oauth-encoding/every-octet-survives", test_every_octet_survives);
  g_test_add_func ("/oauth-encoding/decode-once", test_decode_once);
  g_test_add_func ("/oauth-encoding/decode-broken", test_decode_broken);
  g_test_add_func ("/oauth-encoding/decode-hostile", test_decode_hostile);
  g_test_add_func ("/oauth-encoding/parse", test_parse);
  g_test_add_func ("/oauth-encoding/parse-is-bounded", test_parse_is_bounded);
  g_test_add_func ("/oauth-encoding/lookup", test_lookup);
  g_test_add_func ("/oauth-encoding/set", test_set);
  g_test_add_func ("/oauth-encoding/lists-are-independent", test_lists_are_independent);
  g_test_add_func ("/oauth-encoding/normalize", test_normalize);
  g_test_add_func ("/oauth-encoding/random-octets", test_random_octets);
  return g_test_run ();
}
