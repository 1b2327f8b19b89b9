/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "ala-app-walk.h"
#include "ala-check-row.h"
#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-page-summary.h"
#include "ala-problem-box.h"
#include "ala-project-window.h"
#include "ala-report-html.h"
#include "ala-report-json.h"
#include "ala-trust-group.h"

/*
 * Walks through the whole job against a practice Jira and takes a picture of every page, for people to look at and for the
 * metainfo: take-pictures FOLDER [light|dark|narrow|high-contrast]
 */

typedef struct
{
  AlaPracticeJira *jira;
  const char *folder;
  const char *look;
} Pictures;

static void
take (AlaApplication *application,
      Pictures       *pictures,
      const char     *name)
{
  GtkWindow *window = ala_assistant_get_window (ala_application_get_assistant (application));
  g_autofree char *base = g_strdup_printf ("%s-%s.png", name, pictures->look);
  g_autofree char *file = g_build_filename (pictures->folder, base, NULL);

  ala_app_settle (application);
  ala_app_take_picture (window, file);
}

static void
make_narrow (AlaApplication *application,
             Pictures       *pictures)
{
  if (g_str_equal (pictures->look, "narrow"))
    gtk_window_set_default_size (ala_assistant_get_window (ala_application_get_assistant (application)), 360, 720);
}

static gboolean
shows_problem (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static gboolean
can_check_now (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

static gboolean
shows_xray (gpointer page)
{
  return gtk_widget_get_visible (ala_app_get (page, "xray"));
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

/* A Jira with a certificate of the company's own authority. */
static void
take_trust (AlaApplication *application,
            Pictures       *pictures,
            AlaPage        *page)
{
  g_autoptr (AlaPracticeJira) jira = ala_practice_jira_new_secure (0, NULL);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "company.pem", NULL);
  g_autofree char *base = g_strdup_printf ("3-jira-trust-question-%s.png", pictures->look);
  g_autofree char *picture = g_build_filename (pictures->folder, base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_set_contents (path, ala_practice_jira_get_ca_pem (jira), -1, NULL);
  gtk_editable_set_text (ala_app_get (page, "address_row"), ala_practice_jira_get_url (jira));
  ala_app_wait ("the certificate is not trusted", shows_problem, page);
  take (application, pictures, "3-jira-untrusted");
  ala_trust_group_show_file (ala_app_get (page, "trust"), file);
  ala_app_wait ("the person is asked", shows_dialog, NULL);
  ala_app_settle (application);
  ala_app_take_picture (find_dialog (), picture);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "trust");
  gtk_window_destroy (find_dialog ());
  ala_app_wait_complete (page);
  take (application, pictures, "3-jira-trusted");
  ala_app_press (ala_app_get (ala_app_get (page, "trust"), "remove"));
}

static gboolean
shows_another_key (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) == ALA_PROBLEM_CONSUMER_KEY_OTHER;
}

static gboolean
shows_another_public_key (gpointer page)
{
  return ala_problem_box_get_problem (ala_app_get (page, "problem")) == ALA_PROBLEM_SIGNATURE_OTHER_KEY;
}

static gboolean
differs_in_clock (gpointer page)
{
  return ala_setup_get_clock_offset (ala_page_get_setup (page)) > 3000 && shows_another_public_key (page);
}

static void
check_again (AlaPage *page)
{
  ala_app_wait ("the page can be asked again", can_check_now, page);
  ala_app_press (ala_app_get (page, "check_now"));
}

static void
scroll_to (AlaApplication *application,
           GtkWidget      *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double y;

  ala_app_settle (application);
  gtk_widget_translate_coordinates (widget, gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)), 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, y - 24);
}

