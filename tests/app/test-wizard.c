/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"

/* Each test begins as a person who has never started the program. */
static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

static const char *
get_label (gpointer    widget,
           const char *id)
{
  return gtk_label_get_label (ala_app_get (widget, id));
}

/* Everything that was saved on disk, in one text. */
static char *
read_links (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applink-assistant", "links", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_string_append (text, contents);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The whole job */

static gboolean
is_verdict_passed (gpointer data)
{
  return g_str_equal (ala_setup_get_verdict (data), "passed");
}

static void
copy_everything (AlaPage *page)
{
  g_autoptr (AlaProfile) profile = NULL;
  GListModel *fields;

  profile = g_object_ref (ala_workspace_get_profile (ala_page_get_workspace (page)));
  fields = ala_profile_get_fields (profile);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AlaProfileField) field = g_list_model_get_item (fields, i);
      g_autofree char *tick = g_strconcat ("field-", ala_profile_field_get_id (field), NULL);

      if (ala_profile_field_get_value (field) == ALA_FIELD_ACTION)
        {
          ala_setup_set_done (ala_page_get_setup (page), tick, TRUE);
        }
      else
        {
          GtkWidget *row = ala_app_find_copy_row (GTK_WIDGET (page), ala_profile_field_get_label (field));
          g_autofree char *text = NULL;

          g_assert_nonnull (row);
          ala_app_press (ala_app_get (row, "copy"));
          g_assert_true (ala_setup_is_done (ala_page_get_setup (page), tick));
          text = ala_app_read_clipboard (row);
          g_assert_nonnull (text);
          g_assert_null (strchr (text, '\n'));
          if (ala_profile_field_get_value (field) == ALA_FIELD_PRIVATE_KEY)
            g_assert_true (g_str_has_prefix (text, "MII"));
        }
    }
}

