/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-practice-jira.h"

#include <string.h>

#include "ala-problem.h"
#include "practice-product.h"

#define LINKS         "/plugins/servlet/applinks/listApplicationLinks"
#define REQUEST_TOKEN "/plugins/servlet/oauth/request-token"
#define PRODUCT       "https://zephyr.example.com/flex"
#define CONSUMER      "zephyr"

typedef struct
{
  AlaPracticeJira *jira;
  PracticeProduct *product;
  PracticeBrowser *admin;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  generation)
{
  g_autoptr (GError) error = NULL;

  fixture->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  if (generation != NULL)
    {
      g_assert_true (ala_practice_jira_set_generation (fixture->jira, generation));
      g_assert_cmpstr (ala_practice_jira_get_generation (fixture->jira), ==, generation);
    }
  fixture->product = practice_product_new (ala_practice_jira_get_url (fixture->jira), CONSUMER);
  fixture->admin = practice_browser_new (ala_practice_jira_get_url (fixture->jira));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  practice_product_free (fixture->product);
  practice_browser_free (fixture->admin);
  g_assert_finalize_object (fixture->jira);
}

static void
assert_token_answer (Fixture    *fixture,
                     guint       status,
                     const char *problem)
{
  g_autofree char *found = NULL;

  g_assert_cmpuint (practice_product_send (fixture->product, "POST", REQUEST_TOKEN, "oauth_callback", "oob", NULL), ==, status);
  found = practice_browser_dup_value (fixture->product->browser, "oauth_problem");
  g_assert_cmpstr (found, ==, problem);
}

/* From the list to the first page, as each generation has it. */
static void
go_to_details (Fixture *fixture)
{
  PracticeBrowser *admin = fixture->admin;

  practice_browser_log_in (admin, LINKS, "admin");
  if (strstr (admin->body, "id=\"createNewLink\"") != NULL)
    {
      g_assert_null (strstr (admin->body, "id=\"createLink\""));
      practice_browser_press (admin, "createNewLink", "applicationUrl", PRODUCT, NULL);
    }
  else
    {
      practice_browser_press (admin, "createLink", NULL);
      practice_browser_press (admin, "continue", "applicationUrl", PRODUCT, NULL);
    }

  practice_browser_assert_shows (admin, "No response was received from the URL you entered.");
  practice_browser_press (admin, "continue", NULL);
  practice_browser_assert_shows (admin, "Create incoming link");
}

/* The fields and their labels in the order of reference/jira-oauth.md section 4. */
static void
assert_labels (PracticeBrowser    *browser,
               const char * const *labels)
{
  const char *at = strstr (browser->body, "<form method=\"post\"");

  for (; *labels != NULL; labels++)
    {
      const char *next = strstr (at, *labels);

      if (next == NULL)
        g_error ("“%s” is missing or out of order: %s", *labels, browser->body);
      at = next;
    }
}

static void
test_link_from_end_to_end (Fixture       *fixture,
                           gconstpointer  generation)
{
  static const char *first[] = { "Application Name", "Application Type", "Service Provider Name", "Consumer Key", "Shared Secret",
                                 "Request Token URL", "Access Token URL", "Authorize URL", "Create incoming link", NULL };
  static const char *second[] = { "Consumer Key", "Consumer Name", "Public Key", "Consumer Callback URL",
                                  "Allow 2-legged OAuth", NULL };
  PracticeBrowser *admin = fixture->admin;
  g_autofree char *token = NULL;

  assert_token_answer (fixture, 401, "consumer_key_unknown");
  go_to_details (fixture);
  assert_labels (admin, first);
  practice_browser_press (admin, "continue", "name", "Zephyr", "createIncoming", "true", NULL);

  if (g_str_equal (generation, "cloud-2024"))
    {
      g_autofree char *button = NULL;
      const char *edit;

      /* Here the link is made, but nothing comes in yet. */
      practice_browser_assert_shows (admin, "Not configured");
      assert_token_answer (fixture, 401, "consumer_key_unknown");
      edit = strstr (admin->body, "edit-");
      button = g_strndup (edit, strcspn (edit, "\""));
      practice_browser_press (admin, button, NULL);
      assert_labels (admin, second);
      practice_browser_press (admin, "save", "key", CONSUMER, "consumerName", "Zephyr", "publicKey", fixture->product->public_key,
                              NULL);
    }
  else
    {
      assert_labels (admin, second);
      assert_token_answer (fixture, 401, "consumer_key_unknown");
      practice_browser_press (admin, "continue", "key", CONSUMER, "consumerName", "Zephyr", "publicKey",
                              fixture->product->public_key, NULL);
    }

  practice_browser_assert_shows (admin, "<td>OAuth</td><td>" CONSUMER "</td>");
  assert_token_answer (fixture, 200, NULL);
  token = practice_product_link (fixture->product, "alex");
  g_assert_cmpuint (practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, NULL), ==, 200);
  practice_browser_assert_shows (fixture->product->browser, "\"displayName\":\"Practice User\"");
}