/* The mistakes that people make most often in Jira's dialogs, in a Jira of their own. */
static void
walk_mistakes (AlaApplication *application,
               gpointer        data)
{
  Pictures *pictures = data;
  AlaPracticeJira *jira = pictures->jira;
  AlaPage *page = ala_app_walk_to_link (application, jira);
  g_autofree char *ours = ala_key_export_public_body (ala_workspace_get_key_pair (ala_page_get_workspace (page)));
  g_autoptr (AlaKeyPair) other = ala_key_pair_generate (2048, NULL);
  g_autofree char *theirs = ala_key_export_public_body (other);
  const char *consumer_key = ala_setup_get_consumer_key (ala_page_get_setup (page));

  make_narrow (application, pictures);
  /* The wrong kind of link, or no tick: Jira has nothing. */
  check_again (page);
  ala_app_wait ("the link is not there yet", shows_problem, page);
  scroll_to (application, ala_app_get (page, "problem"));
  take (application, pictures, "4-mistake-unknown");

  ala_practice_jira_add_link (jira, "Zephyr", "Zephyr Enterprise", ours, NULL, NULL);
  check_again (page);
  ala_app_wait ("the other key is found", shows_another_key, page);
  scroll_to (application, ala_app_get (page, "watch_group"));
  take (application, pictures, "4-mistake-consumer-key");

  ala_practice_jira_add_link (jira, "Zephyr again", consumer_key, theirs, NULL, NULL);
  check_again (page);
  ala_app_wait ("another public key is seen", shows_another_public_key, page);
  gtk_editable_set_text (ala_app_get (ala_app_get (page, "compare"), "pasted"), theirs);
  scroll_to (application, ala_app_get (page, "problem"));
  take (application, pictures, "4-mistake-public-key");

  ala_practice_jira_set_clock (jira, 3600);
  check_again (page);
  ala_app_wait ("another clock is seen", differs_in_clock, page);
  scroll_to (application, ala_app_get (page, "watch_group"));
  take (application, pictures, "4-mistake-clock");
  ala_app_close (application);
}

static gboolean
has_looked (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (ala_app_get (page, "there"), "again"));
}

static gboolean
shows_result (gpointer page)
{
  return has_looked (page) && gtk_widget_get_visible (ala_app_get (page, "result"));
}

/* The page before anything is chosen, the three ways, the question before sending, what came of it, and what a stranger left there. */
static void
take_webhooks (AlaApplication *application,
               Pictures       *pictures)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  gpointer choice = ala_app_get (page, "choice");
  gpointer place = ala_app_get (page, "place");
  GtkWindow *window = ala_assistant_get_window (ala_application_get_assistant (application));
  GtkWindow *dialog;
  int width, height;

  ala_app_wait ("Jira was asked for its webhooks", has_looked, page);
  take (application, pictures, "7-webhooks");

  /* Long enough that nothing has to be scrolled. */
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, width, 1300);
  gtk_check_button_set_active (ala_app_get (choice, "automatic"), TRUE);
  take (application, pictures, "7-webhooks-automatic");
  gtk_check_button_set_active (ala_app_get (choice, "manual"), TRUE);
  gtk_editable_set_text (ala_app_get (place, "address"), "zephyr.example.com/hook");
  take (application, pictures, "7-webhooks-address");
  gtk_editable_set_text (ala_app_get (place, "address"), "https://zephyr.example.com/hook");
  take (application, pictures, "7-webhooks-manual");
  ala_app_press (ala_app_get (page, "send"));
  dialog = ala_app_find_dialog ();
  ala_app_settle (application);
  {
    g_autofree char *base = g_strdup_printf ("7-webhooks-question-%s.png", pictures->look);
    g_autofree char *file = g_build_filename (pictures->folder, base, NULL);

    ala_app_take_picture (dialog, file);
  }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "send");
  gtk_window_destroy (dialog);
  ala_app_wait ("the webhook is made", shows_result, page);
  take (application, pictures, "7-webhooks-made");
  ala_practice_jira_set_fault (pictures->jira, "webhook-incomplete", TRUE);
  ala_app_press (ala_app_get (ala_app_get (page, "there"), "again"));
  ala_app_wait ("Jira was asked again", has_looked, page);
  take (application, pictures, "7-webhooks-incomplete");
  ala_practice_jira_set_fault (pictures->jira, "webhook-incomplete", FALSE);
  ala_practice_jira_set_fault (pictures->jira, "webhooks-forbidden", TRUE);
  ala_app_press (ala_app_get (ala_app_get (page, "there"), "again"));
  ala_app_wait ("Jira was asked again", has_looked, page);
  take (application, pictures, "7-webhooks-forbidden");
  ala_practice_jira_set_fault (pictures->jira, "webhooks-forbidden", FALSE);
  gtk_window_set_default_size (window, width, height);
}

static gboolean
checks_ended (gpointer page)
{
  return gtk_widget_is_sensitive (ala_app_get (page, "again"))
         && g_str_equal (gtk_button_get_label (ala_app_get (page, "again")), _("_Run All Again"));
}

