/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-cli-person.h"

#include <glib/gi18n-lib.h>

#include "ala-oauth-reply.h"

/* The longest dialog has five pages, and two logins may come between. */
#define MAX_PAGES 12

static void
set_stuck (GError     **error,
           AlaCliPage  *page)
{
  /* Translators: %s is the address of a web page */
  ala_problem_set_error (error, ALA_PROBLEM_UNEXPECTED, _("Jira’s page %s leads no further."), ala_cli_page_get_url (page));
}

/* Presses the first button of @buttons that is on @page. */
static AlaCliPage *
press_one_of (AlaCliPerson         *self,
              AlaCliPage           *page,
              const char * const   *buttons,
              GError              **error)
{
  for (; *buttons != NULL; buttons++)
    {
      AlaCliForm *form = ala_cli_page_find_form (page, *buttons);

      if (form != NULL)
        return ala_cli_browser_press (self->browser, page, form, *buttons, self->cancellable, error);
    }

  set_stuck (error, page);
  return NULL;
}

/* Where Jira wants to know who is there, says so. Returns the page that comes after, %NULL with an error, or %NULL without one
 * when @page is no such page. */
static AlaCliPage *
log_in (AlaCliPerson  *self,
        AlaCliPage    *page,
        GError       **error)
{
  AlaCliForm *form = ala_cli_page_find_form (page, "os_password");

  if (form != NULL)
    {
      ala_cli_form_fill (form, "os_username", self->user);
      ala_cli_form_fill (form, "os_password", self->password);
    }
  else
    {
      form = ala_cli_page_find_form (page, "webSudoPassword");
      if (form == NULL)
        return NULL;
      ala_cli_form_fill (form, "webSudoPassword", self->password);
    }

  return ala_cli_browser_press (self->browser, page, form, NULL, self->cancellable, error);
}

static AlaCliPage *
open_logged_in (AlaCliPerson  *self,
                const char    *url,
                GError       **error)
{
  g_autoptr (AlaCliPage) page = ala_cli_browser_open (self->browser, url, self->cancellable, error);

  for (guint i = 0; page != NULL && i < 2; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (AlaCliPage) next = log_in (self, page, &failure);

      if (next == NULL && failure == NULL)
        break;
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      g_clear_pointer (&page, ala_cli_page_free);
      page = g_steal_pointer (&next);
    }

  return g_steal_pointer (&page);
}

/* What the guidance says of each field, whatever page it is on. The rest stays as it is. */
static void
fill_in (AlaCliPage    *page,
         AlaCliHandout *link)
{
  const struct
  {
    const char *field;
    const char *value; /* NULL for something to tick */
  } entries[] = {
    { "typeAtlassian", NULL },
    { "typeDirect", NULL },
    { "applicationUrl", link->application_url },
    { "name", link->application_name },
    { "createIncoming", NULL },
    { "key", link->consumer_key },
    { "consumerName", link->consumer_name },
    { "publicKey", link->public_key },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      AlaCliForm *form = ala_cli_page_find_form (page, entries[i].field);

      if (form == NULL)
        continue;
      if (entries[i].value != NULL)
        ala_cli_form_fill (form, entries[i].field, entries[i].value);
      else
        ala_cli_form_tick (form, entries[i].field);
    }
}

static gboolean
is_list (AlaCliPage *page)
{
  return ala_cli_page_find_form (page, "createLink") != NULL || ala_cli_page_find_form (page, "createNewLink") != NULL;
}

gboolean
ala_cli_person_make_link (AlaCliPerson  *self,
                          const char    *url,
                          AlaCliHandout *link,
                          GError       **error)
{
  static const char * const begin[] = { "createNewLink", "createLink", NULL };
  static const char * const go_on[] = { "continue", "save", NULL };
  g_autoptr (AlaCliPage) page = open_logged_in (self, url, error);
  gboolean key_entered = FALSE, begun = FALSE;

  for (guint i = 0; page != NULL && i < MAX_PAGES; i++)
    {
      g_autoptr (AlaCliPage) before = g_steal_pointer (&page);
      g_autoptr (GError) failure = NULL;

      if (is_list (before) && key_entered)
        return TRUE;

      page = log_in (self, before, &failure);
      if (page == NULL && failure == NULL)
        {
          AlaCliForm *edit;
          const char *button;

          fill_in (before, link);
          key_entered |= ala_cli_page_find_form (before, "publicKey") != NULL;

          edit = begun && is_list (before) ? ala_cli_page_find_form_prefix (before, "edit-", &button) : NULL;
          if (edit != NULL)
            page = ala_cli_browser_press (self->browser, before, edit, button, self->cancellable, &failure);
          else
            page = press_one_of (self, before, is_list (before) ? begin : go_on, &failure);
          begun = TRUE;
        }

      if (page == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  if (page != NULL)
    set_stuck (error, page);
  return FALSE;
}

/* Where a request token is no good Jira shows a page that says so in words, and in its header in a way that the program reads
 * too. */
static gboolean
check_page (AlaCliPage  *page,
            GError     **error)
{
  const char *authenticate = ala_cli_page_get_authenticate (page);
  g_autoptr (AlaOAuthReply) reply = NULL;

  if (authenticate == NULL)
    return TRUE;

  reply = ala_oauth_reply_new (ALA_OAUTH_ACCESS_TOKEN, ala_cli_page_get_status (page), NULL, authenticate);
  return ala_oauth_reply_check (reply, error);
}

AlaCliPage *
ala_cli_person_allow (AlaCliPerson  *self,
                      const char    *url,
                      GError       **error)
{
  static const char * const allow[] = { "approve", NULL };
  g_autoptr (AlaCliPage) page = open_logged_in (self, url, error);

  if (page == NULL || !check_page (page, error))
    return NULL;

  return press_one_of (self, page, allow, error);
}
