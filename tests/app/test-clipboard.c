/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"
#include "ala-secret-clipboard.h"

/* The other programs of a desktop: what they put on the clipboard, and what they find there. xclip plays all of them. */

typedef struct
{
  char *text;
  gboolean done;
} Xclip;

static void
on_xclip_done (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Xclip *xclip = user_data;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &xclip->text, NULL, NULL);
  xclip->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Xclip *) data)->done;
}

/* Returns what another process finds on the clipboard, "" when there is nothing. */
static char *
read_elsewhere (void)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Xclip xclip = { NULL, FALSE };

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              "xclip", "-selection", "clipboard", "-out", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, on_xclip_done, &xclip);
  ala_app_wait ("another process has read the clipboard", is_done, &xclip);

  return xclip.text != NULL ? xclip.text : g_strdup ("");
}

static void
copy_elsewhere (const char *text)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Xclip xclip = { NULL, FALSE };

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                              "xclip", "-selection", "clipboard", "-in", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, text, NULL, on_xclip_done, &xclip);
  ala_app_wait ("another process has filled the clipboard", is_done, &xclip);
}

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

/* Secrets */

static void
lend_a_secret (AlaApplication *application,
               gpointer        data)
{
  AlaPage *page;
  GtkWidget *row;
  g_autofree char *lent = NULL;
  g_autofree char *cleared = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *left = NULL;

  ala_app_walk_to_checks (application, data);
  page = ala_app_walk_past_webhooks (application);

  /* Exactly the key, and no longer than it is needed. */
  row = ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Private Key");
  ala_app_press (ala_app_get (row, "copy"));
  lent = read_elsewhere ();
  g_assert_true (g_str_has_prefix (lent, "MII"));
  g_assert_null (strpbrk (lent, " \n-"));
  g_assert_cmpuint (ala_secret_clipboard_get_seconds_left (ala_secret_clipboard_get_default ()), >, 0);
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
  cleared = read_elsewhere ();
  g_assert_cmpstr (cleared, ==, "");

  /* What somebody copied meanwhile is theirs. */
  ala_app_press (ala_app_get (row, "copy"));
  copy_elsewhere ("something else");
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
  theirs = read_elsewhere ();
  g_assert_cmpstr (theirs, ==, "something else");

  /* Leaving the page takes it back. */
  ala_app_press (ala_app_get (row, "copy"));
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  left = read_elsewhere ();
  g_assert_cmpstr (left, ==, "");

  ala_app_close (application);
}

static void
test_secret (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (lend_a_secret, jira);
}

/* The verifier */

static void
copy_the_page (AlaApplication *application,
               gpointer        data)
{
  AlaPage *page;
  g_autofree char *answer = NULL;

  /* This Jira does not come back by itself, so it shows a page with the code. */
  g_assert_true (ala_practice_jira_set_fault (data, "callback-rejected", TRUE));
  page = ala_app_walk_to_authorization (application, data);
  answer = ala_app_allow (application);
  g_assert_nonnull (strstr (answer, "verification code"));

  /* What has nothing to do with Jira is left alone; the page with the code is the answer. */
  copy_elsewhere ("Dear all, please find attached the minutes of our meeting.");
  copy_elsewhere ("Please");
  copy_elsewhere ("Access denied");
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_NONE);
  copy_elsewhere (answer);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  g_assert_cmpstr (ala_setup_get_user (ala_page_get_setup (page)), ==, ALA_PRACTICE_NAME);
  ala_app_close (application);
}

static void
test_verifier (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (copy_the_page, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clipboard/secret", test_secret);
  g_test_add_func ("/clipboard/verifier", test_verifier);
  return g_test_run ();
}
