/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "ala-app-walk.h"
#include "ala-copy-row.h"
#include "ala-problem-box.h"
#include "ala-webhook-task.h"

/* The page about webhooks, in each way that leads over it. */

#define URL "https://zephyr.example.com/hook"

static AlaPracticeJira *
start_jira (void)
{
  g_autoptr (GError) error = NULL;
  AlaPracticeJira *jira = ala_practice_jira_new (0, &error);

  g_assert_no_error (error);
  ala_app_forget_everything ();
  return jira;
}

static gpointer
get (gpointer    page,
     const char *part,
     const char *id)
{
  return ala_app_get (ala_app_get (page, part), id);
}

static gboolean
has_looked (gpointer page)
{
  return gtk_widget_is_sensitive (get (page, "there", "again"));
}

static gboolean
is_seen (gpointer    page,
         const char *id)
{
  return gtk_widget_get_visible (ala_app_get (page, id));
}

static gboolean
shows_result (gpointer page)
{
  return has_looked (page) && is_seen (page, "result");
}

static gboolean
shows_no_result (gpointer page)
{
  return has_looked (page) && !is_seen (page, "result");
}

static const char *
get_state (gpointer page)
{
  return adw_preferences_row_get_title (get (page, "there", "state"));
}

static AlaPage *
walk_to_webhooks (AlaApplication  *application,
                  AlaPracticeJira *jira,
                  gboolean         may)
{
  AlaPage *page = ala_app_walk_to_checks (application, jira);

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  ala_app_wait ("Jira was asked for its webhooks", has_looked, page);

  /* That the product makes them is proposed to who may let it, and to nobody else. */
  g_assert_true (ala_app_can_go_on (application) == may);
  g_assert_cmpint (ala_setup_get_webhook_plan (ala_page_get_setup (page)), ==,
                   may ? ALA_WEBHOOK_PLAN_AUTOMATIC : ALA_WEBHOOK_PLAN_UNDECIDED);
  g_assert_true (gtk_check_button_get_active (get (page, "choice", "automatic")) == may);

  return page;
}

static void
choose (gpointer    page,
        const char *id)
{
  gtk_check_button_set_active (get (page, "choice", id), TRUE);
}

static void
answer (const char *response)
{
  GtkWindow *dialog = ala_app_find_dialog ();

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* With the right: shown, sent, read back, taken back, and sent again. */
static void
make_it_here (AlaApplication *application,
              gpointer        data)
{
  AlaPage *page = walk_to_webhooks (application, data, TRUE);
  AlaSetup *setup = ala_page_get_setup (page);

  g_assert_cmpstr (get_state (page), ==, "There is no webhook for Zephyr Enterprise yet");
  g_assert_false (is_seen (page, "place"));
  g_assert_false (is_seen (page, "send"));

  choose (page, "manual");
  g_assert_true (is_seen (page, "place"));
  g_assert_false (is_seen (page, "send"));
  g_assert_cmpint (ala_setup_get_webhook_plan (setup), ==, ALA_WEBHOOK_PLAN_MANUAL);

  /* The known address is offered, not taken. */
  g_assert_cmpstr (ala_setup_get_webhook_url (setup), ==, "");
  ala_app_press (get (page, "place", "use_known"));
  g_assert_cmpstr (ala_setup_get_webhook_url (setup), ==, "http://127.0.0.1:8081/webhook");
  gtk_editable_set_text (get (page, "place", "address"), "zephyr.example.com/hook");
  g_assert_cmpint (ala_problem_box_get_problem (get (page, "place", "problem")), ==, ALA_PROBLEM_WEBHOOK_ADDRESS);
  g_assert_cmpstr (ala_setup_get_webhook_url (setup), ==, "");
  g_assert_false (is_seen (page, "send"));
  gtk_editable_set_text (get (page, "place", "address"), URL);
  g_assert_cmpint (ala_problem_box_get_problem (get (page, "place", "problem")), ==, ALA_PROBLEM_NONE);
  g_assert_true (is_seen (page, "recipe"));

  ala_app_press (ala_app_get (page, "send"));
  answer ("cancel");
  ala_app_settle (application);
  g_assert_false (is_seen (page, "result"));
  g_assert_true (is_seen (page, "send"));

  ala_app_press (ala_app_get (page, "send"));
  answer ("send");
  ala_app_wait ("the webhook is made", shows_result, page);
  g_assert_cmpstr (adw_preferences_row_get_title (get (page, "result", "row")), ==, "The webhook was made");
  g_assert_cmpstr (get_state (page), ==, "Jira tells Zephyr Enterprise everything");
  g_assert_true (ala_setup_is_done (setup, ALA_WEBHOOK_TASK_DONE));
  g_assert_false (is_seen (page, "send"));
  g_assert_false (is_seen (page, "recipe"));

  ala_app_press (get (page, "result", "undo"));
  ala_app_wait ("the webhook is gone", shows_no_result, page);
  g_assert_cmpstr (get_state (page), ==, "There is no webhook for Zephyr Enterprise yet");
  g_assert_false (ala_setup_is_done (setup, ALA_WEBHOOK_TASK_DONE));

  /* What Jira leaves out in silence is seen, and completed. */
  ala_practice_jira_set_fault (data, "webhook-not-as-sent", TRUE);
  ala_app_press (ala_app_get (page, "send"));
  answer ("send");
  ala_app_wait ("the webhook is made", shows_result, page);
  g_assert_cmpstr (adw_preferences_row_get_title (get (page, "result", "row")), ==, "Jira did not keep the webhook as it was sent");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (get (page, "result", "row")),
                            ala_problem_get_remedy (ALA_PROBLEM_WEBHOOK_NOT_AS_SENT)));
  g_assert_cmpstr (get_state (page), ==, "The webhook does not send everything");
  ala_practice_jira_set_fault (data, "webhook-not-as-sent", FALSE);
  g_assert_cmpstr (gtk_button_get_label (ala_app_get (page, "send")), ==, "_Complete the Webhook…");
  ala_app_press (ala_app_get (page, "send"));
  answer ("send");
  ala_app_wait ("the webhook is completed", shows_result, page);
  g_assert_cmpstr (adw_preferences_row_get_title (get (page, "result", "row")), ==, "The webhook was completed");
  g_assert_cmpstr (get_state (page), ==, "Jira tells Zephyr Enterprise everything");

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_HANDOVER);
  ala_app_close (application);
}

