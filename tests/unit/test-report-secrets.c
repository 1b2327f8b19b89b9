/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "ala-authorization.h"
#include "ala-cli-person.h"
#include "ala-cli-wait.h"
#include "ala-key-export.h"
#include "ala-oauth-encoding.h"
#include "ala-practice-jira.h"
#include "ala-profiles.h"
#include "ala-report-file.h"

/*
 * A whole run against a practice Jira, sound and with each of its faults, and in no form of any of the reports any secret of the
 * run, in no spelling.
 */

/* A long secret is recognised by any part of it that has this many characters and a half more. */
#define PART 24

typedef struct
{
  AlaPracticeJira *jira;
  AlaCliBrowser *browser;
  AlaKeyPair *pair;
  AlaJiraClient *client;
  AlaSetup *setup;
  AlaProfile *profile;
  GPtrArray *needles;
} Run;

/* Looking for secrets */

static void
add_needle (GPtrArray  *needles,
            const char *text,
            gsize       length)
{
  g_assert_cmpuint (length, >=, 6);
  g_ptr_array_add (needles, g_strndup (text, length));
}

/* In base64 three texts stand for one, by where it begins; the characters at its ends also hold what is around it. */
static void
add_base64 (GPtrArray  *needles,
            const char *data,
            gsize       length)
{
  for (gsize skip = 0; skip < 3; skip++)
    {
      gsize whole = (length - skip) / 3 * 3;
      g_autofree char *text = g_base64_encode ((const guchar *) data + skip, whole);

      if (strlen (text) >= 6)
        add_needle (needles, text, strlen (text));
    }
}

static void
add_spellings (GPtrArray  *needles,
               const char *data,
               gsize       length,
               gboolean    is_text)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  if (is_text)
    {
      g_autofree char *escaped = g_uri_escape_string (data, NULL, FALSE);

      add_needle (needles, data, length);
      add_needle (needles, escaped, strlen (escaped));
    }
  add_base64 (needles, data, length);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", (guchar) data[i]);
  add_needle (needles, hex->str, hex->len);
}

static void
add_secret (GPtrArray *needles,
            AlaSecret *secret)
{
  add_spellings (needles, ala_secret_peek (secret), ala_secret_get_length (secret), TRUE);
}

static void
add_private_key (GPtrArray  *needles,
                 AlaKeyPair *pair)
{
  static const AlaKeyForm forms[] = { ALA_KEY_FORM_PKCS8_BODY, ALA_KEY_FORM_PKCS1_BODY };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AlaSecret) body = ala_key_export_private (pair, forms[i], &error);
      g_autofree guchar *der = NULL;
      gsize length;

      g_assert_no_error (error);
      add_secret (needles, body);
      der = g_base64_decode (ala_secret_peek (body), &length);
      add_spellings (needles, (const char *) der, length, FALSE);
    }
}