static void
check_anew (AlaPage *page)
{
  ala_app_press (ala_app_get (page, "again"));
  ala_app_wait ("the checks end", checks_ended, page);
}

static void
set_faults (Pictures           *pictures,
            const char * const *faults,
            gboolean            on)
{
  for (; *faults != NULL; faults++)
    if (!ala_practice_jira_set_fault (pictures->jira, *faults, on))
      g_error ("There is no fault %s", *faults);
}

static GtkWindow *
find_project_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ALA_IS_PROJECT_WINDOW (window))
        return window;
    }

  g_error ("The window of the projects is not there");
}

static void
take_window (AlaApplication *application,
             Pictures       *pictures,
             GtkWindow      *window,
             const char     *name)
{
  g_autofree char *base = g_strdup_printf ("%s-%s.png", name, pictures->look);
  g_autofree char *file = g_build_filename (pictures->folder, base, NULL);

  ala_app_settle (application);
  ala_app_take_picture (window, file);
}

static gboolean
some_are_checked (gpointer window)
{
  return g_ascii_strtoull (gtk_label_get_label (ala_app_get (window, "status")), NULL, 10) > 300;
}

/* Returns: (nullable): the row of the check of that title, somewhere below @widget */
static GtkWidget *
find_check_row (GtkWidget  *widget,
                const char *title)
{
  GtkWidget *found = NULL;

  if (ALA_IS_CHECK_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check_row (child, title);

  return found;
}

/* The checks when something is amiss, and with as many projects as a large company has. */
static void
walk_checks (AlaApplication *application,
             Pictures       *pictures,
             AlaPage        *page)
{
  static const char * const three[] = { "attachments-off", "no-priorities", "create-issues-missing", NULL };
  static const char * const rights[] = { "project-permissions-missing", "defect-field-required", NULL };
  GtkWindow *window;
  GtkWidget *row;

  set_faults (pictures, three, TRUE);
  check_anew (page);
  scroll_to (application, find_check_row (ala_app_get (page, "checks"), _("Priorities")));
  take (application, pictures, "6-checks-failing");
  set_faults (pictures, three, FALSE);

  set_faults (pictures, rights, TRUE);
  ala_practice_jira_set_n_projects (pictures->jira, 10000);
  check_anew (page);
  row = find_check_row (ala_app_get (page, "checks"), _("Permissions in each project"));
  gtk_expander_set_expanded (ala_app_get (row, "details"), TRUE);
  ala_app_settle (application);
  scroll_to (application, row);
  scroll_to (application, row);
  take (application, pictures, "6-checks-rights");
  scroll_to (application, ala_app_get (page, "projects"));
  take (application, pictures, "6-checks-projects");

  gtk_widget_activate (ala_app_get (page, "projects"));
  window = find_project_window ();
  if (g_str_equal (pictures->look, "narrow"))
    gtk_window_set_default_size (window, 360, 640);
  take_window (application, pictures, window, "6-projects");
  ala_app_press (ala_app_get (window, "action"));
  ala_app_wait ("three hundred projects are checked", some_are_checked, window);
  take_window (application, pictures, window, "6-projects-running");
  gtk_window_close (window);
  ala_app_press (ala_app_get (page, "again"));
  ala_app_wait ("the checks end", checks_ended, page);

  set_faults (pictures, rights, FALSE);
  ala_practice_jira_set_n_projects (pictures->jira, 3);
  check_anew (page);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
save_link (AlaWorkspace *workspace,
           const char   *name,
           const char   *jira_url,
           gint64        known,
           AlaStep       step)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();

  ala_setup_set_profile (setup, "zephyr-enterprise");
  ala_setup_set_name (setup, name);
  ala_setup_set_jira_url (setup, jira_url);
  ala_setup_set_consumer_key (setup, "zephyr-enterprise");
  ala_setup_set_link_known (setup, known);
  ala_setup_set_secret_place (setup, ALA_SECRET_PLACE_FILE);
  ala_setup_set_step (setup, step);
  ala_setup_store_save (ala_workspace_get_setups (workspace), setup, NULL);
}

static gboolean
is_popped_up (gpointer menu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (menu);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)) && gtk_widget_get_width (GTK_WIDGET (popover)) > 0;
}

