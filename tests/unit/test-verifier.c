/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-verifier.h"

#define PAGE "You have successfully authorized 'Zephyr'. Your verification code is 'qTJkPi'. You will need to enter this exact " \
             "text when prompted. You should write this value down before closing the browser window."

static const struct
{
  const char *text;
  AlaVerifierKind kind;
  const char *code;
  const char *token;
} rows[] = {
  /* the bare code */
  { "qTJkPi", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "  qTJkPi\r\n", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "\u00a0012345\u200b", ALA_VERIFIER_CODE, "012345", NULL },
  { "'qTJkPi'.", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "Please", ALA_VERIFIER_CODE, "Please", NULL },
  { "DENIED", ALA_VERIFIER_CODE, "DENIED", NULL },
  { "denied", ALA_VERIFIER_DENIED, NULL, NULL },
  { " denied\n", ALA_VERIFIER_DENIED, NULL, NULL },
  { "qTJkP", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "qTJkPi7", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "qTJ kPi", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "qTJk-i", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "qTJkPé", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "", ALA_VERIFIER_NOTHING, NULL, NULL },
  { " \n", ALA_VERIFIER_NOTHING, NULL, NULL },

  /* the sentence, in either spelling and all quotes; the consumer's name is as long as a code */
  { PAGE, ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "Access Approved\n\nYou have successfully authorised\n'Zephyr'. Your verification code is\u00a0'qTJkPi'.\n",
    ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "You have authorized ‘Zephyr’. Your verification code is ‘qTJkPi’.", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "You have authorized “Zephyr”. Your verification code is “qTJkPi.”", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "Sie haben „Zephyr“ erlaubt. Ihr Prüfcode lautet „qTJkPi“.", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "Sie haben ‚Zephyr‘ erlaubt. Ihr Prüfcode lautet ‚qTJkPi‘.", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "L'application «\u202fZephyr\u202f» a l'accès. Le code est «\u00a0qTJkPi\u00a0».", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "L'accès d'option'abcde' : le code est 'qTJkPi'. N'oubliez pas d'entrée.", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "「Zephyr」を許可しました。確認コードは「qTJkPi」です。", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "確認コードは'qTJkPi'です。", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "Код подтверждения: \"qTJkPi\".", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "The client's code's 'qTJkPi', isn't it?", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "'Zephyr' please 'enter' it", ALA_VERIFIER_CODE, "Zephyr", NULL },
  { "the 'client's' page", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "nothing 'in' this 'sentence' is a code", ALA_VERIFIER_NOTHING, NULL, NULL },

  /* addresses */
  { "http://127.0.0.1:4711/x?oauth_token=tok123&oauth_verifier=qTJkPi", ALA_VERIFIER_CODE, "qTJkPi", "tok123" },
  { "http://127.0.0.1:4711/x?oauth_verifier=qTJkPi&oauth_token=a%2Bb+c#x", ALA_VERIFIER_CODE, "qTJkPi", "a+b+c" },
  { "oauth_verifier=qTJkPi", ALA_VERIFIER_CODE, "qTJkPi", NULL },
  { "go to <a href=\"http://127.0.0.1/x?oauth_token=t&amp;oauth_verifier=qTJkPi\">", ALA_VERIFIER_CODE, "qTJkPi", "t" },
  { "http://127.0.0.1:4711/x?oauth_token=t&oauth_verifier=denied", ALA_VERIFIER_DENIED, NULL, "t" },
  { "http://127.0.0.1:4711/x?oauth_token=t&oauth_verifier=", ALA_VERIFIER_NOTHING, NULL, "t" },
  { "http://127.0.0.1:4711/x?my_oauth_verifier=qTJkPi", ALA_VERIFIER_NOTHING, NULL, NULL },
  { "oauth_token=t&oauth_token_secret=s&oauth_verifier=longer-than-six", ALA_VERIFIER_CODE, "longer-than-six", "t" },
  { "https://jira.example.com/plugins/servlet/oauth/authorize?oauth_token=abc", ALA_VERIFIER_NOTHING, NULL, "abc" },

  /* refused, and the page without a code: both quote the consumer's name */
  { "Access Denied\nYou have denied 'Zephyr' access to your data.", ALA_VERIFIER_DENIED, NULL, NULL },
  { "Zugriff\u00a0verweigert. „Zephyr“ erhielt keinen Zugriff.", ALA_VERIFIER_DENIED, NULL, NULL },
  { "You have successfully authorized 'Zephyr'. Please close this browser window and click continue in the client.",
    ALA_VERIFIER_NO_CODE, NULL, NULL },
  { "You have successfully authorised 'Zephyr'.\nPlease close this browser\nwindow and click Continue in the client.",
    ALA_VERIFIER_NO_CODE, NULL, NULL },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AlaVerifier) verifier = ala_verifier_parse (rows[i].text);
      const char *code = verifier->code != NULL ? ala_secret_peek (verifier->code) : NULL;

      if (verifier->kind != rows[i].kind || g_strcmp0 (code, rows[i].code) != 0 ||
          g_strcmp0 (verifier->token, rows[i].token) != 0)
        g_test_fail_printf ("“%s”: kind %d, code %s, token %s", rows[i].text, (int) verifier->kind, code, verifier->token);
    }
}