/* Each of the five generations of the guidance is there, in the order of their age. */
static void
test_generations (Fixture       *fixture,
                  gconstpointer  unused)
{
  const char * const *names = ala_practice_jira_list_generations ();

  g_assert_true (g_strv_contains (names, "server-8"));
  g_assert_true (g_strv_contains (names, "data-center-9"));
  g_assert_true (g_strv_contains (names, "data-center-10"));
  g_assert_true (g_strv_contains (names, "cloud-2020"));
  g_assert_true (g_strv_contains (names, "cloud-2024"));
  g_assert_cmpuint (g_strv_length ((char **) names), ==, 5);
  g_assert_cmpstr (ala_practice_jira_get_generation (fixture->jira), ==, ALA_PRACTICE_GENERATION);
  g_assert_false (ala_practice_jira_set_generation (fixture->jira, "server-7"));
  g_assert_cmpstr (ala_practice_jira_get_generation (fixture->jira), ==, ALA_PRACTICE_GENERATION);
}

/* The commonest mistake: the tick box. */
static void
test_without_the_tick_box (Fixture       *fixture,
                           gconstpointer  unused)
{
  go_to_details (fixture);
  practice_browser_press (fixture->admin, "continue", "name", "Zephyr", NULL);
  practice_browser_assert_shows (fixture->admin, "Not configured");
  assert_token_answer (fixture, 401, "consumer_key_unknown");
}

static void
test_external_application_is_a_dead_end (Fixture       *fixture,
                                         gconstpointer  unused)
{
  PracticeBrowser *admin = fixture->admin;

  practice_browser_log_in (admin, LINKS, "admin");
  practice_browser_press (admin, "createLink", NULL);
  practice_browser_press (admin, "continue", "type", "external", NULL);
  practice_browser_assert_shows (admin, "Redirect URL");
  g_assert_null (strstr (admin->body, "Public Key"));
  practice_browser_press (admin, "save", "name", "Zephyr", "redirectUrl", "zephyr", NULL);
  practice_browser_assert_shows (admin, "id=\"error\"");
  practice_browser_press (admin, "save", "name", "Zephyr", "redirectUrl", PRODUCT, NULL);
  practice_browser_assert_shows (admin, "<td>External application</td><td>Not configured</td>");
  assert_token_answer (fixture, 401, "consumer_key_unknown");
}

static void
test_cloud_form_fails_when_touched (Fixture       *fixture,
                                    gconstpointer  unused)
{
  go_to_details (fixture);
  practice_browser_assert_shows (fixture->admin, "<h1 id=\"dialog-title\">Review link</h1>");
  practice_browser_press (fixture->admin, "continue", "name", "Zephyr", "createIncoming", "true", "consumerKey", "x", NULL);
  practice_browser_assert_shows (fixture->admin, "The link could not be created.");

  /* What was entered is still there. */
  practice_browser_assert_shows (fixture->admin, "name=\"consumerKey\" value=\"x\"");
  practice_browser_assert_shows (fixture->admin, "name=\"createIncoming\" value=\"true\" checked");
  practice_browser_press (fixture->admin, "continue", "consumerKey", "", NULL);
  practice_browser_assert_shows (fixture->admin, "The application link was created.");
}