/* Several links, the menu of the one that works, the two questions, and what is said after it was deleted. */
static void
take_links (AlaApplication *application,
            Pictures       *pictures)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  AlaWorkspace *workspace = ala_page_get_workspace (page);
  g_autofree char *base = g_strdup_printf ("1-start-links-menu-%s.png", pictures->look);
  g_autofree char *file = g_build_filename (pictures->folder, base, NULL);
  GtkWidget *row;
  gpointer menu;

  save_link (workspace, "Training", "https://jira.example.com/training", 0, ALA_STEP_LINK);
  save_link (workspace, "", "https://jira.example.com", 1790000000, ALA_STEP_AUTHORIZATION);
  save_link (workspace, "Acceptance tests of the whole company, northern region", "https://jira.example.com/acceptance", 0, ALA_STEP_KEY);
  take (application, pictures, "1-start-links-several");

  row = ala_app_find_row (GTK_WIDGET (page), "127.0.0.1");
  menu = ala_app_get (row, "menu");
  gtk_widget_activate_action (row, "link.menu", NULL);
  ala_app_wait ("the menu is there", is_popped_up, menu);
  ala_app_settle (application);
  ala_app_take_picture (gtk_menu_button_get_popover (menu), file);
  gtk_menu_button_popdown (menu);

  gtk_widget_activate_action (row, "link.rename", NULL);
  take_window (application, pictures, ala_app_find_dialog (), "1-start-links-rename");
  gtk_window_close (ala_app_find_dialog ());
  ala_app_settle (application);
  gtk_widget_activate_action (row, "link.renew", NULL);
  take_window (application, pictures, ala_app_find_dialog (), "1-start-links-renew");
  gtk_window_close (ala_app_find_dialog ());
  ala_app_settle (application);
  gtk_widget_activate_action (row, "link.delete", NULL);
  take_window (application, pictures, ala_app_find_dialog (), "1-start-links-delete");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ala_app_find_dialog ()), "delete");
  gtk_window_destroy (ala_app_find_dialog ());
  take_window (application, pictures, ala_app_find_dialog (), "1-start-links-left");
  gtk_window_close (ala_app_find_dialog ());
  take (application, pictures, "1-start-links-deleted");
}

static void
save_ending_link (AlaPage    *page,
                  const char *url,
                  gint64      days)
{
  g_autoptr (AlaSetup) setup = ala_setup_new ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ala_setup_set_jira_url (setup, url);
  ala_setup_set_authorized (setup, now, now + days * 24 * 60 * 60);
  ala_setup_set_certificate_expires (setup, now + 400 * 24 * 60 * 60);
  ala_setup_set_checked (setup, now, "passed");
  ala_setup_store_save (ala_workspace_get_setups (ala_page_get_workspace (page)), setup, NULL);
}

/* Links of which something ends soon, and is over; and how the summary says it. */
static void
take_ends (AlaApplication *application,
           Pictures       *pictures)
{
  AlaAssistant *assistant = ala_application_get_assistant (application);
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  AlaSetup *setup = ala_page_get_setup (page);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  save_ending_link (page, "https://soon.example.com", 12);
  save_ending_link (page, "https://over.example.com", -3);
  take (application, pictures, "1-start-ends");
  ala_setup_set_authorized (setup, now, now + 12 * 24 * 60 * 60);
  ala_assistant_go_to (assistant, ALA_STEP_SUMMARY);
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  scroll_to (application, ala_app_get (page, "ends"));
  take (application, pictures, "9-summary-ends");
  ala_assistant_go_to (assistant, ALA_STEP_START);
  ala_app_wait_step (application, ALA_STEP_START);
}

