/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-elsewhere.h"
#include "ala-app-walk.h"
#include "ala-copy-keys.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"
#include "ala-secret-clipboard.h"

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

/* Rows */

/* What pressing Ctrl and the number does. */
static void
press_key (AlaApplication *application,
           guint           number)
{
  g_autofree char *key = g_strdup_printf ("<Control>%u", number);
  g_auto (GStrv) actions = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), key);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (actions), ==, 1);
  g_assert_true (g_str_has_prefix (actions[0], "app."));
  g_action_parse_detailed_name (actions[0] + strlen ("app."), &name, &target, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (application), name, target);
}

/* Whether an earlier row of the page has the same value, so that its copy ticked this row too. */
static gboolean
has_same_above (GtkWidget  *window,
                guint       n,
                const char *value)
{
  for (guint i = 1; i < n && value != NULL; i++)
    if (g_strcmp0 (ala_copy_row_get_value (ALA_COPY_ROW (ala_copy_keys_find (window, i))), value) == 0)
      return TRUE;

  return FALSE;
}

/* All of it. It was scrolled into the upper half; what Jira or the product answers meanwhile may have pushed it down again. */
static gboolean
is_seen (gpointer row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double x, y;

  return gtk_widget_translate_coordinates (row, scroller, 0, 0, &x, &y) && y >= 0
         && y + gtk_widget_get_height (row) <= gtk_adjustment_get_page_size (adjustment);
}

/* Copies every row of the page by its key, and compares each byte by byte. Returns how many there are. */
static guint
copy_all_by_key (AlaApplication *application)
{
  GtkWidget *window = GTK_WIDGET (ala_assistant_get_window (ala_application_get_assistant (application)));
  GtkWidget *row;
  guint n;

  for (n = 0; (row = ala_copy_keys_find (window, n + 1)) != NULL; n++)
    {
      const char *value = ala_copy_row_get_value (ALA_COPY_ROW (row));
      g_autofree char *shortcut = g_strdup_printf ("Control+%u", n + 1);
      g_autofree char *label = gtk_accelerator_get_label (GDK_KEY_1 + n, GDK_CONTROL_MASK);
      g_autofree char *copied = NULL;

      g_assert_true (ala_copy_row_get_copied (ALA_COPY_ROW (row)) == has_same_above (window, n + 1, value));
      g_assert_cmpstr (gtk_label_get_label (ala_app_get (row, "key")), ==, label);
      gtk_test_accessible_assert_property (ala_app_get (row, "copy"), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, shortcut);
      press_key (application, n + 1);
      copied = ala_app_read_elsewhere ();
      if (value != NULL)
        g_assert_cmpstr (copied, ==, value);
      else
        g_assert_true (g_str_has_prefix (copied, "MII"));
      g_assert_true (ala_copy_row_get_copied (ALA_COPY_ROW (row)));
      g_assert_true (gtk_root_get_focus (gtk_widget_get_root (row)) == ala_app_get (row, "copy"));
      ala_app_wait ("it is scrolled to", is_seen, row);
    }

  return n;
}

static void
assert_ticks (AlaApplication *application,
              guint           n)
{
  GtkWidget *window = GTK_WIDGET (ala_assistant_get_window (ala_application_get_assistant (application)));

  for (guint i = 1; i <= n; i++)
    g_assert_true (ala_copy_row_get_copied (ALA_COPY_ROW (ala_copy_keys_find (window, i))));
  g_assert_null (ala_copy_keys_find (window, n + 1));
}

