/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-address.h"

#define SCHEME ALA_ADDRESS_ADDED_SCHEME
#define CUT    ALA_ADDRESS_CUT_PATH
#define PUNCT  ALA_ADDRESS_CUT_PUNCTUATION
#define USER   ALA_ADDRESS_CUT_USER
#define PLAIN  ALA_ADDRESS_PLAIN_HTTP
#define LOOP   ALA_ADDRESS_LOOPBACK
#define CLOUD  ALA_ADDRESS_CLOUD

static const struct
{
  const char *text;
  const char *base;
  AlaAddressNote notes;
} readable[] = {
  { "https://jira.example.com", "https://jira.example.com", 0 },
  { "https://jira.example.com/", "https://jira.example.com", 0 },
  { "jira.example.com", "https://jira.example.com", SCHEME },
  { "jira", "https://jira", SCHEME },
  { "  HTTPS://Jira.Example.COM  ", "https://jira.example.com", 0 },
  { "http://jira.example.com:80/jira/", "http://jira.example.com/jira", PLAIN },
  { "http://jira.example.com:443", "http://jira.example.com:443", PLAIN },
  { "https://jira.example.com:443", "https://jira.example.com", 0 },
  { "https://jira.example.com:8443/Jira", "https://jira.example.com:8443/Jira", 0 },
  { "https://jira.example.com:", "https://jira.example.com", PUNCT },
  { "https://jira.example.com:/jira", "https://jira.example.com/jira", 0 },
  { "[2001:db8::5]", "https://[2001:db8::5]", SCHEME },
  { "<[2001:db8::5]:8443>", "https://[2001:db8::5]:8443", SCHEME | PUNCT },
  { "jira.example.com:8443", "https://jira.example.com:8443", SCHEME },

  /* deep links */
  { "https://jira.example.com/browse/ABC-1", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira/browse/ABC-1?focusedId=1#comment", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/jira/secure/Dashboard.jspa", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/tools/jira/projects/ABC/issues", "https://jira.example.com/tools/jira", CUT },
  { "https://jira.example.com/plugins/servlet/applinks/listApplicationLinks", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira/plugins/servlet/oauth/authorize?oauth_token=x", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/jira/rest/api/2/serverInfo", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/login.jsp?os_destination=%2Fsecure", "https://jira.example.com", CUT },
  { "https://jira.example.com/issues/?jql=project%20%3D%20X", "https://jira.example.com", CUT },
  { "https://jira.example.com/servicedesk/customer/portal/1", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira/software/c/projects/ABC/boards/1", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira/your-work", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira/index.html", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/jira?x=1", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com/#top", "https://jira.example.com", CUT },
  { "https://jira.example.com/jira;jsessionid=0AF3/secure/x", "https://jira.example.com/jira", CUT },
  { "https://jira.example.com//jira//", "https://jira.example.com/jira", 0 },
  { "https://jira.example.com/x/../jira/./", "https://jira.example.com/jira", 0 },
  { "https://jira.example.com/a b", "https://jira.example.com/a", PUNCT },
  { "https://jira.example.com/a%20b", "https://jira.example.com/a%20b", 0 },
  { "https://jira.example.com/wartung-ä", "https://jira.example.com/wartung-%C3%A4", 0 },
  { "jira.example.com/plugins/x?u=https://other.example.com/", "https://jira.example.com", SCHEME | CUT },

  /* Cloud has no context path */
  { "https://acme.atlassian.net/jira/software/projects/ABC/boards/1", "https://acme.atlassian.net", CLOUD | CUT },
  { "https://acme.atlassian.net/jira", "https://acme.atlassian.net", CLOUD | CUT },
  { "https://acme.atlassian.net/wiki/spaces/X", "https://acme.atlassian.net", CLOUD | CUT },
  { "acme.jira.com", "https://acme.jira.com", CLOUD | SCHEME },
  { "http://acme.atlassian.net", "http://acme.atlassian.net", CLOUD | PLAIN },
  { "https://atlassian.net.example.com/jira", "https://atlassian.net.example.com/jira", 0 },
  { "https://notatlassian.net/jira", "https://notatlassian.net/jira", 0 },

  /* what comes along when copying */
  { "“https://jira.example.com”", "https://jira.example.com", PUNCT },
  { "<https://jira.example.com/jira>", "https://jira.example.com/jira", PUNCT },
  { "(https://jira.example.com).", "https://jira.example.com", PUNCT },
  { "„jira.example.com“", "https://jira.example.com", SCHEME | PUNCT },
  { "«\u00a0https://jira.example.com\u00a0»", "https://jira.example.com", PUNCT },
  { "https://jira.example.com.", "https://jira.example.com", PUNCT },
  { "https://jira.example.com./jira", "https://jira.example.com/jira", 0 },
  { "https://jira.example.com, please", "https://jira.example.com", PUNCT },
  { "\u00a0https://jira.example.com\u00a0", "https://jira.example.com", PUNCT },
  { "https://jira\u200b.example\u00ad.com\ufeff", "https://jira.example.com", PUNCT },
  { "Jira: https://jira.example.com/browse/X-1", "https://jira.example.com", CUT | PUNCT },
  { "our Jira is at jira.example.com/jira now", "https://jira.example.com/jira", SCHEME | PUNCT },
  { "https:// jira.example.com", "https://jira.example.com", 0 },
  { "https:/jira.example.com", "https://jira.example.com", PUNCT },
  { "https:jira.example.com", "https://jira.example.com", PUNCT },
  { "http//jira.example.com", "http://jira.example.com", PLAIN | PUNCT },
  { "https:\\\\jira.example.com\\jira", "https://jira.example.com/jira", PUNCT },
  { "//jira.example.com/jira", "https://jira.example.com/jira", SCHEME },
  { "view-source:https://jira.example.com/jira", "https://jira.example.com/jira", PUNCT },
  { "https://jira.example.com/\r\n", "https://jira.example.com", 0 },
  { "https://admin:s3cret@jira.example.com/jira", "https://jira.example.com/jira", USER },
  { "admin@jira.example.com", "https://jira.example.com", SCHEME | USER },

  /* this computer */
  { "localhost:8080", "http://localhost:8080", SCHEME | LOOP },
  { "127.0.0.1:2990/jira", "http://127.0.0.1:2990/jira", SCHEME | LOOP },
  { "http://127.0.0.1:2990/jira/secure/Dashboard.jspa", "http://127.0.0.1:2990/jira", LOOP | CUT },
  { "jira.localhost", "http://jira.localhost", SCHEME | LOOP },
  { "[::1]:8080", "http://[::1]:8080", SCHEME | LOOP },
  { "::1", "http://[::1]", SCHEME | LOOP },
  { "https://localhost", "https://localhost", LOOP },

  /* literals */
  { "http://[2001:DB8:0:0::5]:13000/", "http://[2001:db8::5]:13000", PLAIN },
  { "[https://[2001:db8::5]/jira]", "https://[2001:db8::5]/jira", PUNCT },
  { "https://192.0.2.7/jira", "https://192.0.2.7/jira", 0 },

  /* international names */
  { "https://jira.bücher.example", "https://jira.xn--bcher-kva.example", 0 },
  { "https://JIRA.BÜCHER.example", "https://jira.xn--bcher-kva.example", 0 },
  { "https://jira.xn--bcher-kva.example", "https://jira.xn--bcher-kva.example", 0 },
  { "https://日本語jira.example", "https://xn--jira-f79hm9d2w6i.example", 0 },
  { "https://пример.example", "https://xn--e1afmkfd.example", 0 },
  { "https://jira.example。com", "https://jira.example.com", 0 },
  { "https://ｊｉｒａ.example.com", "https://jira.example.com", 0 },
};

static const struct
{
  const char *text;
  AlaProblem problem;
  const char *seen; /* a part of the message */
} unreadable[] = {
  { "", ALA_PROBLEM_ADDRESS_EMPTY, "" },
  { " \t\u00a0\u200b\n", ALA_PROBLEM_ADDRESS_EMPTY, "" },
  { "“”", ALA_PROBLEM_ADDRESS_EMPTY, "" },
  { "Please read this", ALA_PROBLEM_ADDRESS_UNREADABLE, "words" },
  { "https://", ALA_PROBLEM_ADDRESS_UNREADABLE, "host" },
  { "https://?x", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://jira..example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, "jira..example.com" },
  { "https://-jira.example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://jira.example.com:99999", ALA_PROBLEM_ADDRESS_UNREADABLE, "99999" },
  { "https://jira.example.com:0", ALA_PROBLEM_ADDRESS_UNREADABLE, "0" },
  { "https://jira.example.com:80a", ALA_PROBLEM_ADDRESS_UNREADABLE, "80a" },
  { "https://999.1.2.3", ALA_PROBLEM_ADDRESS_UNREADABLE, "999.1.2.3" },
  { "12345", ALA_PROBLEM_ADDRESS_UNREADABLE, "12345" },
  { "https://[::1", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://[::1]x", ALA_PROBLEM_ADDRESS_UNREADABLE, "x" },
  { "https://[fe80::1%25eth0]/", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://ji%72a.example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://jira⁄x.example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "https://a℀b.example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "jira\xff.example.com", ALA_PROBLEM_ADDRESS_UNREADABLE, NULL },
  { "ftp://jira.example.com", ALA_PROBLEM_ADDRESS_SCHEME, "ftp" },
  { "file:///home/jira", ALA_PROBLEM_ADDRESS_SCHEME, "file" },
  { "mailto:admin@example.com", ALA_PROBLEM_ADDRESS_SCHEME, "mailto" },
  { "javascript:alert(1)", ALA_PROBLEM_ADDRESS_SCHEME, "javascript" },
  { "https://my_jira.example.com", ALA_PROBLEM_ADDRESS_UNDERSCORE, "my_jira" },

  /* the guide's own example: a Cyrillic letter, and a full stop behind it */
  { "https://zephyr.atlassian.nеt.", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+0435" },
  { "https://jirа.example.com", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+0430" },
  { "https://аррӏе.example", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+0430" },
  { "https://jira.example.со", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+0441" },
  { "https://xn--80ak6aa92e.com", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+0430" },
  { "https://jira.exαmple.com", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+03B1" },
  { "https://jira–test.example.com", ALA_PROBLEM_ADDRESS_LOOKALIKE, "U+2013" },
};

static void
test_readable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaJiraAddress) address = ala_jira_address_new (readable[i].text, &error);
      g_autoptr (AlaJiraAddress) again = NULL;

      if (address == NULL)
        {
          g_test_fail_printf ("“%s”: %s", readable[i].text, error->message);
          continue;
        }
      if (g_strcmp0 (ala_jira_address_get_base (address), readable[i].base) != 0 ||
          ala_jira_address_get_notes (address) != readable[i].notes)
        g_test_fail_printf ("“%s”: %s, notes 0x%x instead of 0x%x", readable[i].text, ala_jira_address_get_base (address),
                            ala_jira_address_get_notes (address), readable[i].notes);

      /* What it made of the text means the same when it is read again. */
      again = ala_jira_address_new (ala_jira_address_get_base (address), &error);
      g_assert_no_error (error);
      g_assert_true (ala_jira_address_equal (address, again));
    }
}

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaJiraAddress) address = ala_jira_address_new (unreadable[i].text, &error);

      if (address != NULL)
        {
          g_test_fail_printf ("“%s” was read as %s", unreadable[i].text, ala_jira_address_get_base (address));
          continue;
        }
      if (ala_problem_from_error (error) != unreadable[i].problem ||
          (unreadable[i].seen != NULL && strstr (error->message, unreadable[i].seen) == NULL))
        g_test_fail_printf ("“%s”: %s: %s", unreadable[i].text, ala_problem_get_id (ala_problem_from_error (error)),
                            error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'a');
  g_autofree char *label = g_strdup_printf ("https://%.*s.example.com", 64, text);
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_jira_address_new (text, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_ADDRESS_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (ala_jira_address_new (label, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_ADDRESS_UNREADABLE);
}

static void
test_password_is_not_quoted (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ala_jira_address_new ("https://admin:swordfish@my_jira.example.com:8080/", &error));
  g_assert_null (strstr (error->message, "swordfish"));
  g_clear_error (&error);
  g_assert_null (ala_jira_address_new ("https://admin:swordfish@jira.example.com:x/", &error));
  g_assert_null (strstr (error->message, "swordfish"));
}

static void
test_parts (void)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new ("https://[2001:db8::5]:8443/tools/jira", NULL);
  g_autoptr (AlaOAuthParams) query = ala_oauth_params_new ();
  g_autofree char *plain = ala_jira_address_resolve (address, "/rest/api/2/myself", NULL);
  g_autofree char *empty = ala_jira_address_resolve (address, "/rest/api/2/myself", query);
  g_autofree char *full = NULL;

  g_assert_cmpstr (ala_jira_address_get_host (address), ==, "2001:db8::5");
  g_assert_cmpstr (ala_jira_address_get_path (address), ==, "/tools/jira");
  g_assert_cmpstr (plain, ==, "https://[2001:db8::5]:8443/tools/jira/rest/api/2/myself");
  g_assert_cmpstr (empty, ==, plain);

  ala_oauth_params_add (query, "permissions", "A,B");
  ala_oauth_params_add (query, "projectKey", "A B");
  full = ala_jira_address_resolve (address, "/x", query);
  g_assert_cmpstr (full, ==, "https://[2001:db8::5]:8443/tools/jira/x?permissions=A%2CB&projectKey=A%20B");
}

static void
assert_parents (const char *text,
                const char *expected)
{
  g_autoptr (AlaJiraAddress) address = ala_jira_address_new (text, NULL);
  g_autoptr (GPtrArray) parents = ala_jira_address_dup_parents (address);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < parents->len; i++)
    g_string_append_printf (joined, "%s ", ala_jira_address_get_base (g_ptr_array_index (parents, i)));
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_parents (void)
{
  assert_parents ("https://h.example/", "https://h.example/jira ");
  assert_parents ("https://h.example/jira", "https://h.example ");
  assert_parents ("https://h.example/a/b", "https://h.example/a https://h.example https://h.example/jira ");
  assert_parents ("https://h.example/jira/x", "https://h.example/jira https://h.example ");
  assert_parents ("https://h.example:8443/x", "https://h.example:8443 https://h.example:8443/jira ");
  assert_parents ("https://h.atlassian.net/x", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jira-address/readable", test_readable);
  g_test_add_func ("/jira-address/unreadable", test_unreadable);
  g_test_add_func ("/jira-address/too-long", test_too_long);
  g_test_add_func ("/jira-address/password-is-not-quoted", test_password_is_not_quoted);
  g_test_add_func ("/jira-address/parts", test_parts);
  g_test_add_func ("/jira-address/parents", test_parents);
  return g_test_run ();
}
