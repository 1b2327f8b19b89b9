/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-problem-box.h"
#include "ala-trust-group.h"

/* A Jira of a company whose certificate authority this computer does not know. */

static AlaProblem
get_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem"));
}

static gboolean
is_untrusted (gpointer page)
{
  return get_problem (page) == ALA_PROBLEM_TLS_UNTRUSTED;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
shows_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static GFile *
write_file (const char *name,
            const char *pem)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, pem, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
answer (const char *response)
{
  GtkWindow *dialog;

  ala_app_wait ("the person is asked", shows_dialog, NULL);
  dialog = find_dialog ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static void
choose_the_file (AlaApplication *application,
                 gpointer        data)
{
  AlaPracticeJira *jira = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) stranger = ala_practice_jira_new_secure (0, &error);
  g_autoptr (GFile) good = write_file ("company.pem", ala_practice_jira_get_ca_pem (jira));
  g_autoptr (GFile) other = write_file ("other.pem", ala_practice_jira_get_ca_pem (stranger));
  g_autoptr (GFile) none = write_file ("none.pem", "nothing of the kind");
  AlaPage *page = ala_app_walk_to_jira (application, ala_practice_jira_get_url (jira));
  AlaTrustGroup *group = ala_app_get (page, "trust");
  AlaSetup *setup = ala_page_get_setup (page);

  ala_app_wait ("the certificate is not trusted", is_untrusted, page);
  g_assert_true (gtk_widget_is_sensitive (ala_app_get (ala_app_get (page, "problem"), "secondary")));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));

  ala_trust_group_show_file (group, none);
  g_assert_cmpint (get_problem (page), ==, ALA_PROBLEM_CA_FILE_UNREADABLE);
  ala_trust_group_show_file (group, other);
  g_assert_cmpint (get_problem (page), ==, ALA_PROBLEM_CA_FILE_OTHER_ISSUER);
  g_assert_cmpstr (ala_setup_get_ca_certificates (setup), ==, "");

  /* Nothing is trusted before the person says so. */
  ala_trust_group_show_file (group, good);
  answer ("cancel");
  g_assert_cmpstr (ala_setup_get_ca_certificates (setup), ==, "");
  g_assert_false (ala_app_can_go_on (application));

  ala_trust_group_show_file (group, good);
  answer ("trust");
  ala_app_wait_complete (page);
  g_assert_nonnull (strstr (ala_setup_get_ca_certificates (setup), "BEGIN CERTIFICATE"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_close (application);
}

static void
come_back (AlaApplication *application,
           gpointer        data)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);

  /* What was chosen for the link is still trusted, and not by another link. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  ala_app_wait_complete (page);

  ala_app_press (ala_app_get (ala_app_get (page, "trust"), "remove"));
  ala_app_wait ("the certificate is not trusted any more", is_untrusted, page);
  g_assert_false (gtk_widget_get_visible (ala_app_get (page, "trust")));
  g_assert_cmpstr (ala_setup_get_ca_certificates (ala_page_get_setup (page)), ==, "");
  ala_app_close (application);
}

static void
test_company_authority (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new_secure (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  ala_app_run (choose_the_file, jira);
  ala_app_run (come_back, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/trust/company-authority", test_company_authority);
  return g_test_run ();
}