/* The report as a page for a browser, what changed since an earlier one, and the first page with a link that can be checked. */
static void
take_report (AlaApplication *application,
             Pictures       *pictures,
             AlaPage        *page)
{
  AlaReportFiles *files = ala_page_summary_get_files (ALA_PAGE_SUMMARY (page));
  AlaReport *report = ala_page_summary_get_report (ALA_PAGE_SUMMARY (page));
  g_autofree char *json = ala_report_to_json (report);
  g_autofree char *html = ala_report_to_html (report);
  g_autofree char *html_name = g_strdup_printf ("report-%s.html", pictures->look);
  g_autofree char *html_path = g_build_filename (pictures->folder, html_name, NULL);
  g_autofree char *earlier = g_build_filename (g_get_user_data_dir (), "earlier.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (earlier);
  g_autoptr (GString) other = g_string_new (json);

  g_file_set_contents (html_path, html, -1, NULL);
  g_string_replace (other, ala_report_get_version (report), "8.22.6", 0);
  g_string_replace (other, "\"state\" : \"passed\"", "\"state\" : \"failed\"", 1);
  g_file_set_contents (earlier, other->str, -1, NULL);
  ala_report_files_load_from (files, file);
  ala_app_wait ("what changed is shown", is_visible, ala_app_get (page, "changes"));
  scroll_to (application, ala_app_get (page, "changes"));
  take (application, pictures, "9-summary-changes");
  ala_assistant_go_to (ala_application_get_assistant (application), ALA_STEP_START);
  ala_app_wait_step (application, ALA_STEP_START);
  take (application, pictures, "1-start-links");
  take_ends (application, pictures);
  take_links (application, pictures);
}

static gboolean
has_answered (gpointer group)
{
  return gtk_widget_is_sensitive (ala_app_get (group, "look"));
}

/* As if the link had come in place of one that nobody has entered in this Jira: it can go, and then it is seen that Jira refuses it. */
static void
take_retirement (AlaApplication *application,
                 Pictures       *pictures,
                 AlaPage        *page)
{
  AlaSetupStore *store = ala_workspace_get_setups (ala_page_get_workspace (page));
  AlaSetup *setup = ala_page_get_setup (page);
  g_autoptr (AlaSetup) old = ala_setup_new ();
  gpointer group = ala_app_get (page, "retire");

  ala_setup_set_profile (old, ala_setup_get_profile (setup));
  ala_setup_set_jira_url (old, ala_setup_get_jira_url (setup));
  ala_setup_set_consumer_key (old, "zephyr-2025");
  ala_setup_set_authorized (old, 1790000000, 0);
  ala_setup_set_user (old, "Kim Example");
  ala_setup_set_secret_place (old, ALA_SECRET_PLACE_FILE);
  ala_setup_store_save (store, old, NULL);
  ala_setup_set_replaces (setup, ala_setup_get_id (old));
  ala_page_prepare (page);
  scroll_to (application, group);
  take (application, pictures, "9-summary-old-link");
  ala_app_press (ala_app_get (group, "look"));
  ala_app_wait ("Jira was asked", has_answered, group);
  take (application, pictures, "9-summary-old-link-refused");

  ala_setup_store_delete (store, old, NULL);
  ala_setup_set_replaces (setup, "");
  ala_page_prepare (page);
}

static void
walk (AlaApplication *application,
      gpointer        data)
{
  Pictures *pictures = data;
  AlaPage *page;
  g_autofree char *answer = NULL;
  g_autofree char *deep_link = g_strconcat (ala_practice_jira_get_url (pictures->jira), "/browse/ZEP-1", NULL);

  make_narrow (application, pictures);
  page = ala_app_wait_step (application, ALA_STEP_START);
  take (application, pictures, "1-start");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  ala_app_wait ("there is no keyring", shows_problem, page);
  take (application, pictures, "2-key-no-keyring");
  ala_app_press (ala_app_get (ala_app_get (page, "problem"), "secondary"));
  ala_app_wait_complete (page);
  ala_app_press (ala_app_get (ala_app_get (page, "public_key"), "copy"));
  take (application, pictures, "2-key");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  take (application, pictures, "3-jira-empty");
  gtk_editable_set_text (ala_app_get (page, "address_row"), "https://my-org.atlassian.n\xd0\xb5t.");
  ala_app_wait ("the look-alike letter is seen", shows_problem, page);
  take (application, pictures, "3-jira-lookalike");
  take_trust (application, pictures, page);
  gtk_editable_set_text (ala_app_get (page, "address_row"), deep_link);
  ala_app_wait_complete (page);
  gtk_editable_set_text (ala_app_get (page, "product_row"), ala_app_get_product ());
  take (application, pictures, "3-jira");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_wait ("the first look is over", can_check_now, page);
  take (application, pictures, "4-link");
  ala_app_press (ala_app_get (page, "check_now"));
  ala_app_wait ("the link is not there yet", shows_problem, page);
  take (application, pictures, "4-link-unknown");
  ala_app_make_link (application, pictures->jira, NULL);
  ala_practice_jira_set_fault (pictures->jira, "signature-other-scheme", TRUE);
  ala_app_wait ("the page can be asked again", can_check_now, page);
  ala_app_press (ala_app_get (page, "check_now"));
  ala_app_wait ("another scheme is seen", shows_xray, page);
  gtk_expander_set_expanded (ala_app_get (ala_app_get (page, "xray"), "expander"), TRUE);
  take (application, pictures, "4-link-xray");
  ala_practice_jira_set_fault (pictures->jira, "signature-other-scheme", FALSE);
  if (gtk_widget_is_sensitive (ala_app_get (page, "check_now")))
    ala_app_press (ala_app_get (page, "check_now"));
  ala_app_wait_complete (page);
  take (application, pictures, "4-link-proven");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  take (application, pictures, "5-authorization");
  answer = ala_app_allow (application);
  page = ala_app_wait_step (application, ALA_STEP_CHECKS);
  ala_app_wait_complete (page);
  take (application, pictures, "6-checks");
  walk_checks (application, pictures, page);
  ala_app_press_next (application);
  take_webhooks (application, pictures);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_HANDOVER);
  take (application, pictures, "8-handover");
  ala_copy_row_copy (ALA_COPY_ROW (ala_app_find_copy_row (GTK_WIDGET (page), "Consumer Private Key")));
  take (application, pictures, "8-handover-secret");
  gtk_check_button_set_active (ala_app_get (page, "skip"), TRUE);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_SUMMARY);
  take (application, pictures, "9-summary");
  take_retirement (application, pictures, page);
  take_report (application, pictures, page);
  ala_app_close (application);
}