static void
assert_incoming_refused (Fixture    *fixture,
                         const char *key,
                         const char *name,
                         const char *public_key,
                         const char *callback,
                         const char *sentence)
{
  practice_browser_press (fixture->admin, "continue", "key", key, "consumerName", name, "publicKey", public_key,
                          "callbackUrl", callback, NULL);
  practice_browser_assert_shows (fixture->admin, "id=\"error\"");
  practice_browser_assert_shows (fixture->admin, sentence);
}

static void
test_checks_of_the_incoming_form (Fixture       *fixture,
                                  gconstpointer  unused)
{
  const char *key = fixture->product->public_key;
  g_autofree char *cut = g_strndup (key, 60);
  g_autofree char *pem = g_strdup_printf ("-----BEGIN PUBLIC KEY-----\r\n%.64s\r\n%s\r\n-----END PUBLIC KEY-----\r\n", key, key + 64);
  g_autofree char *pkcs1 = g_strdup ("-----BEGIN RSA PUBLIC KEY-----\nMIGJAoGBALRiMLAh9iimur8V\n-----END RSA PUBLIC KEY-----\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Other", "taken", key, NULL, NULL));
  go_to_details (fixture);
  practice_browser_press (fixture->admin, "continue", "createIncoming", "true", "name", "", NULL);
  practice_browser_assert_shows (fixture->admin, "The application name is required.");
  practice_browser_press (fixture->admin, "continue", "name", "Zephyr", NULL);

  assert_incoming_refused (fixture, " ", "Zephyr", key, "", "The consumer key is required.");
  assert_incoming_refused (fixture, CONSUMER, "", key, "", "The consumer name is required.");
  assert_incoming_refused (fixture, CONSUMER, "Zephyr", "", "", "The public key is required.");
  assert_incoming_refused (fixture, CONSUMER, "Zephyr", cut, "", cut);
  assert_incoming_refused (fixture, CONSUMER, "Zephyr", pkcs1, "", "BEGIN RSA PUBLIC KEY");
  assert_incoming_refused (fixture, CONSUMER, "Zephyr", key, "zephyr:back", "callback URL");
  assert_incoming_refused (fixture, "taken", "Zephyr", key, "", "Another application link has this consumer key.");
  assert_token_answer (fixture, 401, "consumer_key_unknown");

  /* With its BEGIN and END lines a key is as good as without. */
  practice_browser_press (fixture->admin, "continue", "key", CONSUMER, "consumerName", "Zephyr", "publicKey", pem, "callbackUrl", "",
                          NULL);
  assert_token_answer (fixture, 200, NULL);

  g_assert_false (ala_practice_jira_add_link (fixture->jira, "Third", CONSUMER, key, NULL, &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_BAD_REQUEST);
}

static void
test_escaping (Fixture       *fixture,
               gconstpointer  unused)
{
  const char *name = "<b>x</b>\"'&amp;";
  PracticeBrowser *admin = fixture->admin;

  go_to_details (fixture);
  practice_browser_press (admin, "continue", "name", name, "createIncoming", "true", NULL);
  practice_browser_press (admin, "continue", "key", "</textarea><i>", "consumerName", name, "publicKey", "</textarea><script>", NULL);
  practice_browser_assert_shows (admin, "value=\"&lt;/textarea&gt;&lt;i&gt;\"");
  g_assert_null (strstr (admin->body, "<script>"));
  g_assert_null (strstr (admin->body, "<b>x"));
  practice_browser_press (admin, "continue", "key", CONSUMER, "publicKey", fixture->product->public_key, NULL);
  practice_browser_assert_shows (admin, "&lt;b&gt;x&lt;/b&gt;");
  g_assert_null (strstr (admin->body, "<b>x"));

  {
    g_autofree char *token = practice_product_ask (fixture->product, "oob");
    g_autofree char *page = g_strconcat ("/plugins/servlet/oauth/authorize?oauth_token=", token,
                                         "&oauth_callback=%22%3E%3Cscript%3E", NULL);

    practice_browser_get (admin, page);
    practice_browser_assert_shows (admin, "&lt;b&gt;x&lt;/b&gt;");
    g_assert_null (strstr (admin->body, "<script>"));
    practice_browser_press (admin, "approve", NULL);
    practice_browser_assert_shows (admin, "&lt;b&gt;x&lt;/b&gt;");
    g_assert_null (strstr (admin->body, "<b>x"));
  }
  practice_browser_get (admin, "/login.jsp?os_destination=/%22%3E%3Cscript%3E");
  g_assert_null (strstr (admin->body, "<script>"));
}

