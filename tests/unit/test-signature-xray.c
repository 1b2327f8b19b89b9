/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-signature-xray.h"

#include <string.h>

#define HEAD "POST&https%3A%2F%2Fjira.example.com%2Fjira%2Fplugins&"
#define BODY "a%3D1%26oauth_nonce%3Dn%26oauth_token%3Dt"

static const struct
{
  const char *theirs;
  AlaXrayVerdict verdict;
  const char *said;   /* part of the description */
  const char *unsaid; /* nothing of this is in it */
} rows[] = {
  { HEAD BODY, ALA_XRAY_SAME, NULL, NULL },
  { "GET&https%3A%2F%2Fjira.example.com%2Fjira%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "Jira received GET", "host" },
  { "POST&http%3A%2F%2Fjira.example.com%2Fjira%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "Jira believes that it was http.", "port" },
  { "POST&https%3A%2F%2Flocalhost%2Fjira%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "“localhost”", "path" },
  { "POST&https%3A%2F%2Fjira.example.com%3A8443%2Fjira%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "port 443, and Jira believes that it was 8443", "host" },
  { "POST&http%3A%2F%2Flocalhost%3A8080%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "8080", NULL },
  { "POST&https%3A%2F%2Fjira.example.com%2Fplugins&" BODY, ALA_XRAY_DIFFERENT, "Jira received “/plugins”", "host" },
  { HEAD "oauth_nonce%3Dn%26oauth_token%3Dt", ALA_XRAY_DIFFERENT, "“a” did not reach Jira", "nonce" },
  { HEAD "a%3D2%26oauth_nonce%3Dn%26oauth_token%3Dt", ALA_XRAY_DIFFERENT, "“a” reached Jira with another value", "nonce" },
  { HEAD "a%3D1%26a%3D1%26oauth_nonce%3Dn%26oauth_token%3Dt", ALA_XRAY_DIFFERENT, "“a” reached Jira another number of times", NULL },
  { HEAD BODY "%26zz%3D1", ALA_XRAY_DIFFERENT, "Jira received a parameter “zz”", "“a”" },
  { HEAD "a%3D%2531%26oauth_nonce%3Dn%26oauth_token%3Dt", ALA_XRAY_DIFFERENT, "another encoding", NULL },
  { HEAD "a%3D1%26oauth_nonce%3Dn%26oauth_token%3Dswordfish", ALA_XRAY_DIFFERENT, "“oauth_token”", "swordfish" },
  { "", ALA_XRAY_UNREADABLE, NULL, NULL },
  { "POST&https%3A%2F%2Fjira.example.com", ALA_XRAY_UNREADABLE, NULL, NULL },
  { "POST&nonsense&a%3D1", ALA_XRAY_UNREADABLE, NULL, NULL },
  { "a&b&c&d", ALA_XRAY_UNREADABLE, NULL, NULL },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *description = NULL;

      g_test_message ("%s", rows[i].theirs);
      g_assert_cmpint (ala_signature_xray (HEAD BODY, rows[i].theirs, &description), ==, rows[i].verdict);
      g_test_message ("%s", description);
      g_assert_cmpint (description != NULL, ==, rows[i].said != NULL);
      if (rows[i].said != NULL)
        g_assert_nonnull (strstr (description, rows[i].said));
      if (rows[i].unsaid != NULL)
        g_assert_null (strstr (description, rows[i].unsaid));
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) many = g_string_new (HEAD BODY);
  g_autofree char *letters = g_strnfill (10 * 1000 * 1000, 'x');
  g_autofree char *large = NULL;
  g_autofree char *about_many = NULL;
  g_autofree char *about_large = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, "%%26p%u%%3D1", i);
  g_assert_cmpint (ala_signature_xray (HEAD BODY, many->str, &about_many), ==, ALA_XRAY_DIFFERENT);
  g_assert_cmpuint (strlen (about_many), <, 3000);

  large = g_strconcat ("POST&https%3A%2F%2Fjira.example.com%2F", letters, "%C3%A4&" BODY, NULL);
  g_assert_cmpint (ala_signature_xray (HEAD BODY, large, &about_large), ==, ALA_XRAY_DIFFERENT);
  g_assert_cmpuint (strlen (about_large), <, 3000);
  g_assert_true (g_utf8_validate (about_large, -1, NULL));
}

static void
test_hide_token (void)
{
  g_autofree char *last = ala_signature_xray_hide_token (HEAD BODY);
  g_autofree char *middle = ala_signature_xray_hide_token (HEAD "oauth_token%3Dsecret%26z%3D1%26oauth_token%3Dmore%26b%3D2");
  g_autofree char *none = ala_signature_xray_hide_token (HEAD "a%3D1");

  g_assert_cmpstr (last, ==, HEAD "a%3D1%26oauth_nonce%3Dn%26oauth_token%3D…");
  g_assert_cmpstr (middle, ==, HEAD "oauth_token%3D…%26z%3D1%26oauth_token%3D…%26b%3D2");
  g_assert_cmpstr (none, ==, HEAD "a%3D1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature-xray/rows", test_rows);
  g_test_add_func ("/signature-xray/hostile", test_hostile);
  g_test_add_func ("/signature-xray/hide-token", test_hide_token);
  return g_test_run ();
}