static void
test_make_it_here (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (make_it_here, jira);
}

/* Without the right: nothing is an error, and everything is there to be copied. */
static void
hand_it_on (AlaApplication *application,
            gpointer        data)
{
  AlaPage *page;
  g_autofree char *copied = NULL;

  ala_practice_jira_set_fault (data, "webhooks-forbidden", TRUE);
  page = walk_to_webhooks (application, data, FALSE);
  g_assert_cmpstr (get_state (page), ==, "Only an administrator can see the webhooks");
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_NONE);
  choose (page, "manual");
  gtk_editable_set_text (get (page, "place", "address"), URL);
  g_assert_false (is_seen (page, "send"));
  g_assert_true (is_seen (page, "recipe"));

  ala_app_press (ala_app_get (get (page, "recipe", "all"), "copy"));
  copied = ala_app_read_clipboard (GTK_WIDGET (page));
  g_assert_nonnull (strstr (copied, URL));
  g_assert_nonnull (strstr (copied, "jira:issue_updated"));
  g_assert_nonnull (strstr (copied, "project_deleted"));
  g_assert_nonnull (strstr (copied, "/plugins/servlet/webhooks"));
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  g_assert_cmpint (ala_setup_get_webhook_plan (ala_page_get_setup (page)), ==, ALA_WEBHOOK_PLAN_MANUAL);
  g_assert_cmpstr (ala_setup_get_webhook_url (ala_page_get_setup (page)), ==, URL);

  /* And it is still there for who comes back. */
  ala_app_press_back (application);
  page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  g_assert_cmpstr (gtk_editable_get_text (get (page, "place", "address")), ==, URL);
  g_assert_true (gtk_check_button_get_active (get (page, "choice", "manual")));
  ala_app_close (application);
}

static void
test_hand_it_on (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (hand_it_on, jira);
}

/* The product makes them: nothing to enter, nothing to send. */
static void
leave_it_to_the_product (AlaApplication *application,
                         gpointer        data)
{
  AlaPage *page = walk_to_webhooks (application, data, TRUE);

  g_assert_false (is_seen (page, "place"));
  g_assert_false (is_seen (page, "send"));
  g_assert_false (is_seen (page, "recipe"));
  g_assert_true (is_seen (page, "there"));
  ala_app_wait_complete (page);

  /* What goes wrong on the way is told, and stops nobody. */
  ala_practice_jira_set_fault (data, "server-error", TRUE);
  ala_app_press (get (page, "there", "again"));
  ala_app_wait ("Jira was asked again", has_looked, page);
  g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_SERVER_ERROR);
  ala_practice_jira_set_fault (data, "server-error", FALSE);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  g_assert_cmpint (ala_setup_get_webhook_plan (ala_page_get_setup (page)), ==, ALA_WEBHOOK_PLAN_AUTOMATIC);
  ala_app_close (application);
}

static void
test_leave_it_to_the_product (void)
{
  g_autoptr (AlaPracticeJira) jira = start_jira ();

  ala_app_run (leave_it_to_the_product, jira);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webhooks-page/make-it-here", test_make_it_here);
  g_test_add_func ("/webhooks-page/hand-it-on", test_hand_it_on);
  g_test_add_func ("/webhooks-page/leave-it-to-the-product", test_leave_it_to_the_product);
  return g_test_run ();
}