static void
test_edit_and_delete_take_tokens_away (Fixture       *fixture,
                                       gconstpointer  unused)
{
  PracticeBrowser *admin = fixture->admin;
  g_autofree char *token = NULL, *page = NULL, *button = NULL;
  const char *found;

  g_assert_true (ala_practice_jira_add_link (fixture->jira, "Zephyr", CONSUMER, fixture->product->public_key, NULL, NULL));
  token = practice_product_link (fixture->product, "admin");

  practice_browser_log_in (admin, LINKS, "admin");
  found = strstr (admin->body, "delete-");
  button = g_strndup (found, strcspn (found, "\""));
  page = g_strconcat (LINKS "?edit=", button + strlen ("delete-"), NULL);
  practice_browser_get (admin, page);
  practice_browser_assert_shows (admin, fixture->product->public_key);
  practice_browser_press (admin, "save", "consumerName", "Zephyr 2", "publicKey", fixture->product->public_key, NULL);
  practice_product_send (fixture->product, "GET", "/rest/api/2/myself", "oauth_token", token, NULL);
  g_assert_cmpuint (fixture->product->browser->status, ==, 401);
  practice_browser_assert_shows (fixture->product->browser, "oauth_problem=token_rejected");
  assert_token_answer (fixture, 200, NULL);

  practice_browser_get (admin, LINKS);
  practice_browser_press (admin, button, NULL);
  practice_browser_assert_shows (admin, "There are no application links yet.");
  assert_token_answer (fixture, 401, "consumer_key_unknown");
}

static void
test_who_may_administer (Fixture       *fixture,
                         gconstpointer  unused)
{
  PracticeBrowser *person = fixture->admin;

  /* Nobody, a wrong password, and somebody who is no administrator. */
  practice_browser_get (person, LINKS);
  practice_browser_assert_shows (person, "id=\"login-form-username\"");
  practice_browser_assert_shows (person, "value=\"" LINKS "\"");
  practice_browser_press (person, "login-form-submit", "os_username", "admin", "os_password", "Admin", NULL);
  practice_browser_assert_shows (person, "id=\"error\"");
  g_assert_cmpstr (practice_browser_get_header (person, "X-Seraph-LoginReason"), ==, "AUTHENTICATED_FAILED");
  practice_browser_press (person, "login-form-submit", "os_username", "alex", "os_password", "alex", NULL);
  practice_browser_assert_shows (person, "Log in as an administrator");

  /* The administrator gives the password once more, and then it holds. */
  practice_browser_press (person, "login-form-submit", "os_username", "admin", "os_password", "admin", NULL);
  practice_browser_assert_shows (person, "<h1>Administrator Access</h1>");
  practice_browser_press (person, "login-form-submit", "webSudoPassword", "alex", NULL);
  practice_browser_assert_shows (person, "id=\"error\"");
  practice_browser_press (person, "login-form-submit", "webSudoPassword", "admin", NULL);
  practice_browser_assert_shows (person, "id=\"createLink\"");
  practice_browser_get (person, LINKS);
  practice_browser_assert_shows (person, "id=\"createLink\"");

  /* For ten minutes. */
  ala_practice_jira_set_clock (fixture->jira, 601);
  practice_browser_get (person, LINKS);
  practice_browser_assert_shows (person, "<h1>Administrator Access</h1>");

  /* Cloud does not ask. */
  ala_practice_jira_set_generation (fixture->jira, "cloud-2024");
  practice_browser_get (person, LINKS);
  practice_browser_assert_shows (person, "id=\"createLink\"");
  practice_browser_press (person, "log_out", NULL);
  practice_browser_get (person, LINKS);
  practice_browser_assert_shows (person, "id=\"login-form-username\"");
}