static void
copy_rows (AlaApplication *application,
           gpointer        data)
{
  AlaPage *page = ala_app_walk_to_link (application, data);
  g_autofree char *public_key = NULL;
  g_autofree char *product = NULL;
  GtkWidget *row;
  guint n;

  n = copy_all_by_key (application);
  g_assert_cmpuint (n, ==, 5);
  /* Three fields of Jira's dialog take the same, and say so. */
  g_assert_true (has_same_above (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page))), n, "zephyr-enterprise"));
  row = ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Name");
  g_assert_cmpstr (gtk_label_get_label (ala_app_get (row, "hint")), ==, "The same as “Application Name”: what you copied there can be pasted again.");
  public_key = g_strdup (ala_copy_row_get_value (ALA_COPY_ROW (ala_app_find_copy_row (GTK_WIDGET (page), "Public Key"))));
  g_assert_null (strpbrk (public_key, " \n-"));

  /* What was copied stays ticked, until another value takes its place. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  product = g_strdup (ala_setup_get_product_url (ala_page_get_setup (page)));
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_settle (application);
  assert_ticks (application, n);

  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  gtk_editable_set_text (ala_app_get (page, "product_row"), "https://elsewhere.example.com");
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_settle (application);
  row = ala_app_find_copy_row (GTK_WIDGET (page), "Application URL");
  g_assert_cmpstr (ala_copy_row_get_value (ALA_COPY_ROW (row)), !=, product);
  g_assert_false (ala_copy_row_get_copied (ALA_COPY_ROW (row)));
  g_assert_true (ala_copy_row_get_copied (ALA_COPY_ROW (ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Key"))));

  ala_app_make_link (application, data, public_key);
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  g_free (ala_app_allow (application));
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  page = ala_app_walk_past_webhooks (application);
  ala_app_settle (application);
  g_assert_cmpuint (copy_all_by_key (application), ==, 5);

  /* The row with the focus, by the key that copies everywhere. */
  row = ala_app_find_copy_row (GTK_WIDGET (page), "Jira URL");
  g_assert_true (gtk_widget_activate_action (row, "row.copy", NULL));
  g_clear_pointer (&product, g_free);
  product = ala_app_read_elsewhere ();
  g_assert_cmpstr (product, ==, ala_practice_jira_get_url (data));

  ala_app_close (application);
}

static void
test_rows (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (copy_rows, jira);
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
  g_autofree char *again = NULL;

  ala_app_walk_to_checks (application, data);
  page = ala_app_walk_past_webhooks (application);

  /* Exactly the key, and no longer than it is needed. */
  row = ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Private Key");
  ala_app_press (ala_app_get (row, "copy"));
  lent = ala_app_read_elsewhere ();
  g_assert_true (g_str_has_prefix (lent, "MII"));
  g_assert_null (strpbrk (lent, " \n-"));
  g_assert_cmpuint (ala_secret_clipboard_get_seconds_left (ala_secret_clipboard_get_default ()), >, 0);
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
  cleared = ala_app_read_elsewhere ();
  g_assert_cmpstr (cleared, ==, "");

  /* What somebody copied meanwhile is theirs. */
  ala_app_press (ala_app_get (row, "copy"));
  ala_app_copy_elsewhere ("something else");
  ala_secret_clipboard_clear (ala_secret_clipboard_get_default ());
  theirs = ala_app_read_elsewhere ();
  g_assert_cmpstr (theirs, ==, "something else");

  /* Leaving the page takes it back. */
  ala_app_press (ala_app_get (row, "copy"));
  ala_app_press_back (application);
  ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  left = ala_app_read_elsewhere ();
  g_assert_cmpstr (left, ==, "");

  /* So does closing the window. */
  ala_app_wait_complete (ALA_PAGE (ala_assistant_get_page (ala_application_get_assistant (application), ALA_STEP_WEBHOOKS)));
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  ala_app_press (ala_app_get (ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Private Key"), "copy"));
  again = ala_app_read_elsewhere ();
  g_assert_cmpstr (again, ==, lent);
  ala_app_close (application);
}

static void
test_secret (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();
  g_autofree char *found = NULL;

  ala_app_run (lend_a_secret, jira);
  found = ala_app_read_elsewhere ();
  g_assert_cmpstr (found, ==, "");
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
  ala_app_copy_elsewhere ("Dear all, please find attached the minutes of our meeting.");
  ala_app_copy_elsewhere ("Please");
  ala_app_copy_elsewhere ("Access denied");
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_NONE);
  ala_app_copy_elsewhere (answer);
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
  g_test_add_func ("/clipboard/rows", test_rows);
  g_test_add_func ("/clipboard/secret", test_secret);
  g_test_add_func ("/clipboard/verifier", test_verifier);
  return g_test_run ();
}