/* A product that has a key pair of its own. */
static void
walk_own_key (AlaApplication *application,
              gpointer        data)
{
  Pictures *pictures = data;
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);
  g_autoptr (AlaKeyPair) product = ala_key_pair_generate (1024, NULL);
  g_autofree char *pem = ala_key_export_public_pem (product);
  AdwComboRow *row = ala_app_get (page, "product");

  make_narrow (application, pictures);
  for (guint i = 0; !ala_profile_brings_key (adw_combo_row_get_selected_item (row)); i++)
    adw_combo_row_set_selected (row, i);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);
  take (application, pictures, "2-key-own-empty");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (ala_app_get (ala_app_get (page, "product_key"), "text")), pem, -1);
  take (application, pictures, "2-key-own");
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  gtk_editable_set_text (ala_app_get (page, "address_row"), ala_practice_jira_get_url (pictures->jira));
  gtk_editable_set_text (ala_app_get (page, "consumer_key_row"), "own-key-4711");
  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_LINK);
  ala_app_make_link (application, pictures->jira, NULL);
  /* It sees by itself that the link is there. */
  ala_app_wait_complete (page);
  take (application, pictures, "4-link-own-known");
  scroll_to (application, ala_app_get (page, "note"));
  take (application, pictures, "4-link-note");
  ala_app_press_next (application);
  ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  take (application, pictures, "5-authorization-own");
  ala_app_press_next (application);
  ala_app_wait_complete (ala_app_wait_step (application, ALA_STEP_CHECKS));
  take (application, pictures, "6-checks-own");
  ala_app_close (application);
}

int
main (int   argc,
      char *argv[])
{
  Pictures pictures = { NULL, argc > 1 ? argv[1] : ".", argc > 2 ? argv[2] : "light" };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (g_getenv ("LOCALE_DIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (g_str_equal (pictures.look, "dark"))
    g_setenv ("ADW_DEBUG_COLOR_SCHEME", "prefer-dark", TRUE);
  if (g_str_equal (pictures.look, "high-contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  pictures.jira = ala_practice_jira_new (0, &error);
  if (pictures.jira == NULL)
    g_error ("%s", error->message);
  ala_app_run (walk, &pictures);
  g_clear_object (&pictures.jira);

  pictures.jira = ala_practice_jira_new (0, &error);
  if (pictures.jira == NULL)
    g_error ("%s", error->message);
  ala_app_forget_everything ();
  ala_app_run (walk_own_key, &pictures);
  ala_app_forget_everything ();
  ala_app_run (walk_mistakes, &pictures);
  g_clear_object (&pictures.jira);

  return 0;
}