static void
walk_the_whole_job (AlaApplication *application,
                    gpointer        data)
{
  AlaPracticeJira *jira = data;
  AlaSetup *setup;
  AlaPage *page;
  g_autofree char *copied = NULL;
  g_autofree char *saved = NULL;

  page = ala_app_walk_to_checks (application, jira);
  setup = ala_page_get_setup (page);
  ala_app_wait_complete (page);
  ala_app_wait ("every check has passed", is_verdict_passed, setup);
  g_assert_cmpstr (ala_setup_get_user (setup), ==, ALA_PRACTICE_NAME);

  page = ala_app_walk_past_webhooks (application);
  g_assert_false (ala_app_can_go_on (application));
  copy_everything (page);

  /* The last thing copied was a secret or came after one: leaving the page takes it back. */
  ala_app_press (ala_app_get (ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Private Key"), "copy"));
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  copied = ala_app_read_clipboard (GTK_WIDGET (page));
  g_assert_null (copied);
  g_assert_cmpint (ala_setup_get_finished (setup), >, 0);

  saved = read_links ();
  g_assert_nonnull (strstr (saved, ala_setup_get_key_fingerprint (setup)));
  g_assert_null (strstr (saved, "PRIVATE KEY"));
  g_assert_null (strstr (saved, ala_secret_peek (ala_workspace_get_access_token (ala_page_get_workspace (page)))));

  ala_app_close (application);
}

static void
test_whole_job (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (walk_the_whole_job, jira);
}

/* Closing and coming back */

static void
stop_at_the_link (AlaApplication *application,
                  gpointer        data)
{
  AlaPage *page = ala_app_walk_to_link (application, data);

  g_object_set_data_full (data, "fingerprint", g_strdup (ala_setup_get_key_fingerprint (ala_page_get_setup (page))),
                          g_free);
  ala_app_close (application);
}

static void
go_on_at_the_link (AlaApplication *application,
                   gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);
  AlaSetup *setup = ala_page_get_setup (page);

  g_assert_cmpstr (ala_setup_get_key_fingerprint (setup), ==, g_object_get_data (data, "fingerprint"));
  g_assert_cmpstr (ala_setup_get_jira_url (setup), ==, ala_practice_jira_get_url (data));
  g_assert_true (ala_workspace_is_key_safe (ala_page_get_workspace (page)));

  /* Back leads to the page before, as if the person had walked here. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  ala_app_make_link (application, data, NULL);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_check_now (page);
  ala_app_wait_complete (page);
  ala_app_close (application);
}

static void
test_resume (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (stop_at_the_link, jira);
  ala_app_run (go_on_at_the_link, jira);
}

/* Mistakes */

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static AlaProblem
wait_for_problem (AlaPage *page)
{
  ala_app_wait ("a problem is shown", shows_problem, page);
  return ala_problem_box_get_problem (ala_app_get (page, "problem"));
}

/* The first field of a page has the focus when the page comes, wherever it was before. */
static void
assert_focus (AlaApplication *application,
              GtkWidget      *widget)
{
  GtkWidget *focus = gtk_window_get_focus (ala_assistant_get_window (ala_application_get_assistant (application)));

  g_assert_nonnull (focus);
  g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
enter_wrong_addresses (AlaApplication *application,
                       gpointer        data)
{
  static const struct
  {
    const char *text;
    AlaProblem problem;
  } rows[] = {
    { "ftp://jira.example.com", ALA_PROBLEM_ADDRESS_SCHEME },
    { "https://my-org.atlassian.n\xd0\xb5t.", ALA_PROBLEM_ADDRESS_LOOKALIKE },
    { "http://127.0.0.1:1/jira", ALA_PROBLEM_CONNECTION_REFUSED },
  };
  AlaPage *page = ala_app_walk_to_jira (application, "");

  assert_focus (application, ala_app_get (page, "address_row"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkEditable *entry = ala_app_get (page, "address_row");
      GtkWidget *box = ala_app_get (page, "problem");

      gtk_editable_set_text (entry, rows[i].text);
      g_assert_cmpint (wait_for_problem (page), ==, rows[i].problem);
      g_assert_cmpstr (get_label (box, "title"), ==, ala_problem_get_title (rows[i].problem));
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, rows[i].text);
      g_assert_false (ala_app_can_go_on (application));
    }

  /* And the right one mends it. */
  gtk_editable_set_text (ala_app_get (page, "address_row"), ala_practice_jira_get_url (data));
  ala_app_wait_complete (page);
  g_assert_false (shows_problem (page));
  ala_app_close (application);
}

static void
test_wrong_address (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (enter_wrong_addresses, jira);
}

static gboolean
can_check_now (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

static gboolean
shows_another_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_CONSUMER_KEY_UNKNOWN;
}

static void
paste_another_key (AlaApplication *application,
                   gpointer        data)
{
  /* A public test key, of the same size as nobody's here. */
  static const char other[] =
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC0YjCwIfYoprq/FQO6lb3asXrxLlJFuCvtinTF5p0GxvQGu5O3gYytUvtC2JlYzypSRjVx"
    "wxrsuRcP3e641SdASwfrmzyvIgP08N4S0IFzEURkV1wp/IpH7kH41EtbmUmrXSwfNZsnQRE5SYSOhh+LcK2wyQkdgcMv11l4KoBkcwIDAQAB";
  AlaPage *page = ala_app_walk_to_link (application, data);
  AlaProblem problem;

  /* At first nothing is wrong, only not done yet; whoever asks is told. */
  ala_app_wait ("the first look is over", can_check_now, page);
  g_assert_false (shows_problem (page));
  ala_app_check_now (page);
  g_assert_cmpint (wait_for_problem (page), ==, ALA_PROBLEM_CONSUMER_KEY_UNKNOWN);

  ala_app_make_link (application, data, other);
  ala_app_wait ("the page can be asked again", can_check_now, page);
  ala_app_check_now (page);
  ala_app_wait ("the answer is another one", shows_another_problem, page);
  problem = ala_problem_box_get_problem (ala_app_get (page, "problem"));

  g_assert_cmpint (problem, ==, ALA_PROBLEM_SIGNATURE_OTHER_SIZE);
  g_assert_false (ala_app_can_go_on (application));
  ala_app_close (application);
}

static void
test_wrong_key (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (paste_another_key, jira);
}

static gboolean
shows_xray (gpointer page)
{
  return gtk_widget_get_visible (ala_app_get (page, "xray"));
}

static void
look_through_a_proxy (AlaApplication *application,
                      gpointer        data)
{
  AlaPage *page = ala_app_walk_to_link (application, data);
  g_autofree char *ours = g_strdup_printf ("− %s/plugins", ala_practice_jira_get_url (data));
  g_autofree char *text = NULL;

  ala_app_make_link (application, data, NULL);
  g_assert_true (ala_practice_jira_set_fault (data, "signature-other-scheme", TRUE));
  ala_app_wait ("the page can be asked again", can_check_now, page);
  ala_app_check_now (page);
  ala_app_wait ("what Jira saw is shown", shows_xray, page);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==,
                   ALA_PROBLEM_SIGNATURE_OTHER_ADDRESS);

  g_object_get (gtk_text_view_get_buffer (ala_app_get (ala_app_get (page, "xray"), "text")), "text", &text, NULL);
  g_assert_nonnull (strstr (text, ours));
  g_assert_nonnull (strstr (text, "\n+ https://127.0.0.1"));
  g_assert_nonnull (strstr (text, "\n  oauth_consumer_key=zephyr-enterprise"));
  ala_app_close (application);
}

static void
test_xray (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (look_through_a_proxy, jira);
}

static void
paste_wrong_answers (AlaApplication *application,
                     gpointer        data)
{
  AlaPage *page = ala_app_walk_to_authorization (application, data);
  g_autofree char *answer = NULL;

  gtk_editable_set_text (ala_app_get (page, "answer"), "nothing like a code in here");
  g_signal_emit_by_name (ala_app_get (page, "answer"), "apply");
  g_assert_cmpint (wait_for_problem (page), ==, ALA_PROBLEM_VERIFIER_NOT_FOUND);
  g_assert_cmpstr (gtk_editable_get_text (ala_app_get (page, "answer")), ==, "nothing like a code in here");

  /* The wait goes on, and the right answer ends it. */
  answer = ala_app_allow (application);
  ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_close (application);
}

static void
test_wrong_answer (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (paste_wrong_answers, jira);
}

/* The window itself */

static void
watch_pages (AlaApplication *application,
             gpointer        data)
{
  AlaAssistant *assistant = ala_application_get_assistant (application);
  GPtrArray *pages = data;

  for (guint step = ALA_STEP_START; step <= ALA_STEP_SUMMARY; step++)
    {
      GtkWidget **slot = g_new0 (GtkWidget *, 1);
      int minimum;

      *slot = ala_assistant_get_page (assistant, step);
      g_object_add_weak_pointer (G_OBJECT (*slot), (gpointer *) slot);
      g_ptr_array_add (pages, slot);

      gtk_widget_measure (*slot, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > 360)
        g_error ("%s needs %d pixels, too wide for a telephone", G_OBJECT_TYPE_NAME (*slot), minimum);
    }
  ala_app_close (application);
}

static void
test_pages_go_with_the_window (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);

  ala_app_run (watch_pages, pages);
  g_assert_cmpuint (pages->len, ==, ALA_STEP_SUMMARY + 1);
  for (guint i = 0; i < pages->len; i++)
    g_assert_null (*(GtkWidget **) g_ptr_array_index (pages, i));
}

/* Practising: nothing is left behind. */

static void
practise (AlaApplication *application,
          gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  g_autofree char *saved = NULL;

  ala_app_wait_complete (page);
  adw_action_row_activate (ala_app_get (page, "practise"));
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_close (application);

  saved = read_links ();
  g_assert_cmpstr (saved, ==, "");
}

static void
test_practise (void)
{
  ala_app_forget_everything ();
  ala_app_run (practise, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wizard/whole-job", test_whole_job);
  g_test_add_func ("/wizard/resume", test_resume);
  g_test_add_func ("/wizard/wrong-address", test_wrong_address);
  g_test_add_func ("/wizard/wrong-key", test_wrong_key);
  g_test_add_func ("/wizard/xray", test_xray);
  g_test_add_func ("/wizard/wrong-answer", test_wrong_answer);
  g_test_add_func ("/wizard/pages-go-with-the-window", test_pages_go_with_the_window);
  g_test_add_func ("/wizard/practise", test_practise);
  return g_test_run ();
}
