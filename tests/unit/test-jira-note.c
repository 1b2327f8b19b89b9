/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-jira-note.h"

#include <string.h>

#include "ala-key-export.h"
#include "ala-key-pair.h"
#include "ala-profiles.h"
#include "ala-test-folder.h"
#include "ala-test-server.h"

static const AlaJiraNoteForm forms[] = { ALA_JIRA_NOTE_TEXT, ALA_JIRA_NOTE_MARKDOWN, ALA_JIRA_NOTE_HTML };

static AlaJiraNote *
new_note (AlaEdition  edition,
          guint       major,
          AlaProfile *profile,
          const char *public_key)
{
  g_autoptr (AlaGuidance) guidance = ala_guidance_choose (edition, major, 0);
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_setup_set_jira_url (setup, "https://jira.example.com/j");
  ala_setup_set_consumer_key (setup, "our-consumer");
  ala_setup_set_product_url (setup, "https://product.example.com/flex");
  return ala_jira_note_new (guidance, setup, profile, public_key);
}

static guint
count (const char *text,
       const char *part)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}

/* For each generation of Jira's screens and each product: everything to enter, and nothing secret. */
static void
test_holds_what_is_needed (void)
{
  static const struct
  {
    AlaEdition edition;
    guint major;
  } jiras[] = { { ALA_EDITION_SERVER, 8 }, { ALA_EDITION_SERVER, 9 }, { ALA_EDITION_SERVER, 10 }, { ALA_EDITION_CLOUD, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate (1024, &error);
  g_autoptr (AlaSecret) private = ala_key_export_private (pair, ALA_KEY_FORM_PKCS8_BODY, &error);
  g_autoptr (AlaSecret) old_private = ala_key_export_private (pair, ALA_KEY_FORM_PKCS1_BODY, &error);
  g_autofree char *body = ala_key_export_public_body (pair);
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (profiles)); i++)
    for (guint j = 0; j < G_N_ELEMENTS (jiras); j++)
      for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
        {
          g_autoptr (AlaProfile) profile = g_list_model_get_item (G_LIST_MODEL (profiles), i);
          g_autoptr (AlaJiraNote) note = new_note (jiras[j].edition, jiras[j].major, profile, body);
          g_autofree char *text = ala_jira_note_to (note, forms[k]);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_nonnull (strstr (text, "https://jira.example.com/j/"));
          g_assert_nonnull (strstr (text, "our-consumer"));
          g_assert_nonnull (strstr (text, "https://product.example.com/flex"));
          g_assert_cmpuint (count (text, body), ==, 1);
          g_assert_null (strstr (text, "PRIVATE KEY"));
          /* The middle of the base64 is the modulus, which both halves have; the end is the private half's own. */
          g_assert_null (strstr (text, ala_secret_peek (private) + ala_secret_get_length (private) - 40));
          g_assert_null (strstr (text, ala_secret_peek (old_private) + ala_secret_get_length (old_private) - 40));
        }
}

/* What a product wants otherwise, with characters that mean something to each form. */
static void
test_notes (void)
{
  static const char json[] = "{ \"format\": 1, \"id\": \"mine\", \"name\": \"R&D <Tests>\", \"consumer-key\": \"mine\","
                             " \"application-name\": \"My product\", \"url-label\": \"Address\","
                             " \"fields\": [ { \"id\": \"a\", \"label\": \"A\", \"value\": \"action\" } ],"
                             " \"jira-notes\": [ \"Enter a*b&c <d>.\" ] }";
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaProfile) profile = ala_profile_new_from_json (json, -1, &error);
  g_autoptr (AlaJiraNote) note = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;

  g_assert_no_error (error);
  note = new_note (ALA_EDITION_SERVER, 9, profile, "BODY");
  text = ala_jira_note_to (note, ALA_JIRA_NOTE_TEXT);
  markdown = ala_jira_note_to (note, ALA_JIRA_NOTE_MARKDOWN);
  html = ala_jira_note_to (note, ALA_JIRA_NOTE_HTML);

  g_assert_nonnull (strstr (text, "! Enter a*b&c <d>.\n"));
  g_assert_nonnull (strstr (text, "let R&D <Tests> into Jira"));
  g_assert_nonnull (strstr (markdown, "> Enter a\\*b&c \\<d\\>.\n"));
  g_assert_nonnull (strstr (html, "Enter a*b&amp;c &lt;d&gt;."));
  g_assert_nonnull (strstr (html, "R&amp;D &lt;Tests&gt;"));
}

static void
test_save (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } files[] = { { "note.html", "<!DOCTYPE html>" }, { "note.TXT", "Jira" }, { "note.md", "# " }, { "note", "<!DOCTYPE html>" } };
  g_autofree char *folder = g_dir_make_tmp ("ala-note-XXXXXX", NULL);
  g_autoptr (AlaProfiles) profiles = ala_profiles_new ();
  g_autoptr (AlaJiraNote) note = new_note (ALA_EDITION_SERVER, 9, ala_profiles_find (profiles, "generic"), "BODY");
  g_autofree char *proposed = ala_jira_note_dup_file_name (note);
  g_autoptr (GFile) is_folder = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (proposed, ==, "applink-jira.example.com.html");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *text = NULL;

      ala_jira_note_save_async (note, file, NULL, ala_test_keep_result, &result);
      g_assert_true (ala_jira_note_save_finish (note, ala_test_wait (&result), &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, files[i].begins));
    }

  ala_jira_note_save_async (note, is_folder, NULL, ala_test_keep_result, &refused);
  g_assert_false (ala_jira_note_save_finish (note, ala_test_wait (&refused), &error));
  g_assert_error (error, ALA_PROBLEM_ERROR, ALA_PROBLEM_FILE_NOT_SAVED);
  ala_test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jira-note/holds-what-is-needed", test_holds_what_is_needed);
  g_test_add_func ("/jira-note/notes", test_notes);
  g_test_add_func ("/jira-note/save", test_save);
  return g_test_run ();
}
