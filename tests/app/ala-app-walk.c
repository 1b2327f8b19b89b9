/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-app-walk.h"

#include "ala-cli-person.h"
#include "ala-copy-row.h"
#include "ala-key-export.h"
#include "ala-problem-box.h"
#include "ala-test-server.h"

static gboolean
is_problem_or_complete (gpointer page)
{
  return ala_page_get_complete (page)
         || ala_problem_box_get_problem (ala_app_get (page, "problem")) != ALA_PROBLEM_NONE;
}

static const char *
get_url (AlaPracticeJira *jira)
{
  return jira != NULL ? ala_practice_jira_get_url (jira) : g_getenv ("ALA_TEST_JIRA");
}

const char *
ala_app_get_product (void)
{
  /* One for all ways of the program, which ends it. */
  static AlaTestServer *product;

  if (g_getenv ("ALA_TEST_PRODUCT") != NULL)
    return g_getenv ("ALA_TEST_PRODUCT");

  if (product == NULL)
    {
      product = ala_test_server_new (NULL);
      ala_test_server_reply (product, "/flex", 200, "text/html", "<html><form><input type=\"password\"></form></html>", NULL);
    }

  return ala_test_server_get_url (product);
}

AlaPage *
ala_app_walk_to_key (AlaApplication *application)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_START);

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_KEY);

  /* The session of the tests has no keyring, unless one was asked for. */
  ala_app_wait ("the key is kept, or a problem is shown", is_problem_or_complete, page);
  if (!ala_page_get_complete (page))
    {
      g_assert_cmpint (ala_problem_box_get_problem (ala_app_get (page, "problem")), ==, ALA_PROBLEM_KEYRING_ABSENT);
      g_assert_null (ala_copy_row_get_value (ala_app_get (page, "public_key")));
      ala_app_press (ala_app_get (ala_app_get (page, "problem"), "secondary"));
    }
  ala_app_wait_complete (page);

  return page;
}

AlaPage *
ala_app_walk_to_jira (AlaApplication *application,
                      const char     *address)
{
  AlaPage *page;

  ala_app_walk_to_key (application);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_JIRA);
  gtk_editable_set_text (ala_app_get (page, "address_row"), address);

  return page;
}

AlaPage *
ala_app_walk_to_link (AlaApplication  *application,
                      AlaPracticeJira *jira)
{
  g_autofree char *deep_link = g_strconcat (get_url (jira), "/browse/ZEP-1", NULL);
  AlaPage *page = ala_app_walk_to_jira (application, deep_link);

  ala_app_wait_complete (page);
  gtk_editable_set_text (ala_app_get (page, "product_row"), ala_app_get_product ());
  ala_app_press_next (application);

  return ala_app_wait_step (application, ALA_STEP_LINK);
}

static const char *
get_value (AlaPage    *page,
           const char *label)
{
  GtkWidget *row = ala_app_find_copy_row (GTK_WIDGET (page), label);

  if (row == NULL)
    g_error ("no step shows a value for “%s”", label);
  return ala_copy_row_get_value (ALA_COPY_ROW (row));
}

void
ala_app_make_link (AlaApplication  *application,
                   AlaPracticeJira *jira,
                   const char      *public_key)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_LINK);
  g_autofree char *url = g_strconcat (get_url (jira),
                                      "/plugins/servlet/applinks/listApplicationLinks", NULL);
  g_autoptr (AlaCliBrowser) browser = ala_cli_browser_new (NULL);
  g_autoptr (GError) error = NULL;
  AlaCliPerson person = { browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };
  AlaCliHandout handout = {
    .application_name = get_value (page, "Application Name"),
    .application_url = get_value (page, "Application URL"),
    .consumer_key = get_value (page, "Consumer Key"),
    .consumer_name = get_value (page, "Consumer Name"),
    .public_key = public_key != NULL ? public_key : get_value (page, "Public Key"),
  };

  ala_cli_person_make_link (&person, url, &handout, &error);
  g_assert_no_error (error);
}

static gboolean
can_check_or_complete (gpointer page)
{
  return ala_page_get_complete (page) || gtk_widget_is_sensitive (ala_app_get (page, "check_now"));
}

void
ala_app_check_now (AlaPage *page)
{
  ala_app_wait ("the page can be asked, or has seen the link", can_check_or_complete, page);
  if (!ala_page_get_complete (page))
    ala_app_press (ala_app_get (page, "check_now"));
}

AlaPage *
ala_app_walk_to_authorization (AlaApplication  *application,
                               AlaPracticeJira *jira)
{
  AlaPage *page = ala_app_walk_to_link (application, jira);

  ala_app_make_link (application, jira, NULL);
  ala_app_check_now (page);
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  return ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
}

static gboolean
has_address (gpointer page)
{
  return ala_copy_row_get_value (ala_app_get (page, "address")) != NULL;
}

char *
ala_app_allow (AlaApplication *application)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_AUTHORIZATION);
  g_autoptr (AlaCliBrowser) browser = ala_cli_browser_new (NULL);
  g_autoptr (AlaCliPage) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  AlaCliPerson person = { browser, ALA_PRACTICE_USER, ALA_PRACTICE_PASSWORD, NULL };

  ala_app_wait ("the address of Jira's page is there", has_address, page);
  address = g_strdup (ala_copy_row_get_value (ala_app_get (page, "address")));
  answer = ala_cli_person_allow (&person, address, &error);
  g_assert_no_error (error);

  return g_strdup (ala_cli_page_get_text (answer));
}

AlaPage *
ala_app_walk_to_checks (AlaApplication  *application,
                        AlaPracticeJira *jira)
{
  g_autofree char *answer = NULL;

  ala_app_walk_to_authorization (application, jira);
  answer = ala_app_allow (application);

  return ala_app_wait_step (application, ALA_STEP_CHECKS);
}

AlaPage *
ala_app_walk_past_webhooks (AlaApplication *application)
{
  AlaPage *page = ala_app_wait_step (application, ALA_STEP_CHECKS);

  ala_app_wait_complete (page);
  ala_app_press_next (application);
  page = ala_app_wait_step (application, ALA_STEP_WEBHOOKS);
  gtk_check_button_set_active (ala_app_get (ala_app_get (page, "choice"), "none"), TRUE);
  ala_app_wait_complete (page);
  ala_app_press_next (application);

  return ala_app_wait_step (application, ALA_STEP_HANDOVER);
}

void
ala_app_close (AlaApplication *application)
{
  ala_assistant_close (ala_application_get_assistant (application));
}
