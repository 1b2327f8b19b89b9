/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-cli-page.h"

static const char dialog[] =
  "<!DOCTYPE html><html><head><title>No text</title><script>if (a<b) \"</div>\"</script></head>\n"
  "<body><!-- <form><input name=hidden-away></form> -->\n"
  "<a id='edit-7' href=\"/edit?id=7&amp;x=1\">Edit</a>\n"
  "<FORM METHOD='POST' ACTION='/save?a=1&amp;b=2'>\n"
  "<input type=hidden name=atl_token value='&lt;&#233;&#x20AC;&gt;'>\n"
  "<input name=url id=url-field value=\"old\">\n"
  "<input type=checkbox id=box name=box>\n"
  "<input type=checkbox id=other name=other value=yes checked>\n"
  "<input type=radio id=typeA name=type value=a checked> <input type=radio id=typeB name=type value=b>\n"
  "<select name=kind><option value=one>One</option><option value=two selected>Two</option></select>\n"
  "<select name=plain><option value=first>1<option value=second>2</select>\n"
  "<textarea id=publicKey name=publicKey>a &amp; <b></textarea>\n"
  "<button id=continue name=continue value=Continue>Continue</button>\n"
  "<input type=submit name=cancel value=Cancel><input type=button name=never value=x>\n"
  "</FORM><input name=outside>\n"
  "<p>Your verification code is &#39;qTJkPi&#39;.</p></body></html>";

static char *
collect (AlaCliForm *form,
         const char *button)
{
  g_autoptr (AlaOAuthParams) params = ala_cli_form_collect (form, button);

  return ala_oauth_params_to_form (params);
}

static void
test_form_as_it_stands (void)
{
  g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/jira/list", dialog, -1);
  AlaCliForm *form = ala_cli_page_find_form (page, "url-field");
  g_autofree char *first = NULL, *cancel = NULL;

  g_assert_nonnull (form);
  g_assert_true (ala_cli_form_is_post (form));
  g_assert_cmpstr (ala_cli_form_get_action (form), ==, "/save?a=1&b=2");
  g_assert_true (ala_cli_page_find_form (page, "publicKey") == form);
  g_assert_null (ala_cli_page_find_form (page, "hidden-away"));
  g_assert_null (ala_cli_page_find_form (page, "outside"));
  g_assert_null (ala_cli_page_find_form (page, "never"));

  first = collect (form, NULL);
  g_assert_cmpstr (first, ==,
                   "atl_token=%3C%C3%A9%E2%82%AC%3E&url=old&other=yes&type=a&kind=two&plain=first"
                   "&publicKey=a%20%26%20%3Cb%3E&continue=Continue");
  cancel = collect (form, "cancel");
  g_assert_true (g_str_has_suffix (cancel, "&cancel=Cancel"));
  g_assert_null (strstr (cancel, "continue="));
}

static void
test_form_filled_in (void)
{
  g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/", dialog, -1);
  AlaCliForm *form = ala_cli_page_find_form (page, "url");
  g_autofree char *sent = NULL;

  g_assert_true (ala_cli_form_fill (form, "url-field", "https://a b"));
  g_assert_true (ala_cli_form_fill (form, "publicKey", ""));
  g_assert_false (ala_cli_form_fill (form, "box", "text"));
  g_assert_false (ala_cli_form_fill (form, "absent", "text"));
  g_assert_true (ala_cli_form_tick (form, "box"));
  g_assert_true (ala_cli_form_tick (form, "typeB"));
  g_assert_false (ala_cli_form_tick (form, "url"));

  sent = collect (form, "continue");
  g_assert_cmpstr (sent, ==,
                   "atl_token=%3C%C3%A9%E2%82%AC%3E&url=https%3A%2F%2Fa%20b&box=on&other=yes&type=b&kind=two&plain=first"
                   "&publicKey=&continue=Continue");
}

static void
test_link (void)
{
  g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/", dialog, -1);
  const char *id = NULL;
  AlaCliForm *form = ala_cli_page_find_form_prefix (page, "edit-", &id);
  g_autofree char *sent = NULL;

  g_assert_nonnull (form);
  g_assert_cmpstr (id, ==, "edit-7");
  g_assert_false (ala_cli_form_is_post (form));
  g_assert_cmpstr (ala_cli_form_get_action (form), ==, "/edit?id=7&x=1");
  sent = collect (form, id);
  g_assert_cmpstr (sent, ==, "");
  g_assert_null (ala_cli_page_find_form_prefix (page, "delete-", &id));
}

static void
test_text_is_what_a_person_sees (void)
{
  g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/", dialog, -1);
  const char *text = ala_cli_page_get_text (page);

  g_assert_nonnull (strstr (text, "Your verification code is 'qTJkPi'."));
  g_assert_null (strstr (text, "No text"));
  g_assert_null (strstr (text, "<"));
}

/* Every beginning of a page, and bytes that are none, are read to their end. */
static void
test_broken_pages (void)
{
  static const char * const broken[] = {
    "", "<", "</", "<!", "<!--", "<a", "<a ", "<a href", "<a href=", "<a href='", "<form><select><option", "<textarea>",
    "&", "&#", "&#x;", "&#99999999999;", "&#xD800;", "\xff\xfe<\x80 =", "<form action=\"\xc3\"><input name=a", "<a / / =x>",
  };

  for (gsize length = 0; length < sizeof dialog; length++)
    {
      g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/", dialog, length);

      g_assert_true (g_utf8_validate (ala_cli_page_get_text (page), -1, NULL));
    }

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (AlaCliPage) page = ala_cli_page_new ("http://127.0.0.1/", broken[i], -1);

      g_assert_true (g_utf8_validate (ala_cli_page_get_text (page), -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-page/form-as-it-stands", test_form_as_it_stands);
  g_test_add_func ("/cli-page/form-filled-in", test_form_filled_in);
  g_test_add_func ("/cli-page/link", test_link);
  g_test_add_func ("/cli-page/text-is-what-a-person-sees", test_text_is_what_a_person_sees);
  g_test_add_func ("/cli-page/broken-pages", test_broken_pages);
  return g_test_run ();
}