static void
test_hostile (void)
{
  g_autofree char *quotes = g_strnfill (4 * 1024 * 1024, '\'');
  g_autofree char *late = g_strdup_printf ("%s'qTJkPi'", quotes);
  g_autofree char *long_value = g_strdup_printf ("oauth_verifier=%.*s", 5000, quotes);
  g_autofree char *names = NULL;
  g_autoptr (GString) repeated = g_string_new (NULL);
  g_autoptr (AlaVerifier) all_quotes = ala_verifier_parse (quotes);
  g_autoptr (AlaVerifier) behind_the_limit = ala_verifier_parse (late);
  g_autoptr (AlaVerifier) too_long = ala_verifier_parse (long_value);
  g_autoptr (AlaVerifier) invalid = ala_verifier_parse ("\xff\xfe 'qTJkPi' \x80");
  g_autoptr (AlaVerifier) many = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (repeated, "oauth_verifier");
  many = ala_verifier_parse (repeated->str);

  g_assert_cmpint (all_quotes->kind, ==, ALA_VERIFIER_NOTHING);
  g_assert_cmpint (behind_the_limit->kind, ==, ALA_VERIFIER_NOTHING);
  g_assert_cmpint (too_long->kind, ==, ALA_VERIFIER_NOTHING);
  g_assert_cmpint (many->kind, ==, ALA_VERIFIER_NOTHING);
  g_assert_cmpint (invalid->kind, ==, ALA_VERIFIER_CODE);
  g_assert_cmpstr (ala_secret_peek (invalid->code), ==, "qTJkPi");
}

static void
test_certain (void)
{
  static const struct
  {
    const char *text;
    gboolean certain;
  } texts[] = {
    { "qTJkPi", TRUE },
    { "please", FALSE },
    { "Please", FALSE },
    { "abcde1", TRUE },
    { "Access denied", FALSE },
    { "nothing of the kind", FALSE },
    { "http://127.0.0.1:1234/x?oauth_token=abc&oauth_verifier=denied", TRUE },
    { "http://127.0.0.1:1234/x?oauth_token=abc&oauth_verifier=please", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AlaVerifier) verifier = ala_verifier_parse (texts[i].text);

      if (ala_verifier_is_certain (verifier) != texts[i].certain)
        g_error ("“%s” is taken for %s", texts[i].text, texts[i].certain ? "uncertain" : "certain");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verifier/rows", test_rows);
  g_test_add_func ("/verifier/hostile", test_hostile);
  g_test_add_func ("/verifier/certain", test_certain);
  return g_test_run ();
}