static const char *
find_part (const char *hay,
           const char *needle)
{
  gsize length = strlen (needle);

  if (length <= PART + PART / 2)
    return strstr (hay, needle);

  for (gsize i = 0; i + PART <= length; i += PART / 2)
    {
      g_autofree char *part = g_strndup (needle + i, PART);
      const char *found = strstr (hay, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
find_secret (GPtrArray  *needles,
             const char *hay)
{
  g_autofree char *small = g_ascii_strdown (hay, -1);

  for (guint i = 0; i < needles->len; i++)
    {
      const char *needle = g_ptr_array_index (needles, i);
      const char *found = find_part (hay, needle);

      if (found == NULL && strspn (needle, "0123456789abcdef") == strlen (needle))
        found = find_part (small, needle);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The run */

static char *
find_parameter (const char *url,
                const char *name)
{
  const char *query = strchr (url, '?');
  g_autoptr (GHashTable) parameters = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (query);
  parameters = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_WWW_FORM, &error);
  g_assert_no_error (error);
  g_assert_true (g_hash_table_contains (parameters, name));

  return g_strdup (g_hash_table_lookup (parameters, name));
}

static void
make_link (Run *self)
{
  AlaCliPerson person = { self->browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };
  g_autofree char *url = g_strconcat (ala_practice_jira_get_url (self->jira), "/plugins/servlet/applinks/listApplicationLinks",
                                      NULL);
  g_autofree char *public_key = ala_key_export_public_body (self->pair);
  g_autoptr (GError) error = NULL;
  AlaCliHandout handout = {
    .application_name = "Zephyr",
    .application_url = "https://zephyr.example.com/flex",
    .consumer_key = "zephyr",
    .consumer_name = "Zephyr",
    .public_key = public_key,
  };

  ala_cli_person_make_link (&person, url, &handout, &error);
  g_assert_no_error (error);
}

static void
authorize (Run *self)
{
  AlaCliPerson person = { self->browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };
  g_autoptr (AlaAuthorization) authorization = ala_authorization_new (self->client);
  g_autoptr (GAsyncResult) prepared = NULL, result = NULL;
  g_autoptr (AlaAccessToken) token = NULL;
  g_autoptr (AlaCliPage) page = NULL;
  g_autofree char *request_token = NULL, *verifier = NULL;
  g_autoptr (GError) error = NULL;

  ala_authorization_prepare_async (authorization, NULL, ala_cli_keep_result, &prepared);
  ala_cli_wait (&prepared);
  ala_authorization_prepare_finish (authorization, prepared, &error);
  g_assert_no_error (error);
  request_token = find_parameter (ala_authorization_get_authorize_url (authorization), "oauth_token");

  ala_authorization_run_async (authorization, NULL, ala_cli_keep_result, &result);
  page = ala_cli_person_allow (&person, ala_authorization_get_authorize_url (authorization), &error);
  g_assert_no_error (error);
  verifier = find_parameter (ala_cli_page_get_url (page), "oauth_verifier");
  ala_cli_wait (&result);
  token = ala_authorization_run_finish (authorization, result, &error);
  g_assert_no_error (error);

  ala_jira_client_set_access_token (self->client, token->token);
  ala_setup_set_authorized (self->setup, g_get_real_time () / G_USEC_PER_SEC, token->expires_at);
  add_secret (self->needles, token->token);
  add_secret (self->needles, token->secret);
  add_spellings (self->needles, request_token, strlen (request_token), TRUE);
  add_spellings (self->needles, verifier, strlen (verifier), TRUE);
}

static void
set_up (Run           *self,
        gconstpointer  unused)
{
  g_autoptr (AlaHttpSession) session = ala_http_session_new ();
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaJiraAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->jira = ala_practice_jira_new (0, &error);
  g_assert_no_error (error);
  self->browser = ala_cli_browser_new (NULL);
  self->pair = ala_key_pair_generate (2048, &error);
  g_assert_no_error (error);
  self->profile = g_object_ref (ala_profiles_find (profiles, "zephyr-enterprise"));
  self->needles = g_ptr_array_new_with_free_func (g_free);

  self->setup = ala_setup_new ();
  ala_setup_set_jira_url (self->setup, ala_practice_jira_get_url (self->jira));
  ala_setup_set_consumer_key (self->setup, "zephyr");
  ala_setup_set_key (self->setup, 2048, ala_key_pair_get_fingerprint (self->pair));
  address = ala_jira_address_new (ala_practice_jira_get_url (self->jira), &error);
  g_assert_no_error (error);

  /* For the faults that never answer. */
  ala_http_session_set_timeout (session, 1);
  self->client = ala_jira_client_new (session, address, "zephyr", self->pair);

  add_private_key (self->needles, self->pair);
  make_link (self);
  authorize (self);
}

static void
tear_down (Run           *self,
           gconstpointer  unused)
{
  g_object_unref (self->client);
  g_object_unref (self->setup);
  g_object_unref (self->profile);
  g_object_unref (self->pair);
  g_object_unref (self->browser);
  g_object_unref (self->jira);
  g_ptr_array_unref (self->needles);
}

static AlaReport *
check (Run *self)
{
  g_autoptr (AlaCheckRunner) runner = ala_check_runner_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ala_check_runner_run_async (runner, self->client, self->setup, self->profile, NULL, NULL, ala_cli_keep_result, &result);
  ala_cli_wait (&result);
  ala_check_runner_run_finish (runner, result, &error);
  g_assert_no_error (error);

  return ala_report_new (runner, self->setup, self->profile, TRUE);
}

static void
assert_no_secret (Run        *self,
                  AlaReport  *report,
                  const char *when)
{
  for (AlaReportKind kind = ALA_REPORT_TEXT; kind <= ALA_REPORT_JSON; kind++)
    {
      g_autofree char *text = ala_report_to (report, kind);
      const char *found = find_secret (self->needles, text);

      g_assert_cmpuint (strlen (text), >, 1000);
      if (found != NULL)
        g_error ("%s, form %u: a secret begins at “%.20s”", when, kind, found);
    }
}

static void
test_search_finds (Run           *self,
                   gconstpointer  unused)
{
  g_autoptr (AlaSecret) pem = NULL, body = NULL;
  g_autofree char *public_key = ala_key_export_public_body (self->pair);
  g_autofree char *escaped = NULL, *base64 = NULL, *whole = NULL, *middle = NULL;
  g_autoptr (GError) error = NULL;

  pem = ala_key_export_private (self->pair, ALA_KEY_FORM_PKCS8_PEM, &error);
  g_assert_no_error (error);
  body = ala_key_export_private (self->pair, ALA_KEY_FORM_PKCS8_BODY, &error);
  g_assert_no_error (error);

  middle = g_strndup (ala_secret_peek (body) + 701, 40);
  whole = g_strconcat ("xy", ala_secret_peek (body), NULL);
  base64 = g_base64_encode ((const guchar *) whole, strlen (whole));
  escaped = g_uri_escape_string (ala_secret_peek (body), NULL, FALSE);

  g_assert_nonnull (find_secret (self->needles, ala_secret_peek (pem)));
  g_assert_nonnull (find_secret (self->needles, middle));
  g_assert_nonnull (find_secret (self->needles, base64));
  g_assert_nonnull (find_secret (self->needles, escaped));
  g_assert_null (find_secret (self->needles, ala_key_pair_get_fingerprint (self->pair)));
  g_assert_null (find_secret (self->needles, "a text like any other, with some more words in it"));
}

static void
test_sound (Run           *self,
            gconstpointer  unused)
{
  g_autoptr (AlaReport) report = check (self);

  g_assert_cmpint (ala_report_check_get_state (ala_report_find_check (report, "identity")), ==, ALA_CHECK_PASSED);
  assert_no_secret (self, report, "sound");
}

static void
test_each_fault (Run           *self,
                 gconstpointer  unused)
{
  const char * const *faults = ala_practice_jira_list_faults ();
  guint n_bad = 0;

  for (guint i = 0; faults[i] != NULL; i++)
    {
      g_autoptr (AlaReport) report = NULL;

      g_assert_true (ala_practice_jira_set_fault (self->jira, faults[i], TRUE));
      report = check (self);
      n_bad += ala_report_get_verdict (report) != ALA_CHECK_PASSED;
      assert_no_secret (self, report, faults[i]);
      ala_practice_jira_set_fault (self->jira, faults[i], FALSE);
    }

  g_assert_cmpuint (n_bad, >, 20);
}

#define ADD(path, test) g_test_add ("/report-secrets/" path, Run, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("search-finds", test_search_finds);
  ADD ("sound", test_sound);
  ADD ("each-fault", test_each_fault);
  return g_test_run ();
}