static void
test_forged_forms (Fixture       *fixture,
                   gconstpointer  unused)
{
  PracticeBrowser *admin = fixture->admin;
  const char *type = "application/x-www-form-urlencoded";

  practice_browser_log_in (admin, LINKS, "admin");
  g_assert_cmpuint (practice_browser_send (admin, "POST", LINKS, NULL, type, "step=details&name=Evil"), ==, 403);
  g_assert_cmpuint (practice_browser_send (admin, "POST", "/practice", NULL, type, "fault=anonymous"), ==, 403);
  g_assert_cmpuint (practice_browser_send (admin, "POST", "/logout", NULL, type, ""), ==, 403);
  practice_browser_get (admin, LINKS);
  practice_browser_assert_shows (admin, "There are no application links yet.");

  /* A login leads nowhere else, and takes no session that somebody knew before. */
  admin->stay = TRUE;
  practice_browser_send (admin, "POST", "/login.jsp", NULL, type, "os_username=alex&os_password=alex&os_destination=//evil.example.com");
  g_assert_cmpuint (admin->status, ==, 302);
  g_assert_cmpstr (practice_browser_get_header (admin, "Location"), ==, "/jira/secure/Dashboard.jspa");
  g_assert_true (g_str_has_prefix (practice_browser_get_header (admin, "Set-Cookie"), "JSESSIONID="));
  g_assert_nonnull (strstr (practice_browser_get_header (admin, "Set-Cookie"), "; Path=/jira; HttpOnly"));
}

static void
test_pages_around (Fixture       *fixture,
                   gconstpointer  unused)
{
  PracticeBrowser *person = fixture->admin;
  g_autofree char *outside = g_strndup (person->base, strlen (person->base) - strlen ("/jira"));
  g_autofree char *near = g_strconcat (person->base, "x/status", NULL);

  g_assert_cmpuint (practice_browser_get (person, "/"), ==, 200);
  practice_browser_assert_shows (person, "System Dashboard");
  practice_browser_assert_shows (person, "id=\"practice-badge\">Practice Jira</span>");
  g_assert_cmpuint (practice_browser_get (person, ""), ==, 200);
  g_assert_cmpuint (practice_browser_get (person, "/status"), ==, 200);
  g_assert_cmpstr (person->body, ==, "{\"state\":\"RUNNING\"}");
  g_assert_cmpuint (practice_browser_get (person, "/secure/Nothing.jspa"), ==, 404);
  practice_browser_assert_shows (person, "practice-badge");
  g_assert_cmpuint (practice_browser_get (person, "/practice/style.css"), ==, 200);
  practice_browser_assert_shows (person, "prefers-color-scheme: dark");

  /* Outside of its context path there is only the web server. */
  g_assert_cmpuint (practice_browser_get (person, outside), ==, 404);
  practice_browser_assert_shows (person, "HTTP Status 404");
  g_assert_cmpuint (practice_browser_get (person, near), ==, 404);
  g_assert_cmpuint (practice_browser_get (person, "/rest%2Fapi"), ==, 400);
}

int
main (int   argc,
      char *argv[])
{
  const char * const *generations = ala_practice_jira_list_generations ();

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; generations[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/practice/dialogs/link/", generations[i], NULL);

      g_test_add (path, Fixture, generations[i], set_up, test_link_from_end_to_end, tear_down);
    }
#define add(name, generation, test) g_test_add ("/practice/dialogs/" name, Fixture, generation, set_up, test, tear_down)
  add ("generations", NULL, test_generations);
  add ("tick-box", "data-center-9", test_without_the_tick_box);
  add ("external", "data-center-10", test_external_application_is_a_dead_end);
  add ("cloud-touched", "cloud-2024", test_cloud_form_fails_when_touched);
  add ("incoming-checks", "server-8", test_checks_of_the_incoming_form);
  add ("escaping", "data-center-10", test_escaping);
  add ("edit-and-delete", "cloud-2020", test_edit_and_delete_take_tokens_away);
  add ("administrator", "data-center-10", test_who_may_administer);
  add ("forged", "data-center-9", test_forged_forms);
  add ("around", NULL, test_pages_around);
#undef add

  return g_test_run ();
}
